"""Boosted trees over what is seen or not seen, in whole numbers: the same trees on every machine.

J. H. Friedman, Stochastic Gradient Boosting (2002), with the second-order leaves of Chen and Guestrin (2016). Gradients are
rounded to integers before they are summed, so that no sum depends on the order in which a library adds.
"""

from __future__ import annotations

from math import exp, log
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNIT = 1 << 20  # the steps of a gradient of 1
_DIGITS = 4

Tree = list | float  # a leaf's value, or [feature, the tree where it is not seen, the tree where it is]


class Growth(NamedTuple):
    """How trees are grown."""

    rounds: int = 200
    depth: int = 3
    rate: float = 0.06
    rows: float = 0.7  # the share of examples that a tree is grown on
    columns: float = 0.25  # the share of features that a split is chosen from
    penalty: float = 2.0  # what a leaf's value is drawn to 0 by
    least: float = 1.0  # the weight of examples in a leaf, at least


def grow(
    seen: np.ndarray, labels: np.ndarray, weights: np.ndarray, growth: Growth
) -> tuple[float, list[Tree]]:
    """The log-odds before any tree, and the trees.

    Args:
        seen: A row for each example, a column for each feature, 0 or 1.
        labels: Whether each is one of those looked for.
        weights: How much each counts.
        growth: How they are grown.
    """
    share = float((weights * labels).sum() / weights.sum())
    start = round(log(share / (1 - share)), _DIGITS)
    odds, draw, trees = np.full(len(labels), start), Random(0), []
    for _ in range(growth.rounds):
        chance = np.array([1 / (1 + exp(-each)) for each in odds])
        sums = np.array([weights * (labels - chance), weights * chance * (1 - chance), weights])
        drawn = np.array([draw.random() < growth.rows for _ in labels])
        rows = np.flatnonzero(drawn & (weights > 0))
        trees.append(_tree(rows, seen, np.rint(_UNIT * sums).astype(np.int64), growth, draw, growth.depth))
        odds = odds + _added(trees[-1], seen)
    return start, trees


def log_odds(start: float, trees: Sequence[Tree], seen: np.ndarray) -> np.ndarray:
    """The log-odds of each example."""
    return start + sum(_added(tree, seen) for tree in trees)


def _tree(
    rows: np.ndarray, seen: np.ndarray, sums: np.ndarray, growth: Growth, draw: Random, depth: int
) -> Tree:
    total = sums[:, rows].sum(axis=1)
    slope, curve = (float(part) / _UNIT for part in total[:2])
    leaf = round(growth.rate * slope / (curve + growth.penalty), _DIGITS)
    if not depth or not len(rows):
        return leaf
    inside = sums[:, rows] @ seen[rows]
    outside = total[:, None] - inside
    drawn = np.array([draw.random() < growth.columns for _ in range(seen.shape[1])])
    filled = np.minimum(inside[2], outside[2]) >= growth.least * _UNIT
    worth = np.where(drawn & filled, _worth(inside, growth) + _worth(outside, growth), -1.0)
    best = int(worth.argmax())
    if worth[best] <= _worth(total[:, None], growth)[0]:
        return leaf
    has = seen[rows, best] == 1
    return [best, *(_tree(rows[side], seen, sums, growth, draw, depth - 1) for side in (~has, has))]


def _worth(sums: np.ndarray, growth: Growth) -> np.ndarray:
    return np.round((sums[0] / _UNIT) ** 2 / (sums[1] / _UNIT + growth.penalty), 9)


def _added(tree: Tree, seen: np.ndarray) -> np.ndarray:
    if not isinstance(tree, list):
        return np.full(len(seen), tree)
    feature, without, having = tree
    return np.where(seen[:, feature] == 1, _added(having, seen), _added(without, seen))
