"""Tables: what was measured, as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligning.edits import FAMILIES
from aligning.measures import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

COLUMNS = (
    "method",
    "samples",
    "hit",
    "mixed: add/omit/alt",
    "20 words: add/omit/alt",
    "all: add/omit/alt",
    "splice recall",
    "false, 1k + 10k",
    "ms, 1k",
    "ms, 10k",
    "ms, 100k",
    "times ours",
)


@dataclass(frozen=True)
class Row:
    """What was measured of one method.

    Attributes:
        name: The method.
        tallies: By family and length of excerpt.
        false: Decoys found, by the source's size; None where it was not tried.
        times: Seconds for a 200-word excerpt, by the source's size; None where it was not tried.
    """

    name: str
    tallies: Mapping[tuple[str, int], Tally]
    false: Mapping[int, int | None]
    times: Mapping[int, float | None]

    def _over(self, family: str | None = None, length: int | None = None) -> Tally:
        total = Tally()
        for (name, words), tally in self.tallies.items():
            if family in (None, name) and length in (None, words):
                total.add(tally)
        return total

    def figures(self) -> dict[str, float]:
        """The figures that limits are set for."""
        every, mixed, short = self._over(), self._over("mixed"), self._over(length=20)
        named = {f"mixed-{name}": mixed.f1(name) for name in ("add", "omit", "alt")}
        brief = {f"short-{name}": short.f1(name) for name in ("add", "omit", "alt")}
        false = float(sum(count or 0 for count in self.false.values()))
        return {"hit": every.hit, **named, **brief, "splice-recall": every.splice_recall, "false": false}

    def cells(self, ours: Row) -> list[str]:
        """The row of the table."""
        every = self._over()
        false = " + ".join("–" if count is None else str(count) for count in self.false.values())
        times = ["–" if seconds is None else _milliseconds(seconds) for seconds in self.times.values()]
        times += ["–"] * (3 - len(times))
        ratios = [
            f"{seconds / ours.times[size]:.1f}" if seconds and ours.times[size] else "–"
            for size, seconds in self.times.items()
        ]
        return [
            self.name,
            str(every.samples),
            f"{every.hit:.3f}",
            _scores(self._over("mixed")),
            _scores(self._over(length=20)),
            _scores(every),
            f"{every.splice_recall:.2f}",
            false,
            *times,
            " / ".join(ratios),
        ]

    def family_cells(self) -> list[list[str]]:
        """A row for each kind of edit."""
        kinds = [(family, self._over(family)) for family in FAMILIES]
        return [
            [family, *(_score(tally, name) for name in ("add", "omit", "alt"))]
            for family, tally in kinds
            if tally.samples
        ]


def _score(tally: Tally, name: str) -> str:
    """The F1 of a label, with what was wrongly given it where there is none to find."""
    if tally.right[name] + tally.missed[name]:
        return f"{tally.f1(name):.3f}"
    return f"– ({tally.wrong[name]} wrong)" if tally.wrong[name] else "–"


def _scores(tally: Tally) -> str:
    return "/".join(f"{tally.f1(name):.2f}".removeprefix("0") for name in ("add", "omit", "alt"))


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f}" if seconds < 0.1 else f"{seconds * 1000:,.0f}"


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table."""
    print("| " + " | ".join(columns) + " |")
    print("|" + "---|" * len(columns))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()
