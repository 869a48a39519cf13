"""Scale: time and memory by the source's length, each size in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SIZES = (1_000, 10_000, 100_000, 1_000_000)
COLUMNS = (
    "words",
    "cut into words, ms",
    "first 200-word excerpt, ms",
    "next ones, ms",
    "peak memory added, MB",
)

_CHILD = """
import json, resource, sys, time
sys.path[:0] = [{top!r}, {here!r}]
from aligning.corpus import Generator
from aligning.edits import Editor
from provenance.alignment import collate, prepare
from provenance.text.document import Document

generator = Generator(2027)
source, other = generator.text({size}, 1), generator.text(3000, 1)
samples = [Editor(source, other, seed).sample("mixed", 200) for seed in range(6)]
document = Document(source.text)
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
collate([document.passage(0, 400)], Document(document.text[:2000]))
del source, other
before = peak()
started = time.perf_counter(); prepared = prepare(document); cut = time.perf_counter() - started
times = []
for sample in samples:
    started = time.perf_counter(); collate(sample.passages, prepared, declared=sample.declared)
    times.append(time.perf_counter() - started)
print(json.dumps([cut, times[0], sorted(times[1:])[len(times) // 2], peak() - before]))
"""


def scale_rows() -> tuple[tuple[str, ...], list[list[str]]]:
    """The columns and rows of the table."""
    here = Path(__file__).parents[1]
    rows = []
    for size in SIZES:
        code = _CHILD.format(top=str(here.parent), here=str(here), size=size)
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        *seconds, memory = json.loads(done.stdout)
        rows.append([f"{size:,}", *(f"{value * 1000:.1f}" for value in seconds), f"{memory:.0f}"])
    return COLUMNS, rows
