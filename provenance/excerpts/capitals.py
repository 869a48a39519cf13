"""Runs of capitalised words: where a name begins and ends among particles, initials and common nouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.mention import Gender, Mention, MentionKind, ends_with_any
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word

_LONGEST_NAME = 7  # words
_LONGEST_ARTICLE = 3  # characters: "The", "Les", "Die"
_ARTICLES = frozenset("the der die das den dem le la les el los las il lo gli i o os het de".split())
_JOINERS = frozenset("&-")
_FROM = frozenset(("von", "vom", "zur", "zu"))
_SECOND_PARTICLES = frozenset(("der", "den", "la", "las", "los", "het"))


@dataclass(frozen=True, slots=True)
class CapitalRuns:
    """The words of a text, read for runs of capitals.

    Attributes:
        words: The words and stops.
        language: Their language.
        text: The text in which they are counted.
        known: Surnames that are known, in lower case.
    """

    words: Sequence[Word]
    language: Language
    text: str
    known: Container[str]

    def _make(
        self, kind: MentionKind, span: range, *, name: str | None = None, gender: Gender | None = None
    ) -> Mention:
        start, end = self.words[span.start].start, self.words[span.stop - 1].end
        return Mention(kind, name or self.text[start:end], Span(start, end), span, gender)

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
            return self.words[index].key in _ARTICLES
        is_article = len(self.words[index].text) <= _LONGEST_ARTICLE
        return not self._begins_sentence(index) and is_article and index > 0

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
                or (last.text.isupper() and "." in last.text)
                or last.key + "." in self.language.honorifics.plain
                or last.key + "." in self.language.roles.plain
            )
            return 1 if ends_initial and index + 1 < len(words) and words[index + 1].is_capitalised else 0
        if word.is_capitalised:
            return 1
        if word.text in _JOINERS or word.key in self.language.particles:
            return self._joined(index)
        if word.key in self.language.name_joints:
            return self._joined(index)
        return 0

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
