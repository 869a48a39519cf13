"""Antecedents: whom a pronoun stands for, by the sentences before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.mentions import Gender, Mention, MentionKind, given_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.excerpts.language import Language
    from provenance.excerpts.speakers import Cast
    from provenance.excerpts.words import Word
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

    def holds_office(self, mention: Mention) -> bool:
        """Whether an office stands right before somebody: "chairman Ann Lee"."""
        return any(
            one.kind is MentionKind.ROLE and one.words.stop == mention.words.start for one in self.found
        )


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
        fitting = [
            mention
            for mention in sentence.found
            if mention.span.end <= before
            and _is_person(mention, cast)
            and _fits(mention, gender, cast)
            and (cast.attests(mention) or sentence.speaks(mention) or sentence.holds_office(mention))
            and not any(span.covers(mention.span) for span in quoted)
        ]
        own = sentence.span.end >= before
        subjects = [person for person in fitting if not _is_aside(person, sentence.words, own=own)]
        if subjects and _has_subject(sentence, gender, subjects[0]):
            continue  # "She wrote to Ann Lee": she is somebody named before
        if subjects:
            return _only(subjects, gender, cast) or _foremost(subjects, sentence, cast)
        if fitting and aside is None and not _has_subject(sentence, gender, fitting[0]):
            aside = _only(fitting, gender, cast)
            if aside is None:
                return None
        described = None if fitting else _described_speaker(sentence, gender, before=before, quoted=quoted)
        if described is not None:
            return aside or described
    return aside


def _described_speaker(
    sentence: NamedSentence, gender: Gender | None, *, before: int, quoted: Sequence[Span]
) -> Mention | None:
    """Somebody without a name who is said to say something: "says a doctor from Brenn"."""
    for mention in sentence.found:
        fits = mention.kind is MentionKind.ROLE and mention.gender in {None, gender}
        free = mention.span.end <= before and not any(span.covers(mention.span) for span in quoted)
        if fits and free and any(0 <= mention.words.start - verb.stop <= 1 for verb in sentence.verbs):
            return mention
    return None


_POSSESSIVES = frozenset(("'s", "'"))
_ASIDE = frozenset("of for with about from to than de von mit bei del di van con z с з про о об".split())


_OPPOSITE = frozenset("by against after under beside".split())


def _is_aside(person: Mention, words: Sequence[Word], *, own: bool) -> bool:
    """Whether a sentence names somebody only in passing: as an owner ("Lee's"), or behind a preposition.

    In the pronoun's ``own`` sentence also whoever does something to the one meant: "Questioned by Ann Lee, she said".
    """
    before = words[person.words.start - 1].key if person.words.start else ""
    after = words[person.words.stop].key if person.words.stop < len(words) else ""
    return before in _ASIDE or after in _POSSESSIVES or (own and before in _OPPOSITE)


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
    named = [one for one in subjects if not sentence.is_object(one)]
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
