"""The rankers: how well each option answers whose words a candidate is, by weights that were learned from labelled pages."""

import json
import os
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from math import exp
from operator import mul
from pathlib import Path
from typing import NamedTuple

from provenance.excerpts.model import Evidence

_MOST_EVIDENCE = 5

CUES = frozenset(
    (
        "slot-behind-nearest slot-behind-first slot-behind-after slot-before-nearest slot-before-first "
        "slot-before-after according before-colon before-block-colon before-tail inner tail-signed tail-short "
        "line-is-name implicit-verb-behind implicit-verb-before before-verb-behind "
        "behind-verb-before behind-word-between behind-in-brackets before-label"
    ).split()
)
"""The features by which words say whose a candidate is: a verb, "according to", a colon, a signature; not only a name near it."""

SAID = CUES - {
    "before-colon",
    "before-block-colon",
    "line-is-name",
    "behind-word-between",
    "behind-in-brackets",
}
"""Those of them that only words of saying or a signature have: not a colon or a name alone."""

ENVIRONMENT = "PROVENANCE_ATTRIBUTION_MODEL"
"""The name of the variable that puts another model file in the place of the one that ships, for measuring."""


class Ranker(NamedTuple):
    """A logistic ranker over options."""

    # What each feature adds to an option's score; `nobody`, where it is given, is the score of none of them.
    weights: Mapping[str, float]
    naming: float = 0.0  # how probable an answer must be to be given

    def score(self, values: Mapping[str, float]) -> float:
        """The score of an option with these features."""
        return float(sum(map(mul, map(self.weights.get, values, repeat(0.0)), values.values())))

    def probabilities(self, options: Sequence[Mapping[str, float]]) -> list[float]:
        """How probable each option is; what is missing to 1 is the probability of none."""
        scores = [self.score(values) for values in options]
        none = [self.weights["nobody"]] if "nobody" in self.weights else []
        highest = max([*scores, *none], default=0.0)
        shares = [exp(score - highest) for score in scores]
        total = sum(shares) + sum(exp(score - highest) for score in none)
        return [share / total for share in shares]

    def evidence(self, values: Mapping[str, float]) -> tuple[Evidence, ...]:
        """What spoke for and against an option, the strongest first."""
        seen = ((name, value) for name, value in values.items() if value)
        weighed = ((name, round(self.weights.get(name, 0.0) * value, 3)) for name, value in seen)
        told = sorted((-abs(weight), name, weight) for name, weight in weighed if weight)
        return tuple(Evidence(name, weight) for _, name, weight in told[:_MOST_EVIDENCE])


def likeliest(shares: Sequence[float], sources: Sequence[int]) -> tuple[int, float]:
    """The best option of the source that is most probable, all its options (at least one) taken together, and how probable that is.

    ``sources`` has a number for whom each option means.
    """
    together: dict[int, float] = {}
    for share, source in zip(shares, sources, strict=True):
        together[source] = together.get(source, 0.0) + share
    source = max(together, key=together.__getitem__)
    best = max((at for at, one in enumerate(sources) if one == source), key=shares.__getitem__)
    return best, together[source]


def certainty_values(values: Mapping[str, float], share: float) -> dict[str, float]:
    """What tells how certain the best option is: its features, its share of all, whether words say whose a candidate is."""
    return {**values, "share": share, "cued": float(any(values.get(name) for name in CUES))}


class Rankers(NamedTuple):
    """The rankers of sources and of links, and how certain the choice of a source is."""

    source: Ranker  # whose words a candidate is, if it is quoted
    certainty: Ranker  # whether the choice is right and the candidate quoted, against nobody
    link: Ranker  # which address leads to it, or none


def rankers() -> Rankers:
    """The rankers that ship with the package, or those of the file that the environment names."""
    return _read(os.environ.get(ENVIRONMENT) or None)


@cache
def _read(path: str | None) -> Rankers:
    source = Path(path) if path else Path(__file__).with_name("model.json")
    data = json.loads(source.read_text("utf-8"))
    return Rankers(
        *(Ranker(data[name]["weights"], data[name]["naming"]) for name in ("source", "certainty", "link"))
    )
