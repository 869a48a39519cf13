"""Leads: the words that lead up to a candidate, and whether they give it to somebody of their own.

A quotation that nothing leads up to may go on with whoever spoke before (“…,” said Ann Lee. “…”); what follows on "Jo Cole
countered that" is never Ann Lee's, be the verb in a list or not.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from provenance.excerpts.annotation.lines import QUOTED, Line
from provenance.excerpts.annotation.mention import Gender, MentionKind
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place, Position
from provenance.excerpts.attribution.register import SourceRegister
from provenance.excerpts.attribution.slots import OPENING
from provenance.excerpts.attribution.surroundings import is_according, is_attached
from provenance.languages.cues import Word
from provenance.text.span import Span

_LONGEST = 150  # words of a sentence that are read
_LONGEST_QUESTION = 8  # words and stops of one that only names who speaks next: "And the mayor?"
_COLONS = frozenset(":：")
_QUESTIONS = frozenset("?？")
_STOPS = frozenset(".!…。！")
_SPEAKERS = frozenset((MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.OUTLET, MentionKind.PRONOUN))
# What opens a clause with a subject of its own, in the languages with a pack.
_TURNS = frozenset(
    "but and while whereas yet doch aber und während mais et tandis pero y mientras ma e mentre mas embora enquanto "
    "maar en terwijl men och og mens ale a i но а и".split()
)


class Lead(NamedTuple):
    """The words before a candidate that give it to somebody whom they mention, be their verb known or not."""

    span: Span
    subject: Place  # who that is
    places: Sequence[Place]  # all that they mention
    is_sure: bool  # whether that is somebody who may speak, and not only a word where such a one stands


def own_lead(article: MentionedArticle, register: SourceRegister, position: Position) -> Lead | None:
    """The lead of a candidate; None where it may go on with whoever spoke before."""
    at, stop = position.before
    words = _lead(article, register, position)
    subject = _subject(article, register, at, words) if words else None
    if subject is None:
        return None
    places = article.places_in(at, words.start, stop)
    if not _is_speaker(article, register, subject):  # "The works, he said, “…”"
        subject = next((place for place in places if place.mention.kind is MentionKind.PRONOUN), subject)
    line = article.lines[at]
    attached = is_attached(article, line, subject) and not is_according(article, line, subject.mention)
    pronoun = subject.mention.kind is MentionKind.PRONOUN
    is_sure = _is_speaker(article, register, subject) and not attached
    if not is_sure and _is_said_by_another(article, line.words[words.start : stop], line, subject):
        return None  # "El aviso, dijo, era"
    if not _tells(article, line, subject, line.words[subject.mention.words.stop : stop], is_sure=is_sure):
        return None
    span = Span(line.words[words.start].start, position.span.start)
    return Lead(span, subject, places, is_sure and not pronoun)


def _lead(article: MentionedArticle, register: SourceRegister, position: Position) -> range:
    """The words of the candidate's sentence before it, or a short question right before it."""
    at, stop = position.before
    if at < 0 or not stop or not position.woven:
        return range(0)
    line = article.lines[at]
    last = line.words[stop - 1].text
    if last in _QUESTIONS:
        words = range(line.start_before(stop, line.sentences[stop - 1], most=_LONGEST), stop)
        short = len(words) <= _LONGEST_QUESTION
        return words if short and _only_names(article, register, at, words) else range(0)
    start = line.start_before(stop, line.sentences[min(stop, len(line.words) - 1)], most=_LONGEST)
    start = _behind_tag(article, register, at, range(start, stop))
    return range(start, stop) if last not in _STOPS else range(0)


def _behind_tag(article: MentionedArticle, register: SourceRegister, at: int, words: range) -> int:
    """Where somebody else begins to speak behind the tag of the quotation before: “…,” said Ann Lee, *but* Jo Cole warned: “…”."""
    line, start, stop = article.lines[at].words, words.start, words.stop
    if not start or line[start - 1].key != QUOTED:
        return start
    commas = (index for index in words[:-1] if line[index].text == "," and line[index + 1].key in _TURNS)
    turn = next((comma + 1 for comma in commas if article.places_in(at, start, comma)), start)
    told = any(word.key in article.pack.saying or word.text in _COLONS for word in line[turn:stop])
    first = next(iter(article.places_in(at, turn, stop)), None)
    return turn if told and first is not None and _is_speaker(article, register, first) else start


def _only_names(article: MentionedArticle, register: SourceRegister, at: int, words: range) -> bool:
    """Whether some words are one mention and small words around it, or of a speaker with a word more ("selbst")."""
    places = article.places_in(at, words.start, words.stop)
    rest = [
        article.lines[at].words[index]
        for index in words
        if not any(index in one.mention.words for one in places)
    ]
    others = sum(_is_content(article, word) for word in rest)
    return len(places) == 1 and others <= _is_speaker(article, register, places[0])


def _subject(article: MentionedArticle, register: SourceRegister, at: int, words: range) -> Place | None:
    """The first mention among some words that belongs to no other noun, or stands behind "according to".

    What follows a verb of saying is no subject ("Dodał, że Iran"), nor is the only mention of a word that opens the sentence.
    """
    line = article.lines[at]
    passed = None
    for place in article.places_in(at, words.start, words.stop):
        start = place.mention.words.start
        if place.mention.kind is MentionKind.PRONOUN and place.mention.gender is Gender.NEUTRAL:
            continue
        if is_according(article, line, place.mention) and place.mention.kind is not MentionKind.PRONOUN:
            return place
        if _is_any_word(article, register, place):
            continue
        if is_attached(article, line, place):
            passed = passed or place
            continue
        noun = place.mention.kind is MentionKind.NAME and article.pack.nouns_capitalised
        said = any(word.key in article.pack.saying for word in line.words[words.start : start])
        return None if said or (noun and start > words.start + 1) else place
    said = any(word.key in article.pack.saying for word in line.words[words.start : words.stop])
    return None if said else passed


def _is_any_word(article: MentionedArticle, register: SourceRegister, place: Place) -> bool:
    """Whether a mention is a word that has a capital for opening its sentence, or that names nobody as far as is known."""
    mention, line = place.mention, article.lines[place.line]
    alone = mention.kind is MentionKind.NAME and not _is_speaker(article, register, place)
    return alone and (line.begins_sentence(mention.words.start) or not article.pack.cased)


def _is_speaker(article: MentionedArticle, register: SourceRegister, place: Place) -> bool:
    """Whether a mention is that of somebody who may speak, as far as the article tells."""
    source, mention = register.source_of(place), place.mention
    if mention.kind is MentionKind.ROLE:
        return any(role in article.pack.titles for role in mention.roles)
    if mention.kind is not MentionKind.NAME or source is None:
        return mention.kind in _SPEAKERS
    return source.kind is MentionKind.PERSON or len(source.places) > 1


def _is_said_by_another(article: MentionedArticle, words: Sequence[Word], line: Line, subject: Place) -> bool:
    """Whether a lead has a verb of saying that does not go with a mention: it stands before it, or behind a comma."""
    if is_according(article, line, subject.mention) or not any(
        word.key in article.pack.saying for word in words
    ):
        return False
    behind = line.words[subject.mention.words.stop :]
    clause = list(takewhile(lambda word: word.text != ",", behind[: len(words)]))
    return not any(word.key in article.pack.saying for word in clause)


def _tells(
    article: MentionedArticle, line: Line, subject: Place, behind: Sequence[Word], *, is_sure: bool
) -> bool:
    """Whether the words behind a subject lead on to what it says: by a colon, a verb of saying, or any word with "that" or a comma behind it."""
    if is_according(article, line, subject.mention):
        return True
    if any(
        word.text in _COLONS or word.text in _QUESTIONS or word.key in article.pack.saying for word in behind
    ):
        return True
    parting = is_sure or article.pack.nouns_capitalised  # "erwiderte, die Pumpen seien „…“"
    verb = next((at for at, word in enumerate(behind) if _is_content(article, word)), len(behind))
    return any(word.key in OPENING or (parting and word.text == ",") for word in behind[verb + 1 :])


def _is_content(article: MentionedArticle, word: Word) -> bool:
    small = word.key in article.vocabulary.function or word.key in article.pack.prepositions
    return word.is_word and not small
