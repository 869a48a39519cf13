"""``provenance explain`` and ``languages``: what a finding means, and what is known of each language."""

from __future__ import annotations

import click

from provenance.cli.options import OutputOptions
from provenance.cli.output import view_of, write
from provenance.cli.parameters import codes
from provenance.findings.explaining import explain as page_of


@click.command(short_help="Say what a finding means.")
@click.argument("code", required=False, shell_complete=codes)
def explain(code: str | None) -> None:
    """Say what the finding CODE means, why it matters, and how to fix or accept it.

    CODE is a code (OMI202), a name (dropped-negation), or the beginning of codes (OMI), which lists them. Without CODE
    all findings are listed.
    """
    text, view = page_of(code).rstrip() + "\n", view_of(OutputOptions(), None)
    if view.colour:
        from provenance.reporting.console import drawn

        text = drawn(text, view)
    write(text)


@click.command(short_help="Say what is known of each language.")
def languages() -> None:
    """Say what is known of each language: cues of quotation, classes of words, figures, dates, old spelling.

    Where a class of words is not known, the report says so, and a word that was left out has to be looked at.
    """
    from provenance.languages.coverage import coverage_table

    write(coverage_table())
