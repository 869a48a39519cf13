"""``provenance index``: make a large folder of saved sources quick to search by text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.output import complain, write
from provenance.cli.parameters import PATH
from provenance.cli.progress import progress_bar
from provenance.reporting.exit_codes import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
Examples:
  provenance index saved/
"""


@click.command(short_help="Index a folder of saved sources by their text.", epilog=_EPILOG)
@click.argument("folder", metavar="DIR", type=PATH)
def index(folder: Path) -> int:
    """Index the saved sources in DIR by their text, so that an excerpt without a link finds its page among thousands.

    The index is one file in DIR. Only pages that are new or changed are read. Folders of up to 200 pages need none.
    """
    from provenance.sources.index import INDEX_NAME, TextIndex
    from provenance.sources.loading.given import build_catalogue
    from provenance.sources.searching import holdings_in

    holdings = holdings_in(build_catalogue(folders=[folder]), folder)
    if not holdings:
        complain(f"{folder} holds no saved source; make some with `provenance save`.")
        return ExitCode.UNCHECKED
    with TextIndex(folder, folder / INDEX_NAME) as pages:
        stale = pages.stale(holdings)
        with progress_bar(len(stale)) as tell:
            taken_in = pages.update(holdings, progress=lambda holding: tell(holding.locator))
    write(f"{len(holdings)} sources indexed, {taken_in} of them new or changed.\n")
    return ExitCode.CLEAN
