"""What is kept of a page of which only the quoted passages may be kept."""

from collections.abc import Sequence

from provenance.articles.article import Metadata
from provenance.sources.capture import Capture
from provenance.sources.source import Witness
from provenance.text.span import Span

PASSAGES_ONLY = "Only the quoted passages and the paragraphs around them were saved."
_GAP = "[…]"


def excerpted(witness: Witness, spans: Sequence[Span]) -> tuple[Capture, Metadata]:
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
    return capture, metadata
