"""``provenance save``: fetch and keep the cited originals, so that later runs need no network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from provenance.cli.articles import expanded, load_each, without_article
from provenance.cli.options import DEFAULT_SOURCES, config_option, settings_of
from provenance.cli.output import complain, write
from provenance.cli.parameters import PATH, one_folder
from provenance.cli.progress import progress_bar
from provenance.errors import ConfigurationError
from provenance.reporting.cleaning import one_line
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.summary import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from provenance.articles.article import Article
    from provenance.configuration.settings import Settings
    from provenance.sources.storage.saving import Saving
    from provenance.tracing.saving import Citation

_EPILOG = """\b
Examples:
  provenance save posts/ --sources saved/
  provenance save posts/pier.md --sources saved/ --refresh
  provenance save posts/ --sources saved/ --excerpt-only
"""


@dataclass(frozen=True, slots=True)
class RequestOptions:
    """How to save."""

    refresh: bool
    fresh_for: int
    excerpt_only: bool
    archives: bool
    allow_private: bool


@click.command(short_help="Fetch and keep the cited originals.", epilog=_EPILOG)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option(
    "--sources",
    metavar="DIR",
    type=PATH,
    multiple=True,
    callback=one_folder,
    help="Where to keep them; by default the configured folder, or ./sources.",
)
@click.option("--refresh", is_flag=True, help="Fetch again what is saved already; an older copy is kept.")
@click.option(
    "--fresh-for",
    metavar="MINUTES",
    type=click.IntRange(min=0),
    default=60,
    show_default=True,
    help="In a refresh, leave alone what was checked so short a while ago.",
)
@click.option(
    "--excerpt-only", is_flag=True, help="Keep only the quoted passages and a paragraph around each."
)
@click.option(
    "--archives",
    is_flag=True,
    help="Ask the configured web archives for pages that are gone or hold no text.",
)
@config_option
@click.option("--allow-private", is_flag=True, help="Fetch from addresses that are not public, too.")
def save(articles: tuple[str, ...], *, sources: Path | None, config: Path | None, **wish: Any) -> int:  # noqa: ANN401 -- what click read
    """Fetch the pages that the excerpts of ARTICLE are said to be from, and keep them in a folder with a manifest.

    ARTICLE is a file, a folder of articles, or - for standard input. robots.txt is honoured. What is saved already is
    not fetched again. The exit code is 3 if a page could not be had, or if no article cites one; 2 if an article cannot be
    read.
    """
    from provenance.tracing.saving import citations

    settings = settings_of(config)
    names = expanded(articles, settings)
    pages = load_each(names)
    folder = sources or settings.sources or DEFAULT_SOURCES
    wished = RequestOptions(**wish)
    savings = _saved(citations(pages), folder, settings, wished)
    if not names:
        complain(without_article(articles, settings))
    elif pages and not savings:
        complain(f"No article of {', '.join(articles)} cites a page; nothing was saved.")
    write("".join(f"{_told(saving, wished)}\n" for saving in savings))
    if any(map(_may_be_archived, savings)) and not wished.archives and settings.archives:
        complain(f"Pages that cannot be had may be in {' or '.join(settings.archives)}; --archives asks.")
    if any(saving.older for saving in savings):
        write(_touched(pages, folder, settings))
    if len(pages) < len(names):
        return ExitCode.ERROR
    return ExitCode.UNCHECKED if not savings or any(map(_failed, savings)) else ExitCode.CLEAN


def _saved(
    cited: Sequence[Citation], folder: Path, settings: Settings, wish: RequestOptions
) -> tuple[Saving, ...]:
    with progress_bar(len(cited)) as tell:
        try:
            return _kept(cited, folder, settings, wish, lambda saving: tell(saving.url))
        except OSError as error:
            raise ConfigurationError(
                f"{folder} cannot be written ({error.strerror}); name another."
            ) from error


def _kept(
    cited: Sequence[Citation],
    folder: Path,
    settings: Settings,
    wish: RequestOptions,
    progress: Callable[[Saving], object],
) -> tuple[Saving, ...]:
    from provenance.sources.loading.network import Network
    from provenance.sources.storage.saving import Saver, Wanted
    from provenance.sources.storage.store import Store
    from provenance.tracing.saving import PassageSaver

    archives = settings.archives if wish.archives else ()
    network, store = Network(allow_private=wish.allow_private, robots=True, archives=archives), Store(folder)
    fresh_for = timedelta(minutes=wish.fresh_for)
    if wish.excerpt_only:
        passages = PassageSaver(store, network, refresh=wish.refresh, still_fresh=fresh_for)
        return passages.save(cited, progress=progress)
    saver = Saver(
        store,
        network.fetch,
        archives=network.archives,
        at_hand=_unlisted(folder),
        refresh=wish.refresh,
        still_fresh=fresh_for,
    )
    return saver.save((Wanted(page.url, page.published) for page in cited), progress=progress)


def _unlisted(folder: Path) -> Callable[[str], Path | None]:
    """Tells which file of a folder holds a page, by the address that the page itself states."""
    from provenance.sources.catalogue import Catalogue
    from provenance.sources.loading.given import build_catalogue

    catalogue = build_catalogue(folders=[folder]) if folder.is_dir() else Catalogue()
    return lambda url: next((holding.file for holding in catalogue.at(url)), None)


def _touched(pages: Sequence[Article], folder: Path, settings: Settings) -> str:
    """The excerpts that only an older copy of a changed page clears, a line each."""
    from provenance.tracing.saving import cleared_by_older

    found = cleared_by_older(pages, folder, settings=settings)
    places = [f"{page.document.origin}, line {item.excerpt.line}" for page, item in found]
    return (
        "".join(f"touches   {one_line(place)}\n" for place in places)
        or "No excerpt is touched by what changed.\n"
    )


def _failed(saving: Saving) -> bool:
    return saving.reason is not None


def _may_be_archived(saving: Saving) -> bool:
    """Whether a page failed that an archive could hold: a public one."""
    from provenance.sources.addresses import host_of
    from provenance.sources.loading.archives import is_private_name

    return _failed(saving) and not is_private_name(host_of(saving.url))


def _told(saving: Saving, wish: RequestOptions) -> str:
    """What became of a page, in one line."""
    beside = saving.beside.name if saving.beside else ""
    name = saving.source.file if saving.source else beside
    if saving.reason:
        kept = f" {name} is kept." if name else ""
        return f"{saving.outcome:<9} {one_line(f'{saving.reason}{kept}')}"
    remark = _remark(saving, wish)
    return f"{saving.outcome:<9} {one_line(f'{saving.url} as {name}')}{remark and one_line(f'; {remark}')}"


def _remark(saving: Saving, wish: RequestOptions) -> str:
    last = (saving.source.checked or saving.source.fetched) if saving.source else None
    if wish.refresh and last and str(saving.outcome) == "kept":
        minutes = (datetime.now(UTC) - last) // timedelta(minutes=1)
        ago = f"{counted(minutes, 'minute')} ago" if minutes else "just now"
        return f"checked {ago}, and --fresh-for 0 fetches it again"
    if saving.doubt:
        return f"it may be of no use: {saving.doubt}"
    return f"an archive's copy, {saving.source.memento}" if saving.source and saving.source.memento else ""
