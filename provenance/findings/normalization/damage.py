"""Damage: words whose letters a wrong encoding has changed ("donâ€™t", "schÃ¶n", "donít")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOST: Final = "\ufffd"
# What a wrong encoding leaves, and what no text has: half of a pair of UTF-8, a control of Windows' page.
_SIGNS: Final = re.compile("[\ufffd\x80-\x9fÃÂâ]|ï¿½")
# What stands for an apostrophe where Macintosh's or Windows' page was read as another.
_APOSTROPHES: Final = ("í", "Õ", "¹", "ï¿½", "?", "\x92", "\ufffd")
_RUNS: Final = 4  # of lost letters in what can be mended
_LONGEST: Final = 60  # characters of a damaged word and what stands around it


def is_lost(text: str) -> bool:
    """Whether a text has lost a letter, an apostrophe before an ending not counted: "don\ufffdt" is "don't"."""
    return _LOST in re.sub(
        f"(?<=[^\\W\\d_]){_LOST}(?=(?:t|s|re|ve|ll|d|m)\\b)", "'", text.replace("ï¿½", _LOST)
    )


def same_mended(damaged: str, whole: str) -> bool:
    """Whether a damaged text, mended, has the words of a whole one.

    Args:
        damaged: A word or a few.
        whole: What they may be.
    """
    if len(damaged) > _LONGEST:
        return False
    wanted = _words(whole)
    return any(_words(mended) == wanted for mended in _mended(damaged)) or _fits(damaged, whole)


def _mended(text: str) -> Iterator[str]:
    if _SIGNS.search(text):
        yield _decoded(text)
    for sign in _APOSTROPHES:
        if re.search(rf"[^\W\d_]{re.escape(sign)}[^\W\d_]", text):
            yield text.replace(sign, "'")


def _decoded(text: str) -> str:
    from ftfy import fix_encoding  # needed for damaged words alone

    return fix_encoding(text)


def _words(text: str) -> list[str]:
    return [token.folded for token in tokenize(text)]


def _fits(damaged: str, whole: str) -> bool:
    """Whether a whole text is a damaged one with a letter or two for each that was lost."""
    runs = re.findall(f"{_LOST}+", damaged)
    if not 0 < len(runs) <= _RUNS or not any(map(str.isalnum, damaged)):
        return False
    first, *rest = (re.escape(part.lower()) for part in re.split(f"{_LOST}+", damaged.strip()))
    gaps = (f".{{1,{2 * len(run)}}}" for run in runs)
    pattern = first + "".join(gap + part for gap, part in zip(gaps, rest, strict=False))
    return re.fullmatch(pattern, whole.strip().lower()) is not None
