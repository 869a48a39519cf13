"""How often an honest quotation is accused and a falsified one passed, on pairs written by people who had not read the rules.

    python benchmarks/judgement.py [FILE …] [--verbose]

Each pair of tests/gold/pairs/*.toml is a quotation, its source and a verdict that a person gave it before the first run. Where
the pair has a sentence of an article around the quotation, that sentence is read as an article and its quotation is judged;
otherwise the quotation is compared by itself. An honest quotation is accused if its verdict is neither verbatim nor faithful or it
has a finding of minor or more; a falsified one is passed if its verdict is verbatim or faithful.
"""

import argparse
import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from provenance.articles.article import Article, Format
from provenance.articles.reading import read_text
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.detect import detect
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt, Markup
from provenance.findings.context import JudgingSettings
from provenance.findings.finding import Severity
from provenance.findings.trace import Comparison, Verdict
from provenance.sources.loading.extraction import without_asides
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.text.document import Passage
from provenance.tracing.comparison import SourceComparer
from provenance.tracing.texts import compare

FOLDER = Path(__file__).parent.parent / "tests" / "gold" / "pairs"
_FORMATS = {"txt": Format.TEXT, "md": Format.MARKDOWN, "html": Format.HTML}
CLEAN = {Verdict.VERBATIM, Verdict.FAITHFUL}


class Pair(NamedTuple):
    """A quotation, its source, and what a person says of it."""

    name: str
    language: str
    kind: str
    source: str
    quotation: str
    sentence: str | None
    honest: bool
    severity: str
    article_format: Format = Format.TEXT
    source_format: Format = Format.TEXT


class Outcome(NamedTuple):
    """What the program says of a pair: one comparison for each piece of the quotation."""

    pair: Pair
    comparisons: tuple[Comparison, ...]

    @property
    def clean(self) -> bool:
        """Whether every piece came out verbatim or faithful."""
        return all(comparison.verdict in CLEAN for comparison in self.comparisons)

    @property
    def undetected(self) -> bool:
        """Whether there was nothing to judge."""
        return not self.comparisons

    @property
    def told(self) -> list[str]:
        """The findings above note."""
        return [
            f"{finding.rule.code} {finding.severity.label} {finding.message}"
            for comparison in self.comparisons
            for finding in comparison.findings
            if finding.severity > Severity.NOTE
        ]

    @property
    def accused(self) -> bool:
        """Whether an honest quotation is accused."""
        return self.pair.honest and (not self.clean or bool(self.told))

    @property
    def passed(self) -> bool:
        """Whether a falsified quotation is passed."""
        return not self.pair.honest and self.clean

    @property
    def gravest(self) -> Severity:
        """The gravest finding."""
        severities = [finding.severity for each in self.comparisons for finding in each.findings]
        return max(severities, default=Severity.NOTE)


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file."""
    return [
        Pair(
            row["id"],
            row["language"],
            row["class"],
            row["source"],
            row["quotation"],
            row.get("article_sentence"),
            row["truth"] == "honest",
            row["severity"],
            _FORMATS[row.get("article_format", "txt")],
            _FORMATS[row.get("source_format", "txt")],
        )
        for row in tomllib.loads(path.read_text("utf-8"))["pair"]
    ]


def judge_pair(pair: Pair) -> Outcome:
    """What the program says of a pair."""
    if pair.sentence is None:
        return Outcome(pair, (compare(pair.quotation, pair.source),))
    article = read_text(pair.sentence + "\n", origin="article", format=pair.article_format)
    page = without_asides(read_text(pair.source + "\n", origin="source.txt", format=pair.source_format))
    witness = Witness(Reference("source.txt", FoundBy.GIVEN), page, via=Via.GIVEN)
    comparer = SourceComparer(article, JudgingSettings())
    excerpts = (
        detect(article).excerpts or _marked_excerpts(article) or _found_excerpts(article, pair.quotation)
    )
    return Outcome(pair, tuple(comparer.compare(excerpt, witness).comparison for excerpt in excerpts))


def _marked_excerpts(article: Article) -> tuple[Excerpt, ...]:
    """What stands in quotation marks: fragments shorter than those that detection looks for."""
    document = article.document
    found = quotations(document.text, 0, len(document.text))
    passages = [Passage(document, quotation.inner) for quotation in found]
    return tuple(
        Excerpt((passage,), marks=find_marks((passage,)), markup=Markup.INLINE, quoted=True)
        for passage in passages
    )


def _found_excerpts(article: Article, quotation: str) -> tuple[Excerpt, ...]:
    """Where the quotation itself stands, in marks that detection does not know."""
    start = article.document.text.find(quotation.strip(" ."))
    if start < 0:
        return ()
    passage = article.document.passage(start, start + len(quotation.strip(" .")))
    return (Excerpt((passage,), marks=find_marks((passage,)), markup=Markup.INLINE, quoted=True),)


def report(outcomes: list[Outcome], *, verbose: bool) -> None:
    """Print the figures, and with ``verbose`` every error."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts["honest" if outcome.pair.honest else "falsified"] += 1
        counts["accused"] += outcome.accused
        counts["critical"] += outcome.accused and outcome.gravest is Severity.CRITICAL
        counts["passed"] += outcome.passed
        if verbose and (outcome.accused or outcome.passed):
            word = "ACCUSED" if outcome.accused else "PASSED "
            print(f"{word} {outcome.pair.name} ({outcome.pair.kind}): {'; '.join(outcome.told)[:300]}")
    print(
        f"honest accused {counts['accused']}/{counts['honest']} (critical {counts['critical']})"
        f" · falsified passed {counts['passed']}/{counts['falsified']}"
    )


def main() -> None:
    """Judge every pair and print the figures, for each file and for all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    every: list[Outcome] = []
    for path in options.files or sorted(FOLDER.glob("*.toml")):
        outcomes = [judge_pair(pair) for pair in read_pairs(path)]
        print(f"{path.stem}:", end="\n" if options.verbose else " ")
        report(outcomes, verbose=options.verbose)
        every += outcomes
    print("all:", end=" ")
    report(every, verbose=False)


if __name__ == "__main__":
    main()
