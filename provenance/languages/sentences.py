"""The rules by which each language's text is split into sentences, from ``sentences.toml``."""

from collections.abc import Iterable, Mapping
from functools import cache

from provenance.files.reading import shipped
from provenance.text.language import function_words
from provenance.text.sentences import SentenceSplitter


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
