"""``provenance mcp``: the tools of language models."""

from __future__ import annotations

from pathlib import Path

import click

from provenance.cli.extras import require_extra
from provenance.cli.options import config_option, settings_of
from provenance.cli.parameters import PATH, one_folder
from provenance.configuration.reading import configured_place

_EPILOG = """\b
Examples:
  provenance mcp --sources saved/
  provenance mcp --root ~/notes --root ~/transcripts
"""


@click.command(short_help="Serve language models, over MCP.", epilog=_EPILOG)
@click.option(
    "--root",
    "roots",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="A folder below which a model may name sources by their paths. Repeatable; without it, none may be.",
)
@click.option(
    "--sources",
    metavar="DIR",
    type=PATH,
    multiple=True,
    callback=one_folder,
    help="The folder of saved originals; by default the configured one.",
)
@click.option("--allow-network", is_flag=True, help="Fetch addresses that a model or a draft names.")
@config_option
def mcp(*, roots: tuple[Path, ...], sources: Path | None, allow_network: bool, config: Path | None) -> None:
    """Serve a language model over standard input and output: it verifies the quotations of a draft before it is given.

    Four tools: verify_quotations, compare_quotation, find_quotation, explain_finding. Nothing is written, no path is
    read outside the roots, and the network is not touched unless it is allowed.
    """
    require_extra("mcp", "mcp")
    from provenance.servers.mcp.desk import Desk
    from provenance.servers.mcp.server import make_server

    settings = settings_of(config)
    desk = Desk(settings, roots, sources or configured_place(settings, "sources"), allow_network)
    make_server(desk).run("stdio")
