import sys
import time

import pytest

from provenance.files.child import ChildError, Limits, run_child


def run(tmp_path, code, **limits):
    script = tmp_path / "script.py"
    script.write_text(code)
    return run_child(script, b"pier", Limits(**limits))


def test_a_script_reads_its_data_and_answers(tmp_path):
    assert run(tmp_path, "import sys; print(sys.stdin.read().upper(), end='')") == b"PIER"


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "import os; os.abort()", "1 / 0"])
def test_a_child_that_dies_takes_nobody_with_it(tmp_path, code):
    with pytest.raises(ChildError, match="breaks its reader"):
        run(tmp_path, code)


def test_a_child_is_left_behind_at_the_clock(tmp_path):
    begun = time.monotonic()
    with pytest.raises(ChildError, match="takes too long"):
        run(tmp_path, "import time; time.sleep(60)", clock=1)
    assert time.monotonic() - begun < 20


@pytest.mark.skipif(sys.platform != "linux", reason="the system holds these limits on Linux")
@pytest.mark.parametrize(
    ("code", "limits"),
    [
        ("x = bytearray(80_000_000)", {"memory": 50_000_000}),
        ("while True: pass", {"processor": 1}),
        ("print('x' * 5000)", {"output": 4000}),
    ],
)
def test_the_system_holds_a_child_to_its_memory_its_time_and_its_answer(tmp_path, code, limits):
    with pytest.raises(ChildError, match=r"more time or memory|says more"):
        run(tmp_path, code, **limits)


def test_nothing_in_the_working_directory_is_taken_for_a_module(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("open('owned', 'w')")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(tmp_path / "work", "import json; print(json.dumps(1), end='')") == b"1"
    assert not (tmp_path / "owned").exists()
