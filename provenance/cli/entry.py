"""The command ``provenance``: its subcommands, and what becomes of an error."""

from __future__ import annotations

import click

from provenance import __version__
from provenance.cli.detect import detect


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="provenance")
def commands() -> None:
    """Trace what an article quotes back to its source, and show what was changed on the way."""


commands.add_command(detect)


def main() -> None:
    """Run the command line."""
    commands()
