"""Fractions: "half", "a third", "two thirds", "2/3", "half a million", and the half of "two and a half"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from provenance.findings.canonical.units import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.canonical.pieces import Piece
    from provenance.findings.lexicon.lexicon import Lexicon

# No finer part is written as a fraction in running text: "9/11" is a date, "24/7" a way of speaking.
_FINEST: Final = 10
# "33 percent" is a third, and so is "34 percent": so near, in percent.
_ROUNDED: Final = 1
_JOINTS: Final = frozenset(" \u00a0\u202f\u2009\n-‐‑")


def read_fraction(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Figure, int] | None:
    """The fraction that begins at a piece, and the index after it; None if none begins there."""
    if index >= len(row):
        return None
    written = _in_digits(row[index].text)
    if written is not None:
        return Figure(written), index + 1
    return _counted(row, index, lexicon) or _bare(row, index, lexicon)


def _in_digits(text: str) -> Decimal | None:
    """``½``, ``2½``, ``2/3``."""
    sign = text[-1:]
    if not sign.isdecimal() and sign.isnumeric() and not sign.isalpha():
        whole = text[:-1]
        part = Decimal(str(unicodedata.numeric(sign)))
        return part + (int(whole) if whole.isdecimal() else 0) if part < 1 and _is_count(whole) else None
    above, _, below = text.partition("/")
    if not (above.isdecimal() and below.isdecimal() and len(text) <= len("9/10")):
        return None
    return Decimal(int(above)) / int(below) if 0 < int(above) < int(below) <= _FINEST else None


def _is_count(text: str) -> bool:
    return not text or text.isdecimal()


def _counted(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Figure, int] | None:
    """``two thirds``, ``a quarter``, ``by a third``; but a third man is no third of one."""
    count = 1 if _is_article(row, index, lexicon) else _value(row[index].word, lexicon)
    if count is None or index + 1 >= len(row) or not _JOINTS.issuperset(row[index + 1].gap):
        return None
    found = _part(row, index + 1, lexicon)
    if found is None and count == 1 and _is_share(row, index, lexicon):
        below = lexicon.ordinals.get(row[index + 1].word)
        found = (below, index + 2) if below else None
    if found is None or not (count < found[0] <= _FINEST):
        return None
    return _scaled(Decimal(count) / found[0], found[1], row, lexicon)


def _is_share(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    """Whether an ordinal behind a word is a part: "one third", "by a third", "a third of", "a third less"."""
    counted = row[index].word not in lexicon.words("one_words")
    before = index > 0 and row[index - 1].word in lexicon.words("part_before")
    return before or _is_whole_of(row, index + 2, lexicon) or (counted and lexicon.language == "en")


def _is_article(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    """Whether a word says that there is one of the part behind it; French says "le tiers" too."""
    word, following = row[index].word, row[index + 1].word if index + 1 < len(row) else ""
    definite = word in lexicon.words("part_articles") and following in lexicon.words("other_parts")
    return definite or word in lexicon.words("one_words")


def _bare(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Figure, int] | None:
    """``half``, German ``Drittel``; of "quarter" only with "of" behind it: there are quarters of towns and of years."""
    found = _part(row, index, lexicon)
    if found is None:
        return None
    below, after = found
    if row[index].word in lexicon.words("other_parts") and not _is_whole_of(row, after, lexicon):
        return None
    joined = after < len(row) and row[after].gap == "-"
    return None if joined else _scaled(Decimal(1) / below, after, row, lexicon)  # "half-built"


def _part(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    words = [piece.word for piece in row[index : index + 3]]
    hit = lexicon.words("parts").at(words, 0) if words else None
    return (int(hit.group), index + hit.last) if hit else None


def _value(word: str, lexicon: Lexicon) -> int | None:
    return int(word) if word.isdecimal() and len(word) == 1 else lexicon.values.get(word)


def _is_whole_of(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    return index < len(row) and row[index].word in lexicon.words("part_links")


def _scaled(value: Decimal, after: int, row: Sequence[Piece], lexicon: Lexicon) -> tuple[Figure, int]:
    """``half a million``: an article between a fraction and its scale."""
    article = after + 1 < len(row) and row[after].word in lexicon.words("one_words")
    if article and lexicon.scales.get(row[after + 1].word, 0) >= 1000:
        after += 1
    return Figure(value), after


def with_half(figure: Figure, after: int, row: Sequence[Piece], lexicon: Lexicon) -> tuple[Figure, int]:
    """``two and a half``: a figure, and the half that follows it."""
    joint = after < len(row) and row[after].word in lexicon.words("and_words")
    place = after + 1
    if joint and place < len(row) and row[place].word in lexicon.words("one_words"):
        place += 1
    if not joint or place >= len(row) or row[place].word not in lexicon.words("added_halves"):
        return figure, after
    return figure._replace(value=figure.value + Decimal("0.5")), place + 1


def as_fractions(figure: Figure) -> Iterator[Figure]:
    """The fractions that a percentage or an ordinal can stand for: 33 percent, and the third of "by a third"."""
    if figure.ordinal and 2 < figure.value <= _FINEST:
        yield Figure(Decimal(1) / figure.value)
    if figure.unit != "percent" or figure.upper is not None or not 0 < figure.value < 100:
        return
    for below in range(2, _FINEST + 1):
        above = round(figure.value * below / 100)
        if 0 < above < below and abs(Decimal(100 * above) / below - figure.value) <= _ROUNDED:
            yield Figure(Decimal(above) / below)
