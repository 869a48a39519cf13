#!/usr/bin/env python3
"""Trains the model that tells whether a candidate is quoted.

    python tools/train.py features FOLDER... [--table FILE]     the table of features from labelled pages
    python tools/train.py fit [--table FILE] [--without SETS] [--model FILE]
    python tools/train.py check                                 does the table still make the model that ships?
    python tools/train.py calibration                           how often is quoted what is said to be, on sites not trained on?

The table holds numbers and no text: for each candidate its page, site and set as numbers, whether a person labelled it as
quoted, and its features; who is named there is said by a model of attribution that was trained without its set. ``fit`` makes the same file from the same table on every machine: plain Python, fixed steps,
weights rounded to four digits. Candidates that are neither right nor wrong (tools/labelled_pages.py) are left out. ``--without`` also
leaves out every page of a site that has pages in those sets. The thresholds follow from the best F-score on folds by site.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from labelled_pages import FEWEST_WORDS, LabelledPage, folded, read_folder
from logistic import DIGITS, Example, fit, probability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from provenance.excerpts.model import Candidate

TABLE = Path(__file__).parent / "features.tsv.gz"
MODEL = Path(__file__).parent.parent / "provenance/excerpts/quotation/model.json"
KINDS = ("inline", "block")
PENALTY = {"inline": 0.6, "block": 0.3}
PAGE_POWER = {"inline": 0.3, "block": 0.5}  # a page of n candidates weighs n to the power of one minus this
INVENTED = {
    "sentences": 0.4,
    **dict.fromkeys(("detection-a", "detection-b", "detection-c", "detection-d"), 0.4),
}
"""How much the sets count whose pages were made up: they quote far more often than pages do."""
BETA = {"inline": 0.67, "block": 0.72}  # below 1, a look-alike costs more than a quotation that is missed
FOLDS = 5


@dataclass(frozen=True)
class Row:
    """One candidate of a labelled page: its kind, set, site, page, whether it is quoted, its features."""

    kind: str
    set: str
    site: str
    page: str
    quoted: bool
    values: tuple[float, ...]


def rows_of(page: LabelledPage) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """The candidates of a page that are right or wrong, each with the names of its features."""
    from provenance.excerpts.annotation.article import AnnotatedArticle
    from provenance.excerpts.detect import attributed_page
    from provenance.excerpts.quotation.judging import features_of

    # Of every candidate, so that the table does not hang on the model that is in place.
    whole = attributed_page(AnnotatedArticle(page.article), every=True)
    for candidate, told in zip(whole.candidates, whole.attributions, strict=True):
        kind = "inline" if candidate.markup == "inline" else "block"
        quoted = is_labelled(page, candidate)
        if quoted or not _is_neutral(page, candidate, inline=kind == "inline"):
            features = features_of(whole, candidate, told)
            values = tuple(round(value, DIGITS) for value in features.values())
            yield Row(kind, page.set, page.site, page.name, quoted, values), tuple(features)


def _is_neutral(page: LabelledPage, candidate: Candidate, *, inline: bool) -> bool:
    """Whether a candidate without a label is neither right nor wrong; people count "it's" as one word."""
    from provenance.excerpts.quotation.words import count_words

    is_short = inline and count_words(candidate.text) < FEWEST_WORDS
    return is_short or page.is_neutral(folded(candidate.text), inline=inline)


def is_labelled(page: LabelledPage, candidate: Candidate) -> bool:
    """Whether a label begins and ends where a candidate does, or one of the runs that it may turn out to be."""
    reach = [passage.text for passage in candidate.reach]
    texts = [candidate.text, *("\n\n".join(reach[:count]) for count in range(1, len(reach) + 1))]
    return any(label.agrees_with(folded(text)) for text in texts for label in page.labels)


def write_table(pages: Iterable[LabelledPage], path: Path) -> None:
    """Write the features of labelled pages, sites and pages as numbers."""
    rows: list[Row] = []
    names: dict[str, tuple[str, ...]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            _attribute_without(page.set, Path(folder))
            for row, features in rows_of(page):
                rows.append(row)
                names[row.kind] = features
    sites = {site: str(number) for number, site in enumerate(dict.fromkeys(row.site for row in rows))}
    numbers = {name: str(number) for number, name in enumerate(dict.fromkeys(row.page for row in rows))}
    lines = ["\t".join(("#", kind, *names[kind])) for kind in KINDS]
    for row in rows:
        values = (f"{value:g}" for value in row.values)
        lines.append(
            "\t".join((row.kind, row.set, sites[row.site], numbers[row.page], str(int(row.quoted)), *values))
        )
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


def _attribute_without(left_out: str, folder: Path) -> None:
    """Name sources by a model that never saw the set of a page: on a page to come it is as uncertain."""
    from train_attribution import TABLE as ATTRIBUTION
    from train_attribution import read_table as read_groups
    from train_attribution import train as train_attribution

    from provenance.excerpts.attribution.ranker import ENVIRONMENT

    model = folder / f"{left_out}.json"
    if not model.exists():
        model.write_text(
            written(train_attribution(read_groups(ATTRIBUTION), without=(left_out,))), encoding="utf-8"
        )
    os.environ[ENVIRONMENT] = str(model)


def read_table(path: Path) -> tuple[Mapping[str, Sequence[str]], Sequence[Row]]:
    """The names of the features of each kind, and the rows."""
    names: dict[str, list[str]] = {}
    rows: list[Row] = []
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        kind, *fields = line.split("\t")
        if kind == "#":
            names[fields[0]] = fields[1:]
        else:
            values = tuple(float(value) for value in fields[4:])
            rows.append(Row(kind, fields[0], fields[1], fields[2], fields[3] == "1", values))
    return names, rows


def train(
    names: Mapping[str, Sequence[str]], rows: Sequence[Row], *, without: Iterable[str] = ()
) -> dict[str, object]:
    """The model: for each kind its intercept, weights and threshold."""
    left_out = set(without)
    sites = {row.site for row in rows if row.set in left_out}
    kept = [row for row in rows if row.site not in sites]
    model: dict[str, object] = {}
    for kind in KINDS:
        examples = _examples([row for row in kept if row.kind == kind])
        intercept, *weights = fit(examples, penalty=PENALTY[kind])
        model[kind] = {
            "intercept": intercept,
            "weights": dict(zip(names[kind], weights, strict=True)),
            "threshold": _threshold(examples, PENALTY[kind], BETA[kind]),
        }
    return model


def _examples(rows: Sequence[Row]) -> list[Example]:
    """The rows as the training sees them; a candidate counts less on a page that has many."""
    on_page = Counter(row.page for row in rows)
    found = []
    for row in rows:
        share = INVENTED.get(row.set, 1.0)
        weight = round(share * on_page[row.page] ** -PAGE_POWER[row.kind], DIGITS)
        found.append(Example(row.values, row.quoted, weight, row.site, share))
    return found


def _threshold(examples: Sequence[Example], penalty: float, beta: float) -> float:
    """The probability that tells best what is quoted on sites that a model has not seen.

    Of probabilities that hold, that is the best F-score over one plus the square of beta (Lipton, Elkan and Naryanaswamy 2014,
    theorem 1), which hangs on all examples and not on the few near a threshold.
    """
    told = [(probability, example) for example, probability in out_of_fold(examples, penalty)]
    best = max(_f_score(told, step / 100, beta) for step in range(20, 81))
    return round(best / (1 + beta**2), 2)


def out_of_fold(examples: Sequence[Example], penalty: float) -> Iterator[tuple[Example, float]]:
    """Each example with what a model says of it that was trained on other sites."""
    groups = sorted({example.group for example in examples})
    folds = {group: number % FOLDS for number, group in enumerate(groups)}
    by_fold: dict[int, list[Example]] = defaultdict(list)
    for example in examples:
        by_fold[folds[example.group]].append(example)
    for fold, held in sorted(by_fold.items()):
        others = [example for other, some in sorted(by_fold.items()) if other != fold for example in some]
        weights = fit(others, penalty=penalty)
        yield from ((example, probability(weights, example.values)) for example in held)


def _f_score(told: Sequence[tuple[float, Example]], least: float, beta: float) -> float:
    right = sum(example.share * example.quoted for value, example in told if value >= least)
    given = sum(example.share for value, example in told if value >= least)
    wanted = sum(example.share * example.quoted for _, example in told)
    return round((1 + beta**2) * right / max(1, given + beta**2 * wanted), 6)


def calibration(rows: Sequence[Row]) -> Iterator[str]:
    """For each kind and each fifth of the probabilities, what was said on the average and what was so, out of fold."""
    for kind in KINDS:
        told = list(out_of_fold(_examples([row for row in rows if row.kind == kind]), PENALTY[kind]))
        for fifth in range(5):
            inside = [(value, example) for example, value in told if fifth <= value * 5 < fifth + 1]
            said = sum(value for value, _ in inside) / max(1, len(inside))
            so = sum(example.quoted for _, example in inside) / max(1, len(inside))
            yield f"{kind} {len(inside):5} candidates: said {said:.2f}, so {so:.2f}"


def written(model: Mapping[str, object]) -> str:
    """The model as its file holds it."""
    return json.dumps(model, indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the table, the model, or compare the two."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("features", "fit", "check", "calibration"))
    parser.add_argument("folders", metavar="FOLDER", nargs="*", type=Path)
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--without", default="", help="sets to leave out, with commas between")
    options = parser.parse_args()
    if options.what == "features":
        write_table((page for folder in options.folders for page in read_folder(folder)), options.table)
        return 0
    if options.what == "calibration":
        print(*calibration(read_table(options.table)[1]), sep="\n")
        return 0
    text = written(train(*read_table(options.table), without=filter(None, options.without.split(","))))
    if options.what == "fit":
        options.model.write_text(text, "utf-8")
        return 0
    same = options.model.read_text("utf-8") == text
    print(
        "the table makes the model that ships" if same else "the table makes another model: run train.py fit"
    )
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
