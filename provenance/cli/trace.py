"""``provenance trace``: the main job, from articles to reports and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.articles import expanded, is_url, load, require_text
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
from provenance.configuration.grading import regraded
from provenance.errors import ArticleError
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.reporter import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.configuration.settings import Settings
    from provenance.findings.trace import Trace
    from provenance.tracing import Tracer

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
    input. The originals it cites are fetched, unless --source or --sources gives them; with --offline nothing is.
    """
    judging, output = chosen(JudgingOptions, values), chosen(OutputOptions, values)
    settings = configured(judging)
    names = expanded(articles, settings)
    if not names:
        complain(f"{', '.join(articles)} holds no article ({', '.join(settings.articles)}); name a file.")
    traces, failed = _traced(names, chosen(SourceOptions, values), settings, quiet=output.quiet > 0)
    code = ExitCode.ERROR if failed else judging.gate(settings).exit_code(traces)
    if traces:
        write_reports(Run(traces, code, settings.fail_on), output)
    return code


def _traced(
    names: Sequence[str], sources: SourceOptions, settings: Settings, *, quiet: bool
) -> tuple[tuple[Trace, ...], bool]:
    """The articles that could be read, traced; and whether any could not."""
    from provenance.tracing import Tracer

    saved = sources.sources or settings.sources
    tracer = Tracer(
        sources.source,
        saved=[saved] if saved else [],
        offline=sources.offline,
        allow_private=sources.allow_private,
        follow=sources.follow,
        settings=settings,
    )
    found = []
    with tracer, progress(quiet=quiet) as tell:
        for number, name in enumerate(names, start=1):
            tell(f"Tracing {name} ({number} of {len(names)})")
            found.append(_one(name, tracer, settings))
    return tuple(trace for trace in found if trace is not None), None in found


def _one(name: str, tracer: Tracer, settings: Settings) -> Trace | None:
    """One article, traced; None if it cannot be read, which is said and ends no run."""
    try:
        article = require_text(tracer.read(name) if is_url(name) else load(name))
    except ArticleError as error:
        complain(str(error))
        return None
    return regraded(tracer.trace(article), settings)
