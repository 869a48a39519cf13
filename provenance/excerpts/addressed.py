"""Addressed passages: a title on its own line, the passage, and then nothing but the address it was taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.addresses import address_parts
from provenance.articles.embeds import is_player
from provenance.excerpts.attribution import attribute
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt, Markup
from provenance.excerpts.scene import Scene, scene_of
from provenance.excerpts.tails import is_address_line
from provenance.text.document import BlockKind, Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article
    from provenance.excerpts.context import Context

_MOST_PARAGRAPHS = 6  # between a title and its address
_LONGEST_TITLE = 30  # words
_SHORTEST_PATH = 4  # characters: an address without one leads to a site, not to a page
_FEWEST_WORDS = 15  # of the passage
_SENTENCE_ENDS = (".", "!", "?", "…", "“", "”", "»", "«", '"', "。", "」", "]", ")")
_STOPS = (".", "!", "?", "…", ":", ";", ",", "。")


def detect_addressed(article: Article, context: Context) -> Iterator[Excerpt]:
    """The passages between a title and a bare address, as digests of other pages set them.

    Args:
        article: The page as read.
        context: What else is known.

    Yields:
        One excerpt for each address that stands alone on its line, behind one to six paragraphs under a title.
    """
    scene = scene_of(article, context.language)
    for index in range(1, len(scene.blocks)):
        if index in scene.dressed or not _begins_as_address(scene, index):
            continue
        if not is_address_line(scene, scene.blocks[index].span) or not _leads_elsewhere(scene, index):
            continue
        passage = _passage(scene, context, index)
        if passage:
            yield _excerpt(scene, passage)


def _begins_as_address(scene: Scene, index: int) -> bool:
    return scene.text.startswith(("http://", "https://"), scene.blocks[index].span.start)


def _leads_elsewhere(scene: Scene, index: int) -> bool:
    """Whether the address is that of a page on another site."""
    own = address_parts(scene.article.metadata.url or "").hostname
    span = scene.blocks[index].span
    stated = scene.text[span.start : span.end].strip()
    if is_player(stated):  # a post or a film that site systems show in the address's place
        return False
    address = address_parts(stated)
    if len(address.path.strip("/")) < _SHORTEST_PATH and not address.query:
        return False
    return own is None or own.removeprefix("www.") not in (address.hostname or "")


def _passage(scene: Scene, context: Context, address: int) -> list[Span]:
    """The paragraphs above an address up to their title; empty where there is no title near."""
    spans: list[Span] = []
    for at in range(address - 1, max(-1, address - 2 - _MOST_PARAGRAPHS), -1):
        block = scene.blocks[at]
        if at in scene.dressed or context.holds(block.span.start, block.span.end):
            return []
        if block.kind is BlockKind.CAPTION:
            continue
        if _is_title(scene, at):
            return spans[::-1] if _is_running_text(scene, spans) else []
        if is_address_line(scene, block.span):
            return []
        spans.append(block.span)
    return []


def _is_running_text(scene: Scene, spans: list[Span]) -> bool:
    """Whether the paragraphs between a title and an address are main content, and long enough to be a passage."""
    words = sum(len(scene.text[span.start : span.end].split()) for span in spans)
    main = any(scene.blocks[at].main for span in spans for at in scene.indexes_in(span))
    last = (
        scene.text[spans[0].start : spans[0].end].rstrip() if spans else ""
    )  # collected from the address upwards
    return main and last.endswith(_SENTENCE_ENDS) and (words >= _FEWEST_WORDS or not scene.language.spaced)


def _is_title(scene: Scene, index: int) -> bool:
    """Whether a block is a heading, or a short line without a full stop, or one that is bold all over."""
    block = scene.blocks[index]
    if block.kind is BlockKind.HEADING:
        return True
    text = scene.text[block.span.start : block.span.end].strip()
    if len(text.split()) > _LONGEST_TITLE:
        return False
    emphasised = any(
        span.start <= block.span.start + 1 and span.end >= block.span.end - 1
        for span in scene.article.emphasis or ()
    )
    return emphasised or not text.endswith(_STOPS)


def _excerpt(scene: Scene, spans: list[Span]) -> Excerpt:
    document = scene.article.document
    passages = tuple(Passage(document, _stripped(scene.text, span)) for span in spans)
    return Excerpt(
        passages=passages,
        attribution=attribute(scene.article, spans, language=scene.language.code),
        marks=find_marks(passages, language=scene.language.code),
        markup=Markup.PARAGRAPHS,
    )


def _stripped(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
