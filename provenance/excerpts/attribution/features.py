"""Features: what the place of a mention, and the source that it names, say for it as the one whose words a candidate is."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log1p
from typing import NamedTuple

from provenance.excerpts.annotation.lines import QUOTED, Line
from provenance.excerpts.annotation.mention import Gender, MentionKind, given_names
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place, Position
from provenance.excerpts.attribution.register import Source
from provenance.excerpts.attribution.surroundings import OPENING_SIGNS, Surroundings, is_before_person
from provenance.languages.cues import Word

_LONGEST_LEAD = 40  # words between a mention and the quotation that its sentence leads on to
_LONGEST_TAIL = 14  # words of a line behind a block before the mention that signs it
_LONGEST_SIGNATURE = 12  # words of a line that signs what stands before it
_COLONS = frozenset(":：")
_BRACKETS = frozenset("([（［")
_DASHES = frozenset("—–-―")
_NUMBERS = {Gender.NEUTRAL: "it", Gender.PLURAL: "they"}
_PAUSES = _DASHES | frozenset(",，、")


def relative_values(
    article: MentionedArticle, place: Place, position: Position, around_of: Callable[[Place], Surroundings]
) -> dict[str, float] | None:
    """What the place of a mention, seen from a candidate, says of it; None where it stands too far away or inside it.

    ``around_of`` says what the words beside the mention say, which most mentions are too far away to be asked.
    """
    if place.mention.span.overlaps(position.span) and not position.woven:
        return None
    start = place.mention.words.start
    if (place.line, start) < position.before:
        return _before(article, place, position, around_of)
    if (place.line, start) >= position.behind or position.woven:
        return _behind(article, place, position, around_of)
    return None


def _before(
    article: MentionedArticle, place: Place, position: Position, around_of: Callable[[Place], Surroundings]
) -> dict[str, float] | None:
    at, word = position.before
    far = article.sentence(at, max(0, word - 1) if not position.woven else word) - place.sentence
    same = place.line == at
    if far > int(same and position.woven) or far < 0:
        return None
    line = article.lines[at]
    between = (
        line.words[place.mention.words.stop : word]
        if same
        else line.words[max(0, word - _LONGEST_LEAD) : word]
    )
    last = line.words[word - 1].text if word else ""
    around = around_of(place)
    near, verb = far == 0, around.verb_behind or around.verb_before > 0
    colon = near and last in _COLONS
    return {
        **_shared("before", far, woven=position.woven),
        "before-verb-behind": float(near and around.verb_behind),
        "before-tail": float(not near and verb and _is_in_tail(article, place)),
        "before-label": float(colon and _is_label(place, word)),
        "before-colon": float(colon),
        "before-block-colon": float(colon and not position.woven),
        "before-others-between": float(min(3, _others_between(article, place, position.before))) / 3,
        "before-distance": log1p(len(between)) if near and same else 0.0,
    }


def _behind(
    article: MentionedArticle, place: Place, position: Position, around_of: Callable[[Place], Surroundings]
) -> dict[str, float] | None:
    at, word = position.behind
    inside = position.ends_inside
    if place.line - at > (0 if inside else 1):
        return None
    signed = inside and word < len(article.lines[at].words) and article.lines[at].words[word].text in _DASHES
    last = article.sentence(at, word if signed else max(0, word - 1)) if inside else article.sentence(at, 0)
    far = max(0, place.sentence - last)
    if far > 1 or place.line >= len(article.lines):
        return None
    line = article.lines[place.line]
    if not inside:
        return _in_tail_line(article, line, place, far)
    between = line.words[word if place.line == at else 0 : place.mention.words.start]
    near, first = far == 0 and place.line == at, between[0] if between else None
    pause = first is not None and first.text in _PAUSES
    few = sum(word.is_word for word in between)
    others = article.places_in(place.line, word if place.line == at else 0, place.mention.words.start)
    clear = near and not others and all(each.key != QUOTED for each in between)
    verbs = any(word.key in article.pack.saying for word in between)
    return {
        **_shared("behind", far, woven=inside),
        "behind-verb-before": float(clear and around_of(place).verb_before > 0),
        "behind-pause": float(near and pause),
        "behind-colon-between": float(any(each.text in _COLONS for each in between)),
        "behind-distance": log1p(len(between)),
        "behind-word-between": float(clear and few == 1 and not verbs and _is_content(article, between)),
        "behind-in-brackets": float(bool(between) and between[-1].text in _BRACKETS),
    }


def _in_tail_line(article: MentionedArticle, line: Line, place: Place, far: int) -> dict[str, float] | None:
    """What the line behind a block says of a mention in it: a short line, or one that a dash or a bracket opens, signs."""
    start = place.mention.words.start
    if far or start > _LONGEST_TAIL:
        return None
    short = sum(word.is_word for word in line.words) <= _LONGEST_SIGNATURE
    signed = bool(line.words) and line.words[0].text in OPENING_SIGNS
    return {
        "tail-signed": float(signed),
        "tail-short": float(short),
        "tail-running": float(not short and not signed),
        "tail-distance": log1p(start),
        "tail-label": float(any(word.text in _COLONS for word in line.words[:start])),
        "tail-linked": float(bool(article.annotated.links_in(line.span)) and short),
    }


def _is_content(article: MentionedArticle, between: Sequence[Word]) -> bool:
    """Whether the one word between a quotation and a name may be a verb that no list has: “…”, opined Ann Lee."""
    word = next(word for word in between if word.is_word)
    small = word.key in article.vocabulary.function or word.key in article.pack.prepositions
    return not small and not word.is_capitalised


def _shared(side: str, far: int, *, woven: bool) -> dict[str, float]:
    return {
        side: float(far == 0 and woven),
        f"{side}-next-sentence": float(far == 1),
        f"{side}-of-block": float(far == 0 and not woven),
    }


def _is_label(place: Place, word: int) -> bool:
    """Whether nothing but a mention and a colon stands before a quotation: "Lee: “…”"."""
    start, stop = place.mention.words.start, place.mention.words.stop
    return start <= 1 and word - stop <= 1


def _is_in_tail(article: MentionedArticle, place: Place) -> bool:
    """Whether a mention is the first behind a quotation in its sentence."""
    line, start = article.lines[place.line], place.mention.words.start
    for at in range(start - 1, -1, -1):
        if line.words[at].key == QUOTED:
            before = [*article.places_in(place.line, at + 1, start), place]
            return all(is_before_person(article, one, other) for one, other in pairwise(before))
        if line.sentences[at] != line.sentences[place.mention.words.start]:
            return False
    return False


def _others_between(article: MentionedArticle, place: Place, before: tuple[int, int]) -> int:
    """How many mentions stand between one and a candidate, in the candidate's line."""
    at, word = before
    start = place.mention.words.stop if place.line == at else 0
    return len(article.places_in(at, start, word)) + (place.line < at)


class Habits(NamedTuple):
    """How an article speaks of a source."""

    spoken: int  # how often a verb of saying stands beside it
    attached: float  # the share of its mentions behind a preposition


def source_values(source: Source, habits: Habits) -> dict[str, float]:
    """What the source that a mention names says, and how the article speaks of it, whoever is quoted."""
    values = {
        "speaks": log1p(habits.spoken),
        "behind-prepositions": habits.attached,
        "source-person": float(source.kind is MentionKind.PERSON),
        "source-role": float(source.kind is MentionKind.ROLE),
        "given-name": float(source.words[0] in given_names()),
    }
    return {name: value for name, value in values.items() if value}


class Antecedent(NamedTuple):
    """A source that may be meant where it is not named."""

    source: Source
    place: Place  # its last mention before
    rank: int  # how many other sources are mentioned in between
    is_subject: bool  # whether the sentence of that mention begins with it
    is_speaker: bool  # whether a verb of saying stands beside that mention
    is_central: bool  # whether the sentences before go on about it: it is the subject of the last one that names its own


def antecedent_values(sentence: int, gender: Gender | None, one: Antecedent) -> dict[str, float]:
    """What speaks for a source as the one that is meant in a sentence by a pronoun, of that gender, or by nothing at all."""
    source, place = one.source, one.place
    values = {
        "meant-sentences": log1p(max(0, sentence - place.sentence)),
        "meant-same-sentence": float(sentence == place.sentence),
        "meant-rank": log1p(one.rank),
        "meant-agrees": float(source.gender is not None and source.gender is gender),
        "meant-subject": float(one.is_subject),
        "meant-speaker": float(one.is_speaker),
        "meant-central": float(one.is_central),
        "meant-mentions": log1p(len(source.places)),
    }
    if gender is not None and source.kind is MentionKind.PERSON:
        values[f"meant-{_NUMBERS.get(gender, 'one')}-person"] = 1.0
    return values
