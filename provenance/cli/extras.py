"""Commands that need a library of their own: what to say where it is not installed."""

from __future__ import annotations

from importlib.util import find_spec

from provenance.errors import ConfigurationError


def require_extra(extra: str, *modules: str) -> None:
    """Check that the libraries of an extra are installed.

    Args:
        extra: The extra's name, which is the command's too.
        modules: What it brings.

    Raises:
        ConfigurationError: If one of them is missing.
    """
    if not all(map(find_spec, modules)):
        raise ConfigurationError(
            f"`provenance {extra}` needs more than is installed; pip install 'provenance-tracer[{extra}]', in a clone"
            f" pip install '.[{extra}]'."
        )
