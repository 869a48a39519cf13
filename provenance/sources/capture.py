"""Capture: the bytes of one page as received or as a file holds them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from provenance.articles.formats.binary import MAX_BINARY_BYTES
from provenance.errors import SourceError
from provenance.files.reading import resolved
from provenance.sources.page_head import opening_address, read_head

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
FILE_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "text/vtt": ".vtt",
}
"""How the file of a page ends, by the content types that are fetched and saved."""
_TEXT = frozenset(("text/plain", "text/markdown"))
_WITH_PICTURES = frozenset((".pdf", ".docx", ".odt", ".epub"))
MAX_FILE_BYTES = 10_000_000  # the largest of 1,213 news pages had 1.6 MB


@dataclass(frozen=True, slots=True, eq=False)
class Capture:
    """The bytes of one page as received, decompressed and otherwise untouched."""

    data: bytes = field(repr=False)  # the bytes
    origin: str  # where they were read from, for people: a path or an address
    url: str | None = None  # the address that was asked for, or None where nobody knows it
    final_url: str | None = None  # the address that answered, after redirects, or None
    retrieved: datetime | None = None  # when, with its time zone, or None
    status: int | None = None  # the HTTP status, or None for a file
    content_type: str | None = None  # the Content-Type header, or None
    etag: str | None = None  # the ETag header, or None
    last_modified: str | None = None  # the Last-Modified header, or None
    memento: str | None = None  # the address of the snapshot in an archive, if it came from one
    memento_datetime: str | None = None  # the Memento-Datetime header: when an archive took the snapshot
    caveat: str | None = None  # why these bytes may not be the page that was quoted, in one sentence, or None
    partial: str | None = None  # why they hold only passages of the page, in one sentence, or None
    fault: str | None = None  # why a page has no bytes, as a sentence goes on after its name, or None

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


def read_capture(path: Path) -> Capture:
    """Read one saved page, with the address that it states; a SourceError if the file cannot be read or is too large."""
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
    """Read the bytes of a file; a SourceError if there is none that can be read, or it is larger than ``limit`` bytes."""
    try:
        if not path.is_file():
            remedy = "fetch it again with `provenance save --refresh`, or name a saved page"
            reason = "is a folder; name a saved page" if path.is_dir() else f"is gone; {remedy}"
            raise SourceError(f"{path} {reason}.", str(path))
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}); check the file.", str(path)) from error
    if len(data) > limit:
        raise SourceError(
            f"{path} is larger than {limit:,} bytes; save the page without its pictures.", str(path)
        )
    return data


def pages_in(folder: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    """The files under ``folder`` that end in one of ``suffixes``, sorted by path.

    Hidden files and folders, the ``…_files`` folders that browsers put beside a saved page, and links that lead out
    of the folder are passed over.
    """
    root = resolved(folder)
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(files):
            path = Path(directory, name)
            if name.startswith(".") or not name.lower().endswith(tuple(suffixes)):
                continue
            if resolved(path).is_relative_to(root):
                yield path
