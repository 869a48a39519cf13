"""``provenance save``: fetch and keep the cited originals, so that later runs need no network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli.articles import expanded, load
from provenance.cli.output import complain, write
from provenance.cli.progress import progress
from provenance.configuration.reading import settings_for
from provenance.errors import ConfigurationError
from provenance.reporting.cleaning import one_line
from provenance.reporting.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.sources.saving import Saving, Wanted

_DEFAULT_FOLDER = Path("sources")
_EPILOG = """\b
Examples:
  provenance save posts/ --sources saved/
  provenance save posts/pier.md --sources saved/ --refresh
"""


@click.command(short_help="Fetch and keep the cited originals.", epilog=_EPILOG)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option(
    "--sources",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to keep them; by default the configured folder, or ./sources.",
)
@click.option("--refresh", is_flag=True, help="Fetch again what is saved already; an older copy is kept.")
@click.option("--archives", is_flag=True, help="Ask the Wayback Machine for pages that are gone.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses that are not public, too.")
def save(
    articles: tuple[str, ...], sources: Path | None, *, refresh: bool, archives: bool, allow_private: bool
) -> int:
    """Fetch the pages that the excerpts of ARTICLE are said to be from, and keep them in a folder with a manifest.

    ARTICLE is a file, a folder of articles, or - for standard input. robots.txt is honoured. What is saved already is
    not fetched again. The exit code is 3 if a page could not be had, or if no article cites one.
    """
    settings = settings_for(Path())
    names = expanded(articles, globs=settings.articles)
    wanted = [page for name in names for page in cited_pages(load(name))]
    folder = sources or settings.sources or _DEFAULT_FOLDER
    savings = _saved(wanted, folder, refresh=refresh, archives=archives, allow_private=allow_private)
    if not savings:
        complain(f"No article of {', '.join(articles)} cites a page; nothing was saved.")
    write("".join(f"{_told(saving)}\n" for saving in savings))
    return ExitCode.UNCHECKED if not savings or any(map(_failed, savings)) else ExitCode.CLEAN


def cited_pages(article: Article) -> Iterator[Wanted]:
    """The pages that the excerpts of an article are said to be from, by their links, in the article's order."""
    from provenance.excerpts.detector import detect
    from provenance.sources.catalogue import Catalogue
    from provenance.sources.network import moment_of
    from provenance.sources.resolver import resolve
    from provenance.sources.saving import Wanted
    from provenance.sources.source import FoundBy

    published = moment_of(article.metadata.published)
    for excerpt in detect(article):
        for reference in resolve(excerpt, Catalogue(), article=article):
            if reference.found_by in {FoundBy.LINK, FoundBy.CITE}:
                yield Wanted(reference.locator, published)


def _saved(
    wanted: Sequence[Wanted], folder: Path, *, refresh: bool, archives: bool, allow_private: bool
) -> tuple[Saving, ...]:
    from provenance.sources.archives import Wayback
    from provenance.sources.http import HttpLoader
    from provenance.sources.saving import Saver
    from provenance.sources.store import Store

    with HttpLoader(allow_private=allow_private, robots=True) as http, progress(quiet=False) as tell:
        asked = [Wayback(http.fetch)] if archives else []
        saver = Saver(Store(folder), http.fetch, archives=asked, refresh=refresh)
        try:
            return saver.save(wanted, progress=lambda saving: tell(_told(saving)))
        except OSError as error:
            raise ConfigurationError(
                f"{folder} cannot be written ({error.strerror}); name another."
            ) from error


def _failed(saving: Saving) -> bool:
    return saving.reason is not None


def _told(saving: Saving) -> str:
    where = f" as {saving.source.file}" if saving.source and not saving.reason else ""
    return one_line(f"{saving.outcome:<9} {saving.reason or saving.url}{where}")
