"""Finding an excerpt's page by its text among the pages at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.sources.index import INDEX_NAME, TextIndex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from provenance.excerpts.model import Excerpt
    from provenance.sources.catalogue import Catalogue, Holding

MAX_UNINDEXED = 200  # pages that a search reads on the way; more than that is for `provenance index`


class TextSearch:
    """Searches folders of saved sources by text; made for ``other_references(search=…)``.

    A folder's index is used where there is one, and new pages are taken into it. Where there is none, a small folder is
    indexed in memory, so that a check writes nothing. Indexes are opened at the first search.

    Args:
        catalogue: The sources at hand, with their folders.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._indexes: list[tuple[Path, TextIndex]] | None = None
        self._unindexed: dict[Path, int] = {}

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
            self._indexes = [(folder, self._ready(folder)) for folder in self._catalogue.folders]
        found = (folder / name for folder, index in self._indexes for name in index.search(excerpt.text))
        holdings = (self._catalogue.named(str(path)) for path in found)
        return [holding for holding in holdings if holding is not None]

    def close(self) -> None:
        """Close the indexes."""
        for _, index in self._indexes or ():
            index.close()
        self._indexes = None

    def _ready(self, folder: Path) -> TextIndex:
        path = folder / INDEX_NAME
        index = TextIndex(folder, path if path.exists() else None)
        stale = index.stale(holdings_in(self._catalogue, folder))
        index.update(stale[:MAX_UNINDEXED])
        if left := len(stale[MAX_UNINDEXED:]):
            self._unindexed[folder] = left
        return index


def holdings_in(catalogue: Catalogue, folder: Path) -> tuple[Holding, ...]:
    """The pages of a catalogue that lie in a folder."""
    root = folder.absolute()
    return tuple(
        holding
        for holding in catalogue.holdings
        if holding.file and holding.file.absolute().is_relative_to(root)
    )
