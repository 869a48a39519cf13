"""What tracing a corpus costs beside bare extraction and as it grows, and whether it says what `trace` says.

Usage: python benchmarks/corpus.py [--pages FOLDER] [--plain N] [--sizes N N] [--equal N] [--rounds N]

All times are of the processor, children included, with one job; the cost of a run with two pages is taken off, and of so
many rounds the cheapest counts. Beside ``trafilatura.extract`` over the same pages: the saved pages of a folder (``*.html``,
``*.html.gz``), first as they are; then without quotation marks, colons and dashes, with ``div`` for ``blockquote``, those in
which no excerpt is found; and ``--plain`` generated pages that quote nothing. Of ``--sizes`` pages half quote two of the
others, one by its link and one without. ``--equal`` pages are also traced one by one.
"""

import argparse
import gzip
import importlib.util
import json
import os
import pickle
import re
import shutil
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

from provenance.configuration.settings import Settings
from provenance.corpus.tables import rows_of
from provenance.corpus.work import begin, detected
from provenance.tracing.tracer import Tracer
from provenance.tracing.workers import send_read_only_mappings
from tests.sources.generated import Writer

_MAIN = "import sys; from provenance.cli import main; sys.exit(main())"
_MARKS = re.compile("[“”„‟«»‹›「」『』‘‚‛]|&(?:quot|[lr]dquo|bdquo|laquo|raquo|[lr]squo|sbquo|#822[01]|#34);")
_DRESS = re.compile(r"<(/?)(?:blockquote|q|cite)\b", re.IGNORECASE)
_SHOWN = re.compile(r">[^<]+<")
_TAKEN_OUT = str.maketrans({'"': "", ":": ".", "—": ",", "–": ","})
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
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--plain", type=int, default=2_000)
    parser.add_argument("--sizes", type=int, nargs=2, default=(500, 5_000))
    parser.add_argument("--equal", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.pages:
            saved = saved_pages(options.pages)
            beside_extraction("saved", saved, folder, options.rounds)
            beside_extraction("saved, nothing quoted", unquoted(saved), folder, options.rounds)
        if options.plain:
            beside_extraction("generated, nothing quoted", plain_pages(options.plain), folder, options.rounds)
        if all(options.sizes):
            grown = [quoting_pages(size) for size in (2, *options.sizes)]
            rounds = [
                [corpus_seconds(pages, folder / "size") for pages in grown] for _ in range(options.rounds)
            ]
            fixed, few, many = map(min, zip(*rounds, strict=True))
            print(
                f"2 pages: {fixed:.1f} s; {options.sizes[0]}: {few - fixed:.1f} s more; {options.sizes[1]}: "
                f"{many - fixed:.1f} s more, {(many - fixed) / (few - fixed):.1f} times"
            )
        if options.equal:
            print(f"rows of {options.equal} pages equal to trace: {equal_rows(options.equal, folder)}")


def saved_pages(folder: Path) -> dict[str, str]:
    """The pages of a folder, by addresses of their own."""
    found = sorted((*folder.glob("*.html"), *folder.glob("*.html.gz")))
    data = (
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in found
    )
    return {f"https://saved.example/{n}": page.decode("utf-8", "replace") for n, page in enumerate(data)}


def unquoted(pages: dict[str, str]) -> dict[str, str]:
    """Pages without what shows a quotation, those in which none is found then."""
    send_read_only_mappings()
    settings, found = begin(pickle.dumps(Settings())), {}
    for url, html in pages.items():
        plain = _DRESS.sub(r"<\1div", _MARKS.sub("", html))
        plain = _SHOWN.sub(lambda shown: shown[0].translate(_TAKEN_OUT), plain)
        page = {"url": url, "data": plain.encode(), "content_type": "text/html; charset=utf-8"}
        told = detected(settings, dict.fromkeys(("path", "published", "language")) | page)
        if not told["excerpts"] and not told["error"]:
            found[url] = plain
    return found


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
    shutil.rmtree(folder, ignore_errors=True)
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


def beside_extraction(name: str, pages: dict[str, str], folder: Path, rounds: int) -> None:
    """Print how many pages a second both read, over the same pages, by turns."""
    few = dict(list(pages.items())[:2])
    seconds = [
        (
            corpus_seconds(few, folder / "few"),
            corpus_seconds(pages, folder / "pages"),
            extraction_seconds(pages),
        )
        for _ in range(rounds)
    ]
    fixed, all_of_it, bare = map(min, zip(*seconds, strict=True))
    ours, size = all_of_it - fixed, sum(map(len, pages.values())) / len(pages) / 1000
    print(
        f"{len(pages)} pages of {size:.0f} KB ({name}): {len(pages) / ours:.0f} a second, extracted"
        f" {len(pages) / bare:.0f}: {bare / ours:.2f}; begun in {fixed:.1f} s"
    )


def extraction_seconds(pages: dict[str, str]) -> float:
    """Seconds of the processor of bare extraction, behind a first page, with which its library begins."""
    import trafilatura

    trafilatura.extract(next(iter(pages.values())))
    begun = time.process_time()
    for html in pages.values():
        trafilatura.extract(html)
    return time.process_time() - begun


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
            expected += rows_of(trace, url)
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
