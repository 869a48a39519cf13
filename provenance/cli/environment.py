"""Where the program runs: beside a person or under continuous integration, and with which extras."""

from __future__ import annotations

import os
from importlib.util import find_spec

from provenance.errors import ConfigurationError, installing


def is_ci() -> bool:
    """Whether this is a CI run, by the variable ``CI`` that all of the common services set."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def require_extra(extra: str, *modules: str, command: str | None = None) -> None:
    """Check that the libraries of an extra are installed.

    Raises:
        ConfigurationError: If one of them is missing.
    """
    if not all(map(find_spec, modules)):
        raise ConfigurationError(
            f"`provenance {command or extra}` needs more than is installed; {installing(extra)}."
        )
