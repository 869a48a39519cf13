"""Candidates behind words that announce them ("The Gazette reports:") and before a bare address, without any markup."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from provenance.articles.addresses import address_parts
from provenance.articles.embeds import is_player
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.quotation_marks import opens_block
from provenance.excerpts.candidates.marks import blocks_around
from provenance.excerpts.candidates.paragraphs import is_long, running_blocks
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.text.document import BlockKind, Passage
from provenance.text.span import Span

_LONGEST_RUN = 30  # paragraphs
_LONGEST_RUN_IN = 70  # characters of words that open the quoted paragraph itself: "The Gazette: …"
_DASHES = ("—", "–", "- ", "―")  # speech, which is a candidate of its own
_ITEMS = frozenset((BlockKind.LIST_ITEM, BlockKind.CELL))
_COLONS = (":", "：")
_MOST_ADDRESSED = 6  # paragraphs between a title and its address
_LONGEST_TITLE = 30  # words
_SHORTEST_PATH = 4  # characters: an address without one leads to a site, not to a page
_ADDRESS = ("http://", "https://")


def announced_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """The paragraphs that the end of the one before announces, or the words with which they begin."""
    body = running_blocks(annotated)
    for position, index in enumerate(body):
        if annotated.block_text(index).rstrip().endswith(_COLONS):
            yield from _run(annotated, body, position)
        elif (run_in := _run_in(annotated, body, position)) is not None:
            yield run_in


def _run(annotated: AnnotatedArticle, body: Sequence[int], position: int) -> Iterator[Candidate]:
    first = position + 1
    listed = _items(annotated, body[position] + 1)
    if listed:
        yield _announced(annotated, body[position], [_passage(annotated, at) for at in listed], listed)
    elif first < len(body) and _can_begin(annotated, body[position], body[first]):
        stop = _end_of_run(annotated, body, first)
        passages = [_passage(annotated, body[at]) for at in range(first, stop)]
        yield _announced(annotated, body[position], passages, range(body[first], body[first] + 1))


def _items(annotated: AnnotatedArticle, first: int) -> range:
    """The list items or cells that begin with a block; empty where it is none."""
    stop = first
    while stop < len(annotated.blocks) and stop not in annotated.set_off:
        kind = annotated.blocks[stop].kind
        if kind not in _ITEMS or kind is not annotated.blocks[first].kind:
            break
        stop += 1
    return range(first, stop) if stop - first <= _LONGEST_RUN else range(0)


def _announced(annotated: AnnotatedArticle, cue: int, run: Sequence[Passage], blocks: range) -> Candidate:
    """The candidate of a run: of a list all of it, of paragraphs the first, the others within reach."""
    lead_in, _ = blocks_around(annotated, cue + 1, blocks.stop)
    _, tail = blocks_around(annotated, blocks.start, blocks.stop)
    is_list = len(blocks) > 1
    return Candidate(
        passages=tuple(run if is_list else run[:1]),
        shape=Shape.CUED_PARAGRAPHS,
        markup=Markup.PARAGRAPHS,
        blocks=blocks,
        lead_in=Span(max(lead_in.start, annotated.blocks[cue].span.start), lead_in.end),
        tail=tail,
        reach=() if is_list else tuple(run),
    )


def _passage(annotated: AnnotatedArticle, index: int) -> Passage:
    return Passage(annotated.article.document, annotated.blocks[index].span.stripped(annotated.text))


def _can_begin(annotated: AnnotatedArticle, before: int, first: int) -> bool:
    """Whether a block may be the first of an announced run: long enough, next to its announcement, not in marks of its own."""
    block = annotated.blocks[first]
    between = Span(annotated.blocks[before].span.end, block.span.start)
    if first != before + 1 or _shows(annotated, between):
        return False
    if block.kind is not BlockKind.PARAGRAPH or not is_long(annotated.block_text(first)):
        return False
    if annotated.block_text(first).startswith(_DASHES):
        return False
    marked = opens_block(annotated.text, block.span.start, block.span.end)
    return not (marked and len(annotated.quotations_in(first)) == 1)


def _shows(annotated: AnnotatedArticle, gap: Span) -> bool:
    """Whether a picture stands between an announcement and what follows, or an element that quotes nobody."""
    return bisect_left(annotated.shown, gap.start) < bisect_left(annotated.shown, gap.end + 1)


def _end_of_run(annotated: AnnotatedArticle, body: Sequence[int], first: int) -> int:
    """The position behind the last paragraph that may belong: before a heading, a box, another announcement."""
    position = first + 1
    while position < min(len(body), first + _LONGEST_RUN):
        gap = range(body[position - 1] + 1, body[position])
        begun = annotated.blocks[body[position]].span.start
        shown = _shows(annotated, Span(annotated.blocks[body[position - 1]].span.end, begun))
        ended = shown or any(annotated.blocks[at].kind is BlockKind.HEADING for at in gap)
        if ended or annotated.block_text(body[position]).rstrip().endswith(_COLONS):
            break
        position += 1
    return position


def _run_in(annotated: AnnotatedArticle, body: Sequence[int], position: int) -> Candidate | None:
    """A paragraph that opens with linked words and a colon: the rest of it."""
    span = annotated.blocks[body[position]].span
    colon = annotated.text.find(":", span.start, min(span.end, span.start + _LONGEST_RUN_IN))
    if colon < 0 or annotated.text.startswith("://", colon):  # the colon of an address
        return None
    rest = Span(colon + 1, span.end).stripped(annotated.text)
    linked = annotated.links_in(Span(span.start, colon)) if colon > span.start else ()
    if not linked or not is_long(annotated.cut(rest)) or opens_block(annotated.text, rest.start, rest.end):
        return None
    stop = _end_of_run(annotated, body, position)
    first = Passage(annotated.article.document, rest)
    return Candidate(
        passages=(first,),
        shape=Shape.CUED_PARAGRAPHS,
        markup=Markup.PARAGRAPHS,
        blocks=range(body[position], body[position] + 1),
        lead_in=Span(span.start, colon + 1),
        tail=Span(rest.end, rest.end),
        reach=(first, *(_passage(annotated, body[at]) for at in range(position + 1, stop))),
    )


def addressed_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """The paragraphs between a title and a bare address, as digests of other pages set them."""
    for index in range(1, len(annotated.blocks)):
        address = annotated.block_text(index).strip()
        if not address.startswith(_ADDRESS) or " " in address or index in annotated.set_off:
            continue
        first = _below_title(annotated, index) if _leads_elsewhere(annotated, address) else None
        if first is None:
            continue
        passages = tuple(
            _passage(annotated, at)
            for at in range(first, index)
            if annotated.blocks[at].kind is not BlockKind.CAPTION
        )
        around = blocks_around(annotated, first, index)
        yield Candidate(passages, Shape.ADDRESSED_PARAGRAPHS, Markup.PARAGRAPHS, range(first, index), *around)


def _leads_elsewhere(annotated: AnnotatedArticle, address: str) -> bool:
    """Whether an address is that of a page on another site, and no film or post that stands in its place."""
    own = address_parts(annotated.article.metadata.url or "").hostname or ""
    parts = address_parts(address)
    deep = len(parts.path.strip("/")) >= _SHORTEST_PATH or bool(parts.query)
    elsewhere = not own or own.removeprefix("www.") not in (parts.hostname or "")
    return deep and elsewhere and not is_player(address)


def _below_title(annotated: AnnotatedArticle, address: int) -> int | None:
    """The index of the first paragraph between an address and the title above it; None where there is no title near."""
    for at in range(address - 1, max(-1, address - 2 - _MOST_ADDRESSED), -1):
        said = annotated.block_text(at).strip()
        if at in annotated.set_off or said.startswith(_ADDRESS):
            return None
        if _is_title(annotated, at):
            return at + 1 if at + 1 < address else None
    return None


def _is_title(annotated: AnnotatedArticle, index: int) -> bool:
    """Whether a block is a heading, or a short line without a full stop, or one that is bold all over."""
    block = annotated.blocks[index]
    if block.kind is BlockKind.HEADING:
        return True
    said = annotated.block_text(index).strip()
    if len(said.split()) > _LONGEST_TITLE or block.kind is BlockKind.CAPTION:
        return False
    emphasised = any(
        span.start <= block.span.start + 1 and span.end >= block.span.end - 1
        for span in annotated.article.emphasis or ()
    )
    return emphasised or not said.endswith((*".!?…:;,。", '"', "”", "»", ")"))
