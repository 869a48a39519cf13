"""Lexicon: the word lists of one language, ready to be looked up in a row of keys."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from provenance.text.memo import Memo

_ANY: Final = "~"
_BEFORE: Final = 2  # letters, at least, that a tilde before others stands for
_LONGEST: Final = 5  # words of an entry with a tilde

# Words of so many letters are known by their stem.
_LONG = 5
# No stem is shorter, in letters.
_STEM = 3
_SHORT_SCALE: Final = 3  # letters, at least, of the short form of a scale that no list has
_THOUSAND: Final = 1000
_CONSONANTS: Final = frozenset("bcdfghjklmnpqrstvwxzßбвгджзйклмнпрстфхцчшщґβγδζθκλμνξπρσςτφχψ")


class Hit(NamedTuple):
    """An entry of a list, found in a row of words."""

    entry: tuple[str, ...]  # the entry's words
    # The class that the entry belongs to within its list (`all`, `some` …); empty where there is none.
    group: str
    first: int  # the index of its first word in the row
    last: int  # the index after its last word


class WordList:
    """Entries of one word or several, each in a class.

    A tilde in an entry stands for any letters, at least two of them at a word's beginning: Turkish ``~mıyor~`` is in
    every verb that it negates. An entry behind ``!`` is one of the words that a tilde does not stand for.
    """

    __slots__ = ("_seen", "_spared", "groups", "lengths", "plain", "widest")

    def __init__(self, groups: Mapping[tuple[str, ...], str], *, plain: frozenset[str] = frozenset()) -> None:
        self.plain: Final = plain  # the entries of one word that are written without an accent
        kept = {entry: group for entry, group in groups.items() if not entry[0].startswith("!")}
        lengths: dict[str, set[int]] = {}
        for entry in kept:
            lengths.setdefault(entry[0], set()).add(len(entry))
        self.groups: Final = kept  # the class of each entry, by its words
        # How many words the entries have that begin with a word, and those with a tilde.
        self.lengths: Final = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
        self.widest: Final = tuple(entry for entry in kept if any(_ANY in word for word in entry))
        self._spared: Final = frozenset(entry[0][1:] for entry in groups if entry[0].startswith("!"))
        self._seen: Final[dict[tuple[str, ...], tuple[str, ...] | None]] = {}

    def __contains__(self, word: str) -> bool:
        if word in self.lengths and (word,) in self.groups:
            return True
        return bool(self.widest) and self._wide((word,)) is not None

    def begins(self, word: str) -> bool:
        """Whether an entry may begin with a word."""
        wide = self.widest and any(_stands_for(entry[0], word) for entry in self.widest)
        return word in self.lengths or bool(wide)

    def group(self, word: str) -> str | None:
        """The class of a single word; None if it is not in the list."""
        entry = (word,) if (word,) in self.groups or not self.widest else self._wide((word,))
        return self.groups.get(entry) if entry else None

    def at(self, words: Sequence[str], index: int) -> Hit | None:
        """The longest entry that begins at ``index``, or None."""
        for length in self.lengths.get(words[index], ()):
            entry = tuple(words[index : index + length])
            if entry in self.groups:
                # Cut short at the end of the words.
                return Hit(entry, self.groups[entry], index, index + len(entry))
        wide = self._wide(tuple(words[index : index + _LONGEST])) if self.widest else None
        return Hit(wide, self.groups[wide], index, index + len(wide)) if wide else None

    def _wide(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """The longest entry with a tilde that some words begin with."""
        if words not in self._seen:
            fitting = (entry for entry in self.widest if self._fits(entry, words))
            self._seen[words] = max(fitting, key=len, default=None)
        return self._seen[words]

    def _fits(self, entry: tuple[str, ...], words: tuple[str, ...]) -> bool:
        return len(entry) <= len(words) and all(
            _stands_for(part, word) and not (_ANY in part and self._spares(word))
            for part, word in zip(entry, words, strict=False)
        )

    def _spares(self, word: str) -> bool:
        return word in self._spared or any(_ANY in part and _stands_for(part, word) for part in self._spared)

    def hits(self, words: Sequence[str]) -> Iterator[Hit]:
        """The entries in a row of words, the longest first at each place, none overlapping another."""
        if not self.widest and self.lengths.keys().isdisjoint(words):
            return
        index = 0
        while index < len(words):
            hit = self.at(words, index)
            if hit is not None:
                yield hit
            index = hit.last if hit else index + 1


def _stands_for(part: str, word: str) -> bool:
    """Whether a word of an entry, with or without tildes, stands for a word of a text."""
    if _ANY not in part:
        return part == word
    fixed = part.strip(_ANY)
    if not part.startswith(_ANY):
        return word.startswith(fixed)
    place = word.find(fixed, _BEFORE)
    return place >= 0 if part.endswith(_ANY) else len(word) >= _BEFORE + len(fixed) and word.endswith(fixed)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The word lists of one language."""

    language: str  # a BCP 47 primary subtag
    lists: Memo[WordList]  # `negators`, `hedges` … by name; an unknown list is an empty one
    antonyms: Mapping[str, frozenset[str]]  # a word and those of the opposite sense
    values: Mapping[str, int]  # the number that a word names: `twelve` 12, `third` 3 among the ordinals
    ordinals: Mapping[str, int]  # as `values`, for words that count places
    days: Mapping[str, int]  # the day of a month by its name: `thirtieth`, `erste`
    scales: Mapping[str, int]  # the factor that a word multiplies by: `million` 1000000
    months: Mapping[str, int]  # 1 to 12 by name and abbreviation
    weekdays: Mapping[str, int]  # 0 (Monday) to 6 by name and abbreviation
    units: WordList  # the canonical name of a unit or currency, by each of its names
    # The canonical word for an abbreviation or another name of the same thing, by its words.
    aliases: WordList
    # What a word in just these capitals stands for, where without them it is another word.
    acronyms: Mapping[str, str]
    # What a contraction stands for, its first word as it is written where that can be.
    contractions: Mapping[str, tuple[str, ...]]
    contracted_endings: Mapping[str, str]  # what an ending such as `'ll` stands for after any word
    # What a short verb (`'s`) may stand for besides its usual reading.
    second_readings: Mapping[str, tuple[str, ...]]
    elisions: Mapping[str, str]  # what an elided word before an apostrophe stands for (French `n'`: `ne`)
    old_stems: tuple[tuple[str, str], ...]  # beginnings of words in an old spelling, and in that of today
    irregular: Mapping[str, frozenset[str]]  # a word and its other forms, where no ending tells
    suffixes: tuple[str, ...]  # endings that inflect, the longest first
    negating_prefixes: tuple[str, ...]  # `un`, `in` …
    decimal: str = "."  # the sign before decimals; the other one of `.` and `,` groups thousands
    capitals: bool = False  # whether months and weekdays are written with a capital
    month_first: bool = False  # whether a month may come before its day
    # Whether the verb ends its clause, and what negates with it: Japanese, Korean, Turkish.
    verb_final: bool = False
    # Whether a comma stands before every relative clause, one that restricts included.
    comma_before_relative: bool = False

    def words(self, name: str) -> WordList:
        """The list of a name; an empty one if the language has none."""
        return self.lists[name]

    def scale(self, word: str) -> int | None:
        """The factor that a folded word multiplies by, a short form without a vowel included ("mrd", "млн"); None for another word."""
        return self.scales.get(word) or _short_scale(self, word)

    def same_lemma(self, one: str, other: str) -> bool:
        """Whether two folded words are forms of one word, as far as endings and the irregular forms tell."""
        if other in self.irregular.get(one, ()):
            return True
        stems = self.stem(one), self.stem(other)
        return stems[0] == stems[1] and min(map(len, stems)) >= _STEM

    def opposed(self, one: str, other: str) -> bool:
        """Whether two folded words, in whatever form, are of opposite sense."""
        if other in self.antonyms.get(one, ()):
            return True
        return self.stem(other) in _antonym_stems(self).get(self.stem(one), ())

    def stem(self, word: str) -> str:
        """A folded word without its inflecting ending, a doubled last consonant and a final vowel made one."""
        return _stem_of(self, word)


@lru_cache(maxsize=128)
def lists_begun(lexicon: Lexicon, names: tuple[str, ...]) -> Memo[tuple[str, ...]]:
    """Those of some lists of which an entry may begin with each word: with most words of a text none does."""
    lists = {name: lexicon.words(name) for name in names}
    begun: dict[str, tuple[str, ...]] = {}
    for name, entries in lists.items():
        begun.update({word: (*begun.get(word, ()), name) for word in entries.lengths})
    if not any(entries.widest for entries in lists.values()):
        return Memo(lambda word: begun.get(word, ()))
    return Memo(lambda word: tuple(name for name, entries in lists.items() if entries.begins(word)))


def has_no_vowel(word: str) -> bool:
    """Whether a folded word has nothing but consonants, in a script that writes vowels: "zl", "hm"."""
    return _CONSONANTS.issuperset(word)


def shortens(letters: str, word: str) -> bool:
    """Whether letters are the first one of a word and others of it in their order: "mrd" of "milliarde"."""
    rest = iter(word)
    return word[:1] == letters[:1] and all(letter in rest for letter in letters)


@lru_cache(maxsize=1 << 12)
def _short_scale(lexicon: Lexicon, word: str) -> int | None:
    if len(word) < _SHORT_SCALE or not has_no_vowel(word):
        return None
    meant = {
        factor for name, factor in lexicon.scales.items() if factor >= _THOUSAND and shortens(word, name)
    }
    return meant.pop() if len(meant) == 1 else None


@lru_cache(maxsize=1 << 15)
def _stem_of(lexicon: Lexicon, word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    for suffix in lexicon.suffixes:
        # One letter tells little: "ware" is no form of "war".
        least = _STEM + (len(suffix) == 1 and suffix != "s")
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            word = word.removesuffix(suffix)
            break
    if len(word) > _STEM and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _STEM else word


@lru_cache(maxsize=32)
def _antonym_stems(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """The opposites of stems, short words left out: their endings tell too little."""
    stems: dict[str, frozenset[str]] = {}
    for word, others in lexicon.antonyms.items():
        if len(word) >= _LONG:
            opposite = frozenset(lexicon.stem(other) for other in others if len(other) >= _LONG)
            stems[lexicon.stem(word)] = stems.get(lexicon.stem(word), frozenset()) | opposite
    return stems
