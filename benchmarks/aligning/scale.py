"""Scale: time and memory by the source's length, each size in a process of its own."""

import json
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

from aligning.corpus import Generator
from aligning.edits import Editor

SIZES = (1_000, 10_000, 100_000, 1_000_000)
COLUMNS = (
    "words",
    "cut into words, ms",
    "first 200-word excerpt, ms",
    "next ones, ms",
    "peak memory added, MB",
)

_CHILD = """
import json, pickle, resource, sys, time
sys.path[:0] = [{top!r}, {here!r}]
from provenance.alignment.collation import collate
from provenance.alignment.coding import PreparedSource
from provenance.text.document import Document

text, samples = pickle.load(open({path!r}, "rb"))
document = Document(text)
collate([document.passage(0, 400)], Document(text[:2000]))  # imports and tables
def peak():  # Linux hands ru_maxrss down to a child, VmHWM not
    try:
        return int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before = peak()
started = time.process_time()
prepared = PreparedSource(document)
seconds = [time.process_time() - started]
for passages, declared in samples:
    started = time.process_time()
    collate(passages, prepared, declared=declared)
    seconds.append(time.process_time() - started)
print(json.dumps([*seconds[:2], sorted(seconds[2:])[len(seconds) // 2 - 1], peak() - before]))
"""


def scale_rows() -> tuple[tuple[str, ...], list[list[str]]]:
    """The columns and rows of the table."""
    here = Path(__file__).parents[1]
    generator, rows = Generator(2027), []
    for size in SIZES:
        source, other = generator.text(size, 1), generator.text(3_000, 1)
        samples = [Editor(source, other, seed).sample("mixed", 200) for seed in range(9)]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "samples"
            path.write_bytes(
                pickle.dumps((source.text, [(sample.passages, sample.declared) for sample in samples]))
            )
            code = _CHILD.format(top=str(here.parent), here=str(here), path=str(path))
            done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        *seconds, memory = json.loads(done.stdout)
        rows.append([f"{size:,}", *(f"{value * 1000:.1f}" for value in seconds), f"{memory:.0f}"])
    return COLUMNS, rows
