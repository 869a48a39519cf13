"""What each reader takes of memory for the file that is made to cost most, measured by the process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources.bombs import write_all

MOST = 150_000  # kilobytes above the idle process
SCRIPT = """
import json, resource, sys
from pathlib import Path
from provenance.errors import SourceError
from provenance.sources.loading.given import GivenSource, build_catalogue
from provenance.sources.loading.extraction import to_witness
from provenance.sources.source import FoundBy, Reference, Via

def memory(name):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name))

def read(path):
    try:
        for holding in build_catalogue([GivenSource(path=path)]).holdings:
            to_witness(holding.open(), Reference("x", FoundBy.LINK), Via.GIVEN)
    except SourceError:
        pass

folder = Path(sys.argv[1])
for name in ("idle.html", "idle.md", "idle.txt", "idle.pdf"):
    read(folder / name)
idle = memory("VmRSS")
taken = {}
for path in sorted(folder.iterdir()):
    with open("/proc/self/clear_refs", "w") as refs:
        refs.write("5")
    read(path)
    taken[path.name] = memory("VmHWM") - idle
children = resource.getrusage(resource.RUSAGE_CHILDREN)
taken["child"] = children.ru_maxrss - 60_000
print(json.dumps(taken))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from /proc")
def test_every_reader_keeps_within_150_megabytes_of_the_idle_process(tmp_path):
    write_all(tmp_path)
    for name in ("idle.html", "idle.md", "idle.txt"):  # the last one's language is told by all word lists
        said = "vinte barcos" if name == "idle.txt" else "The pier will close in May."
        Path(tmp_path, name).write_text(f"<p>{said}</p>")
    Path(tmp_path, "idle.pdf").write_bytes(b"%PDF-1.4")
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    taken = json.loads(run.stdout)
    assert len(taken) > 14
    assert {name: cost for name, cost in taken.items() if cost > MOST} == {}
