"""Whose words candidates are, by the readers of cues: one attribution for each candidate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.excerpts.annotation.quotation_marks import Quotation
from provenance.excerpts.attribution import attribute as attribute_block
from provenance.excerpts.attribution import attribution_of
from provenance.excerpts.cue import Strength
from provenance.excerpts.inline import attribute_pieces
from provenance.excerpts.model import Attribution, Shape
from provenance.excerpts.pieces import Piece
from provenance.excerpts.scene import Scene
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.excerpts.annotation.article import AnnotatedArticle
    from provenance.excerpts.model import Candidate


def attribute(annotated: AnnotatedArticle, candidates: Sequence[Candidate]) -> tuple[Attribution, ...]:
    """Say whose words each candidate would be.

    Args:
        annotated: The article.
        candidates: Its candidates, those of one block in order.
    """
    scene = Scene(annotated.article, annotated.language)
    found: dict[int, Attribution] = {}
    by_block: dict[int, list[int]] = {}
    for number, candidate in enumerate(candidates):
        if candidate.shape is Shape.MARKS:
            by_block.setdefault(candidate.blocks.start, []).append(number)
        elif candidate.shape is Shape.DASHES:
            found[number] = _of_dashes(scene, candidate)
        elif candidate.shape is Shape.MARKED_PARAGRAPHS:
            found[number] = _of_marked_paragraphs(scene, candidate)
        else:
            found[number] = _of_block(scene, candidate)
    for index, numbers in by_block.items():
        pieces = [_piece(scene, candidates[number]) for number in numbers]
        found.update(zip(numbers, attribute_pieces(scene, pieces, index), strict=True))
    return tuple(found[number] for number in range(len(candidates)))


def _piece(scene: Scene, candidate: Candidate) -> Piece:
    inner = candidate.passages[0].span
    outer = Span(candidate.lead_in.end, max(inner.end, candidate.tail.start))
    return Piece(
        scene, Quotation(inner, outer, candidate.mark, closed=True), candidate.lead_in, candidate.tail
    )


def _of_block(scene: Scene, candidate: Candidate) -> Attribution:
    spans = [passage.span for passage in candidate.passages]
    return attribute_block(
        scene.article, spans, inner=candidate.inner, cite=candidate.cite, language=scene.language.code
    )


def _of_marked_paragraphs(scene: Scene, candidate: Candidate) -> Attribution:
    first = scene.blocks[candidate.blocks.start].span
    last = scene.blocks[candidate.blocks.stop - 1].span
    if candidate.lead_in.start >= first.start:
        cue = scene.before(candidate.lead_in.start, candidate.lead_in.end)
        if cue.strength:
            return attribution_of(scene, cue)
    if candidate.tail.end <= last.end:
        cue = scene.after(candidate.tail.start, candidate.tail.end)
        if cue.strength:
            return attribution_of(scene, cue)
    return _of_block(scene, candidate)


def _of_dashes(scene: Scene, candidate: Candidate) -> Attribution:
    text = scene.text
    start = candidate.tail.start
    while start < candidate.tail.end and not text[start].isalnum():
        start += 1
    for cue in (
        scene.after(start, candidate.tail.end),
        scene.before(candidate.lead_in.start, candidate.lead_in.end),
    ):
        if cue.strength is Strength.FRAME:
            return attribution_of(scene, cue)
    return replace(Attribution())
