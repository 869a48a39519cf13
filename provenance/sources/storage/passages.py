"""Saving of a page only what is quoted of it: whole pages of others have no place in a public repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.sources.capture import PASSAGES_ONLY, Capture
from provenance.sources.head import PageHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.sources.source import Witness
    from provenance.text.span import Span

_GAP = "[…]"


def excerpted(witness: Witness, spans: Sequence[Span]) -> tuple[Capture, PageHead]:
    """What is kept of a page of which only the quoted passages may be kept.

    Args:
        witness: The whole page.
        spans: The passages, as spans of its document.

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
