"""Language packs: nine short lists a language, from ``languages/XX/cues.toml``. What a list lacks is unknown, never absent."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from provenance.languages.phrases import Word, words_of
from provenance.text.memo import Memo

NEUTRAL = "und"
"""The code of the pack without words, for languages that have none."""

_LONGEST_ENDING = 5  # letters that may follow a stem
_FOLDER = Path(__file__).parent
_HEAD = 2  # letters by which stems are looked up


@dataclass(frozen=True, slots=True, eq=False)
class WordForms:
    """A list of words, stems ("explain*") and phrases, looked up among the words of a text.

    Attributes:
        exact: The words that stand as they are.
        stems: What other words begin with, by their first two letters; up to five letters may follow.
        phrases: The phrases, by their first word, longest first.
        plain: Every entry as a string, stems without their sign, longest first: for writing without spaces.
        holds: Whether a word, by its key, is in the list or begins with one of the stems.
    """

    exact: frozenset[str] = frozenset()
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    plain: tuple[str, ...] = ()
    holds: Memo[bool] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "holds", Memo(self._holds))

    @classmethod
    def of(cls, entries: Iterable[str], elisions: frozenset[str] = frozenset()) -> WordForms:
        """The list of ``entries``; those that end in an asterisk are stems."""
        every = tuple(entries)
        stems: dict[str, tuple[str, ...]] = {}
        for entry in every:
            if entry.endswith("*"):
                head = entry[:-1][:_HEAD]
                stems[head] = (*stems.get(head, ()), entry[:-1])
        whole = [entry for entry in every if not entry.endswith("*")]
        phrases: dict[str, list[tuple[str, ...]]] = {}
        for entry in (entry for entry in whole if " " in entry):
            keys = tuple(word.key for word in words_of(entry, 0, len(entry), elisions=elisions))
            phrases.setdefault(keys[0], []).append(keys)
        ordered = {head: tuple(sorted(several, key=len, reverse=True)) for head, several in phrases.items()}
        plain = tuple(sorted((entry.rstrip("*") for entry in every), key=lambda entry: (-len(entry), entry)))
        return cls(frozenset(entry for entry in whole if " " not in entry), stems, ordered, plain)

    def __bool__(self) -> bool:
        return bool(self.plain)

    def __contains__(self, key: str) -> bool:
        return self.holds[key]

    def _holds(self, key: str) -> bool:
        stems = (*self.stems.get(key[:_HEAD], ()), *self.stems.get(key[:1], ()))
        return key in self.exact or any(
            key.startswith(stem) and len(key) - len(stem) <= _LONGEST_ENDING for stem in stems
        )

    def at(self, words: Sequence[Word], index: int) -> int:
        """How many words from ``index`` on make up an entry: the longest one's length, 0 if none."""
        key = words[index].key
        for keys in self.phrases.get(key, ()):
            if tuple(word.key for word in words[index : index + len(keys)]) == keys:
                return len(keys)
        return int(self.holds[key])

    def find(self, words: Sequence[Word]) -> list[range]:
        """Where entries stand among ``words``, in order, none inside another."""
        found: list[range] = []
        end = 0
        for index in range(len(words)):
            length = self.at(words, index) if index >= end else 0
            if length:
                end = index + length
                found.append(range(index, end))
        return found


EMPTY = WordForms()


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words for quoting. What a list lacks is unknown: it proves nothing.

    Attributes:
        code: A BCP 47 primary subtag.
        saying: Verbs by which words are given to somebody.
        reporting: Those by which a publication vouches for what it says ("reports").
        quoting: Nouns for what is said or written ("statement", "ruling").
        according: What stands beside the one quoted without a verb ("according to", "zufolge").
        prepositions: What makes whoever stands behind it no subject.
        masculine: Pronouns for a man; likewise ``feminine``, ``plural`` and ``neutral``.
        indefinite: Pronouns for nobody in particular ("somebody").
        titles: Honorifics, offices and trades.
        outlet_words: Words in the names of publications.
        abbreviations: What ends in a full stop that ends no sentence.
        subject_particles: What marks whoever speaks, where names have no capital.
        calendar: The names of months and weekdays, in lower case.
        elisions: What an apostrophe or a hyphen joins to the next word.
        spaced: Whether words stand apart.
        cased: Whether names begin with a capital.
        nouns_capitalised: Whether common nouns do as well.
        speech_dashes: Whether a dash may open speech and close it before the author's words.
        untested: Whether no gold sentences of the language exist.
    """

    code: str
    saying: WordForms = EMPTY
    reporting: WordForms = EMPTY
    quoting: WordForms = EMPTY
    according: WordForms = EMPTY
    prepositions: WordForms = EMPTY
    masculine: WordForms = EMPTY
    feminine: WordForms = EMPTY
    plural: WordForms = EMPTY
    neutral: WordForms = EMPTY
    indefinite: WordForms = EMPTY
    titles: WordForms = EMPTY
    outlet_words: WordForms = EMPTY
    abbreviations: WordForms = EMPTY
    subject_particles: WordForms = EMPTY
    calendar: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    spaced: bool = True
    cased: bool = True
    nouns_capitalised: bool = False
    speech_dashes: bool = False
    untested: bool = False

    @property
    def personal(self) -> tuple[WordForms, ...]:
        """The pronouns that stand for somebody named before."""
        return self.masculine, self.feminine, self.plural, self.neutral

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """The words and stops of ``text[start:end]``, cut as this language joins them."""
        found = words_of(text, start, len(text) if end is None else end, elisions=self.elisions)
        return found if self.spaced else [piece for word in found for piece in self._pieces(word)]

    def _pieces(self, word: Word) -> Iterator[Word]:
        """What stands between the particles and verbs of a stretch without spaces, and these."""
        start = word.start
        for piece in filter(None, _boundaries(self.code).split(word.text)):
            yield Word(piece, start, start + len(piece), piece, piece[-1].isalnum())
            start += len(piece)


@cache
def _boundaries(code: str) -> re.Pattern[str]:
    """What parts the words of a language that is written without spaces."""
    pack = language(code)
    entries = (*pack.saying.plain, *pack.according.plain, *pack.subject_particles.plain)
    ordered = sorted(entries, key=lambda entry: (-len(entry), entry))
    return re.compile("(" + "|".join(map(re.escape, ordered)) + ")") if ordered else re.compile("(?!)")


@cache
def known_languages() -> frozenset[str]:
    """The codes of the languages that have a pack."""
    return frozenset(folder.name for folder in _FOLDER.iterdir() if (folder / "cues.toml").is_file())


@cache
def language(code: str | None) -> Language:
    """The pack of a language (``en``, ``pt-BR``); one without words where there is none for it."""
    subtag = (code or NEUTRAL).replace("_", "-").partition("-")[0].lower()
    subtag = {"nb": "no", "nn": "no"}.get(subtag, subtag)
    if subtag not in known_languages():
        return Language(NEUTRAL)
    folder = _FOLDER / subtag
    data = tomllib.loads((folder / "cues.toml").read_text("utf-8"))
    flags = data.pop("flags", {})
    elisions = frozenset(flags.pop("elisions", ()))
    entries = {**data, **data.pop("pronouns", {}), **flags}
    entries.pop("pronouns", None)
    lists = {
        key: WordForms.of(value, elisions) if isinstance(value, list) else value
        for key, value in entries.items()
    }
    return Language(subtag, calendar=_calendar(folder), elisions=elisions, **lists)  # type: ignore[arg-type]


def _calendar(folder: Path) -> frozenset[str]:
    """The months and weekdays of a language, where CLDR's file is at hand."""
    generated = folder / "generated.toml"
    if not generated.is_file():
        return frozenset()
    calendar = tomllib.loads(generated.read_text("utf-8")).get("calendar", {})
    return frozenset(
        name.strip()
        for key in ("months", "weekdays")
        for name in calendar.get(key, "").split(",")
        if name.strip()
    )
