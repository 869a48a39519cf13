"""Names: another person, place or body in the place of the source's (ALT307); abbreviations of names, and titles before them (DEC706)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.names import made_of_initials
from provenance.findings.normalization.tokens import PartialDate, Token, Tokens
from provenance.findings.voices.model import share_a_name
from provenance.findings.wording import became, quoted
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.span import hull

_NEAR_NAME = 2  # a name so many words before what was kept is what brackets stand for
_MISSPELLED = 2  # so few letters apart, a name may be misspelled rather than another one ...
# ... if they are no more than this share of it and it begins alike: "Lindqvist" and "Lindquist", not "Holm" and "Home".
_SHARE = 0.25
_LONG = 7  # a longer name may begin with another letter in another transcription, in letters: "Tchekhov" and "Chekhov"
_GRADING: Final = ("quantifiers", "frequency", "hedges", "negators", "connectives", "condition", "contrast")
_PARTING: Final = '"“”„«»:;'  # beyond these signs somebody else speaks
CAPITAL_NOUNS: Final = frozenset({"de"})  # the languages in which every noun has a capital
_LONGEST = 10  # a name in full has no more words
_PLACES, _REACH = 20, 300  # it is looked for at so many places, and so far back, in code points
_OPENING, _CLOSING = "([", ")]"
_Pair = tuple[tuple["Token", ...], "Token"]  # a name in full, and its short form
_LARGE: Final = frozenset(("en", "de"))  # in these languages a title has a capital


def changed_name(change: Change, context: JudgingContext) -> Finding | None:
    """ALT307: critical where another name stands, major where one that is nearly alike does, minor for a misspelling."""
    pair = _names(change, context)
    if pair is None:
        return None
    lost, gained = pair
    message = (
        f"{_quoted_name(lost, change.source.document)} became {_quoted_name(gained, change.excerpt.document)}"
    )
    severity = _likeness(lost, gained)
    if severity is Severity.MAJOR and _is_first_name(gained, context):
        severity = None
    return context.finding("ALT307", message, change=change, severity=severity)


def _is_first_name(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether a short name stands before another that was kept: another first name makes another person of a family."""
    _, after = context.kept_beside(units, context.excerpt_units)
    family = after is not None and after.capitalised and not after.opens and context.is_content(after)
    return family and len(units) == 1 and len(units[0].word) < _LONG


def _quoted_name(units: Sequence[Token], document: Document) -> str:
    """A name as it stands, from its first word to its last."""
    span = hull(unit.span for unit in units)
    return quoted(document.text[span.start : span.end])


def _likeness(lost: Sequence[Token], gained: Sequence[Token]) -> Severity | None:
    """How grave it is that one name stands for another: minor for a misspelling, major for a near one."""
    if _distance(*(" ".join(unit.word for unit in row) for row in (lost, gained))) > _MISSPELLED:
        return None
    if len(lost) != len(gained):
        return Severity.MAJOR
    pairs = zip(lost, gained, strict=True)
    return (
        Severity.MINOR if all(_misspelled(one.word, other.word) for one, other in pairs) else Severity.MAJOR
    )


def _misspelled(one: str, other: str) -> bool:
    length = max(len(one), len(other))
    longer, shorter = sorted((one, other), key=len, reverse=True)
    alike = one[0] == other[0] or (length >= _LONG and longer.endswith(shorter))
    return alike and _distance(one, other) <= _SHARE * length


def bracketed(change: Change, context: JudgingContext) -> Finding | None:
    """ALT307: brackets that put one name in the place of another, minor; the speaker's own in the place of "she", major."""
    own = _speakers_own(change, context)
    if own is not None:
        message = (
            f"{own}, and the brackets put {quoted(change.excerpt.text)} for {quoted(change.source.text)}"
        )
        return context.finding("ALT307", message, change=change, severity=Severity.MAJOR)
    pair = _names(change, context) or _opening_names(change, context)
    if pair is None:
        return None
    lost, gained = pair
    put, had = _quoted_name(gained, change.excerpt.document), _quoted_name(lost, change.source.document)
    message = f"the brackets put {put} where the source has {had}: check them"
    return context.finding("ALT307", message, change=change, severity=Severity.MINOR)


def _speakers_own(change: Change, context: JudgingContext) -> str | None:
    """What forbids a name in brackets: that its bearer speaks, where the source has "she"."""
    if len(change.lost) != 1 or change.lost[0].word not in context.lexicon.words("pronouns_third"):
        return None
    held = context.voices.at(change.lost[0].span.start)
    speaker = held.speaker if held else None
    names = [unit.text for unit in change.gained if unit.capitalised]
    if held is None or speaker is None or not any(share_a_name(name, speaker) for name in names):
        return None
    from provenance.findings.rules.people import is_in_doubt  # reads names: a bare text needs none of it

    return None if is_in_doubt((held,), speaker, context) else f"{speaker} speaks"


def _opening_names(change: Change, context: JudgingContext) -> tuple[list[Token], list[Token]] | None:
    """The name in brackets that an excerpt begins with, and another one that the source's sentence has in its place."""
    placed = context.alignment.placements
    if change.lost or not placed or change.excerpt.span.start > placed[0].excerpt.span.start:
        return None
    start = placed[0].source.span.start
    sentence = context.sentence(placed[0].source)
    text = context.witness.document.text[sentence.start : start]
    begun = sentence.start + max(text.rfind(sign) for sign in _PARTING) + 1
    before = [unit for unit in context.source_units.between(sentence) if begun <= unit.span.start < start]
    gained = [unit for unit in change.gained if unit.capitalised and context.is_content(unit)]
    lost = [unit for unit in before[-_NEAR_NAME:] if is_name(unit, context.source_units, context)]
    shared = {unit.key for unit in gained} & {unit.key for unit in before}
    named = all(unit.capitalised or not context.is_content(unit) for unit in change.gained)
    return (lost, gained) if lost and gained and named and not shared else None


def _names(change: Change, context: JudgingContext) -> tuple[list[Token], list[Token]] | None:
    """The names that answer each other, or None if there are none or they are forms of one name."""
    if not change.is_comparable:
        return None
    lost = [unit for unit in change.lost if is_name(unit, context.source_units, context)]
    gained = [unit for unit in change.gained if is_name(unit, context.excerpt_units, context)]
    if not lost or not gained:
        return None
    kept = {unit.key for unit in lost} & {unit.key for unit in gained}
    lost, gained = ([unit for unit in units if unit.key not in kept] for units in (lost, gained))
    titles = context.lexicon.words("titles")
    titled = all(unit.word in titles for unit in (*lost, *gained))
    return (lost, gained) if lost and gained and not titled else None


def is_name(unit: Token, side: Tokens, context: JudgingContext) -> bool:
    """Whether a word is written as a name: with a capital that neither its place nor its language gives it."""
    if not unit.capitalised or isinstance(unit.value, PartialDate) or not any(map(str.isalpha, unit.text)):
        return False
    if not context.is_content(unit) or _grades(unit, context):
        return False
    before, after = context.kept_beside((unit,), side)
    beside = any(
        near is not None and near.capitalised and context.is_content(near) and near.value is None
        for near in (before, after)
    )
    if context.lexicon.language in CAPITAL_NOUNS:
        titled = before is not None and before.word in context.lexicon.words("titles")
        return beside or titled
    if not unit.opens or (after is not None and after.capitalised and beside and not _grades(after, context)):
        return True
    # With a capital inside a sentence too, after a small letter, it is a name.
    inside = re.compile(rf"[^\W\d_A-Z],? {re.escape(unit.text)}\b")
    return any(inside.search(page.document.text) for page in (context.article, context.witness.page))


def _grades(unit: Token, context: JudgingContext) -> bool:
    """Whether a word at the beginning of a sentence is one that says how many or how certain: "Some", "Perhaps"."""
    return unit.opens and any(unit.word in context.lexicon.words(name) for name in _GRADING)


def _distance(one: str, other: str) -> int:
    """How many letters two words differ by, counted as far as they may be one name."""
    from rapidfuzz.distance import Levenshtein  # heavy, and needed for changed names alone

    return int(Levenshtein.distance(one, other, score_cutoff=_MISSPELLED))


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
