"""Tokens: what a text is made of once its dress is taken off: words, figures, dates, times of day."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from provenance.text.folding import fold_word
from provenance.text.span import Span

if TYPE_CHECKING:
    from decimal import Decimal


class Quantity(NamedTuple):
    """A number with what it counts."""

    value: "Decimal"  # the number, its scale applied: `4.2 million` is 4200000
    upper: "Decimal | None" = None  # the end of a range (`20-25`), or None
    unit: str | None = None  # a unit, `percent` or a currency in its canonical name; None where there is none
    ordinal: bool = False  # whether it counts places (`third`, `3rd`)


class PartialDate(NamedTuple):
    """A date or a time of day; what is not given is None."""

    year: int | None = None  # four digits
    month: int | None = None  # 1 to 12
    day: int | None = None  # 1 to 31
    weekday: int | None = None  # 0 for Monday to 6
    minute: int | None = None  # minutes since midnight
    years: int | None = None  # how many years it is long, from that year on: 10 for `the 1970s`


class Token(NamedTuple):
    """One word, figure or date of a text."""

    key: str  # what it is compared by: equal keys are the same thing in another dress
    text: str  # exactly as it stands in the document
    span: Span  # where it stands; the two units of a contraction share its span between them
    value: Quantity | PartialDate | None = None  # the figure or moment that it names, or None for a word
    opens: bool = False  # whether it is the first word of a sentence
    short: bool = False  # whether it is a contracted verb with more than one reading (`'s`)
    stopped: bool = False  # whether it ends in a stop that ends no sentence (`Prof.`)

    @property
    def word(self) -> str:
        """A word's key; a figure's or date's own folded text, by which word lists know it."""
        return self.key if self.value is None else fold_word(self.text)

    @property
    def capitalised(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


class Tokens:
    """The units of a stretch of a document, read when they are first asked for: of most excerpts nobody asks."""

    def __init__(self, read: Callable[[], tuple[Token, ...]]) -> None:
        self._read: Final = read

    @cached_property
    def items(self) -> tuple[Token, ...]:
        """The units, in order."""
        return self._read()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(unit.span.start for unit in self.items)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(unit.span.end for unit in self.items)

    def touching(self, span: Span) -> tuple[int, int]:
        """The half-open range of indices of the units that share a character with ``span``.

        For an empty span, or one that touches none, the range is empty and stands where a unit would be put in; a unit
        that has the empty span inside it is touched.
        """
        if len(span) == 0:
            first = bisect_right(self._ends, span.start)
            inside = first < len(self.items) and self._starts[first] < span.start
            return first, first + inside
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def between(self, span: Span) -> tuple[Token, ...]:
        """The units that share a character with ``span``."""
        first, last = self.touching(span)
        return self.items[first:last]
