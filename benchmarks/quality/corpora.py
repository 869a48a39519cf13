"""Public corpora of quotations that people labelled, read from folders of checkouts. They belong to others: measure and ship nothing.

polnear: networkdynamics/PolNeAR, US news. wikinews: uhh-lt/german-news-quotation-attribution-2024. pdnc: Priya22/project-dialogism-novel-corpus,
novels. Each is read from the folder that its repository is called by.
"""

from __future__ import annotations

import ast
import csv
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MARK = re.compile(r"[“”\"]|''|‘‘|’’")
_COVERED = 0.8  # how much of a stretch in marks must lie in the content of an attribution


class Quotation(NamedTuple):
    """A quotation as people labelled it: half-open code points, and the words that name its speaker."""

    start: int
    end: int
    speaker: str


class Text(NamedTuple):
    """A document with its quotations."""

    name: str
    language: str
    text: str
    quotations: tuple[Quotation, ...]


def read_polnear(checkouts: Path, split: str) -> Iterator[Text]:
    """News of PolNeAR: each stretch between quotation marks that lies in the content of an attribution."""
    folder = checkouts / "PolNeAR" / "data" / split
    notes = {path.stem.rsplit("_", 1)[0]: path for path in sorted(folder.rglob("*.ann"))}
    for path in sorted(folder.rglob("*.txt")):
        if path.stem in notes:
            text = path.read_text("utf-8", "replace")
            annotations = notes[path.stem].read_text("utf-8", "replace").splitlines()
            yield Text(path.stem, "en", text, tuple(_attributed(text, annotations)))


def _attributed(text: str, annotations: list[str]) -> Iterator[Quotation]:
    spans: dict[str, tuple[list[tuple[int, int]], str]] = {}
    for line in annotations:
        if re.match(r"T\d+\t", line):
            key, where, *words = line.split("\t")
            pairs = [part.split() for part in where.split(" ", 1)[1].split(";")]
            spans[key] = [(int(start), int(end)) for start, end in pairs], words[0] if words else ""
    stretches = list(_between_marks(text))
    found: dict[tuple[int, int], str] = {}
    for line in annotations:
        if not re.match(r"E\d+\t", line):
            continue
        roles = defaultdict(list)
        for role in line.split("\t")[1].split():
            name, _, key = role.partition(":")
            roles[name.rstrip("0123456789")].append(key)
        content = [span for key in roles["Content"] for span in spans[key][0]]
        for start, end in stretches:
            inside = sum(max(0, min(end, last) - max(start, first)) for first, last in content)
            if end > start and inside >= _COVERED * (end - start):
                found[start, end] = " ".join(spans[key][1] for key in roles["Source"])
    for (start, end), speaker in found.items():
        yield Quotation(start, end, speaker)


def _between_marks(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in re.finditer(r"[^\n]+", text):
        start = None
        for mark in _MARK.finditer(text, *paragraph.span()):
            if start is None or mark[0] in {"“", "‘‘"}:
                start = mark.end()
            else:
                yield start, mark.start()
                start = None
        if start is not None and paragraph.end() - start > 10:
            yield start, paragraph.end()  # goes on in the next paragraph


def read_wikinews(checkouts: Path, split: str) -> Iterator[Text]:
    """German news: what is labelled as direct speech, but for quotations within quotations."""
    folder = checkouts / "german-news-quotation-attribution-2024" / "data" / split
    for path in sorted(folder.rglob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        spans: dict[tuple[int, int], str] = {}
        for note in page["annotations"]:
            if note["type"] == "Direct":
                speaker = note.get("speaker")
                named = speaker.get("text", "") if isinstance(speaker, dict) else ""
                spans |= {(s["charBegin"], s["charEnd"]): named for s in note["quote"]["spans"]}
        outer = [
            Quotation(*span, named)
            for span, named in spans.items()
            if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in spans)
        ]
        yield Text(path.stem, "de", page["originalText"], tuple(outer))


def read_pdnc(checkouts: Path, _: str) -> Iterator[Text]:
    """Novels: what is labelled with an explicit speaker. The speaker is given by all names of the character."""
    for folder in sorted((checkouts / "project-dialogism-novel-corpus" / "data").iterdir()):
        with (folder / "character_info.csv").open(encoding="utf-8") as file:
            names = {row["Main Name"]: row["Aliases"] for row in csv.DictReader(file)}
        with (folder / "quotation_info.csv").open(encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if row["quoteType"] == "Explicit"]
        quotations = [
            Quotation(start, end, f"{row['speaker']} {names.get(row['speaker'], '')}")
            for row in rows
            for start, end in ast.literal_eval(row["quoteByteSpans"])
        ]
        text = (folder / "novel_text.txt").read_text("utf-8", "replace")
        yield Text(folder.name, "en", text, tuple(quotations))


CORPORA = {"polnear": read_polnear, "wikinews": read_wikinews, "pdnc": read_pdnc}
