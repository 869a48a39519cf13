"""Language packs: short lists a language, from ``languages/XX/cues.toml``. What a list lacks is unknown."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, repeat
from pathlib import Path
from typing import Final, NamedTuple

from provenance.text.memo import Memo

_WORD = re.compile(r"([^\W_]++(?:[’'ʼ.\-&・·][^\W_]++)*+|[^\w\s]|_)")
QUOTATIVE: Final = re.compile(r"(?:이?라고|하고|고|이?라며|며)\s|と(?!いう|[「『])")
"""Particles of Korean and Japanese that make speech of what stands before them in marks, and no name ("…という祭り")."""
_JOINTS = str.maketrans("’ʼ", "''")
_POSSESSIVES = ("'s",)
NEUTRAL = "und"  # the code of the pack without words, for languages that have none
_LONGEST_ENDING = 5  # letters that may follow a stem
_FOLDER = Path(__file__).parent
_SHORTEST_HEAD = 5  # letters of the word in which a compound ends
_SPANS = ("hour", "minute", "second", "day", "week", "month", "year", "decade", "century")


class Word(NamedTuple):
    """A word or a stop: its text, its place in code points, and the form under which it is looked up."""

    text: str
    start: int
    end: int
    key: str
    is_word: bool  # and not a stop

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def _key(text: str) -> str:
    """The form under which a word or a stop is looked up; empty for what may be several, since something joins its letters."""
    if text.isalnum():
        return text.casefold()
    return text.translate(_JOINTS) if len(text) == 1 else ""


_KEYS = Memo(_key)


def words_of(text: str, start: int, end: int, *, elisions: frozenset[str] = frozenset()) -> list[Word]:
    """The words and stops of ``text[start:end]``; elided articles, joined pronouns and English possessives stand apart."""
    pieces = _WORD.split(text[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    keys = list(map(_KEYS.__getitem__, words))
    told = zip(words, places[1::2], places[2::2], keys, map(str.isalnum, words), strict=False)
    found = list(map(tuple.__new__, repeat(Word), told))  # thousands a page: no call of our own for each
    if "" in keys:
        return [part for word in found for part in ((word,) if word.key else _parts(*word[:2], elisions))]
    return found


def _parts(text: str, start: int, elisions: frozenset[str]) -> list[Word]:
    """What a word with a joint in it, or a stop, is made of."""
    key = text.translate(_JOINTS).casefold()
    cut = 0
    if "-" in key and elisions:
        tails = [len(tail) for tail in elisions if tail[0] == "-" and key.endswith(tail) and key != tail]
        cut = len(key) - max(tails) if tails else 0
    if "'" in key and elisions and not cut:
        head = key.partition("'")[0]
        cut = len(head) + 1 if head in elisions else 0
    if not cut and key.endswith(_POSSESSIVES):
        cut = len(text) - 2
    if not cut:
        return [Word(text, start, start + len(text), key, is_word=True)]
    return [
        Word(text[:cut], start, start + cut, key[:cut], text[cut - 1].isalnum()),
        Word(text[cut:], start + cut, start + len(text), key[cut:], is_word=True),
    ]


class WordForms:
    """A list of words, stems ("explain*") and phrases, looked up among the words of a text."""

    def __init__(self, entries: Iterable[str] = (), elisions: frozenset[str] = frozenset()) -> None:
        every = tuple(entries)
        whole = [entry for entry in every if not entry.endswith("*")]
        plain = (entry.rstrip("*") for entry in every)
        self.exact: Final = frozenset(entry for entry in whole if " " not in entry)
        # Every entry as a string, stems without their sign, longest first: for writing without spaces.
        self.plain: Final = tuple(sorted(plain, key=lambda entry: (-len(entry), entry)))
        self.holds: Final = Memo(
            self._holds
        )  # whether a word is in the list, or a stem with up to five letters
        self.closes: Final = Memo(self._closes)  # whether it is a compound of a longer word: "Jahresbericht"
        self._stems: Final = tuple(entry[:-1] for entry in every if entry.endswith("*"))
        self._phrases: Final[dict[str, list[tuple[str, ...]]]] = {}  # by their first word, longest first
        phrases = (words_of(entry, 0, len(entry), elisions=elisions) for entry in whole if " " in entry)
        for words in sorted(phrases, key=len, reverse=True):
            self._phrases.setdefault(words[0].key, []).append(tuple(word.key for word in words))

    def __bool__(self) -> bool:
        return bool(self.plain)

    def __contains__(self, key: str) -> bool:
        return self.holds[key]

    def _holds(self, key: str) -> bool:
        if not key.startswith(self._stems):
            return key in self.exact
        ends = (len(key) - len(stem) for stem in self._stems if key.startswith(stem))
        return key in self.exact or min(ends) <= _LONGEST_ENDING

    def _closes(self, key: str) -> bool:
        return any(len(word) >= _SHORTEST_HEAD and key.endswith(word) and key != word for word in self.plain)

    def at(self, words: Sequence[Word], index: int) -> int:
        """How many words from ``index`` on make up an entry: the longest one's length, 0 if none."""
        key = words[index].key
        for keys in self._phrases.get(key, ()):
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
    """One language's words for quoting. What a list lacks is unknown: it proves nothing."""

    code: str  # a BCP 47 primary subtag
    saying: WordForms = EMPTY  # verbs by which words are given to somebody
    reporting: WordForms = EMPTY  # those by which a publication vouches for what it says ("reports")
    quoting: WordForms = EMPTY  # nouns for what is said or written ("statement", "ruling")
    # What stands beside the one quoted without a verb ("according to", "zufolge").
    according: WordForms = EMPTY
    prepositions: WordForms = EMPTY  # what makes whoever stands behind it no subject
    masculine: WordForms = EMPTY  # pronouns for a man; likewise `feminine`, `plural` and `neutral`
    feminine: WordForms = EMPTY
    plural: WordForms = EMPTY
    neutral: WordForms = EMPTY
    oblique: WordForms = EMPTY  # those of all these pronouns that are never a subject ("his", "him")
    indefinite: WordForms = EMPTY  # pronouns for nobody in particular ("somebody")
    titles: WordForms = EMPTY  # honorifics, offices and trades
    misters: WordForms = EMPTY  # those of them that only a man has; likewise `ladies`
    ladies: WordForms = EMPTY
    outlet_words: WordForms = EMPTY  # words in the names of publications
    subject_particles: WordForms = EMPTY  # what marks whoever speaks, where names have no capital
    surnames: WordForms = EMPTY  # those that open a person's name, where names have no capital
    prefixes: WordForms = EMPTY  # prepositions and conjunctions that are joined to the next word
    # The names of months and weekdays, in lower case; where nouns are capitalised, also "Jahre".
    calendar: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()  # what an apostrophe or a hyphen joins to the next word
    spaced: bool = True  # whether words stand apart
    cased: bool = True  # whether names begin with a capital
    nouns_capitalised: bool = False  # whether common nouns do as well
    untested: bool = False  # whether no gold sentences of the language exist

    @property
    def personal(self) -> tuple[WordForms, ...]:
        """The pronouns that stand for somebody named before."""
        return self.masculine, self.feminine, self.plural, self.neutral

    def is_title(self, key: str) -> bool:
        """Whether a word is an office or a trade, or where nouns are capitalised a compound of one ("Hafendirektor")."""
        return key in self.titles or (self.nouns_capitalised and self.titles.closes[key])

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
    pronouns = data.pop("pronouns", {})
    lists = {
        key: WordForms(value, elisions) if isinstance(value, list) else value
        for key, value in {**data, **pronouns, **flags}.items()
    }
    calendar = _calendar(folder, spans=bool(flags.get("nouns_capitalised")))
    return Language(subtag, calendar=calendar, elisions=elisions, **lists)  # type: ignore[arg-type]


def _calendar(folder: Path, *, spans: bool) -> frozenset[str]:
    """The months and weekdays of a language, and its words for spans of time if wanted, where CLDR's file is at hand."""
    generated = folder / "generated.toml"
    if not generated.is_file():
        return frozenset()
    told = tomllib.loads(generated.read_text("utf-8"))
    lists = [told.get("calendar", {}).get(key, "") for key in ("months", "weekdays")]
    if spans:
        lists += [told.get("units", {}).get(key, "") for key in _SPANS]
    return frozenset(name.strip() for each in lists for name in each.split(",") if name.strip())
