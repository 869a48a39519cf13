"""Antecedents: whom a pronoun stands for, by the sentences before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.clauses import POSSESSIVES
from provenance.excerpts.mentions import Gender, Mention, MentionKind, given_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.excerpts.speakers import Cast
    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word
    from provenance.text.span import Span


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence's words, whom they mention, and its reporting verbs."""

    span: Span
    words: Sequence[Word]
    found: Sequence[Mention]
    verbs: Sequence[range]
    language: Language

    def is_object(self, mention: Mention) -> bool:
        """Whether a preposition stands right before a mention."""
        first = mention.words.start
        return first > 0 and self.words[first - 1].key in self.language.prepositions

    def speaks(self, mention: Mention) -> bool:
        """Whether a reporting verb stands right beside a mention."""
        return any(
            mention.words.start == verb.stop or mention.words.stop == verb.start for verb in self.verbs
        )

    def introduces(self, mention: Mention) -> bool:
        """Whether an office stands right before somebody, or their age behind them: "chairman Ann Lee", "Ann Lee, 74"."""
        after = self.words[mention.words.stop : mention.words.stop + 2]
        aged = len(after) > 1 and after[0].text == "," and after[1].text.isdigit()
        named = mention.kind is MentionKind.PERSON
        return named and (aged or any(self._is_office_of(one, mention) for one in self.found))

    @staticmethod
    def _is_office_of(office: Mention, mention: Mention) -> bool:
        return office.kind is MentionKind.ROLE and office.words.stop == mention.words.start

    def is_attribute(self, mention: Mention) -> bool:
        """Whether a single name stands between an article and a common noun: "the Velm fan"."""
        first, stop = mention.words.start, mention.words.stop
        if mention.kind is not MentionKind.NAME or not first or stop >= len(self.words):
            return False
        before, after = self.words[first - 1], self.words[stop]
        common = after.is_word and not after.is_capitalised and after.key not in self.language.function_words
        articled = before.key in self.language.determiners and before.key != "'s"
        return articled and common and not self.language.verbs.at(self.words, stop)


def antecedent(
    sentences: Iterable[NamedSentence],
    *,
    gender: Gender | None,
    cast: Cast,
    before: int,
    quoted: Sequence[Span] = (),
) -> Mention | None:
    """Whom a pronoun stands for: the nearest fitting person, or None where two fit alike.

    Args:
        sentences: What stands before the pronoun, the nearest sentence first.
        gender: The pronoun's, if it tells.
        cast: The people of the article.
        before: Where the pronoun stands, in code points.
        quoted: Quotations, whose words are not the author's and name nobody here.
    """
    aside: Mention | None = None
    for sentence in sentences:
        free = [
            mention
            for mention in sentence.found
            if mention.span.end <= before and not any(span.covers(mention.span) for span in quoted)
        ]
        fitting = [one for one in free if _may_stand(one, sentence, gender, cast)]
        own = sentence.span.end >= before
        subjects = [person for person in fitting if not _is_aside(person, sentence, own=own)]
        if subjects and _has_subject(sentence, gender, subjects[0]):
            continue  # "She wrote to Ann Lee": she is somebody named before
        if subjects:
            return _only(subjects, gender, cast) or _foremost(subjects, sentence, cast)
        if fitting and aside is None and not _has_subject(sentence, gender, fitting[0]):
            aside = _only(fitting, gender, cast)
            if aside is None:
                return None
        if not fitting and (described := _described_speaker(sentence, free, gender)):
            return aside or described
    return aside


def _may_stand(mention: Mention, sentence: NamedSentence, gender: Gender | None, cast: Cast) -> bool:
    """Whether a pronoun of that gender may stand for somebody whom a sentence mentions."""
    if not _is_person(mention, cast) or not _fits(mention, gender, cast) or sentence.is_attribute(mention):
        return False
    if " " in mention.name and mention.name.split()[0].casefold() in sentence.language.function_words:
        return False  # a place: "El Puerto"
    return cast.attests(mention) or sentence.speaks(mention) or sentence.introduces(mention)


def _described_speaker(
    sentence: NamedSentence, free: Sequence[Mention], gender: Gender | None
) -> Mention | None:
    """Somebody new without a name who is said to say something: "says a doctor from Brenn"."""
    for mention in free:
        first = mention.words.start
        if mention.kind is not MentionKind.ROLE or mention.gender not in {None, gender} or not first:
            continue
        new = sentence.words[first - 1].key in sentence.language.indefinite
        if new and any(verb.stop == first - 1 or verb.start == mention.words.stop for verb in sentence.verbs):
            return mention
    return None


def _is_aside(person: Mention, sentence: NamedSentence, *, own: bool) -> bool:
    """Whether a sentence names somebody only in passing: as an owner ("Lee's"), or behind a preposition.

    In the pronoun's ``own`` sentence also whoever does something to the one meant: "Questioned by Ann Lee, she said".
    """
    words, language = sentence.words, sentence.language
    before = words[person.words.start - 1].key if person.words.start else ""
    after = words[person.words.stop].key if person.words.stop < len(words) else ""
    return before in language.passing or after in POSSESSIVES or (own and before in language.opposing)


def _has_subject(sentence: NamedSentence, gender: Gender | None, person: Mention) -> bool:
    """Whether a pronoun that fits goes before somebody named in passing: then it means somebody else."""
    return gender is not None and any(
        mention.kind is MentionKind.PRONOUN
        and mention.gender is gender
        and mention.span.end <= person.span.start
        for mention in sentence.found
    )


def _is_person(mention: Mention, cast: Cast) -> bool:
    if mention.kind is MentionKind.PERSON:
        return True
    return mention.kind is MentionKind.NAME and cast.knows(mention.name)


def _gender(mention: Mention, cast: Cast) -> Gender | None:
    if mention.gender is not None:
        return mention.gender
    return given_names().get(cast.full_name(mention.name).split()[0].casefold())


def _fits(mention: Mention, gender: Gender | None, cast: Cast) -> bool:
    if gender is None:
        return True
    return _gender(mention, cast) in {None, gender}


def _foremost(subjects: Sequence[Mention], sentence: NamedSentence, cast: Cast) -> Mention | None:
    """Of several who fit alike, the only one who stands behind no preposition, or beside a verb of saying."""
    named = [one for one in subjects if one is subjects[0] or not sentence.is_object(one)]
    speaking = [one for one in subjects if sentence.speaks(one)]
    for several in (named, speaking):
        if len({cast.full_name(one.name) for one in several}) == 1:
            return several[-1]
    return None


def _only(fitting: Sequence[Mention], gender: Gender | None, cast: Cast) -> Mention | None:
    """The one person who fits; of several, the only one whose gender is known to fit."""
    names = {cast.full_name(mention.name) for mention in fitting}
    if len(names) == 1:
        return fitting[-1]
    certain = [mention for mention in fitting if gender is not None and _gender(mention, cast) is gender]
    if len({cast.full_name(mention.name) for mention in certain}) == 1:
        return certain[-1]
    return None
