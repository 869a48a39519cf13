"""The subcommands by name. Each is loaded when it is called, so that none waits for what another needs."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


class Entry(NamedTuple):
    """Where a subcommand is defined, and what ``--help`` says of it in one line."""

    module: str
    summary: str


COMMANDS: Mapping[str, Entry] = MappingProxyType(
    {
        "trace": Entry("provenance.cli.trace", "Trace what an article quotes."),
        "compare": Entry("provenance.cli.compare", "Compare one quotation with one source."),
        "detect": Entry("provenance.cli.detect", "Show what would be traced."),
        "save": Entry("provenance.cli.save", "Fetch and keep the cited originals."),
        "index": Entry("provenance.cli.index", "Make a large folder of saved sources quick to search."),
        "export": Entry("provenance.cli.export", "Write saved sources to a WARC file."),
        "serve": Entry("provenance.cli.serve", "Open a page to paste an article into."),
        "lsp": Entry("provenance.cli.lsp", "Show findings in an editor (a language server)."),
        "check": Entry("provenance.cli.check", "Check cases and saved articles; never touch a network."),
        "fix": Entry("provenance.cli.fix", "Mend what an article misquotes."),
        "mcp": Entry("provenance.cli.mcp", "Serve language models, over MCP."),
        "corpus": Entry("provenance.cli.corpus", "Trace many pages that quote one another."),
        "report": Entry("provenance.cli.report", "Make a page of a JSON report."),
        "explain": Entry("provenance.cli.explain", "Say what a finding means."),
        "languages": Entry("provenance.cli.languages", "Say what is known of each language."),
        "config": Entry("provenance.cli.config", "Show the settings that hold here."),
    }
)
"""In the order in which ``--help`` lists them. A module defines its command under the command's own name."""


class LazyGroup(click.Group):
    """A group whose commands stand in ``COMMANDS``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, loaded now; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name].module), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; for an unknown one the nearest is named."""
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, list(COMMANDS), 1, cutoff=0.5)
            article = f" To trace an article: provenance trace {name}." if Path(name).exists() else ""
            offered = f"did you mean {near[0]}?" if near else f"use one of {', '.join(COMMANDS)}."
            ctx.fail(f"There is no command {name!r}; {offered}{article}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The list of ``--help``, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])
