"""Holds the cases in fixtures/ to the floors in fixtures/floors.toml.

    python benchmarks/floors.py             print what is measured, fail below a floor or if the corpus has changed
    python benchmarks/floors.py --update    write the digest of the corpus, and raise floors to what is measured
    python benchmarks/floors.py --lower     the same, and let a floor sink: say why in the commit

A floor is a share between 0 and 1; more is better in each. --update leaves a floor that is not reached where it is.
"""

import argparse
import sys
import tomllib
from math import floor
from pathlib import Path

from case_measures import Measures, corpus_digest, measure

from provenance.cases.comparing import run_case
from provenance.cases.reading import find_cases, read_case

FIXTURES = Path(__file__).parent.parent / "fixtures"
FLOORS_FILE = FIXTURES / "floors.toml"
HEADER = """\
# What the cases in this folder have to reach, and the digest of the cases for which that was said.
# `python benchmarks/floors.py --update` raises floors; lowering one takes --lower.
"""


def measured() -> Measures:
    """Every case, run and counted."""
    return measure(run_case(read_case(folder)) for folder in find_cases(FIXTURES))


def digest() -> str:
    """The digest of the corpus as it is."""
    return corpus_digest(find_cases(FIXTURES), root=FIXTURES)


def shortfalls(shares: dict[str, float], kept: dict[str, object]) -> list[str]:
    """What is wrong: a sentence for each floor that is not reached, and one if the corpus is another."""
    floors = kept["floors"]
    assert isinstance(floors, dict)
    below = [
        f"{name} is {share:.3f}, below its floor of {floors[name]:.3f}"
        for name, share in shares.items()
        if share < floors.get(name, 0)
    ]
    changed = "the cases have changed since the floors were set: run python benchmarks/floors.py --update"
    return below + ([changed] if kept["digest"] != digest() else [])


def written(shares: dict[str, float], kept: dict[str, float], *, lower: bool) -> str:
    """The floor file for what was measured, each share rounded down to three digits."""
    lines = [HEADER, f'digest = "{digest()}"', "", "[floors]"]
    for name, share in shares.items():
        reached = floor(share * 1000) / 1000
        lines.append(f"{name} = {reached if lower else max(reached, kept.get(name, 0.0)):.3f}")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Print, check or write the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--update", action="store_true", help="write the digest, and raise floors")
    parser.add_argument("--lower", action="store_true", help="let floors sink as well")
    options = parser.parse_args()
    counts = measured()
    print(counts)
    for name, share in counts.shares.items():
        print(f"{name:24} {share:.3f}")
    kept = (
        tomllib.loads(FLOORS_FILE.read_text("utf-8"))
        if FLOORS_FILE.exists()
        else {"floors": {}, "digest": ""}
    )
    if options.update or options.lower:
        text = written(counts.shares, kept["floors"], lower=options.lower)
        FLOORS_FILE.write_text(text, "utf-8")
        kept = tomllib.loads(text)
    wrong = shortfalls(counts.shares, kept)
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
