"""The model: a weight for each feature, read from a file that tools/train.py writes."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import exp
from operator import mul
from pathlib import Path

from provenance.excerpts.model import Candidate, Evidence, Markup

ENVIRONMENT = "PROVENANCE_MODEL"
"""The name of the variable that puts another model file in the place of the one that ships, for measuring."""


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """Log-odds as a weighted sum."""

    intercept: float  # what is added whatever is seen
    weights: Mapping[str, float]  # what each feature adds, by its name
    threshold: float  # the probability from which on a candidate counts as quoted

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely a candidate with these features is quoted."""
        total = self.intercept + sum(
            map(mul, self.weights.values(), map(features.get, self.weights, repeat(0.0)))
        )
        return 1 / (1 + exp(-max(-60.0, min(60.0, total))))

    def evidence(self, features: Mapping[str, float]) -> tuple[Evidence, ...]:
        """What the features add, the strongest first."""
        added = ((name, weight * features.get(name, 0.0)) for name, weight in self.weights.items())
        told = sorted((-abs(weight), name, weight) for name, weight in added if weight)
        return tuple(Evidence(name, weight) for _, name, weight in told)


@dataclass(frozen=True, slots=True)
class QuotationModel:
    """The two models of detection: of passages inside a paragraph, and of those over whole blocks."""

    inline: LogisticModel
    block: LogisticModel

    def of(self, candidate: Candidate) -> LogisticModel:
        """The model that judges a candidate."""
        return self.inline if candidate.markup is Markup.INLINE else self.block


def quotation_model() -> QuotationModel:
    """The model that ships, or the one that the environment names."""
    return _read(os.environ.get(ENVIRONMENT) or None)


@cache
def _read(path: str | None) -> QuotationModel:
    source = Path(path) if path else Path(__file__).with_name("model.json")
    data = json.loads(source.read_text("utf-8"))
    return QuotationModel(inline=_logistic(data["inline"]), block=_logistic(data["block"]))


def _logistic(data: Mapping[str, object]) -> LogisticModel:
    return LogisticModel(**data)  # type: ignore[arg-type]
