"""``provenance trace``: the main job, from articles to reports and an exit code."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import click

from provenance.cli.articles import STDIN, expanded, is_url, load, without_article
from provenance.cli.environment import is_ci
from provenance.cli.options import (
    JudgingOptions,
    OutputOptions,
    SourceOptions,
    chosen,
    configured,
    jobs_option,
    judging_options,
    output_options,
    source_options,
)
from provenance.cli.output import complain, with_offered_fixes, write_reports
from provenance.cli.progress import progress
from provenance.configuration.grading import regraded
from provenance.configuration.reading import configured_place
from provenance.errors import ProvenanceError, foreseeing_article_faults
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.reporter import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.configuration.settings import Settings
    from provenance.findings.trace import Trace
    from provenance.tracing.tracer import Tracer

_EPILOG = """\b
Examples:
  provenance trace article.html
  provenance trace article.html --source saved.html
  provenance trace article.html --source https://courier.example/pier=saved.html
  provenance trace posts/ --sources saved/ --offline --format text --format json:trace.json
  curl -s https://blog.example/post | provenance trace -
"""


@click.command(short_help="Trace what an article quotes.", epilog=_EPILOG)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@source_options
@judging_options
@jobs_option
@output_options
def trace(articles: tuple[str, ...], *, jobs: int | None, **values: object) -> int:
    """Trace what ARTICLE quotes back to its sources, and show what was changed.

    ARTICLE is a file (HTML, Markdown or plain text), a folder of such files, the address of a page, or - for standard
    input. The originals it cites are fetched, unless --source or --sources gives them; with --offline nothing is. Where
    several articles are traced, or in CI, robots.txt is honoured.
    """
    judging, output = chosen(JudgingOptions, values), chosen(OutputOptions, values)
    settings = configured(judging)
    names = expanded(articles, settings)
    troubles = [] if names else [without_article(articles, settings)]
    sources = chosen(SourceOptions, values)
    sources = sources._replace(sources=sources.sources or configured_place(settings, "sources"))
    material = _Material(sources, settings, articles, robots=len(names) > 1 or is_ci())
    traces = _traced(names, material, troubles, jobs=jobs, quiet=output.quiet > 0)
    troubles = list(dict.fromkeys(troubles))
    for trouble in troubles:
        complain(trouble)
    code = judging.gate(settings).exit_code(traces) if len(traces) == len(names) else ExitCode.ERROR
    traces = with_offered_fixes(traces, settings, output)
    write_reports(Run(traces, code, settings.fail_on, troubles=tuple(troubles)), output)
    return code


class _Material(NamedTuple):
    """What a tracer is made of, as it is handed to each process."""

    sources: SourceOptions
    settings: Settings
    within: tuple[str, ...]
    robots: bool


def _traced(
    names: Sequence[str], material: _Material, troubles: list[str], *, jobs: int | None, quiet: bool
) -> tuple[Trace, ...]:
    """The articles that could be read, traced. What is wrong with the others is noted, and ends no run."""
    from provenance.tracing.workers import Job, outcomes, usual_jobs

    job = Job(_tracing, (material,), _attempted, _lost)
    at_once = 1 if STDIN in names else jobs or usual_jobs(len(names))
    found = []
    with progress(quiet=quiet) as tell:
        for number, outcome in enumerate(outcomes(job, names, jobs=at_once), start=1):
            tell(f"{number} of {len(names)} articles traced")
            troubles += outcome.troubles
            found += [outcome.trace] if outcome.trace else []
    return tuple(found)


@contextmanager
def _tracing(material: _Material) -> Iterator[tuple[Tracer, _Material]]:
    from provenance.tracing.tracer import Tracer

    sources, settings = material.sources, material.settings
    with Tracer(
        sources.source,
        saved=[sources.sources] if sources.sources else [],
        offline=sources.offline,
        allow_private=sources.allow_private,
        follow=sources.follow,
        robots=material.robots,
        settings=settings,
    ) as tracer:
        yield tracer, material


class _Attempt(NamedTuple):
    """The trace of one article, or None, and what is wrong with the article."""

    trace: Trace | None
    troubles: tuple[str, ...]


def _attempted(state: tuple[Tracer, _Material], name: str) -> _Attempt:
    tracer, material = state
    try:
        with foreseeing_article_faults(name):
            article = tracer.read(name) if is_url(name) else load(name, within=material.within)
            trace = regraded(tracer.trace(article), material.settings)
    except ProvenanceError as error:
        return _lost(str(error))
    return _Attempt(trace, (*trace.faults, *_emptiness(article)))


def _lost(trouble: str) -> _Attempt:
    return _Attempt(None, (trouble,))


def _emptiness(article: Article) -> Iterator[str]:
    if not article.document.text.strip():
        origin = article.document.origin
        named = "Standard input" if origin == STDIN else origin
        yield f"{named} holds no text; check that it is the page you mean."
