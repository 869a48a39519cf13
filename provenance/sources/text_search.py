"""The search among sources at hand for the page that an excerpt without a link is from, by their text."""

import os
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from provenance.excerpts.model import Excerpt
from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.index import CANDIDATES, INDEX_NAME, TextIndex, holdings_in
from provenance.sources.index_database import UnusableIndexError

MAX_UNINDEXED = 200  # pages that a search reads on the way; more than that is for `provenance index`


class TextSearch:
    """Searches folders of saved sources by text; made for ``other_references(search=…)``.

    A folder's index is read where there is one that can be used. Pages that are not in it, and a small folder without
    one, are indexed in memory, so that a check writes nothing. Indexes are opened at the first search.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._indexes: dict[Path, list[TextIndex]] | None = None
        self._unindexed: dict[Path, int] = {}
        self._texts = {os.path.relpath(held.locator): held for held in catalogue.holdings if not held.file}
        self._index_of_texts: TextIndex | None = None

    @property
    def unindexed(self) -> int:
        """How many pages the searches so far could not take into account, for want of an index."""
        return sum(self._unindexed.values())

    @property
    def to_index(self) -> tuple[Path, ...]:
        """The folders that those pages lie in."""
        return tuple(self._unindexed)

    def __call__(self, excerpt: Excerpt) -> Sequence[Holding]:
        """The pages that are likeliest to hold an excerpt, the likeliest first."""
        if self._indexes is None:
            self._indexes = {folder: self._opened(folder) for folder in self._catalogue.folders}
        found = (folder / name for folder in self._indexes for name in self._names(folder, excerpt.text))
        holdings = (self._catalogue.named(str(path)) for path in found)
        held = [holding for holding in holdings if holding is not None]
        return [*self._among_texts(excerpt.text), *held] if self._texts else held

    def _among_texts(self, text: str) -> list[Holding]:
        if self._index_of_texts is None:
            self._index_of_texts = TextIndex(Path(), None)
            self._index_of_texts.update(tuple(self._texts.values())[:MAX_UNINDEXED])
        return [self._texts[name] for name in self._index_of_texts.search(text)]

    def close(self) -> None:
        """Close the indexes."""
        for indexes in (self._indexes or {}).values():
            for index in indexes:
                index.close()
        self._indexes = None
        if self._index_of_texts:
            self._index_of_texts.close()
            self._index_of_texts = None

    def _names(self, folder: Path, text: str) -> list[str]:
        """The names that the indexes of a folder propose, in turn, as many as are worth it."""
        indexes = self._indexes[folder] if self._indexes else []
        try:
            proposed = [index.search(text) for index in indexes]
        except UnusableIndexError:  # it turns out to be broken: what can be read again now is
            for index in indexes:
                index.close()
            indexes[:] = [self._in_memory(folder, holdings_in(self._catalogue, folder))]
            proposed = [indexes[0].search(text)]
        in_turn = (name for names in zip_longest(*proposed) for name in names if name is not None)
        return list(dict.fromkeys(in_turn))[:CANDIDATES]

    def _opened(self, folder: Path) -> list[TextIndex]:
        holdings, path = holdings_in(self._catalogue, folder), folder / INDEX_NAME
        if not path.exists():
            return [self._in_memory(folder, holdings)]
        try:
            index = TextIndex(folder, path, read_only=True)
            stale = index.stale(holdings)
        except UnusableIndexError:
            return [self._in_memory(folder, holdings)]
        return [index, self._in_memory(folder, stale)] if stale else [index]

    def _in_memory(self, folder: Path, holdings: Sequence[Holding]) -> TextIndex:
        """An index of as many pages as can be read on the way."""
        index = TextIndex(folder, None)
        index.update(holdings[:MAX_UNINDEXED])
        if left := len(holdings[MAX_UNINDEXED:]):
            self._unindexed[folder] = left
        return index
