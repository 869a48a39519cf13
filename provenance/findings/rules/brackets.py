"""Brackets whose word says something else than the word that they replace: "[must]" for "may", "on [Friday]" for "on Monday"."""

from collections.abc import Sequence
from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import PartialDate, Quantity, Token
from provenance.findings.rules.strength import BACKSHIFT, changed_modality, changed_scope
from provenance.findings.scope.reading import is_mended
from provenance.findings.voices.model import share_a_name
from provenance.findings.wording import became, quoted
from provenance.languages.sentences import splitter
from provenance.text.span import Span

# Code points of the source before a pronoun in which it may have been said who is meant.
_BEFORE: Final = 1_500
_BESIDE: Final = 80  # code points around an excerpt in which the article says who speaks
_GENITIVE: Final = ("'s", "’s")
_FORM: Final = 4  # letters of a word of which the last one may be an ending
_OPENING: Final = 3  # words among which a sentence's subject stands
_MOST: Final = 4  # words; more of them explain


def another_class(change: Change, context: JudgingContext) -> Finding | None:
    """ALT303 to ALT306 at major: brackets put a unit, day, modal verb or quantity in the place of another of its kind.

    What says the same, or more closely what was meant, is left alone: "[3 May]" for "Monday", "[12]" for "some", "[would]"
    for "will".
    """
    sizes = len(change.lost), len(change.gained)
    if not all(0 < size <= _MOST for size in sizes) or _is_other_person(change) or is_mended(change):
        return None
    code = _code(change, context)
    if code is None:
        return None
    message = f"the brackets say something else: {became(change.source, change.excerpt)}"
    return context.finding(code, message, change=change, severity=Severity.MAJOR)


def _is_other_person(change: Change) -> bool:
    """Whether brackets give a word another ending, as another person of a verb has: "не [буде]" for "не буду"."""
    if len(change.lost) != 1 or len(change.gained) != 1:
        return False
    one, other = change.lost[0].key, change.gained[0].key
    return one != other and len(one) == len(other) >= _FORM and one[:-1] == other[:-1]


def _code(change: Change, context: JudgingContext) -> str | None:
    if _names_another_unit(change, context):
        return "ALT303"
    if _names_another_day(change):
        return "ALT304"
    if any(isinstance(unit.value, Quantity) for unit in (*change.lost, *change.gained)):
        return None
    sides = ((change.lost, context.source_units), (change.gained, context.excerpt_units))
    modals = {found.group for units, side in sides for found in context.found("modals", units, side)}
    weakened = changed_modality(change, context) or _puts_auxiliary(change, context)
    if weakened and modals != BACKSHIFT:
        return "ALT305"
    return "ALT306" if changed_scope(change, context) else None


def _names_another_unit(change: Change, context: JudgingContext) -> bool:
    """Whether a unit by itself stands for another one: the figure before it is kept."""
    units = context.lexicon.units
    gained = {units.group(token.word) for token in change.gained if token.value is None} - {None}
    lost = {
        token.value.unit if isinstance(token.value, Quantity) else units.group(token.word)
        for token in change.lost
    }
    return bool(gained and lost - {None}) and gained.isdisjoint(lost)


def _names_another_day(change: Change) -> bool:
    """Whether one day, weekday or month stands for another that is given to the same depth."""
    dates = [
        [unit.value for unit in row if isinstance(unit.value, PartialDate)]
        for row in (change.lost, change.gained)
    ]
    return any(
        one != other and [part is None for part in one] == [part is None for part in other]
        for one, other in zip(*dates, strict=False)
    )


def _puts_auxiliary(change: Change, context: JudgingContext) -> bool:
    """Whether an auxiliary stands for another verb: "[goes]" for "can"; "[was]" for "is" fits in."""
    verbs, lost, gained = context.lexicon.words("auxiliaries"), change.lost[0], change.gained
    single = len(gained) == 1 == len(change.lost)
    return single and gained[0].word in verbs and lost.word not in verbs and context.is_content(lost)


def another_antecedent(change: Change, context: JudgingContext) -> Finding | None:
    """ALT307: brackets put somebody in the place of a "she" that opens a sentence, and the source spoke of another before it."""
    named = [unit for unit in context.content(change.gained) if unit.value is None]
    lost = change.lost or _glossed(change, context) or _cut_before(change, context)
    pronoun = next((unit for unit in lost if _is_pronoun(unit, context)), None)
    if not named or context.content(lost) or pronoun is None:
        return None
    start = lost[0].span.start
    stems = {context.lexicon.stem(unit.key) for unit in named}
    if not pronoun.opens or _is_known(stems, start, pronoun.word, context):
        return None
    had = context.witness.document.text[start : lost[-1].span.end]
    message = f"the brackets put {quoted(change.excerpt.text)} for {quoted(had)}, and the source does not say that right before: check them"
    return context.finding("ALT307", message, change=change, severity=Severity.MINOR)


def _is_pronoun(unit: Token, context: JudgingContext) -> bool:
    return unit.word in context.lexicon.words("pronouns_third")


def _glossed(change: Change, context: JudgingContext) -> tuple[Token, ...]:
    """The word of the source right before brackets that put nothing in its place: "They [the nurses]"."""
    before, _ = context.kept_beside(change.gained, context.excerpt_units) if change.gained else (None, None)
    place = context.places.source_of(before.span.start) if before is not None else None
    return context.source_units.between(Span(place, place + 1)) if place is not None else ()


def _cut_before(change: Change, context: JudgingContext) -> tuple[Token, ...]:
    """The words of the source's sentence before an excerpt that begins with brackets."""
    placed = context.alignment.placements
    if not placed or change.excerpt.span.start > placed[0].excerpt.span.start:
        return ()
    start = placed[0].source.span.start
    units = context.source_units.between(context.sentence(placed[0].source))
    return tuple(unit for unit in units if unit.span.end <= start)


def _is_known(stems: set[str], start: int, pronoun: str, context: JudgingContext) -> bool:
    """Whether the source may mean those by a pronoun: it speaks of them last, of nobody else, or nowhere."""
    document, lexicon = context.witness.document, context.lexicon
    own = splitter(lexicon.language).at(document, start)
    before = read_tokens(document, [Span(max(0, start - _BEFORE), start)], lexicon).items
    chain, last = _chain(before, own.start, pronoun, context)
    if _speaks_of(stems, (*chain, *last, *read_tokens(document, [own], lexicon).items), context):
        return True
    if _speaks_of(stems, before, context):  # "she", who may be the same still
        return not _names(last, context) and not any(context.is_content(unit) for unit in last[:_OPENING])
    # of whom the source does not speak at all, or speaks in other words, the quoter may know from elsewhere
    rest = read_tokens(document, [Span(own.end, len(document.text))], lexicon).items
    return bool(chain) or not _speaks_of(stems, rest, context)


def _chain(
    before: Sequence[Token], start: int, pronoun: str, context: JudgingContext
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The sentences before a place that only take up whom another one spoke of, or say who speaks; and that other one."""
    held = context.voices.at(start)
    speaker = f"{(held.speaker if held else None) or ''} {context.surroundings(_BESIDE)}"
    chain: tuple[Token, ...] = ()
    while True:
        begun = _sentence_before(start, context)
        sentence = tuple(unit for unit in before if begun <= unit.span.start < start)
        names = _names(sentence, context)
        own = bool(names) and all(share_a_name(unit.text, speaker) for unit in names)
        again = bool(sentence) and sentence[0].word == pronoun  # "It must …. It may …."
        if not sentence or not (own or again or (not names and _takes_up(sentence, context))):
            return chain, sentence
        chain, start = (*sentence, *chain), begun


def _takes_up(sentence: Sequence[Token], context: JudgingContext) -> bool:
    """Whether a sentence begins with "he", or with "I" and has a "him": it speaks of nobody new."""
    first = any(unit.word in context.lexicon.words("first_person") for unit in sentence[:_OPENING])
    return any(_is_pronoun(unit, context) for unit in (sentence if first else sentence[:_OPENING]))


def _names(units: Sequence[Token], context: JudgingContext) -> list[Token]:
    return [unit for unit in units if unit.capitalised and not unit.opens and context.is_content(unit)]


def _sentence_before(start: int, context: JudgingContext) -> int:
    document = context.witness.document
    worded = Span(0, start).worded(document.text)
    return splitter(context.lexicon.language).at(document, max(0, worded.end - 1)).start


def _speaks_of(stems: set[str], units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether the source names somebody: "the mayor's aide" is not the mayor."""
    own = (unit for unit in units if not unit.text.endswith(_GENITIVE))
    return any(context.lexicon.stem(unit.key) in stems for unit in own)
