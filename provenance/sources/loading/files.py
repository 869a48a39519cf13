"""Sources as files: what may be one, and reading its bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from provenance.articles.formats.packages import MAX_BINARY_BYTES
from provenance.errors import SourceError
from provenance.sources.capture import Capture, opening_address, read_head

CONTENT_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".epub": "application/epub+zip",
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
}
_TEXT = frozenset(("text/plain", "text/markdown"))
_WITH_PICTURES = frozenset((".pdf", ".docx", ".odt", ".epub"))
MAX_FILE_BYTES = 10_000_000  # the largest of 1,213 news pages had 1.6 MB


def read_capture(path: Path) -> Capture:
    """Read one saved page. Its address is what the page itself says, if anything.

    Raises:
        SourceError: If the file cannot be read or is too large.
    """
    limit = MAX_BINARY_BYTES if path.suffix.lower() in _WITH_PICTURES else MAX_FILE_BYTES
    return capture_of(read_file(path, limit=limit), str(path))


def capture_of(data: bytes, name: str) -> Capture:
    """The bytes of a file, with the address that the page itself says and what the ending of its name says."""
    content_type = CONTENT_TYPES.get(Path(name).suffix.lower())
    capture = Capture(data, name, content_type=content_type)
    if content_type in _TEXT:
        return replace(capture, url=opening_address(data))
    has_head = content_type is None or "html" in content_type
    return replace(capture, url=read_head(data).url) if has_head else capture


def read_file(path: Path, *, limit: int) -> bytes:
    """Read the bytes of a file.

    Raises:
        SourceError: If it is not there, not a file, not readable, or larger than ``limit`` bytes.
    """
    try:
        if not path.is_file():
            remedy = "fetch it again with `provenance save --refresh`, or name a saved page"
            reason = "is a folder; name a saved page" if path.is_dir() else f"is gone; {remedy}"
            raise SourceError(f"{path} {reason}.", locator=str(path))
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read ({error.strerror}); check the file.", locator=str(path)
        ) from error
    if len(data) > limit:
        raise SourceError(
            f"{path} is larger than {limit:,} bytes; save the page without its pictures.", locator=str(path)
        )
    return data


def pages_in(folder: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    """The files under ``folder`` that end in one of ``suffixes``, sorted by path.

    Hidden files and folders, the ``…_files`` folders that browsers put beside a saved page, and links that lead out
    of the folder are passed over.
    """
    root = folder.resolve()
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(files):
            path = Path(directory, name)
            if name.startswith(".") or not name.lower().endswith(tuple(suffixes)):
                continue
            if path.resolve().is_relative_to(root):
                yield path
