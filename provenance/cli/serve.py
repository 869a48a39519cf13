"""``provenance serve``: the page for people without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.extras import require_extra
from provenance.cli.options import config_option, settings_of
from provenance.cli.output import write
from provenance.cli.parameters import PATH, one_folder
from provenance.configuration.reading import configured_place

if TYPE_CHECKING:
    from pathlib import Path

_PORT = 8617


@click.command(short_help="Open a page to paste an article into.")
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65_535),
    default=_PORT,
    show_default=True,
    help="Where to listen on this machine; 0 takes any port that is free.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--sources",
    metavar="DIR",
    type=PATH,
    multiple=True,
    callback=one_folder,
    help="A folder of saved originals to look into; by default the configured one.",
)
@click.option("--offline", is_flag=True, help="Never touch the network.")
@config_option
def serve(*, port: int, no_browser: bool, sources: Path | None, offline: bool, config: Path | None) -> None:
    """Open a page in the browser: paste or drop an article and its sources, and see what was changed.

    The page is for this machine alone; nothing of what it is given is written to a disk. Ctrl-C ends it.
    """
    require_extra("serve", "starlette", "uvicorn")
    import webbrowser

    from provenance.servers.web.job import Desk
    from provenance.servers.web.serving import serve as serve_page

    def announce(address: str) -> None:
        write(f"{address}\n")
        if not no_browser:
            webbrowser.open(address)

    settings = settings_of(config)
    desk = Desk(settings, sources or configured_place(settings, "sources"), offline)
    serve_page(desk, port, announce)
