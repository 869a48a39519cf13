"""The command line: parse, call, report, exit. A ProvenanceError of any of it is said in `entry`, as its one sentence."""

import sys


def main() -> None:
    """Run the command line and end the process; an interruption ends it quietly, even while modules are imported."""
    try:
        from provenance.cli.entry import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\nprovenance: interrupted.\n")
        sys.exit(130)
