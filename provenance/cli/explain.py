"""``provenance explain``: what a finding means, why it matters, and what to do about it."""

from __future__ import annotations

import click

from provenance.cli.completion import codes
from provenance.cli.options import OutputOptions
from provenance.cli.output import view_of, write
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
        from provenance.reporting.explanation import drawn

        text = drawn(text, view)
    write(text)
