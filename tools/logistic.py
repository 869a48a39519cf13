"""Logistic regression with L2 in plain Python: the same numbers on every machine, a fixed number of Newton steps."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = 12
DIGITS = 4


@dataclass(frozen=True)
class Example:
    """One candidate as the training sees it.

    Attributes:
        values: Its features, in the order of their names.
        quoted: Whether a person labelled it as quoted.
        weight: How much it counts.
        group: Whose page it stands on; a group never stands on both sides of a fold.
        share: How much it counts where a threshold is chosen.
    """

    values: tuple[float, ...]
    quoted: bool
    weight: float
    group: str
    share: float = 1.0


def fit(examples: Sequence[Example], *, penalty: float) -> list[float]:
    """The intercept and a weight for each feature, rounded.

    Args:
        examples: At least one.
        penalty: How strongly weights are drawn to 0 (the intercept is not).
    """
    size = len(examples[0].values) + 1
    weights = [0.0] * size
    for _ in range(STEPS):
        gradient = [0.0] + [-penalty * weight for weight in weights[1:]]
        hessian = [[penalty * (row == column > 0) for column in range(size)] for row in range(size)]
        hessian[0][0] = 1e-6
        for example in examples:
            _add(example, weights, gradient, hessian)
        weights = [weight + step for weight, step in zip(weights, _solve(hessian, gradient), strict=True)]
    return [round(weight, DIGITS) for weight in weights]


def probability(weights: Sequence[float], values: Sequence[float]) -> float:
    """How likely an example with these values is quoted."""
    total = weights[0] + sum(weight * value for weight, value in zip(weights[1:], values, strict=True))
    return 1 / (1 + exp(-max(-60.0, min(60.0, total))))


def _add(example: Example, weights: list[float], gradient: list[float], hessian: list[list[float]]) -> None:
    expected = probability(weights, example.values)
    error = example.weight * (example.quoted - expected)
    curvature = example.weight * expected * (1 - expected)
    present = [(0, 1.0), *((at + 1, value) for at, value in enumerate(example.values) if value)]
    for row, value in present:
        gradient[row] += error * value
        scaled, line = curvature * value, hessian[row]
        for column, other in present:
            line[column] += scaled * other


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by Gauss's elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for column in range(len(rows)):
        pivot = max(range(column, len(rows)), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, len(rows)):
            factor = rows[row][column] / rows[column][column]
            rows[row] = [one - factor * other for one, other in zip(rows[row], rows[column], strict=True)]
    found = [0.0] * len(rows)
    for row in range(len(rows) - 1, -1, -1):
        known = sum(rows[row][column] * found[column] for column in range(row + 1, len(rows)))
        found[row] = (rows[row][-1] - known) / rows[row][row]
    return found
