"""How long detection takes, beside one plain trafilatura.extract of the same page.

    python benchmarks/detection.py FOLDER [--rounds N]

FOLDER holds saved pages (*.html, *.html.gz). Prints the median time of both over the pages, the ratio of the medians, and the
ratio for the page of median size. Both run in this process by turns, warm, on the same text; the best processor time of N rounds counts.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from provenance.articles.article import Format
from provenance.articles.reading import read_bytes
from provenance.excerpts.detect import detect

if TYPE_CHECKING:
    from collections.abc import Callable


def pages(folder: Path) -> list[bytes]:
    """The pages of a folder, by size."""
    plain = [path.read_bytes() for path in folder.glob("*.htm*") if path.suffix != ".gz"]
    packed = [gzip.decompress(path.read_bytes()) for path in folder.glob("*.htm*.gz")]
    return sorted(plain + packed, key=len)


def seconds(work: Callable[[], object]) -> float:
    """The processor time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(page: bytes, rounds: int) -> tuple[float, float]:
    """The seconds of detection and of extraction for one page: the best of rounds in which they take turns."""
    text = page.decode("utf-8", "replace")
    detection, extraction = [], []
    for _ in range(rounds):
        detection.append(seconds(lambda: detect(read_bytes(page, origin="page.html", format=Format.HTML))))
        extraction.append(seconds(lambda: trafilatura.extract(text)))
    return min(detection), min(extraction)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    found = pages(options.folder)
    if not found:
        parser.error(f"no pages (*.html, *.html.gz) in {options.folder}")
    times = [measure(page, options.rounds) for page in found]
    detection, extraction = (statistics.median(column) for column in zip(*times, strict=True))
    middle = len(found) // 2
    print(f"{len(found)} pages, median size {len(found[middle]):,} bytes")
    print(f"detection {detection * 1000:.1f} ms, extraction {extraction * 1000:.1f} ms (medians)")
    print(f"ratio of the medians {detection / extraction:.2f}")
    print(f"ratio on the page of median size {times[middle][0] / times[middle][1]:.2f}")
    print(f"median of the ratios {statistics.median(one / other for one, other in times):.2f}")


if __name__ == "__main__":
    main()
