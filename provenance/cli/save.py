"""``provenance save``, ``index`` and ``export``: the folder of cited originals that later runs need no network for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.cli import options
from provenance.cli.articles import attempt_each, expanded, load, without_article
from provenance.cli.output import complain, progress, write, writing_to
from provenance.cli.parameters import PATH
from provenance.cli.resuming import ResumedReport, Row
from provenance.configuration.settings import DEFAULT_SOURCES, Settings, configured_place
from provenance.errors import ConfigurationError
from provenance.files.reading import is_inside
from provenance.reporting.json import lines
from provenance.reporting.run import ExitCode
from provenance.reporting.saving import TouchedExcerpt, as_json, as_text
from provenance.reporting.summary import counted
from provenance.sources.storage.saving import Saving

if TYPE_CHECKING:
    from provenance.sources.storage.saving import CitedPage
    from provenance.tracing.saving import CitingArticle

_EPILOG = """\b
Examples:
  provenance save posts/ --sources saved/
  provenance save posts/pier.md --sources saved/ --refresh
  provenance save posts/ --sources saved/ --refresh --fail-on-change
  provenance save posts/ --sources saved/ --excerpt-only
"""

_NOT_RESUMED = "--resume knows no --excerpt-only and no --refresh; save without, or all at once."
_INDEX_EPILOG = """\b
Examples:
  provenance index saved/
"""

_EXPORT_EPILOG = """\b
Examples:
  provenance export saved/ --to saved.warc.gz
"""


@click.command(short_help="Fetch and keep the cited originals.", epilog=_EPILOG)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@options.sources_option("Where to keep them; by default the configured folder, or ./sources.")
@options.flag("--refresh", "Fetch again what is saved already; an older copy is kept.")
@click.option(
    "--fresh-for",
    metavar="MINUTES",
    type=click.IntRange(min=0),
    default=60,
    show_default=True,
    help="In a refresh, leave alone what was checked so short a while ago.",
)
@options.flag("--excerpt-only", "Keep only the quoted passages and a paragraph around each.")
@options.flag("--archives", "Ask the configured web archives for pages that are gone or hold no text.")
@options.flag("--fail-on-change", "Exit with 1 if what changed touches an excerpt; with --refresh.")
@options.format_option("How to tell of it.")
@options.config_option
@options.jobs_option
@options.resume_option
@options.flag("--allow-private", "Fetch from addresses that are not public, too.")
def save(
    articles: tuple[str, ...],
    *,
    sources: Path | None,
    config: Path | None,
    format_: str,
    fail_on_change: bool,
    jobs: int | None,
    **wish: Any,  # noqa: ANN401 -- what click read
) -> int:
    """Fetch the pages that the excerpts of ARTICLE are said to be from, and keep them in a folder with a manifest.

    ARTICLE is a file, a folder of articles, or - for standard input. robots.txt is honoured. What is saved already is
    not fetched again. The exit code is 3 if a page could not be had, or if no article cites one; 2 if an article cannot be
    read; with --fail-on-change 1 if a page has changed so that an excerpt does not stand in it any more.
    """
    from provenance.tracing.saving import citations, cleared_by_older

    settings = options.settings_of(config)
    names = expanded(articles, settings)
    folder = sources or configured_place(settings, "sources") or DEFAULT_SOURCES
    if (resume := wish["resume"]) and (wish["excerpt_only"] or wish["refresh"]):
        raise ConfigurationError(_NOT_RESUMED)
    with ResumedReport(resume, lines=_citation_lines, read=_cited_before) as report:
        missing = report.missing(names)
        pages = attempt_each(missing, partial(_citing, within=articles), jobs=jobs, each=report.add)
    savings = _saved(citations(pages, chain.from_iterable(report.earlier)), folder, settings, wish)
    if not names:
        complain(without_article(articles, settings))
    elif (pages or not missing) and not savings:
        complain(f"No article of {', '.join(articles)} cites a page; nothing was saved.")
    touched: tuple[TouchedExcerpt, ...] = ()
    if any(saving.older for saving in savings):
        touched = tuple(cleared_by_older([page.article for page in pages], folder, settings=settings))
    told = as_json if format_ == "json" else partial(as_text, refresh=wish["refresh"])
    write(told(savings, touched))
    if any(map(_may_be_archived, savings)) and not wish["archives"] and settings.archives:
        complain(f"Pages that cannot be had may be in {' or '.join(settings.archives)}; --archives asks.")
    all_read, has_changed = len(pages) == len(missing), bool(touched) and fail_on_change
    return _exit_code(savings, all_read=all_read, has_changed=has_changed)


def _exit_code(savings: Sequence[Saving], *, all_read: bool, has_changed: bool) -> ExitCode:
    if not all_read or any(saving.is_fault for saving in savings):
        return ExitCode.ERROR
    if has_changed:
        return ExitCode.FINDINGS
    failed = not savings or any(saving.reason is not None for saving in savings)
    return ExitCode.UNCHECKED if failed else ExitCode.CLEAN


def _citing(name: str, *, within: tuple[str, ...]) -> "CitingArticle":
    from provenance.tracing.saving import citing

    return citing(load(name, within=within))


def _citation_lines(article: "CitingArticle") -> str:
    from provenance.tracing.saving import citations

    day = article.article.metadata.published
    cites = [{"url": page.url, "published": day} for page in citations([article])]
    return lines([{"type": "article", "origin": article.article.document.origin, "cites": cites}])


def _cited_before(rows: list[Row]) -> "list[CitedPage]":
    from provenance.articles.dates import point_in_time
    from provenance.sources.storage.saving import CitedPage

    return [CitedPage(page["url"], point_in_time(page["published"] or "")) for page in rows[0]["cites"]]


def _saved(
    cited: "Sequence[CitedPage]", folder: Path, settings: Settings, wish: Mapping[str, Any]
) -> tuple[Saving, ...]:
    from provenance.sources.loading.network import Network
    from provenance.sources.storage.saving import Saver
    from provenance.sources.storage.store import Store
    from provenance.tracing.saving import PassageSaver

    archives = settings.archives if wish["archives"] else ()
    network = Network(allow_private=wish["allow_private"], robots=True, archives=archives)
    store = Store(folder)
    fresh_for = timedelta(minutes=wish["fresh_for"])
    with progress(len(cited)) as tell, writing_to(folder):
        if wish["excerpt_only"]:
            saver: Saver = PassageSaver(store, network, refresh=wish["refresh"], still_fresh=fresh_for)
            cited = [page for page in cited if page.quoting]
        else:
            saver = Saver(
                store,
                network.fetch,
                archives=network.archives,
                at_hand=_unlisted(folder),
                refresh=wish["refresh"],
                still_fresh=fresh_for,
            )
        return saver.save(cited, progress=lambda saving: tell(saving.url))


def _unlisted(folder: Path) -> Callable[[str], Path | None]:
    """Tells which file of a folder holds a page, by the address that the page itself states."""
    from provenance.sources.catalogue import Catalogue
    from provenance.sources.loading.given import build_catalogue

    catalogue = build_catalogue(folders=[folder]) if folder.is_dir() else Catalogue()
    return lambda url: next((holding.file for holding in catalogue.at(url)), None)


def _may_be_archived(saving: Saving) -> bool:
    """Whether a page failed that an archive could hold: a public one."""
    from provenance.sources.addresses import host_of
    from provenance.sources.loading.archives import is_private_name

    return saving.reason is not None and not is_private_name(host_of(saving.url))


@click.command(short_help="Index a folder of saved sources by their text.", epilog=_INDEX_EPILOG)
@click.argument("folder", metavar="DIR", type=PATH)
def index(folder: Path) -> int:
    """Index the saved sources in DIR by their text, so that an excerpt without a link finds its page among thousands.

    The index is one file in DIR. Only pages that are new or changed are read. Folders of up to 200 pages need none.
    """
    from provenance.sources.index import INDEX_NAME, TextIndex, holdings_in
    from provenance.sources.loading.given import build_catalogue

    holdings = holdings_in(build_catalogue(folders=[folder]), folder)
    if not holdings:
        complain(f"{folder} holds no saved source; make some with `provenance save`.")
        return ExitCode.UNCHECKED
    with TextIndex(folder, folder / INDEX_NAME) as pages:
        stale = pages.stale(holdings)
        with progress(len(stale)) as tell:
            taken_in = pages.update(holdings, progress=lambda holding: tell(holding.locator))
    write(f"{len(holdings)} sources indexed, {taken_in} of them new or changed.\n")
    return ExitCode.CLEAN


def _warc(_: click.Context, __: click.Parameter, value: Path) -> Path:
    from provenance.sources.containers.warc import SUFFIXES

    if not value.name.lower().endswith(SUFFIXES):
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

    if is_inside(target, [folder]):
        raise ConfigurationError(
            f"{target} lies in {folder}, where it would count as a source itself; write it elsewhere."
        )
    holdings = build_catalogue(folders=[folder]).holdings
    if not holdings:
        complain(f"{folder} holds no saved source; make some with `provenance save`.")
        return ExitCode.UNCHECKED
    with progress(len(holdings)) as tell, writing_to(target):
        written, left_out = write_out(
            holdings, target, tool=TOOL, progress=lambda holding: tell(holding.locator)
        )
    for reason in left_out:
        complain(reason)
    write(f"{counted(written, 'source')} written to {target}.\n")
    return ExitCode.UNCHECKED if left_out else ExitCode.CLEAN
