"""Options: for each candidate, the mentions that may name whose words it is, each with what speaks for it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from provenance.excerpts.annotation.mention import Mention, MentionKind
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.excerpts.attribution.antecedents import AntecedentReader, Point
from provenance.excerpts.attribution.features import (
    Habits,
    relative_values,
    source_values,
)
from provenance.excerpts.attribution.leads import Lead, own_lead
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place, Position
from provenance.excerpts.attribution.register import Source, SourceRegister
from provenance.excerpts.attribution.slots import Slots, implicit_values, is_nobodys, slot_values, slots
from provenance.excerpts.attribution.surroundings import (
    Surroundings,
    surrounding_values,
    surroundings,
)
from provenance.excerpts.model import Candidate, Shape
from provenance.text.span import Span

_IMPLIED_REACH = 12  # sentences before a candidate that are searched for whoever goes on speaking
_PRONOUN_REACH = 8  # sentences before a pronoun that are searched for whom it means
_NEAR = 6  # words between an outlet and whom it quotes
_WINDOW = 150  # words on either side of a candidate that are searched
_LABEL = re.compile(r"\w[^\n:：.?!]{1,30}(?=[:：])")  # what a turn of speech begins with
_MOST_MENTIONS = 40  # of a source that are looked at for how it is spoken of


class Option(NamedTuple):
    """One answer to the question whose words a candidate is."""

    mention: Mention  # where the article names it
    source: Source  # who or what is meant
    values: Mapping[str, float]  # the features, by name; what is missing is 0
    # Whether the words that lead up to the candidate give it to somebody else, whom this option makes less likely.
    barred: bool = False


class _Context(NamedTuple):
    """What is the same for all options of a candidate."""

    position: Position
    slots: Slots
    speaker: Source | None


@dataclass(slots=True)
class OptionReader:
    """The options of the candidates of one article."""

    article: MentionedArticle  # the article with its mentions
    register: SourceRegister  # its sources
    _around: dict[int, Surroundings] = field(default_factory=dict)
    _values: dict[int, Mapping[str, float]] = field(default_factory=dict)
    _habits: dict[int, Habits] = field(default_factory=dict)
    _told: dict[int, Mapping[str, float]] = field(default_factory=dict)
    _before: AntecedentReader = field(init=False)

    def __post_init__(self) -> None:
        self._before = AntecedentReader(self.article, self.register, self.around, self.habits)

    def options(self, candidate: Candidate, previous: tuple[Candidate, Source | None] | None) -> list[Option]:
        """The options of a candidate, behind the one before it, of which the source is known."""
        position = self.article.position(candidate)
        context = _Context(position, slots(self.article, position), previous[1] if previous else None)
        found: list[Option] = []
        for place, values in self._placed(context):
            source = self.register.source_of(place)
            if source is not None:
                found.append(self._option(place.mention, source, values, context))
            elif context.slots.hold(place) or not context.slots.taken:
                found.extend(self._meant(place, values, context))
        found.extend(self._implied(candidate, context))
        found.extend(self._signed(candidate))
        found.extend(self._labelled(candidate))
        lead = own_lead(self.article, self.register, position)
        return found if lead is None else list(self._given_by(lead, found))

    def _given_by(self, lead: Lead, options: Sequence[Option]) -> Iterator[Option]:
        """What a lead leaves of the options: nobody but whom it or the rest of its sentence names, if it surely names somebody."""
        subject = lead.subject.mention
        named = {id(self.register.source_of(place)) for place in lead.places}
        for option in options:
            far = option.values.get("behind-next-sentence") or option.mention.span.start < lead.span.start
            if "meant-rank" in option.values:
                far = "implicit" in option.values or id(option.source) not in named
            meant = subject.kind is MentionKind.PRONOUN and self._before.agrees(subject.gender, option.source)
            beside = meant or not far
            if beside or not lead.is_sure:
                yield option._replace(barred=not beside)

    def _placed(self, context: _Context) -> Iterator[tuple[Place, dict[str, float]]]:
        """The mentions beside a candidate, each with what its place says of it."""
        position = context.position
        for at in range(max(0, position.before[0]), min(len(self.article.lines), position.behind[0] + 1)):
            first = max(0, position.before[1] - _WINDOW) if at == position.before[0] else 0
            stop = position.behind[1] + _WINDOW if at == position.behind[0] else first + 2 * _WINDOW
            if at == position.before[0] and at != position.behind[0]:
                stop = len(self.article.lines[at].words)
            for place in self.article.places_in(at, first, stop):
                relative = relative_values(self.article, place, position, self.around)
                if relative is not None:
                    if context.slots.behind.taken and relative.get("before-next-sentence"):
                        continue  # a quotation with words of its own behind it needs no earlier ones
                    yield place, {**self._own(place), **relative, **slot_values(place, context.slots)}

    def around(self, place: Place) -> Surroundings:
        """What the words beside a mention say of it."""
        if id(place) not in self._around:
            self._around[id(place)] = surroundings(self.article, place)
        return self._around[id(place)]

    def _own(self, place: Place) -> Mapping[str, float]:
        """The features of a mention, whatever is quoted."""
        if id(place) not in self._values:
            self._values[id(place)] = surrounding_values(self.article, place, self.around(place))
        return self._values[id(place)]

    def quoted_by(self, option: Option) -> str | None:
        """The person whom an outlet is said to quote: the first behind it that stands beside a verb ("the Herald quoted Ann Lee")."""
        for at in self.article.lines_at(option.mention.span):
            start = option.mention.words.stop
            for place in self.article.places_in(at, start, start + _NEAR):
                around = self.around(place)
                if (
                    around.verb_before == 1 or around.addressed or around.verb_behind
                ) and place.mention.kind is MentionKind.PERSON:
                    source = self.register.source_of(place)
                    return source.name if source is not None else None
        return None

    def habits(self, source: Source) -> Habits:
        """How a source is spoken of, as far as its first mentions tell."""
        if id(source) not in self._habits:
            around = [self.around(place) for place in source.places[:_MOST_MENTIONS]]
            spoken = sum(one.verb_behind or one.verb_before > 0 for one in around)
            attached = sum(one.preposition for one in around)
            self._habits[id(source)] = Habits(spoken, attached / max(1, len(around)))
        return self._habits[id(source)]

    def _option(
        self, mention: Mention, source: Source, values: Mapping[str, float], context: _Context
    ) -> Option:
        told = self._told.get(id(source))
        if told is None:
            told = self._told[id(source)] = source_values(source, self.habits(source))
        if "meant-rank" not in values:  # whoever is named beside a quotation is named, whoever spoke before
            return Option(mention, source, {**values, **told})
        how = "implicit" if "implicit" in values else "meant"
        if source is context.speaker:
            told = {**told, "previous": 1.0}
        return Option(
            mention, source, {**values, **told, **{f"{how}-{name}": value for name, value in told.items()}}
        )

    def _meant(self, place: Place, values: Mapping[str, float], context: _Context) -> Iterator[Option]:
        """The options of a pronoun: whoever is named before it."""
        mention = place.mention
        here = Point(place.sentence, place.line, mention.words.start)
        found = self._before.antecedents(here, mention.gender, reach=_PRONOUN_REACH, speaker=context.speaker)
        for source, said in found:
            yield self._option(mention, source, {**values, **said}, context)

    def _implied(self, candidate: Candidate, context: _Context) -> Iterator[Option]:
        """The options where the sentence of a candidate names nobody: whoever is named before it."""
        at, word = context.position.before
        if context.slots.taken or is_nobodys(self.article, context.position):
            return
        sentence = self.article.sentence(at, word if context.position.woven else max(0, word - 1))
        values = implicit_values(context.position, context.slots)
        start = candidate.span.start
        unnamed = Mention(MentionKind.PRONOUN, "", Span(start, start), range(0))
        here = Point(sentence, at, word)
        found = self._before.antecedents(here, None, reach=_IMPLIED_REACH, speaker=context.speaker)
        for source, said in found:
            yield self._option(unnamed, source, {**values, **said}, context)

    def _signed(self, candidate: Candidate) -> Iterator[Option]:
        """The options in the lines that sign a candidate inside its element."""
        for at, mention in enumerate(mention for _line, mention in self.article.inner_places(candidate)):
            if mention.kind is not MentionKind.PRONOUN:
                source = self.register.named(mention)
                values = {"inner": 1.0, f"kind-{mention.kind.value}": 1.0, "inner-first": float(at == 0)}
                yield Option(mention, source, values)

    def _labelled(self, candidate: Candidate) -> Iterator[Option]:
        """The option where a turn of speech begins with a name in capitals or of a person whom the page names: “LEE: Well, …”."""
        label = _LABEL.match(candidate.text) if candidate.quoted or candidate.shape is Shape.MARKS else None
        start = candidate.span.start
        for mention in mentions_in(label[0], Span(0, len(label[0])), self.article.pack) if label else ():
            source = self.register.named(mention)
            known = source.places and source.kind is MentionKind.PERSON
            if known or mention.name.isupper():
                named = mention._replace(span=Span(start, start))
                yield Option(named, source, {"inner": 1.0, "inner-first": 1.0, "kind-person": 1.0})
