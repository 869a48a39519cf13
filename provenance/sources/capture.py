"""Capture: the bytes of one page as received, or of the passages that are kept of it, and how they came."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from provenance.sources.head import PageHead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from provenance.sources.source import Witness
    from provenance.text.span import Span

PASSAGES_ONLY = "Only the quoted passages and the paragraphs around them were saved."


@dataclass(frozen=True, slots=True, eq=False)
class Capture:
    """The bytes of one page as received, decompressed and otherwise untouched.

    Attributes:
        data: The bytes.
        origin: Where they were read from, for people: a path or an address.
        url: The address that was asked for, or None where nobody knows it.
        final_url: The address that answered, after redirects, or None.
        retrieved: When, with its time zone, or None.
        status: The HTTP status, or None for a file.
        content_type: The Content-Type header, or None.
        etag: The ETag header, or None.
        last_modified: The Last-Modified header, or None.
        memento: The address of the snapshot in an archive, if it came from one.
        memento_datetime: The Memento-Datetime header: when an archive took the snapshot.
        caveat: Why these bytes may not be the page that was quoted, in one sentence, or None.
        partial: Why they hold only passages of the page, in one sentence, or None.
        fault: Why there are no bytes although there is a page, as a sentence goes on after its name, or None.
    """

    data: bytes = field(repr=False)
    origin: str
    url: str | None = None
    final_url: str | None = None
    retrieved: datetime | None = None
    status: int | None = None
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    memento: str | None = None
    memento_datetime: str | None = None
    caveat: str | None = None
    partial: str | None = None
    fault: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


_GAP = "[…]"


def excerpted(witness: Witness, spans: Sequence[Span]) -> tuple[Capture, PageHead]:
    """What is kept of a page of which only the quoted passages may be kept.

    Returns:
        A plain text of the passages' paragraphs with one before and one after each, a gap marked between, and what the
        page's head said. The digest of the whole page is the witness's own.
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
        paragraphs.append(document.text[span.start : span.end])
    capture = Capture(
        "\n\n".join(paragraphs).encode() + b"\n",
        witness.document.origin,
        url=witness.reference.locator if witness.url is None else witness.url,
        retrieved=witness.retrieved,
        content_type="text/plain; charset=utf-8",
        partial=PASSAGES_ONLY,
    )
    return capture, PageHead(capture.url, metadata.site_name, metadata.title)
