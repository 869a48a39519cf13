"""Samples: an excerpt, and the truth about every word of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.alignment.alignment import DeclaredKind, DeclaredPlace
from provenance.text.document import Document
from provenance.text.span import Span

if TYPE_CHECKING:
    from aligning.corpus import Text
    from provenance.text.document import Passage


@dataclass
class Item:
    """A word of an excerpt being made."""

    text: str
    origin: int = -1  # its index in the source
    label: str = ""  # "add", "alt" or nothing
    mark: DeclaredKind | None = None
    paragraph: bool = False  # whether a paragraph begins here


@dataclass
class Draft:
    """An excerpt being made, and what was done to it."""

    items: list[Item]
    places: list[tuple[int, int]]  # half-open ranges of the source's words
    omitted: set[int] = field(default_factory=set)
    altered: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)  # ids of items near an edit


@dataclass(frozen=True)
class Sample:
    """An excerpt and the truth about it. Words are counted by white space."""

    family: str
    length: int
    document: Document
    passages: tuple[Passage, ...]
    declared: tuple[DeclaredPlace, ...]
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    added: frozenset[int]
    altered: frozenset[int]
    omitted: frozenset[int]  # of the source's words
    replaced: frozenset[int]  # of the source's words
    places: tuple[tuple[int, int], ...]


def finished(draft: Draft, text: Text, family: str, length: int) -> Sample:
    """The excerpt, its passages and marks, and the truth."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    declared: list[DeclaredPlace] = []
    borders = [0]
    offset = 0
    for index, item in enumerate(draft.items):
        if index:
            separator = "\n\n" if item.paragraph else " "
            if item.paragraph:
                borders += [offset, offset + 2]
            pieces.append(separator)
            offset += len(separator)
        pieces.append(item.text)
        spans.append((offset, offset + len(item.text)))
        offset += len(item.text)
        if item.mark is DeclaredKind.GAP:
            declared.append(DeclaredPlace(item.mark, Span(*spans[-1])))
        elif item.mark and item.text.startswith("["):
            inner = index
            while not draft.items[inner].text.endswith("]"):
                inner += 1
            ahead = sum(len(draft.items[at].text) + 1 for at in range(index, inner + 1)) - 1
            declared.append(DeclaredPlace(item.mark, Span(spans[-1][0], spans[-1][0] + ahead)))
    borders.append(offset)
    document = Document("".join(pieces), "excerpt")
    return Sample(
        family=family,
        length=length,
        document=document,
        passages=tuple(
            document.passage(one, two) for one, two in zip(borders[::2], borders[1::2], strict=True)
        ),
        declared=tuple(declared),
        words=tuple(item.text for item in draft.items),
        spans=tuple(spans),
        added=_labelled(draft.items, "add"),
        altered=_labelled(draft.items, "alt"),
        omitted=frozenset(index for index in draft.omitted if bare(text.words[index])),
        replaced=frozenset(index for index in draft.altered if bare(text.words[index])),
        places=tuple(draft.places),
    )


def _labelled(items: list[Item], label: str) -> frozenset[int]:
    """The words so labelled; punctuation that stands alone is no word."""
    return frozenset(index for index, item in enumerate(items) if item.label == label and bare(item.text))


def bare(word: str) -> str:
    """A word without its punctuation and case."""
    return re.sub(r"[^\w]", "", word).lower()
