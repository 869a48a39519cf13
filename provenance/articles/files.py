"""Which files of a folder are articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NOT_OURS = frozenset({"node_modules", "__pycache__"})


def article_files(folder: Path, globs: Iterable[str]) -> tuple[Path, ...]:
    """The files below a folder that the globs name, sorted; hidden folders and installed packages are left alone."""
    found = {path for glob in globs for path in folder.glob(glob) if path.is_file()}
    return tuple(sorted(path for path in found if not _is_apart(path.relative_to(folder))))


def _is_apart(path: Path) -> bool:
    return any(part.startswith(".") or part in _NOT_OURS for part in path.parts)
