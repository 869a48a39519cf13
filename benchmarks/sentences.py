#!/usr/bin/env python3
"""How well sentences are told apart, beside a published splitter, on treebanks whose sentences people parted.

    python benchmarks/sentences.py FILE.conllu... [--run 10]

A file's name begins with its language (``de_pud-ud-test.conllu``). Its sentences are put together in paragraphs of some, with
a space between them where the language has one; a splitter is right where it ends a sentence behind the last sign of one. pySBD
is measured too if it is installed. The last sentence of a paragraph ends in any case and does not count.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.languages.sentences import splitter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Splitter = Callable[[str], Iterable[int]]

UNSPACED = {"zh", "ja"}


def _ours(language: str | None) -> Splitter:
    rules = splitter(language)
    return lambda text: (span.end for span in rules.spans(text))


def _pysbd(language: str) -> Splitter | None:
    if importlib.util.find_spec("pysbd") is None:
        return None
    import pysbd

    try:
        segmenter = pysbd.Segmenter(language=language, clean=False, char_span=True)
    except ValueError:
        return None  # a language that it does not know
    return lambda text: (span.start + len(span.sent.rstrip()) for span in segmenter.segment(text))


def _paragraphs(file: Path, run: int, space: str) -> list[tuple[str, set[int]]]:
    """Texts, and the offsets at which their sentences end, but for the last."""
    sentences = [
        found.strip() for found in re.findall(r"^# text = (.*)$", file.read_text("utf-8"), re.MULTILINE)
    ]
    paragraphs = []
    for first in range(0, len(sentences), run):
        text, ends = "", set()
        for sentence in sentences[first : first + run]:
            text += (space if text else "") + sentence
            ends.add(len(text))
        paragraphs.append((text, ends - {len(text)}))
    return paragraphs


def _measured(split: Splitter, paragraphs: list[tuple[str, set[int]]]) -> str:
    right = told = there = 0
    begin = time.process_time()
    for text, ends in paragraphs:
        found = {end for end in split(text) if end < len(text)}
        right, told, there = right + len(found & ends), told + len(found), there + len(ends)
    seconds = time.process_time() - begin
    precision, recall = right / max(1, told), right / max(1, there)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {1000 * seconds:.0f}"


def main() -> None:
    """Print a table: each splitter on each file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--run", type=int, default=10, help="sentences a paragraph")
    options = parser.parse_args()
    print("| language | splitter | precision | recall | F1 | ms |\n|---|---|---|---|---|---|")
    for file in options.files:
        language = re.split(r"[_-]", file.name)[0]
        paragraphs = _paragraphs(file, options.run, "" if language in UNSPACED else " ")
        rivals = {"with its rules": _ours(language), "with all rules": _ours(None), "pySBD": _pysbd(language)}
        for name, split in rivals.items():
            if split is not None:
                print(f"| {language} | {name} | {_measured(split, paragraphs)} |")


if __name__ == "__main__":
    main()
