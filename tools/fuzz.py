"""Fuzz the readers: python tools/fuzz.py [TARGET …] [--seconds 60] [--start N] [--engine atheris].

Each target gets so many seconds of mutants of its seeds. What is a fault, and no sentence, is written to a file, cut as small as
it stays one, with the number that makes it again: ``python tools/fuzz.py har --mutant 4711`` shows the traceback. A file that is
worth keeping goes to tests/fuzzing/crashers/TARGET, where every run of the tests reads it. Write its words anew if they are
anybody's.

With ``--engine atheris`` libFuzzer looks for new paths itself (``pip install atheris``, on Linux), for one target.
"""

import argparse
import sys
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.fuzzing.mutating import mutant, mutants  # noqa: E402 -- found once the path is set
from tests.fuzzing.targets import TARGETS  # noqa: E402


def fault_of(name: str, data: bytes) -> str | None:
    """Where a target fails on data: the kind of error and the last line of ours."""
    try:
        TARGETS[name](data)
    except Exception as error:  # noqa: BLE001 -- whatever is no sentence
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if "/provenance/" in frame.filename
        ]
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        return f"{type(error).__name__} at {place}"
    return None


def smallest(name: str, data: bytes, fault: str) -> bytes:
    """Data cut down as long as they remain the same fault."""
    size = max(1, len(data) // 2)
    while size:
        at = 0
        while at < len(data):
            shorter = data[:at] + data[at + size :]
            if fault_of(name, shorter) == fault:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def run(name: str, seconds: float, start: int) -> set[str]:
    """Fuzz a target; give its faults."""
    faults: set[str] = set()
    until, count, slowest = time.monotonic() + seconds, 0, (0.0, 0)
    for number, data in mutants(TARGETS[name].seeds, sys.maxsize - start, start=start):
        if time.monotonic() > until:
            break
        begun = time.process_time()
        fault = fault_of(name, data)
        slowest = max(slowest, (time.process_time() - begun, number))
        count += 1
        if fault and fault not in faults:
            faults.add(fault)
            path = Path(f"fault-{name}-{number}")
            path.write_bytes(smallest(name, data, fault))
            print(f"{name} --mutant {number}: {fault}; see {path}", flush=True)
    print(
        f"{name}: {count:,} mutants, {len(faults)} faults, the slowest ({slowest[1]}) {slowest[0]:.2f} s",
        flush=True,
    )
    return faults


def with_atheris(name: str, arguments: list[str]) -> None:
    """Hand a target to libFuzzer."""
    import atheris

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *arguments], TARGETS[name])
    atheris.Fuzz()


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "targets", nargs="*", choices=[[], *TARGETS], metavar="TARGET", help=", ".join(TARGETS)
    )
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--start", type=int, default=1_000_000, help="the number of the first mutant")
    parser.add_argument("--mutant", type=int, help="run this one alone and show the traceback")
    parser.add_argument("--engine", choices=["own", "atheris"], default="own")
    options, rest = parser.parse_known_args()
    names = options.targets or list(TARGETS)
    if options.mutant is not None:
        for name in names:
            TARGETS[name](mutant(TARGETS[name].seeds, options.mutant))
        return 0
    if options.engine == "atheris":
        with_atheris(names[0], rest)
    faults = [fault for name in names for fault in run(name, options.seconds, options.start)]
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
