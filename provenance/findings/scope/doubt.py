"""How likely a cut turns the sense of the kept words, told by what is seen of it: small trees that tools/train_cuts.py grows."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

ENVIRONMENT = "PROVENANCE_CUT_MODEL"
"""The name of the variable that puts another model file in the place of the one that ships, for measuring."""

Tree = (
    float | Sequence["int | Tree"]
)  # what a leaf adds; or a name's index, the tree without it, the tree with it


class CutModel(NamedTuple):
    """Boosted trees (J. H. Friedman, Greedy function approximation, 2001) over what is seen or not seen."""

    names: tuple[str, ...]  # of what may be seen
    start: float  # the log-odds before any tree
    trees: tuple[Tree, ...]  # what each adds
    threshold: float  # the probability from which on a cut is told of

    def doubts(self, seen: frozenset[str]) -> bool:
        """Whether a cut of which this is seen likely turns the sense."""
        has = [name in seen for name in self.names]
        odds = self.start + sum(_added(tree, has) for tree in self.trees)
        return 1 / (1 + exp(-odds)) >= self.threshold


def _added(tree: Tree, has: Sequence[bool]) -> float:
    while not isinstance(tree, float):
        name, without, having = tree
        tree = having if has[name] else without  # type: ignore[index]
    return tree


def cut_model() -> CutModel:
    """The model that ships, or the one that the environment names."""
    return _read(os.environ.get(ENVIRONMENT) or None)


@cache
def _read(path: str | None) -> CutModel:
    source = Path(path) if path else Path(__file__).with_name("model.json")
    data = json.loads(source.read_text("utf-8"))
    return CutModel(tuple(data["names"]), data["start"], tuple(data["trees"]), data["threshold"])
