"""Words for what is named by quoted words: a motto, a sign, a title."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SENTENCE = re.compile(r"[.!?…][ \u00a0]")
_NEAR = 3  # words before quoted words among which one for a thing is looked for
_READ = 60  # characters before and behind quoted words that are read


def names_thing(before: str, behind: str, language: str) -> bool:
    """Whether a word for a thing stands right before quoted words, or right behind them.

    Args:
        before: What leads up to the quoted words.
        behind: What follows them.
        language: A BCP 47 primary subtag.
    """
    words, phrases = _things().get(language, (frozenset(), ()))
    said = _SENTENCE.split(before[-_READ:].casefold())[-1].rstrip(' \u00a0:,«„“"')
    near = _WORD.findall(said)[-_NEAR:]
    follows = _WORD.match(behind[:_READ].casefold().lstrip(" \u00a0-‐‑"))
    return (
        any(word in words for word in near)
        or said.endswith(phrases)
        or (follows is not None and (follows[0] in words or f"-{follows[0]}" in words))
    )


@cache
def _things() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """For each language its words for things, and those phrases that are more than one word or stand unspaced."""
    data = tomllib.loads((Path(__file__).with_name("things.toml")).read_text("utf-8"))
    return {
        language: (
            frozenset(entries),
            tuple(entry for entry in entries if " " in entry or entry[0] > "\u2e80"),
        )
        for language, entries in data.items()
    }
