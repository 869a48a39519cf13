"""An index of the words of saved pages (SQLite FTS5)."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Self

from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.index_database import IndexDatabase, UnusableIndexError
from provenance.sources.loading.extraction import to_witness
from provenance.sources.source import FoundBy, Reference
from provenance.text.tokens import folded_words

INDEX_NAME = ".sources.sqlite"
RARE_WORDS = 6
RARE_PHRASES = 10
PHRASE_WORDS = 3
CANDIDATES = 20
MAX_WORDS = 500  # of an excerpt; more would not tell more
_COMMIT_EVERY = 200  # pages; what a killed run may lose


class TextIndex:
    """The words of saved pages. It can be deleted at any time: it holds nothing that the pages do not.

    Pages are named relative to their folder; without a path it is held in memory. What one says that is for reading alone
    is a proposal: nothing is believed of it. An UnusableIndexError if that cannot be used, an OSError if none can be written.
    """

    def __init__(self, folder: Path, path: Path | None, *, read_only: bool = False) -> None:
        self._folder = folder
        self._path = None if read_only else path
        self._database = self._opened(path, read_only=read_only)

    @staticmethod
    def _opened(path: Path | None, *, read_only: bool = False) -> IndexDatabase:
        if path is None:
            return IndexDatabase.in_memory()
        if read_only:
            return IndexDatabase.for_reading(path)
        _keep_out_of_git(path)
        return IndexDatabase.for_writing(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def stale(self, holdings: Iterable[Holding]) -> tuple[Holding, ...]:
        """The pages that are unknown or have changed, all if it is made anew; an UnusableIndexError if it cannot be."""
        asked = {self._name(holding): holding for holding in holdings}
        try:
            return self._unknown(dict(asked))
        except UnusableIndexError as failure:
            self._make_anew(failure)
            return tuple(asked.values())

    def _unknown(self, asked: dict[str, Holding]) -> tuple[Holding, ...]:
        for name, state in self._database.rows("SELECT name, state FROM page"):
            if name in asked and _state(asked[name]) == state:
                del asked[name]
        return tuple(asked.values())

    def update(
        self, holdings: Iterable[Holding], *, progress: Callable[[Holding], object] = lambda _: None
    ) -> int:
        """Take in pages that are new or changed. An index that turns out to be broken is made anew.

        Returns:
            How many were taken in. A page that cannot be read is known as such and not tried again until it changes.

        Raises:
            UnusableIndexError: If a new one cannot be written either.
        """
        every = tuple(holdings)
        try:
            return self._take_in_each(self.stale(every), progress)
        except UnusableIndexError as failure:
            self._make_anew(failure)
        return self._take_in_each(every, progress)

    def _make_anew(self, failure: UnusableIndexError) -> None:
        """Begin again with an empty file after a failure, which is raised where there is none to write to."""
        if self._path is None:
            raise failure
        self._database.close()
        self._path.unlink(missing_ok=True)
        self._database = self._opened(self._path)

    def _take_in_each(self, holdings: Sequence[Holding], progress: Callable[[Holding], object]) -> int:
        for number, holding in enumerate(holdings, start=1):
            self._take_in(holding)
            if number % _COMMIT_EVERY == 0:
                self._database.commit()
            progress(holding)
        self._database.commit()
        return len(holdings)

    def search(self, text: str) -> tuple[str, ...]:
        """The names of the pages likeliest to hold a text, in that order; an UnusableIndexError if it cannot be read."""
        query = self._query(tuple(folded_words(text)[:MAX_WORDS]))
        if not query:
            return ()
        sql = (
            "SELECT page.name FROM content JOIN page ON page.id = content.rowid"
            " WHERE content MATCH ? ORDER BY content.rank LIMIT ?"
        )
        return tuple(name for (name,) in self._database.rows(sql, (query, CANDIDATES)))

    def _query(self, words: Sequence[str]) -> str:
        """The rarest words and the rarest phrases: where words were changed, one of them survives what the other does not."""
        pages = self._pages_of_each(words)
        rare = sorted(pages, key=lambda word: (pages[word], word))[:RARE_WORDS]
        phrases = {words[at : at + PHRASE_WORDS] for at in range(len(words) - PHRASE_WORDS + 1)}
        known = [phrase for phrase in phrases if all(word in pages for word in phrase)]
        known.sort(key=lambda phrase: (sum(pages[word] for word in phrase), phrase))
        terms = [*rare, *(" ".join(phrase) for phrase in known[:RARE_PHRASES])]
        return " OR ".join(f'"{term}"' for term in terms)

    def _pages_of_each(self, words: Iterable[str]) -> dict[str, int]:
        unique = list(dict.fromkeys(words))
        marks = ",".join("?" * len(unique))
        sql = f"SELECT term, doc FROM vocabulary WHERE term IN ({marks})"  # noqa: S608 -- question marks only
        return dict(self._database.rows(sql, unique))

    def _take_in(self, holding: Holding) -> None:
        name = self._name(holding)
        # The words of a page that changed stay behind without a name: the join with `page` leaves them out.
        self._database.write("DELETE FROM page WHERE name = ?", (name,))
        number = self._database.write("INSERT INTO content (words) VALUES (?)", (" ".join(_words(holding)),))
        row = (number, name, _state(holding))
        self._database.write("INSERT INTO page (id, name, state) VALUES (?, ?, ?)", row)

    def _name(self, holding: Holding) -> str:
        return os.path.relpath(holding.locator, self._folder)


def _words(holding: Holding) -> Iterator[str]:
    try:
        witness = to_witness(holding.open(), Reference(holding.locator, FoundBy.TEXT), holding.via)
    except Exception:  # noqa: BLE001 -- what cannot be read, for whatever reason, is no candidate; whoever opens it says why
        return iter(())
    return chain.from_iterable(folded_words(document.text) for document in witness.documents)


def _state(holding: Holding) -> str:
    """What changes when the file changes."""
    if holding.file is None:
        return ""
    with contextlib.suppress(OSError):
        found = holding.file.stat()
        return f"{found.st_size} {found.st_mtime_ns}"
    return "missing"


def _keep_out_of_git(path: Path) -> None:
    """Saved sources belong into git, and their index does not. A file that somebody wrote is left as it is."""
    with (
        contextlib.suppress(FileExistsError),
        path.with_name(".gitignore").open("x", encoding="ascii") as file,
    ):
        file.write(f"# What can be made again with `provenance index`.\n{path.name}*\n")


def holdings_in(catalogue: Catalogue, folder: Path) -> tuple[Holding, ...]:
    """The pages of a catalogue that lie in a folder."""
    root = folder.absolute()
    return tuple(one for one in catalogue.holdings if one.file and one.file.absolute().is_relative_to(root))
