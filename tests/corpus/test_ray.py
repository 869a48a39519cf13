"""The same corpus on a Ray of this machine, with two workers: the same tables."""

import subprocess
import sys

import pytest

pytest.importorskip("ray", reason="the extra is not installed: pip install -e '.[ray]'")
pytest.importorskip("daft", reason="the extra is not installed: pip install -e '.[corpus]'")

from provenance.corpus.tables import TABLES

ON_RAY = """
import sys
from pathlib import Path
import ray
from provenance.configuration.settings import Settings
from provenance.corpus.running import Options, trace_corpus

if __name__ == "__main__":
    cluster = ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    trace_corpus(sys.argv[2:], Path(sys.argv[1]), Settings(), Options(1, cluster.address_info["address"]))
"""


def test_a_ray_of_two_workers_gives_the_same_tables(traced, tmp_path):
    (tmp_path / "on_ray.py").write_text(ON_RAY)
    command = [sys.executable, str(tmp_path / "on_ray.py"), str(tmp_path / "out"), *traced.inputs]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert run.returncode == 0, run.stderr[-2000:]
    for name in TABLES:
        file = f"{name}.parquet"
        assert (tmp_path / "out" / file).read_bytes() == (traced.out / file).read_bytes()
