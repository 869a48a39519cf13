"""``provenance config``: the settings that hold here, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.options import config_option, settings_of
from provenance.cli.output import write
from provenance.configuration.keys import KEYS, json_schema
from provenance.configuration.settings import NEVER
from provenance.findings.finding import Severity
from provenance.reporting.cleaning import clean
from provenance.reporting.json import written

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.configuration.settings import Settings


@click.command(short_help="Show the settings that hold here.")
@config_option
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration instead.")
def config(*, schema: bool, config: Path | None) -> None:
    """Show the settings that hold in this folder, and where each comes from.

    They are read from provenance.toml, or from [tool.provenance] in pyproject.toml, in this folder or the nearest one
    above it that has either.
    """
    write(written(json_schema()) if schema else _listing(settings_of(config)))


def _listing(settings: Settings) -> str:
    rows = [(key, _value_in_words(settings, key), settings.origins.get(key, "default")) for key in KEYS]
    return "".join(f"{clean(f'{key:<11} {value}   # {origin}')}\n" for key, value, origin in rows)


def _value_in_words(settings: Settings, key: str) -> str:
    value = getattr(settings, key.replace("-", "_"))
    if key == "fail-on":
        return value.label if isinstance(value, Severity) else NEVER
    if key == "severities":
        rows = [
            f"{row.glob}: {code} {severity.label}"
            for row in value
            for code, severity in row.severities.items()
        ]
        return ", ".join(rows) or "-"
    if key in {"outlets", "words"}:
        return ", ".join(f"{name} ({', '.join(domains)})" for name, domains in value) or "-"
    return (", ".join(value) if isinstance(value, tuple) else str(value or "")) or "-"
