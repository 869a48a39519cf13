"""Candidates between dashes: "— We shall see, — said Ann Lee. — Soon." and "– We shall see, said Ann Lee."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from provenance.excerpts.annotation.article import RUNNING, AnnotatedArticle
from provenance.excerpts.candidates.marks import is_said
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.text.document import Passage
from provenance.text.span import Span

_OPENING = re.compile(r"[—–―-]{1,2}[ \u00a0\u202f\u2009](?=[^\W\d_]|[“\"«„¿¡‘…\d])|[—―–](?=[^\W\d_]|[¿¡…])")
_INNER_OPENING = re.compile(r"[:：][ \u00a0][—–―][ \u00a0]?(?=[^\W\d_])")
_CLOSING = re.compile(
    r"(?P<stop>[,.!?…]?)[ \u00a0]?(?:(?<=[ \u00a0])[—–―-]{1,2}|(?<=\w)[—―]|(?<=[.!?…,])[—―–])[ \u00a0]?(?=[^\W\d_])"
)
_COMMA = re.compile(r"[,!?…][ \u00a0](?=[^\W\d_])")
_RESUMED = re.compile(r"(?:[.,:;]?[ \u00a0][—–―-]{1,2}|[—―][.,;:]?)[ \u00a0]?(?=[^\W\d_]|[¿¡])")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_DASHES = 40  # that may close one speech
_WINDOW = 260  # characters of the author's words behind the speech that are read
_REPEATED = 2  # paragraphs of the page in which the same word follows the speech


def dashed_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """The speech that dashes set off: in a paragraph that opens with one, or behind a colon."""
    repeated = _words_behind_speech(annotated)
    for index, block in enumerate(annotated.blocks):
        if block.kind not in RUNNING:
            continue
        opening = _OPENING.match(annotated.text, block.span.start, block.span.end)
        found = opening or _INNER_OPENING.search(annotated.text, block.span.start, block.span.end)
        # Else speech begins behind a colon and a dash: "Asked again, she said: – We shall see."
        goes_on = opening is not None and annotated.text[opening.end() : opening.end() + 1].islower()
        if found and not goes_on:  # "– and so it was" goes on with the author's sentence
            yield from _speech(annotated, index, found.end(), repeated)


def _speech(
    annotated: AnnotatedArticle, index: int, start: int, repeated: frozenset[str]
) -> Iterator[Candidate]:
    """The speech up to the author's words, and what a further dash resumes behind them."""
    text, block = annotated.text, annotated.blocks[index].span
    # Each dash is looked at from several before it.
    says = cache(lambda at: is_said(annotated, at, block.end))
    while start < block.end:
        end, behind = _author_at(annotated, start, block.end, repeated, says)
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
    annotated: AnnotatedArticle, start: int, end: int, repeated: frozenset[str], says: Callable[[int], bool]
) -> tuple[int, int]:
    """Where speech ends and where the author's words begin; both the block's end where they do not."""
    text = annotated.text
    dashes = list(islice(_CLOSING.finditer(text, start, end), _MOST_DASHES))
    lower = [
        sign for sign in dashes if not text[sign.end()].isupper() and not _is_quoted(annotated, sign.start())
    ]
    best = next((sign for sign in dashes if says(sign.end())), None)
    if best is None and lower:
        best = lower[0]
    if best is None:
        best = _comma_at(annotated, start, end, repeated)
    if best is None:
        return end, end
    return best.start() + (text[best.start()] in "!?…."), best.end()


def _is_quoted(annotated: AnnotatedArticle, at: int) -> bool:
    """Whether quotation marks stand around a place."""
    quoted = annotated.quotations_in(annotated.block_at(at))
    return any(one.outer.start < at < one.outer.end for one in quoted)


def _comma_at(
    annotated: AnnotatedArticle, start: int, end: int, repeated: frozenset[str]
) -> re.Match[str] | None:
    """The comma behind which the author says who speaks: before a verb of reporting, or a word that often follows speech."""
    for sign in _COMMA.finditer(annotated.text, start, end):
        word = _WORD.match(annotated.text, sign.end(), end)
        if word is None or not word[0][0].islower():
            continue
        if is_said(annotated, sign.end(), end) or _word_before_name(annotated.text, sign.end()) in repeated:
            return sign
    return None


def _words_behind_speech(annotated: AnnotatedArticle) -> frozenset[str]:
    """The words that several paragraphs which open with a dash have behind the last comma of a sentence with a name in it."""
    counts: Counter[str] = Counter()
    for block in annotated.blocks:
        opening = _OPENING.match(annotated.text, block.span.start, block.span.end)
        if opening is None:
            continue
        text = annotated.text[opening.end() : block.span.end]
        counts.update(
            {word for sign in _COMMA.finditer(text) if (word := _word_before_name(text, sign.end()))}
        )
    return frozenset(word for word, count in counts.items() if count >= _REPEATED)


def _word_before_name(text: str, at: int) -> str | None:
    """The word in lower case at ``at``, if a name follows at once: "sier Retzius"."""
    found = re.compile(r"([^\W\d_]+) (?=\w)").match(text, at)
    return found[1] if found and found[1].islower() and text[found.end()].isupper() else None
