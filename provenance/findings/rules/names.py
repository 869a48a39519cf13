"""Names: another person, place or body in the place of the source's (ALT307); abbreviations of names, and titles before them (DEC706)."""

import re
from collections.abc import Sequence
from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.names import made_of_initials
from provenance.findings.normalization.tokens import PartialDate, Token, Tokens
from provenance.findings.rules.naming import named_by
from provenance.findings.wording import became, quoted
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.span import hull

_MISSPELLED = 2  # so few letters apart, a name may be misspelled rather than another one ...
# ... if they are no more than this share of it and it begins alike: "Lindqvist" and "Lindquist", not "Holm" and "Home".
_SHARE = 0.25
_LONG = 7  # a longer name may begin with another letter in another transcription, in letters: "Tchekhov" and "Chekhov"
_GRADING: Final = ("quantifiers", "frequency", "hedges", "negators", "connectives", "condition", "contrast")
CAPITAL_NOUNS: Final = frozenset({"de"})  # the languages in which every noun has a capital
_LONGEST = 10  # a name in full has no more words
_CAMEL = re.compile(r"_|(?<=[^\W\d_A-ZÀ-ÖØ-ÞА-Я])(?=[A-ZÀ-ÖØ-ÞА-Я])")  # where a word begins within a handle
_OPENING, _CLOSING = "([", ")]"
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
    return context.finding("ALT307", message, change=change, severity=_likeness(lost, gained))


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
    """ALT307: brackets that put one name in the place of another, minor."""
    pair = _names(change, context)
    if pair is None:
        return None
    lost, gained = pair
    one, other = named_by(lost, change.source.text, context), named_by(gained, change.excerpt.text, context)
    if one.are(other, context):
        return None
    put, had = _quoted_name(gained, change.excerpt.document), _quoted_name(lost, change.source.document)
    message = f"the brackets put {put} where the source has {had}: check them"
    return context.finding("ALT307", message, change=change, severity=Severity.MINOR)


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


def handled(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: a name stands for the handle that is made of it: "Sorgues" for "@VilleDeSorgues"."""
    told = _is_of_handle(change)
    return context.finding("DEC706", became(change.source, change.excerpt), change=change) if told else None


def _is_of_handle(change: Change) -> bool:
    """Whether words are some that a handle or a tag is made of, as its capitals part them."""
    units, text = change.lost, change.source.document.text
    if len(units) != 1 or text[units[0].span.start - 1 : units[0].span.start] not in {"@", "#"}:
        return False
    parts = [fold_word(part) for part in _CAMEL.split(units[0].text)]
    said = "".join(unit.word for unit in change.gained)
    runs = ("".join(parts[one:other]) for one in range(len(parts)) for other in range(one, len(parts) + 1))
    return bool(said) and said in runs


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
    """DEC706: of a name and its short form in brackets behind it, one is gone or was put in."""
    sides = (
        (change.lost, change.gained, context.source_units, change.source.document),
        (change.gained, change.lost, context.excerpt_units, change.excerpt.document),
    )
    for units, others, side, document in sides:
        told = [any(_is_short(unit) or context.is_content(unit) for unit in row) for row in (units, others)]
        if told == [True, False] and _are_together(units, side, document, context):  # "WHO" is no "who"
            return context.finding("DEC706", became(change.source, change.excerpt), change=change)
    return None


def _are_together(units: Sequence[Token], side: Tokens, document: Document, context: JudgingContext) -> bool:
    """Whether words are a name whose short form stands behind it, or that form; what was put in must be the name's initials."""
    put_in = side is context.excerpt_units
    before, after = context.kept_beside(units, side)
    if len(units) == 1 and before is not None and _is_bracketed(units[0], document):
        index, _ = side.touching(units[0].span)
        rows = (side.items[first:index] for first in range(max(0, index - _LONGEST), index))
        return not put_in or any(made_of_initials(units[0], row) for row in rows)
    content = [unit for unit in context.content(units) if unit.value is None]
    if after is None or not content or not _is_bracketed(after, document) or len(units) > _LONGEST:
        return False
    named = units[units.index(content[0]) :]  # without the article before it
    return made_of_initials(after, named) or (not put_in and all(unit.capitalised for unit in content))


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
