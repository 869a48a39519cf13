"""How quotations are detected on saved pages of a public repository, labelled by path and by their first and last words.

    python benchmarks/quality/pages.py CHECKOUTS [--verbose]

CHECKOUTS holds the repository that pages.json names (mozilla/readability, of which only test/test-pages is read). What a label
says, and when an excerpt agrees with one, stands in tools/labelled_pages.py. The labels were written before the first run.
"""

import argparse
import sys
from pathlib import Path

from intervals import Bootstrap, share

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from evaluate import score
from labelled_pages import read_pages

from provenance.excerpts.detect import detect

LABELS = Path(__file__).with_suffix(".json")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkouts", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    pages = list(read_pages(options.checkouts, LABELS))
    scores = [score(page, detect(page.article).excerpts) for page in pages]
    if options.verbose:
        print(*(error for each in scores for error in each.errors), sep="\n")
    for each in scores:
        found, false = (
            each.numbers["inline found"],
            each.numbers["inline false"] + each.numbers["block false"],
        )
        each.numbers["reported"] = found + false
    figures = Bootstrap([each.numbers for each in scores])
    print(f"{len(pages)} pages, {figures.whole['inline labels']} quotations")
    print(f"precision {figures.interval(share('inline found', 'reported'))}", end=" · ")
    print(f"recall {figures.interval(share('inline found', 'inline labels'))}", end=" · ")
    print(f"names right {figures.interval(share('names right', 'names labels'))}", end=" · ")
    print(f"look-alikes reported {figures.whole['look-alikes reported']} of {figures.whole['look-alikes']}")


if __name__ == "__main__":
    main()
