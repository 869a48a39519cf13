#!/usr/bin/env python3
"""Trains the model that doubts cuts: how likely words that were left out turn the sense of those that were kept.

    python tools/train_cuts.py features [--table FILE]      the table of what is seen, from the pairs of tests/gold
    python tools/train_cuts.py fit [--table FILE] [--model FILE] [--without SETS]
    python tools/train_cuts.py measure [--table FILE]       each fold of the pairs judged by a model that never saw it
    python tools/train_cuts.py check                        does the table still make the model that ships?

A pair says of a quotation and its source whether a careful person finds it honest. Each of its cuts is an example. Where a pair
is falsified, one cut at least turns the sense: the one that the model of the round before finds likeliest (multiple-instance
learning, Andrews et al. 2002). Pairs of which another rule tells teach nothing. The table holds numbers and no text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "benchmarks")]

from boosting import Growth, grow, log_odds  # noqa: E402 - beside this file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from boosting import Tree

TABLE = HERE / "cuts.tsv.gz"
MODEL = HERE.parent / "provenance" / "findings" / "scope" / "model.json"
GOLD = HERE.parent / "tests" / "gold"
HELD_OUT = {
    "pairs-eleventh",
    "pairs-sixteenth",
    "pairs-frames-b",
    "pairs-limits-b",
    "pairs-twentyseventh",
    "pairs-twentyeighth",
}  # never trained on
ROUNDS = 3
FOLDS = 8
RAREST = 8  # cuts; what is seen of fewer teaches nothing
THRESHOLD = 0.65  # swept: three and a half turned cuts are told of for each honest one; below it, about two


class Example(NamedTuple):
    """A pair with what is seen of each of its cuts."""

    group: str  # its set
    turned: bool  # whether a person finds the sense turned
    cuts: tuple[frozenset[str], ...]  # at least one


def examples() -> Iterator[Example]:
    """The pairs of tests/gold of which no rule tells, with what is seen of their cuts."""
    import judgement

    from provenance.findings.finding import Severity
    from provenance.findings.scope.unlisted import UnlistedGovernors

    seen: list[frozenset[str]] = []

    def watch(unlisted: UnlistedGovernors, cut: object, sentence: object) -> tuple[()]:
        if unlisted.is_open_to_doubt(cut, sentence):
            seen.append(unlisted.sighting(cut, sentence).names())
        return ()

    setattr(UnlistedGovernors, "doubtful", watch)  # noqa: B010 - the model is not asked while its examples are made
    paths = (path for path in sorted(GOLD.glob("pairs*/*.toml")) if path.parent.name not in HELD_OUT)
    for path in paths:
        for pair in judgement.read_pairs(path):
            seen.clear()
            outcome = judgement.judge_pair(pair)
            told = outcome.gravest > Severity.NOTE or not outcome.clean
            if seen and not told:
                yield Example(path.parent.name, not pair.honest, tuple(seen))


def read_table(path: Path) -> list[Example]:
    """The examples of a table."""
    first, *lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    names, rows = first.split("\t"), {}
    for line in lines:
        number, group, turned, places = line.split("\t")
        cut = frozenset(names[int(place)] for place in places.split(","))
        cuts = rows[number].cuts if number in rows else ()
        rows[number] = Example(group, turned == "1", (*cuts, cut))
    return list(rows.values())


def write_table(rows: Sequence[Example], path: Path) -> None:
    """Write a table: a line of names, then a line for each cut."""
    names = sorted({name for row in rows for cut in row.cuts for name in cut})
    place = {name: str(at) for at, name in enumerate(names)}
    lines = [
        f"{number}\t{row.group}\t{int(row.turned)}\t{','.join(place[name] for name in sorted(cut))}"
        for number, row in enumerate(rows)
        for cut in row.cuts
    ]
    path.write_bytes(gzip.compress("\n".join(["\t".join(names), *lines]).encode(), mtime=0))


def fit(rows: Sequence[Example], growth: Growth = Growth()) -> dict[str, object]:  # noqa: B008
    """The model as its file holds it."""
    counts = Counter(name for row in rows for cut in row.cuts for name in cut)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    seen, owner = _matrix(rows, names)
    turned = np.array([row.turned for row in rows])
    weights = 1 / np.bincount(owner)[owner]
    for _ in range(ROUNDS):
        weights = _weights(log_odds(*grow(seen, turned[owner], weights, growth), seen), owner, turned)
    start, trees = grow(seen, turned[owner], weights, growth)
    used = sorted({feature for tree in trees for feature in _features(tree)})
    place = {feature: at for at, feature in enumerate(used)}
    return {
        "names": [names[feature] for feature in used],
        "start": start,
        "threshold": THRESHOLD,
        "trees": [_renumbered(tree, place) for tree in trees],
    }


def probabilities(model: Mapping[str, object], rows: Sequence[Example]) -> np.ndarray:
    """For each pair how likely its likeliest cut turns the sense."""
    seen, owner = _matrix(rows, model["names"])
    chance = 1 / (1 + np.exp(-log_odds(model["start"], model["trees"], seen)))
    return np.array([chance[owner == at].max() for at in range(len(rows))])


def measure(rows: Sequence[Example]) -> None:
    """Print how many pairs of each set are doubted by models that never saw them, and what other thresholds would do."""
    chance = np.zeros(len(rows))
    for fold in range(FOLDS):
        rest = [row for at, row in enumerate(rows) if at % FOLDS != fold]
        chance[fold::FOLDS] = probabilities(fit(rest), rows[fold::FOLDS])
    turned = np.array([row.turned for row in rows])
    sets = np.array([row.group for row in rows])
    for group in sorted(set(sets)):
        honest, false = (chance[(sets == group) & (turned == kind)] for kind in (False, True))
        told = f"honest {(honest >= THRESHOLD).sum()}/{len(honest)}, turned {(false >= THRESHOLD).sum()}/{len(false)}"
        print(f"{group}: {told}")
    for threshold in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
        doubted = chance >= threshold
        honest, false = (doubted & ~turned).sum(), (doubted & turned).sum()
        print(f"from {threshold}: honest {honest}/{(~turned).sum()}, turned {false}/{turned.sum()}")


def _matrix(rows: Sequence[Example], names: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    place = {name: at for at, name in enumerate(names)}
    cuts = [(at, cut) for at, row in enumerate(rows) for cut in row.cuts]
    seen = np.zeros((len(cuts), len(names)), np.int64)
    for line, (_, cut) in enumerate(cuts):
        seen[line, [place[name] for name in cut if name in place]] = 1
    return seen, np.array([at for at, _ in cuts])


def _weights(odds: np.ndarray, owner: np.ndarray, turned: np.ndarray) -> np.ndarray:
    """How much each cut counts: of a falsified pair the likeliest alone, of an honest one all of them."""
    weights = np.zeros(len(owner))
    for at, is_turned in enumerate(turned):
        places = np.flatnonzero(owner == at)
        if is_turned:
            weights[places[odds[places].argmax()]] = 1
        else:
            weights[places] = len(places) ** -0.5
    return weights


def _features(tree: Tree) -> Iterator[int]:
    if isinstance(tree, list):
        yield tree[0]
        yield from (feature for part in tree[1:] for feature in _features(part))


def _renumbered(tree: Tree, place: Mapping[int, int]) -> Tree:
    if not isinstance(tree, list):
        return tree
    return [place[tree[0]], *(_renumbered(part, place) for part in tree[1:])]


def written(model: Mapping[str, object]) -> str:
    """The model as its file holds it."""
    return json.dumps(model, separators=(",", ":")) + "\n"


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("features", "fit", "measure", "check"))
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--without", nargs="*", default=())
    options = parser.parse_args()
    if options.command == "features":
        write_table(list(examples()), options.table)
        return
    rows = [row for row in read_table(options.table) if row.group not in options.without]
    if options.command == "measure":
        measure(rows)
    elif options.command == "fit":
        options.model.write_text(written(fit(rows)), "utf-8")
    elif written(fit(rows)) != options.model.read_text("utf-8"):
        sys.exit("The table makes another model than the one that ships: run features and fit.")


if __name__ == "__main__":
    main()
