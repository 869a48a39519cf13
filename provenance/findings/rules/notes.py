"""Notes: what any copy desk may change, and what the article declares (DEC701-DEC706)."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from provenance.alignment.alignment import VariantKind
from provenance.excerpts.model import MarkKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.wording import AT_LENGTH, became, left_out, put_in, quoted
from provenance.text.tokens import folded_words

_REMARKS: Final = {
    MarkKind.SIC: "an error kept",
    MarkKind.EMPHASIS_ADDED: "emphasis",
    MarkKind.CLEANED_UP: "a clean-up",
    MarkKind.TRANSLATION: "a translation",
}
_NEARBY: Final = 40  # code points of the source
_CLOSING: Final = frozenset('"”»’“')
_ASKING: Final = frozenset("?？؟⁇‽")
_BULLETS: Final = frozenset("*•·")


def declared_omission(change: Change, context: JudgingContext) -> Finding | None:
    """DEC703: words left out under a mark."""
    if change.kind is not VariantKind.OMISSION and not _is_gap(change, context):
        return None
    text, span = change.source.document.text, change.source.span
    around = text[max(0, span.start - 4) : span.end + 4]
    same = any(dots in around for dots in ("…", "...", ". ."))
    signs = not any(sign.isalnum() or sign == "\n" for sign in change.source.text)
    if signs if len(change.source.span) else same:
        message = "the source has the same ellipsis" if same else "nothing was left out under the ellipsis"
        return context.finding("DEC701", message, change=change)
    message = (
        f"the ellipsis stands for {quoted(change.source.text, AT_LENGTH)}"
        if len(change.source.span)
        else "the ellipsis stands for words left out"
    )
    return context.finding("DEC703", message, change=change)


def joined_to_ellipsis(change: Change, context: JudgingContext) -> Finding | None:
    """DEC703: small words beside an ellipsis belong to what it stands for: French "[…] en l'espèce" for "… ; qu'en l'espèce"."""
    if not change.lost or change.gained or context.content(change.lost):
        return None
    text, span = change.source.document.text, change.source.span
    gaps = [each.source.span for each in context.changes if _is_gap(each, context)]
    beside = [
        text[gap.end : span.start] if gap.end <= span.start else text[span.end : gap.start] for gap in gaps
    ]
    if all(any(map(str.isalnum, between)) for between in beside):
        return None
    message = f"the ellipsis stands for {quoted(change.source.text, AT_LENGTH)} too"
    return context.finding("DEC703", message, change=change)


def _is_gap(change: Change, context: JudgingContext) -> bool:
    span = change.excerpt.span
    return any(
        mark.kind is MarkKind.ELLIPSIS and mark.passage.span.overlaps(span) for mark in context.excerpt.marks
    )


def declared_edit(change: Change, context: JudgingContext) -> Finding | None:
    """DEC704: words in brackets; of a remark ("[sic]") it is said what it declares."""
    text = change.excerpt.text.strip()
    if text and _is_remark(change, context):
        return None
    if any(map(str.isalnum, text + change.source.text)):
        signs = not any(map(str.isalnum, change.source.text))
        told = put_in(change.excerpt) if signs else became(change.source, change.excerpt)
        return context.finding("DEC704", f"declared: {told}", change=change)
    if "[" not in text:
        return None
    start, whole = change.excerpt.span.start, change.excerpt.document.text
    inside = whole[start : start + _NEARBY].partition("]")[0]
    return context.finding("DEC704", f"declared: brackets around {quoted(inside.strip('[ '))}", change=change)


def _is_remark(change: Change, context: JudgingContext) -> bool:
    """Whether an edit is a remark about the quotation, and the signs that the source has in its place."""
    text = change.excerpt.text.strip()
    remarks = [mark.passage for mark in context.excerpt.marks if mark.kind in _REMARKS]
    if any(text in remark.text for remark in remarks):
        return True
    left = text
    for remark in remarks:
        if remark.span.overlaps(change.excerpt.span):
            left = left.replace(remark.text.strip(), "")
    return left != text and not any(map(str.isalnum, left + change.source.text))


def shown_edit(change: Change, context: JudgingContext) -> Finding | None:
    """DEC704: words in the place of struck ones, set off or marked as put in, are an edit that the reader sees."""
    if not change.gained:
        return None
    article, span = context.article, change.excerpt.span
    inserted = any(place.covers(span) for place in article.inserted)
    marked = inserted or any(place.covers(span) for place in article.emphasis or ())
    beside = [one.text for one in article.struck if one.is_beside(change.excerpt)]
    shown = any(folded_words(text) == folded_words(change.source.text) for text in beside)
    if not (marked and shown if change.lost else inserted or (marked and beside)):
        return None
    told = became(change.source, change.excerpt) if change.lost else put_in(change.excerpt)
    return context.finding("DEC704", f"declared: {told}", change=change)


def declared_remarks(context: JudgingContext) -> Iterator[Finding]:
    """DEC704: [sic], "emphasis added" and the like."""
    for mark in context.excerpt.marks:
        if mark.kind in _REMARKS and mark.passage.text not in context.witness.document.text:
            message = f"{quoted(mark.passage.text)} declares {_REMARKS[mark.kind]}"
            yield context.finding("DEC704", message, excerpt=mark.passage)


def kept_question(change: Change, context: JudgingContext) -> Finding | None:
    """DEC701: a question mark stands elsewhere, where both sentences ask, or it asks about words that the source quotes."""
    if change.gained or change.lost or not (change.excerpt.text + change.source.text).strip():
        return None
    places = (change.excerpt, change.source)
    sentences = [(place.document.text, context.sentence(place)) for place in places]
    asking = all(_ASKING.intersection(text[span.start : span.end]) for text, span in sentences)
    signs = not any(map(str.isalnum, change.excerpt.text + change.source.text))
    quoted = change.source.text[:1] in _CLOSING
    return (
        context.finding("DEC701", _message(change), change=change) if signs and (asking or quoted) else None
    )


def permitted(change: Change, context: JudgingContext) -> Finding | None:
    """DEC701, DEC702, DEC705 or DEC706: what an allowed difference is; None where the texts are one."""
    if len(change.variants) == 1 and change.excerpt.text == change.source.text:
        return None
    code = _code(change, context)
    return context.finding(code, _message(change), change=change)


def _code(change: Change, context: JudgingContext) -> str:
    ours, theirs = change.excerpt.text, change.source.text
    every = [text for variant in change.variants for text in (variant.excerpt.text, variant.source.text)]
    if any("\n" in text or text.strip() in _BULLETS for text in every):
        return "DEC705"
    words = any(character.isalnum() for character in ours + theirs)
    if change.kind is VariantKind.OMISSION and words and len(change.lost) != 1:
        return "DEC705"  # the alignment itself allowed it: a caption, a heading, a note callout
    if _at_edge(change, context):
        return "DEC702"
    return "DEC706" if words and _bare(ours) != _bare(theirs) else "DEC701"


def _at_edge(change: Change, context: JudgingContext) -> bool:
    """Whether only the first letter's case or the final sign differs."""
    units = context.excerpt_units.items
    ours, theirs = change.excerpt.text, change.source.text
    if not units:
        return False
    first, last = units[0].span, units[-1].span
    case = change.excerpt.span.start <= first.start and ours.lower() == theirs.lower() and ours != theirs
    final = change.excerpt.span.start >= last.end and not any(c.isalnum() for c in ours + theirs)
    return case or final


def _bare(text: str) -> str:
    """A text with its glyphs made plain and its accents kept: what is left of a difference is one of spelling."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(character for character in plain if character.isalnum())


def _message(change: Change) -> str:
    ours, theirs = change.excerpt.text.strip(), change.source.text.strip()
    if (ours or theirs) and not any(map(str.isalnum, ours + theirs)):
        return "only the punctuation differs"
    if ours and theirs:
        return f"{quoted(theirs)} is written {quoted(ours)}"
    return (
        left_out(change.source) if theirs else f"{quoted(ours)} is added" if ours else "the spacing differs"
    )
