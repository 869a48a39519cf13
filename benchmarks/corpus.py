"""What tracing a corpus costs beside bare extraction and as it grows, and whether it says what `trace` says.

Usage: python benchmarks/corpus.py [--plain N] [--sizes N N] [--equal N]

All times are of the processor, children included, with one job. ``--plain`` pages quote nothing: they are compared with
``trafilatura.extract`` over the same pages. Of ``--sizes`` pages half quote two of the others, one by its link and one
without; the cost of a run with two pages is taken off. ``--equal`` pages are also traced one by one.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import pyarrow as pa
from pyarrow import parquet

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from provenance.corpus.tables import rows_of
from provenance.reporting.records import trace_record
from provenance.tracing.tracer import Tracer
from tests.sources.generated import Writer

_MAIN = "import sys; from provenance.cli import main; sys.exit(main())"
_MENU = "".join(f"<li><a href='/section/{number}'>Section {number}</a></li>" for number in range(60))
_SHELL = (
    "<!doctype html><html lang=en><head><title>{0}</title></head><body><nav><ul>" + _MENU + "</ul></nav>"
    "<main><article><h1>{0}</h1>{1}</article></main><footer><p>All rights reserved.</p></footer></body></html>"
)


def main() -> None:
    """Write, run, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plain", type=int, default=2_000)
    parser.add_argument("--sizes", type=int, nargs=2, default=(500, 5_000))
    parser.add_argument("--equal", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fixed = corpus_seconds(quoting_pages(2), folder / "two")
        if options.plain:
            beside_extraction(plain_pages(options.plain), folder / "plain", fixed)
        if all(options.sizes):
            few, many = (corpus_seconds(quoting_pages(n), folder / str(n)) - fixed for n in options.sizes)
            print(
                f"{options.sizes[0]} pages: {few:.1f} s; {options.sizes[1]}: {many:.1f} s; {many / few:.1f} times"
            )
        if options.equal:
            print(
                f"a run with two pages: {fixed:.1f} s; rows equal to trace: {equal_rows(options.equal, folder)}"
            )


def plain_pages(count: int) -> dict[str, str]:
    """Pages of some 10 KB that quote nothing, by their addresses."""
    writer = Writer()
    return {
        f"https://plain.example/{number}": _SHELL.format(
            f"Page {number}", "".join(f"<p>{writer.paragraph()}</p>" for _ in range(16))
        )
        for number in range(count)
    }


def quoting_pages(count: int) -> dict[str, str]:
    """Pages, the second half of which quote two of the first half each."""
    many = _benchmark("many")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many.write(folder, count // 2, count // 2)
        sources = {many.address(number): folder / "saved" / f"{number}.html" for number in range(count // 2)}
        posts = {f"https://post.example/{path.stem}": path for path in sorted((folder / "posts").iterdir())}
        return {url: path.read_text() for url, path in {**sources, **posts}.items()}


def _benchmark(name: str) -> object:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def corpus_seconds(pages: dict[str, str], folder: Path) -> float:
    """Seconds of the processor of `provenance corpus trace`."""
    folder.mkdir()
    columns = {"url": list(pages), "html": list(pages.values())}
    parquet.write_table(pa.table(columns), folder / "pages.parquet")
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(
        [
            sys.executable,
            "-c",
            _MAIN,
            "corpus",
            "trace",
            "pages.parquet",
            "--out",
            "out",
            "--jobs",
            "1",
            "-q",
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def beside_extraction(pages: dict[str, str], folder: Path, fixed: float) -> None:
    """Pages a second of both, over the same pages."""
    import trafilatura

    ours = corpus_seconds(pages, folder) - fixed
    trafilatura.extract(next(iter(pages.values())))
    begun = time.process_time()
    for html in pages.values():
        trafilatura.extract(html)
    bare = time.process_time() - begun
    size = sum(map(len, pages.values())) / len(pages) / 1000
    print(
        f"{len(pages)} pages of {size:.0f} KB: {len(pages) / ours:.0f} a second, extracted {len(pages) / bare:.0f}: {bare / ours:.2f}"
    )


def equal_rows(count: int, folder: Path) -> bool:
    """Whether verdict, source, how it was found and the codes of all findings are those of `trace`, page by page."""
    pages = quoting_pages(count)
    corpus_seconds(pages, folder / "equal")
    saved, expected = folder / "saved", []
    saved.mkdir()
    for number, (url, html) in enumerate(pages.items()):
        head = f"<link rel=canonical href='{url}'>"
        (saved / f"{number}.html").write_text(
            html.replace("<article>", f"{head}<article>", 1) if "post." not in url else ""
        )
    subprocess.run(
        [sys.executable, "-c", _MAIN, "index", str(saved)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    with Tracer(saved=[saved], offline=True) as tracer:
        for url, html in pages.items():
            (folder / "page.html").write_text(html)
            trace = tracer.trace(folder / "page.html")
            expected += rows_of(trace, trace_record(trace)["excerpts"], url)
    asked = {
        "excerpts": ("article", "id", "verdict", "found_by", "source"),
        "findings": ("article", "excerpt", "code"),
    }
    return all(
        sorted(json.dumps([row[key] for key in keys]) for table, row in expected if table == name)
        == sorted(
            json.dumps([row[key] for key in keys])
            for row in parquet.read_table(folder / "equal" / "out" / f"{name}.parquet").to_pylist()
        )
        for name, keys in asked.items()
    )


if __name__ == "__main__":
    main()
