"""Whose words the quotations of one paragraph are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.excerpts.attribution import link_of_sentence
from provenance.excerpts.mentions import Gender, MentionKind
from provenance.excerpts.model import Attribution
from provenance.excerpts.piece_cues import cue_of
from provenance.excerpts.pieces import WINDOW, Piece
from provenance.excerpts.spelling import spelled_outlet
from provenance.text.document import Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.excerpts.cue import Cue
    from provenance.excerpts.scene import Scene

_FEWEST_WORDS = 4
_ENDS = frozenset(".!?…。！？")


@dataclass(frozen=True, slots=True)
class _Attributed:
    piece: Piece
    cue: Cue
    continues: bool
    resumes: bool = False  # nothing but the attribution of the one before stands between them


def attribute_pieces(scene: Scene, pieces: Sequence[Piece], index: int) -> list[Attribution]:
    """Whose words each quotation of a block is; a piece behind an attribution goes on with it."""
    found: list[Attribution] = []
    previous: _Attributed | None = None
    for whole, following in zip(pieces, [*pieces[1:], None], strict=True):
        piece = _behind(previous, whole)
        cue = cue_of(scene, piece, following, index)
        continues = False
        if previous is not None and _goes_on(previous, piece, cue):
            cue, continues = replace(previous.cue), True
        if cue is None or not cue.strength:
            previous = None if _breaks(previous, piece) else previous
            found.append(Attribution())
            continue
        previous = _Attributed(piece, cue, continues)
        found.append(_attribution(scene, previous))
    return found


def _behind(previous: _Attributed | None, piece: Piece) -> Piece:
    """The piece, what an attribution before it has used up left out of the sentence that leads up to it."""
    if previous is None or previous.cue.matched <= piece.before.start:
        return piece
    return replace(piece, before=Span(min(previous.cue.matched, piece.before.end), piece.before.end))


def _breaks(previous: _Attributed | None, piece: Piece) -> bool:
    return previous is None or piece.words >= _FEWEST_WORDS


def _goes_on(previous: _Attributed, piece: Piece, cue: Cue | None) -> bool:
    """Whether a quotation goes on with the one before.

    Either only the attribution of the one before stands between them, or both are fragments of one sentence that says
    before the first of them whose words they are.
    """
    between = Span(previous.piece.quotation.outer.end, piece.quotation.outer.start)
    text = piece.cut(between).strip()
    if cue is not None and cue.strength and cue.span.start >= between.end:
        return False
    if len(between) > WINDOW:
        return False
    if previous.cue.span.start >= previous.piece.quotation.outer.end:
        return _is_resumed(previous, piece)
    if cue is not None and cue.strength:
        return False
    first, ended = piece.text[:1], previous.piece.text[-1:] in _ENDS
    return bool(first) and not first.isupper() and not ended and not any(stop in text for stop in _ENDS)


def _is_resumed(previous: _Attributed, piece: Piece) -> bool:
    """Whether only the attribution of the one before stands between two pieces: "…," she said, "…"."""
    if previous.cue.span.start < previous.piece.quotation.outer.end:
        return False
    rest = piece.scene.text[previous.cue.span.end : piece.quotation.outer.start]
    return not rest.strip(" \u00a0\n,:;—–-")


def _attribution(scene: Scene, one: _Attributed) -> Attribution:
    cue = one.cue
    sentence = _sentence_of(scene, one)
    speaker, outlet, link = scene.speaker(cue), cue.outlet, link_of_sentence(scene, sentence)
    if outlet is None and (spelled := spelled_outlet(scene, sentence, link, speaker=speaker)):
        outlet, speaker = spelled, None if speaker and speaker in spelled else speaker
    if speaker is None and outlet is None and _speaks_for_a_body(scene, cue):
        outlet, speaker = scene.reporter_before(cue.span.start)
    return Attribution(cue=_trimmed(scene, cue.span), outlet=outlet, speaker=speaker, link=link)


def _sentence_of(scene: Scene, one: _Attributed) -> Span:
    """The sentence of a quotation: the one before belongs to it if that says whose words these are, or names an outlet."""
    quotation, before = one.piece.quotation.outer, one.piece.before
    begins = one.cue.span.start >= quotation.end and one.piece.cut(before).rstrip()[-1:] in _ENDS
    apart = begins and scene.outlet_in(before) is None
    start = quotation.start if apart else min(one.cue.span.start, before.start)
    return Span(start, max(one.cue.span.end, quotation.end))


def _speaks_for_a_body(scene: Scene, cue: Cue) -> bool:
    """Whether a cue speaks of an outlet or a document without its name: "it adds", "one reads", "the report says"."""
    if cue.voice is None:
        return not cue.dropped
    document = cue.voice.kind is MentionKind.DOCUMENT
    return (document and scene.is_definite(cue.voice)) or cue.voice.gender is Gender.NEUTRAL


def _trimmed(scene: Scene, span: Span) -> Passage | None:
    text = scene.text[span.start : span.end]
    bare = text.strip(" \u00a0\u202f\n,")
    if not bare:
        return None
    start = span.start + text.find(bare)
    return Passage(scene.article.document, Span(start, start + len(bare)))
