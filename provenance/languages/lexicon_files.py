"""Reading the word lists from their data files."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from itertools import product
from pathlib import Path
from typing import Any, Final

from provenance.files.reading import shipped
from provenance.languages.lexicon import Lexicon, WordList
from provenance.languages.orthography import house_key
from provenance.text.folding import fold_word
from provenance.text.language import function_words
from provenance.text.memo import Memo

EXTENSIBLE: Final = tuple(
    "negators pseudo_negation hedges approx condition exception contrast boosters labels said_neutral said_loaded titles".split()
)
"""The lists that a configuration may add to."""

Words = tuple[tuple[str, tuple[str, ...]], ...]
_Data = dict[str, Any]
_FOLDER: Final = Path(__file__).parent
_Groups = dict[str, list[str]]  # entries by their class

# Without their apostrophe these are other words.
_OTHERWISE = frozenset({"can't", "won't", "shan't", "daren't"})


def lexicon_of(language: str, words: Words = ()) -> Lexicon:
    """The lexicon of a BCP 47 tag, with further entries by the name of the list; without word lists, one of empty lists."""
    added = tuple((name, entries) for name, entries in words if entries)
    return _lexicon(language.lower().split("-")[0], added)


@lru_cache(maxsize=32)  # all languages that have lists: half a megabyte each, and 25 ms to read anew
def _lexicon(subtag: str, words: Words) -> Lexicon:
    known = _read_files(subtag) if has_words(subtag) else shipped(__file__, "numerals.toml").get(subtag, {})
    return _lexicon_from(subtag, known, words)


@cache
def has_words(language: str) -> bool:
    """Whether a language, by its subtag, has word lists: lower case letters only are looked up."""
    return language.isascii() and language.isalpha() and (_FOLDER / language / "words.toml").is_file()


def _read_files(language: str) -> _Data:
    """The word lists of a language over what CLDR knows of it; those of ``governors.toml`` go before others of their name."""
    words, governing, generated = (
        tomllib.loads((_FOLDER / language / name).read_text("utf-8"))
        for name in ("words.toml", "governors.toml", "generated.toml")
    )
    lists = words.get("lists", {}) | governing["lists"]
    return {"decimal": generated["decimal"], **words, **governing, "lists": lists, "cldr": generated}


def _lexicon_from(language: str, data: _Data, words: Words) -> Lexicon:
    numbers, calendar, contractions = (data.get(name, {}) for name in ("numbers", "calendar", "contractions"))
    cldr = data.get("cldr", {})
    dates = cldr.get("calendar", {})
    spelling = data.get("spelling", {})
    return Lexicon(
        language=language,
        lists=Memo(partial(_list, _entries_by_class(language, data, words), language)),
        antonyms=_related(data.get("antonyms", {}).get("pairs", ""), "/"),
        values=_numbers_by_word(numbers.get("words", ""), first=0) | _folded_keys(numbers.get("more", {})),
        ordinals=_numbers_by_word(numbers.get("ordinals", ""), first=1),
        days=_numbers_by_name(numbers.get("days", ""), first=1),
        scales=_folded_keys(numbers.get("scales", {})),
        months=_numbers_by_name(dates.get("months", ""), first=1) | _folded_keys(calendar.get("months", {})),
        weekdays=_numbers_by_name(dates.get("weekdays", ""), first=0)
        | _folded_keys(calendar.get("weekdays", {})),
        units=_names_by_entry(cldr.get("units", {}), data.get("units", {})),
        aliases=_names_by_entry(data.get("aliases", {})),
        acronyms=data.get("acronyms", {}),
        contractions=_contractions(contractions),
        contracted_endings=contractions.get("endings", {}),
        second_readings={word: tuple(others) for word, others in contractions.get("again", {}).items()},
        elisions={fold_word(word): full for word, full in data.get("elisions", {}).items()},
        old_stems=_pairs(spelling.get("old", "")),
        irregular=_related(data.get("irregular", {}).get("forms", "")),
        suffixes=tuple(sorted(_folded(data.get("suffixes", "")), key=len, reverse=True)),
        negating_prefixes=tuple(_folded(data.get("negating_prefixes", ""))),
        decimal=data.get("decimal", "."),
        capitals=dates.get("capitals", False),
        month_first=dates.get("month_first", False),
        verb_final=data.get("verb_final", False),
        comma_before_relative=data.get("comma_before_relative", False),
    )


def _entries_by_class(language: str, data: _Data, words: Words) -> dict[str, _Groups]:
    """The entries of each list by their class; those of a plain list have none."""
    plain = {name: _comma_separated(entries) for name, entries in data.get("lists", {}).items()}
    for name, entries in words:
        plain[name] = [*plain.get(name, []), *entries]
    plain["function_words"] = list(function_words().get(language, ()))
    calendars = (data.get("calendar", {}), data.get("cldr", {}).get("calendar", {}))
    plain["ambiguous_dates"] = [
        name for each in calendars for name in _comma_separated(each.get("ambiguous", ""))
    ]
    grouped = {
        name: {group: _comma_separated(entries) for group, entries in groups.items()}
        for name, groups in data.get("grouped", {}).items()
    }
    return {name: {"": entries} for name, entries in plain.items()} | grouped


def _list(listed: Mapping[str, _Groups], language: str, name: str) -> WordList:
    """A list as it is written, and as its words are compared: "otherwise" and "otherwize"."""
    groups = listed.get(name, {})
    written = (word for entries in groups.values() for entry in entries for word in entry.split("|"))
    return WordList(
        {
            each: group
            for group, entries in groups.items()
            for entry in _entries(entries)
            for each in (entry, tuple(house_key(word, language) for word in entry))
        },
        plain=frozenset(written) - {fold_word(word) for word in written if word != fold_word(word)},
    )


def _names_by_entry(*tables: Mapping[str, str]) -> WordList:
    """Entries by the name that each stands for; what a later table says of an entry holds."""
    return WordList(
        {
            entry: name
            for names in tables
            for name, entries in names.items()
            for entry in _entries([name, *_comma_separated(entries)])
        }
    )


def _comma_separated(entries: str) -> list[str]:
    """The entries of a list, which commas part: one string is read many times faster than an array."""
    return [entry for entry in map(str.strip, entries.split(",")) if entry]


def _folded(entries: str) -> list[str]:
    return list(map(fold_word, _comma_separated(entries)))


def _entries(entries: Iterable[str]) -> dict[tuple[str, ...], str]:
    return {words: "" for entry in entries for words in _spelled_out(entry)}


def _spelled_out(entry: str) -> Iterator[tuple[str, ...]]:
    """``fail|failed to`` as ("fail", "to") and ("failed", "to")."""
    if entry.isalnum():
        yield (fold_word(entry),)
        return
    choices = ([fold_word(word) for word in words.split("|")] for words in entry.replace("-", " ").split())
    yield from product(*choices)


def _numbers_by_word(words: str, *, first: int) -> dict[str, int]:
    return {fold_word(word): number for number, word in enumerate(words.split(), first) if word != "-"}


def _folded_keys(values: Mapping[str, int]) -> dict[str, int]:
    return {fold_word(word): value for word, value in values.items()}


def _numbers_by_name(rows: str, *, first: int) -> dict[str, int]:
    return {
        fold_word(name): number
        for number, row in enumerate(_comma_separated(rows), first)
        for name in row.split()
    }


def _pairs(rows: str) -> tuple[tuple[str, str], ...]:
    halves = (map(fold_word, row.split("/")) for row in _comma_separated(rows))
    return tuple(sorted(((one, other) for one, other in halves), key=lambda pair: -len(pair[0])))


def _related(rows: str, sign: str | None = None) -> dict[str, frozenset[str]]:
    """Each word and those that share a row with it, which a sign parts, or white space."""
    found: dict[str, set[str]] = {}
    for row in _comma_separated(rows):
        words = set(map(fold_word, row.split(sign)))
        for word in words:
            found.setdefault(word, set()).update(words - {word})
    return {word: frozenset(others) for word, others in found.items()}


def _contractions(data: _Data) -> dict[str, tuple[str, ...]]:
    """What each contraction stands for, all of them spelled out."""
    whole = {word: tuple(full.split()) for word, full in data.get("whole", {}).items()}
    negated = {pair.split()[0]: (pair.split()[1], "not") for pair in _comma_separated(data.get("not", ""))}
    verbal = {
        word + ending: (word, full)
        for word in _comma_separated(data.get("after", ""))
        for ending, full in data.get("verbal", {}).items()
    }
    bare = {word.replace("'", ""): full for word, full in negated.items() if word not in _OTHERWISE}
    listed = {**bare, **verbal, **negated, **whole}
    return {fold_word(word): tuple(map(fold_word, full)) for word, full in listed.items()}
