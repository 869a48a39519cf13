"""``provenance index`` and ``export``: what is done with a folder of saved sources."""

from __future__ import annotations

from pathlib import Path

import click

from provenance.cli.output import complain, write, writing_to
from provenance.cli.parameters import PATH
from provenance.cli.progress import progress_bar
from provenance.errors import ConfigurationError
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.summary import counted

_INDEX_EPILOG = """\b
Examples:
  provenance index saved/
"""


@click.command(short_help="Index a folder of saved sources by their text.", epilog=_INDEX_EPILOG)
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


_SUFFIXES = (".warc", ".warc.gz")
_EXPORT_EPILOG = """\b
Examples:
  provenance export saved/ --to saved.warc.gz
"""


def _warc(_: click.Context, __: click.Parameter, value: Path) -> Path:
    if not value.name.lower().endswith(_SUFFIXES):
        raise click.BadParameter(f"{value} must end in .warc or .warc.gz.")
    return value


@click.command(short_help="Write saved sources to a WARC file.", epilog=_EXPORT_EPILOG)
@click.argument("folder", metavar="DIR", type=PATH)
@click.option(
    "--to",
    "target",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_warc,
    required=True,
    help="The file: NAME.warc.gz, or NAME.warc for one that is not compressed.",
)
def export(folder: Path, target: Path) -> int:
    """Write the saved sources in DIR to one WARC file, the format of web archives.

    Older copies of a page are written too. Left out is what has no address, and what was saved with --excerpt-only; the
    exit code is 3 then.
    """
    from provenance.sources.containers.warc import export as write_out
    from provenance.sources.loading.given import build_catalogue
    from provenance.sources.storage.store import TOOL

    if target.resolve().is_relative_to(folder.resolve()):
        raise ConfigurationError(
            f"{target} lies in {folder}, where it would count as a source itself; write it elsewhere."
        )
    holdings = build_catalogue(folders=[folder]).holdings
    if not holdings:
        complain(f"{folder} holds no saved source; make some with `provenance save`.")
        return ExitCode.UNCHECKED
    with progress_bar(len(holdings)) as tell, writing_to(target):
        done = write_out(holdings, target, tool=TOOL, progress=lambda holding: tell(holding.locator))
    for reason in done.left_out:
        complain(reason)
    write(f"{counted(done.written, 'source')} written to {target}.\n")
    return ExitCode.UNCHECKED if done.left_out else ExitCode.CLEAN
