"""How sure a figure is: confidence intervals by drawing whole documents again (Efron's bootstrap)."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 1000
SEED = 20310312


class Bootstrap:
    """What was counted in some documents, and in a thousand draws of as many of them."""

    def __init__(self, documents: Sequence[Counter[str]]) -> None:
        """Take the counts of each document."""
        self.whole = sum(documents, Counter())
        columns = {name: [each[name] for each in documents] for name in self.whole}
        dice, places = random.Random(SEED), range(len(documents))
        drawn = (dice.choices(places, k=len(places)) for _ in range(ROUNDS))
        self._draws = [
            Counter({name: sum(map(column.__getitem__, draw)) for name, column in columns.items()})
            for draw in drawn
        ]

    def interval(self, figure: Callable[[Counter[str]], float]) -> str:
        """The figure over all documents, with the interval that holds 95 of 100 draws of as many documents."""
        drawn = sorted(map(figure, self._draws))
        return f"{figure(self.whole):.3f} [{drawn[ROUNDS // 40]:.3f}, {drawn[-ROUNDS // 40]:.3f}]"


def share(part: str, of: str) -> Callable[[Counter[str]], float]:
    """The figure that is one count divided by another."""
    return lambda counts: counts[part] / max(1, counts[of])


def f1(hits: str, reported: str, labelled: str) -> Callable[[Counter[str]], float]:
    """The harmonic mean of precision and recall, from three counts."""
    return lambda counts: 2 * counts[hits] / max(1, counts[reported] + counts[labelled])
