#!/usr/bin/env python3
"""Trains the rankers of attribution: whose words a quotation is, how certain that is, and which link leads to them.

    python tools/train_attribution.py features FOLDER... [--table FILE]      the table of options from labelled pages
    python tools/train_attribution.py fit [--table FILE] [--without SETS] [--model FILE]
    python tools/train_attribution.py check                                  does the table still make the model that ships?

A candidate is a group of options, of which several may be right: every mention that names the one quoted. The table holds
numbers and no text. The ranker of sources learns from labelled quotations alone; how certain its best answer is, is learned
from all candidates, also those that nobody labelled, whose right answer is nobody.
``fit`` maximises the probability of the right options by Newton's method with L2, which needs numpy; the steps are fixed, weights
are rounded. ``--without`` leaves out sets, and every page of a site that has pages in them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from evaluate import address_of, is_same_name
from labelled_pages import LabelledPage, folded, read_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from provenance.excerpts.attribution.links import Given
    from provenance.excerpts.attribution.mentioned_article import MentionedArticle
    from provenance.excerpts.attribution.options import Option
    from provenance.excerpts.attribution.register import Source
    from provenance.excerpts.model import Candidate

TABLE = Path(__file__).parent / "attribution.tsv.gz"
MODEL = Path(__file__).parent.parent / "provenance/excerpts/attribution/model.json"
RANKERS = ("source", "certainty", "link")
PENALTY = {"source": 0.5, "certainty": 3.0, "link": 1.0}
NAMING = {"source": 0.15, "certainty": 0.25, "link": 0.2}
UNLABELLED = 0.5  # how much a candidate counts that nobody labelled
DIGITS = 3
STEPS = 25
FOLDS = 4


@dataclass
class Group:
    """One candidate: which ranker it trains, its set and site, how much it counts, and its options.

    Attributes:
        options: The features of each.
        right: Which of them are right; none, where the answer is nobody.
        sources: A number for whom each means; the same for all that mean the same one.
        undecided: Which are neither right nor wrong: the ranker does not learn from them.
    """

    ranker: str
    set: str
    site: str
    weight: float
    options: list[Mapping[str, float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    undecided: list[bool] = field(default_factory=list)

    def add(self, values: Mapping[str, float], *, right: bool, source: int, undecided: bool = False) -> None:
        """Add an option."""
        self.options.append(values)
        self.right.append(right)
        self.sources.append(source)
        self.undecided.append(undecided)

    def decided(self) -> Group:
        """The group without the options that are neither right nor wrong."""
        kept = Group(self.ranker, self.set, self.site, self.weight)
        for at, values in enumerate(self.options):
            if not self.undecided[at]:
                kept.add(values, right=self.right[at], source=self.sources[at])
        return kept


def groups_of(page: LabelledPage) -> Iterator[Group]:
    """The groups of a page, in the order of its candidates."""
    from provenance.excerpts.annotation.article import AnnotatedArticle
    from provenance.excerpts.attribution.mentioned_article import MentionedArticle
    from provenance.excerpts.attribution.options import OptionReader
    from provenance.excerpts.attribution.register import SourceRegister
    from provenance.excerpts.detect import candidates_of
    from provenance.excerpts.quotation.judging import hopeful, promising

    annotated = AnnotatedArticle(page.article)
    every = candidates_of(annotated)
    chosen = promising(hopeful(annotated, every))
    candidates = sorted(
        (one for one, is_chosen in zip(every, chosen, strict=True) if is_chosen), key=lambda one: one.span
    )
    article = MentionedArticle(annotated, candidates)
    reader = OptionReader(article, SourceRegister(article))
    pupil = _Page(page, reader)
    for candidate in candidates:
        yield from pupil.groups(candidate)


class _Page:
    """A page on which the ranker is taught, from its first candidate to its last."""

    def __init__(self, page: LabelledPage, reader: object) -> None:
        self.page = page
        self.reader = reader
        self.previous: tuple[Candidate, Source | None] | None = None
        self.known: dict[Source, Given] = {}
        self.given: Given | None = None

    def groups(self, candidate: Candidate) -> Iterator[Group]:
        """The groups of a candidate: its sources and, where it is labelled, its links."""
        text = folded(candidate.text)
        label = next((label for label in self.page.labels if label.agrees_with(text)), None)
        inline = candidate.markup == "inline"
        if label is None and self.page.is_neutral(text, inline=inline):
            return
        options = self.reader.options(candidate, self.previous)
        name = label.name if label is not None else None
        right = [_names(option, name) for option in options]
        if name is None or any(right):
            weight = 1.0 if label is not None else UNLABELLED
            yield self._sources(options, right, weight)
        if label is None:
            return
        best = next((option for option, is_right in zip(options, right, strict=True) if is_right), None)
        yield from self._links(candidate, best, label.link)
        self.previous = (candidate, best.source if best is not None else None)
        if label.link:
            self.given = _given(self.reader.article, candidate, self.page.address(label.link))
            if best is not None:
                self.known[best.source] = self.given

    def _sources(self, options: Sequence[Option], right: Sequence[bool], weight: float) -> Group:
        """The options of a source; of those that are right the nearest alone, lest the far ones teach.

        Somebody who is described beside the quotation ("the contractor said") may be the one whom the label names from
        another part of the page: as long as nobody beside it is that one, the ranker does not learn from the description,
        and only the certainty of what it chooses does.
        """
        group = Group("source", self.page.set, self.page.site, weight)
        near = [one and _is_near(option) for option, one in zip(options, right, strict=True)]
        direct = [one and _is_direct(option) for option, one in zip(options, near, strict=True)]
        taught = direct if any(direct) else near if any(near) else right
        numbers: dict[int, int] = {}
        for option, is_right, is_taught in zip(options, right, taught, strict=True):
            number = numbers.setdefault(id(option.source), len(numbers))
            undecided = not any(near) and _is_described(option)
            if is_taught or not is_right:
                group.add(option.values, right=is_taught, source=number, undecided=undecided)
        return group

    def _links(self, candidate: Candidate, best: Option | None, href: str | None) -> Iterator[Group]:
        from provenance.excerpts.attribution.links import Earlier, link_options

        article = self.reader.article
        options = link_options(
            article,
            candidate,
            article.position(candidate),
            source=best.source if best is not None else None,
            mention=best.mention.span if best is not None else None,
            earlier=Earlier(self.known.get(best.source) if best is not None else None, self.given),
        )
        wanted = self.page.address(href) if href is not None else None
        right = [wanted is not None and address_of(option.href) == address_of(wanted) for option in options]
        if options and (href is None or any(right)):
            group = Group("link", self.page.set, self.page.site, 1.0)
            for number, (option, is_right) in enumerate(zip(options, right, strict=True)):
                group.add(option.values, right=is_right, source=number)
            yield group


def _given(article: MentionedArticle, candidate: Candidate, href: str) -> Given:
    from provenance.excerpts.attribution.links import Given

    return Given(href, article.position(candidate))


def _names(option: Option, name: str | None) -> bool:
    from provenance.excerpts.model import Attribution

    if option.source is None or name is None:
        return False
    return is_same_name(Attribution(speaker=option.source.name), name)


def _is_near(option: Option) -> bool:
    values = option.values
    return bool(values.get("before") or values.get("behind") or values.get("inner"))


def _is_described(option: Option) -> bool:
    return option.values.get("kind-role", 0) > 0 and any(name.startswith("slot-") for name in option.values)


def _is_direct(option: Option) -> bool:
    return "meant-rank" not in option.values


def write_table(pages: Iterable[LabelledPage], path: Path) -> None:
    """Write the options of labelled pages, features and sites as numbers."""
    names: dict[str, int] = {}
    sites: dict[str, int] = {}
    lines: list[str] = []
    for page in pages:
        for group in groups_of(page):
            site = sites.setdefault(group.site, len(sites))
            lines.append(f"{group.ranker}\t{group.set}\t{site}\t{group.weight:g}")
            columns = (group.options, group.right, group.sources, group.undecided)
            for values, right, source, undecided in zip(*columns, strict=True):
                told = (
                    f"{names.setdefault(name, len(names))}:{round(value, 2):g}"
                    for name, value in values.items()
                    if round(value, 2)
                )
                lines.append("\t".join(("?" if undecided else str(int(right)), str(source), *told)))
    head = "#\t" + "\t".join(names)
    path.write_bytes(gzip.compress(("\n".join((head, *lines)) + "\n").encode(), mtime=0))


def read_table(path: Path) -> list[Group]:
    """The groups of a table."""
    head, *lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    names = head.split("\t")[1:]
    groups: list[Group] = []
    for line in lines:
        first, *fields = line.split("\t")
        if first in RANKERS:
            groups.append(Group(first, fields[0], fields[1], float(fields[2])))
        else:
            pairs = (pair.split(":") for pair in fields[1:])
            values = {names[int(name)]: float(value) for name, value in pairs}
            groups[-1].add(values, right=first == "1", source=int(fields[0]), undecided=first == "?")
    return groups


def train(groups: Sequence[Group], *, without: Iterable[str] = ()) -> dict[str, object]:
    """The model: for each ranker its weights, and how probable an answer must be."""
    left_out = set(without)
    sites = {group.site for group in groups if group.set in left_out}
    kept = [group for group in groups if group.site not in sites]
    sources = [group for group in kept if group.ranker == "source"]
    links = [group for group in kept if group.ranker == "link"]
    fitted = {
        "source": fit(
            [group.decided() for group in sources if any(group.right)], penalty=PENALTY["source"], none=False
        ),
        "certainty": fit(_choices(sources), penalty=PENALTY["certainty"]),
        "link": fit(links, penalty=PENALTY["link"]),
    }
    return {name: {"weights": fitted[name], "naming": NAMING[name]} for name in RANKERS}


def _cross_fitted(groups: Sequence[Group]) -> Iterator[tuple[str, Mapping[str, float]]]:
    """For each site the weights that were learned on the sites of other folds: no page says how certain its own lesson is."""
    for fold in range(FOLDS):
        others = [group.decided() for group in groups if int(group.site) % FOLDS != fold and any(group.right)]
        weights = fit(others, penalty=PENALTY["source"], none=False)
        inside = {group.site for group in groups if int(group.site) % FOLDS == fold}
        yield from ((site, weights) for site in sorted(inside))


def _choices(groups: Sequence[Group]) -> list[Group]:
    """For each candidate the option that the rankers of other folds choose, alone against nobody."""
    from provenance.excerpts.attribution.ranker import Ranker, certainty_values, likeliest

    rankers = {site: Ranker(weights) for site, weights in _cross_fitted(groups)}
    found = []
    for group in groups:
        if group.weight < 1 and _is_of_block(group):
            continue  # whether a block is quoted, the model of quotation says
        shares = rankers[group.site].probabilities(group.options)
        if shares:
            best, share = likeliest(shares, group.sources)
            chosen = Group("certainty", group.set, group.site, group.weight)
            chosen.add(certainty_values(group.options[best], share), right=group.right[best], source=0)
            found.append(chosen)
    return found


def _is_of_block(group: Group) -> bool:
    """Whether a candidate is no part of a paragraph."""
    return any(
        value and name.endswith("-of-block") for values in group.options for name, value in values.items()
    )


def fit(groups: Sequence[Group], *, penalty: float, none: bool = True) -> dict[str, float]:
    """The weight of each feature and that of nobody.

    Args:
        groups: At least one.
        penalty: How strongly weights are drawn to 0.
        none: Whether nobody is an answer.
    """
    import numpy as np

    names = sorted({name for group in groups for values in group.options for name in values})
    rows = _Rows(groups, names, none=none)
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        step = rows.newton_step(weights, penalty)
        size, start = 1.0, rows.objective(weights, penalty)
        while size > 1e-3 and rows.objective(weights + size * step, penalty) < start:
            size /= 2
        weights = weights + size * step
        if float(np.abs(size * step).max()) < 1e-4:
            break
    rounded = (round(float(weight), DIGITS) for weight in weights)
    return {name: weight for name, weight in zip((*names, "nobody"), rounded, strict=True) if weight}


class _Rows:
    """All options as rows of one matrix, group behind group, each group closed by nobody."""

    def __init__(self, groups: Sequence[Group], names: Sequence[str], *, none: bool) -> None:
        import numpy as np

        column = {name: at for at, name in enumerate(names)}
        total = sum(len(group.options) + none for group in groups)
        self.values: NDArray[np.float64] = np.zeros((total, len(names) + 1))
        self.right: NDArray[np.float64] = np.zeros(total)
        self.starts: NDArray[np.int64] = np.zeros(len(groups), dtype=int)
        self.group: NDArray[np.int64] = np.zeros(total, dtype=int)
        self.weight: NDArray[np.float64] = np.array([group.weight for group in groups])
        row = 0
        for number, group in enumerate(groups):
            self.starts[number] = row
            options = [*group.options, {}] if none else group.options
            rights = [*group.right, not any(group.right)] if none else group.right
            for values, right in zip(options, rights, strict=True):
                for name, value in values.items():
                    self.values[row, column[name]] = value
                self.right[row], self.group[row] = right, number
                row += 1
            self.values[row - 1, -1] = none

    def _exponentials(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        import numpy as np

        scores = self.values @ weights
        return np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.group])

    def objective(self, weights: NDArray[np.float64], penalty: float) -> float:
        """How well the weights explain the right options, what they cost taken off."""
        import numpy as np

        raised = self._exponentials(weights)
        right = np.add.reduceat(raised * self.right, self.starts)
        told = np.log(np.maximum(right, 1e-300) / np.add.reduceat(raised, self.starts))
        return float(self.weight @ told - penalty / 2 * weights @ weights)

    def newton_step(self, weights: NDArray[np.float64], penalty: float) -> NDArray[np.float64]:
        """The step that the second-order expansion asks for, the right options' shares held fixed."""
        import numpy as np

        raised = self._exponentials(weights)
        weight = self.weight[self.group]
        shares = raised / np.add.reduceat(raised, self.starts)[self.group]
        right = raised * self.right
        wanted = right / np.maximum(np.add.reduceat(right, self.starts), 1e-300)[self.group]
        gradient = self.values.T @ (weight * (wanted - shares)) - penalty * weights
        weighed = self.values * shares[:, None]
        means = np.add.reduceat(weighed, self.starts, axis=0)
        spread = self.values.T @ (weighed * weight[:, None]) - means.T @ (means * self.weight[:, None])
        return np.linalg.solve(spread + penalty * np.eye(len(weights)), gradient)


def written(model: Mapping[str, object]) -> str:
    """The model as its file holds it."""
    return json.dumps(model, indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the table, the model, or compare the two."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("features", "fit", "check"))
    parser.add_argument("folders", metavar="FOLDER", nargs="*", type=Path)
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--without", default="", help="sets to leave out, with commas between")
    options = parser.parse_args()
    if options.what == "features":
        write_table((page for folder in options.folders for page in read_folder(folder)), options.table)
        return 0
    text = written(train(read_table(options.table), without=filter(None, options.without.split(","))))
    if options.what == "fit":
        options.model.write_text(text, "utf-8")
        return 0
    same = options.model.read_text("utf-8") == text
    print("the table makes the model that ships" if same else "the table makes another model: run fit")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
