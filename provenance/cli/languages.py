"""``provenance languages``: what is known of each language."""

from __future__ import annotations

import click

from provenance.cli.output import write


@click.command(short_help="Say what is known of each language.")
def languages() -> None:
    """Say what is known of each language: cues of quotation, classes of words, figures, dates, old spelling.

    Where a class of words is not known, the report says so, and a word that was left out has to be looked at.
    """
    from provenance.languages.coverage import coverage_table

    write(coverage_table())
