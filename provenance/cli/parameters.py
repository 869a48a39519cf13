"""What the values of options mean, what is wrong with one that can be none, and what a shell offers."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.configuration.settings import is_language
from provenance.findings.codes import RULES
from provenance.reporting.reporter import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _Path(click.Path):
    """A path. An empty name would stand for the working folder, and an address for a folder that is not there."""

    name = "path"

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path that was written."""
        if value == "":
            self.fail("an empty name names no file and no folder.", param, ctx)
        if isinstance(value, str) and "://" in value:
            self.fail(f"{value} is an address; name a file or a folder.", param, ctx)
        return super().convert(value, param, ctx)


PATH = _Path()


def language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A language tag, of which the first part counts: ``en``, ``pt-BR``."""
    if value is not None and not is_language(value):
        raise click.BadParameter(
            f"{value!r} is no language; write its code: en, de, fr … (`provenance languages` lists those that are known)"
        )
    return value


def one_folder(_: click.Context, __: click.Parameter, values: tuple[Path, ...]) -> Path | None:
    """The folder of an option that holds for one; a second one would be dropped without a word."""
    if len(values) > 1:
        raise click.BadParameter(
            f"give it once: {values[0]} and {values[1]} are two folders of saved originals."
        )
    return next(iter(values), None)


def formats(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The formats of reports; after ``FORMAT:`` the shell's own completion of files is of no use."""
    return _offered({name: each.summary for name, each in FORMATS.items()}, incomplete)


def codes(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The codes of findings, each with its name."""
    return _offered({code: rule.name for code, rule in RULES.items()}, incomplete.upper())


def _offered(known: dict[str, str], start: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(word, help=said) for word, said in known.items() if word.startswith(start)]
