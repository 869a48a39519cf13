"""Wording: how a message names the words that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.canonical.units import Unit
    from provenance.text.document import Passage

# A quoted text is shortened to about so many characters.
_LONGEST = 80
_OUTER = ' ,;:"“”„«»'


def quoted(text: str) -> str:
    """A text in curly quotation marks, on one line, its outer commas and marks gone, shortened at a word's border."""
    words = " ".join(text.split())
    return f"“{_shortened(words.strip(_OUTER) or words)}”"


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    head = words[: _LONGEST // 2 + 1].rsplit(" ", 1)[0][: _LONGEST // 2]
    tail = words[-_LONGEST // 2 - 1 :].split(" ", 1)[-1][-_LONGEST // 2 :]
    return f"{head} … {tail}"


def put_in(passage: Passage) -> str:
    """The message of an addition."""
    return f"puts in {quoted(passage.text)}"


def left_out(passage: Passage) -> str:
    """The message of an omission."""
    return f"leaves out {quoted(passage.text)}"


def became(source: Passage, excerpt: Passage) -> str:
    """The message of a substitution."""
    if not len(excerpt.span):
        return left_out(source)
    return f"{quoted(source.text)} became {quoted(excerpt.text)}" if len(source.span) else put_in(excerpt)


def unit_became(lost: Unit, gained: Unit) -> str:
    """The message of one figure, date or word in the place of another."""
    return f"{quoted(lost.text)} became {quoted(gained.text)}"


def listed(units: Sequence[Unit]) -> str:
    """Some words, each in quotation marks."""
    return ", ".join(quoted(unit.text) for unit in units)
