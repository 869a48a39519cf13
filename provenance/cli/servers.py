"""``provenance serve``, ``lsp`` and ``mcp``: the doors for browsers, editors and language models."""

import os
import sys
from pathlib import Path

import click

from provenance.cli.environment import require_extra
from provenance.cli.options import config_option, flag, settings_of, sources_option
from provenance.cli.output import write
from provenance.configuration.settings import configured_place

_PORT = 8617
_EPILOG = """\b
Examples:
  provenance mcp --sources saved/
  provenance mcp --root ~/notes --root ~/transcripts
"""


@click.command(short_help="Open a page to paste an article into.")
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65_535),
    default=_PORT,
    show_default=True,
    help="Where to listen on this machine; 0 takes any port that is free.",
)
@flag("--no-browser", "Only print the address.")
@sources_option("A folder of saved originals to look into; by default the configured one.")
@flag("--offline", "Never touch the network.")
@config_option
def serve(*, port: int, no_browser: bool, sources: Path | None, offline: bool, config: Path | None) -> None:
    """Open a page in the browser: paste or drop an article and its sources, and see what was changed.

    The page is for this machine alone; nothing of what it is given is written to a disk. Ctrl-C ends it.
    """
    require_extra("serve", "starlette", "uvicorn")
    import webbrowser

    from provenance.servers.web.application import serve as serve_page
    from provenance.servers.web.job import ServerOptions

    def announce(address: str) -> None:
        write(f"{address}\n")
        if not no_browser:
            webbrowser.open(address)

    settings = settings_of(config)
    options = ServerOptions(settings, sources or configured_place(settings, "sources"), offline)
    serve_page(options, port, announce)


@click.command(short_help="Show findings in an editor (a language server).")
@sources_option(
    "The folder of saved originals; by default the configured one, or sources beside the configuration."
)
@config_option
@flag("--allow-network", "Offer to fetch and save a cited page that is missing.")
def lsp(*, sources: Path | None, config: Path | None, allow_network: bool) -> None:
    """Speak the Language Server Protocol on standard input and output: an editor starts this, not a person.

    Findings are shown as the article is written, from the saved originals alone. docs/editors.md shows how to set up VS Code,
    Neovim, Helix, Zed and Emacs.
    """
    require_extra("lsp", "pygls")
    from provenance.servers.lsp.checker import Checker
    from provenance.servers.lsp.server import language_server

    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:  # the server closes what it answers on
        language_server(Checker(sources, config), network=allow_network).start_io(stdout=answers)


@click.command(short_help="Serve language models, over MCP.", epilog=_EPILOG)
@click.option(
    "--root",
    "roots",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="A folder below which a model may name sources by their paths. Repeatable; without it, none may be.",
)
@sources_option("The folder of saved originals; by default the configured one.")
@flag("--allow-network", "Fetch addresses that a model or a draft names.")
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
