"""Which files of a folder are articles."""

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import zip_longest
from pathlib import Path, PurePath

from provenance.configuration.settings import Settings
from provenance.errors import ArticleError
from provenance.files.reading import is_inside, resolved

_NOT_OURS = frozenset({"node_modules", "__pycache__"})


def article_files(folder: Path, settings: Settings) -> tuple[Path, ...]:
    """The articles below a folder, sorted by path. Hidden folders and installed packages are left alone.

    Globs that a configuration sets are relative to its own folder, the default ones to ``folder``. What ``exclude``
    names, and what a folder holds that it names, is left out. A folder that may not be looked into, and in which a glob
    could find articles, stands among them: reading it says what is wrong. An ArticleError if ``folder`` itself may not
    be looked into.
    """
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        raise ArticleError(f"{folder} cannot be read ({error.strerror}); check the folder.") from error
    base, root = resolved(folder), resolved(settings.folder)
    start = root if "articles" in settings.origins and base.is_relative_to(root) else base
    named = {path for glob in settings.articles for path in start.glob(glob) if path.is_relative_to(base)}
    excluded = {path for glob in settings.exclude for path in root.glob(glob)}
    found = {path for path in named if path not in excluded and excluded.isdisjoint(path.parents)}
    locked = set(_locked(base, start, settings.articles))
    files = {path for path in found if locked.isdisjoint(path.parents) and path.is_file()}
    names = sorted(path.relative_to(base) for path in files | locked)
    return tuple(folder / name for name in names if not _is_apart(name))


def check_inside(path: Path, named: Iterable[str | Path]) -> None:
    """Check that an article lies where the command line says, links followed: an ArticleError if it is in another place."""
    places = [Path(name) for name in named]
    if places and not is_inside(path, places):
        raise ArticleError(
            f"{path} is a link out of its folder, so it is not read; name the file itself if it is meant."
        )


def _is_apart(path: Path) -> bool:
    return any(part.startswith(".") or part in _NOT_OURS for part in path.parts)


def _locked(base: Path, start: Path, globs: Sequence[str]) -> Iterator[Path]:
    """The folders below ``base`` that may not be looked into, and that a glob would lead into."""
    refused: list[Path] = []
    for folder, names, _ in os.walk(base, onerror=lambda error: refused.append(Path(str(error.filename)))):
        usable = os.access(folder, os.X_OK)  # without it the names can be listed, and nothing can be opened
        if not usable:
            refused.append(Path(folder))
        names[:] = [name for name in names if usable and not _is_apart(Path(name))]
    for path in refused:
        if any(_leads_into(glob, path.relative_to(start)) for glob in globs):
            yield path


def _leads_into(glob: str, folder: Path) -> bool:
    """Whether a glob could find something in a folder or below it."""
    for pattern, name in zip_longest(PurePath(glob).parts[:-1], folder.parts):
        if pattern == "**" or name is None:
            return True
        if pattern is None or not fnmatchcase(name, pattern):
            return False
    return True
