"""``provenance serve``, ``lsp`` and ``mcp``, the doors for browsers, editors and language models, and ``provenance corpus``."""

from pathlib import Path

import click

from provenance.cli.options import config_option, flag, output_option, settings_of, sources_option
from provenance.cli.output import progress, write
from provenance.cli.parameters import PATH, require_extra
from provenance.configuration.settings import configured_place
from provenance.reporting.reporter import ExitCode
from provenance.reporting.summary import counted

_PORT = 8617
_EPILOG = """\b
Examples:
  provenance mcp --sources saved/
  provenance mcp --root ~/notes --root ~/transcripts
"""

_CORPUS_EPILOG = """\b
Examples:
  provenance corpus trace pages/ --out traced/
  provenance corpus trace crawl-*.warc.gz --out traced/ --jobs 8
  provenance corpus summary traced/ -o report.html
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
    from provenance.servers.web.job import Desk

    def announce(address: str) -> None:
        write(f"{address}\n")
        if not no_browser:
            webbrowser.open(address)

    settings = settings_of(config)
    desk = Desk(settings, sources or configured_place(settings, "sources"), offline)
    serve_page(desk, port, announce)


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
    from provenance.servers.lsp.server import language_server
    from provenance.servers.lsp.telling import Checker

    language_server(Checker(sources, config), network=allow_network).start_io()


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


@click.group(short_help="Trace a corpus of pages that quote one another.", epilog=_CORPUS_EPILOG)
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
