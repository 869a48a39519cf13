"""The script that a child process begins with: it limits itself, and then runs the script that it was started for."""

import json
import runpy
import sys
from contextlib import suppress


def limit_process(memory: int, processor: int, output: int) -> None:
    """Hold this process, as far as the system can, to more bytes of memory, seconds, and bytes of a file that it writes."""
    with suppress(ImportError):  # on Windows only the clock of whoever started it holds
        import resource

        for kind, most in (
            (resource.RLIMIT_AS, _address_space() + memory),
            (resource.RLIMIT_CPU, processor),
            (resource.RLIMIT_FSIZE, output + 1),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(OSError, ValueError):  # macOS refuses the first
                resource.setrlimit(kind, (most, most))


def _address_space() -> int:
    """The bytes of address space that the interpreter takes, where Linux says so; elsewhere a usual figure."""
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as state:  # noqa: PTH123 -- pathlib takes long to import
            return int(state.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 100_000_000


def main() -> None:
    """Do what the one argument says: limits, and where to find what."""
    order = json.loads(sys.argv[1])
    limit_process(order["memory"], order["processor"], order["output"])
    sys.path[:] = order["paths"]
    runpy.run_path(order["script"], run_name="__main__")


if __name__ == "__main__":
    main()
