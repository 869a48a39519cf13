"""Where the program runs: beside a person, or under continuous integration."""

from __future__ import annotations

import os


def is_ci() -> bool:
    """Whether this is a CI run, by the variable ``CI`` that all of the common services set."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}
