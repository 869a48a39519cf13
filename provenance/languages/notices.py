"""The tables of all languages: what pages say of themselves, words of what stands beside their text, rules for sentences."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from provenance.files.reading import shipped
from provenance.text.folding import fold_word
from provenance.text.language import function_words
from provenance.text.sentences import SentenceSplitter

_EDGE = r"(?<!\w)"


@cache
def notice(name: str) -> re.Pattern[str]:
    """A pattern that finds any entry of a list (``correction``, ``missing_page`` …), in large letters or small."""
    return re.compile(alternatives(name), re.IGNORECASE)


@cache
def alternatives(name: str) -> str:
    """The entries of a list as one group of a regular expression, the longest first."""
    entries = {" ".join(entry.split()) for entry in shipped(__file__, "notices.toml")[name].split(",")} - {""}
    ordered = sorted(entries, key=lambda entry: (-len(entry), entry))
    if any(entry.startswith("*") for entry in ordered):
        return f"(?:{'|'.join(('' if entry[0] == '*' else _EDGE) + _pattern(entry) for entry in ordered)})"
    return f"{_EDGE}(?:{'|'.join(map(_pattern, ordered))})"  # an edge looked for once is found faster


def _pattern(entry: str) -> str:
    return re.escape(entry.strip("*")) + ("" if entry.endswith("*") else r"(?!\w)")


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The entries of one list, folded."""
    entries = shipped(__file__, "apparatus.toml")[name].split(",")
    return frozenset(" ".join(map(fold_word, entry.split())) for entry in entries if entry.strip())


@cache
def splitter(language: str | None = None) -> SentenceSplitter:
    """The splitter for a language, by its BCP 47 tag; without one, or without rules for it, those of all languages hold together."""
    code = (language or "").lower().split("-")[0]
    rules = shipped(__file__, "sentences.toml")
    known = code in rules
    sections = [rules["shared"], rules[code]] if known else list(rules.values())
    words = function_words()
    openers = words.get(code, frozenset()) if known else frozenset[str]().union(*words.values())
    return SentenceSplitter(
        abbreviations=_entries(sections, "abbreviations")
        | (_entries(sections, "own") if known else frozenset()),
        closing=_entries(sections, "closing"),
        before_figures=_entries(sections, "before_figures"),
        openers=openers - frozenset(rules["shared"]["name_parts"].split()),
        words_of_one_letter=_entries(sections, "letters"),
        ordinal_followers=_entries(sections, "followers") | _entries(sections, "months"),
        ordinal_heads=_entries(sections, "heads") if known else frozenset(),
        vowelless=all(section.get("vowelless", True) for section in sections) or not known,
    )


def _entries(sections: Iterable[Mapping[str, str]], name: str) -> frozenset[str]:
    return frozenset(entry for section in sections for entry in section.get(name, "").split())
