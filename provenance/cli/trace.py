"""``provenance trace``: the main job, from articles to reports and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.articles import STDIN, expanded, is_url, load, without_article
from provenance.cli.options import (
    JudgingOptions,
    OutputOptions,
    SourceOptions,
    chosen,
    configured,
    judging_options,
    output_options,
    source_options,
)
from provenance.cli.output import complain, write_reports
from provenance.cli.progress import progress
from provenance.cli.surroundings import under_ci
from provenance.configuration.grading import regraded
from provenance.errors import ArticleError
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.reporter import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.configuration.settings import Settings
    from provenance.findings.trace import Trace

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
@output_options
def trace(articles: tuple[str, ...], **values: object) -> int:
    """Trace what ARTICLE quotes back to its sources, and show what was changed.

    ARTICLE is a file (HTML, Markdown or plain text), a folder of such files, the address of a page, or - for standard
    input. The originals it cites are fetched, unless --source or --sources gives them; with --offline nothing is. Where
    several articles are traced, or in CI, robots.txt is honoured.
    """
    judging, output = chosen(JudgingOptions, values), chosen(OutputOptions, values)
    settings = configured(judging)
    names = expanded(articles, settings)
    troubles = [] if names else [without_article(articles, settings)]
    traces = _traced(names, chosen(SourceOptions, values), settings, troubles, quiet=output.quiet > 0)
    for trouble in troubles:
        complain(trouble)
    code = judging.gate(settings).exit_code(traces) if len(traces) == len(names) else ExitCode.ERROR
    write_reports(Run(traces, code, settings.fail_on, troubles=tuple(troubles)), output)
    return code


def _traced(
    names: Sequence[str], sources: SourceOptions, settings: Settings, troubles: list[str], *, quiet: bool
) -> tuple[Trace, ...]:
    """The articles that could be read, traced. What is wrong with the others is noted, and ends no run."""
    from provenance.tracing.tracer import Tracer

    saved = sources.sources or settings.sources
    tracer = Tracer(
        sources.source,
        saved=[saved] if saved else [],
        offline=sources.offline,
        allow_private=sources.allow_private,
        follow=sources.follow,
        robots=len(names) > 1 or under_ci(),
        settings=settings,
    )
    found = []
    with tracer, progress(quiet=quiet) as tell:
        for number, name in enumerate(names, start=1):
            tell(f"Tracing {name} ({number} of {len(names)})")
            try:
                article = tracer.read(name) if is_url(name) else load(name)
            except ArticleError as error:
                troubles.append(str(error))
                continue
            troubles += _emptiness(article)
            found.append(regraded(tracer.trace(article), settings))
    return tuple(found)


def _emptiness(article: Article) -> Iterator[str]:
    if not article.document.text.strip():
        origin = article.document.origin
        named = "Standard input" if origin == STDIN else origin
        yield f"{named} holds no text; check that it is the page you mean."
