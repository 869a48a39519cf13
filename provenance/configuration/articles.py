"""Which files of a folder are articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.configuration.settings import Settings

_NOT_OURS = frozenset({"node_modules", "__pycache__"})


def article_files(folder: Path, settings: Settings) -> tuple[Path, ...]:
    """The articles below a folder, sorted by path. Hidden folders and installed packages are left alone.

    Globs that a configuration sets are relative to its own folder, the default ones to ``folder``.

    Raises:
        ArticleError: If the folder may not be looked into.
    """
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        raise ArticleError(f"{folder} cannot be read ({error.strerror}); check the folder.") from error
    base, root = folder.resolve(), settings.folder.resolve()
    start = root if "articles" in settings.origins and base.is_relative_to(root) else base
    found = {path for glob in settings.articles for path in start.glob(glob) if path.is_relative_to(base)}
    names = sorted(path.relative_to(base) for path in found if path.is_file())
    return tuple(folder / name for name in names if not _is_apart(name))


def _is_apart(path: Path) -> bool:
    return any(part.startswith(".") or part in _NOT_OURS for part in path.parts)
