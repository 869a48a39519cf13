"""The command line: parse, call, report, exit."""

from provenance.cli.entry import main

__all__ = ["main"]
