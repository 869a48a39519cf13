"""Quantities: a figure (ALT303), an amount in words ("doubled", "dozens", "a day") or a date (ALT304) that is another one, also of a speech."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.dates import agree
from provenance.findings.normalization.quantities import in_base
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import PartialDate, Quantity, Token, Tokens
from provenance.findings.rules.names import CAPITAL_NOUNS
from provenance.findings.scope.reading import article_sentence
from provenance.findings.wording import became, quoted, unit_became
from provenance.languages.sentences import splitter
from provenance.text.span import Span, hull

_TIMES: Final = frozenset("day week fortnight month year decade century hour minute".split())
# Which way each sign of comparison points.
_COMPARISONS: Final = {"<": -1, "≤": -1, ">": 1, "≥": 1, "=": 0, "≠": 0, "≈": 0}
_ROUNDED = 0.05  # "about 4,200" for 4,187: so near, with a word that says so, it is rounding

_NEAR: Final = 300  # code points around an excerpt in which the article may date the words itself
_YEARS: Final = range(1500, 2100)  # a bare number is a year
# Lists whose classes are numbers: "doubled" 2, "dozens" 12, French "une dizaine" 10.
_COUNTED: Final = ("multiplied", "crowds", "round_counts")
_SHORTEST: Final = 3  # a shorter name of a unit is as likely another word ("t", "ha")


def changed_figure(change: Change, context: JudgingContext) -> Finding | None:
    """ALT303: aligned figures of different value, unit or currency."""
    for lost, gained in _pairs(change, Quantity):
        if _differ(lost.value, gained.value):
            severity = Severity.MINOR if _is_rounding(lost, gained, context) else None
            return context.finding("ALT303", unit_became(lost, gained), change=change, severity=severity)
    return None


def changed_date(change: Change, context: JudgingContext) -> Finding | None:
    """ALT304: aligned dates of different value; a weekday and the date that it fell on are the same."""
    for lost, gained in _pairs(change, PartialDate):
        one, other = lost.value, gained.value
        if not isinstance(one, PartialDate) or not isinstance(other, PartialDate) or agree(one, other):
            continue
        return context.finding("ALT304", unit_became(lost, gained), change=change)
    return _changed_relative_date(change, context)


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


def dated_anew(context: JudgingContext) -> Iterator[Finding]:
    """ALT304: the source dates a speech to a year and tells of another time too, and the article has it said "this week"."""
    spoken, sentence = context.voices.speech_of(context.kept), article_sentence(context)
    if sentence is None or not spoken or spoken[0].label is not None:
        return
    document, lexicon = context.witness.document, context.lexicon
    region, speech = hull(one.region for one in spoken), hull(one.span for one in spoken)
    own = splitter(lexicon.language).at(document, speech.start)
    around = [Span(min(own.start, region.start), speech.start), Span(speech.end, max(own.end, region.end))]
    told, present = read_tokens(document, around, lexicon).items, lexicon.words("present")
    years, anew = _years(told), any(present.hits([unit.word for unit in told]))
    new = [hit for hit in present.hits(sentence.words) if not any(sentence.kept[hit.first : hit.last])]
    if len(years) != 1 or anew or not new:
        return
    span, article = context.excerpt.span, context.article.document
    near = Span(max(0, span.start - _NEAR), min(len(article.text), span.end + _NEAR))
    rest = read_tokens(document, [Span(own.end, len(document.text))], lexicon).items
    later = any(present.hits([unit.word for unit in rest])) or any(year > min(years) for year in _years(rest))
    if later and not _years(read_tokens(article, [near], lexicon).items):
        when = " ".join(unit.text for unit in sentence.tokens[new[0].first : new[0].last])
        message = (
            f"the article has these words said {quoted(when)}, and the source dates them to {min(years)}"
        )
        yield context.finding("ALT304", message, source=document.passage(region.start, region.end))


def _years(units: Sequence[Token]) -> set[int]:
    """The years that some words name."""
    values = [unit.value for unit in units]
    dated = {value.year for value in values if isinstance(value, PartialDate) and value.year}
    plain = {int(one.value) for one in values if isinstance(one, Quantity) and one == Quantity(one.value)}
    return dated | {year for year in plain if year in _YEARS}


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


def _pairs(change: Change, kind: type[Quantity | PartialDate]) -> Iterator[tuple[Token, Token]]:
    lost = [unit for unit in change.lost if isinstance(unit.value, kind)]
    gained = [unit for unit in change.gained if isinstance(unit.value, kind)]
    return zip(lost, gained, strict=False)


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
            if nouns or found.units[0].opens or not found.units[0].capitalised:
                yield _Amount(name, found.group, found.units)
    for unit in units:
        if isinstance(unit.value, Quantity):
            yield _Amount("figure", str(unit.value.value), (unit,))
        elif len(unit.word) >= _SHORTEST and (group := context.lexicon.units.group(unit.word)):
            yield _Amount("unit", group, (unit,))


def _answer(one: _Amount, other: _Amount) -> bool:
    """Whether two amounts can be compared: numbers, rhythms, units with their like; "doubled" may say the same as "twice"."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 1:
        return "figure" not in kinds
    counted = all(kind in _COUNTED or kind == "figure" for kind in kinds)
    return counted and not (kinds == {"multiplied", "figure"} and one.value == other.value)
