"""Measures: hits, word F1 of the labels, splice recall, false positives, time."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from aligning.samples import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from aligning.corpus import Text
    from aligning.methods import Labels, Method
    from aligning.samples import Sample

# A slow method is timed once.
_ENOUGH_SECONDS = 0.5
# So many words in a row are no chance: a press release, a wire story, a prayer.
_SHARED_RUN = 8
_LABELS = ("add", "omit", "alt")


@dataclass
class Tally:
    """Counts over many samples."""

    samples: int = 0
    hits: int = 0
    splices: int = 0
    splices_found: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_LABELS, 0))
    wrong: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_LABELS, 0))
    missed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_LABELS, 0))

    def count(self, sample: Sample, labels: Labels) -> None:
        """Count one sample."""
        self.samples += 1
        self.hits += labels.found and _place_f1(sample.places, labels.places) >= 0.5
        if len(sample.places) > 1:
            self.splices += 1
            self.splices_found += _recall(sample.places[1], labels.places) >= 0.5
        self._label("add", sample.added, labels.added)
        self._label("omit", sample.omitted, labels.omitted - _between(sample.places))
        self._label("alt", sample.altered, labels.altered)
        self._label("alt", sample.replaced, labels.replaced)

    def _label(self, name: str, truth: AbstractSet[int], said: AbstractSet[int]) -> None:
        self.right[name] += len(truth & said)
        self.wrong[name] += len(said - truth)
        self.missed[name] += len(truth - said)

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.samples += other.samples
        self.hits += other.hits
        self.splices += other.splices
        self.splices_found += other.splices_found
        for name in _LABELS:
            self.right[name] += other.right[name]
            self.wrong[name] += other.wrong[name]
            self.missed[name] += other.missed[name]

    @property
    def hit(self) -> float:
        """The share of samples whose place was found: word F1 of the place at least .5."""
        return self.hits / self.samples if self.samples else 0.0

    @property
    def splice_recall(self) -> float:
        """The share of splices of which half of the second place or more was found."""
        return self.splices_found / self.splices if self.splices else 1.0

    def f1(self, name: str) -> float:
        """The F1 of one label over all words; 1 where there was nothing to label and nothing was."""
        right, errors = self.right[name], self.wrong[name] + self.missed[name]
        return 2 * right / (2 * right + errors) if right + errors else 1.0


def _between(places: Sequence[tuple[int, int]]) -> set[int]:
    """What lies between two spliced places is an omission or is not, as one likes: it is not counted."""
    return set(range(places[0][1], places[-1][0])) if len(places) > 1 else set()


def _words_of(places: Iterable[tuple[int, int]]) -> set[int]:
    return {index for start, end in places for index in range(start, end)}


def _place_f1(truth: Sequence[tuple[int, int]], said: Sequence[tuple[int, int]]) -> float:
    one, two = _words_of(truth), _words_of(said)
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _recall(place: tuple[int, int], said: Sequence[tuple[int, int]]) -> float:
    return len(_words_of([place]) & _words_of(said)) / (place[1] - place[0])


def run(method: Method, source: Text, samples: Sequence[Sample]) -> dict[tuple[str, int], Tally]:
    """Lay samples against their source with one method: a tally for each family and length of excerpt."""
    prepared = method.prepare(source)
    tallies: dict[tuple[str, int], Tally] = {}
    for sample in samples:
        answer = method.align(prepared, method.ready(sample) if method.ready else sample)
        tallies.setdefault((sample.family, sample.length), Tally()).count(
            sample, method.label(answer, sample, source)
        )
    return tallies


class Runs:
    """The runs of words that a text has."""

    def __init__(self, text: Text) -> None:
        self._runs = set(_runs(text.words))

    def shared_by(self, sample: Sample) -> bool:
        """Whether an excerpt has one of them: then it is no decoy, for its source and this text say the same."""
        return not self._runs.isdisjoint(_runs(sample.words))


def _runs(words: Iterable[str]) -> Iterator[tuple[str, ...]]:
    plain = [word for word in map(bare, words) if word]
    return (tuple(plain[at : at + _SHARED_RUN]) for at in range(len(plain) - _SHARED_RUN + 1))


def count_false(method: Method, source: Text, decoys: Sequence[Sample]) -> int:
    """How many excerpts of another text a method finds in a source."""
    prepared = method.prepare(source)
    answers = [
        (decoy, method.align(prepared, method.ready(decoy) if method.ready else decoy)) for decoy in decoys
    ]
    return sum(method.label(answer, decoy, source).found for decoy, answer in answers)


def time_one(method: Method, source: Text, samples: Sequence[Sample], *, rounds: int = 7) -> float:
    """The median over samples of the best of a few rounds, in seconds of CPU time, the source being read already."""
    prepared = method.prepare(source)
    best = []
    gc.collect()
    for sample in samples:
        taken = []
        while len(taken) < rounds and sum(taken) < _ENOUGH_SECONDS:
            started = process_time()
            method.align(prepared, method.ready(sample) if method.ready else sample)
            taken.append(process_time() - started)
        best.append(min(taken))
    return median(best)
