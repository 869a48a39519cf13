"""Capture: the bytes of one page as received, read from a file, or of the passages kept of it; what its head says."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from provenance.articles.decoding import byte_order_mark, declared_encodings
from provenance.articles.formats.packages import MAX_BINARY_BYTES
from provenance.errors import SourceError
from provenance.sources.addresses import is_address
from provenance.sources.source import Witness
from provenance.text.span import Span

PASSAGES_ONLY = "Only the quoted passages and the paragraphs around them were saved."
_GAP = "[…]"
_HEAD_BYTES = 200_000  # a head larger than this holds inlined pictures before anything of use
# The comments that browsers and SingleFile leave in a page they save.
_SAVED_FROM = (
    re.compile(r"<!--\s{0,4}Page saved with SingleFile\s{1,4}url:\s{0,4}(?P<url>https?://[^\s<>]{1,5000})"),
    re.compile(r"<!--\s{0,4}saved from url=\(\d{1,6}\)(?P<url>https?://[^\s<>]{1,5000})"),
)
_NOTED_LINE = re.compile(r"(?:[\w ]{1,20}: ?)?<?(?P<url>https?://[^\s<>]{1,5000})>?")
_OPENING_LINES, _OPENING_BYTES = 3, 20_000
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


def excerpted(witness: Witness, spans: Sequence[Span]) -> "tuple[Capture, PageHead]":
    """What is kept of a page of which only the quoted passages may be kept, and what its head said.

    That is a plain text of the passages' paragraphs with one before and one after each, a gap marked between. The digest of
    the whole page is the witness's own.
    """
    document, metadata = witness.document, witness.page.metadata
    blocks = document.blocks
    kept = sorted(
        {
            near
            for index, block in enumerate(blocks)
            if any(block.span.overlaps(span) for span in spans)
            for near in (index - 1, index, index + 1)
            if 0 <= near < len(blocks)
        }
    )
    paragraphs: list[str] = []
    for position, index in enumerate(kept):
        if position and kept[position - 1] != index - 1:
            paragraphs.append(_GAP)
        span = blocks[index].span
        paragraphs.append(span.of(document.text))
    capture = Capture(
        "\n\n".join(paragraphs).encode() + b"\n",
        witness.document.origin,
        url=witness.reference.locator if witness.url is None else witness.url,
        retrieved=witness.retrieved,
        content_type="text/plain; charset=utf-8",
        partial=PASSAGES_ONLY,
    )
    return capture, PageHead(capture.url, metadata.site_name, metadata.title)


class PageHead(NamedTuple):
    """What a page's head says. Every field is None where it is silent."""

    url: str | None = None  # the page's own address
    site_name: str | None = None  # the outlet, as the page names it
    title: str | None = None  # the headline


def read_head(data: bytes) -> PageHead:
    """Read the head of an HTML page from its first 200,000 bytes. Never raises: what cannot be read is None.

    The address is, in this order, what the browser that saved the page noted down, the canonical link, ``og:url``.
    """
    text = _decoded(data[:_HEAD_BYTES])
    parser = _HeadParser()
    with suppress(AssertionError, _BodyReachedError):  # html.parser gives up on a broken declaration so
        parser.feed(text)
    noted = (found["url"] for pattern in _SAVED_FROM if (found := pattern.search(text[:5000])))
    urls = (*noted, parser.canonical, parser.properties.get("og:url", ""))
    return PageHead(
        url=next((url for url in urls if is_address(url)), None),
        site_name=parser.properties.get("og:site_name") or None,
        title=parser.properties.get("og:title") or parser.title.strip() or None,
    )


def opening_address(data: bytes) -> str | None:
    """The address in a line of its own among the first three of a text, as people note where they copied it from; else None."""
    lines = (line.strip() for line in _decoded(data[:_OPENING_BYTES]).splitlines())
    found = (_NOTED_LINE.fullmatch(line) for line in islice(filter(None, lines), _OPENING_LINES))
    return next((each["url"] for each in found if each and is_address(each["url"])), None)


class _BodyReachedError(Exception):
    """There is nothing more to be read."""


class _HeadParser(HTMLParser):
    """Collects the canonical link, the properties and the title; ends where the body begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.canonical = ""
        self.properties: dict[str, str] = {}
        self.title = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"body", "article", "p"}:
            raise _BodyReachedError
        given = {name: (value or "").strip() for name, value in attrs}
        self._in_title = tag == "title"
        if tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.canonical = self.canonical or given.get("href", "")
        elif tag == "meta":
            self.properties.setdefault(given.get("property", "").lower(), given.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self._in_title and len(self.title) < 1000:
            self.title += data


def charset_of(data: bytes, content_type: str | None) -> str | None:
    """The encoding of a page: by mark, UTF-8 where valid, the header's or its own; None where it is a guess, or no text."""
    if data.startswith(b"%PDF-"):
        return None
    if marked := byte_order_mark(data)[0]:
        return marked
    for name in ("utf-8", *declared_encodings(data, content_type)[:1]):
        with suppress(UnicodeDecodeError):
            data.decode(name)
            return name
    return None


def _decoded(data: bytes) -> str:
    # Cut off in the middle of a character, the head is no valid UTF-8: what is declared decides, UTF-8 if nothing is.
    return data.decode(next(iter(declared_encodings(data, None)), "utf-8"), "replace")


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
    root = folder.resolve()
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(files):
            path = Path(directory, name)
            if name.startswith(".") or not name.lower().endswith(tuple(suffixes)):
                continue
            if path.resolve().is_relative_to(root):
                yield path
