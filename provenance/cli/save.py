"""``provenance save``: fetch and keep the cited originals, so that later runs need no network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli.articles import expanded, load_each, without_article
from provenance.cli.options import DEFAULT_SOURCES
from provenance.cli.output import complain, write
from provenance.cli.parameters import PATH
from provenance.cli.progress import progress
from provenance.configuration.reading import settings_for
from provenance.errors import ConfigurationError
from provenance.reporting.cleaning import one_line
from provenance.reporting.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from provenance.articles.article import Article
    from provenance.configuration.settings import Settings
    from provenance.sources.saving import Saving

_EPILOG = """\b
Examples:
  provenance save posts/ --sources saved/
  provenance save posts/pier.md --sources saved/ --refresh
  provenance save posts/ --sources saved/ --excerpt-only
"""


@dataclass(frozen=True, slots=True)
class _Wish:
    """How to save."""

    refresh: bool
    excerpt_only: bool
    archives: bool
    allow_private: bool


@click.command(short_help="Fetch and keep the cited originals.", epilog=_EPILOG)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option(
    "--sources",
    metavar="DIR",
    type=PATH,
    help="Where to keep them; by default the configured folder, or ./sources.",
)
@click.option(
    "--refresh", is_flag=True, help="Fetch again what was not checked within the hour; an older copy is kept."
)
@click.option(
    "--excerpt-only", is_flag=True, help="Keep only the quoted passages and a paragraph around each."
)
@click.option("--archives", is_flag=True, help="Ask the configured web archives for pages that are gone.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses that are not public, too.")
def save(articles: tuple[str, ...], sources: Path | None, **wish: bool) -> int:
    """Fetch the pages that the excerpts of ARTICLE are said to be from, and keep them in a folder with a manifest.

    ARTICLE is a file, a folder of articles, or - for standard input. robots.txt is honoured. What is saved already is
    not fetched again. The exit code is 3 if a page could not be had, or if no article cites one; 2 if an article cannot be
    read.
    """
    settings = settings_for(Path())
    names = expanded(articles, settings)
    pages = load_each(names)
    folder = sources or settings.sources or DEFAULT_SOURCES
    savings = _saved(pages, folder, settings, _Wish(**wish))
    if not names:
        complain(without_article(articles, settings))
    elif pages and not savings:
        complain(f"No article of {', '.join(articles)} cites a page; nothing was saved.")
    write("".join(f"{_told(saving)}\n" for saving in savings))
    if any(saving.older for saving in savings):
        write(_touched(pages, folder, settings))
    if len(pages) < len(names):
        return ExitCode.ERROR
    return ExitCode.UNCHECKED if not savings or any(map(_failed, savings)) else ExitCode.CLEAN


def _saved(pages: Sequence[Article], folder: Path, settings: Settings, wish: _Wish) -> tuple[Saving, ...]:
    with progress(quiet=False) as tell:
        try:
            return _kept(pages, folder, settings, wish, lambda saving: tell(_told(saving)))
        except OSError as error:
            raise ConfigurationError(
                f"{folder} cannot be written ({error.strerror}); name another."
            ) from error


def _kept(
    pages: Sequence[Article],
    folder: Path,
    settings: Settings,
    wish: _Wish,
    progress: Callable[[Saving], object],
) -> tuple[Saving, ...]:
    from provenance.keeping import cited_pages, keep_passages
    from provenance.sources.network import Network
    from provenance.sources.saving import Saver
    from provenance.sources.store import Store

    archives = settings.archives if wish.archives else ()
    network = Network(allow_private=wish.allow_private, robots=True, archives=archives)
    if wish.excerpt_only:
        return keep_passages(pages, Store(folder), network, progress=progress)
    saver = Saver(Store(folder), network.fetch, archives=network.archives, refresh=wish.refresh)
    return saver.save((page for article in pages for page in cited_pages(article)), progress=progress)


def _touched(pages: Sequence[Article], folder: Path, settings: Settings) -> str:
    """The excerpts that only an older copy of a changed page clears, a line each."""
    from provenance.keeping import cleared_by_older

    found = cleared_by_older(pages, folder, settings=settings)
    lines = [f"touches   {page.document.origin}, line {item.excerpt.line}" for page, item in found]
    return "".join(f"{one_line(line)}\n" for line in lines) or "No excerpt is touched by what changed.\n"


def _failed(saving: Saving) -> bool:
    return saving.reason is not None


def _told(saving: Saving) -> str:
    where = f" as {saving.source.file}" if saving.source and not saving.reason else ""
    return one_line(f"{saving.outcome:<9} {saving.reason or saving.url}{where}")
