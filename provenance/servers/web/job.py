"""One article, traced in a process of its own: it is told what to trace in JSON and answers in lines of JSON.

A process can be ended at once when nobody waits for it any more, and a fault in it ends no other. It writes no file.
"""

import json
import signal
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from provenance.articles.article import Article, Format
from provenance.articles.reading import read_bytes, read_text
from provenance.configuration.grading import regraded
from provenance.configuration.settings import Settings
from provenance.errors import ArticleError, ConfigurationError, ProvenanceError, foreseeing_article_faults
from provenance.excerpts.model import Excerpt
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.cleaning import is_safe_link, one_line
from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.setting import TERMINAL, folded, marked_segments
from provenance.reporting.diff.views import inline_diff
from provenance.reporting.places import open_link
from provenance.reporting.reporter import View, find_reporter
from provenance.reporting.run import Gate, Run
from provenance.reporting.summary import summary_lines
from provenance.sources.addresses import is_address
from provenance.sources.capture import capture_of
from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.loading.given import build_catalogue
from provenance.sources.page_head import read_head
from provenance.sources.source import Via
from provenance.tracing.tracer import Tracer, is_nobodys
from provenance.version import __version__

_DOWNLOADS = {"html": "text/html", "json": "application/json"}  # the formats that a person may take along
_UNREADABLE = "The page sent what cannot be read; load it anew."


class ServerOptions(NamedTuple):
    """What holds for every article."""

    settings: Settings  # of the folder that the server was started in
    saved: Path | None = None  # the folder of saved sources, or None
    offline: bool = False  # whether no article's sources are fetched, whatever the page asks for


def run_job(connection: Connection, order: bytes, options: ServerOptions) -> None:
    """Trace what an order asks for: the whole work of a process."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with suppress(BrokenPipeError):  # nobody listens any more
        answer(order, options, lambda **told: connection.send_bytes(json.dumps(told).encode("ascii")))


def answer(order: bytes, options: ServerOptions, tell: Callable[..., object]) -> None:
    """Tell what becomes of an article: of each excerpt as it is traced, and of the whole at the end.

    Args:
        order: ``{"article": {"name", "data"} | {"text"} | {"url"}, "sources": [{"name", "url", "data"}], "fetch": bool}`` in
            JSON, data in base64; "url" is what a person says of the source, or nothing.
        options: What holds for every article.
        tell: Takes each thing that there is to tell, by name; ``trouble`` is a sentence that ends it.
    """
    try:
        _trace(_read_order(order), options, tell)
    except ProvenanceError as error:
        tell(trouble=one_line(str(error)))
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the last place: a person gets a sentence
        tell(trouble=f"This is a fault of provenance ({type(error).__name__}: {one_line(str(error))[:200]}).")


class _Order(NamedTuple):
    article: Mapping[str, str]
    data: bytes
    sources: tuple[Holding, ...]
    fetch: bool


def _read_order(data: bytes) -> _Order:
    try:
        order = json.loads(data)
        article = {key: str(value) for key, value in order["article"].items()}
        data = b"" if {"url", "text"} & article.keys() else b64decode(article["data"])
        name = article.get("name", "an article")[:200]
        sources = tuple(_holding(number, each) for number, each in enumerate(order["sources"], start=1))
        return _Order({**article, "name": name}, data, sources, order["fetch"] is True)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ArticleError(_UNREADABLE) from error


def _holding(number: int, source: Mapping[str, str]) -> Holding:
    capture = capture_of(b64decode(source["data"]), str(source["name"])[:200])
    said = str(source.get("url", ""))
    urls = tuple(filter(None, (capture.url, said if is_address(said) else None)))
    outlet = read_head(capture.data).site_name
    return Holding(f"{number}. {capture.origin}", Via.GIVEN, lambda: capture, urls, outlet)


def _trace(order: _Order, options: ServerOptions, tell: Callable[..., object]) -> None:
    catalogue = _catalogue(order.sources, options)
    with Tracer(catalogue, offline=options.offline or not order.fetch, settings=options.settings) as tracer:
        with foreseeing_article_faults("the article"):
            article = _article(order, tracer)

        def each(
            excerpts: Sequence[Excerpt], trace: Callable[[Excerpt], ExcerptTrace]
        ) -> Iterator[ExcerptTrace]:
            tell(title=one_line(article.metadata.title or article.document.origin), total=len(excerpts))
            for number, excerpt in enumerate(excerpts, start=1):
                item = trace(excerpt)
                graded = regraded(Trace(article, (item,), __version__), options.settings).excerpts[0]
                tell(traced=number, excerpt=None if is_nobodys(item) else _card(graded))
                yield item

        trace = tracer.graded(article, each=each)
    run = Run((trace,), Gate(options.settings.fail_on).exit_code((trace,)), options.settings.fail_on)
    tell(
        summary="; ".join(summary_lines(run)),
        doubts=list(article.doubts),
        downloads=list(_downloads(run, order.data)),
    )


def _catalogue(given: tuple[Holding, ...], options: ServerOptions) -> Catalogue:
    saved = build_catalogue((), [options.saved] if options.saved else [])
    return replace(saved, holdings=(*given, *saved.holdings))


def _article(order: _Order, tracer: Tracer) -> Article:
    """The article pasted, dropped or named, what a page sends being no path; an ArticleError if it cannot be read."""
    said = order.article
    if "url" in said:
        if not is_address(said["url"]):
            raise ArticleError(
                "That is no address of the web; give one that begins with https:// or http://."
            )
        return tracer.read(said["url"])
    if "text" in said:
        return read_text(said["text"], origin="the pasted text")
    return read_bytes(order.data, origin=said["name"])


def _card(item: ExcerptTrace) -> dict[str, object]:
    """What the page shows of an excerpt: text only, which it never takes for markup."""
    said, witness, link = item.excerpt.attribution, item.witness, open_link(item)
    findings = sorted(item.findings, key=lambda finding: -finding.severity)
    return {
        "verdict": str(item.verdict),
        "line": item.excerpt.line,
        "who": ", ".join(one_line(name) for name in (said.speaker, said.outlet) if name),
        "source": one_line((witness.page.metadata.title or witness.document.origin) if witness else ""),
        "link": link if link and is_safe_link(link) else None,
        "reason": _without_commands(one_line(item.reason or "")),
        "runs": list(_runs(item)),
        "findings": [
            (finding.severity.label, finding.code, finding.rule.name, one_line(finding.message))
            for finding in findings
            if finding.counts
        ],
    }


def _runs(item: ExcerptTrace) -> Iterator[tuple[str, str, bool]]:
    """The kind of each run of the difference, its text, and whether a space stands before it."""
    for number, paragraph in enumerate(inline_diff(diff_of(item))):
        yield from [("break", "", False)] * bool(number)
        for segment, _, text, _ in marked_segments(folded(paragraph, TERMINAL), {}):
            yield str(segment.kind), text, segment.spaced


def _without_commands(reason: str) -> str:
    """A reason without advice on how to type a command."""
    said, _, advice = reason.rpartition("; ")
    return f"{said}." if said and ("--" in advice or "`provenance" in advice) else reason


def _downloads(run: Run, article: bytes) -> Iterator[tuple[str, str, str]]:
    """The reports to take along: the name of the file, its media type, its bytes in base64."""
    view = View(with_text=True)
    for name, media in _DOWNLOADS.items():
        report = find_reporter(name)(run, view)
        yield _file(
            name, media, report if isinstance(report, bytes) else report.encode("utf-8", "backslashreplace")
        )
    if run.traces[0].article.format is Format.DOCX:
        from provenance.reporting.docx import commented_copy

        with suppress(ConfigurationError):  # it can be read, and not be written again
            yield _file("docx", "application/octet-stream", commented_copy(run.traces[0], article, view))


def _file(kind: str, media: str, data: bytes) -> tuple[str, str, str]:
    return f"provenance-report.{kind}", media, b64encode(data).decode("ascii")
