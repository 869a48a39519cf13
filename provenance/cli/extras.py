"""Commands that need a library of their own: what to say where it is not installed."""

from __future__ import annotations

from importlib.util import find_spec

from provenance.errors import ConfigurationError


def require_extra(extra: str, *modules: str, command: str | None = None) -> None:
    """Check that the libraries of an extra are installed.

    Args:
        extra: The extra's name.
        modules: What it brings.
        command: What needs it; by default the command of that name.

    Raises:
        ConfigurationError: If one of them is missing.
    """
    if not all(map(find_spec, modules)):
        raise ConfigurationError(
            f"`provenance {command or extra}` needs more than is installed; pip install 'provenance-tracer[{extra}]', in a clone"
            f" pip install '.[{extra}]'."
        )
