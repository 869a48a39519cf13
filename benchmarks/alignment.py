"""How well, how surely and how fast an excerpt is aligned with its source, beside what else there is.

    python benchmarks/alignment.py                        on generated texts, every method that is installed
    python benchmarks/alignment.py --folder TEXTS         on the .txt, .md and .rst files of a folder
    python benchmarks/alignment.py --scale                our cost from 1,000 to 1,000,000 words
    python benchmarks/alignment.py --quick --floors benchmarks/alignment-floors.toml
                                                          a few seconds; fails below a floor

The rivals come with `pip install provenance-tracer[bench]`; one that is missing is named and left out.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from aligning.corpus import Generator, Shelf, Text, read_folder
from aligning.edits import FAMILIES, Editor
from aligning.measures import Runs, Tally, count_false, run, time_one
from aligning.rivals import METHODS
from aligning.scale import scale_rows
from aligning.tables import COLUMNS, Row, print_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligning.methods import Method
    from aligning.samples import Sample

SIZES = (1_000, 10_000, 100_000)
LENGTHS = (20, 200, 1_000)
_MOST_DRAWN = 50


class Bench:
    """The samples that every method is measured on."""

    def __init__(self, texts: list[Text] | None, *, quick: bool, seed: int = 0) -> None:
        """Take real texts, or None to generate them."""
        self._shelf = Shelf(texts) if texts else None
        self._generator = Generator(2027 + seed)
        self._seed = seed
        self.shared = 0  # excerpts that were no decoys: the source has words of theirs
        self.sources = [
            self._pair(size, seed) for seed in range(3 if quick else 8) for size in (1_000, 3_000)
        ]
        self.samples = [self._samples(*pair, seed) for seed, pair in enumerate(self.sources)]
        self.decoys = [self._decoys(size, seed) for size in SIZES[:2] for seed in range(5 if quick else 50)]
        self.timed = {size: self._timed(size) for size in (SIZES[:1] if quick else SIZES)}

    def _pair(self, size: int, seed: int) -> tuple[Text, Text]:
        """A source, and another text on the same topic."""
        if self._shelf is None:
            return self._generator.text(size, seed), self._generator.text(3_000, seed)
        return self._shelf.pair(size, self._seed * 10_000 + seed)

    @staticmethod
    def _samples(source: Text, other: Text, seed: int) -> list[Sample]:
        editor = Editor(source, other, seed)
        fit = [length for length in LENGTHS if length * 2 <= len(source.words)]
        return [editor.sample(family, length) for family in FAMILIES for length in fit for _ in range(2)]

    def _decoys(self, size: int, seed: int) -> tuple[Text, list[Sample]]:
        source, other = self._pair(size, 900 + seed)
        editor = Editor(other, source, seed)
        runs = Runs(source)
        decoys = []
        for length in (8, 20, 60, 200, 400):
            for _ in range(2):
                drawn = [editor.sample("verbatim", length)]
                while runs.shared_by(drawn[-1]) and len(drawn) < _MOST_DRAWN:
                    drawn.append(editor.sample("verbatim", length))
                self.shared += len(drawn) - 1
                decoys.append(drawn[-1])
        return source, decoys

    def _timed(self, size: int) -> tuple[Text, list[Sample]]:
        source, other = self._pair(size, 7)
        editor = Editor(source, other, 7)
        return source, [editor.sample("mixed", 200) for _ in range(20 if size < 100_000 else 5)]

    def measure(self, method: Method) -> Row:
        """One row of the table."""
        print(f"measuring {method.name}", file=sys.stderr)
        tallies: dict[tuple[str, int], Tally] = {}
        for (source, _), samples in zip(self.sources, self.samples, strict=True):
            if len(source.words) <= method.most_words * 1.2:
                chosen = [sample for sample in samples if sample.length <= method.most_excerpt][
                    :: method.step
                ]
                for key, tally in run(method, source, chosen).items():
                    tallies.setdefault(key, Tally()).add(tally)
        false = {
            size: sum(
                count_false(method, source, samples)
                for source, samples in self.decoys
                if size * 0.5 < len(source.words) < size * 2
            )
            if size <= min(method.most_words, method.most_decoy_words) and method.step == 1
            else None
            for size in SIZES[:2]
        }
        times = {
            size: time_one(method, source, samples) if size <= method.most_words else None
            for size, (source, samples) in self.timed.items()
        }
        return Row(method.name, tallies, false, times)


def methods(chosen: Sequence[str]) -> Iterator[Method]:
    """The methods that were asked for and are installed; the others are named."""
    for name in chosen or METHODS:
        try:
            yield METHODS[name]()
        except ImportError as error:
            print(f"{name}: left out, {error.name} is not installed")


def shortfalls(row: Row, rival: Row | None, floors: dict[str, float]) -> list[str]:
    """A sentence for every floor that is not reached, and every ceiling that is passed."""
    values = row.figures() | ({"time-to-difflib": row.times[1_000] / rival.times[1_000]} if rival else {})
    ceilings = {"false", "time-to-difflib"}
    return [
        f"{name} is {values[name]:.3f}, beyond its limit of {limit:.3f}"
        for name, limit in floors.items()
        if (values[name] > limit if name in ceilings else values[name] < limit)
    ]


def main() -> int:
    """Measure and print; 1 if a floor is not reached."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, help="real texts to quote from")
    parser.add_argument("--methods", type=lambda text: text.split(","), default=[], help=", ".join(METHODS))
    parser.add_argument("--seed", type=int, default=0, help="draw other excerpts and sources")
    parser.add_argument("--quick", action="store_true", help="ours and difflib only, fewer samples")
    parser.add_argument("--scale", action="store_true", help="time and memory by the source's length")
    parser.add_argument("--floors", type=Path, help="a TOML file of limits")
    options = parser.parse_args()
    if options.scale:
        print_table(*scale_rows())
        return 0
    bench = Bench(
        read_folder(options.folder) if options.folder else None, quick=options.quick, seed=options.seed
    )
    print(
        f"{bench.shared} excerpts were drawn again: no decoys, as they share a run of words with the source"
    )
    chosen = options.methods or (["provenance", "difflib"] if options.quick else [])
    rows = [bench.measure(method) for method in methods(chosen)]
    print_table(COLUMNS, [row.cells(rows[0]) for row in rows])
    print_table(("family", "add", "omit", "alt"), rows[0].family_cells())
    if not options.floors:
        return 0
    rival = next((row for row in rows if row.name.startswith("difflib")), None)
    below = shortfalls(rows[0], rival, tomllib.loads(options.floors.read_text("utf-8"))["limits"])
    print("\n".join(below) or "every limit is kept")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
