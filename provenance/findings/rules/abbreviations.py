"""Abbreviations and courtesy titles: "the Federal Weather Office (FWO)" in short, "Mr Pell" for "Pell" (DEC706)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.names import made_of_initials
from provenance.findings.normalization.tokens import Token, Tokens
from provenance.findings.wording import became, quoted
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.span import hull

_LONGEST = 10  # a name in full has no more words
_PLACES, _REACH = 20, 300  # it is looked for at so many places, and so far back, in code points
_OPENING, _CLOSING = "([", ")]"


def abbreviated(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: a name became its short form or the other way round, or one of the two is gone that stood together."""
    content = tuple(
        any(_is_short(unit) or context.is_content(unit) for unit in units)  # "WHO" is no "who"
        for units in (change.lost, change.gained)
    )
    pair = None
    if all(content):
        pair = _introduced(change, context)
    elif content[0]:
        pair = _together(change.lost, context.source_units, change.source.document, context)
    elif content[1]:
        pair = _together(change.gained, context.excerpt_units, change.excerpt.document, context)
        pair = pair if pair and made_of_initials(pair[1], pair[0]) else None
    if pair is None:
        return None
    full, short = pair
    document = change.source.document if full[0] in context.source_units.items else change.excerpt.document
    span = hull(unit.span for unit in full)
    message = f"{quoted(short.text)} is short for {quoted(document.text[span.start : span.end])}"
    return context.finding("DEC706", message, change=change)


_Pair = tuple[tuple["Token", ...], "Token"]  # a name in full, and its short form


def _introduced(change: Change, context: JudgingContext) -> _Pair | None:
    """A short form in the place of a name or the other way round, where the source has the one behind the other."""
    for short, full, place in (
        (change.lost, change.gained, change.excerpt),
        (change.gained, change.lost, change.source),
    ):
        named = context.content(full)
        if len(context.content(short)) != 1 or not short[-1].capitalised or len(named) < 2:
            continue
        words = place.document.text[named[0].span.start : named[-1].span.end]
        name = " ".join(words.split()).lower()
        before = _before(context.witness.document.text, f"({short[-1].text})")
        if any(text.endswith(name) for text in before):
            return tuple(full), short[-1]
    return None


@lru_cache(maxsize=16)
def _before(text: str, brackets: str) -> tuple[str, ...]:
    """What stands before a short form in brackets, at its first places, on one line and in small letters."""
    found: list[str] = []
    place = text.find(brackets)
    while place >= 0 and len(found) < _PLACES:
        found.append(" ".join(text[max(0, place - _REACH) : place].split()).lower())
        place = text.find(brackets, place + 1)
    return tuple(found)


def _together(
    units: Sequence[Token], side: Tokens, document: Document, context: JudgingContext
) -> _Pair | None:
    """A name and its short form in brackets behind it, of which one was left out or put in."""
    before, after = context.kept_beside(units, side)
    if len(units) == 1 and before is not None and _is_bracketed(units[0], document):
        return (_name_before(units[0], side, context), units[0])
    first = next(place for place, unit in enumerate(units) if context.is_content(unit))
    named = tuple(units[first:])  # without the article before it
    if after is None or not _is_bracketed(after, document) or not _is_name(named, after, context):
        return None
    return named, after


def _name_before(short: Token, side: Tokens, context: JudgingContext) -> tuple[Token, ...]:
    """The words before a short form that it stands for, as far as capitals and initials tell; itself if none do."""
    index, _ = side.touching(short.span)
    low = index
    while low > 0 and index - low < _LONGEST and not (low < index and side.items[low].opens):
        low -= 1
    rows = [side.items[first:index] for first in range(index - 1, low - 1, -1)]
    rows = [row for row in rows if context.is_content(row[0])]
    spelled = next((row for row in rows if made_of_initials(short, row)), None)
    return spelled or _capitals(rows, short, context)


def _capitals(rows: Sequence[tuple[Token, ...]], short: Token, context: JudgingContext) -> tuple[Token, ...]:
    """The longest of some growing rows that are names; the short form itself if none is."""
    named: tuple[Token, ...] = (short,)
    for row in rows:
        if not _is_name(row, short, context):
            break
        named = row
    return named


def _is_name(units: Sequence[Token], short: Token, context: JudgingContext) -> bool:
    named = [unit for unit in context.content(units) if unit.value is None]
    capitals = bool(named) and all(unit.capitalised for unit in named)
    return len(units) <= _LONGEST and (capitals or made_of_initials(short, units))


def _is_bracketed(unit: Token, document: Document) -> bool:
    text, span = document.text, unit.span
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return _is_short(unit) and before in _OPENING and after in _CLOSING and bool(before and after)


def _is_short(unit: Token) -> bool:
    return sum(map(str.isupper, unit.text)) > 1 and unit.text.isalpha()


_LARGE: Final = frozenset(("en", "de"))  # in these languages a title has a capital


def courtesy_title(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: a courtesy title was put before a name, left out there, or became another one for the same sex."""
    classes = [
        _class(units, side, context)
        for units, side in ((change.lost, context.source_units), (change.gained, context.excerpt_units))
        if units
    ]
    if not classes or None in classes or len(set(classes)) > 1:
        return None
    return context.finding("DEC706", became(change.source, change.excerpt), change=change)


def _class(units: Sequence[Token], side: Tokens, context: JudgingContext) -> str | None:
    """Whether one title stands before a name, and for whom."""
    _, name = context.kept_beside(units, side)
    written = context.lexicon.language not in _LARGE or units[0].capitalised
    if len(units) != 1 or name is None or not name.capitalised or not written:
        return None
    return context.lexicon.words("courtesy").group(fold_word(units[0].text.strip(".")))
