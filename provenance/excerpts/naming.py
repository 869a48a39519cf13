"""Naming: what a run of capitalised words is: a person behind titles, an outlet, an organisation, or no name at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.capitals import CapitalRuns
from provenance.excerpts.mention import Gender, Mention, MentionKind, ends_with_any, given_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.languages.phrases import Phrases

_SHORTEST_TITLED = 2  # words: "State Ann Lee" holds the end of a title
_LONGEST_PERSON = 4  # words, particles not counted
_PLURALS = ("en", "er", "ung", "keit", "heit", "schaft", "tion", "tät")


@dataclass(frozen=True, slots=True)
class Naming(CapitalRuns):
    """The words of a text, read for names."""

    def _named(self, run: range) -> Mention | None:
        """The mention in a run of capitalised words, its titles told from its name."""
        title_end, gender = self._title(run)
        if self.language.nouns_capitalised or len(run) > _SHORTEST_TITLED:
            given = self._given_name(title_end, run.stop)
            if given > title_end == run.start:
                run = range(
                    given, run.stop
                )  # nouns before it are neither name nor title: "auf Nachfrage Ina Roth"
            title_end = given
        if title_end == run.stop:
            title_end = self._given_name(run.start, run.stop)  # "Ann Baker": no title, but a surname like one
            surname = self.words[run.stop - 1].key in self.known
            if title_end == run.start and not surname and self.words[run.start].key not in given_names():
                return self._make(MentionKind.ROLE, run, gender=gender)
        while title_end < run.stop and not self.words[title_end].is_capitalised and title_end > run.start:
            title_end += 1  # "Secretary of the Interior Ann Lee"
        name = range(title_end, run.stop)
        keys = [self.words[index].key for index in name]
        first, last = self.words[name.start], self.words[name.stop - 1]
        text = self.text[first.start : last.end]
        kind = self._kind(name, keys, titled=title_end > run.start)
        if kind is None:
            return None
        if kind is MentionKind.OUTLET or (kind is MentionKind.ORGANISATION):
            text = self.text[self.words[run.start].start : last.end]
        if gender is None and kind is not MentionKind.ORGANISATION:
            gender = given_names().get(keys[0])
        return self._make(kind, run, name=text, gender=gender)

    def _given_name(self, start: int, stop: int) -> int:
        """Where a name begins behind common nouns: at a given name that is followed by a surname."""
        if self.words[start].key in given_names() if start < stop else True:
            return start
        given = (at for at in range(start, stop - 1) if self.words[at].key in given_names())
        return next(given, start)

    def _title(self, run: range) -> tuple[int, Gender | None]:
        """Where the name behind its titles begins, and the pronoun that the titles tell."""
        language = self.language
        end, gender = run.start, None
        index = run.start
        while index < run.stop:
            length = max(
                language.roles.at(self.words, index),
                language.roles_feminine.at(self.words, index),
                language.honorifics.at(self.words, index),
            )
            key = self.words[index].key
            if (
                not length
                and language.nouns_capitalised
                and (ends_with_any(key, language.roles) or ends_with_any(key, language.roles_feminine))
            ):
                length = 1
            if length:
                gender = gender or self._told_gender(index)
                end = min(index + length, run.stop)
                if end < run.stop and self.words[end].text == ".":
                    end += 1
            index += length or 1
        return end, gender

    def _told_gender(self, index: int) -> Gender | None:
        language, key = self.language, self.words[index].key
        dotted = key + "."
        feminine = dotted in language.honorifics_feminine.plain or key in language.honorifics_feminine
        if feminine or ends_with_any(key, language.roles_feminine):
            return Gender.FEMININE
        masculine = dotted in language.honorifics_masculine.plain or key in language.honorifics_masculine
        return Gender.MASCULINE if masculine else None

    def _kind(self, name: range, keys: Sequence[str], *, titled: bool) -> MentionKind | None:
        """What a name is; None where it is no name after all."""
        if len(name) > 1 and all(
            self.words[index].text.isupper() for index in name if self.words[index].is_word
        ):
            return MentionKind.OUTLET if self._has(keys, self.language.outlet_words) else None  # shouting
        body = self._body(name, keys)
        return body if body is not None else self._person(name, keys, titled=titled)

    def _body(self, name: range, keys: Sequence[str]) -> MentionKind | None:
        """Outlet or organisation, where a word of the name says so."""
        if self._has(keys, self.language.outlet_words) and keys[0] not in given_names():
            before = self.words[name.start - 1].key if name.start else ""
            if len(name) > 1 or (
                before in self.language.function_words and not self.language.nouns_capitalised
            ):
                return MentionKind.OUTLET
        if len(name) == 1 and self.language.nouns_capitalised and keys[0] in self.language.organisation_words:
            return None  # "das Amt": described, not named
        is_organisation = self._has(keys, self.language.organisation_words) or "&" in keys
        return MentionKind.ORGANISATION if is_organisation else None

    def _person(self, name: range, keys: Sequence[str], *, titled: bool) -> MentionKind | None:
        capitals = sum(self.words[index].is_capitalised for index in name)
        if capitals > _LONGEST_PERSON:
            return MentionKind.ORGANISATION
        if keys[-1] in self.language.function_words and self.language.nouns_capitalised:
            return None  # "Anfang März"
        if capitals > 1 and self._ends_in_initials(name) and not titled:
            return MentionKind.ORGANISATION  # "the Harbour RNX"
        if titled or keys[0] in given_names():
            return MentionKind.PERSON
        if capitals > 1:
            return None if self._are_nouns(name) else MentionKind.PERSON
        outlet_noun = self.language.nouns_capitalised and keys[0] in self.language.outlet_words
        return MentionKind.NAME if not outlet_noun and self._may_be_surname(name.start) else None

    def _ends_in_initials(self, name: range) -> bool:
        """Whether the last word is in capitals and the first is not, as in no surname."""
        first, last = self.words[name.start].text, self.words[name.stop - 1].text
        return last.isupper() and len(last) > 2 and not first.isupper() and last.isalpha()

    @staticmethod
    def _has(keys: Sequence[str], phrases: Phrases) -> bool:
        return any(key in phrases for key in keys)

    def _are_nouns(self, name: range) -> bool:
        """Whether, where nouns are capitalised, a run is one of common nouns: an article before, a particle inside."""
        if not self.language.nouns_capitalised or self.words[name.start].key in given_names():
            return False
        before = self.words[name.start - 1].key if name.start else ""
        first_two = [self.words[index].is_capitalised for index in name][:2]
        return (
            before in self.language.determiners
            or first_two != [True, True]
            or before in self.language.function_words
        )

    def _may_be_surname(self, index: int) -> bool:
        """Whether, where nouns are capitalised, a single word may be a surname: known, or right beside a verb."""
        if not self.language.nouns_capitalised:
            return True
        word = self.words[index]
        if (
            word.key in self.known
            or word.key.removesuffix("s") in self.known
            or word.text.isupper()
            or ("-" not in word.text and any(map(str.isupper, word.text[1:])))
        ):
            return True
        before = self.words[index - 1].key if index else ""
        return before in self.language.verbs and not word.key.endswith(_PLURALS)
