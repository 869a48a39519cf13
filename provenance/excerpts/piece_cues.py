"""Cues of inline quotations: behind one, in the sentence that leads up to it, or in the paragraph before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.excerpts.annotation.sentences import sentence_start
from provenance.excerpts.cue import Cue, Strength
from provenance.excerpts.leading import CONJUNCTIONS
from provenance.excerpts.linked import linked_cue
from provenance.excerpts.mentions import Gender, MentionKind
from provenance.excerpts.pieces import WINDOW, Piece
from provenance.text.document import BlockKind
from provenance.text.span import Span

if TYPE_CHECKING:
    from provenance.excerpts.scene import Scene

_ENDS = frozenset(".!?…。！？")
_STOPS_OUTSIDE = frozenset(".。")
_SPACES = " \u00a0\u202f\n\t"
_NEAR = 14  # characters
_FIRST_SIGN = re.compile(r"\S")
_MERELY_CALLED = ("という", "といった", "と呼")  # a term, a thing called so


def cue_of(scene: Scene, piece: Piece, following: Piece | None, index: int) -> Cue | None:
    """The cue of one quotation: of whoever is named around it, or else of the link that leads to it.

    Args:
        scene: The article.
        piece: The quotation, with what stands around it.
        following: The next quotation of its block, if there is one.
        index: The block.

    Returns:
        The cue, or None if nothing says whose words they are or where they stand.
    """
    return _cue_of_somebody(scene, piece, following, index) or linked_cue(scene, piece)


def _cue_of_somebody(scene: Scene, piece: Piece, following: Piece | None, index: int) -> Cue | None:
    """A cue at once behind the quotation, in the sentence before it, or in the paragraph before."""
    after = _read_after(scene, piece, following)
    if after is not None and piece.cut(piece.before).strip() and _is_labelled(scene, piece):
        return after
    if after is not None and _is_closed_by(scene.text, piece):
        return after
    before = scene.before(*_lead(scene, piece, index)) if len(piece.before) else None
    if before is not None and before.strength and _leads(scene, piece, before):
        return before
    if after is not None:
        return _with_topic(scene, after, before)
    if before is not None and not piece.cut(piece.before).strip():
        before = None
    return _cue_of_paragraph_before(scene, piece, index) if before is None else None


def _with_topic(scene: Scene, after: Cue, before: Cue | None) -> Cue:
    """Where words do not stand apart, whoever speaks stands before the quotation and the verb behind it: X は「…」と述べた."""
    if scene.language.spaced or after.voice is not None or before is None or before.voice is None:
        return after
    return replace(after, voice=before.voice)


def _lead(scene: Scene, piece: Piece, index: int) -> tuple[int, int]:
    """The words that lead up to a quotation; from the sentence's beginning, where only "and says" stands between two."""
    start, end = piece.before.start, piece.before.end
    words = scene.language.words(scene.text, start, min(end, start + WINDOW))
    joined = len(words) > 1 and words[0].key in CONJUNCTIONS and words[1].key in scene.language.verbs
    block = scene.blocks[index].span.start
    return (sentence_start(scene.text, max(block, start - WINDOW), start) if joined else start, end)


def _is_labelled(scene: Scene, piece: Piece) -> bool:
    """Whether "with the words" or the like stands right before the quotation."""
    words = scene.language.words(scene.text, piece.before.start, piece.before.end)
    found = scene.language.excerpt_labels.find(words)
    return bool(found) and found[-1].stop >= len(words) - 1


def _read_after(scene: Scene, piece: Piece, following: Piece | None) -> Cue | None:
    """What follows, read as a cue, unless it sets up the next quotation instead."""
    text = piece.cut(piece.after).rstrip()
    leads_on = following is not None and following.quotation.outer.start - piece.after.end <= 2
    if leads_on and text.endswith((":", "：")):
        return None
    cue = scene.after(piece.after.start, piece.after.end)
    ended = scene.text[piece.quotation.outer.end : piece.quotation.outer.end + 1] in _STOPS_OUTSIDE
    if (ended or cue.guessed) and not cue.owned and piece.cut(piece.before).strip():
        return None  # the sentence ended with the quotation, or had begun before it with something of its own
    return cue if cue.strength else None


def _is_closed_by(text: str, piece: Piece) -> bool:
    """Whether the quotation's end looks forward: a comma, a dash, or a sentence that goes on in lower case."""
    inner, outer = piece.quotation.inner, piece.quotation.outer
    rest = text[outer.end : outer.end + 4].lstrip(_SPACES)
    if text[inner.end - 1] in ",，" or rest[:1] in {",", "，", "—", "–", "-", "("}:
        return True
    return text[inner.end - 1] in _ENDS and (
        rest[:1].islower() or not text[piece.before.start : piece.before.end].strip()
    )


def _leads(scene: Scene, piece: Piece, cue: Cue) -> bool:
    """Whether the words before a quotation set it up: long fragments are, short ones only behind a colon or comma."""
    lead = piece.cut(piece.before).rstrip()
    if not scene.language.spaced:
        return lead.endswith((":", "：")) or _is_verb_near(scene, piece)
    if cue.strength is Strength.LABEL:
        return lead.endswith(":") and (cue.outlet is not None or _is_somebody(cue))
    return True


def _is_somebody(cue: Cue) -> bool:
    """Whether the one whom a colon sets up is a person or a body, and neither a thing nor a document."""
    voice = cue.voice
    return voice is not None and voice.kind is not MentionKind.DOCUMENT and voice.gender is not Gender.NEUTRAL


def _is_verb_near(scene: Scene, piece: Piece) -> bool:
    """Whether, where words do not stand apart, a reporting verb stands before the quotation or right behind it."""
    verbs = scene.language.verbs.plain
    near = (piece.cut(piece.before)[-_NEAR:], piece.cut(piece.after)[:_NEAR])
    followed = any(phrase in piece.cut(piece.before) for phrase in scene.language.following.plain)
    if followed or piece.cut(piece.after).startswith(_MERELY_CALLED):
        return followed
    return any(verb in side for verb in verbs for side in near)


def _cue_of_paragraph_before(scene: Scene, piece: Piece, index: int) -> Cue | None:
    """A paragraph that begins with a quotation may be set up by the end of the one before."""
    block = scene.blocks[index].span
    said = _FIRST_SIGN.search(scene.text, block.start, piece.quotation.outer.start)
    if said is not None:  # found at once: cutting out all that stands before each quotation would take long
        return _cue_of_sentence_before(scene, piece)
    earlier = next((at for at in range(index - 1, max(-1, index - 3), -1) if scene.blocks[at].main), None)
    if earlier is None or scene.blocks[earlier].kind is BlockKind.HEADING or earlier in scene.dressed:
        return None
    span = scene.blocks[earlier].span
    begin = sentence_start(scene.text, max(span.start, span.end - WINDOW), span.end)
    if not scene.text[span.start : span.end].rstrip().endswith((":", "：")):
        return _cue_of_reported_speech(scene, piece, index, Span(begin, span.end))
    cue = scene.before(begin, span.end)
    return cue if cue.strength else None


def _cue_of_reported_speech(scene: Scene, piece: Piece, index: int, sentence: Span) -> Cue | None:
    """A paragraph that is nothing but a quotation goes on with what the one before reports: "She added that …"."""
    block = scene.blocks[index].span
    whole = not scene.text[piece.quotation.outer.end : block.end].strip(_SPACES)
    if not whole or scene.text[piece.quotation.inner.end - 1] not in _ENDS or not scene.language.spaced:
        return None
    cue = scene.before(sentence.start, sentence.end)
    return cue if cue.strength is Strength.FRAME and _is_somebody(cue) else None


def _cue_of_sentence_before(scene: Scene, piece: Piece) -> Cue | None:
    """A whole quoted sentence may follow the sentence that tells who speaks: 'Ann Lee shrugged it off. "…"'."""
    text = scene.text
    if len(piece.before) or text[piece.quotation.inner.end - 1] not in _ENDS:
        return None
    end = piece.quotation.outer.start
    begin = sentence_start(text, max(0, end - WINDOW), end)
    cue = scene.before(begin, end)
    return cue if cue.strength is Strength.FRAME else None
