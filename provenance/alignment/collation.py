"""Collation: an excerpt laid against a source, with every difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.alignment.alignment import Alignment, DeclaredPlace
from provenance.alignment.assembly import assemble
from provenance.alignment.chaining import chain_runs
from provenance.alignment.cleanup import clean, without_edits
from provenance.alignment.coding import PreparedSource, prepare
from provenance.alignment.extension import Extender, part_strands
from provenance.alignment.pairing import Pairer
from provenance.alignment.seeding import SEED_WORDS, find_runs, whole_places
from provenance.alignment.sliding import slide
from provenance.alignment.stretches import Stretch, as_stretches
from provenance.alignment.wording import Wording, word_excerpt
from provenance.text.document import Document, Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.alignment.seeding import Run

# An excerpt was found if it tells at least so many bits, and so great a share of its own.
_LEAST_BITS, _LEAST_SHARE = 24.0, 0.20
# A part of it was found if one placement alone tells so much: 12 quoted words among 180 of one's own.
_PART_BITS = 45.0

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
    wording = word_excerpt(excerpt, prepared, declared)
    whole = _whole(wording, prepared)
    if whole is not None:
        return assemble([whole], wording, prepared)
    chain = _chain(wording, prepared)
    if not chain:
        return _NOT_FOUND
    pairer = Pairer(wording, prepared)
    strands = [
        [
            part
            for stretch in as_stretches(slide(clean(strand, wording), wording, prepared))
            for part in _settled(stretch, pairer)
        ]
        for strand in Extender(wording, prepared).extend(part_strands(chain))
    ]
    alignment = assemble(strands, wording, prepared)
    return alignment if _is_found(alignment) else _NOT_FOUND


def readied(source: Document | PreparedSource) -> PreparedSource:
    """The source, prepared if it was not."""
    return source if isinstance(source, PreparedSource) else prepare(source)


def _chain(wording: Wording, source: PreparedSource) -> Sequence[Run]:
    """The chain of the runs outside brackets. Where brackets leave no three words together, two must do."""
    runs = without_edits(find_runs(wording, source), wording, least=SEED_WORDS)
    if not runs and wording.edits:
        runs = find_runs(wording, source, seed_words=SEED_WORDS - 1)
    return chain_runs(runs, wording, len(source.codes))


def _settled(stretch: Stretch, pairer: Pairer) -> Sequence[Stretch]:
    return (stretch,) if stretch.equal else pairer.pair(stretch)


def _whole(wording: Wording, source: PreparedSource) -> list[Stretch] | None:
    """The place where the excerpt stands word for word: in running text, if it stands there."""
    size = len(wording)
    if not size:
        return None
    places = list(whole_places(wording.codes, source.codes))
    if not places:
        return None
    place = next((place for place in places if _is_running(place, source)), places[0])
    return [Stretch(0, size, place, place + size, equal=True)]


def _is_running(place: int, source: PreparedSource) -> bool:
    block = source.document.block_at(source.starts[place])
    return block is None or block.main


def _is_found(alignment: Alignment) -> bool:
    if alignment.bits >= _LEAST_BITS and alignment.score >= _LEAST_SHARE:
        return True
    return any(placement.bits >= _PART_BITS for placement in alignment.placements)
