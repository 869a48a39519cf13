"""How sure a figure is: confidence intervals by drawing whole documents again (Efron's bootstrap)."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 1000
SEED = 20310312


def interval(documents: Sequence[Counter[str]], figure: Callable[[Counter[str]], float]) -> str:
    """The figure over all documents, with the interval that holds 95 of 100 draws of as many documents."""
    dice = random.Random(SEED)
    drawn = sorted(figure(sum(dice.choices(documents, k=len(documents)), Counter())) for _ in range(ROUNDS))
    whole = figure(sum(documents, Counter()))
    return f"{whole:.3f} [{drawn[ROUNDS // 40]:.3f}, {drawn[-ROUNDS // 40]:.3f}]"


def share(part: str, of: str) -> Callable[[Counter[str]], float]:
    """The figure that is one count divided by another."""
    return lambda counts: counts[part] / max(1, counts[of])


def f1(hits: str, reported: str, labelled: str) -> Callable[[Counter[str]], float]:
    """The harmonic mean of precision and recall, from three counts."""
    return lambda counts: 2 * counts[hits] / max(1, counts[reported] + counts[labelled])
