"""``provenance lsp``: the language server that editors start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.extras import require_extra
from provenance.cli.options import config_option
from provenance.cli.parameters import PATH, one_folder

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="Show findings in an editor (a language server).")
@click.option(
    "--sources",
    metavar="DIR",
    type=PATH,
    multiple=True,
    callback=one_folder,
    help="The folder of saved originals; by default the configured one, or sources beside the configuration.",
)
@config_option
@click.option("--allow-network", is_flag=True, help="Offer to fetch and save a cited page that is missing.")
def lsp(*, sources: Path | None, config: Path | None, allow_network: bool) -> None:
    """Speak the Language Server Protocol on standard input and output: an editor starts this, not a person.

    Findings are shown as the article is written, from the saved originals alone. docs/editors.md shows how to set up VS Code,
    Neovim, Helix, Zed and Emacs.
    """
    require_extra("lsp", "pygls")
    from provenance.servers.lsp.checking import Checker
    from provenance.servers.lsp.server import language_server

    language_server(Checker(sources, config), network=allow_network).start_io()
