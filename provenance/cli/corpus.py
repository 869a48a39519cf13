"""``provenance corpus``: many pages that quote one another, traced on an engine, and the page of what that comes to."""

from pathlib import Path

import click

from provenance.cli.environment import require_extra
from provenance.cli.options import config_option, output_option, settings_of
from provenance.cli.output import progress, write
from provenance.cli.parameters import PATH
from provenance.reporting.run import ExitCode
from provenance.reporting.summary import counted

_EPILOG = """\b
Examples:
  provenance corpus trace pages/ --out traced/
  provenance corpus trace crawl-*.warc.gz --out traced/ --jobs 8
  provenance corpus summary traced/ -o report.html
"""


@click.group(short_help="Trace a corpus of pages that quote one another.", epilog=_EPILOG)
def corpus() -> None:
    """Trace a corpus: who quotes whom, and how well. docs/corpus.md describes the tables that are written."""


@corpus.command(short_help="Trace the pages of a corpus against one another.")
@click.argument("pages", metavar="PAGES...", nargs=-1, required=True)
@click.option(
    "--out",
    metavar="DIR",
    type=PATH,
    required=True,
    help="The folder for the tables, new or of a run to go on with.",
)
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1, 256), help="Pages at once; by default one for each core."
)
@click.option("--ray", metavar="ADDRESS", help="The Ray cluster to run on, not this machine.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@config_option
def trace(
    pages: tuple[str, ...], *, out: Path, jobs: int | None, ray: str | None, quiet: bool, config: Path | None
) -> int:
    """Trace every page of PAGES against the others; never touch the network.

    PAGES are Parquet files (url, html or text; published and language if known), WARC files, or folders of saved pages.
    The same command goes on where it was broken off. The exit code is 0 if every page could be read, else 2.
    """
    require_extra("corpus", "daft")
    if ray:
        require_extra("ray", "ray", command="corpus trace --ray")
    from provenance.corpus.running import Options, trace_corpus

    with progress(quiet=quiet) as tell:
        rows = trace_corpus(pages, out, settings_of(config), Options(jobs, ray, progress=tell))
    told = " · ".join(counted(number, name.removesuffix("s")) for name, number in rows.items())
    write(f"{told}\n")
    return ExitCode.ERROR if rows["errors"] else ExitCode.CLEAN


@corpus.command(short_help="Make a page of a traced corpus.")
@click.argument("folder", metavar="DIR", type=PATH)
@output_option
def summary(folder: Path, *, output: Path | None) -> None:
    """Make one self-contained HTML page of DIR, which `corpus trace --out` wrote: outlets, verdicts, changes, passages."""
    require_extra("corpus", "daft")
    from provenance.corpus.summary import summary_page

    write(summary_page(folder), output)
