"""Seams: where words that are put back meet the article's own: its signs stay, and no fragment is forced into its sentence."""

from collections.abc import Iterable
from typing import Final

from provenance.excerpts.model import EditorialMark, Excerpt, MarkKind, Markup
from provenance.findings.trace import ExcerptTrace
from provenance.languages.cues import language
from provenance.languages.sentences import splitter
from provenance.text.document import Document, Passage
from provenance.text.folding import fold_word
from provenance.text.signs import CLOSING_MARKS, OPENING_MARKS, SENTENCE_ENDS
from provenance.text.span import Span

_PARTING: Final = frozenset(",;:—–،؛、，；：") | frozenset(SENTENCE_ENDS)
_INTRODUCING: Final = frozenset(":：") | frozenset(SENTENCE_ENDS)
# In a slot of its kind a figure, a name, a date or a modal verb fits as well as the one that took its place.
_FITTING: Final = frozenset({"ALT303", "ALT304", "ALT305", "ALT307"})
_WOVEN: Final = "the article's own sentence runs into these words, and the source's would not fit; quote a whole sentence of it"
_OTHER_SENTENCE: Final = (
    "the source has these words in another sentence; quote that one whole, or accept the finding"
)
_DOTS: Final = 3  # of an ellipsis
_NEAR: Final = 20  # signs between two words


class UnfixableError(Exception):
    """Why no fix is offered, in one sentence: raised by all that makes edits of a finding, and kept inside this package."""


def fitted(item: ExcerptTrace, span: Span, source: Document, words: Span) -> tuple[Span, Span]:
    """A range of an excerpt and the source's words, without the signs at a passage's edges: the article's own stay."""
    excerpt = item.excerpt
    passage = next((one for one in excerpt.passages if one.span.covers(span)), None)
    if passage is None or not len(words):
        return span, words
    text, core = source.text, _core(passage, excerpt.marks)
    at_start, at_end = span.start <= core.start, span.end >= core.end
    if at_end:
        near = max(0, words.start - _NEAR)
        start = _rstripped(text, near, words.start) if span.start >= core.end else words.start
        words = Span(start, _rstripped(text, start, words.end))
        span = Span(min(span.start, core.end), core.end)
    if at_start:
        words = Span(_lstripped(text, words.start, words.end), words.end)
    end = _rstripped(text, words.start, words.end)
    inner = Span(min(end, _lstripped(text, words.start, words.end)), end)
    at_start, at_end = at_start and passage is excerpt.passages[0], at_end and passage is excerpt.passages[-1]
    if len(inner) and _is_of_others(item, span, source, inner, at_start=at_start, at_end=at_end):
        raise UnfixableError(_OTHER_SENTENCE)
    return span, words


def _is_of_others(
    item: ExcerptTrace, span: Span, source: Document, words: Span, *, at_start: bool, at_end: bool
) -> bool:
    """Whether words are of another sentence than those beside which they would be put in."""
    text, told, own = source.text, splitter(_language(item)), item.excerpt.passages[0].document.text
    before = _rstripped(text, max(0, words.start - _NEAR), words.start)
    behind = _lstripped(text, words.end, words.end + _NEAR)
    if at_start or at_end:
        kept = words.start if len(span) else behind if at_start else before - 1
        # An abbreviation ends no sentence for the splitter, whatever it is.
        begins = (
            at_end
            and not len(span)
            and text[before : before + 1] in SENTENCE_ENDS
            and text[words.start].isupper()
        )
        return begins or not told.at(source, kept).covers(words)
    start = _rstripped(own, max(0, span.start - _NEAR), span.start)
    end = _lstripped(own, span.end, span.end + _NEAR)
    parted = any(sign in SENTENCE_ENDS or sign == "\n" for sign in own[start:end])
    return not parted and told.at(source, before - 1) != told.at(source, behind)


def refuse_woven(item: ExcerptTrace, code: str, span: Span, text: str) -> None:
    """Refuse words that change the first one of a fragment into which the article's own sentence runs."""
    first, placed = item.excerpt.passages[0], item.placements
    begin = max((_core(first, item.excerpt.marks).start, *(one.excerpt.span.start for one in placed[:1])))
    if span.start > begin or not text or not _is_woven(item):
        return
    old, new = ([fold_word(word) for word in one.split()] for one in (span.of(first.document.text), text))
    if old[:1] == new[:1] or (code in _FITTING and 0 < len(new) <= len(old) + 1):
        return
    raise UnfixableError(_WOVEN)


def _language(item: ExcerptTrace) -> str | None:
    return item.comparison.language if item.comparison else None


def _is_woven(item: ExcerptTrace) -> bool:
    """Whether an excerpt is a fragment that goes on with the article's own sentence."""
    first = item.excerpt.passages[0]
    text, start = first.document.text, _core(first, item.excerpt.marks).start
    if item.excerpt.markup is not Markup.INLINE or not language(_language(item)).spaced:
        return False
    before = text[:start].rstrip(f" \t\n\u00a0\u202f{OPENING_MARKS}{CLOSING_MARKS}")[-1:]
    is_fragment = text[start : start + 1].islower() and before not in _INTRODUCING
    return bool(before) and (before.isalnum() or is_fragment)


def signs_at_edges(excerpt: Excerpt) -> list[tuple[str, str]]:
    """The signs with which each passage begins and ends; an ellipsis is none, but for its sentence's full stop."""
    return [_signs(passage, excerpt.marks) for passage in excerpt.passages]


def _signs(passage: Passage, marks: Iterable[EditorialMark]) -> tuple[str, str]:
    core, text = _core(passage, marks), passage.document.text
    before, behind = text[passage.span.start : core.start], text[core.end : passage.span.end]
    for mark in (each.passage.text for each in marks if each.kind is MarkKind.ELLIPSIS):
        stop = "." * ends_sentence(mark)
        before, behind = before.replace(mark, stop, 1), behind.replace(mark, stop, 1)
    return "".join(before.split()), "".join(behind.split())


def ends_sentence(ellipsis: str) -> bool:
    """Whether an ellipsis has the full stop of its sentence besides: "….", "...."."""
    return ellipsis.endswith("….") or ellipsis.count(".") == _DOTS + 1


def _core(passage: Passage, marks: Iterable[EditorialMark]) -> Span:
    """A passage without the signs and ellipses at its edges."""
    gaps = [each.passage.span for each in marks if each.kind is MarkKind.ELLIPSIS]
    text, start, end = passage.document.text, passage.span.start, passage.span.end
    starts, ends = {gap.start: gap.end for gap in gaps}, {gap.end: gap.start for gap in gaps}
    while start < end and (at := ends.get(end) or _rstripped(text, start, end)) < end:
        end = max(start, at)
    while start < end and (at := starts.get(start) or _lstripped(text, start, end)) > start:
        start = min(at, end)
    return Span(start, end)


def _lstripped(text: str, start: int, end: int) -> int:
    end = min(end, len(text))
    places = range(start, end)
    return next((at for at in places if not _parts(text[at]) or text[at + 1 : at + 2].isdigit()), end)


def _rstripped(text: str, start: int, end: int) -> int:
    """Where a range ends without the signs behind its last word; a mark goes too that closes what begins before it."""
    while end > start and (_parts(text[end - 1]) or _closes_alone(text, start, end)):
        end -= 1
    return end


def _closes_alone(text: str, start: int, end: int) -> bool:
    return text[end - 1] in CLOSING_MARKS and not any(sign in OPENING_MARKS for sign in text[start : end - 1])


def _parts(sign: str) -> bool:
    return sign.isspace() or sign in _PARTING
