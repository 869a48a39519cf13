"""Runs of words as numbers, by which an excerpt finds the pages that may hold it."""

from __future__ import annotations

from zlib import crc32

from provenance.text.tokens import folded_words

GRAM_WORDS = 4
MAX_WORDS = 500  # of an excerpt; more would not tell more


def grams_of(text: str, most: int | None = None) -> list[int]:
    """A 64-bit number for each different run of four words, the same in every process; folded, so that dress counts for nothing.

    Args:
        text: Any text.
        most: How many of its words are looked at; by default all.
    """
    codes = [crc32(word.encode("utf-8", "replace")) for word in folded_words(text)[:most]]
    runs = zip(*(codes[start:] for start in range(GRAM_WORDS)), strict=False)
    return sorted(set(map(hash, runs)))  # a hash of whole numbers is salted by no process
