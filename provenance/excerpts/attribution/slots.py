"""Slots: who stands where a verb of saying beside a candidate has its subject."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from provenance.excerpts.annotation.lines import QUOTED, Line
from provenance.excerpts.annotation.mention import MentionKind
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place, Position
from provenance.excerpts.attribution.surroundings import is_attached, is_before_person, is_verb

_NEAR_VERB = 3  # words between a candidate and a verb that names nobody
_LONGEST_SENTENCE = 150  # words of one that are read
_LONGEST_TAIL = 14  # words between a candidate and the verb behind it
_LONGEST_REMARK = 6  # words, its stop included, of a sentence that only says who spoke
_COLONS = frozenset(":：")
_STOPS = frozenset(".!…")
# What opens the words of somebody else in the sentence of whoever says them, in the languages with a pack.
OPENING = frozenset("that dass daß que qu che dat att at att že iż że что що ότι hogy că".split())


class Slot(NamedTuple):
    """Who stands where a verb of saying beside a candidate has its subject, each by the identity of its place; 0 is nobody."""

    nearest: int = 0  # the mention nearest before the verb
    first: int = 0  # the first mention before the verb
    after: int = 0  # the mention behind the verb, where none stands before it
    gap: int = -1  # how many words stand between the candidate and the verb; -1 where there is no verb

    @property
    def taken(self) -> bool:
        """Whether somebody stands there."""
        return bool(self.nearest or self.after)

    def holds(self, place: Place) -> bool:
        """Whether a mention stands there."""
        return id(place) in {self.nearest, self.first, self.after}


class Slots(NamedTuple):
    """The subjects of the verbs beside a candidate."""

    behind: Slot = Slot()
    before: Slot = Slot()
    tail: Slot = Slot()  # of the verb behind the quotation before: “…,” said Ann Lee. “…”

    @property
    def taken(self) -> bool:
        """Whether somebody is the subject of one of them."""
        return self.behind.taken or self.before.taken or self.tail.taken

    def hold(self, place: Place) -> bool:
        """Whether a mention is the subject of one of them."""
        return any(slot.holds(place) for slot in (self.behind, self.before, self.tail))


def slots(article: MentionedArticle, position: Position) -> Slots:
    """Who stands where the verbs of saying beside a candidate have their subjects."""
    behind, before = _behind_slot(article, position), _before_slot(article, position)
    if article.pack.subject_particles and behind.gap >= 0 and not behind.taken:
        return Slots(behind, _topic_slot(article, position, behind.gap))  # "Lee は「…」と述べた"
    if behind.taken or before.taken:
        return Slots(behind, before)
    return Slots(behind, before, _tail_slot(article, position))


def _tail_slot(article: MentionedArticle, position: Position) -> Slot:
    """Who says the quotation before a candidate, where nothing but the words that tell so stand between the two."""
    at, word = position.before
    if at < 0 or not position.woven or not word:
        return Slot()
    line, start = article.lines[at], word - 1
    last, least = line.sentences[start], max(0, word - _LONGEST_SENTENCE)
    while start > least and line.words[start].key != QUOTED and line.sentences[start] == last:
        start -= 1
    if line.words[start].key != QUOTED or start == word - 1:
        return Slot()
    return _behind_slot(article, position._replace(behind=(at, start + 1)))


def _topic_slot(article: MentionedArticle, position: Position, gap: int) -> Slot:
    """Whoever stands before a candidate in its sentence, where the verb behind it closes the sentence."""
    at, word = position.before
    if at < 0 or not position.woven or word >= len(article.lines[at].words):
        return Slot()
    sentence = article.sentence(at, word)
    near = article.places_in(at, max(0, word - _LONGEST_SENTENCE), word)
    places = [place for place in near if place.sentence == sentence]
    return Slot(id(places[-1]), id(places[0]), gap=gap) if places else Slot()


def _behind_slot(article: MentionedArticle, position: Position) -> Slot:
    at, word = position.behind
    if not position.ends_inside or at >= len(article.lines):
        return Slot()
    line = article.lines[at]
    last, stop = line.sentences[max(0, word - 1)], word
    if _is_short_sentence(line, word) and not _is_between_beats(article, position):
        last = line.sentences[word]  # “… for good.” Ann Lee said.
    limit = min(len(line.words), word + _LONGEST_SENTENCE)
    while stop < limit and line.sentences[stop] == last and line.words[stop].key != QUOTED:
        stop += 1
    if stop < len(line.words) and line.words[stop].key == QUOTED and line.words[stop - 1].text in _COLONS:
        return Slot()  # what follows leads on to the next quotation
    verbs = (index for index in range(word, min(stop, word + _LONGEST_TAIL)) if is_verb(article, line, index))
    verb = next(verbs, -1)
    gap = sum(each.is_word for each in line.words[word : max(word, verb)])
    return subject_slot(article, at, range(word, stop), verb, gap)


def is_nobodys(article: MentionedArticle, position: Position) -> bool:
    """Whether what leads up to a candidate gives it to nobody in particular: "Somebody wrote:"."""
    at, word = position.before
    words = article.lines[at].words[max(0, word - _LONGEST_TAIL) : word] if at >= 0 else ()
    return any(
        one.key in article.pack.indefinite and other.key in article.pack.saying
        for one, other in pairwise(words)
    )


def _is_between_beats(article: MentionedArticle, position: Position) -> bool:
    """Whether a sentence before a candidate names somebody and what stands behind leads on: "Lee nodded. “…” Cole laughed. “…”"."""
    at, word = position.before
    line = article.lines[at]
    if not word or position.behind[0] != at or line.words[word - 1].text not in _STOPS:
        return False
    sentence = article.sentence(at, word - 1)
    near = article.places_in(at, max(0, word - _LONGEST_SENTENCE), word)
    quoted = any(each.key == QUOTED for each in line.words[max(0, word - _LONGEST_TAIL) : word])
    return not quoted and any(place.sentence == sentence and place.mention.is_named for place in near)


def _is_short_sentence(line: Line, word: int) -> bool:
    """Whether a few words that begin at one are a sentence."""
    if word >= len(line.words):
        return False
    behind = line.sentences[word : word + _LONGEST_REMARK + 1]
    return behind[0] != behind[-1] or word + len(behind) == len(line.words)


def _before_slot(article: MentionedArticle, position: Position) -> Slot:
    at, word = position.before
    if at < 0 or not word:
        return Slot()
    line = article.lines[at]
    sentence = line.sentences[min(word, len(line.words) - 1) if position.woven else word - 1]
    start = line.start_before(word, sentence, most=_LONGEST_SENTENCE)
    verb = next((index for index in range(word - 1, start - 1, -1) if is_verb(article, line, index)), -1)
    gap = sum(each.is_word for each in line.words[verb + 1 : word]) if verb >= 0 else 0
    return subject_slot(article, at, range(start, word), verb, gap)


def subject_slot(article: MentionedArticle, at: int, words: range, verb: int, gap: int) -> Slot:
    """The subject of a verb among the mentions of some words: named before described, and neither behind a preposition."""
    if verb < 0:
        return Slot()
    line = article.lines[at]
    places = [
        place
        for place in article.places_in(at, words.start, words.stop)
        if line.words[place.mention.words.start].key not in article.pack.oblique
    ]
    before = [one for one in places if one.mention.words.start < verb and not is_attached(article, line, one)]
    named = [place for place in before if place.mention.is_named or place.mention.kind is MentionKind.PRONOUN]
    before = named or before
    opened = next(
        (index for index in range(verb + 1, words.stop) if line.words[index].key in OPENING), words.stop
    )
    inverted = [
        place
        for place in places
        if verb < place.mention.words.start < opened and not _is_told(article, line, place)
    ]
    if before and not _is_inverted(article, line, verb, before, inverted):
        return Slot(id(before[-1]), id(before[0]), gap=gap)
    if not inverted:
        return Slot(gap=gap)
    return Slot(after=id(head_of(article, inverted)), gap=gap)


def _is_told(article: MentionedArticle, line: Line, place: Place) -> bool:
    """Whether a mention behind a verb stands behind a preposition, so that it is no subject: "berichtet über den Hafen"."""
    return place.mention.kind is not MentionKind.PRONOUN and is_attached(article, line, place)


def _is_inverted(
    article: MentionedArticle, line: Line, verb: int, before: Sequence[Place], behind: Sequence[Place]
) -> bool:
    """Whether the subject stands right behind a verb although a clause or an adverb with a mention opens the sentence.

    So in German: "Als Cole ging, sagte Lee", "Darin schrieb er". Not behind an apposition: "Lee, der Wirt, sagte Cole".
    """
    if not (article.pack.nouns_capitalised and behind and verb):
        return False
    mention = behind[0].mention
    direct = mention.words.start == verb + 1
    if line.words[verb - 1].text == ",":
        apposed = any(
            line.words[one.mention.words.stop].text == "," and one.mention.is_named for one in before
        )
        return direct and not apposed
    opening = before[-1].mention
    lone = opening.kind is MentionKind.NAME and opening.words.stop == verb
    pronoun = direct and mention.kind is MentionKind.PRONOUN
    return lone and pronoun and line.begins_sentence(opening.words.start)


def head_of(article: MentionedArticle, places: Sequence[Place]) -> Place:
    """The last of the names that stand side by side: the person of "Brenn Quay president Rob Tarn"."""
    at = 0
    while at + 1 < len(places) and is_before_person(article, places[at], places[at + 1]):
        at += 1
    return places[at]


def slot_values(place: Place, found: Slots) -> dict[str, float]:
    """Where a mention stands as the subject of a verb of saying."""
    key = id(place)
    return {
        f"slot-{side}-{where}": 1.0
        for side, slot in (("behind", found.behind), ("before", found.before), ("tail", found.tail))
        for where, standing in (("nearest", slot.nearest), ("first", slot.first), ("after", slot.after))
        if standing == key
    }


def implicit_values(position: Position, found: Slots) -> dict[str, float]:
    """What speaks for somebody whom the sentence of a candidate does not name."""
    behind, before = found.behind, found.before
    return {
        "implicit": 1.0,
        "implicit-verb-behind": float(behind.gap in range(_NEAR_VERB) and not behind.taken),
        "implicit-verb-before": float(before.gap in range(_NEAR_VERB) and not before.taken),
        "implicit-of-block": float(not position.woven),
    }
