"""Antecedents: who may be meant where nobody is named, by a pronoun or by nothing at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from provenance.excerpts.annotation.mention import Gender, MentionKind
from provenance.excerpts.attribution.features import Antecedent, Habits, antecedent_values
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place
from provenance.excerpts.attribution.register import Source, SourceRegister
from provenance.excerpts.attribution.surroundings import Surroundings, is_attached

_CENTRAL_REACH = 8  # lines before that are searched for whom they go on about
_MOST = 5  # persons that are looked at
_PERSONAL = frozenset((Gender.MASCULINE, Gender.FEMININE))
_THINGS = frozenset((MentionKind.ORGANISATION, MentionKind.OUTLET, MentionKind.WORK))
_PERHAPS_PLACES = frozenset((MentionKind.NAME, MentionKind.PERSON))


class Point(NamedTuple):
    """A place among the words of an article."""

    sentence: int  # the number of its sentence in the article
    line: int
    word: int


class Meant(NamedTuple):
    """Somebody who may be meant, the last mention before, and how many others are mentioned since."""

    source: Source
    place: Place
    rank: int


@dataclass(frozen=True, slots=True)
class AntecedentReader:
    """Reads who may be meant in the sentences of an article."""

    article: MentionedArticle  # the article with its mentions
    register: SourceRegister  # its sources
    around: Callable[[Place], Surroundings]  # what the words beside a mention say
    habits: Callable[[Source], Habits]  # how a source is spoken of
    _subjects: dict[int, Source | None] = field(default_factory=dict)  # of each sentence that was asked for

    def antecedents(
        self, here: Point, gender: Gender | None, *, reach: int, speaker: Source | None
    ) -> Iterator[tuple[Source, dict[str, float]]]:
        """Whoever may be meant at a point, the nearest first, each with what speaks for it.

        Args:
            here: The point.
            gender: That of the pronoun, where there is one.
            reach: How many sentences before are searched.
            speaker: Who was quoted last, however far back.
        """
        central = self._central(here)
        rank, is_found = 0, speaker is None
        for source, place in self.register.before(*here, reach):
            if self._may_be_meant(source, gender):
                yield source, self._values(Meant(source, place, rank), here, gender, central)
                rank += source.kind is not MentionKind.ROLE
                is_found = is_found or source is speaker
            if rank == _MOST:
                break
        earlier = (
            [place for place in speaker.places if _is_before(place, here)] if speaker and not is_found else []
        )
        if speaker and earlier and self._may_be_meant(speaker, gender):
            yield speaker, self._values(Meant(speaker, earlier[-1], rank), here, gender, central)

    def _values(
        self, meant: Meant, here: Point, gender: Gender | None, central: Source | None
    ) -> dict[str, float]:
        source, place, rank = meant
        around = self.around(place)
        says = around.verb_behind or around.verb_before > 0
        subject = self._subject(place.line, place.sentence) is source
        one = Antecedent(source, place, rank, subject, says, source is central)
        return antecedent_values(here.sentence, gender, one)

    def _may_be_meant(self, source: Source, gender: Gender | None) -> bool:
        return not self._is_nobody(source) and not self._is_place(source) and self.agrees(gender, source)

    def _central(self, here: Point) -> Source | None:
        """The person whom the sentences before go on about: the subject of the last one whose subject is no pronoun."""
        sentence, line, _ = here
        for at in range(line, max(-1, line - _CENTRAL_REACH), -1):
            if at < line and not self.article.running[at]:
                continue
            stop = (
                sentence if at == line else self.article.sentence(at, len(self.article.lines[at].words)) + 1
            )
            for number in range(stop - 1, self.article.first_sentences[at] - 1, -1):
                source = self._subject(at, number)
                if source is not None and source.kind is MentionKind.PERSON:
                    return source
        return None

    def _subject(self, line: int, sentence: int) -> Source | None:
        """The source that the first mention in a sentence names which belongs to no other noun."""
        if sentence not in self._subjects:
            words = self.article.lines[line]
            places = [one for one in self.article.places[line] if one.sentence == sentence]
            first = next((one for one in places if not is_attached(self.article, words, one)), None)
            joined = first is not None and any(self._is_joined(first, other) for other in places)
            self._subjects[sentence] = self.register.source_of(first) if first and not joined else None
        return self._subjects[sentence]

    def _is_joined(self, place: Place, other: Place) -> bool:
        """Whether one small word, and no preposition, stands between two mentions: "Ann Lee and Jane Moore met"."""
        words = self.article.lines[place.line].words
        between = words[place.mention.words.stop : other.mention.words.start]
        return len(between) == 1 and (
            between[0].key in self.article.vocabulary.function
            and between[0].key not in self.article.pack.prepositions
        )

    def _is_nobody(self, source: Source) -> bool:
        """Whether a source stands beside no verb of saying and is no more than a description that is no office, or a noun."""
        if source.kind is MentionKind.NAME and self.article.pack.nouns_capitalised:
            return not (source.gender or source.roles or self.habits(source).spoken)
        office = any(role in self.article.pack.titles for role in source.roles)
        return source.kind is MentionKind.ROLE and not office and not self.habits(source).spoken

    def _is_place(self, source: Source) -> bool:
        """Whether a name that is no known person's only ever stands behind a preposition, and beside no verb of saying."""
        habits = self.habits(source)
        perhaps = source.kind in _PERHAPS_PLACES and not (source.gender or source.roles)
        return perhaps and habits.attached == 1 and not habits.spoken

    def agrees(self, gender: Gender | None, source: Source) -> bool:
        """Whether a pronoun may mean a source, as far as its gender tells: "it" is nobody with a title or a known given name.

        Where a language has a pronoun for things, "he" and "she" are no body, outlet or document.
        """
        if gender is Gender.NEUTRAL:
            return source.gender not in _PERSONAL and not (source.kind is MentionKind.PERSON and source.roles)
        if gender not in _PERSONAL:
            return True
        thing = source.kind in _THINGS and bool(self.article.pack.neutral)
        return not thing and (source.gender not in _PERSONAL or gender is source.gender)


def _is_before(place: Place, here: Point) -> bool:
    return (place.line, place.mention.words.start) < (here.line, here.word)
