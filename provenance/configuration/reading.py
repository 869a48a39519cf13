"""Finding the configuration that holds for a folder, and reading it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from provenance.configuration.settings import Settings
from provenance.errors import ConfigurationError
from provenance.files.reading import is_inside, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME = "provenance.toml"
PROJECT_FILE_NAME = "pyproject.toml"


def settings_for(folder: Path) -> Settings:
    """The settings that hold in ``folder``: those of the nearest configuration there or above, or the defaults.

    Raises:
        ConfigurationError: If the file cannot be read, or a key or value in it is wrong.
    """
    for candidate in (folder, *folder.absolute().parents):
        own, project = candidate / FILE_NAME, candidate / PROJECT_FILE_NAME
        if own.is_file():
            return read_settings(own)
        if project.is_file() and _own_table(project, read_table(project)) is not None:
            return read_settings(project)
    return Settings()


def read_settings(path: Path) -> Settings:
    """The settings of one file.

    Raises:
        ConfigurationError: If it cannot be read, or a key or value in it is wrong.
    """
    return interpreted(_own_table(path, read_table(path)) or {}, path)


def interpreted(table: Mapping[str, Any], path: Path) -> Settings:
    """Settings from a table, as if ``path`` held it.

    Raises:
        ConfigurationError: If a key is unknown or a value is wrong; the message names the file.
    """
    from provenance.configuration.keys import KEYS

    try:
        values = {
            key.replace("-", "_"): KEYS[key].read(key, value, path.parent) for key, value in _checked(table)
        }
    except ConfigurationError as error:
        raise ConfigurationError(f"{path}: {error}") from error
    origins = MappingProxyType({key: str(path) for key in table})
    return replace(Settings(), folder=path.parent, origins=origins, **values)


def configured_place(settings: Settings, key: str) -> Path | None:
    """The path that settings hold under a key; None if they hold none.

    A repository that is checked is not the checker's own: what it says is not read outside of it. That is the repository
    of the configuration's folder, or the folder itself where there is none. What the command line names is another matter.

    Raises:
        ConfigurationError: If a configuration set it and it leads elsewhere.
    """
    path: Path | None = getattr(settings, key)
    if path is None or key not in settings.origins or is_inside(path, [repository_of(settings.folder)]):
        return path
    raise ConfigurationError(
        f"{settings.origins[key]}: {key} leads to {path}, out of its repository; put it inside, or name it on the command line."
    )


def repository_of(folder: Path) -> Path:
    """The folder above that holds a ``.git``, or else the folder itself."""
    above = folder.absolute()
    return next((each for each in (above, *above.parents) if (each / ".git").exists()), folder)


def _checked(table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    from provenance.configuration.keys import KEYS, nearest

    for key in table:
        if key not in KEYS:
            raise ConfigurationError(f"there is no setting {key!r}; {nearest(key, KEYS)}")
    return list(table.items())


def _own_table(path: Path, parsed: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The part of a file that is ours; None for a pyproject.toml without one."""
    if path.name != PROJECT_FILE_NAME:
        return parsed
    tools = parsed.get("tool")
    table = tools.get("provenance") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigurationError(f"{path}: tool.provenance must be a table, [tool.provenance].")
    return table
