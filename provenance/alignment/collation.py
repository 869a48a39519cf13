"""Collation: an excerpt laid against a source, with every difference.

Chaining says which runs explain the excerpt best, as a minimum description length in bits. A chain follows the excerpt's
order. In the source it may go forward over a gap, and jump anywhere at a cost: a jump is believed only where what it
reaches tells more than the jump costs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf, log2

from provenance.alignment.alignment import Alignment, DeclaredPlace
from provenance.alignment.assembly import assemble
from provenance.alignment.coding import PreparedSource, distance_cost, gap_cost, whole_places
from provenance.alignment.edges import Edges
from provenance.alignment.encoding import EncodedExcerpt, encode_excerpt, words_of
from provenance.alignment.extension import Extender, chain_to, part_strands
from provenance.alignment.pairing import Pairer
from provenance.alignment.seeding import SEED_WORDS, Run, Stretch, as_stretches, find_runs, find_sparse_runs
from provenance.text.document import BlockKind, Document, Passage

FORWARD_LIMIT = 200  # words of the source that a gap may pass over
_FIRST_COST = 6.0  # above log2 of the source's words
_JUMP_COST = 20.0  # above log2 of the source's words
_BACK_COST = 12.0
_DECLARED_COST = 2.0  # a gap or a jump forward that the reader is told of, above that of saying how far
# Which runs one may follow: the last few, and the last few of its own and the neighbouring diagonals. Boilerplate that
# is repeated fifty times would push the right one out of a plain look-back.
_LOOK_BACK = 24
_BUCKET = 128
_IN_BUCKET = 4
_OVERLAP_AT_JUMP = 6

# Fewer words are no evidence, unless they are the whole excerpt; no more than these must stand in one place.
_LEAST_WORDS = 3
# Where shared runs explain less than this share, rare words are tried.
_LEAST_EXPLAINED = 0.25
# Rare words are believed if they explain this share.
_LEAST_SPARSE = 0.2

# What stands over or beside a text, and sums it up.
_TITLES = frozenset({BlockKind.HEADING, BlockKind.CAPTION})
_NOT_FOUND = Alignment((), (), 0.0)

# All costs are in bits, and those with log2 of the source's words go with the places that chance may choose from, as
# in BLAST's expectation values.
_FOUND = 14.0  # above that: so much must be left when the way is paid
_UNCOMMON_SHARE = 60.0  # the more of the excerpt is not accounted for, the more the rest must prove …
_COMMON_SHARE = 0.7  # … below this share
_LEAST_SHARE = 0.2
_JUMP = 8.0  # above that: what it costs to go on at another place
_DECLARED_JUMP = 2.0
# A part of an excerpt was found if one dense placement proves so much, above that: a dozen quoted words among hundreds
# of one's own. The name of a university, or "life, liberty and the pursuit of happiness", proves less.
_PART, _DENSE = 68.0, 0.5


def chain_runs(runs: Sequence[Run], encoded: EncodedExcerpt) -> list[Run]:
    """The best chain of runs, trimmed so that no word of the excerpt is used twice."""
    return _without_overlaps(_Chainer(_runs_in_dense_parts(runs, encoded), encoded).best())


class _Chainer:
    def __init__(self, runs: Sequence[Run], encoded: EncodedExcerpt) -> None:
        self._runs = runs
        self._sums = encoded.evidence_bits
        self._marks = sorted(encoded.gaps)
        places = log2(max(2, len(encoded.source)))
        self._jump_cost, self._first_cost = places + _JUMP_COST, places + _FIRST_COST
        self._scores: list[float] = []
        self._before: list[int] = []

    def best(self) -> list[Run]:
        """The runs of the best chain, in the excerpt's order."""
        buckets: defaultdict[int, list[int]] = defaultdict(list)
        leader = -1
        for index, run in enumerate(self._runs):
            # The nearest first: it rules out most others.
            candidates: Iterable[int] = range(index - 1, -1, -1)
            if index > _LOOK_BACK:
                bucket = (run.place - run.first) // _BUCKET
                near = (at for step in (-1, 0, 1) for at in buckets[bucket + step][-_IN_BUCKET:])
                candidates = sorted({leader, *near, *range(index - _LOOK_BACK, index)}, reverse=True)
            self._extend(run, candidates)
            buckets[(run.place - run.first) // _BUCKET].append(index)
            if leader < 0 or self._scores[index] >= self._scores[leader]:
                leader = index
        return chain_to(leader, self._before, self._runs)

    def _extend(self, run: Run, candidates: Iterable[int]) -> None:
        """Find the run that one best follows."""
        sums, runs, scores = self._sums, self._runs, self._scores
        first, place, size = run
        end = sums[first + size]
        best, chosen = end - sums[first] - self._first_cost, -1
        for candidate in candidates:
            gain = scores[candidate] + end - sums[first] - best
            if gain <= 0:
                continue
            last, at, length = runs[candidate]
            ahead, over = first - last - length, place - at - length
            overlap = -ahead if ahead < 0 else 0
            if place > at and over + overlap <= FORWARD_LIMIT:
                overlap = max(overlap, -over)
                cost = gap_cost(ahead + overlap, over + overlap)
            elif gain <= _BACK_COST and not self._marks:  # no jump costs less
                continue
            else:
                cost = self._jump(over) if overlap <= _OVERLAP_AT_JUMP else inf
            if self._marks and over >= 0 and not overlap and self._is_marked(last + length, first):
                cost = min(cost, _DECLARED_COST + distance_cost(over))
            if overlap < size and scores[candidate] + end - sums[first + overlap] - cost > best:
                best, chosen = scores[candidate] + end - sums[first + overlap] - cost, candidate
        scores.append(best)
        self._before.append(chosen)

    def _jump(self, over: int) -> float:
        """The cost of going anywhere; less if the way back is short."""
        back = _BACK_COST + 2 * log2(1 - over) if over < 0 else inf
        return min(self._jump_cost, back)

    def _is_marked(self, last: int, first: int) -> bool:
        at = bisect_left(self._marks, last)
        return at < len(self._marks) and self._marks[at] <= first


def _runs_in_dense_parts(runs: Sequence[Run], encoded: EncodedExcerpt) -> Sequence[Run]:
    """Leave out the runs that lie in a part of the source where all together tell too little to go there."""
    evidence = encoded.evidence_bits
    told: defaultdict[int, float] = defaultdict(float)
    for first, place, size in runs:
        told[place // FORWARD_LIMIT] += evidence[first + size] - evidence[first]
    cost = log2(max(2, len(encoded.source))) + _FIRST_COST
    near = {at for at in told if told[at] + told.get(at - 1, 0.0) + told.get(at + 1, 0.0) > cost}
    return runs if len(near) == len(told) else [run for run in runs if run.place // FORWARD_LIMIT in near]


def _without_overlaps(chain: Sequence[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in chain:
        overlap = _overlap(kept[-1], run) if kept else 0
        if overlap < run.size:
            kept.append(Run(run.first + overlap, run.place + overlap, run.size - overlap))
    return kept


def _overlap(one: Run, two: Run) -> int:
    """How many of a run's words the run before it has taken, in the excerpt, or in the source where it goes forward."""
    overlap = max(0, one.first + one.size - two.first)
    over = two.place - one.place - one.size
    return max(overlap, -over) if two.place > one.place and over + overlap <= FORWARD_LIMIT else overlap


def collate(
    excerpt: Sequence[Passage], source: Document | PreparedSource, *, declared: Sequence[DeclaredPlace] = ()
) -> Alignment:
    """Lay an excerpt against a source: where its words stand there, and every difference.

    Args:
        excerpt: Its passages, in order, of one document: paragraphs, or the pieces of an interrupted quotation.
        source: The source; prepared, if many excerpts are laid against it.
        declared: The places where the article declares a change, as spans of the excerpt's document.

    Returns:
        The alignment; not ``found`` if the source does not hold the excerpt.

    Raises:
        ValueError: If there is no passage.
    """
    prepared = source if isinstance(source, PreparedSource) else PreparedSource(source)
    encoded = encode_excerpt(excerpt, prepared, declared)
    if whole := _verbatim_place(encoded):
        return assemble([whole], encoded)
    chain = _chain(encoded)
    if not chain:
        return _NOT_FOUND
    pairer, edges = Pairer(encoded), Edges(encoded)
    strands = [
        [part for one in as_stretches(strand) for part in ((one,) if one.equal else pairer.pair(one))]
        for strand in edges.slide([strand for strand in _cleaned(chain, encoded) if strand])
    ]
    kept = [stretch for strand in strands for stretch in strand if stretch.equal]
    words = sum(stretch.ahead for stretch in kept)
    if words < _LEAST_WORDS or (words == _LEAST_WORDS and not _is_one_place(kept, encoded)):
        return _NOT_FOUND
    alignment = assemble(edges.settle(strands), encoded)
    return alignment if is_found(alignment, strands, encoded) else _NOT_FOUND


def count_shared_words(excerpt: Sequence[Passage], source: PreparedSource) -> int:
    """How many words of an excerpt stand in a source three or more in a row, wherever each row stands."""
    if not source.has_row(words_of(excerpt), SEED_WORDS):
        return 0
    runs = find_runs(encode_excerpt(excerpt, source, ()))
    return len({at for run in runs for at in range(run.first, run.last)})


def _chain(encoded: EncodedExcerpt) -> list[Run]:
    """The chain of shared runs; of shared rare words, where runs explain too little."""
    chain = chain_runs(find_runs(encoded), encoded)
    if not chain and encoded.edits:  # brackets leave no three words together: two must do
        chain = chain_runs(find_runs(encoded, seed_words=SEED_WORDS - 1), encoded)
    if _explained_share(chain, encoded) < _LEAST_EXPLAINED:
        sparse = chain_runs(find_sparse_runs(encoded), encoded)
        if _explained_share(sparse, encoded) > max(_LEAST_SPARSE, _explained_share(chain, encoded)):
            return sparse
    return chain


def _explained_share(chain: Sequence[Run], encoded: EncodedExcerpt) -> float:
    told = sum(encoded.evidence_bits[run.last] - encoded.evidence_bits[run.first] for run in chain)
    return told / (encoded.evidence_bits[-1] or 1.0)


def _verbatim_place(encoded: EncodedExcerpt) -> list[Stretch]:
    """The place where the excerpt stands word for word: where it is all of its sentences, or else in running text."""
    size, source = len(encoded), encoded.source
    places = list(whole_places(encoded.codes, source.codes)) if size else []
    if not places:
        return []
    place = max(places, key=lambda at: (_stands_alone(at, at + size, source), _is_running(at, source)))
    return [Stretch(0, size, place, place + size, equal=True)]


def _stands_alone(first: int, end: int, source: PreparedSource) -> bool:
    """Whether some words of a source begin and end with a sentence of its text, so that nothing is cut off from them."""
    block = source.document.block_at(source.starts[first])
    titled = block is not None and block.kind in _TITLES
    return not titled and source.sentence_begins(first) and source.sentence_begins(end)


def _is_one_place(kept: Sequence[Stretch], encoded: EncodedExcerpt) -> bool:
    """Whether kept words stand in the excerpt's order in one sentence of the source, and nothing beside them is declared to differ."""
    if encoded.declared or any(one.until > two.place for one, two in pairwise(kept)):
        return False
    return not any(map(encoded.source.sentence_begins, range(kept[0].place + 1, kept[-1].until)))


def _is_running(place: int, source: PreparedSource) -> bool:
    block = source.document.block_at(source.starts[place])
    return block is None or block.main


def _cleaned(chain: Sequence[Run], encoded: EncodedExcerpt) -> Iterator[list[Run]]:
    """The strands of a chain without the words of brackets that the source has in part."""
    for strand in Extender(encoded).extend(part_strands(chain)):
        for edit in encoded.edits:
            if not any(run.first <= edit[0] and edit[1] <= run.last for run in strand):
                strand[:] = [piece for run in strand for piece in _without(run, *edit)]
        yield strand


def _without(run: Run, first: int, last: int) -> Iterator[Run]:
    end = run.last
    if run.first < min(end, first):
        yield run._replace(size=min(end, first) - run.first)
    start = max(run.first, last)
    if start < end:
        yield run._replace(first=start, place=run.place + start - run.first, size=end - start)


def is_found(alignment: Alignment, strands: Sequence[Sequence[Stretch]], encoded: EncodedExcerpt) -> bool:
    """Whether its source holds an excerpt, and does not only share a few phrases with it."""
    places = log2(max(2, len(encoded.source)))
    if alignment.score >= _LEAST_SHARE:
        needed = _FOUND + places + _UNCOMMON_SHARE * max(0.0, _COMMON_SHARE - alignment.score)
        if alignment.bits - _total_gap_cost(strands, encoded, places) >= needed:
            return True
    return any(
        placement.bits >= _PART + places
        and placement.bits >= _DENSE * encoded.evidence_in(placement.excerpt.span)
        for placement in alignment.placements
    )


def _total_gap_cost(strands: Sequence[Sequence[Stretch]], encoded: EncodedExcerpt, places: float) -> float:
    """What it costs to get from kept word to kept word; less where the reader is told that words are missing."""
    steps = [_gap_cost_of(part, encoded) for strand in strands for part in strand if not part.equal]
    jumps = [_jump_cost(one[-1], two[0], encoded, places) for one, two in pairwise(strands)]
    return sum(steps) + sum(jumps)


def _gap_cost_of(part: Stretch, encoded: EncodedExcerpt) -> float:
    if not part.ahead and part.first in encoded.gaps:
        return distance_cost(part.over)
    return gap_cost(part.ahead, part.over)


def _jump_cost(last: Stretch, first: Stretch, encoded: EncodedExcerpt, places: float) -> float:
    over = first.place - last.until
    if over >= 0 and any(last.last <= gap <= first.first for gap in encoded.gaps):
        return _DECLARED_JUMP + distance_cost(over)
    return _JUMP + places
