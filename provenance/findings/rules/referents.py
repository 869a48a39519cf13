"""Whom brackets put in the place of a pronoun, of a noun or of nothing: those whom the source means, or others (ALT307, ALT308)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from provenance.excerpts.annotation.mention import GENDERS, gender_of, given_names
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import Token
from provenance.findings.rules.naming import Named, named_by, source_units, units_in
from provenance.findings.voices.model import share_a_name
from provenance.findings.wording import quoted
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import language
from provenance.languages.sentences import splitter
from provenance.text.span import Span, hull
from provenance.text.tokens import folded_words, is_unspaced

# Code points of the source before a pronoun in which it may have been said who is meant.
_BEFORE: Final = 1_500
_BESIDE: Final = 80  # code points around an excerpt in which the article says who speaks
_OPENING: Final = 3  # words among which a sentence's subject stands
_NOUN: Final = 4  # letters
_LONGEST: Final = 5  # words of what one noun with its article and adjectives stands for
# Languages whose verbs tell their subject.
_SILENT_SUBJECTS: Final = frozenset("es it pt pl cs ro hu tr el ja ko zh ar he".split())
_NO_NOUNS: Final = (
    *("pronouns", "pronouns_first", "pronouns_third", "first_person", "deixis", "fillers", "markers"),
    *("modals", "auxiliaries"),
)


def another_referent(change: Change, context: JudgingContext) -> Finding | None:
    """ALT307: brackets put somebody in the place of a pronoun, of another noun or of nothing, whom the source does not mean there."""
    place = _replaced(change, context)
    if place is None:
        return None
    gained = [unit for unit in context.content(change.gained) if unit.value is None]
    if not gained:
        return _turned_to_speaker(place, change, context)
    put = named_by(gained, change.excerpt.text, context)
    severity = _is_another(put, place, change, context)
    if severity is None:
        return None
    had = place.of(context.witness.document.text)
    where = f"for {quoted(had)}" if had else "in"
    message = f"the brackets put {quoted(change.excerpt.text)} {where}, and the source does not say that right before: check them"
    return context.finding("ALT307", message, change=change, severity=severity)


def _is_another(put: Named, place: Span, change: Change, context: JudgingContext) -> Severity | None:
    """How grave it is whom brackets put in the place of some words; None where it may be right."""
    lost = _lost(place, change, context)
    # Spanish "este" is a filler too, and no unit.
    words = [unit.word for unit in lost] or folded_words(place.of(context.witness.document.text))
    pointing, small = vocabulary("pointing"), context.lexicon.words("function_words")
    if not pointing.isdisjoint(words) and all(word in pointing or word in small for word in words):
        return Severity.MAJOR if _is_further(put, place.start, context) else None
    if any(unit.word in vocabulary("speaker_alone") for unit in lost):
        return Severity.MAJOR if _is_another_speaker(put, place.start, context) else None
    pronoun = next((unit for unit in lost if _is_pronoun(unit, context)), None)
    if content := context.content(lost):
        first = context.alignment.placements[:1]
        leads = any(change.excerpt.span.start <= one.excerpt.span.start for one in first)
        cut = leads and pronoun is None and len(content) == 1
        noun = (change.lost or cut) and _is_another_noun(put, lost, context)
        return Severity.MAJOR if noun else None
    if lost and (pronoun is None or not _leads(pronoun, context)):
        return None
    if pronoun is not None and _is_other_sex(put, pronoun, context):
        return Severity.MAJOR
    return None if _is_known(put, place.start, pronoun, context) else Severity.MINOR


def _lost(place: Span, change: Change, context: JudgingContext) -> tuple[Token, ...]:
    return change.lost or (context.source_units.between(place) if len(place) else ())


def _turned_to_speaker(place: Span, change: Change, context: JudgingContext) -> Finding | None:
    """ALT308: "[I]" stands for "he", or one person for the "we" of several."""
    spoken, lists = language(context.lexicon.language), context.lexicon.words
    rows = _lost(place, change, context), change.gained
    if any(map(context.content, rows)):
        return None
    lost, gained = ([unit.word for unit in row] for row in rows)
    alone = vocabulary("speaker_alone")
    third = any(word in lists("pronouns_third") for word in lost)
    first = any(word in lists("first_person") and word in lists("pronouns_first") for word in gained)
    became_speaker = third and first and not any(word in lists("pronouns_third") for word in gained)
    several = any(word in lists("pronouns_first") and word not in alone for word in lost)
    one = any(gender_of(word, spoken) in GENDERS for word in gained)
    if not became_speaker and not (several and one and not alone.intersection(lost)):
        return None
    message = f"the brackets put {quoted(change.excerpt.text)} for {quoted(place.of(context.witness.document.text))}, another person"
    return context.finding("ALT308", message, change=change, severity=Severity.MAJOR)


def _replaced(change: Change, context: JudgingContext) -> Span | None:
    """What brackets stand for in the source: what they replace, the pronoun before them, what was cut off before them, or an unsaid subject."""
    text, placed = context.witness.document.text, context.alignment.placements
    if change.lost:
        return hull(unit.span for unit in change.lost)
    if change.source.text.strip():
        return change.source.span
    before, _ = context.kept_beside(change.gained, context.excerpt_units) if change.gained else (None, None)
    at = context.places.source_of(before.span.start) if before is not None else None
    if at is not None:  # "They [the nurses]"
        glossed = context.source_units.between(Span(at, at + 1))
        return glossed[0].span if glossed else None
    if not placed or change.excerpt.span.start > placed[0].excerpt.span.start:
        return None
    start = placed[0].source.span.start
    held = context.voices.at(start)
    begun = max(context.sentence(placed[0].source).start, held.span.start if held else 0)
    cut = Span(min(begun, start), start).worded(text)
    silent = context.lexicon.language in _SILENT_SUBJECTS
    return cut if len(cut) else Span(start, start) if silent else None


def _is_further(put: Named, start: int, context: JudgingContext) -> bool:
    """Whether "the latter" cannot be somebody: the sentence before joins another to them, or they are its subject."""
    own = splitter(context.lexicon.language).at(context.witness.document, start).start
    units = units_in(Span(_sentence_before(own, context), own), context)
    places = put.places(units, context)
    if not places:
        return False
    behind = units[places[-1] + 1 :]
    lists = (context.lexicon.words("coordinators"), vocabulary("joining"))
    joins = any(unit.word in words for unit in behind for words in lists)
    return joins or (places[0] < _OPENING and bool(context.content(behind)))


def _is_another_noun(put: Named, lost: Sequence[Token], context: JudgingContext) -> bool:
    """Whether the source uses the noun that brackets put in and the one in whose place they stand for two."""
    lexicon, lists = context.lexicon, [context.lexicon.words(name) for name in _NO_NOUNS]
    nouns = [unit for unit in context.content(lost) if not any(unit.word in each for each in lists)]
    text = hull(unit.span for unit in lost).of(context.witness.document.text)
    # Japanese writes small words without Han characters.
    noun = (
        any("\u4e00" <= sign <= "\u9fff" for sign in text)
        if is_unspaced(text[:1])
        else any(len(word) >= _NOUN for word in text.split())
    )
    if not nouns or not noun or len(lost) > _LONGEST or not lexicon.words("negators").groups:
        return False
    known = put.is_among(source_units(context), context)
    return known and not put.are(named_by(nouns, text, context), context)


def _is_another_speaker(put: Named, start: int, context: JudgingContext) -> bool:
    """Whether whoever says "I" in the source is somebody else than those whom brackets put in their place."""
    document, held = context.witness.document, context.voices.at(start)
    if held is None:
        return False
    around = splitter(context.lexicon.language).around(document, held.region)
    whose = f"{held.speaker or ''} {context.excerpt.attribution.speaker or ''}"
    if share_a_name(put.text, whose) or put.is_among(units_in(around, context), context):
        return False
    return put.is_among(source_units(context), context)


def _is_other_sex(put: Named, pronoun: Token, context: JudgingContext) -> bool:
    """Whether a "he" stands for somebody whom the source calls Ms."""
    spoken, document = language(context.lexicon.language), context.witness.document
    gender = gender_of(pronoun.key, spoken)
    if gender not in GENDERS or pronoun.key in spoken.plural:
        return False
    near = Span(max(0, pronoun.span.start - _BEFORE), pronoun.span.end)
    people = (
        one
        for one in mentions_in(document.text, near, spoken)
        if any(role in spoken.misters or role in spoken.ladies for role in one.roles)
    )
    known = {one.gender for one in people if put.is_among(units_in(one.span, context), context)}
    return bool(known) and known.isdisjoint({gender, None})


def _leads(pronoun: Token, context: JudgingContext) -> bool:
    """Whether a pronoun opens its sentence, or stands behind an "I think" in it."""
    held = context.voices.at(pronoun.span.start)
    if pronoun.opens or (held is not None and held.span.start == pronoun.span.start):
        return True
    own = splitter(context.lexicon.language).at(context.witness.document, pronoun.span.start)
    before = units_in(Span(own.start, pronoun.span.start), context)
    first = any(unit.word in context.lexicon.words("first_person") for unit in before)
    return first and len(before) < _OPENING


def _is_pronoun(unit: Token, context: JudgingContext) -> bool:
    return unit.word in context.lexicon.words("pronouns_third")


def _is_known(put: Named, start: int, pronoun: Token | None, context: JudgingContext) -> bool:
    """Whether the source may mean those by a pronoun, or by a verb alone: it speaks of them last, of nobody else, or nowhere."""
    document, lexicon = context.witness.document, context.lexicon
    own = splitter(lexicon.language).at(document, start)
    before = units_in(Span(max(0, start - _BEFORE), start), context)
    put = put._replace(stems=put.stems | _other_names(put, before, context))
    chain, last = _chain(before, own.start, pronoun.word if pronoun else "", context)
    if put.is_among((*chain, *last, *units_in(own, context)), context):
        return True
    if put.is_among(before, context):  # "she", who may be the same still
        led = pronoun is None or not any(context.is_content(unit) for unit in last[:_OPENING])
        by_name = bool(last) and last[0].key in given_names()
        return led and not by_name and not _names(last, context)
    # of whom the source does not speak at all, or speaks in other words, the quoter may know from elsewhere
    rest = units_in(Span(own.end, len(document.text)), context)
    return bool(chain) or not put.is_among(rest, context)


def _other_names(put: Named, units: Sequence[Token], context: JudgingContext) -> frozenset[str]:
    """The stems of what else some words call them: "Tomas", of "Tomas Wrede"."""
    names = {unit.span for unit in _names(units, context)}
    pairs = [(one, other) for one, other in pairwise(units) if one.span in names and other.span in names]
    near = [
        pair for pair in pairs if pair[1].span.start - pair[0].span.end == 1 and put.is_among(pair, context)
    ]
    return frozenset(context.lexicon.stem(unit.key) for pair in near for unit in pair)


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
        again = again or _is_short_answer(sentence, context)
        if not sentence or not (own or again or (not names and _takes_up(sentence, context))):
            return chain, sentence
        chain, start = (*sentence, *chain), begun


def _takes_up(sentence: Sequence[Token], context: JudgingContext) -> bool:
    """Whether a sentence begins with "he", or with "I" and has a "him": it speaks of nobody new."""
    first = any(unit.word in context.lexicon.words("first_person") for unit in sentence[:_OPENING])
    return any(_is_pronoun(unit, context) for unit in (sentence if first else sentence[:_OPENING]))


def _is_short_answer(sentence: Sequence[Token], context: JudgingContext) -> bool:
    """Whether a few words open a turn: they are said of what the question asked about."""
    held = context.voices.at(sentence[0].span.start) if 0 < len(sentence) <= _OPENING else None
    return held is not None and held.label is not None and sentence[0].span.start == held.span.start


def _names(units: Sequence[Token], context: JudgingContext) -> list[Token]:
    titles = language(context.lexicon.language).titles
    words = (unit for unit in units if unit.capitalised and not unit.opens and context.is_content(unit))
    return [unit for unit in words if unit.text.casefold() not in titles]


def _sentence_before(start: int, context: JudgingContext) -> int:
    document = context.witness.document
    worded = Span(0, start).worded(document.text)
    return splitter(context.lexicon.language).at(document, max(0, worded.end - 1)).start
