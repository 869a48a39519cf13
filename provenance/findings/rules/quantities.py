"""Quantities: a figure (ALT303), an amount in words ("doubled", "dozens", "a day") or a date (ALT304) that is another one."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from provenance.findings.context import Change, Found, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.dates import agree
from provenance.findings.normalization.quantities import amount_of, in_base
from provenance.findings.normalization.tokens import PartialDate, Quantity, Token, Tokens
from provenance.findings.rules.names import CAPITAL_NOUNS
from provenance.findings.wording import became, quoted, unit_became
from provenance.text.span import hull

_TIMES: Final = frozenset("day week fortnight month year decade century hour minute".split())
# Which way each sign of comparison points.
_COMPARISONS: Final = {"<": -1, "≤": -1, ">": 1, "≥": 1, "=": 0, "≠": 0, "≈": 0}
_ROUNDED = 0.05  # "about 4,200" for 4,187: so near, with a word that says so, it is rounding

# Lists whose classes are numbers: "doubled" 2, "dozens" 12, French "une dizaine" 10.
_COUNTED: Final = ("multiplied", "crowds", "round_counts")
_SHORTEST: Final = 3  # a shorter name of a unit is as likely another word ("t", "ha")


def changed_figure(change: Change, context: JudgingContext) -> Finding | None:
    """ALT303: aligned figures of different value, unit or currency."""
    for lost, gained in _pairs(change, Quantity):
        if _differ(lost.value, gained.value) and not _half_read(change, lost, gained, context):
            severity = Severity.MINOR if _is_rounding(lost, gained, context) else None
            return context.finding("ALT303", unit_became(lost, gained), change=change, severity=severity)
    return _changed_measure(change, context)


def _changed_measure(change: Change, context: JudgingContext) -> Finding | None:
    """ALT303: how long, far or heavy, one side without a number or in two units: "an hour", "one hour and 30 minutes"."""
    one, other = amount_of(change.lost, context.lexicon), amount_of(change.gained, context.lexicon)
    if one is None or other is None or one.unit is None or one.unit != other.unit or not _differ(one, other):
        return None
    texts = (
        quoted(place.document.text[row[0].span.start : row[-1].span.end])
        for place, row in ((change.source, change.lost), (change.excerpt, change.gained))
    )
    return context.finding("ALT303", " became ".join(texts), change=change)


def _half_read(change: Change, lost: Token, gained: Token, context: JudgingContext) -> bool:
    """Whether one of two figures is part of an amount in words that was not read as a whole."""
    sides = (
        (lost, gained, change.lost, context.source_units),
        (gained, lost, change.gained, context.excerpt_units),
    )
    return any(
        not any(map(str.isnumeric, one.text))
        and (_stands_in_more(one, units, side, context) or _lacks_unit(one, other))
        for one, other, units, side in sides
    )


def _lacks_unit(one: Token, other: Token) -> bool:
    """Whether a fraction in words has no unit where the figure that answers it has one: "half" and "30 minutes"."""
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity) or one.value.unit:
        return False
    return one.value.value < 1 and other.value.unit not in {None, "percent"}


def _stands_in_more(one: Token, changed: Sequence[Token], side: Tokens, context: JudgingContext) -> bool:
    """Whether a unit, a scale, a dozen or an "and a half" stands unread beside a number, or it has nothing but a scale."""
    lexicon = context.lexicon
    before, after = context.kept_beside((one,), side)
    bare = one.word.split()[0] in lexicon.scales
    if bare and before is not None and before in changed and context.is_content(before):
        return True  # the number before "million" is a word that no list has
    if not isinstance(one.value, Quantity) or one.value.value == one.value.value.to_integral_value():
        return after is not None and after in changed and after.word in lexicon.words("and_words")
    _, end = side.touching(one.span)
    small = (*lexicon.words("part_links").groups, *lexicon.words("one_words").groups)
    following = next((unit for unit in side.items[end : end + 3] if (unit.word,) not in small), None)
    return following is not None and any(
        following.word in words for words in (lexicon.units, lexicon.scales, lexicon.words("dozens"))
    )


def changed_date(change: Change, context: JudgingContext) -> Finding | None:
    """ALT304: aligned dates of different value; a weekday and the date that it fell on are the same."""
    for lost, gained in _pairs(change, PartialDate):
        one, other = lost.value, gained.value
        if not isinstance(one, PartialDate) or not isinstance(other, PartialDate) or agree(one, other):
            continue
        if _same_day(one, other, context):
            return context.finding("DEC706", unit_became(lost, gained), change=change)
        return context.finding("ALT304", unit_became(lost, gained), change=change)
    return _changed_weekly_day(change, context) or _changed_relative_date(change, context)


def _changed_relative_date(change: Change, context: JudgingContext) -> Finding | None:
    """ALT304: "next year" became "this year", "tomorrow" became "today"."""
    sides = ((change.lost, context.source_units), (change.gained, context.excerpt_units))
    for name in ("relative_days", "relative_times"):
        lost, gained = (context.found(name, units, side, anywhere=True) for units, side in sides)
        timed = name == "relative_days" or all(_is_beside_time(units, side, context) for units, side in sides)
        if lost and gained and timed and lost[0].group != gained[0].group:
            return context.finding("ALT304", became(change.source, change.excerpt), change=change)
    return None


def _is_beside_time(units: Sequence[Token], side: Tokens, context: JudgingContext) -> bool:
    """Whether a changed word stands beside one for a time: a year, a month, a weekday."""
    near = (*units, *context.kept_beside(units, side)) if units else ()
    return any(
        isinstance(unit.value, PartialDate) or context.lexicon.units.group(unit.word) in _TIMES
        for unit in near
        if unit is not None
    )


def changed_comparison(change: Change, context: JudgingContext) -> Finding | None:
    """ALT302 or ALT303: another sign of comparison, or none, before a number: "p < 0.05", "p > 0.05"."""
    lost, gained = (
        [unit.key for unit in units if unit.key in _COMPARISONS] for units in (change.lost, change.gained)
    )
    if lost == gained or not change.is_comparable:
        return None
    turned = len(lost) == len(gained) == 1 and _COMPARISONS[lost[0]] == -_COMPARISONS[gained[0]] != 0
    code = "ALT302" if turned else "ALT303"
    return context.finding(code, became(change.source, change.excerpt), change=change)


def _changed_weekly_day(change: Change, context: JudgingContext) -> Finding | None:
    """ALT304: "on Fridays" became "on Sundays"."""
    days = context.lexicon.words("weekly_days")
    lost, gained = ([unit for unit in units if unit.word in days] for units in (change.lost, change.gained))
    for one, other in zip(lost, gained, strict=False):
        if days.group(one.word) != days.group(other.word):
            return context.finding("ALT304", unit_became(one, other), change=change)
    return None


def _pairs(change: Change, kind: type[Quantity | PartialDate]) -> Iterator[tuple[Token, Token]]:
    lost = [unit for unit in change.lost if isinstance(unit.value, kind)]
    gained = [unit for unit in change.gained if isinstance(unit.value, kind)]
    if kind is Quantity and bool(lost) != bool(gained):
        lost, gained = (
            [_as_figure(unit) for unit in units if isinstance(unit.value, Quantity) or _is_bare_year(unit)]
            for units in (change.lost, change.gained)
        )
    return zip(lost, gained, strict=False)


def _is_bare_year(unit: Token) -> bool:
    """Whether a number was taken for a year for its size and the word before it: "rose to 1974 crowns"."""
    return isinstance(unit.value, PartialDate) and unit.value == PartialDate(year=unit.value.year)


def _as_figure(unit: Token) -> Token:
    year = unit.value.year if isinstance(unit.value, PartialDate) else None
    return unit if year is None else unit._replace(value=Quantity(Decimal(year)))


def _differ(one: Quantity | PartialDate | None, other: Quantity | PartialDate | None) -> bool:
    """Whether two figures differ in value, or in a unit that both name."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if one.unit and other.unit:
        one, other = in_base(one), in_base(other)
    units = {one.unit, other.unit} - {None}
    return one.value != other.value or one.upper != other.upper or len(units) > 1


def _is_rounding(lost: Token, gained: Token, context: JudgingContext) -> bool:
    one, other = lost.value, gained.value
    if (
        not isinstance(one, Quantity)
        or not isinstance(other, Quantity)
        or one.unit != other.unit
        or not one.value
    ):
        return False
    exact = _is_hedged(lost, context.source_units, context)
    hedged = _is_hedged(gained, context.excerpt_units, context) and not exact
    if not hedged or _digits(other.value) > _digits(one.value):
        return False
    return abs(float(other.value - one.value)) <= _ROUNDED * abs(float(one.value))


def _is_hedged(unit: Token, side: Tokens, context: JudgingContext) -> bool:
    """Whether "about", "nearly" or the like stands before a figure."""
    index, _ = side.touching(unit.span)
    words = [before.word for before in side.items[max(0, index - 2) : index]]
    return any(True for _ in context.lexicon.words("approx").hits(words))


def _digits(value: Decimal) -> int:
    """How many digits of a number say something: 2 of 4,200."""
    return len(value.normalize().as_tuple().digits)


def _same_day(one: PartialDate, other: PartialDate, context: JudgingContext) -> bool:
    """Whether one moment is the weekday of the other, counted in the year that the source or the article is of."""
    dated, weekday = (one, other.weekday) if one.day else (other, one.weekday)
    if not dated.day or not dated.month or weekday is None or None not in {one.day, other.day}:
        return False
    stated = context.witness.page.metadata.published or context.article.metadata.published or ""
    year = dated.year or (int(stated[:4]) if stated[:4].isdecimal() else None)
    try:
        return year is not None and date(year, dated.month, dated.day).weekday() == weekday
    except ValueError:
        return False


class _Amount(NamedTuple):
    """Words that say how much, the list that they are of, and what they say there."""

    kind: str
    value: str
    units: tuple[Token, ...]


def changed_amount(change: Change, context: JudgingContext) -> Finding | None:
    """ALT303: words for an amount, a rhythm or a unit in the place of others that say another one."""
    if not change.is_comparable:
        return None
    lost = sorted(_amounts(change.lost, context.source_units, context), key=_ends)
    gained = sorted(_amounts(change.gained, context.excerpt_units, context), key=_ends)
    for one, other in zip(lost, gained, strict=False):
        if _answer(one, other) and (one.kind, one.value) != (other.kind, other.value):
            texts = (
                quoted(passage.document.text[slice(*_ends(amount))])
                for amount, passage in ((one, change.source), (other, change.excerpt))
            )
            return context.finding("ALT303", " became ".join(texts), change=change)
    return None


def _ends(amount: _Amount) -> tuple[int, int]:
    span = hull(unit.span for unit in amount.units)
    return span.start, span.end


def _amounts(units: Sequence[Token], side: Tokens, context: JudgingContext) -> Iterator[_Amount]:
    """What says how much among changed words; a capital inside a sentence makes a name of it ("the Daily Ledger")."""
    nouns = context.lexicon.language in CAPITAL_NOUNS
    for name in (*_COUNTED, "rhythms"):
        for found in context.found(name, units, side, anywhere=name == "rhythms"):
            if name == "crowds" and _is_scale(found, units, context):
                continue
            if nouns or found.units[0].opens or not found.units[0].capitalised:
                yield _Amount(name, found.group, found.units)
    for unit in units:
        if isinstance(unit.value, Quantity):
            yield _Amount("figure", str(unit.value.value), (unit,))
        elif len(unit.word) >= _SHORTEST and (group := context.lexicon.units.group(unit.word)):
            yield _Amount("unit", group, (unit,))


def _is_scale(found: Found, changed: Sequence[Token], context: JudgingContext) -> bool:
    """Whether "millions" is the scale of a number before it that no list has."""
    place = next(index for index, unit in enumerate(changed) if unit.span.end >= found.units[0].span.end)
    scale = found.units[0].word in context.lexicon.scales
    return scale and place > 0 and context.is_content(changed[place - 1])


def _answer(one: _Amount, other: _Amount) -> bool:
    """Whether two amounts can be compared: numbers, rhythms, units with their like; "doubled" may say the same as "twice"."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 1:
        return "figure" not in kinds
    counted = all(kind in _COUNTED or kind == "figure" for kind in kinds)
    return counted and not (kinds == {"multiplied", "figure"} and one.value == other.value)
