"""``provenance trace`` and ``compare``: the main job, from articles to reports and an exit code."""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.articles.article import Article
from provenance.cli.articles import STDIN, attempted, expanded, is_url, load, without_article
from provenance.cli.environment import is_ci
from provenance.cli.options import (
    JudgingOptions,
    OutputOptions,
    chosen,
    configured,
    jobs_option,
    judging_options,
    output_options,
    resume_option,
    source_options,
)
from provenance.cli.output import complain, progress, with_offered_fixes, write_reports
from provenance.cli.resuming import ResumedReport, resumed_traces
from provenance.configuration.grading import regraded
from provenance.configuration.settings import configured_place
from provenance.errors import ArticleError, ProvenanceError
from provenance.findings.trace import Trace
from provenance.reporting.run import Earlier, ExitCode, Run

if TYPE_CHECKING:
    from provenance.tracing.tracer import Tracer

_Attempt = Trace | ProvenanceError  # an article, traced, or what is wrong with it
# What traces, and what the command line names, outside of which nothing is read.
_State = tuple["Tracer", tuple[str, ...]]
_Material = tuple[
    tuple[str, ...], tuple[str, ...], dict[str, Any]
]  # that, each --source, how a tracer is made
_INTERRUPTED = "interrupted; what was traced until then is reported"
_AHEAD = 8  # articles whose sources are fetched while others are compared

_EPILOG = """\b
Examples:
  provenance trace article.html
  provenance trace article.html --source saved.html
  provenance trace article.html --source https://courier.example/pier=saved.html
  provenance trace posts/ --sources saved/ --offline --format text --format json:trace.json
  curl -s https://blog.example/post | provenance trace -
"""

_COMPARE_EPILOG = """\b
Examples:
  provenance compare quotation.txt source.html
  pbpaste | provenance compare - source.txt --format json
"""


@click.command(short_help="Trace what an article quotes.", epilog=_EPILOG)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@source_options
@judging_options
@jobs_option
@resume_option
@output_options
def trace(articles: tuple[str, ...], *, jobs: int | None, resume: Path | None, **values: Any) -> int:  # noqa: ANN401 -- what click read
    """Trace what ARTICLE quotes back to its sources, and show what was changed.

    ARTICLE is a file (HTML, Markdown or plain text), a folder of such files, the address of a page, or - for standard
    input. The originals it cites are fetched, unless --source or --sources gives them; with --offline nothing is. Where
    several articles are traced, or in CI, robots.txt is honoured.

    Quotations count from six words on, from four where somebody is named; `provenance detect --why` lists what does not.
    One that is unchecked has no source at hand that holds enough of its words, or one that cannot be had or trusted to be
    whole: give it with --source. The exit code is 0, 1 (findings at or above --fail-on), 2 (an error) or 3 (something is
    unchecked, or there is nothing to check).
    """
    judging, output = chosen(JudgingOptions, values), chosen(OutputOptions, values)
    settings = configured(judging)
    names = expanded(articles, settings)
    troubles = [] if names else [without_article(articles, settings)]
    saved = values["sources"] or configured_place(settings, "sources")
    options = {name: values[name] for name in ("offline", "allow_private", "follow")}
    options |= {"saved": [saved] if saved else [], "robots": len(names) > 1 or is_ci(), "settings": settings}
    material: _Material = articles, values["source"], options
    with resumed_traces(resume, with_text=output.with_text) as report:
        missing = report.missing(names)
        attempts = _attempts(missing, material, jobs=jobs)
        traces = _traced(attempts, len(missing), troubles, report, quiet=output.quiet > 0)
    troubles = list(dict.fromkeys(troubles))
    for trouble in troubles:
        complain(trouble)
    code = judging.gate(settings).exit_code(traces, earlier=report.earlier)
    if len(traces) < len(missing):
        code = ExitCode.INTERRUPTED if _INTERRUPTED in troubles else ExitCode.ERROR
    traces = with_offered_fixes(traces, settings, output)
    write_reports(Run(traces, code, settings.fail_on, troubles=tuple(troubles)), output)
    return code


@click.command(short_help="Compare one quotation with one source.", epilog=_COMPARE_EPILOG)
@click.argument("quotation")
@click.argument("source")
@judging_options
@output_options
def compare(quotation: str, source: str, **values: object) -> int:
    """Compare a QUOTATION, which is the quoted words and nothing else, with the SOURCE they are said to come from.

    Both are files; one of them may be - for standard input. The network is never touched.
    """
    if quotation == source == STDIN:
        raise click.UsageError(
            "Only one of QUOTATION and SOURCE can be standard input; name a file for the other."
        )
    from provenance.tracing.texts import compare_pages

    judging, output = chosen(JudgingOptions, values), chosen(OutputOptions, values)
    settings = configured(judging)
    trace = regraded(compare_pages(load(quotation), load(source), settings=settings), settings)
    code = judging.gate(settings).exit_code([trace])
    write_reports(Run(with_offered_fixes([trace], settings, output), code, settings.fail_on), output)
    return code


def _attempts(names: Sequence[str], material: _Material, *, jobs: int | None) -> Iterator[_Attempt]:
    """What each article comes to. Where the network may be asked, one process does, so that each host is asked politely."""
    from provenance.tracing.workers import Job, outcomes, usual_jobs

    if not material[2]["offline"]:
        yield from _attempts_online(names, material)
        return
    at_once = 1 if STDIN in names else jobs or usual_jobs(len(names))
    yield from outcomes(Job(_tracing, material, _attempted, ArticleError), names, jobs=at_once)


def _attempts_online(names: Sequence[str], material: _Material) -> Iterator[_Attempt]:
    """What each article comes to; what the next ones cite is on its way meanwhile."""
    opened: deque[Article | ProvenanceError] = deque()
    with _tracing(*material) as state:
        for name in names:
            opened.append(_opened(state, name, ahead=len(names) > 1))
            if len(opened) > _AHEAD:
                yield _outcome(state, opened.popleft())
        while opened:
            yield _outcome(state, opened.popleft())


def _traced(
    attempts: Iterator[_Attempt],
    number: int,
    troubles: list[str],
    report: ResumedReport[Trace, Earlier],
    *,
    quiet: bool,
) -> tuple[Trace, ...]:
    """The articles that could be read, traced. What is wrong with the others is noted, and ends no run."""
    found: list[Trace] = []
    with progress(quiet=quiet) as tell:
        for position, attempt in enumerate(_until_interrupted(attempts, found, troubles), start=1):
            tell(f"{position} of {number} articles traced")
            if isinstance(attempt, ProvenanceError):
                troubles.append(str(attempt))
                continue
            troubles += attempt.faults
            if not attempt.article.document.text.strip():
                origin = attempt.article.document.origin
                named = "Standard input" if origin == STDIN else origin
                troubles.append(f"{named} holds no text; check that it is the page you mean.")
            report.add(attempt)
            found.append(attempt)
    return tuple(found)


def _until_interrupted(
    attempts: Iterator[_Attempt], found: list[Trace], troubles: list[str]
) -> Iterator[_Attempt]:
    """Attempts, until somebody interrupts them; nothing ends quietly before an article was ``found``."""
    try:
        yield from attempts
    except KeyboardInterrupt:
        if not found:
            raise
        troubles.append(_INTERRUPTED)


@contextmanager
def _tracing(within: tuple[str, ...], sources: tuple[str, ...], options: dict[str, Any]) -> Iterator[_State]:
    from provenance.tracing.tracer import Tracer

    with Tracer(sources, **options) as tracer:
        yield tracer, within


def _attempted(state: _State, name: str) -> _Attempt:
    return _outcome(state, _opened(state, name))


def _opened(state: _State, name: str, *, ahead: bool = False) -> Article | ProvenanceError:
    """The article, what it cites on its way if it is to be traced later; or what is wrong with it."""
    tracer, within = state

    def opened(name: str) -> Article:
        article = tracer.read(name) if is_url(name) else load(name, within=within)
        if ahead:
            tracer.prefetch(article)
        return article

    return attempted(opened, name)


def _outcome(state: _State, opened: Article | ProvenanceError) -> _Attempt:
    if isinstance(opened, ProvenanceError):
        return opened
    return attempted(lambda _: state[0].graded(opened), opened.document.origin)
