"""Quotations over several paragraphs: marks that open in one and close in a later one, and whole quoted paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.attribution import attribute, attribution_of
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Attribution, Excerpt, Markup
from provenance.excerpts.quotation_marks import SINGLE, first_closing, opens_block
from provenance.excerpts.scene import Scene, scene_of
from provenance.excerpts.sentences import sentence_end, sentence_start
from provenance.text.document import BlockKind, Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article
    from provenance.excerpts.context import Context
    from provenance.excerpts.quotation_marks import Quotation

_MOST_PARAGRAPHS = 40  # of one quotation whose every paragraph opens anew
_FARTHEST_CLOSING = 6  # paragraphs behind an opening mark that is not repeated
_WINDOW = 200
_FEWEST_WORDS = 8  # of a single quoted paragraph that counts as a block
_SPACES = " \t\n\u00a0\u202f"


def detect_quoted_paragraphs(article: Article, context: Context) -> Iterator[Excerpt]:
    """The quotations that marks alone set off, over whole paragraphs.

    Args:
        article: The page as read.
        context: What else is known.

    Yields:
        One excerpt for each quotation of several paragraphs: every paragraph opens and only the last closes, or one
        opens and a later one closes, also behind a cue in the same paragraph; and one for each single quoted paragraph
        that the paragraph before it sets up.
    """
    scene = scene_of(article, context.language)
    position = 0
    while position < len(scene.body):
        spans = _several(scene, position) or _single(scene, position)
        if spans:
            yield _excerpt(scene, spans)
        position += max(1, len(spans))


def _several(scene: Scene, position: int) -> list[Span]:
    """The paragraphs of the quotation that opens in a block and does not close there; empty if it ends there."""
    block = scene.blocks[scene.body[position]].span
    found = scene.quotations_in(scene.body[position])
    if not found or found[-1].closed or found[-1].mark in SINGLE or _is_arrow(scene, found[-1]):
        return []
    opening = found[-1]
    reopening = _reopening(scene, opening, position)
    if len(reopening) > 1:
        return [] if len(found) > 1 and _goes_on_inline(scene, reopening[-1]) else reopening
    first = Span(opening.inner.start, block.end)
    for later in range(position + 1, min(len(scene.body), position + 1 + _FARTHEST_CLOSING)):
        span = scene.blocks[scene.body[later]].span
        if _is_apart(scene, position, later):
            return []
        end = first_closing(scene.text, span.start, span.end)
        if end is not None:
            between = [scene.blocks[scene.body[at]].span for at in range(position + 1, later)]
            return [first, *between, Span(span.start, end)]
        if scene.quotations_in(scene.body[later]):
            return []
    return []


def _is_arrow(scene: Scene, opening: Quotation) -> bool:
    """Whether an opening mark is the arrow of a path ("Home » News » Town"): nothing follows it, or a space."""
    after = scene.text[opening.outer.start + 1 : opening.outer.start + 2]
    return not len(opening.inner) or (opening.mark == "»" and after.isspace())


def _goes_on_inline(scene: Scene, last: Span) -> bool:
    """Whether the author's words follow in the last paragraph: then the pieces are inline quotations of their own."""
    block = scene.blocks[scene.article.document.block_index_at(last.start)].span
    return bool(scene.text[last.end + 1 : block.end].strip(" .\u00a0"))


def _reopening(scene: Scene, opening: Quotation, position: int) -> list[Span]:
    """The paragraphs that each open with a mark, up to the one that closes."""
    spans = [opening.inner]
    for later in range(position + 1, min(len(scene.body), position + _MOST_PARAGRAPHS)):
        span = scene.blocks[scene.body[later]].span
        if _is_apart(scene, position, later) or not opens_block(scene.text, span.start, span.end):
            return spans if len(spans) > 1 else []
        found = scene.quotations_in(scene.body[later])
        if not found or found[0].outer.start != span.start:
            return []
        spans.append(found[0].inner)
        if found[0].closed:
            return spans
    return spans


def _is_apart(scene: Scene, position: int, later: int) -> bool:
    """Whether a heading stands between two blocks of running text."""
    first, last = scene.body[position], scene.body[later]
    return any(
        scene.blocks[at].kind is BlockKind.HEADING and scene.blocks[at].main for at in range(first + 1, last)
    )


def _single(scene: Scene, position: int) -> list[Span]:
    """One paragraph that is nothing but a quotation, behind a paragraph that ends in a cue."""
    index = scene.body[position]
    block = scene.blocks[index].span
    found = scene.quotations_in(index)
    if len(found) != 1 or not found[0].closed or position == 0:
        return []
    outer = found[0].outer
    if scene.text[block.start : outer.start].strip() or scene.text[outer.end : block.end].strip(" .\u00a0"):
        return []
    earlier = scene.blocks[scene.body[position - 1]].span
    ends = scene.text[earlier.start : earlier.end].rstrip().endswith((":", "："))
    words = len(scene.text[found[0].inner.start : found[0].inner.end].split())
    return [found[0].inner] if ends and (words >= _FEWEST_WORDS or not scene.language.spaced) else []


def _excerpt(scene: Scene, spans: list[Span]) -> Excerpt:
    document = scene.article.document
    passages = tuple(
        Passage(document, trimmed) for span in spans if len(trimmed := _trimmed(scene.text, span))
    )
    return Excerpt(
        passages=passages,
        attribution=_attribution(scene, spans),
        marks=find_marks(passages, language=scene.language.code),
        markup=Markup.PARAGRAPHS,
        quoted=True,
    )


def _attribution(scene: Scene, spans: list[Span]) -> Attribution:
    """From what stands before the opening mark in its paragraph, behind the closing mark, or before the paragraph."""
    first = scene.blocks[scene.article.document.block_index_at(spans[0].start)].span
    opening = spans[0].start - 1
    if scene.text[first.start : opening].strip():
        begin = sentence_start(scene.text, max(first.start, opening - _WINDOW), opening)
        if begin >= opening:
            begin = first.start
        index = scene.article.document.block_index_at(spans[0].start)
        begin = max([begin, *(one.outer.end for one in scene.quotations_in(index)[:-1])])
        cue = scene.before(begin, opening)
        if cue.strength:
            return attribution_of(scene, cue)
    last = scene.blocks[scene.article.document.block_index_at(spans[-1].start)].span
    closing = min(spans[-1].end + 1, last.end)
    behind = scene.after(closing, sentence_end(scene.text, closing, min(last.end, closing + _WINDOW)))
    if behind.strength:
        return attribution_of(scene, behind)
    return attribute(scene.article, spans, language=scene.language.code)


def _trimmed(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    bare = piece.strip(_SPACES)
    start = span.start + len(piece) - len(piece.lstrip(_SPACES))
    return Span(start, start + len(bare))
