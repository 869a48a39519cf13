"""What a shell offers on the Tab key, beyond what click knows by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.findings.codes import RULES
from provenance.reporting.reporter import FORMATS

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def formats(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The formats of reports; after ``FORMAT:`` the shell's own completion of files is of no use."""
    from click.shell_completion import CompletionItem

    return [
        CompletionItem(name, help=each.summary)
        for name, each in FORMATS.items()
        if name.startswith(incomplete)
    ]


def codes(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes of findings, each with its name."""
    from click.shell_completion import CompletionItem

    start = incomplete.upper()
    return [CompletionItem(code, help=rule.name) for code, rule in RULES.items() if code.startswith(start)]
