"""Politeness: the endings by which Japanese speaks politely to others are read as the plain ones that newspapers print for them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import add
from typing import Final, NamedTuple

from provenance.files.reading import shipped
from provenance.text.tokens import cut

_SIGNS: Final = "まだでじ"  # each ending has one of them


class PoliteEnding(NamedTuple):
    """A polite ending in a text."""

    start: int  # where it begins, in code points
    text: str  # as it stands
    plain: tuple[
        str, ...
    ]  # the words that say the same in plain style, no more of them than it has characters


class _Style(NamedTuple):
    plain: dict[str, tuple[str, ...]]  # each polite ending with the words of its plain one
    longest: int  # characters of an ending
    behind: re.Pattern[str]  # the words with which they end


@cache
def _style() -> _Style:
    """The endings of ja/polite.toml: whole ones, and the last signs of a verb with each of the words that may stand behind them."""
    listed = {
        name: [row.split() for row in rows.split(",")]
        for name, rows in shipped(__file__, "ja/polite.toml").items()
    }
    behind, whole = listed["behind"], {ending: tuple(words) for ending, *words in listed["whole"]}
    ends = [end.strip("-") for (end,) in listed["added"]]
    forms = {stem: [stem + end for end in ends] for (stem,) in listed["unchanging"]}
    forms |= {stem: [form.strip("-") for form in row] for stem, *row in listed["stems"]}
    plain = {
        stem + word: tuple(row[int(form)] + "".join(rest))
        for stem, row in forms.items()
        for word, form, *rest in behind
    }
    words = sorted([*(word for word, *_ in behind), *whole], key=len, reverse=True)
    return _Style(plain | whole, max(map(len, plain)), re.compile("|".join(words)))


def polite_endings(text: str, start: int, end: int) -> Iterator[PoliteEnding]:
    """The polite endings of ``text[start:end]`` in order, none overlapping another; of two at one place the longer one."""
    if all(text.find(sign, start, end) < 0 for sign in _SIGNS):
        return
    plain, longest, behind = _style()
    for found in behind.finditer(text, start, end):
        last = found.end()
        parts = (text[first:last] for first in range(max(start, last - longest), found.start() + 1))
        ending = next((part for part in parts if part in plain), None)
        if ending is not None:
            yield PoliteEnding(last - len(ending), ending, plain[ending])
            start = last


def cut_plainly(text: str, start: int, until: int) -> Iterator[tuple[list[str], list[int], list[int]]]:
    """The words of ``text[start:until]`` with their beginnings and ends, a piece at a time; of a polite ending those of the plain one.

    These share out its characters, the last one with all that are left.
    """
    for words, starts in cut(text, start, until):
        ends = list(map(add, starts, map(len, words)))
        found = list(polite_endings(text, starts[0], ends[-1])) if words else []
        yield _made_plain(words, starts, ends, found) if found else (words, starts, ends)


def _made_plain(
    words: list[str], starts: list[int], ends: list[int], found: Sequence[PoliteEnding]
) -> tuple[list[str], list[int], list[int]]:
    at, told, firsts, lasts = 0, list[str](), list[int](), list[int]()
    for start, text, plain in found:
        index, places = bisect_left(starts, start, at), range(start, start + len(plain))
        told += words[at:index]
        told += plain
        firsts += starts[at:index]
        firsts += places
        lasts += ends[at:index]
        lasts += places[1:]
        lasts.append(start + len(text))
        at = index + len(text)
    return told + words[at:], firsts + starts[at:], lasts + ends[at:]
