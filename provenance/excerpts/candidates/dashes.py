"""Candidates between dashes: "— We shall see, — said Ann Lee. — Soon." and "– We shall see, said Ann Lee."."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from provenance.excerpts.annotation.article import RUNNING, AnnotatedArticle
from provenance.excerpts.candidates.interruptions import is_said
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.text.document import Passage
from provenance.text.span import Span

_OPENING = re.compile(r"[—–―-]{1,2}[ \u00a0\u202f\u2009](?=[^\W\d_]|[“\"«„¿¡‘…\d])|[—―–](?=[^\W\d_]|[¿¡…])")
_CLOSING = re.compile(
    r"(?P<stop>[,.!?…]?)[ \u00a0]?(?:(?<=[ \u00a0])[—–―-]{1,2}|(?<=\w)[—―]|(?<=[.!?…,])[—―–])[ \u00a0]?(?=[^\W\d_])"
)
_COMMA = re.compile(r"[,!?…][ \u00a0](?=[^\W\d_])")
_RESUMED = re.compile(r"(?:[.,:;]?[ \u00a0][—–―-]{1,2}|[—―][.,;:]?)[ \u00a0]?(?=[^\W\d_]|[¿¡])")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_DASHES = 40  # that may close one speech
_WINDOW = 260  # characters of the author's words behind the speech that are read


def dashed_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """The speech that dashes set off: in a paragraph that opens with one."""
    for index, block in enumerate(annotated.blocks):
        if block.kind not in RUNNING:
            continue
        opening = _OPENING.match(annotated.text, block.span.start, block.span.end)
        # "– and so it was" goes on with the author's sentence.
        if opening is not None and not annotated.text[opening.end() : opening.end() + 1].islower():
            yield from _speech(annotated, index, opening.end())


def _speech(annotated: AnnotatedArticle, index: int, start: int) -> Iterator[Candidate]:
    """The speech up to the author's words, and what a further dash resumes behind them."""
    text, block = annotated.text, annotated.blocks[index].span
    says = cache(
        lambda at: is_said(annotated, at, block.end)
    )  # each dash is looked at from several before it
    while start < block.end:
        end, behind = _author_at(annotated, start, block.end, says)
        limit = min(block.end, behind + _WINDOW)
        resumed = _RESUMED.search(text, behind, limit) if behind < block.end else None
        stop = resumed.start() if resumed else annotated.sentence_end(behind, limit)
        said = Span(start, end)
        if any(map(str.isalnum, annotated.cut(said))):
            yield Candidate(
                passages=(Passage(annotated.article.document, said),),
                shape=Shape.DASHES,
                markup=Markup.INLINE,
                blocks=range(index, index + 1),
                lead_in=Span(block.start, start),
                tail=Span(end, max(end, min(stop, block.end))),
                mark="—",
            )
        if resumed is None:
            return
        start = resumed.end()


def _author_at(
    annotated: AnnotatedArticle, start: int, end: int, says: Callable[[int], bool]
) -> tuple[int, int]:
    """Where speech ends and where the author's words begin; both the block's end where they do not."""
    text = annotated.text
    dashes = list(islice(_CLOSING.finditer(text, start, end), _MOST_DASHES))
    lower = [sign for sign in dashes if not text[sign.end()].isupper()]
    best = next((sign for sign in dashes if says(sign.end())), None)
    if best is None and lower:
        best = lower[0]
    if best is None:
        best = _comma_at(annotated, start, end)
    if best is None:
        return end, end
    return best.start() + (text[best.start()] in "!?…."), best.end()


def _comma_at(annotated: AnnotatedArticle, start: int, end: int) -> re.Match[str] | None:
    """The comma behind which the author says who speaks: before a verb of reporting."""
    for sign in _COMMA.finditer(annotated.text, start, end):
        word = _WORD.match(annotated.text, sign.end(), end)
        if word is None or not word[0][0].islower():
            continue
        if is_said(annotated, sign.end(), end):
            return sign
    return None
