"""Collation: an excerpt laid against a source, with every difference."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log2

from provenance.alignment.alignment import Alignment, DeclaredPlace
from provenance.alignment.assembly import assemble
from provenance.alignment.chaining import chain_runs
from provenance.alignment.coding import PreparedSource, distance_cost, gap_cost, whole_places
from provenance.alignment.edges import Edges
from provenance.alignment.encoding import EncodedExcerpt, encode_excerpt, words_of
from provenance.alignment.extension import Extender, part_strands
from provenance.alignment.pairing import Pairer
from provenance.alignment.seeding import SEED_WORDS, Run, Stretch, as_stretches, find_runs, find_sparse_runs
from provenance.text.document import BlockKind, Document, Passage

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
