"""Cued paragraphs: a cue alone on its line ("The Gazette reports:"), then paragraphs without any markup."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.announcing import sets_up
from provenance.excerpts.attribution import CUE_WINDOW, attribute, attribution_of
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Boundary, Excerpt, Markup
from provenance.excerpts.quotation_marks import opens_block
from provenance.excerpts.scene import Scene, scene_of
from provenance.excerpts.tails import read_tail
from provenance.text.document import BlockKind, Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.context import Context
    from provenance.excerpts.cue import Cue

_LONGEST_LABEL = 3  # words
_FEWEST_WORDS = 8  # of the first cued paragraph
_LONGEST_GAP = 4  # blocks between a cue and its paragraphs: an advertisement, a box, an embed
_LONGEST_RUN_IN = 70  # characters of a cue that opens the quoted paragraph itself
_SHOWN = frozenset((BlockKind.PREFORMATTED, BlockKind.CELL))
_ASIDE = frozenset((BlockKind.CAPTION, BlockKind.LIST_ITEM))  # shown, where they stand in the main content


@dataclass(frozen=True, slots=True)
class _Cued:
    """A cue and the blocks it may set up, as positions in the article's running text."""

    cue: Cue
    first: int
    stop: int


def detect_cued(article: Article, context: Context) -> Iterator[Excerpt]:
    """The paragraphs that a cue sets up and no markup sets off.

    Args:
        article: The page as read.
        context: What else is known: excerpts already found end a run of paragraphs.

    Yields:
        One excerpt for each cue. Its boundary is unclear: ``passages`` go up to where the author's own voice seems to
        return, ``reach`` up to the next cue, heading or excerpt.
    """
    scene = scene_of(article, context.language)
    position = 0
    while position < len(scene.body):
        cued = _cued(scene, context, position)
        run_in = _run_in(scene, context, position) if cued is None else None
        if run_in is not None:
            yield run_in
        if cued is None:
            position += 1
            continue
        yield _excerpt(scene, cued)
        position = max(position + 1, cued.first + _soft_end(scene, cued))


def _run_in(scene: Scene, context: Context, position: int) -> Excerpt | None:
    """A paragraph that opens with the linked name of an outlet and a colon: the rest of it is the excerpt."""
    span = scene.blocks[scene.body[position]].span
    colon = scene.text.find(":", span.start, min(span.end, span.start + _LONGEST_RUN_IN))
    if scene.text.startswith("://", colon):  # the colon of an address
        return None
    links = scene.links_in(Span(span.start, colon)) if colon > span.start else []
    if not links or context.holds(span.start, span.end):
        return None
    cue = scene.before(span.start, colon + 1)
    rest = _stripped(scene.text, Span(colon + 1, span.end))
    if cue.outlet is None or len(scene.text[rest.start : rest.end].split()) < _FEWEST_WORDS:
        return None
    if opens_block(scene.text, rest.start, rest.end) is not None:
        return None
    passages = (Passage(scene.article.document, rest),)
    return Excerpt(
        passages=passages,
        attribution=attribution_of(scene, cue),
        marks=find_marks(passages, language=scene.language.code),
        markup=Markup.PARAGRAPHS,
        boundary=Boundary.UNCLEAR,
        reach=(*passages, *_following(scene, context, position)),
    )


def _following(scene: Scene, context: Context, position: int) -> tuple[Passage, ...]:
    """The paragraphs behind one that may still belong to its excerpt."""
    stop = _hard_end(scene, context, position)
    spans = (scene.blocks[scene.body[at]].span for at in range(position + 1, stop))
    return tuple(Passage(scene.article.document, _stripped(scene.text, span)) for span in spans)


def _cued(scene: Scene, context: Context, position: int) -> _Cued | None:
    index = scene.body[position]
    cue = sets_up(scene, index)
    if cue is None or position + 1 >= len(scene.body):
        return None
    ahead = position + 1
    while ahead + 1 < len(scene.body) and _is_label(scene, scene.body[ahead]):
        ahead += 1
    first = scene.body[ahead]
    span = scene.blocks[first].span
    gap = range(index + 1, first)
    if len(gap) > _LONGEST_GAP or any(_ends_run(scene, context, at) for at in gap):
        return None
    if any(_is_shown(scene, at) for at in gap) or _shows_another(scene, Span(cue.span.end, span.start)):
        return None
    if scene.blocks[first].kind is not BlockKind.PARAGRAPH or not _can_begin(scene, context, first):
        return None
    stop = _hard_end(scene, context, ahead)
    return _Cued(cue, ahead, stop) if stop > ahead and len(span) else None


def _is_shown(scene: Scene, index: int) -> bool:
    """Whether a block is what a cue before it shows: a post, code, a table, a list, the caption of a picture."""
    block = scene.blocks[index]
    return index in scene.dressed or block.kind in _SHOWN or (block.kind in _ASIDE and block.inside)


def _shows_another(scene: Scene, gap: Span) -> bool:
    """Whether a picture stands between a cue and what begins behind it, or that is a blockquote which quotes nobody."""
    pictured = _any_within(scene.article.pictures, gap.start, gap.end)
    return pictured or _any_within(scene.quotations_by_markup, gap.start, gap.end + 1)


def _any_within(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted places lies in ``start..end``."""
    return bisect_left(places, start) < bisect_left(places, end)


def _is_label(scene: Scene, index: int) -> bool:
    """Whether a block is a label of a few words, such as "Advertisement", and no sentence."""
    span = scene.blocks[index].span
    text = scene.text[span.start : span.end].strip()
    return scene.language.spaced and len(text.split()) <= _LONGEST_LABEL and text[-1:].isalnum()


def _can_begin(scene: Scene, context: Context, index: int) -> bool:
    """Whether a block may be the first of a cued excerpt: long enough, no cue itself, not in marks of its own."""
    span = scene.blocks[index].span
    text = scene.text[span.start : span.end]
    if scene.language.spaced and len(text.split()) < _FEWEST_WORDS:
        return False
    if context.holds(span.start, span.end) or read_tail(scene, span) is not None:
        return False
    return not (opens_block(scene.text, span.start, span.end) and len(scene.quotations_in(index)) == 1)


def _hard_end(scene: Scene, context: Context, first: int) -> int:
    """The position behind the last paragraph that may still belong: before a cue, a heading, an excerpt, a tail."""
    position = first
    while position < len(scene.body):
        index = scene.body[position]
        span = scene.blocks[index].span
        if position > first:
            gap = range(scene.body[position - 1] + 1, index)
            if any(_ends_run(scene, context, at) for at in gap) or sets_up(scene, index) is not None:
                break
            if _any_within(scene.quotations_by_markup, span.start, span.end):
                break
            if read_tail(scene, span) is not None or _is_note(scene, span):
                break
        if context.holds(span.start, span.end):
            break
        position += 1
    return position


def _ends_run(scene: Scene, context: Context, index: int) -> bool:
    """Whether a block that is no running text ends a run of paragraphs: a heading, an excerpt, a quotation."""
    block = scene.blocks[index]
    heading = block.kind is BlockKind.HEADING
    return heading or context.holds(block.span.start, block.span.end)


def _soft_end(scene: Scene, cued: _Cued) -> int:
    """How many paragraphs belong as far as the article alone can tell: up to where the author's voice returns."""
    for position in range(cued.first + 1, cued.stop):
        span = scene.blocks[scene.body[position]].span
        if _is_authors(scene, cued.cue, span):
            return position - cued.first
    return cued.stop - cued.first


def _is_authors(scene: Scene, cue: Cue, span: Span) -> bool:
    """Whether a paragraph speaks in the author's own voice: by how it opens, or because it names the outlet."""
    head = scene.text[span.start : span.end][:CUE_WINDOW]
    if not scene.language.spaced:
        return head.startswith(scene.language.voice_return.plain)
    words = scene.language.words(scene.text, span.start, min(span.end, span.start + CUE_WINDOW))
    if words and scene.language.voice_return.at(words, 0):
        return True
    opening = words[0] if words else None
    first_person = opening is not None and any(
        scene.language.voice_return.at(words, at) for at in range(min(3, len(words))) if len(words) > 2
    )
    return first_person or _names_source(scene, cue, span)


def _names_source(scene: Scene, cue: Cue, span: Span) -> bool:
    """Whether a paragraph speaks of the outlet, or of the person, whose words stand before it."""
    said = scene.text[span.start : span.end]
    if cue.outlet is not None:
        return cue.outlet in said
    speaker = scene.speaker(cue) if cue.voice is not None else None
    surname = speaker.rsplit(maxsplit=1)[-1] if speaker and scene.cast.names(speaker) else ""
    if not surname or surname not in said:
        return False
    return any(word.text == surname for word in scene.language.words(scene.text, span.start, span.end))


def _is_note(scene: Scene, span: Span) -> bool:
    """Whether a paragraph is labelled as the author's own note."""
    words = scene.language.words(scene.text, span.start, min(span.end, span.start + 60))
    length = scene.language.author_notes.at(words, 0) if words and scene.language.spaced else 0
    return bool(length) and len(words) > length and words[length].text == ":"


def _excerpt(scene: Scene, cued: _Cued) -> Excerpt:
    document = scene.article.document
    reach = tuple(
        Passage(document, _stripped(scene.text, scene.blocks[scene.body[at]].span))
        for at in range(cued.first, cued.stop)
    )
    passages = reach[: max(1, _soft_end(scene, cued))]
    spans = [passage.span for passage in passages]
    return Excerpt(
        passages=passages,
        attribution=attribute(scene.article, spans, language=scene.language.code),
        marks=find_marks(passages, language=scene.language.code),
        markup=Markup.PARAGRAPHS,
        boundary=Boundary.UNCLEAR,
        reach=reach,
    )


def _stripped(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
