"""What stands above the excerpts: how many there are of each verdict, severity, code and outlet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict
from provenance.reporting.html.cards import Card


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that excerpts can be chosen by."""

    value: str  # the value
    count: int  # how many excerpts have it
    label: str = ""  # what it is called where the value says too little
    start: float = 0.0  # where its part of the bar begins, in per cent
    width: float = 0.0  # how wide that part is, in per cent


class Overview(NamedTuple):
    """What stands above the excerpts. Values without excerpts are left out."""

    verdicts: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    codes: tuple[Choice, ...]
    outlets: tuple[Choice, ...]


def overview(cards: Sequence[Card]) -> Overview:
    """Count the excerpts. An excerpt with several findings counts once for each severity and each code."""
    verdicts = Counter(card.record["verdict"] for card in cards)
    severities = Counter(severity for card in cards for severity in card.severities)
    ranks = (severity.label for severity in sorted(Severity, reverse=True))
    codes = Counter(code for card in cards for code in card.codes)
    names = {
        view.record["code"]: view.record["name"] for card in cards for view in (*card.findings, *card.notes)
    }
    outlets = Counter(card.outlet for card in cards)
    return Overview(
        parts_of_bar(verdicts, map(str, Verdict), len(cards)),
        parts_of_bar(severities, ranks, severities.total()),
        tuple(Choice(code, codes[code], f"{code} {names[code]}") for code in sorted(codes)),
        tuple(Choice(name, outlets[name]) for name in sorted(outlets, key=str.casefold)),
    )


def parts_of_bar(counts: Counter[str], order: Iterable[str], total: int) -> tuple[Choice, ...]:
    """The values in a given order, as parts of a bar that stands for so many."""
    start, choices = 0.0, []
    for value in order:
        width = 100 * counts[value] / (total or 1)
        if width:
            choices.append(Choice(value, counts[value], start=round(start, 3), width=round(width, 3)))
        start += width
    return tuple(choices)
