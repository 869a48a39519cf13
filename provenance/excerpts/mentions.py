"""Mentions: the people, outlets, organisations and documents that a short text names, and its pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.mention import Gender, Mention, MentionKind, given_names
from provenance.excerpts.naming import Naming
from provenance.excerpts.outlets import OutletTable, outlets

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word

__all__ = ["Gender", "Mention", "MentionKind", "given_names", "mentions"]

_LONGEST_TITLE = 7  # words of a publication's name in quotation marks
_INITIALS = 2  # a word and its stop: "Inc."
_NAME_MARKS = frozenset('«„“"')
_NAME_CLOSINGS = frozenset('»“”"')


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
    reader = _Reader(words, language, text, known, table or outlets())
    found: list[Mention] = []
    index = 0
    while index < len(words):
        mention = reader.at(index)
        if mention is not None:
            found.append(mention)
        index = mention.words.stop if mention is not None else index + 1
    return found


@dataclass(frozen=True, slots=True)
class _Reader(Naming):
    table: OutletTable

    def at(self, index: int) -> Mention | None:
        """The mention that begins at a word, if one does."""
        word = self.words[index]
        if not word.is_word:
            return self._handle(index) if word.text == "@" else self._titled(index)
        if word.text[0].isdigit():
            return self._aged(index)
        if (  # as most words of a text
            word.key not in self.language.mentioning
            and not word.is_capitalised
            and not self.table.begins(word)
        ):
            return None
        return self._outlet(index) or self._pronoun(index) or self._capitalised(index) or self._common(index)

    def _aged(self, index: int) -> Mention | None:
        """Somebody called by their age, as a pronoun would do: "the 56-year-old", "die 56-Jährige"."""
        key = self.words[index].key
        number, joint, rest = key.partition("-")
        if not joint or rest not in self.language.aged or not number.isdigit():
            return None
        following = self.words[index + 1 : index + 2]
        if following and following[0].is_word and not self.language.verbs.at(self.words, index + 1):
            return None  # "the 56-year-old pilot"
        return self._make(MentionKind.PRONOUN, range(index, index + 1), gender=self._gender_before(index))

    def _gender_before(self, index: int) -> Gender | None:
        """The pronoun that the article before a word tells."""
        article = self.words[index - 1].key if index else ""
        if article in self.language.articles_masculine:
            return Gender.MASCULINE
        return Gender.FEMININE if article in self.language.articles_feminine else None

    def _handle(self, index: int) -> Mention | None:
        following = self.words[index + 1 : index + 2]
        if index and self.words[index - 1].is_word and self.words[index - 1].end == self.words[index].start:
            return None  # an address: "lee@harbour.example"
        if following and following[0].start == self.words[index].end:
            return self._make(MentionKind.NAME, range(index, index + 2))
        return None

    def _titled(self, index: int) -> Mention | None:
        """A publication's name in quotation marks: «Портовая газета»."""
        if self.words[index].text not in _NAME_MARKS:
            return None
        for end in range(index + 2, min(len(self.words), index + _LONGEST_TITLE)):
            if self.words[end].text in _NAME_CLOSINGS:
                inside = range(index + 1, end)
                if self.words[index + 1].is_capitalised and any(
                    self.words[at].key in self.language.outlet_words for at in inside
                ):
                    return self._make(MentionKind.OUTLET, inside)
                return None
        return None

    def _outlet(self, index: int) -> Mention | None:
        known = self.table.starting_at(self.words, index)
        if known is None:
            return None
        length, outlet = known
        if self.words[index].key in self.language.organisation_words and length <= _INITIALS:
            return None  # "Harbour Works, Inc."
        after = self.words[index + length : index + length + 1]
        if after and after[0].is_capitalised and after[0].start == self.words[index + length - 1].end + 1:
            return None  # the beginning of a longer name
        if length == 1 and self._goes_on(index + 1):
            return None  # "Folha da …": another paper than the one called so for short
        if outlet in self.table.ordinary and not self._is_meant(index, length):
            return None
        return self._make(MentionKind.OUTLET, range(index, index + length), name=outlet)

    def _goes_on(self, index: int) -> bool:
        """Whether a name goes on behind a word of one: "… da Serra", "… of Velm"."""
        joined = self.words[index : index + 2]
        return len(joined) == 2 and joined[0].key in self.language.name_joints and joined[1].is_capitalised

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
        last = before[-1].key if before else ""
        return last in self.language.told and last not in self.language.name_joints

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
        if length:
            return self._make(MentionKind.ROLE, range(index, index + length), gender=Gender.NEUTRAL)
        length = language.documents.at(self.words, index)
        if length:
            return self._make(MentionKind.DOCUMENT, range(index, index + length))
        return None
