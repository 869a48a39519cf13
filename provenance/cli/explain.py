"""``provenance explain``, ``languages``, ``config`` and ``report``: what a finding means, what is known, what holds, what was."""

import json
import sys
from pathlib import Path

import click

from provenance.cli.options import OutputOptions, config_option, flag, output_option, settings_of
from provenance.cli.output import view_of, write
from provenance.cli.parameters import STDIN, codes
from provenance.configuration.keys import KEYS, json_schema
from provenance.configuration.settings import NEVER, Settings
from provenance.errors import ConfigurationError
from provenance.findings.codes import explain as page_of
from provenance.findings.finding import Severity
from provenance.reporting.cleaning import clean
from provenance.reporting.records import Record

_EPILOG = """\b
Examples:
  provenance trace article.html --with-text --format json:trace.json
  provenance report trace.json -o report.html
"""


@click.command(short_help="Say what a finding means.")
@click.argument("code", required=False, shell_complete=codes)
def explain(code: str | None) -> None:
    """Say what the finding CODE means, why it matters, and how to fix or accept it.

    CODE is a code (OMI202), a name (dropped-negation), or the beginning of codes (OMI), which lists them. Without CODE
    all findings are listed.
    """
    text, view = page_of(code).rstrip() + "\n", view_of(OutputOptions(), None)
    if view.colour:
        from provenance.reporting.painting import drawn

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


@click.command(short_help="Make a page of a JSON report.", epilog=_EPILOG)
@click.argument("trace", metavar="TRACE")
@output_option
def report(trace: str, output: Path | None) -> None:
    """Make one self-contained HTML page of TRACE, a JSON report that was written --with-text; - reads standard input.

    It is the same page that --format html:report.html writes. Its findings were counted when the report was written:
    the exit code is 0 unless the page cannot be made.
    """
    from provenance.reporting.html.page import page

    write(page(_read_record(trace)), output)


def _read_record(trace: str) -> Record:
    try:
        data = sys.stdin.buffer.read() if trace == STDIN else Path(trace).read_bytes()
        record = json.loads(data)
    except OSError as error:
        raise ConfigurationError(f"{trace} cannot be read ({error.strerror}); name a JSON report.") from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{trace} is no JSON; name what --format json:FILE wrote.") from error
    if not isinstance(record, dict):
        raise ConfigurationError(f"{trace} is no report; name what --format json:FILE wrote.")
    return record
