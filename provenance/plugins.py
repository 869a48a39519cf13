"""Plugins: objects that other distributions offer under this package's entry points."""

from enum import StrEnum
from functools import cache
from importlib import metadata
from importlib.metadata import EntryPoint

from provenance.errors import ConfigurationError


class PluginGroup(StrEnum):
    """The entry-point groups, one a stage."""

    DETECTORS = "provenance.detectors"
    LOADERS = "provenance.loaders"
    REPORTERS = "provenance.reporters"


@cache
def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """What is offered under a group. It is looked for once: that reads the metadata of every installed distribution."""
    return tuple(metadata.entry_points(group=group))


def load_plugins(group: PluginGroup) -> dict[str, object]:
    """Everything offered under a group, sorted by name so that a run does not depend on the order of installation.

    Returns:
        The objects that the entry points name, by that name. A class is called without arguments, once.

    Raises:
        ConfigurationError: If a plugin cannot be imported or made.
    """
    found = sorted(entry_points(group=group.value), key=lambda point: point.name)
    return {point.name: _load(point) for point in found}


def _load(point: EntryPoint) -> object:
    try:
        offered = point.load()
        return offered() if isinstance(offered, type) else offered
    except Exception as error:
        raise ConfigurationError(
            f"The plugin {point.name!r} cannot be loaded ({error}); reinstall it or uninstall the distribution that offers it."
        ) from error
