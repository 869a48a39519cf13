"""Settings: what holds for a run before the command line has its say, and the file that says so for a folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from provenance.errors import ConfigurationError
from provenance.files.reading import is_inside, read_table, shipped
from provenance.findings.finding import Profile, Severity

NEVER = "never"
SEVERITIES = tuple(severity.label for severity in Severity)  # what `fail-on` may say besides `NEVER`
DEFAULT_ARTICLES = ("**/*.html", "**/*.htm", "**/*.md", "**/*.markdown", "**/*.txt")
DEFAULT_SOURCES = Path("sources")  # where saved originals are kept if nobody says otherwise
DEFAULT_ARCHIVES = ("https://web.archive.org",)
FILE_NAME = "provenance.toml"
PROJECT_FILE_NAME = "pyproject.toml"


def is_language(tag: str) -> bool:
    """Whether ``tag`` may name a language: a code of ISO 639 (``en``, ``gsw``), and what follows it."""
    subtag = tag.replace("_", "-").partition("-")[0].lower()
    return subtag in shipped(__file__, "iso_639_1.toml")["codes"].split() or (
        subtag.isascii() and subtag.isalpha() and len(subtag) == 3
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a configuration can set: each key of the file, with ``_`` for ``-``, means what docs/reference/settings.md says."""

    articles: tuple[str, ...] = DEFAULT_ARTICLES  # globs, relative to the folder
    exclude: tuple[str, ...] = ()  # the same for files that are no articles, though `articles` names them
    sources: Path | None = None
    fail_on: Severity | None = Severity.MAJOR  # None if nothing fails a run
    profile: Profile = Profile.NEWS
    select: tuple[str, ...] = ()  # codes, beginnings of codes or names; empty for all
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Mapping[str, Severity]], ...] = ()  # by code for each glob; a later one wins
    labels: tuple[str, ...] = ()
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()  # entries by the name of their word list
    outlets: tuple[tuple[str, tuple[str, ...]], ...] = ()  # names, each with the domains that it owns
    languages: tuple[str, ...] = ()  # BCP 47 primary subtags; a single one settles what a page leaves open
    accept: Path | None = None
    baseline: Path | None = None
    archives: tuple[str, ...] = DEFAULT_ARCHIVES
    folder: Path = Path()  # what relative paths are relative to
    # Where each that is no default was read from, by its key.
    origins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def settings_for(folder: Path) -> Settings:
    """The settings of the nearest configuration in ``folder`` or above; a ConfigurationError as for ``read_settings``."""
    for candidate in (folder, *folder.absolute().parents):
        own, project = candidate / FILE_NAME, candidate / PROJECT_FILE_NAME
        if own.is_file():
            return read_settings(own)
        if project.is_file() and _own_table(project, read_table(project)) is not None:
            return read_settings(project)
    return Settings()


def read_settings(path: Path) -> Settings:
    """The settings of one file; a ConfigurationError if it cannot be read, or a key or value in it is wrong."""
    return interpreted(_own_table(path, read_table(path)) or {}, path)


def interpreted(table: Mapping[str, Any], path: Path) -> Settings:
    """Settings from a table, as if ``path`` held it; what is wrong is said with its name."""
    from provenance.configuration.keys import KEYS, nearest

    for key in table:
        if key not in KEYS:
            raise ConfigurationError(f"{path}: there is no setting {key!r}; {nearest(key, KEYS)}")
    try:
        values = {key.replace("-", "_"): KEYS[key](key, value, path.parent) for key, value in table.items()}
    except ConfigurationError as error:
        raise ConfigurationError(f"{path}: {error}") from error
    origins = MappingProxyType({key: str(path) for key in table})
    return replace(Settings(), folder=path.parent, origins=origins, **values)


def configured_place(settings: Settings, key: str) -> Path | None:
    """The path that settings hold under a key; None if they hold none.

    A repository that is checked is not the checker's own: what it says is not read outside of it. That is the
    repository of the configuration's folder, or the folder itself where there is none. What the command line names is
    another matter. A ConfigurationError if a configuration set it and it leads elsewhere.
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


def _own_table(path: Path, parsed: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The part of a file that is ours; None for a pyproject.toml without one."""
    if path.name != PROJECT_FILE_NAME:
        return parsed
    tools = parsed.get("tool")
    table = tools.get("provenance") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigurationError(f"{path}: tool.provenance must be a table, [tool.provenance].")
    return table
