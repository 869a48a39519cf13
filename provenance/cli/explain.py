"""``provenance explain``, ``languages`` and ``config``: what a finding means, what is known of each language, which settings hold."""

from pathlib import Path

import click

from provenance.cli.environment import view_of
from provenance.cli.options import OutputOptions, config_option, flag, settings_of
from provenance.cli.output import write
from provenance.cli.parameters import codes
from provenance.configuration.keys import KEYS, json_schema
from provenance.configuration.settings import NEVER, Settings
from provenance.findings.codes import explain as page_of
from provenance.findings.finding import Severity
from provenance.reporting.cleaning import clean


@click.command(short_help="Say what a finding means.")
@click.argument("code", required=False, shell_complete=codes)
def explain(code: str | None) -> None:
    """Say what the finding CODE means, why it matters, and how to fix or accept it.

    CODE is a code (OMI202), a name (dropped-negation), or the beginning of codes (OMI), which lists them. Without CODE
    all findings are listed.
    """
    text, view = page_of(code).rstrip() + "\n", view_of(OutputOptions(), None)
    if view.colour:
        from provenance.reporting.terminal.painting import drawn

        text = drawn(text, view)
    write(text)


@click.command(short_help="Say what is known of each language.")
def languages() -> None:
    """Say what is known of each language: cues of quotation, classes of words, figures, dates, old spelling.

    Where a class of words is not known, the report says so, and a word that was left out has to be looked at.
    """
    from provenance.languages.coverage import coverage_table

    write(coverage_table())


@click.command(short_help="Show the settings that hold here.")
@config_option
@flag("--schema", "Print the JSON Schema of the configuration instead.")
def config(*, schema: bool, config: Path | None) -> None:
    """Show the settings that hold in this folder, and where each comes from.

    They are read from provenance.toml, or from [tool.provenance] in pyproject.toml, in this folder or the nearest one
    above it that has either.
    """
    write(json_schema() if schema else _listing(settings_of(config)))


def _listing(settings: Settings) -> str:
    rows = [(key, _value_in_words(settings, key), settings.origins.get(key, "default")) for key in KEYS]
    return "".join(f"{clean(f'{key:<11} {value}   # {origin}')}\n" for key, value, origin in rows)


def _value_in_words(settings: Settings, key: str) -> str:
    value = getattr(settings, key.replace("-", "_"))
    if key == "fail-on":
        return value.label if isinstance(value, Severity) else NEVER
    if key == "severities":
        rows = [f"{glob}: {code} {level.label}" for glob, by_code in value for code, level in by_code.items()]
        return ", ".join(rows) or "-"
    if key in {"outlets", "words"}:
        return ", ".join(f"{name} ({', '.join(domains)})" for name, domains in value) or "-"
    return (", ".join(value) if isinstance(value, tuple) else str(value or "")) or "-"
