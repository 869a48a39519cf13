"""Attribution: who is quoted, in which words the article says so, and which link leads to the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.articles.addresses import address_parts
from provenance.excerpts.annotation.sentences import sentence_start, sentences
from provenance.excerpts.credits import credit_behind
from provenance.excerpts.cue import Cue, Strength
from provenance.excerpts.links import best_link, last_inside, wrapping_link
from provenance.excerpts.model import Attribution
from provenance.excerpts.outlets import outlets
from provenance.excerpts.scene import Scene, scene_of
from provenance.excerpts.spelling import spelled_outlet
from provenance.excerpts.tails import is_bare_name, read_tail
from provenance.text.document import BlockKind, Passage
from provenance.text.span import Span, hull

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.tails import Tail

CUE_WINDOW = 200
"""Only so many characters at the end of a block are read as a cue."""

_SENTENCE = 3 * CUE_WINDOW  # characters: a cue is a whole sentence, up to this length
_LONGEST_CONTINUATION = 4  # words and stops: "and here:"
_LONGEST_INTERRUPTION = 3  # words
_BLOCKS_BACK = 4  # blocks between a cue and its excerpt that may be an advertisement, a box, an excerpt under the same cue


@dataclass(frozen=True, slots=True)
class _Told:
    """What one place tells of the source."""

    span: Span | None = None
    outlet: str | None = None
    speaker: str | None = None
    link: str | None = None
    strength: Strength = Strength.NONE


def attribute(
    article: Article,
    spans: Sequence[Span],
    *,
    inner: Sequence[Span] = (),
    cite: str | None = None,
    language: str | None = None,
) -> Attribution:
    """Say who is quoted in a block-level quotation.

    Args:
        article: The page that quotes.
        spans: The quoted text, in order, attribution lines left out.
        inner: Text inside the quotation's element that names who is quoted (footer, cite, "— Name").
        cite: The ``cite=`` address of the element; it comes last of all links.
        language: A BCP 47 primary subtag; without it, the article's own language.

    Returns:
        What the article tells. Without any other link, the page that a link blog says it is about is the source.
    """
    scene, whole = scene_of(article, language), hull(spans)
    before = _before(scene, whole.start)
    lines = [_line(scene, span, whole.start) for span in inner]
    named = before.strength is Strength.FRAME and before.speaker is not None
    behind = _line_behind(scene, max([whole.end, *(span.end for span in inner)]), named=named)
    told = [*lines, *([behind] if behind else [])]
    ordered = [before, *told] if before.strength else [*told, before]
    outlet = next((one.outlet for one in [*told, before] if one.outlet), None)
    subject = article.metadata.subject if outlet is None else None
    link = _link(scene, spans, ordered) or _earlier_link(scene, before) or cite or subject
    cue = next((one.span for one in ordered if one.span is not None), None)
    speaker = next((one.speaker for one in [*told, before] if one.speaker), None)
    if outlet is None and cue is not None and (spelled := spelled_outlet(scene, cue, link, speaker=speaker)):
        outlet, speaker = spelled, None if speaker and speaker in spelled else speaker
    return Attribution(
        cue=Passage(article.document, cue) if cue is not None else None,
        outlet=outlet or outlet_of_link(link),
        speaker=speaker,
        link=link,
    )


def _link(scene: Scene, spans: Sequence[Span], lines: Sequence[_Told]) -> str | None:
    """The link around the quotation, else of a line that attributes it, else the last one inside."""
    told = next((line.link for line in lines if line.link), None)
    return wrapping_link(scene, spans) or told or last_inside(scene, spans)


def outlet_of_link(link: str | None) -> str | None:
    """The outlet that publishes at a link's address, if exactly one known one does."""
    known = outlets().at_address(link) if link else ()
    return known[0] if len(known) == 1 else None


def attribution_of(scene: Scene, cue: Cue) -> Attribution:
    """What a cue tells: its words, the outlet, the speaker, and the link in its sentence."""
    span = _stripped(scene.text, cue.span)
    link = best_link(scene, cue.span)
    return Attribution(
        cue=Passage(scene.article.document, span) if span is not None else None,
        outlet=cue.outlet or outlet_of_link(link),
        speaker=scene.speaker(cue),
        link=link,
    )


def link_of_sentence(scene: Scene, span: Span) -> str | None:
    """The link that leads to where an inline quotation stands: credited right behind its sentence, or else inside."""
    credit = credit_behind(scene, span.end)
    return credit.href if credit is not None else best_link(scene, span)


def cue_block(scene: Scene, start: int) -> int | None:
    """The block whose end may set up what begins at ``start``: the nearest of the article's own, boxes left out."""
    index = scene.article.document.block_index_at(start)
    own = scene.blocks[index].span if index >= 0 else Span(0, 0)
    if own.start < start and scene.text[own.start : start].strip(' \n\u00a0“„«"'):
        return index
    for at in range(index - 1, max(-1, index - 1 - _BLOCKS_BACK), -1):
        block = scene.blocks[at]
        if block.kind in {BlockKind.HEADING, BlockKind.CAPTION} and block.main:
            return at if scene.text[block.span.start : block.span.end].rstrip().endswith(":") else None
        # The mask takes a paragraph that is nothing but a link for navigation; with a colon at its end it is a cue.
        is_own = block.main or (block.inside and _has_colon(scene.text, block.span))
        if not is_own or at in scene.dressed or _is_line_of_excerpt(scene, at):
            continue
        if not _interrupts(scene, at):
            return at
    return None


def _interrupts(scene: Scene, index: int) -> bool:
    """Whether a block is a label of a few words ("Advertisement") between an excerpt and a cue that ends in a colon."""
    span, earlier = scene.blocks[index].span, scene.blocks[max(0, index - 1)].span
    few = len(scene.text[span.start : span.end].split()) <= _LONGEST_INTERRUPTION
    return few and not _has_colon(scene.text, span) and _has_colon(scene.text, earlier)


def _has_colon(text: str, span: Span) -> bool:
    return text[span.start : span.end].rstrip().endswith((":", "："))


def _is_line_of_excerpt(scene: Scene, index: int) -> bool:
    """Whether a block is the attribution line of the excerpt before it, and so no cue."""
    return index - 1 in scene.dressed and read_tail(scene, scene.blocks[index].span) is not None


def _before(scene: Scene, start: int) -> _Told:
    """What the end of the block before tells."""
    index = cue_block(scene, start)
    if index is None:
        return _Told()
    block = scene.blocks[index].span
    end = min(block.end, start)
    begin = sentence_start(scene.text, max(block.start, end - _SENTENCE), end)
    cue = scene.before(begin, end)
    span = _stripped(scene.text, Span(begin, end))
    speaker, outlet = scene.speaker(cue), cue.outlet
    if speaker is None and outlet is None and _sets_up(scene.text, cue):
        speaker, outlet = _named_earlier(scene, Span(block.start, begin))
    elif speaker is None and outlet is None and not cue.strength:
        speaker, outlet = _still_speaking(scene, Span(block.start, begin), Span(begin, end))
    link = best_link(scene, Span(begin, end))
    if speaker is None and outlet is None and _only_continues(scene, cue):
        speaker, outlet = _of_excerpt_before(scene, index)
    strength = cue.strength or (Strength.LABEL if _sets_up(scene.text, cue) else Strength.NONE)
    return _Told(span, outlet, speaker, link, strength)


def _only_continues(scene: Scene, cue: Cue) -> bool:
    """Whether a cue is no more than "and here:", which goes on with the cue before."""
    words = scene.language.words(scene.text, cue.span.start, cue.span.end)
    return 0 < len(words) <= _LONGEST_CONTINUATION and words[-1].text in {":", "："} and cue.voice is None


def _of_excerpt_before(scene: Scene, index: int) -> tuple[str | None, str | None]:
    """Speaker and outlet of the excerpt that stands right before a block."""
    first = index - 1
    while first in scene.dressed:
        first -= 1
    if first == index - 1:
        return None, None
    told = _before(scene, scene.blocks[first + 1].span.start)
    return told.speaker, told.outlet


def _sets_up(text: str, cue: Cue) -> bool:
    """Whether a cue announces an excerpt, named or not: it labels one, or ends in a colon."""
    return (
        text[cue.span.start : cue.span.end].rstrip().endswith((":", "：")) or cue.strength is Strength.LABEL
    )


def _named_earlier(scene: Scene, span: Span) -> tuple[str | None, str | None]:
    """The one person, or else the one outlet, of the sentences before a cue that names nobody."""
    if not len(span):
        return None, None
    begin = max(span.start, span.end - CUE_WINDOW)
    cue = scene.before(sentence_start(scene.text, begin, span.end), span.end)
    if cue.strength is Strength.FRAME:
        return scene.speaker(cue), cue.outlet
    return None, scene.outlet_in(cue.span)


def _still_speaking(scene: Scene, span: Span, last: Span) -> tuple[str | None, str | None]:
    """Who was last said to say something in the sentences before the ``last`` one, if that one names nobody else."""
    if not len(span) or scene.people_in(last):
        return None, None
    for sentence in reversed(sentences(scene.text, max(span.start, span.end - 2 * CUE_WINDOW), span.end)):
        cue = scene.before(sentence.start, sentence.end)
        if cue.strength is Strength.FRAME:
            speaker = scene.speaker(cue)
            return (speaker, cue.outlet) if speaker and scene.cast.names(speaker) else (None, None)
        if scene.people_in(sentence):
            break
    return None, None


def _earlier_link(scene: Scene, before: _Told) -> str | None:
    """A link in the sentence before the cue's."""
    if before.span is None or not before.strength:
        return None
    index = scene.article.document.block_index_at(before.span.start)
    block = scene.blocks[index].span
    begin = max(block.start, before.span.start - CUE_WINDOW)
    if before.span.start <= block.start:
        return None
    return best_link(scene, Span(sentence_start(scene.text, begin, before.span.start), before.span.start))


def _line(scene: Scene, span: Span, start: int) -> _Told:
    """What a line inside the quotation's element tells: a cue before the words, "said X" behind them, or a name."""
    cue = scene.before(span.start, span.end) if span.start < start else scene.after(span.start, span.end)
    words = scene.language.words(scene.text, span.start, span.end)
    if cue.strength and (_has_colon(scene.text, span) or scene.language.verbs.find(words)):
        link = best_link(scene, span)
        return _Told(_stripped(scene.text, span), cue.outlet, scene.speaker(cue), link, cue.strength)
    tail = read_tail(scene, span, inside=True)
    return _of_tail(tail) if tail is not None else _Told(link=best_link(scene, span))


def _line_behind(scene: Scene, end: int, *, named: bool) -> _Told | None:
    """What a line behind the quotation tells, if it is an attribution and no cue for the next.

    Where somebody is ``named`` before the quotation, a line of nothing but a name heads what follows.
    """
    index = scene.article.document.block_index_at(max(0, end - 1)) + 1
    for at in range(index, min(len(scene.blocks), index + 2)):
        block = scene.blocks[at]
        if at in scene.dressed or block.kind is BlockKind.HEADING:
            return None
        tail = read_tail(scene, block.span)
        if tail is not None:
            return None if named and is_bare_name(scene, block.span) else _of_tail(tail)
        if block.main:
            return None
    return None


def _of_tail(tail: Tail) -> _Told:
    outlet = tail.outlet
    if tail.is_address and tail.link:  # the article names the site by its address
        outlet = (address_parts(tail.link).hostname or "").removeprefix("www.") or None
    elif outlet is None:
        outlet = outlet_of_link(tail.link)
    return _Told(tail.span, outlet, tail.speaker, tail.link, Strength.FRAME)


def _stripped(text: str, span: Span) -> Span | None:
    piece = text[span.start : span.end]
    bare = piece.strip()
    if not bare:
        return None
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(bare))
