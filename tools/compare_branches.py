#!/usr/bin/env python3
"""What two commits make of the same pages, side by side: detections and verdicts that differ.

    python tools/compare_branches.py BASE [HEAD] [--pages FOLDER] [--pairs FILE]... [--cases FOLDER] [--limit N]

Checks both commits out beside each other and runs each in processes of its own, with this interpreter's packages. A
page is a file that ``provenance detect`` reads, ``.gz`` or not. A pair is a ``[[pair]]`` of a TOML file with ``source``
and ``quotation``; a case is one of fixtures/cases. Prints a line for each difference, then how many there are of each
kind, and ends with 1 if there are any: after a move of files there should be none.
"""

import argparse
import concurrent.futures
import difflib
import gzip
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

_MAIN = "import sys; from provenance.cli import main; sys.exit(main())"
_LONGEST_PROCESS = 300  # seconds


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("base")
    parser.add_argument("head", nargs="?", default="HEAD")
    parser.add_argument("--pages", type=Path, help="a folder of articles, read with their subfolders")
    parser.add_argument("--pairs", type=Path, action="append", default=[], help="a TOML file of pairs")
    parser.add_argument("--cases", type=Path, help="a folder of cases, traced against their saved sources")
    parser.add_argument("--limit", type=int, default=20, help="lines shown of one difference")
    return parser.parse_args()


def _checked_out(commit: str, folder: Path) -> Path:
    target = folder / commit.replace("/", "-")
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(target), commit], check=True)
    return target


def _run(checkout: Path, *arguments: str) -> object:
    environment = os.environ | {"PYTHONPATH": str(checkout)}
    done = subprocess.run(
        [sys.executable, "-c", _MAIN, *arguments],
        capture_output=True,
        text=True,
        timeout=_LONGEST_PROCESS,
        env=environment,
        cwd=checkout,
        check=False,
    )
    try:
        return json.loads(done.stdout)
    except ValueError:
        return {"exit": done.returncode, "error": done.stderr[-2000:]}


def _work(options: argparse.Namespace, scratch: Path) -> dict[str, tuple[str, ...]]:
    """What is to be run, by its name; the files it needs are written to a folder of their own."""
    work: dict[str, tuple[str, ...]] = {}
    for page in sorted(options.pages.rglob("*")) if options.pages else ():
        if page.is_file():
            work[f"page {page.relative_to(options.pages)}"] = ("detect", str(_unpacked(page, scratch)))
    for file in options.pairs:
        work |= _pairs(file, scratch)
    for case in sorted(options.cases.rglob("case.toml")) if options.cases else ():
        article = next(path for path in sorted(case.parent.iterdir()) if path.stem == "article")
        sources = case.parent / "sources"
        work[f"case {case.parent.name}"] = ("trace", str(article), "--offline", "--sources", str(sources))
    return {name: (*arguments, "--format", "json") for name, arguments in work.items()}


def _unpacked(page: Path, scratch: Path) -> Path:
    if page.suffix != ".gz":
        return page.resolve()
    target = scratch / page.stem
    target.write_bytes(gzip.decompress(page.read_bytes()))
    return target


def _pairs(file: Path, scratch: Path) -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(file.read_text("utf-8"))
    shared, work = data.get("sources", {}), {}
    for number, pair in enumerate(data["pair"]):
        names = []
        for side, text in (
            ("quotation", pair["quotation"]),
            ("source", shared.get(pair.get("source"), pair.get("text", pair.get("source")))),
        ):
            target = scratch / f"{file.stem}-{number}-{side}.txt"
            target.write_text(text, "utf-8")
            names.append(str(target))
        work[f"pair {file.stem} {pair.get('id') or pair.get('name') or number}"] = ("compare", *names)
    return work


def _lines(result: object) -> list[str]:
    return json.dumps(result, indent=1, ensure_ascii=False, sort_keys=True).splitlines()


def _compare(name: str, arguments: tuple[str, ...], checkouts: tuple[Path, Path], limit: int) -> str:
    """The difference between what two checkouts make of one thing; empty if there is none."""
    base, head = (_lines(_run(checkout, *arguments)) for checkout in checkouts)
    if base == head:
        return ""
    changed = [
        line for line in difflib.unified_diff(base, head, lineterm="", n=0) if line[:3] not in ("---", "+++")
    ]
    return "\n".join([f"DIFFERENT {name}", *changed[:limit]])


def main() -> int:
    options = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        checkouts = tuple(_checked_out(commit, scratch) for commit in (options.base, options.head))
        try:
            work = _work(options, scratch)
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                jobs = [pool.submit(_compare, *item, checkouts, options.limit) for item in work.items()]
            differing = [job.result() for job in jobs if job.result()]
        finally:
            for checkout in checkouts:
                subprocess.run(["git", "worktree", "remove", "--force", str(checkout)], check=True)
    print(*differing, f"{len(differing)} of {len(work)} differ", sep="\n")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
