"""Coding: each distinct word of a source becomes one character, so that its words can be compared as strings.

Strings of codes are compact, are no burden on the garbage collector, and are searched, sliced and hashed at the speed
of C; rapidfuzz aligns them directly.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from functools import cached_property
from operator import add
from typing import TYPE_CHECKING

from provenance.alignment.bits import WordBits
from provenance.text.folding import fold_word
from provenance.text.tokens import cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from provenance.text.document import Document

# From so many words on, one reading with a set of codes is cheaper than a search for each.
_LONG = 20_000
_SURROGATES = 0xD800
_LAST_CODE = 0x10FFFF - 0x800


class Vocabulary(dict[str, str]):
    """From a word as it stands to its code, the same for all words that fold to the same.

    A word first asked for is given a code; one vocabulary can extend another and leaves it as it was.
    """

    def __init__(self, base: Vocabulary | None = None) -> None:
        super().__init__()
        self._base = base
        self._size: int = base._size if base else 0  # noqa: SLF001 - of its own kind

    def __missing__(self, word: str) -> str:
        code = self._base.get(word) if self._base is not None else None
        if code is None:
            folded = fold_word(word)
            code = self[folded] if folded != word else self._fresh()
        self[word] = code
        return code

    def _fresh(self) -> str:
        self._size = min(self._size + 1, _LAST_CODE)
        return self.last_code

    @property
    def last_code(self) -> str:
        """The greatest code: one that is greater belongs to a vocabulary that extends this one."""
        return chr(self._size if self._size < _SURROGATES else self._size + 0x800)


class PreparedSource:
    """A source, cut into words once and laid against many excerpts.

    Attributes:
        document: The source.
        codes: One character a word.
        starts: The offset of each word in the document.
        ends: The offset just after each word.
        vocabulary: From words to codes.
        last_code: The greatest of its codes.
    """

    def __init__(self, document: Document) -> None:
        """Cut the document's text into words: linear in its length."""
        self.document = document
        self.vocabulary = Vocabulary()
        self.starts = array("I")
        self.ends = array("I")
        codes: list[str] = []
        for words, starts in cut(document.text):
            codes.append("".join(map(self.vocabulary.__getitem__, words)))
            self.starts.extend(starts)
            self.ends.extend(map(add, starts, map(len, words)))
        self.codes = "".join(codes)
        self.last_code = self.vocabulary.last_code
        self._places: dict[str, list[int] | array[int]] = {}

    @cached_property
    def bits(self) -> WordBits:
        """How much each word tells, as this source uses it."""
        return WordBits(Counter(self.codes), len(self.codes))

    def places_of(self, code: str) -> Sequence[int]:
        """Where a coded word stands: the indices of its words. Kept for the next excerpt."""
        found = self._places.get(code)
        if found is None:
            found = self._places[code] = self._search(code)
        return found

    @property
    def is_long(self) -> bool:
        """Whether one reading for many words is cheaper than a search for each."""
        return len(self.codes) > _LONG

    def look_up(self, codes: Iterable[str]) -> None:
        """Find where many words stand, in one reading."""
        unknown = [code for code in codes if code not in self._places]
        if unknown:
            self._scan(unknown)

    def _search(self, code: str) -> list[int]:
        find = self.codes.find
        found = []
        place = find(code)
        while place >= 0:
            found.append(place)
            place = find(code, place + 1)
        return found

    def _scan(self, codes: Collection[str]) -> None:
        """Find many codes in one reading of a long source."""
        self._places.update((code, array("I")) for code in codes)
        found = self._places
        for hit in re.finditer(f"[{re.escape(''.join(codes))}]", self.codes):
            found[hit.group()].append(hit.start())


def prepare(document: Document) -> PreparedSource:
    """Cut a source into words, once for all the excerpts that will be laid against it.

    Args:
        document: The source.
    """
    return PreparedSource(document)
