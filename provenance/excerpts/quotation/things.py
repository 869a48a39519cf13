"""Words for what is named by quoted words (a motto, a sign, a title), and words by which an author only supposes them said."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SENTENCE = re.compile(r"[.!?…。！？][ \u00a0]?")
_NEAR = 3  # words before quoted words among which one for a thing is looked for
_READ = 60  # characters before and behind quoted words that are read for a thing
_LONGEST_SUPPOSITION = 120  # characters before them that are read for a supposition


def names_thing(before: str, behind: str, language: str) -> bool:
    """Whether a word for a thing stands right before quoted words, or right behind them.

    Args:
        before: What leads up to the quoted words.
        behind: What follows them.
        language: A BCP 47 primary subtag.
    """
    words, phrases = _lists("things").get(language, (frozenset(), ()))
    said = _last_sentence(before, _READ).rstrip(' :,«„“"')
    near = _WORD.findall(said)[-_NEAR:]
    follows = _WORD.match(behind[:_READ].casefold().lstrip(" \u00a0-‐‑"))
    return (
        any(word in words for word in near)
        or said.endswith(phrases)
        or (follows is not None and (follows[0] in words or f"-{follows[0]}" in words))
    )


def speaks_of_thing(before: str, behind: str, language: str) -> bool:
    """Whether the sentence up to quoted words or the first words behind them have a word for a thing ("painted “…” on the sign").

    Args:
        before: What leads up to the quoted words.
        behind: What follows them.
        language: A BCP 47 primary subtag.
    """
    words, _ = _lists("things").get(language, (frozenset(), ()))
    near = _WORD.findall(behind[:_READ].casefold())[:_NEAR]
    return not words.isdisjoint((*_WORD.findall(_last_sentence(before, _LONGEST_SUPPOSITION)), *near))


def is_supposed(before: str, behind: str, language: str) -> bool:
    """Whether the sentence up to quoted words, or what follows them, says that somebody would, could or seems to say them.

    Args:
        before: What leads up to the quoted words.
        behind: What follows them.
        language: A BCP 47 primary subtag.
    """
    words, phrases = _lists("supposed").get(language, (frozenset(), ()))
    said, follows = _last_sentence(before, _LONGEST_SUPPOSITION), behind[:_READ].casefold()
    near = {*_WORD.findall(said), *_WORD.findall(follows)[:_NEAR]}
    return not words.isdisjoint(near) or any(phrase in said or phrase in follows for phrase in phrases)


def _last_sentence(before: str, length: int) -> str:
    return _SENTENCE.split(before[-length:].casefold())[-1]


@cache
def _lists(kind: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """For each language the words of one kind, and those phrases that are more than one word or stand unspaced."""
    data = tomllib.loads((Path(__file__).with_name("things.toml")).read_text("utf-8"))
    return {
        language: (
            frozenset(entries),
            tuple(entry for entry in entries if " " in entry or entry[0] > "\u2e80"),
        )
        for language, entries in data[kind].items()
    }
