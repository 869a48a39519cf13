"""How real quotations are judged: pages of public repositories that quote one another, labelled by path and line.

    python benchmarks/quality/repositories.py CHECKOUTS [--verbose] [--rival NAME]...

CHECKOUTS holds the repositories that repositories.toml names. Each article is traced with the page that it quotes at hand; what counts is
the excerpt of the labelled line: whether it is detected, and whether it is accepted (nothing above a note) or flagged. Others (verdicts.py) are given its words and the source's, both without markup.
"""

import argparse
import tomllib
from collections import Counter
from pathlib import Path

from intervals import Bootstrap, share
from verdicts import PROGRAMS, Pair

import provenance
from provenance import ExcerptTrace, Severity, Verdict

LABELS = Path(__file__).with_suffix(".toml")


def excerpts_at(article: Path, source: Path, line: int) -> list[ExcerptTrace]:
    """What becomes of the excerpts that begin or go on in a line of an article."""
    trace = provenance.trace(article, sources=source, offline=True)
    places = trace.article.source_map
    found = []
    for item in trace.excerpts:
        spans = [places.place(passage.span) for passage in item.excerpt.passages]
        if any(place and place.line <= line <= place.end_line for place in spans):
            found.append(item)
    return found


def is_accepted(items: list[ExcerptTrace]) -> bool:
    """Whether nothing above a note is said of any of the excerpts."""
    return not any(
        item.verdict in {Verdict.ALTERED, Verdict.NOT_FOUND}
        or any(finding.severity > Severity.NOTE for finding in item.findings)
        for item in items
    )


def rival_accepts(name: str, items: list[ExcerptTrace], source: Path) -> bool:
    """Whether another program accepts the words of the excerpts."""
    text = provenance.read(source).document.text
    words = " ".join(passage.text for item in items for passage in item.excerpt.passages)
    try:
        return PROGRAMS[name](Pair("", "en", "", text, words, None, honest=True, severity=""))
    except (IndexError, ValueError):  # some fail on some texts
        return False


def count(items: list[ExcerptTrace], accepted: dict[str, bool], *, honest: bool) -> Counter[str]:
    """What one labelled quotation adds to the counts."""
    kind = "honest" if honest else "altered"
    compared = bool(items) and all(item.verdict is not Verdict.UNCHECKED for item in items)
    counts = Counter({"all": 1, "detected": int(bool(items)), kind: int(compared)})
    counts.update({f"{name} {kind}": int(compared and each is honest) for name, each in accepted.items()})
    return counts


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkouts", type=Path)
    parser.add_argument("--rival", action="append", choices=PROGRAMS, default=[])
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    counts = []
    for repository, labels in tomllib.loads(LABELS.read_text("utf-8")).items():
        for place, label in labels.items():
            path, _, line = place.rpartition(":")
            folder = options.checkouts / repository
            items = excerpts_at(folder / path, folder / label["source"], int(line))
            accepted = {"provenance": is_accepted(items)}
            accepted |= {name: rival_accepts(name, items, folder / label["source"]) for name in options.rival}
            counts.append(count(items, accepted, honest="altered" not in label))
            if options.verbose:
                told = [(str(item.verdict), [each.message for each in item.findings]) for item in items]
                print(f"{repository}/{place} {label.get('altered', 'honest')}: {told}")
    figures = Bootstrap(counts)
    print(f"{figures.whole['all']} quotations, detected {figures.interval(share('detected', 'all'))}")
    for name in ("provenance", *options.rival):
        for kind, verb in (("honest", "accepted"), ("altered", "flagged")):
            right = figures.interval(share(f"{name} {kind}", kind))
            print(f"{name}: of {figures.whole[kind]} {kind} {verb} {right}")


if __name__ == "__main__":
    main()
