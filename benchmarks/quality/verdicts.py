"""How often honest quotations are accepted and falsified ones flagged, by us and by others, on the pairs that this project ships.

    python benchmarks/quality/verdicts.py [--rival NAME]... [--by-language] [FILE...]

Each pair of tests/gold/pairs* is a quotation, its source and what a person says of it, written before the first run. Others get
the quotation and the source, and the kinder of two readings where they leave a choice: whatever is not accepted counts as
flagged, a failure of theirs too. Ours is judged in the sentence of the article, with its speaker, where the pair has one. The intervals draw
pairs again. A rival that is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from intervals import Bootstrap, share

sys.path.insert(0, str(Path(__file__).parent.parent))
from judgement import Pair, judge_pair, read_pairs

if TYPE_CHECKING:
    from collections.abc import Callable

GOLD = Path(__file__).parents[2] / "tests" / "gold"
NEAR = 90  # the threshold that partial_ratio is mostly used with


def ours(pair: Pair) -> bool:
    """Whether this program accepts the quotation: no finding above note, and nothing left unclear."""
    outcome = judge_pair(pair)
    return outcome.clean and not outcome.told


def substring(pair: Pair) -> bool:
    """Whether the words stand in the source as they are."""
    return " ".join(pair.quotation.split()) in " ".join(pair.source.split())


def rapidfuzz(pair: Pair) -> bool:
    """Whether the likeness of the best window reaches the usual threshold."""
    from rapidfuzz.fuzz import partial_ratio

    return partial_ratio(pair.quotation, pair.source) >= NEAR


def quotecheck(pair: Pair) -> bool:
    """Whether quotecheck finds it."""
    from quotecheck import check

    return check(pair.quotation, pair.source).status in {"found", "interleaved"}


def verbatimeter(pair: Pair) -> bool:
    """Whether verbatimeter finds every word."""
    from verbatimeter import check

    counted = check(pair.quotation, pair.source, count_tokens=lambda text: len(text.split()))
    return counted.matched_ratio == 1.0


def gtrex(pair: Pair) -> bool:
    """Whether gtrex calls it grounded."""
    from gtrex import verify

    return verify(pair.quotation, pair.source).grounded


def buddie(pair: Pair) -> bool:
    """Whether buddie finds it on the page."""
    from buddie.verbatim.check import Page

    page = Page(pair.source.encode(), "text/plain; charset=utf-8")
    return page.locate(pair.quotation)["verdict"].startswith("FOUND")


def krokai(pair: Pair) -> bool:
    """Whether krokai's verdict is one of its clean ones."""
    from krokai.corpus import Corpus
    from krokai.verdicts import CLEAN
    from krokai.verify import check

    with TemporaryDirectory() as folder:
        Path(folder, "source.txt").write_text(pair.source, "utf-8")
        return check(pair.quotation, Corpus([folder], quiet=True))[0] in CLEAN


def proof_citations(pair: Pair) -> bool:
    """Whether proof-citations verifies it."""
    from proof_citations.verify import verify_citation

    told = verify_citation(
        "https://source.example/",
        pair.quotation,
        "pair",
        snapshot=f"<p>{pair.source}</p>",
        skip_live_fetch=True,
        oa_lookup=False,
    )
    return told["status"] == "verified"


def citations(pair: Pair) -> bool:
    """Whether citations finds it in its pinned source, or each piece of it, as in a manuscript with an ellipsis."""
    from citations.coverage import Quotation, attribute, comparable
    from citations.verify import passage_fold, resolve_in

    quoted = Quotation(1, pair.quotation, passage_fold(pair.quotation), ("pair",))
    pieces = attribute(quoted, {"pair": comparable(pair.source)}, set())
    return pieces.status == "covered" or resolve_in(pair.quotation, pair.source).state != "not found"


def citefact(pair: Pair) -> bool:
    """Whether citefact verifies it as a block quotation with its citation; it looks at none under 20 characters."""
    from citefact.checks.quotes import check_quotes
    from citefact.citations.base import Citation, MatchedCitation
    from citefact.models import Source

    block, cited = f"> {' '.join(pair.quotation.split())}\n\n", "(Author, 2020)"
    found = Citation(cited, "Author", 2020, len(block), len(block + cited))
    source = Source("pair", "", "Author", 2020, text=pair.source)
    told = check_quotes(block + cited, [MatchedCitation(found, "pair", 1.0)], {"pair": source})
    return bool(told) and all(each.type == "quote_verified" for each in told)


PROGRAMS: dict[str, Callable[[Pair], bool]] = {
    "provenance": ours,
    "substring": substring,
    "rapidfuzz": rapidfuzz,
    "quotecheck": quotecheck,
    "verbatimeter": verbatimeter,
    "gtrex": gtrex,
    "buddie": buddie,
    "krokai": krokai,
    "proof-citations": proof_citations,
    "citations": citations,
    "citefact": citefact,
}


def count(pair: Pair, program: Callable[[Pair], bool]) -> Counter[str]:
    """What one pair adds to the counts."""
    try:
        accepted = program(pair)
    except (IndexError, ValueError):  # some fail on some texts
        accepted = False
    if pair.honest:
        return Counter(honest=1, accepted=accepted)
    return Counter(falsified=1, flagged=not accepted)


def main() -> None:
    """Print a row for each program."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rival", action="append", choices=PROGRAMS)
    parser.add_argument("--by-language", action="store_true")
    options = parser.parse_args()
    files = options.files or sorted(GOLD.glob("pairs*/*.toml"))
    pairs = [pair for path in files for pair in read_pairs(path)]
    print(f"{sum(pair.honest for pair in pairs)} honest, {sum(not pair.honest for pair in pairs)} falsified")
    languages = sorted({pair.language for pair in pairs}) if options.by_language else []
    for name in options.rival or PROGRAMS:
        try:
            counts = [(pair.language, count(pair, PROGRAMS[name])) for pair in pairs]
        except ModuleNotFoundError as missing:
            if name == "provenance":
                raise
            print(f"{name}: not installed ({missing.name})")
            continue
        for language in ("", *languages):
            figures = Bootstrap([each for spoken, each in counts if language in {"", spoken}])
            accepted = figures.interval(share("accepted", "honest"))
            flagged = figures.interval(share("flagged", "falsified"))
            number = figures.whole.total() - figures.whole["accepted"] - figures.whole["flagged"]
            print(f"{name} {language or 'all'}, {number} pairs: honest accepted {accepted}", end=" · ")
            print(f"falsified flagged {flagged}", flush=True)


if __name__ == "__main__":
    main()
