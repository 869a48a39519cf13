"""How long a whole ``provenance compare`` of two texts takes, beside the imports that it cannot do without.

    python benchmarks/startup.py [--runs 15] [--at-most RATIO]

Runs ``provenance compare`` on two short texts and ``python -c "import rapidfuzz, rich.console"``, turn by turn, each in a
process of its own, and prints the medians of the processor time that they take, and their ratio. Processor time is what
a busy machine changes least. The modules are compiled beforehand, as pip does when it installs a package. With
``--at-most`` the exit code is 1 above that ratio.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

QUOTATION = "The harbour board voted on Monday to close the old pier for three months, the chair said."
SOURCE = f"Pier to close.\n\n{QUOTATION.replace('three', 'four')}\n\nThe inspection follows in May."
COMPILED = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
BASELINE = [sys.executable, "-c", "import rapidfuzz, rich.console"]


def seconds(command: list[str], folder: str) -> float:
    """The processor time that a command takes from start to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, cwd=folder, env=COMPILED)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(runs: int) -> tuple[float, float]:
    """The median seconds of the baseline and of a comparison; the first run of each only warms the caches."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, "quotation.txt"), Path(folder, "source.txt")]
        for file, text in zip(files, (QUOTATION, SOURCE), strict=True):
            file.write_text(text, "utf-8")
        compare = [sys.executable, "-m", "provenance", "compare", *map(str, files)]
        pairs = [(seconds(BASELINE, folder), seconds(compare, folder)) for _ in range(runs + 1)][1:]
    base, ours = zip(*pairs, strict=True)
    return statistics.median(base), statistics.median(ours)


def main() -> int:
    """Measure, print, and compare with the limit if there is one."""
    parser = argparse.ArgumentParser(description="Start-up time of `provenance compare`.")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--at-most", type=float, default=None, help="exit with 1 above this ratio")
    options = parser.parse_args()
    base, ours = measure(options.runs)
    print(f"baseline {base * 1000:.0f} ms · compare {ours * 1000:.0f} ms · ratio {ours / base:.2f}")
    return int(options.at_most is not None and ours / base > options.at_most)


if __name__ == "__main__":
    sys.exit(main())
