"""Layout and emphasis: what reading could not tell for apparatus (DEC705), citations left out (DEC704), words set off (ALT310)."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import name

from provenance.excerpts.model import MarkKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.scope.reading import COMMAS
from provenance.findings.wording import left_out, put_in, quoted
from provenance.languages.apparatus import vocabulary
from provenance.text.document import BlockKind, Passage
from provenance.text.folding import fold_word
from provenance.text.span import Span
from provenance.text.tokens import tokenize

_CALLOUT = re.compile(r"[.,;:!?”\"’')]\d{1,3}(?=\s|\Z)")
_COLONS = (":", "：")
_DECLARED_WITHIN = 200  # a declaration of emphasis stands at most so many code points from the excerpt
_ENDS = frozenset(".!?:;。！？»”")
_STYLE = 0.8  # where more of the excerpt than this is set off, it is the block's style

_EMPHASIS_SIGNS: Final = frozenset("_*")
# A figure, a table, a note that a bracket refers to.
_BRACKETED: Final = re.compile(r"[(\[][^()\[\]]{0,60}\d[^()\[\]]{0,60}[)\]]")
_LIMITING: Final = ("negators", "exception", "condition")
_OPENED, _CLOSED = frozenset("(（[［《"), frozenset(")）]］》")
# What points to another place, and its number.
_POINTING: Final = re.compile(
    r"(?:see|cf|vgl|siehe|voir|véase|vedi|zie|jfr?|katso|ks|zob|viz|bkz|см|див|lásd)\b.{0,60}\d.{0,20}|[^,;]{0,30}§ ?\d.{0,20}",
    re.IGNORECASE,
)
# A page's address, shown in the text in place of a link.
_ADDRESS: Final = re.compile(r"[\[(<\]]*(?:https?://|www\.)\S+")
# What only a citation has: the parties of a case, a volume and its page, a year in brackets, a note's number.
_SIGNS: Final = (
    r"\bvs?\. [A-Z]"
    r"|\d{1,4} [A-Z][\w.’']{0,12}(?: [A-Z0-9][\w.]{0,8}){0,2} \d"
    r"|[(\[][^()\[\]]{0,60}\b(?:1[5-9]|20)\d\d[a-z]?\b"
    r"|\[\d{1,3}\b"
    r"|\b(?:[Ii]d|[Ii]bid|supra|infra)\b"
    r"|§ ?\d"
    r"|\b(?:[Ss]ee|[Cc]f\.?|[Vv]gl\.|[Ss]iehe|[Vv]oir|[Aa]ccord) [A-Z§]"
    r"|\b(?:[Pp]p?|[Nn]n?|[Ff]n|[Aa]rts?|[Ss]ecs?|[Vv]ols?|[Bb]r|[Tt]r|[Aa]pp|[Nn]os?|[Rr]esp|[Aa]bs)\. ?\d"
)


def note_number(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: the number of a note or a page is gone that runs together with the sign before it, or stands alone on a line."""
    if _is_callout(change):
        message = f"leaves out the number of a note or a page: {quoted(change.source.text)}"
        return context.finding("DEC705", message, change=change)
    return None


def _is_callout(change: Change) -> bool:
    if not change.is_omission or len(change.lost) != 1 or not change.lost[0].text.isdecimal():
        return False
    start, text = change.lost[0].span.start, change.source.document.text
    return _CALLOUT.match(text, max(0, start - 1)) is not None


def list_number(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: a number stands before what is an item of a list in the source, which sets the numbers itself."""
    text = change.source.document.text
    start = Span(change.source.span.start, len(text)).worded(text).start
    block = change.source.document.block_at(start)
    if change.lost or len(change.gained) != 1 or not change.gained[0].text.isdecimal() or block is None:
        return None
    after = change.excerpt.document.text[change.gained[0].span.end :][:1]
    if after not in {".", ")"} or block.kind is not BlockKind.LIST_ITEM or block.span.start != start:
        return None
    return context.finding("DEC705", put_in(change.excerpt), change=change)


def omitted_citation(change: Change, context: JudgingContext) -> Finding | None:
    """DEC704: nothing but a citation is gone, and the article says that it left citations out."""
    if not change.is_omission or not change.lost or not _is_declared(context):
        return None
    if not _is_citation(change, context):
        return None
    return context.finding("DEC704", f"declared: {left_out(change.source)}", change=change)


def turn_label(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: the label of a turn stands before its words, where the source has other words of the turn between."""
    if not change.is_addition:
        return None
    text, span = change.excerpt.document.text, change.excerpt.span.worded(change.excerpt.document.text)
    line = text[: span.start].rpartition("\n")[2]
    sign = text[span.end : span.end + 1]
    if sign not in _COLONS or any(map(str.isalnum, line)):
        return None
    if fold_word(span.of(text)) not in (
        fold_word(one.label) for one in context.voices.utterances if one.label
    ):
        return None
    return context.finding("DEC705", put_in(change.excerpt), change=change)


def omitted_aside(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: an aside is gone that points to another place ("see section 14", an address), cites, or is a gloss in another script."""
    if not change.is_omission or not change.lost:
        return None
    if _ADDRESS.fullmatch(change.source.text.strip()):
        return context.finding("DEC705", left_out(change.source), change=change)
    document = change.source.document
    span = change.source.span.worded(document.text)
    before, after = document.text[max(0, span.start - 1) : span.start], document.text[span.end : span.end + 1]
    enclosed = before in _OPENED and after in _CLOSED
    commas = document.text[max(0, span.start - 2) : span.start].strip() in COMMAS and after in COMMAS
    aside = span.of(document.text)
    points = (enclosed or commas) and _POINTING.fullmatch(aside)
    cites = (
        enclosed and any(unit.capitalised for unit in change.lost) and _has_form_of_citation(change, context)
    )
    if not (points or cites) and not (
        enclosed and _is_gloss(aside, document.text[: span.start - 1].rstrip())
    ):
        return None
    return context.finding("DEC705", left_out(change.source), change=change)


def _is_gloss(aside: str, before: str) -> bool:
    """Whether the words of an aside are of another script than what stands before it: a reading, a foreign term."""
    rows = (aside, before[-1:])
    scripts, other = ({name(sign).split()[0] for sign in row if sign.isalpha()} for row in rows)
    return bool(scripts and other) and scripts.isdisjoint(other)


def _is_declared(context: JudgingContext) -> bool:
    marks = (mark.passage.text for mark in context.excerpt.marks if mark.kind is MarkKind.CLEANED_UP)
    return any(word in text for text in map(fold_word, marks) for word in vocabulary("citation_stems"))


def _is_citation(change: Change, context: JudgingContext) -> bool:
    """Whether words have the form of a citation, or are a bracket with a figure that sets no limit."""
    span, text = change.source.span, change.source.document.text
    limits = any(context.found(name, change.lost, context.source_units) for name in _LIMITING)
    bracketed = _BRACKETED.fullmatch(text, max(0, span.start - 1), span.end + 1)
    return (bracketed is not None and not limits) or _has_form_of_citation(change, context)


def _has_form_of_citation(change: Change, context: JudgingContext) -> bool:
    """Whether words have the signs of a citation, and no word that a citation has not."""
    span, document = change.source.span, change.source.document
    text = document.text[max(0, span.start - 1) : span.end]  # with the bracket before "Holm, 2019"
    if not re.search(_SIGNS, text):
        return False
    negators = context.lexicon.words("negators")
    for token in tokenize(change.source.text):
        word = token.text.lower()
        stopped = change.source.text[token.span.end : token.span.end + 1] == "."  # "No. 12"
        if word in negators and not stopped:
            return False
        plain = word in vocabulary("citation_words") or len(word) == 1 or any(map(str.isdigit, word))
        if not plain and not token.text[0].isupper():
            return False
    return True


def undeclared_emphasis(context: JudgingContext) -> Iterator[Finding]:
    """ALT310: words that the excerpt sets off and the source sets plain, markup being known for both."""
    if _is_emphasis_declared(context):
        return
    for span in _set_off(context):
        place = _place(span, context)
        if place is not None:
            passage = Passage(context.article.document, span)
            message = f"emphasises {quoted(passage.text)}, which the source sets plain"
            yield context.finding("ALT310", message, excerpt=passage, source=place)


def _is_emphasis_declared(context: JudgingContext) -> bool:
    if any(mark.kind is MarkKind.EMPHASIS_ADDED for mark in context.excerpt.marks):
        return True
    words = context.surroundings(_DECLARED_WITHIN).lower()
    return any(" ".join(entry) in words for entry in context.lexicon.words("emphasis_declared").groups)


def _set_off(context: JudgingContext) -> Iterator[Span]:
    """The emphasised stretches of the excerpt that are neither its style, a link nor the source's own."""
    ours, theirs = context.article.emphasis, context.witness.page.emphasis
    if ours is None or theirs is None:
        return
    inside = [
        Span(max(span.start, passage.span.start), min(span.end, passage.span.end))
        for span in ours
        for passage in context.excerpt.passages
        if span.overlaps(passage.span)
    ]
    every = sum(len(passage.span) for passage in context.excerpt.passages)
    if sum(map(len, inside)) > _STYLE * every:
        return
    links = [link.span for link in context.article.links]
    for span in inside:
        place = _place(span, context)
        same = place is not None and (
            any(span.overlaps(place.span) for span in theirs) or _has_signs_of_emphasis(place)
        )
        replacing = any(
            one.is_beside(Passage(context.article.document, span)) for one in context.article.struck
        )
        linked = any(link.overlaps(span) for link in links)
        if not same and not replacing and not linked:
            yield span


def _has_signs_of_emphasis(place: Passage) -> bool:
    """Whether words stand behind a sign by which Markdown sets words off, shown as it is: "__future__"."""
    return place.document.text[max(0, place.span.start - 1) : place.span.start] in _EMPHASIS_SIGNS


def _place(span: Span, context: JudgingContext) -> Passage | None:
    """Where the words of a span stand in the source; None if they do not."""
    units = context.excerpt_units.between(span)
    start = context.places.source_of(units[0].span.start) if units else None
    end = context.places.source_of(units[-1].span.end) if units else None
    if start is None or end is None or end < start:
        return None
    return Passage(context.witness.document, Span(start, end))
