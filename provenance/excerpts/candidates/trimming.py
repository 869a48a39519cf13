"""Trimming: what a blockquote says about its quotation is no part of it; nor are the quotation marks around it.

Many pages put the cue inside ("The mayor wrote:" as the first paragraph), the speaker behind ("…," she said), or a name in
front of the opening mark ("Jane Roe: “…”").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.excerpts.annotation.quotation_marks import CLOSERS, SINGLE, quotations
from provenance.text.span import Span

_LONGEST_CUE = 160  # characters
_QUOTED_SHARE = (
    0.55  # of a paragraph, for it to be a quotation with its speaker and not a paragraph of a quoted text
)
_SHORT_NOTE = 80  # characters behind closed marks: no part of the quotation
_NOTE_SHARE = 0.25  # of the words in the marks, for a longer note behind them
_LONGEST_SIGNATURE = 14  # words
_TITLED = 0.5  # share of the longer words of a signature that begin with a capital
_LONG_WORD = 4  # letters
_TWO = 2  # paragraphs: one is the quotation
_STOPS = tuple(".!?…”“»«\"'’)]。！？」—")
_DASHES = ("—", "–", "- ", "―", "~")
_PAGE = re.compile(
    r",[^.!?\n]{0,60}[ \u00a0](?:1[89]|20)\d\d\b[^.!?]{0,40}$|[, ][ \u00a0]?(?:S|p|pp|str|s|с|стр|σ|§|Art|art)\.[ \u00a0]?\d{1,4}\b"
)  # a book, a page
_COLONS = (":", "：")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A quotation without what is said about it."""

    pieces: tuple[Span, ...]  # the quoted words, one span a paragraph or a part between the speaker's name
    inner: tuple[Span, ...] = ()  # what the element says of who is quoted
    quoted: bool = False  # whether quotation marks stood around the words


def trim(text: str, pieces: Sequence[Span], *, announced: bool) -> Trimmed:
    """Leave out of a quotation's paragraphs, at least one, what is said about it.

    Where the article's own words before the element announce a quotation, its paragraphs are quoted whole, quotations within
    them included.
    """
    inner: list[Span] = []
    rest = list(pieces)
    worded = [at for at, piece in enumerate(rest) if any(map(str.isalnum, text[piece.start : piece.end]))]
    if worded:  # a sign alone between two paragraphs may mark an omission
        rest = rest[worded[0] : worded[-1] + 1]
    if len(rest) > 1 and not announced and is_inner_cue(text[rest[0].start : rest[0].end]):
        inner.append(rest.pop(0))
    behind = _behind_closing(text, rest) or _signature(text, rest)
    inner.extend(rest[len(rest) - behind :] if behind else ())
    rest = rest[: len(rest) - behind]
    if len(rest) == 1 and not announced and not inner:
        spoken = _spoken(text, rest[0])
        if spoken is not None:
            return spoken
    bare = _unmarked(text, rest)
    return Trimmed(tuple(bare or rest), tuple(inner), quoted=bare is not None)


def is_inner_cue(said: str) -> bool:
    """Whether a paragraph only announces what follows: short, and ending in a colon."""
    return len(said) <= _LONGEST_CUE and said.endswith(_COLONS)


def _behind_closing(text: str, pieces: Sequence[Span]) -> int:
    """How many last paragraphs stand behind a quotation whose marks have closed: a name, a word about its author."""
    if len(pieces) < _TWO or not _opens(text, pieces[0]):
        return 0
    whole = quotations(text, pieces[0].start, pieces[-1].end)
    ends = [index for index, piece in enumerate(pieces) if whole and piece.end == whole[0].outer.end]
    if not ends or not whole[0].closed or len(whole) > 1:
        return 0
    rest = pieces[ends[0] + 1 :]
    quoted = sum(map(len, pieces[: ends[0] + 1]))
    short = sum(map(len, rest)) <= max(_SHORT_NOTE, _NOTE_SHARE * quoted)
    return len(rest) if short else 0


def _signature(text: str, pieces: Sequence[Span]) -> int:
    """1 if the last paragraph says who is quoted ("Ann Lee, editor", "— The Gazette", a book and its page); else 0."""
    if len(pieces) < _TWO or not text[: pieces[-2].end].endswith(_STOPS):
        return 0
    return int(is_signature(text[pieces[-1].start : pieces[-1].end]))


def is_signature(said: str) -> bool:
    """Whether a line is one of a few words that end no sentence and look like a name or a place in a book."""
    words = said.split()
    if not 0 < len(words) <= _LONGEST_SIGNATURE or said.endswith((*"!?:：…", "。")):
        return False
    if said.startswith(_DASHES) or _PAGE.search(said):
        return True
    longer = [word for word in words if len(word.strip(".,()")) >= _LONG_WORD] or words
    capitals = sum(word.strip('("“„«').istitle() or word.isupper() for word in longer)
    return words[0][:1].isupper() and not said.endswith(".") and capitals > _TITLED * len(longer)


def _spoken(text: str, piece: Span) -> Trimmed | None:
    """A paragraph that is speech with its speaker: the words in marks, and the rest that says who says them."""
    found = [one for one in quotations(text, piece.start, piece.end) if one.closed and one.mark not in SINGLE]
    said = sum(len(one.outer) for one in found)
    if not found or said < _QUOTED_SHARE * len(piece) or len(piece) - said > _LONGEST_CUE:
        return None
    edges = [piece.start, *(edge for one in found for edge in (one.outer.start, one.outer.end)), piece.end]
    rest = [Span(start, end).stripped(text) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    rest = [span for span in rest if any(map(str.isalnum, text[span.start : span.end]))]
    if not rest or not all(_is_aside(text, span, found[0].outer.start) for span in rest):
        return None
    return Trimmed(tuple(one.inner for one in found), tuple(rest), quoted=True)


def _is_aside(text: str, span: Span, first: int) -> bool:
    """Whether what stands before or behind quoted words leads up to them, or goes on from them."""
    if span.start < first:
        return text[: span.end].endswith((*_COLONS, ","))
    said = text[span.start : span.end].lstrip(" ,;—–-―(")
    dashed = text[span.start] in "—–-―(,"
    return said[:1].islower() or dashed


def _unmarked(text: str, pieces: Sequence[Span]) -> list[Span] | None:
    """The paragraphs without the marks around them; None if no marks stand around the whole.

    Of several paragraphs each opens with a mark, and the last closes; or the first opens and the last closes.
    """
    last = pieces[-1]
    if not all(_opens(text, piece) for piece in pieces):
        return _between(text, pieces)
    whole = quotations(text, last.start, last.end)
    if len(whole) != 1 or whole[0].outer != last or not whole[0].closed:
        return _between(text, pieces)
    bare = [Span(piece.start + 1, piece.end) for piece in pieces[:-1]] + [whole[0].inner]
    closers = CLOSERS[text[pieces[0].start]]
    cut = [Span(one.start, one.end - text[: one.end].endswith(tuple(closers))) for one in bare[:-1]]
    return [one.stripped(text) for one in (*cut, bare[-1])]


def _between(text: str, pieces: Sequence[Span]) -> list[Span] | None:
    """The paragraphs of a quotation that the first opens and the last closes."""
    if len(pieces) < _TWO or not _opens(text, pieces[0]):
        return None
    whole = quotations(text, pieces[0].start, pieces[-1].end)
    if len(whole) != 1 or not whole[0].closed or whole[0].outer != Span(pieces[0].start, pieces[-1].end):
        return None
    return [
        Span(whole[0].inner.start, pieces[0].end),
        *pieces[1:-1],
        Span(pieces[-1].start, whole[0].inner.end),
    ]


def _opens(text: str, piece: Span) -> bool:
    mark = text[piece.start : piece.start + 1]
    return mark in CLOSERS and mark not in SINGLE
