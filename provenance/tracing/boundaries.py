"""Where an excerpt without markup ends: the alignment with its source decides.

An article whose markup was lost shows where an excerpt begins (after its cue) and not where it ends. Sentence by sentence,
what runs in the source in its own words belongs to the excerpt. Outside the first and the last such sentence the author
speaks; what stands between two of them was put in.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from provenance.alignment.alignment import Alignment
from provenance.alignment.coding import PreparedSource
from provenance.alignment.collation import collate
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Boundary, Excerpt
from provenance.findings.edits.edit import correspondence_of
from provenance.languages.sentences import splitter
from provenance.text.document import Passage
from provenance.text.span import Span
from provenance.text.tokens import Token, tokenize

# A sentence belongs to the excerpt if runs of its words in the source account for this share of its information. An
# author's own on the same subject reaches about a quarter, a heavily edited one of the source keeps more than half.
MIN_SUPPORT: Final = 0.45
# Fewer words in a row are a phrase that any two texts on one subject share.
MIN_RUN: Final = 3
# This many paragraphs in a row that the source lacks are no insertion: the author has taken over.
OWN_VOICE: Final = 2
_Lay = Callable[[tuple[Passage, ...]], Alignment]


def resolve_boundary(excerpt: Excerpt, source: PreparedSource, lay: _Lay | None = None) -> Excerpt:
    """The excerpt with the extent that its source shows.

    Args:
        excerpt: As detected. If its boundary is clear it is returned as it is.
        source: The text that it is said to come from.
        lay: Lays passages against the source, where what it finds is asked for again; by default ``collate``.

    Returns:
        An excerpt whose passages run from the first sentence of the reach that the source holds to the last one, or from
        the beginning where that stands right under a colon; the excerpt itself if the source holds none. Its boundary
        stays ``UNCLEAR``: the article still does not show it.
    """
    if excerpt.boundary is Boundary.CLEAR or not excerpt.reach:
        return excerpt
    held = dict(_until_own_voice(excerpt.reach, source, lay or (lambda passages: collate(passages, source))))
    if not held:
        return excerpt
    first, last = min(held), max(held)
    start = held[first][0].start
    if first < OWN_VOICE and _is_under_colon(excerpt):
        first, start = 0, excerpt.reach[0].span.start
    spans = [paragraph.span for paragraph in excerpt.reach[first : last + 1]]
    spans[0] = Span(start, spans[0].end)
    spans[-1] = Span(spans[-1].start, held[last][-1].end)
    passages = tuple(Passage(excerpt.reach[0].document, span) for span in spans)
    return replace(excerpt, passages=passages, marks=find_marks(passages))


def _is_under_colon(excerpt: Excerpt) -> bool:
    """Whether a colon hands over to the excerpt: what follows at once is given as the source's."""
    text = excerpt.reach[0].document.text
    return text[: excerpt.reach[0].span.start].rstrip(' \n\t"“„«»‘').endswith((":", "："))


def _until_own_voice(
    reach: Sequence[Passage], source: PreparedSource, lay: _Lay
) -> Iterator[tuple[int, Sequence[Span]]]:
    """The numbers of the paragraphs of which the source holds something, each with those sentences, up to where the author takes over."""
    missing = 0
    for number, paragraph in enumerate(reach):
        held = _held_sentences(paragraph, source, lay)
        missing = 0 if held else missing + 1
        if missing > OWN_VOICE:
            return
        if held:
            yield number, held


def _held_sentences(paragraph: Passage, source: PreparedSource, lay: _Lay) -> list[Span]:
    """The sentences of a paragraph that run in the source in their own words, in order."""
    alignment = lay((paragraph,))
    if not alignment.found:
        return []
    text, runs = paragraph.document.text, [run.excerpt for run in correspondence_of(alignment).runs]
    marked = [each.outer for each in quotations(text, paragraph.span.start, paragraph.span.end)]
    found = []
    for span in splitter().spans(text, paragraph.span.start, paragraph.span.end):
        words = tokenize(text, span.start, span.end)
        own = [word for word in words if not any(outer.covers(word.span) for outer in marked)]
        if _is_held(words, runs, source) and (not own or _is_held(own, runs, source)):
            found.append(span)
    return found


def _is_held(words: Sequence[Token], runs: Sequence[Span], source: PreparedSource) -> bool:
    bits = [tells for _, tells, _ in source.weigh(word.text for word in words)]
    kept = [any(run.covers(word.span) for run in runs) for word in words]
    held = sum(
        bits[at]
        for first, end in _rows(kept)
        if end - first >= min(MIN_RUN, len(words))
        for at in range(first, end)
    )
    return held > 0 and held >= MIN_SUPPORT * sum(bits)


def _rows(kept: Sequence[bool]) -> Iterator[tuple[int, int]]:
    first = 0
    for at in range(len(kept) + 1):
        if at == len(kept) or not kept[at]:
            if first < at:
                yield first, at
            first = at + 1
