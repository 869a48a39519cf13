#!/usr/bin/env python3
"""Scores detection on labelled pages: what is quoted, whose words they are, where they were taken from.

    python tools/evaluate.py FOLDER... [--sets a,b] [--by language|set] [--model FILE] [--verbose]

Each FOLDER holds a labels.json and the pages that it names (tools/labelled_pages.py says how a label is read). A label is
found if one excerpt begins and ends where it does; an excerpt that touches no label and no doubt is false. Prints, for blocks and
inline quotations, precision, recall and F1, how many names and links are right of all that are labelled, and how many
of the labelled look-alikes are reported.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from labelled_pages import LabelledPage, folded, read_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labelled_pages import Label

    from provenance.excerpts.model import Attribution, Excerpt

KINDS = ("block", "inline")
_SMALL = frozenset(
    "the a an of and for in at de la le el les los der die das des du von van und et y e i w na da do del della di o os as il lo".split()
)
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass
class Counts:
    """What was counted on some pages, and what went wrong there, a line each."""

    numbers: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        """Add what was counted elsewhere."""
        self.numbers.update(other.numbers)
        self.errors.extend(other.errors)

    def rates(self, kind: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of blocks or of inline quotations."""
        found, false = self.numbers[f"{kind} found"], self.numbers[f"{kind} false"]
        precision, recall = found / max(1, found + false), found / max(1, self.numbers[f"{kind} labels"])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    def __str__(self) -> str:
        said = []
        for kind in KINDS:
            precision, recall, f1 = self.rates(kind)
            counts = f"{self.numbers[f'{kind} found']}/{self.numbers[f'{kind} labels']}, {self.numbers[f'{kind} false']} false"
            said.append(f"{kind} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({counts})")
        said.extend(
            f"{what} {self.numbers[f'{what} right']}/{self.numbers[f'{what} labels']}"
            for what in ("names", "links")
        )
        said.append(f"look-alikes {self.numbers['look-alikes reported']}/{self.numbers['look-alikes']}")
        return " · ".join(said)


def score(page: LabelledPage, excerpts: Sequence[Excerpt]) -> Counts:
    """What the excerpts of a page are worth."""
    counts = Counts()
    texts = [folded(excerpt.text) for excerpt in excerpts]
    for label in page.labels:
        counts.numbers[f"{label.kind} labels"] += 1
        counts.numbers["names labels"] += bool(label.name)
        counts.numbers["links labels"] += bool(label.link)
        best = next((number for number, text in enumerate(texts) if label.agrees_with(text)), None)
        if best is None:
            counts.errors.append(f"MISS  {page.name} [{label.kind}] {label.first} … {label.last}")
            continue
        counts.numbers[f"{label.kind} found"] += 1
        _score_attribution(counts, label, excerpts[best].attribution, page)
    counts.numbers["look-alikes"] += len(page.look_alikes)
    for excerpt, text in zip(excerpts, texts, strict=True):
        kind = "inline" if excerpt.markup == "inline" else "block"
        if not page.is_neutral(text, inline=kind == "inline"):
            counts.numbers[f"{kind} false"] += 1
            counts.numbers["look-alikes reported"] += any(one and one in text for one in page.look_alikes)
            counts.errors.append(f"FALSE {page.name} [{excerpt.markup}] {excerpt.text[:90]!r}")
    return counts


def _score_attribution(counts: Counts, label: Label, told: Attribution, page: LabelledPage) -> None:
    if label.name:
        right = is_same_name(told, label.name)
        counts.numbers["names right"] += right
        if not right:
            given = told.speaker or told.outlet
            counts.errors.append(f"NAME  {page.name} {label.first} … wanted {label.name}, got {given}")
    if label.link:
        right = address_of(told.link) == address_of(page.address(label.link))
        counts.numbers["links right"] += right
        if not right:
            counts.errors.append(f"LINK  {page.name} {label.first} … wanted {label.link}, got {told.link}")


def is_same_name(told: Attribution, label: str) -> bool:
    """Whether half of the words of one name stand in the other, small words aside; without spaces, one in the other."""
    given = folded(" ".join(filter(None, (told.outlet, told.speaker, getattr(told, "work", None)))))
    wanted, have = set(folded(label).split()) - _SMALL, set(given.split()) - _SMALL
    if not wanted or not have:
        return False
    if wanted & have and 2 * len(wanted & have) >= min(len(wanted), len(have)):
        return True
    bare, other = folded(label).replace(" ", ""), given.replace(" ", "")
    return bool(_UNSPACED.search(label)) and (bare in other or other in bare)


def address_of(url: str | None) -> str:
    return re.sub(r"^https?://(www\.)?", "", (url or "").split("#")[0]).rstrip("/")


def evaluate(pages: Iterable[LabelledPage], *, by: str) -> tuple[Counts, dict[str, Counts]]:
    """What detection is worth on labelled pages: over all, and by set or language."""
    from provenance.excerpts.detect import detect

    total, groups = Counts(), defaultdict[str, Counts](Counts)
    for page in pages:
        counts = score(page, detect(page.article).excerpts)
        total.add(counts)
        groups[page.set if by == "set" else page.language].add(counts)
    return total, groups


def main() -> int:
    """Score the pages of the folders given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--sets", help="only these sets, with commas between")
    parser.add_argument("--by", choices=("language", "set"), default="set")
    parser.add_argument("--model", type=Path, help="a model file in place of the one that ships")
    parser.add_argument("--verbose", action="store_true", help="also print what went wrong")
    options = parser.parse_args()
    if options.model:
        os.environ["PROVENANCE_MODEL"] = str(options.model)
    pages = (page for folder in options.folders for page in read_folder(folder))
    chosen = [page for page in pages if not options.sets or page.set in options.sets.split(",")]
    total, groups = evaluate(chosen, by=options.by)
    if options.verbose:
        print(*total.errors, sep="\n")
    for name, counts in sorted(groups.items()):
        print(f"{name}: {counts}")
    print(f"all {len(chosen)} pages: {total}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
