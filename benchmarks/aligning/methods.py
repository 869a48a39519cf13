"""The methods that are compared: each lays a sample against a source and labels words on both sides."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.alignment.coding import PreparedSource
from provenance.alignment.collation import collate
from provenance.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from aligning.corpus import Text
    from aligning.samples import Sample


@dataclass
class Labels:
    """What a method says. Words are counted by white space; places are ranges of the source's words."""

    found: bool = True
    added: set[int] = field(default_factory=set)
    altered: set[int] = field(default_factory=set)
    omitted: set[int] = field(default_factory=set)
    replaced: set[int] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Method:
    """One method: how it prepares a source, what is timed, and how its answer becomes labels."""

    name: str
    prepare: Callable[[Text], object]
    align: Callable[[object, Sample], object]
    label: Callable[[object, Sample, Text], Labels]
    most_words: int = 1_000_000  # of a source that it is tried on
    most_excerpt: int = 1_000
    most_decoy_words: int = 10_000  # of a source that decoys are looked for in
    step: int = 1  # every so many samples
    ready: Callable[[Sample], object] | None = None


def folded(words: Iterable[str]) -> list[str]:
    """Words without case, punctuation and glyphs, so that no rival fails for typography."""
    return [re.sub(r"[^\w]", "", word.replace("’", "'")).lower() for word in words]


# Ours.


def _label_ours(alignment: object, sample: Sample, text: Text) -> Labels:
    labels = Labels(found=alignment.found)
    ours, theirs = WordFinder(sample.spans, sample.document.text), WordFinder(text.spans, text.text)
    for placement in alignment.placements:
        inside = theirs.within(placement.source.span.start, placement.source.span.end)
        labels.places.append((inside.start, inside.stop))
    for variant in alignment.variants:
        if variant.disclosure is Disclosure.PERMITTED or variant.kind is VariantKind.TRANSPOSITION:
            continue
        mine = ours.holding(variant.excerpt.span.start, variant.excerpt.span.end)
        other = theirs.holding(variant.source.span.start, variant.source.span.end)
        if variant.kind is VariantKind.ADDITION:
            labels.added.update(mine)
        elif variant.kind is VariantKind.OMISSION:
            labels.omitted.update(other)
        else:
            labels.altered.update(mine)
            labels.replaced.update(other)
    return labels


class WordFinder:
    """Finds words by offset."""

    def __init__(self, spans: Sequence[tuple[int, int]], text: str) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._text = text

    def within(self, start: int, end: int) -> range:
        """The words of which a part lies in a range."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def holding(self, start: int, end: int) -> list[int]:
        """The words of which a letter or digit lies in a range."""
        return [
            index
            for index in self.within(start, end)
            if re.search(r"\w", self._text[max(start, self._starts[index]) : min(end, self._ends[index])])
        ]


def ours() -> Method:
    """The method of this project."""
    return Method(
        "provenance",
        lambda text: _warm(PreparedSource(Document(text.text))),
        lambda source, sample: collate(sample.passages, source, declared=sample.declared),
        _label_ours,
    )


def _warm(source: object) -> object:
    source.counts  # noqa: B018 - counted when first asked for
    return source
