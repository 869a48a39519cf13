"""``provenance fix``: put the source's words back into an article, or mark what was changed."""

from collections.abc import Iterator
from contextlib import suppress
from difflib import diff_bytes, unified_diff
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from provenance.articles.article import Article
from provenance.cli.articles import STDIN, expanded, is_url, load, without_article
from provenance.cli.options import JudgingOptions, chosen, configured, judging_options, sources_option
from provenance.cli.output import complain, write
from provenance.configuration.settings import Settings, configured_place
from provenance.errors import ArticleError, foreseeing_article_faults
from provenance.files.reading import resolved
from provenance.findings.finding import FixKind
from provenance.findings.trace import Trace
from provenance.reporting.cleaning import one_line
from provenance.reporting.concise import finding_line
from provenance.reporting.places import from_here
from provenance.reporting.run import ExitCode
from provenance.reporting.summary import counted

if TYPE_CHECKING:
    from provenance.fixes.mending import Mending
    from provenance.tracing.tracer import Tracer

_EPILOG = """\b
Examples:
  provenance fix posts/pier.md --sources saved/
  provenance fix posts/ --sources saved/ | git apply
  provenance fix posts/pier.md --sources saved/ --mark --select ADD --write
"""


@click.command(short_help="Mend what an article misquotes.", epilog=_EPILOG)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@sources_option("The folder of saved originals; by default the configured one.")
@click.option("--restore/--mark", default=True, help="Put the source's words back, or declare the change.")
@click.option("--diff/--write", default=True, help="Print a patch, or change the files.")
@judging_options
def fix(
    articles: tuple[str, ...], *, sources: Path | None, restore: bool, diff: bool, **values: object
) -> int:
    """Mend what ARTICLE misquotes, as far as that is certain: only inside quoted words, every tag and line end kept.

    --mark writes […] for what was left out, and brackets around what was put in. What a fix would write is traced again
    before it is offered. What is not mended is listed with its reason. The network is never touched.

    The exit code is that of `provenance trace`: with --diff of the articles as they are, with --write as they are then.
    """
    from provenance.tracing.tracer import Tracer

    judging = chosen(JudgingOptions, values)
    settings = configured(judging)
    names = expanded(articles, settings)
    if not names:
        complain(without_article(articles, settings))
    folder = sources or configured_place(settings, "sources")
    kind = FixKind.RESTORE if restore else FixKind.MARK
    with Tracer(saved=[folder] if folder else [], offline=True, settings=settings) as tracer:
        fixing = _Fixing(tracer, settings, kind, articles, diff)
        outcomes = [outcome for name in names if (outcome := fixing.outcome(name))]
    mended = counted(sum(len(outcome.mended) for outcome in outcomes), "finding")
    left = sum(len(outcome.left) for outcome in outcomes)
    click.echo(f"{mended} {'can be mended' if diff else 'mended'}, {left} left", err=True)
    code = judging.gate(settings).exit_code([outcome.trace for outcome in outcomes])
    return code if len(outcomes) == len(names) else ExitCode.ERROR


class _Fixing(NamedTuple):
    tracer: "Tracer"
    settings: Settings
    kind: FixKind
    within: tuple[str, ...]
    diff: bool

    def outcome(self, name: str) -> "Mending | None":
        """What becomes of one article; None if it cannot be read or written, which is said."""
        try:
            with foreseeing_article_faults(name):
                return self._mended(name)
        except ArticleError as error:
            complain(str(error))
            return None

    def _mended(self, name: str) -> "Mending":
        from provenance.fixes.mending import mend

        if name == STDIN or is_url(name):
            raise ArticleError(
                f"{name} is no file, and only files are mended; save the page and name the file."
            )
        article = load(name, within=self.within)
        mending = mend(
            before := self.tracer.graded(article), self.tracer.graded, self.kind, settings=self.settings
        )
        data = Path(name).read_bytes()
        written = _encoded(data, article, mending.text)
        if written is None:
            raise ArticleError(
                f"{name} has an encoding that cannot be written back as it was; save it as UTF-8."
            )
        for line in _told(mending, before):
            click.echo(line, err=True)
        if self.diff:
            _print_patch(from_here(name), data, written)
        elif written != data:
            _write(name, written)
        return mending._replace(trace=before) if self.diff else mending


def _write(name: str, data: bytes) -> None:
    from provenance.files.writing import write_atomically

    try:
        write_atomically(resolved(Path(name)), data)
    except OSError as error:
        raise ArticleError(f"{name} cannot be written ({error.strerror}); check the file.") from error


def _told(mending: "Mending", before: Trace) -> Iterator[str]:
    items = {id(finding): item for item in before.excerpts for finding in item.findings}
    for finding, reason in (*((each, "") for each in mending.mended), *mending.left):
        line = finding_line(before.article, items[id(finding)], finding)
        yield f"{line}\n  not mended: {one_line(reason)}" if reason else line


def _encoded(data: bytes, article: Article, text: str) -> bytes | None:
    """A text in the encoding of a file; None where that encoding would not give the rest of the file back."""
    from provenance.articles.article import Format
    from provenance.articles.decoding import byte_order_mark, declared_encodings

    file = article.source_map.file if article.source_map else None
    if file is None or file == text:
        return data
    marked, mark = byte_order_mark(data)
    unknown = "xmlcharrefreplace" if article.format is Format.HTML else "strict"
    for encoding in (marked or "utf-8", *declared_encodings(data, None)):
        with suppress(UnicodeError):
            if mark + file.encode(encoding) == data:
                return mark + text.encode(encoding, unknown)
    return None


def _print_patch(path: str, before: bytes, after: bytes) -> None:
    """A unified diff on standard output, byte for byte, as `git apply` and `patch` take it."""
    name = path.encode("utf-8", "surrogateescape")
    end = b"\t" * (b" " in name)
    lines = diff_bytes(
        unified_diff,
        BytesIO(before).readlines(),
        BytesIO(after).readlines(),
        b"a/" + name + end,
        b"b/" + name + end,
    )
    patch = b"".join(
        line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines
    )
    if patch:
        write(patch)
