"""What an article costs among few and among many saved sources, and what further processes bring.

Usage: python benchmarks/many.py [--articles N] [--few N] [--many N] [--jobs N]

Writes generated sources, saved each under an address, and articles that quote two of them: one with its link, one
without. Prints the processor time of an article in milliseconds, the start and the opening of the folder apart, and
the time of a whole `provenance check` with one job and with several.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from provenance.sources.storage.manifest import MANIFEST_NAME, Manifest, SavedSource
from provenance.tracing.tracer import Tracer
from tests.sources.generated import Writer

_MAIN = """
import multiprocessing, resource, sys
from provenance.cli import main
try:
    main()
except SystemExit:
    pass
for child in multiprocessing.active_children():
    child.join()
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, file=sys.stderr)
"""
_SAVED = datetime(2031, 3, 1, tzinfo=UTC)


def main() -> None:
    """Write both folders, trace, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=300, help="traced in this process")
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--many", type=int, default=5_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        costs = {}
        for count in (options.few, options.many):
            folder = Path(name, str(count))
            write(folder, count, max(options.articles, count if count == options.many else 0))
            indexed, _ = processor_seconds(folder, "index", "saved")
            costs[count] = article_cost(folder, options.articles)
            print(
                f"{count} sources: {costs[count]:.1f} ms an article, indexed in {indexed:.1f} s of processor time"
            )
        print(f"ratio {costs[options.many] / costs[options.few]:.2f}")
        one, several = (processor_and_wall(folder, jobs) for jobs in (1, options.jobs))
        print(f"check, 1 job: {one[0]:.1f} s of processor time, {one[1]:.1f} s; peak {one[2]:.0f} MB")
        print(
            f"check, {options.jobs} jobs: {several[0]:.1f} s, {several[1]:.1f} s: {one[1] / several[1]:.2f} times as fast; "
            f"{several[3]:.1f} s in the process that hands out the articles; peak {several[2]:.0f} MB"
        )


def write(folder: Path, sources: int, articles: int) -> None:
    """Write saved sources with their manifest, and articles that quote two of them each."""
    writer, saved, posts = Writer(), folder / "saved", folder / "posts"
    saved.mkdir(parents=True)
    posts.mkdir()
    pages = [[writer.paragraph() for _ in range(6)] for _ in range(sources)]
    listed = []
    for number, page in enumerate(pages):
        (saved / f"{number}.html").write_text(_html(page, f"Paper {number % 97}"))
        listed.append(
            SavedSource(address(number), f"{number}.html", fetched=_SAVED, site_name=f"Paper {number % 97}")
        )
    (saved / MANIFEST_NAME).write_text(Manifest().including(listed).text)
    for number in range(articles):
        linked, unlinked = number % sources, (number * 7 + 3) % sources
        quotes = (
            f"<p><a href='{address(linked)}'>Paper {linked % 97} reports:</a></p><blockquote>{pages[linked][2]}</blockquote>",
            f"<p>Somebody wrote:</p><blockquote>{pages[unlinked][3]}</blockquote>",
        )
        own = [f"<p>{writer.paragraph()}</p>" for _ in range(4)]
        (posts / f"{number}.html").write_text(
            f"<!doctype html><html lang=en><article>{own[0]}{quotes[0]}{own[1]}{quotes[1]}{own[2]}{own[3]}</article>"
        )


def address(number: int) -> str:
    """The address of a source."""
    return f"https://paper{number % 97}.example/{number}"


def _html(paragraphs: list[str], site: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<!doctype html><html lang=en><meta property=og:site_name content='{site}'><article>{body}</article>"
    )


def article_cost(folder: Path, articles: int) -> float:
    """Milliseconds of processor time an article, once everything that a run does once is done."""
    posts = sorted((folder / "posts").iterdir())[:articles]
    with Tracer(saved=[folder / "saved"], offline=True) as tracer:
        tracer.trace(posts[0])
        begun = time.process_time()
        for post in posts[1:]:
            tracer.trace(post)
        return (time.process_time() - begun) * 1000 / (len(posts) - 1)


def processor_seconds(folder: Path, *arguments: str) -> tuple[float, float]:
    """The processor time of one run of the program, its children included, and that of its first process alone."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", _MAIN, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, float(done.stderr.split()[-1])


def processor_and_wall(folder: Path, jobs: int) -> tuple[float, float, float, float]:
    """Processor seconds, seconds, megabytes of the largest process, and the first one's seconds, of a check of the folder."""
    begun = time.perf_counter()
    used, own = processor_seconds(
        folder, "check", "posts", "--sources", "saved", "--quiet", "--jobs", str(jobs)
    )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return used, time.perf_counter() - begun, peak, own


if __name__ == "__main__":
    main()
