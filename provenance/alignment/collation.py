"""Collation: an excerpt laid against a source, with every difference."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.alignment.alignment import Alignment, DeclaredPlace
from provenance.alignment.assembly import assemble
from provenance.alignment.chaining import chain_runs
from provenance.alignment.coding import PreparedSource, prepare
from provenance.alignment.edges import Edges
from provenance.alignment.encoding import EncodedExcerpt, encode_excerpt, words_of
from provenance.alignment.evidence import is_found
from provenance.alignment.extension import Extender, part_strands
from provenance.alignment.pairing import Pairer
from provenance.alignment.seeding import SEED_WORDS, Run, find_runs, whole_places
from provenance.alignment.sliding import slide
from provenance.alignment.sparse import find_sparse_runs
from provenance.alignment.stretches import Stretch, as_stretches
from provenance.languages.sentences import splitter
from provenance.text.document import BlockKind, Document, Passage

if TYPE_CHECKING:
    from provenance.alignment.seeding import Run

# Fewer words are no evidence, unless they are the whole excerpt; no more than these must stand in one place.
_LEAST_WORDS = 3
# Where shared runs explain less than this share, rare words are tried.
_LEAST_EXPLAINED = 0.25
# Rare words are believed if they explain this share.
_LEAST_SPARSE = 0.2

# What stands over or beside a text, and sums it up.
_TITLES = frozenset({BlockKind.HEADING, BlockKind.CAPTION})

_NOT_FOUND = Alignment((), (), 0.0)


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
    prepared = readied(source)
    encoded = encode_excerpt(excerpt, prepared, declared)
    whole = _verbatim_place(encoded, prepared)
    if whole is not None:
        return assemble([whole], encoded, prepared)
    chain = _chain(encoded, prepared)
    if not chain:
        return _NOT_FOUND
    pairer = Pairer(encoded, prepared)
    strands = [
        [
            part
            for stretch in as_stretches(strand)
            for part in ((stretch,) if stretch.equal else pairer.pair(stretch))
        ]
        for strand in _strands(chain, encoded, prepared)
    ]
    kept = [stretch for strand in strands for stretch in strand if stretch.equal]
    words = sum(stretch.ahead for stretch in kept)
    if words < _LEAST_WORDS or (words == _LEAST_WORDS and not _is_one_place(kept, encoded, prepared)):
        return _NOT_FOUND
    alignment = assemble(Edges(encoded, prepared).settle(strands), encoded, prepared)
    return alignment if is_found(alignment, strands, encoded, len(prepared.codes)) else _NOT_FOUND


def count_shared_words(excerpt: Sequence[Passage], source: PreparedSource) -> int:
    """How many words of an excerpt stand in a source three or more in a row, wherever each row stands."""
    if not source.has_row(words_of(excerpt), SEED_WORDS):
        return 0
    runs = find_runs(encode_excerpt(excerpt, source, ()), source)
    return len({at for run in runs for at in range(run.first, run.first + run.size)})


def _chain(encoded: EncodedExcerpt, source: PreparedSource) -> list[Run]:
    """The chain of shared runs; of shared rare words, where runs explain too little."""
    words = len(source.codes)
    chain = chain_runs(find_runs(encoded, source), encoded, words)
    if not chain and encoded.edits:  # brackets leave no three words together: two must do
        chain = chain_runs(find_runs(encoded, source, seed_words=SEED_WORDS - 1), encoded, words)
    if _explained_share(chain, encoded) < _LEAST_EXPLAINED:
        sparse = chain_runs(find_sparse_runs(encoded, source), encoded, words)
        if _explained_share(sparse, encoded) > max(_LEAST_SPARSE, _explained_share(chain, encoded)):
            return sparse
    return chain


def _explained_share(chain: Sequence[Run], encoded: EncodedExcerpt) -> float:
    """The share of the excerpt's bits that a chain holds."""
    told = sum(
        encoded.evidence_bits[run.first + run.size] - encoded.evidence_bits[run.first] for run in chain
    )
    return told / (encoded.evidence_bits[-1] or 1.0)


def _strands(chain: Sequence[Run], encoded: EncodedExcerpt, source: PreparedSource) -> list[list[Run]]:
    extended = Extender(encoded, source).extend(part_strands(chain))
    cleaned = [clean(strand, encoded) for strand in extended]
    return slide([strand for strand in cleaned if strand], encoded, source)


def readied(source: Document | PreparedSource) -> PreparedSource:
    """The source, prepared if it was not."""
    return source if isinstance(source, PreparedSource) else prepare(source)


def _verbatim_place(encoded: EncodedExcerpt, source: PreparedSource) -> list[Stretch] | None:
    """The place where the excerpt stands word for word: where it is all of its sentences, or else in running text."""
    size = len(encoded)
    if not size:
        return None
    places = list(whole_places(encoded.codes, source.codes))
    if not places:
        return None
    place = max(places, key=lambda at: (_stands_alone(at, at + size, source), _is_running(at, source)))
    return [Stretch(0, size, place, place + size, equal=True)]


def _stands_alone(first: int, end: int, source: PreparedSource) -> bool:
    """Whether some words of a source begin and end with a sentence of its text, so that nothing is cut off from them."""
    text, starts, ends = source.document.text, source.starts, source.ends
    block = source.document.block_at(starts[first])
    if block is not None and block.kind in _TITLES:
        return False
    opens = first == 0 or splitter().ends_between(text, ends[first - 1], starts[first])
    return opens and (end == len(starts) or splitter().ends_between(text, ends[end - 1], starts[end]))


def _is_one_place(kept: Sequence[Stretch], encoded: EncodedExcerpt, source: PreparedSource) -> bool:
    """Whether kept words stand in the excerpt's order in one sentence of the source, and nothing beside them is declared to differ."""
    if encoded.declared or any(one.until > two.place for one, two in pairwise(kept)):
        return False
    text, starts, ends = source.document.text, source.starts, source.ends
    places = range(kept[0].place + 1, kept[-1].until)
    return not any(splitter().ends_between(text, ends[place - 1], starts[place]) for place in places)


def _is_running(place: int, source: PreparedSource) -> bool:
    block = source.document.block_at(source.starts[place])
    return block is None or block.main


def clean(runs: Sequence[Run], encoded: EncodedExcerpt) -> list[Run]:
    """A strand without the words of brackets that the source has in part."""
    kept = list(runs)
    for first, last in encoded.edits:
        if any(run.first <= first and last <= run.first + run.size for run in kept):
            continue
        kept = [piece for run in kept for piece in _without(run, first, last)]
    return kept


def _without(run: Run, first: int, last: int) -> list[Run]:
    end = run.first + run.size
    pieces = []
    if run.first < min(end, first):
        pieces.append(run._replace(size=min(end, first) - run.first))
    if max(run.first, last) < end:
        start = max(run.first, last)
        pieces.append(run._replace(first=start, place=run.place + start - run.first, size=end - start))
    return pieces
