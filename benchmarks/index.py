"""How fast, and how surely, a page is found by its text among many.

Usage: python benchmarks/index.py [PAGES]
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from provenance.sources.index import INDEX_NAME, TextIndex
from provenance.sources.loading.given import build_catalogue
from tests.sources.generated import Writer

SHARES = (0.0, 0.2, 1 / 3, 0.5)


def main(pages: int) -> None:
    """Write pages of generated text, index them, and look for altered passages; every second page has a decoy beside it."""
    writer = Writer()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = [writer.page() for _ in range(pages)]
        for number, text in enumerate(texts):
            decoy = "\n\n" + writer.decoy(texts[number - 1].split("\n\n")[2]) if number % 2 else ""
            (folder / f"{number}.txt").write_text(text + decoy)
        begun = time.perf_counter()
        catalogue = build_catalogue(folders=[folder])
        print(f"{pages} pages at hand after {time.perf_counter() - begun:.1f} s")
        begun = time.perf_counter()
        with TextIndex(folder, folder / INDEX_NAME) as index:
            index.update(catalogue.holdings)
            print(
                f"indexed in {time.perf_counter() - begun:.1f} s, {(folder / INDEX_NAME).stat().st_size / 1e6:.0f} MB"
            )
            begun = time.perf_counter()
            index.update(catalogue.holdings)
            print(f"found up to date in {time.perf_counter() - begun:.2f} s")
            for share in SHARES:
                report(index, writer, texts, share)


def report(index: TextIndex, writer: Writer, texts: list[str], share: float, tries: int = 300) -> None:
    """Print recall and time for passages of which a share of the words was changed."""
    first = among = 0
    times = []
    for number in range(0, len(texts), max(1, len(texts) // tries)):
        passage = writer.altered(texts[number].split("\n\n")[2], share)
        begun = time.perf_counter()
        found = index.search(passage)
        times.append(time.perf_counter() - begun)
        first += found[:1] == (f"{number}.txt",)
        among += f"{number}.txt" in found
    count = len(times)
    print(
        f"{share:4.0%} changed: first {first / count:6.1%}, among 20 {among / count:6.1%},"
        f" {sorted(times)[count // 2] * 1000:.0f} ms median, {max(times) * 1000:.0f} ms at most"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
