"""Saved originals: a folder of bytes as received, named by digest, and their manifest."""

import re
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from provenance.articles.addresses import address_parts
from provenance.articles.article import Metadata
from provenance.errors import SourceTamperedError
from provenance.files.reading import is_inside
from provenance.files.writing import locked, write_atomically
from provenance.sources.addresses import page_key
from provenance.sources.capture import CONTENT_TYPES, FILE_ENDINGS, MAX_FILE_BYTES, Capture, read_file
from provenance.sources.page_head import read_head
from provenance.sources.storage.manifest import MANIFEST_NAME, Manifest, SavedSource, read_manifest
from provenance.sources.storage.passages import PASSAGES_ONLY
from provenance.version import __version__

TOOL = f"provenance-tracer {__version__}"
_NOT_IN_SLUG = re.compile(r"[^a-z0-9.]+")
_ABANDONED_AFTER = 3600  # seconds; a temporary file that old belongs to a process that was killed


class Store:
    """A folder of saved sources. Safe to write from many processes at once; a killed one leaves it whole.

    Bytes are written before the manifest names them, under a name that holds their digest, so that a manifest never
    names bytes that are not there. A page that changed is saved beside its older copy: the older one may be the
    one that was quoted.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / MANIFEST_NAME
        self._seen: tuple[tuple[int, int, int], Manifest] | None = None

    def sources(self) -> tuple[SavedSource, ...]:
        """What the manifest names, by address, the oldest copy first; a ConfigurationError if it cannot be read."""
        return self._manifest().sources

    def latest(self, url: str) -> SavedSource | None:
        """The newest saved copy of a page, or None."""
        key = page_key(url)
        found = [source for source in self.sources() if page_key(source.url) == key]
        return max(found, key=lambda source: source.order[1], default=None)

    def save(
        self, capture: Capture, *, page_digest: str | None = None, head: Metadata | None = None
    ) -> SavedSource:
        """Write the bytes of a page and name them in the manifest.

        Args:
            capture: The page. It needs an address.
            page_digest: The digest of the whole page, where the capture is only a part of it.
            head: What the page's head says, where the capture does not hold it.

        Raises:
            ValueError: If the capture has no address.
            OSError: If the folder cannot be written.
        """
        source = _described(capture, page_digest, head or read_head(capture.data))
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / source.file
        is_new = not path.exists()
        write_atomically(path, capture.data)
        try:
            self._include([source])
        except OSError:
            if is_new:
                self._forget(path)
            raise
        return source

    def _forget(self, path: Path) -> None:
        """Remove a page that the manifest does not name, since a full disk left no room for that."""
        with suppress(OSError), self._lock():
            if all(self.folder / source.file != path for source in self.sources()):
                path.unlink(missing_ok=True)

    def _lock(self) -> AbstractContextManager[None]:
        return locked(self.folder / f".{MANIFEST_NAME}.lock")

    def mark_checked(self, source: SavedSource, when: datetime) -> SavedSource:
        """Note in the manifest that a page still says what was saved of it; an OSError if the folder cannot be written."""
        checked = replace(source, checked=when)
        self._include([checked])
        return checked

    def open(self, source: SavedSource) -> Capture:
        """Read a saved page back; a SourceError if its file is missing, SourceTamperedError if the manifest names another digest."""
        path = self.folder / source.file
        if not is_inside(path, [self.folder]):
            raise SourceTamperedError(
                f"{path} leads out of its folder; put the page itself there.", str(path)
            )
        data = read_file(path, limit=MAX_FILE_BYTES)
        if source.sha256 and sha256(data).hexdigest() != source.sha256.lower():
            raise SourceTamperedError(
                f"{path} is not what was saved: its SHA-256 differs from the one in {self._path.name}; restore the file,"
                " or correct sha256 if the change was meant.",
                str(path),
            )
        return Capture(
            data,
            str(path),
            url=source.url,
            final_url=source.final_url,
            retrieved=source.fetched,
            status=source.status,
            content_type=source.content_type or CONTENT_TYPES.get(path.suffix.lower()),
            etag=source.etag,
            last_modified=source.last_modified,
            memento=source.memento,
            caveat=source.caveat,
            partial=PASSAGES_ONLY if source.page_sha256 else None,
        )

    def _manifest(self) -> Manifest:
        state = _state(self._path)
        if self._seen is None or self._seen[0] != state:
            self._seen = (state, read_manifest(self._path))
        return self._seen[1]

    def _include(self, sources: Sequence[SavedSource]) -> None:
        with self._lock():
            if self._seen is None:
                _sweep(self.folder)
            manifest = self._manifest().including(sources)
            write_atomically(self._path, manifest.text.encode())
            self._seen = (_state(self._path), manifest)


def file_name(url: str, digest: str, content_type: str | None) -> str:
    """The name of a saved page: host and path as a slug, ten digits of the digest, and a suffix by content type.

    Nothing in it comes from the page itself, it has at most 100 characters, and it is legal on every file system.
    """
    parts = address_parts(url)
    readable = _NOT_IN_SLUG.sub("-", f"{parts.hostname or ''}{unquote(parts.path)}".lower())
    slug = re.sub(r"[.-]{2,}", "-", readable)[:80].strip(".-") or "page"
    media_type = (content_type or "").partition(";")[0].strip().lower()
    return f"{slug}-{digest[:10]}{FILE_ENDINGS.get(media_type, '.html')}"


def _described(capture: Capture, page_digest: str | None, head: Metadata) -> SavedSource:
    url = capture.url or capture.final_url
    if url is None:
        raise ValueError("a page without an address cannot be saved")
    return SavedSource(
        url=url,
        file=file_name(url, capture.digest, capture.content_type),
        final_url=capture.final_url if capture.final_url != url else None,
        fetched=(capture.retrieved or datetime.now(UTC)).replace(microsecond=0),
        memento=capture.memento,
        status=capture.status,
        content_type=capture.content_type,
        etag=capture.etag,
        last_modified=capture.last_modified,
        sha256=capture.digest,
        caveat=capture.caveat,
        page_sha256=page_digest,
        title=head.title,
        site_name=head.site_name,
        tool=TOOL,
    )


def _state(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _sweep(folder: Path) -> None:
    """Remove what killed processes left half written."""
    before = time.time() - _ABANDONED_AFTER
    for path in folder.glob(".*.tmp"):
        try:
            if path.stat().st_mtime < before:
                path.unlink()
        except FileNotFoundError:
            continue
