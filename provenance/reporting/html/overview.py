"""The overview of the page: how many excerpts of which verdict and severity, and what they can be chosen by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.reporting.html.cards import Card


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that excerpts can be chosen by.

    Attributes:
        value: The value.
        label: What it is called where the value says too little.
        count: How many excerpts have it.
        start: Where its part of the bar begins, in per cent.
        width: How wide that part is, in per cent.
    """

    value: str
    count: int
    label: str = ""
    start: float = 0.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands above the excerpts. Values without excerpts are left out."""

    verdicts: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    codes: tuple[Choice, ...]
    outlets: tuple[Choice, ...]


def overview(cards: Sequence[Card]) -> Overview:
    """Count the excerpts. An excerpt with several findings counts once for each severity and each code."""
    verdicts = Counter(card.record["verdict"] for card in cards)
    severities = Counter(severity for card in cards for severity in card.severities)
    codes = Counter(code for card in cards for code in card.codes)
    names = {
        view.record["code"]: view.record["name"] for card in cards for view in (*card.findings, *card.notes)
    }
    outlets = Counter(card.outlet for card in cards)
    return Overview(
        _bar(verdicts, map(str, Verdict)),
        _bar(severities, (severity.label for severity in sorted(Severity, reverse=True))),
        tuple(Choice(code, codes[code], f"{code} {names[code]}") for code in sorted(codes)),
        tuple(Choice(name, outlets[name]) for name in sorted(outlets, key=str.casefold)),
    )


def _bar(counts: Counter[str], order: Iterable[str]) -> tuple[Choice, ...]:
    """The values in a given order, as parts of a bar."""
    total, start, choices = counts.total() or 1, 0.0, []
    for value in order:
        width = 100 * counts[value] / total
        choices += [Choice(value, counts[value], start=round(start, 3), width=round(width, 3))] * bool(
            counts[value]
        )
        start += width
    return tuple(choices)
