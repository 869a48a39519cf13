"""Mentions: the people, outlets, organisations and documents that a short text names, and its pronouns."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from provenance.excerpts.outlets import OutletTable, outlets
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from provenance.excerpts.language import Language
    from provenance.excerpts.words import Phrases, Word

_LONGEST_NAME = 7  # words
_SHORTEST_TITLED = 2  # words: "State Ann Lee" holds the end of a title
_LONGEST_ARTICLE = 3  # characters: "The", "Les", "Die"
_LONGEST_PERSON = 4  # words, particles not counted
_JOINERS = frozenset("&-")
_FROM = frozenset(("von", "vom", "zur", "zu"))
_SECOND_PARTICLES = frozenset(("der", "den", "la", "las", "los", "het"))
_NAME_MARKS = frozenset('«„“"')
_NAME_CLOSINGS = frozenset('»“”"')
_PLURALS = ("en", "er", "ung", "keit", "heit", "schaft", "tion", "tät")
_OF = frozenset(("of", "for", "the", "and", "der", "des", "du", "de", "di", "del", "da", "do"))


class MentionKind(StrEnum):
    """What is mentioned."""

    PERSON = "person"
    OUTLET = "outlet"
    ORGANISATION = "organisation"
    NAME = "name"  # one capitalised word: a surname or an organisation
    ROLE = "role"  # "the mayor"
    DOCUMENT = "document"  # "the report"
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """The pronoun that goes with a mention."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that a text mentions.

    Attributes:
        kind: What it is.
        name: Its name, offices and titles of address left out; for a pronoun, the pronoun.
        span: Its place in the text, titles included.
        words: Which of the words it covers.
        gender: The pronoun that goes with it, where the text or the given name tells.
    """

    kind: MentionKind
    name: str
    span: Span
    words: range
    gender: Gender | None = None

    @property
    def is_named(self) -> bool:
        """Whether it gives a name."""
        return self.kind not in {MentionKind.PRONOUN, MentionKind.ROLE, MentionKind.DOCUMENT}


def mentions(
    words: Sequence[Word],
    language: Language,
    *,
    text: str,
    table: OutletTable | None = None,
    known: Container[str] = frozenset(),
) -> list[Mention]:
    """What ``words`` mention, in order, none inside another.

    Args:
        words: Of one sentence or a few.
        language: Their language.
        text: The text in which the words are counted.
        table: The outlets that are known.
        known: Surnames that are known, in lower case: where all nouns are capitalised, other single words are none.
    """
    reader = _Reader(words, language, text, table or outlets(), known)
    found: list[Mention] = []
    index = 0
    while index < len(words):
        mention = reader.at(index)
        if mention is not None:
            found.append(mention)
        index = mention.words.stop if mention is not None else index + 1
    return found


@cache
def given_names() -> dict[str, Gender]:
    """Common given names, in lower case, with the pronoun that usually goes with each."""
    data = tomllib.loads((files("provenance.excerpts") / "names" / "given.toml").read_text("utf-8"))
    feminine, masculine = set(data["feminine"].split()), set(data["masculine"].split())
    return {
        **dict.fromkeys(feminine - masculine, Gender.FEMININE),
        **dict.fromkeys(masculine - feminine, Gender.MASCULINE),
    }


def ends_with_any(key: str, phrases: Phrases) -> bool:
    """Whether a word is, or as a compound ends in, one of ``phrases`` ("Stadtsprecherin")."""
    return key in phrases or key.endswith(_endings(phrases.plain))


@cache
def _endings(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``phrases`` that a compound may end in: single words, and none so short that any word might."""
    return tuple(phrase for phrase in phrases if len(phrase) > 4 and " " not in phrase)


@dataclass(frozen=True, slots=True)
class _Reader:
    words: Sequence[Word]
    language: Language
    text: str
    table: OutletTable
    known: Container[str]

    def at(self, index: int) -> Mention | None:
        """The mention that begins at a word, if one does."""
        word = self.words[index]
        if not word.is_word:
            return self._handle(index) if word.text == "@" else self._titled(index)
        return self._outlet(index) or self._pronoun(index) or self._capitalised(index) or self._common(index)

    def _make(
        self, kind: MentionKind, span: range, *, name: str | None = None, gender: Gender | None = None
    ) -> Mention:
        start, end = self.words[span.start].start, self.words[span.stop - 1].end
        return Mention(kind, name or self.text[start:end], Span(start, end), span, gender)

    def _handle(self, index: int) -> Mention | None:
        following = self.words[index + 1 : index + 2]
        if following and following[0].start == self.words[index].end:
            return self._make(MentionKind.NAME, range(index, index + 2))
        return None

    def _titled(self, index: int) -> Mention | None:
        """A publication's name in quotation marks: «Портовая газета»."""
        if self.words[index].text not in _NAME_MARKS:
            return None
        for end in range(index + 2, min(len(self.words), index + _LONGEST_NAME)):
            if self.words[end].text in _NAME_CLOSINGS:
                inside = range(index + 1, end)
                if any(self.words[at].key in self.language.outlet_words for at in inside):
                    return self._make(MentionKind.OUTLET, inside)
                return None
        return None

    def _outlet(self, index: int) -> Mention | None:
        known = self.table.starting_at(self.words, index)
        if known is None:
            return None
        length, outlet = known
        after = self.words[index + length : index + length + 1]
        if after and after[0].is_capitalised and after[0].start == self.words[index + length - 1].end + 1:
            return None  # the beginning of a longer name
        if outlet in self.table.ordinary and not self._is_meant(index, length):
            return None
        return self._make(MentionKind.OUTLET, range(index, index + length), name=outlet)

    def _is_meant(self, index: int, length: int) -> bool:
        """Whether a name that is a common word as well means the outlet: "in The Sun", but not "The sun", "Die Zeit"."""
        capital_inside = length > 1 and not self._begins_sentence(index) and self.words[index].is_capitalised
        return capital_inside or self._is_said_of_outlet(index, length)

    def _is_said_of_outlet(self, index: int, length: int) -> bool:
        """Whether the words around show that a common word is meant as an outlet's name."""
        following = self.words[index + length : index + length + 2]
        if following and (
            following[0].key in self.language.documents or following[0].key in self.language.outlet_words
        ):
            return True
        if following and self.language.outlet_verbs.at(self.words, index + length):
            return True
        before = self.words[max(0, index - 3) : index]
        return any(word.key in self.language.told for word in before[-1:]) and before[-1].key not in _OF

    def _pronoun(self, index: int) -> Mention | None:
        language = self.language
        lists = (
            (language.masculine, Gender.MASCULINE),
            (language.feminine, Gender.FEMININE),
            (language.plural, Gender.PLURAL),
            (language.neutral, Gender.NEUTRAL),
        )
        for phrases, gender in lists:
            length = phrases.at(self.words, index)
            if length:
                return self._make(MentionKind.PRONOUN, range(index, index + length), gender=gender)
        return None

    def _capitalised(self, index: int) -> Mention | None:
        word = self.words[index]
        if not word.is_capitalised or (not self.language.spaced and not word.text.isascii()):
            return None
        if self._is_no_name(index):
            return None
        return self._named(range(index, self._run_end(index)))

    def _is_no_name(self, index: int) -> bool:
        """A word that only begins a sentence, or a common noun with its article."""
        word = self.words[index]
        key = word.key
        if key in self.language.function_words or (
            word.text.isupper() and len(word.text) == 1 and not self._initial(index)
        ):
            return not self._begins_outlet(index)
        if not self.language.nouns_capitalised:
            return bool(self.language.verbs.at(self.words, index)) and self._begins_sentence(index)
        before = self.words[index - 1].key if index else ""
        after = self.words[index + 1 : index + 2]
        alone = not (after and after[0].is_capitalised)
        return alone and before in self.language.determiners and not ends_with_any(key, self.language.roles)

    def _begins_sentence(self, index: int) -> bool:
        return index == 0 or self.words[index - 1].text in ".!?:"

    def _begins_outlet(self, index: int) -> bool:
        """Whether a capitalised article belongs to the name behind it: "The Harbour Gazette", "in El Norte"."""
        following = self.words[index + 1 : index + 2]
        if (
            not following
            or not following[0].is_capitalised
            or following[0].start != self.words[index].end + 1
        ):
            return False
        if following[0].key in self.language.function_words:
            return False
        end = self._run_end(index + 1)
        if any(word.key in self.language.outlet_words for word in self.words[index + 1 : end]):
            return True
        return (
            not self._begins_sentence(index) and len(self.words[index].text) <= _LONGEST_ARTICLE and index > 0
        )

    def _initial(self, index: int) -> bool:
        following = self.words[index + 1 : index + 2]
        return bool(following) and following[0].text == "."

    def _run_end(self, index: int) -> int:
        """Where the run of capitalised words that begins at ``index`` ends, particles and initials included."""
        end = index + max(1, self.language.roles.at(self.words, index))
        while end < len(self.words) and end - index < _LONGEST_NAME:
            step = self._next(end)
            if not step:
                break
            end += step
        return end

    def _next(self, index: int) -> int:
        """How many words from ``index`` on continue a name: 0 if none does."""
        words, last = self.words, self.words[index - 1]
        word = words[index]
        gap = word.start - last.end
        if gap > 1 or (gap == 1 and self.text[last.end] in "\n\t"):
            return 0
        if word.text == ".":
            ends_initial = gap == 0 and (
                len(last.text) == 1
                or ends_with_any(last.key + ".", self.language.honorifics)
                or (last.key + ".") in self._dotted
            )
            return 1 if ends_initial and index + 1 < len(words) and words[index + 1].is_capitalised else 0
        if word.is_capitalised:
            return 1
        if word.text in _JOINERS or word.key in self.language.particles or word.key in _OF:
            return self._joined(index)
        return 0

    @property
    def _dotted(self) -> frozenset[str]:
        return frozenset(entry for entry in self.language.roles.plain if entry.endswith("."))

    def _joined(self, index: int) -> int:
        """A particle or "of" continues a name only between two capitals; "of" only in an organisation's."""
        words = self.words
        ahead = index + 1
        if (
            words[index].key in _FROM
            and self.language.nouns_capitalised
            and words[index - 2 : index - 1]
            and words[index - 2].is_capitalised
        ):
            return 0  # "Ina Roth von Nordlicht": whose she is, not her name
        if words[index].key in self.language.particles:
            while ahead < min(len(words), index + 3) and words[ahead].key in _SECOND_PARTICLES:
                ahead += 1
        if ahead >= len(words) or not words[ahead].is_capitalised:
            return 0
        if words[index].key in self.language.particles or words[index].text in _JOINERS:
            return ahead + 1 - index
        before = words[index - 1].key
        is_title = ends_with_any(before, self.language.roles)
        organisation = before in self.language.organisation_words or before in self.language.outlet_words
        return 2 if organisation and not is_title else 0

    def _named(self, run: range) -> Mention | None:
        """The mention in a run of capitalised words, its titles told from its name."""
        title_end, gender = self._title(run)
        if self.language.nouns_capitalised or len(run) > _SHORTEST_TITLED:
            title_end = self._given_name(title_end, run.stop)
        name = range(title_end, run.stop)
        if not name:
            return self._make(MentionKind.ROLE, run, gender=gender)
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
        if any(
            ends_with_any(form, phrases)
            for form in (key, dotted)
            for phrases in (language.roles_feminine, language.honorifics_feminine)
        ):
            return Gender.FEMININE
        if any(form in phrases for form in (key, dotted) for phrases in (language.honorifics_masculine,)):
            return Gender.MASCULINE
        return None

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
        is_organisation = self._has(keys, self.language.organisation_words) or "&" in keys
        return MentionKind.ORGANISATION if is_organisation else None

    def _person(self, name: range, keys: Sequence[str], *, titled: bool) -> MentionKind | None:
        capitals = sum(self.words[index].is_capitalised for index in name)
        if capitals > _LONGEST_PERSON:
            return MentionKind.ORGANISATION
        if titled or keys[0] in given_names():
            return MentionKind.PERSON
        if capitals > 1:
            return None if self._are_nouns(name) else MentionKind.PERSON
        outlet_noun = self.language.nouns_capitalised and keys[0] in self.language.outlet_words
        return MentionKind.NAME if not outlet_noun and self._may_be_surname(name.start) else None

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
            or any(map(str.isupper, word.text[1:]))
        ):
            return True
        before = self.words[index - 1].key if index else ""
        return before in self.language.verbs and not word.key.endswith(_PLURALS)

    def _common(self, index: int) -> Mention | None:
        """A role or a document without a name: "the mayor", "the report"."""
        language = self.language
        length = language.roles_feminine.at(self.words, index)
        if length:
            return self._make(MentionKind.ROLE, range(index, index + length), gender=Gender.FEMININE)
        length = language.roles.at(self.words, index)
        if length:
            return self._make(MentionKind.ROLE, range(index, index + length), gender=self._told_gender(index))
        length = language.organisation_words.at(self.words, index)
        if length and not language.nouns_capitalised:
            return self._make(MentionKind.ROLE, range(index, index + length), gender=Gender.NEUTRAL)
        length = language.documents.at(self.words, index)
        if length:
            return self._make(MentionKind.DOCUMENT, range(index, index + length))
        return None
