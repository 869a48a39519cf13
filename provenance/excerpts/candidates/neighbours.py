"""What stands before and behind a candidate: in its own paragraph, or in the blocks next to it."""

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.text.document import BlockKind
from provenance.text.span import Span

WINDOW = 260  # characters before and behind a candidate that are read

_FARTHEST_BLOCK = 4  # boxes, captions and advertisements between a candidate and the words that announce it
_STOPS = ".!?…, \u00a0"
_COLONS = (":", "：")


def sentence_around(annotated: AnnotatedArticle, outer: Span, block: Span) -> tuple[Span, Span]:
    """The sentence up to a passage with its marks, and what follows up to its end, inside the stretch of a block between its neighbours."""
    begin = max(block.start, outer.start - WINDOW)
    before = Span(annotated.sentence_start(begin, outer.start), outer.start)
    limit = min(block.end, outer.end + WINDOW)
    return before, Span(outer.end, _end_of_sentence(annotated, outer.end, limit))


def _end_of_sentence(annotated: AnnotatedArticle, start: int, limit: int) -> int:
    """Where the sentence around a quotation's end stops; a stop at once behind the mark is not its end."""
    at = start
    while at < limit and annotated.text[at] in _STOPS:
        at += 1
    return max(at, annotated.sentence_end(at, limit)) if at < limit else limit


def blocks_around(annotated: AnnotatedArticle, first: int, stop: int) -> tuple[Span, Span]:
    """The end of the block before a run of blocks, from its first index to past its last, as far as it is read; and the block behind."""
    start, end = annotated.blocks[first].span.start, annotated.blocks[stop - 1].span.end
    before = announcing_block(annotated, first)
    behind = annotated.blocks[stop].span if stop < len(annotated.blocks) else Span(end, end)
    if before is None:
        return Span(start, start), behind
    lead = annotated.blocks[before].span
    return Span(annotated.sentence_start(max(lead.start, lead.end - 2 * WINDOW), lead.end), lead.end), behind


def announcing_block(annotated: AnnotatedArticle, first: int) -> int | None:
    """The index of the block that may announce what begins with block ``first``: the nearest one of the article's own.

    A colon announces what follows at once, and not a further box behind that.
    """
    is_taken = False
    for index in range(first - 1, max(-1, first - 1 - _FARTHEST_BLOCK), -1):
        block = annotated.blocks[index]
        said = annotated.block_text(index).rstrip()
        if block.kind in {BlockKind.HEADING, BlockKind.CAPTION} or index in annotated.set_off:
            if said.endswith(_COLONS) and index not in annotated.set_off:
                return index
            is_taken = is_taken or index in annotated.set_off
            continue
        return None if is_taken and said.endswith(_COLONS) else index
    return None


def is_announced(annotated: AnnotatedArticle, first: int) -> bool:
    """Whether the block that may announce block ``first`` ends in a colon."""
    index = announcing_block(annotated, first)
    return index is not None and annotated.block_text(index).rstrip(' \u00a0\n»”"').endswith(_COLONS)
