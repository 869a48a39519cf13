"""Which words of a sentence were changed: sentences of papers in two versions, whose changes people marked (arXivEdits).

    python benchmarks/quality/revisions.py CHECKOUTS [--split dev] [--rival NAME]

CHECKOUTS holds arXivEdits (chaojiang06). The older sentence is the source, the newer one the quotation. Counted are the words
that a method calls put in, left out or replaced (of the older sentence those between kept ones: what goes before or behind a
quotation is not left out), and of our judgement which pairs it calls altered, by the gravest intention that
people gave to one of the pair's changes. A word is what white space parts; what holds no letter or digit does not count.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from intervals import Bootstrap, f1, share

sys.path.insert(0, str(Path(__file__).parents[1]))
from aligning.corpus import Text
from aligning.rivals import METHODS
from aligning.samples import Draft, Item, Sample, bare, finished

from provenance import Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligning.methods import Method

INTENTIONS = (
    "Content",
    "Lang",
    "Improve-grammar",
    "Format",
)  # the gravest first; the beginnings of their names


class Revision(NamedTuple):
    """A sentence, its older version, the older one's words that were changed, and the gravest intention."""

    older: Text
    newer: Sample
    removed: frozenset[int]
    intention: str


def read_revisions(checkouts: Path, split: str) -> Iterator[Revision]:
    """The pairs of a split that have a marked change."""
    pairs = json.loads((checkouts / "arXivEdits/data/edits" / f"{split}.json").read_text("utf-8"))
    for pair in pairs.values():
        edits = pair["edits-combination-0"].values()
        if edits:
            # "[MATH]" stands for a formula, and is no bracket of an editor's.
            older, newer = (re.sub(r"\[(\w+)\]", r"\1", pair[f"sentence-{side}"]) for side in (1, 2))
            before, after = (_words(edits, f"sentence-{side}-token-indices") for side in (1, 2))
            items = [
                Item(word, label="alt" if index in after else "") for index, word in enumerate(newer.split())
            ]
            source = Text(older)
            sample = finished(Draft(items, [(0, len(source.words))]), source, "revision", len(items))
            kept = [index for index, word in enumerate(source.words) if index not in before and bare(word)]
            removed = frozenset(
                index for index in before if bare(source.words[index]) and kept[0] < index < kept[-1]
            )
            yield Revision(source, sample, removed, _gravest(edits))


def _words(edits: list[dict], key: str) -> set[int]:
    return {index for edit in edits if edit[key] for index in range(*edit[key])}


def _gravest(edits: list[dict]) -> str:
    intentions = {edit["intention"] for edit in edits}
    return next(name for name in INTENTIONS if any(each.startswith(name) for each in intentions))


def count(revision: Revision, method: Method) -> Counter[str]:
    """What one pair adds to the counts of words."""
    newer = revision.newer
    answer = method.align(method.prepare(revision.older), method.ready(newer) if method.ready else newer)
    labels = method.label(answer, newer, revision.older)
    counts: Counter[str] = Counter()
    for side, marked, said, words in (
        ("newer", newer.altered, labels.added | labels.altered, newer.words),
        ("older", revision.removed, labels.omitted | labels.replaced, revision.older.words),
    ):
        told = {index for index in said if bare(words[index])}
        counts += Counter({f"{side} hits": len(marked & told), f"{side} told": len(told)})
        counts[f"{side} marked"] += len(marked)
    return counts


def judge(revision: Revision) -> Counter[str]:
    """What one pair adds to the counts of verdicts."""
    verdict = compare(revision.newer.document.text, revision.older.text).verdict
    name = revision.intention
    return Counter(
        {name: 1, f"{name} altered": verdict is Verdict.ALTERED, f"{name} lost": verdict is Verdict.NOT_FOUND}
    )


def main() -> None:
    """Print the figures of one method, and of ours the verdicts too."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkouts", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--rival", choices=METHODS, default="provenance")
    options = parser.parse_args()
    revisions = list(read_revisions(options.checkouts, options.split))
    method = METHODS[options.rival]()
    words = Bootstrap([count(revision, method) for revision in revisions])
    for side in ("newer", "older"):
        print(
            f"changed words, {side} F1 {words.interval(f1(f'{side} hits', f'{side} told', f'{side} marked'))}"
        )
    if options.rival == "provenance":
        verdicts = Bootstrap([judge(revision) for revision in revisions])
        for name in INTENTIONS:
            print(f"{name}: altered {verdicts.interval(share(f'{name} altered', name))}", end=" · ")
            print(f"not found {verdicts.interval(share(f'{name} lost', name))}")
    print(f"{len(revisions)} pairs")


if __name__ == "__main__":
    main()
