"""``provenance compare``: one quotation against one source."""

from __future__ import annotations

import click

from provenance.cli.articles import load
from provenance.cli.options import (
    JudgingOptions,
    OutputOptions,
    chosen,
    configured,
    judging_options,
    output_options,
)
from provenance.cli.output import with_offered_fixes, write_reports
from provenance.configuration.grading import regraded
from provenance.reporting.reporter import Run

_EPILOG = """\b
Examples:
  provenance compare quotation.txt source.html
  pbpaste | provenance compare - source.txt --format json
"""


@click.command(short_help="Compare one quotation with one source.", epilog=_EPILOG)
@click.argument("quotation")
@click.argument("source")
@judging_options
@output_options
def compare(quotation: str, source: str, **values: object) -> int:
    """Compare a QUOTATION, which is the quoted words and nothing else, with the SOURCE they are said to come from.

    Both are files; one of them may be - for standard input. The network is never touched.
    """
    if quotation == source == "-":
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
