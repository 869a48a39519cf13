"""From the bytes of a source to a witness: its text, and whether the text can be taken for the whole page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.articles.reading import read_bytes
from provenance.errors import ArticleError, SourceExtractionError
from provenance.sources.source import Witness
from provenance.text.document import Document

if TYPE_CHECKING:
    from provenance.articles.article import Article
    from provenance.sources.capture import Capture
    from provenance.sources.source import Reference, Via


class Layer(StrEnum):
    """Which text of a page an excerpt is laid against."""

    PAGE = "page"  # all visible blocks; those outside the main content are marked so
    EMBEDDED = "embedded"  # what the page carries for machines (JSON-LD articleBody)


@dataclass(frozen=True, slots=True)
class LayeredDocument:
    """One text of a page, and which of its texts it is."""

    document: Document
    layer: Layer


def to_witness(capture: Capture, reference: Reference, via: Via) -> Witness:
    """Read the bytes of a source.

    Args:
        capture: The bytes as received.
        reference: What was asked for.
        via: By which way they came.

    Raises:
        SourceExtractionError: If they hold no text.
    """
    page = _read(capture, reference)
    if not page.document.text.strip() and not page.fallback:
        raise SourceExtractionError(
            f"{capture.origin} holds no text (it may be built by scripts); save the page from a browser and give it"
            " with --source.",
            locator=reference.locator,
        )
    return Witness(
        reference=reference,
        page=page,
        via=via,
        url=capture.memento or capture.final_url or capture.url or page.metadata.url,
        retrieved=capture.retrieved,
        digest=capture.digest,
        doubt=_doubt(capture, page),
        partial=capture.partial,
        is_pdf=is_pdf(capture.data),
    )


def documents(witness: Witness) -> tuple[LayeredDocument, ...]:
    """The texts of a witness to try an excerpt against, in this order, until one holds it.

    The page comes first, all its visible blocks in one document: a block outside the main content can confirm an
    excerpt, and its absence from an excerpt is no omission (``Block.main``). Then comes what the page carries for
    machines. If none holds the excerpt, an archived copy is next, which is another witness.
    """
    page = LayeredDocument(witness.document, Layer.PAGE)
    if not witness.page.fallback:
        return (page,)
    return (page, LayeredDocument(Document(witness.page.fallback, witness.document.origin), Layer.EMBEDDED))


def is_pdf(data: bytes) -> bool:
    """Whether bytes begin as a PDF does."""
    return b"%PDF-" in data[:1024]


def _read(capture: Capture, reference: Reference) -> Article:
    url = capture.final_url or capture.url
    try:
        if is_pdf(capture.data):
            from provenance.sources.pdf import read_pdf

            return read_pdf(capture.data, origin=capture.origin, url=url)
        return read_bytes(capture.data, origin=capture.origin, url=url, content_type=capture.content_type)
    except ArticleError as error:
        raise SourceExtractionError(str(error), locator=reference.locator) from error


def _doubt(capture: Capture, page: Article) -> str | None:
    reasons = (*((capture.caveat,) if capture.caveat else ()), *page.doubts)
    return " ".join(reasons) or None
