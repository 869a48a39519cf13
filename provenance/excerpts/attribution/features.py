"""Features: what the place of a mention, and the source that it names, say for it as the one whose words a candidate is."""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

from provenance.excerpts.annotation.lines import QUOTED
from provenance.excerpts.annotation.mention import Gender, MentionKind, given_names
from provenance.excerpts.attribution.surroundings import OPENING_SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.excerpts.annotation.lines import Line
    from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place, Position
    from provenance.excerpts.attribution.register import Source
    from provenance.excerpts.attribution.surroundings import Surroundings
    from provenance.languages.phrases import Word

_LONGEST_LEAD = 40  # words between a mention and the quotation that its sentence leads on to
_FEW = 12  # mentions before one that may be its sentence's subject
_LONGEST_TAIL = 14  # words of a line behind a block before the mention that signs it
_LONGEST_SIGNATURE = 12  # words of a line that signs what stands before it
_COLONS = frozenset(":：")
_BRACKETS = frozenset("([（［")
_PAUSES = frozenset(",，—–-、")


def relative_values(
    article: MentionedArticle, place: Place, position: Position, around: Surroundings
) -> dict[str, float] | None:
    """What the place of a mention, seen from a candidate, says of it; None where it stands too far away or inside it.

    Args:
        article: The article.
        place: The mention.
        position: The candidate.
        around: What the words beside the mention say.
    """
    if place.mention.span.overlaps(position.span) and not position.woven:
        return None
    start = place.mention.words.start
    if (place.line, start) < position.before:
        return _before(article, place, position, around)
    if (place.line, start) >= position.behind or position.woven:
        return _behind(article, place, position, around)
    return None


def _before(
    article: MentionedArticle, place: Place, position: Position, around: Surroundings
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
    values = _shared("before", far, same=same, position=position)
    near = far == 0
    quotations = sum(each.key == QUOTED for each in between) if same else 1
    values.update(
        {
            "before-verb-behind": float(near and around.verb_behind > 1),
            "before-verb-far-behind": float(near and around.verb_behind == 1),
            "before-verb-before": float(near and around.verb_before > 0 and not _has_subject(article, place)),
            "before-nearest-subject": float(
                near
                and around.verb_behind > 0
                and not quotations
                and _others_between(article, place, position.before) == 0
            ),
            "before-said-of-quotation": float(
                near and bool(quotations) and around.verb_behind + around.verb_before > 0
            ),
            "before-tail": float(
                not near and _is_in_tail(article, place) and around.verb_behind + around.verb_before > 0
            ),
            "before-tail-other": float(not near and not _is_in_tail(article, place)),
            "before-tail-apart": float(not near and quotations > 0),
            "before-label": float(near and last in _COLONS and _is_label(place, word)),
            "before-colon": float(near and last in _COLONS),
            "before-block-colon": float(near and not position.woven and last in _COLONS),
            "before-object": float(
                near and around.verb_before > 0 and not around.verb_behind and _has_subject(article, place)
            ),
            "before-quotation-between": float(bool(quotations)),
            "before-others-between": float(min(3, _others_between(article, place, position.before))) / 3,
            "before-distance": log1p(len(between)) if near and same else 0.0,
            "before-starts-line": float(position.woven and word == 0),
        }
    )
    return values


def _behind(
    article: MentionedArticle, place: Place, position: Position, around: Surroundings
) -> dict[str, float] | None:
    at, word = position.behind
    if place.line - at > (0 if position.woven else 1):
        return None
    last = article.sentence(at, max(0, word - 1)) if position.woven else article.sentence(at, 0)
    far = max(0, place.sentence - last)
    if far > 1 or place.line >= len(article.lines):
        return None
    line = article.lines[place.line]
    if not position.woven:
        return _in_tail_line(article, line, place, far)
    between = line.words[word if place.line == at else 0 : place.mention.words.start]
    near, first = far == 0 and place.line == at, between[0] if between else None
    pause = first is not None and first.text in _PAUSES
    values = _shared("behind", far, same=place.line == at, position=position)
    verbs = any(word.key in article.pack.saying for word in between)
    few = sum(word.is_word for word in between)
    first_word = word if place.line == at else 0
    others = article.places_in(place.line, first_word, place.mention.words.start)
    quotation = any(each.key == QUOTED for each in between)
    clear = near and not quotation and not others
    values.update(
        {
            "behind-verb-behind": float(clear and around.verb_behind > 1),
            "behind-verb-far-behind": float(clear and around.verb_behind == 1),
            "behind-verb-before": float(clear and around.verb_before > 0),
            "behind-object": float(near and bool(others) and around.verb_before > 0),
            "behind-others-between": float(min(3, len(others))) / 3,
            "behind-first": float(clear),
            "behind-close-verb": float(
                clear and few <= 2 and max(around.verb_behind - 1, around.verb_before) > 0
            ),
            "behind-verb-between": float(near and verbs),
            "behind-pause": float(near and pause),
            "behind-quotation-between": float(quotation),
            "behind-colon-between": float(any(each.text in _COLONS for each in between)),
            "behind-distance": log1p(len(between)),
            "behind-close": float(near and few <= 2),
            "behind-word-between": float(clear and few == 1 and not verbs and _is_content(article, between)),
            "behind-in-brackets": float(bool(between) and between[-1].text in _BRACKETS),
            "behind-leads-on": float(near and _leads_on(line, place)),
        }
    )
    return values


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
        "tail-first": float(start <= 1),
        "tail-distance": log1p(start),
        "tail-label": float(any(word.text in _COLONS for word in line.words[:start])),
        "tail-linked": float(bool(article.annotated.links_in(line.span)) and short),
    }


def _is_content(article: MentionedArticle, between: Sequence[Word]) -> bool:
    """Whether the one word between a quotation and a name may be a verb that no list has: “…”, opined Ann Lee."""
    word = next(word for word in between if word.is_word)
    small = word.key in article.vocabulary.function or word.key in article.pack.prepositions
    return not small and not word.is_capitalised


def _leads_on(line: Line, place: Place) -> bool:
    """Whether the sentence of a mention leads on to another quotation behind a colon."""
    stop = place.mention.words.stop
    for at in range(stop, min(len(line.words) - 1, stop + _LONGEST_LEAD)):
        if line.words[at].text in _COLONS and line.words[at + 1].key == QUOTED:
            return True
    return False


def _shared(side: str, far: int, *, same: bool, position: Position) -> dict[str, float]:
    return {
        side: float(far == 0 and position.woven),
        f"{side}-next-sentence": float(far == 1),
        f"{side}-sentences": log1p(far),
        f"{side}-other-block": float(not same and position.woven),
        f"{side}-of-block": float(far == 0 and not position.woven),
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
            return not article.places_in(place.line, at + 1, start)
        if line.sentences[at] != line.sentences[place.mention.words.start]:
            return False
    return False


def _has_subject(article: MentionedArticle, place: Place) -> bool:
    """Whether another mention of the sentence stands before a mention, so that it is the verb's object."""
    before = article.places_in(place.line, 0, place.mention.words.start)[-_FEW:]
    return any(
        other.sentence == place.sentence and other.mention.words.stop <= place.mention.words.start
        for other in before
    )


def _others_between(article: MentionedArticle, place: Place, before: tuple[int, int]) -> int:
    """How many mentions stand between one and a candidate, in the candidate's line."""
    at, word = before
    start = place.mention.words.stop if place.line == at else 0
    return len(article.places_in(at, start, word)) + (place.line < at)


@dataclass(frozen=True, slots=True)
class Habits:
    """How an article speaks of a source.

    Attributes:
        spoken: How often a verb of saying stands beside it.
        attached: The share of its mentions behind a preposition.
    """

    spoken: int
    attached: float


def source_values(source: Source, habits: Habits, title: str) -> dict[str, float]:
    """What the source that a mention names says, whoever is quoted.

    Args:
        source: The source.
        habits: How the article speaks of it.
        title: The article's title, in lower case.
    """
    return {
        "mentions": log1p(len(source.places)),
        "speaks": log1p(habits.spoken),
        "behind-prepositions": habits.attached,
        "source-person": float(source.kind is MentionKind.PERSON),
        "given-name": float(source.words[0] in given_names()),
        "in-title": float(source.words[-1] in title),
    }


def continuity_values(source: Source, previous: Source | None, *, adjacent: bool) -> dict[str, float]:
    """Whether a source goes on speaking.

    Args:
        source: The source.
        previous: That of the candidate before.
        adjacent: Whether the candidate before stands in the same paragraph, or right before.
    """
    same = source is previous
    return {
        "previous": float(same),
        "previous-adjacent": float(same and adjacent),
        "not-previous": float(previous is not None and not same and adjacent),
    }


def antecedent_values(
    sentence: int, gender: Gender | None, source: Source, place: Place, rank: int, around: Surroundings
) -> dict[str, float]:
    """What speaks for a source as the one that is meant by a pronoun, a role, or nothing at all.

    Args:
        sentence: The number of the sentence in which it is meant.
        gender: The pronoun's.
        source: The source.
        place: Its last mention before.
        rank: How many other sources are mentioned in between.
        around: What the words beside that mention say.
    """
    told = source.gender
    person = source.kind in {MentionKind.PERSON, MentionKind.NAME, MentionKind.ROLE}
    personal = gender in {Gender.MASCULINE, Gender.FEMININE}
    return {
        "meant-sentences": log1p(max(0, sentence - place.sentence)),
        "meant-same-sentence": float(sentence == place.sentence),
        "meant-rank": log1p(rank),
        "meant-subject": around.values.get("subject", 0.0),
        "meant-verb": float(around.verb_behind + around.verb_before > 0),
        "meant-agrees": float(told is not None and told is gender),
        "meant-disagrees": float(told is not None and personal and told is not gender),
        "meant-full-name": float(source.kind is MentionKind.PERSON),
        "meant-no-person": float(personal and not person),
        "meant-of-thing": float(gender is Gender.NEUTRAL and person),
        "meant-preposition": around.values.get("preposition", 0.0),
        "meant-small": around.values.get("small-elsewhere", 0.0) + around.values.get("perhaps-noun", 0.0),
    }
