"""What an article costs among few and among many saved sources, and what further processes bring.

Usage: python benchmarks/many.py [--few N] [--many N] [--jobs N] [--rounds N]

Writes generated sources, saved each under an address, and articles that quote two of them: one with its link, one
without. Prints the processor time of an article in milliseconds, the start and the opening of the folder apart, none of
whose sources was read before; and
that of a whole `provenance check` with one job and with several, by turns: of so many rounds the cheapest counts,
since whatever else runs on the same cores makes each second of them dearer.

How fast several jobs are is told from processor time, so that it does not matter who else uses the cores: the first
process begins and ends alone; all the rest is shared by as many cores as there are jobs.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from provenance.sources.storage.manifest import MANIFEST_NAME, Manifest, SavedSource
from provenance.tracing.tracer import Tracer
from tests.sources.generated import Writer

_MAIN = """
import json, multiprocessing, resource, sys, time
from provenance.cases import check
from provenance.cli import main

def timed(*given, outcomes=check.outcomes, **named):
    begun = time.process_time()
    yield from outcomes(*given, **named)
    shared.append(time.process_time() - begun)

shared, check.outcomes = [], timed
try:
    main()
except SystemExit:
    pass
for child in multiprocessing.active_children():
    child.join()
own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
own, workers, peak = own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime, others.ru_maxrss or own.ru_maxrss
print(json.dumps([own - sum(shared), sum(shared), workers, peak / 1024]), file=sys.stderr)
"""
_SAVED = datetime(2031, 3, 1, tzinfo=UTC)


def main() -> None:
    """Write both folders, trace, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--few", type=int, default=100, help="sources")
    parser.add_argument("--many", type=int, default=5_000, help="sources, and articles of the check")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        costs = {}
        for count in (options.few, options.many):
            folder, articles = Path(name, str(count)), options.few // 2 - 1
            write(folder, count, count)
            indexed = run(folder, "index", "saved").all
            costs[count] = min(article_cost(folder, articles) for _ in range(options.rounds))
            print(
                f"{count} sources: {costs[count]:.1f} ms an article, indexed in {indexed:.1f} s of processor time"
            )
            beside(folder, options.jobs, options.rounds)
        print(f"ratio {costs[options.many] / costs[options.few]:.2f}")


def beside(folder: Path, jobs: int, rounds: int) -> None:
    """Print what a check of a folder takes with one job and with several."""
    checking = ("check", "posts", "--sources", "saved", "--quiet", "--jobs")
    runs = [(run(folder, *checking, "1"), run(folder, *checking, str(jobs))) for _ in range(rounds)]
    one, several = (min(each, key=lambda used: used.all) for each in zip(*runs, strict=True))
    print(f"  check, 1 job: {one.all:.1f} s of processor time, {one.peak:.0f} MB")
    print(
        f"  check, {jobs} jobs: {several.all:.1f} s, of which the first process alone {several.alone:.1f}, beside the others"
        f" {several.shared:.1f}; {several.peak:.0f} MB each; {one.all / several.on(jobs):.2f} times as fast"
    )


class Used(NamedTuple):
    """What a run of the program took: seconds of processor time, and megabytes of the largest process that traces."""

    alone: float  # of the first process, while there is no other
    shared: float  # of the first process, beside the others
    workers: float  # of all others
    peak: float

    @property
    def all(self) -> float:
        """Seconds of all processes."""
        return self.alone + self.shared + self.workers

    def on(self, cores: int) -> float:
        """The seconds that the run takes on so many cores without other work."""
        return self.alone + (self.shared + self.workers) / cores


def write(folder: Path, sources: int, articles: int) -> None:
    """Write saved sources with their manifest, and articles that quote the next two of them each."""
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
        linked, unlinked = 2 * number % sources, (2 * number + 1) % sources
        place = 2 * (2 * number // sources) % 6  # of a paragraph that no other article quotes
        quotes = (
            f"<p><a href='{address(linked)}'>Paper {linked % 97} reports:</a></p><blockquote>{pages[linked][place]}</blockquote>",
            f"<p>Somebody wrote:</p><blockquote>{pages[unlinked][place]}</blockquote>",
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
    first, *others = (folder / "posts" / f"{number}.html" for number in range(articles + 1))
    with Tracer(saved=[folder / "saved"], offline=True) as tracer:
        tracer.trace(first)
        begun = time.process_time()
        for post in others:
            tracer.trace(post)
        return (time.process_time() - begun) * 1000 / articles


def run(folder: Path, *arguments: str) -> Used:
    """What one run of the program takes."""
    done = subprocess.run(
        [sys.executable, "-c", _MAIN, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return Used(*json.loads(done.stderr.splitlines()[-1]))


if __name__ == "__main__":
    main()
