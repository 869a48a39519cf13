"""``provenance export``: saved sources as one WARC file."""

from __future__ import annotations

from pathlib import Path

import click

from provenance.cli.output import complain, write
from provenance.cli.parameters import PATH
from provenance.cli.progress import progress_bar
from provenance.errors import ConfigurationError
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.summary import counted

_SUFFIXES = (".warc", ".warc.gz")
_EPILOG = """\b
Examples:
  provenance export saved/ --to saved.warc.gz
"""


def _warc(_: click.Context, __: click.Parameter, value: Path) -> Path:
    if not value.name.lower().endswith(_SUFFIXES):
        raise click.BadParameter(f"{value} must end in .warc or .warc.gz.")
    return value


@click.command(short_help="Write saved sources to a WARC file.", epilog=_EPILOG)
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
    from provenance.sources.containers.exporting import export as write_out
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
    with progress_bar(len(holdings)) as tell:
        try:
            done = write_out(holdings, target, tool=TOOL, progress=lambda holding: tell(holding.locator))
        except OSError as error:
            raise ConfigurationError(
                f"{target} cannot be written ({error.strerror}); name another."
            ) from error
    for reason in done.left_out:
        complain(reason)
    write(f"{counted(done.written, 'source')} written to {target}.\n")
    return ExitCode.UNCHECKED if done.left_out else ExitCode.CLEAN
