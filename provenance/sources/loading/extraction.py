"""From the bytes of a source to a witness: its text, and whether the text can be taken for the whole page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.articles.reading import read_bytes
from provenance.errors import ArticleError, SourceExtractionError
from provenance.sources.asides import without_asides
from provenance.sources.source import SAVED_BY_HAND, Via, Witness

if TYPE_CHECKING:
    from provenance.articles.article import Article
    from provenance.sources.capture import Capture
    from provenance.sources.source import Reference


def to_witness(capture: Capture, reference: Reference, via: Via) -> Witness:
    """Read the bytes of a source.

    Raises:
        SourceExtractionError: If they hold no text.
    """
    page = read_page(capture, reference)
    if not page.document.text.strip() and not page.fallback:
        found = "holds no text (it may be built by scripts)" if capture.data.strip() else "is empty"
        raise SourceExtractionError(
            f"{capture.origin} {found}; save the page from a browser and give it with --source.",
            locator=reference.locator,
        )
    return Witness(
        reference=reference,
        page=replace(
            without_asides(page), source_map=None
        ),  # a folder of saved pages is too much to keep twice
        via=via,
        url=capture.memento or capture.final_url or capture.url or page.metadata.url,
        retrieved=capture.retrieved,
        digest=capture.digest,
        doubt=_doubt(capture, page, via),
        partial=capture.partial,
    )


def read_page(capture: Capture, reference: Reference) -> Article:
    """The page as read.

    Raises:
        SourceExtractionError: If it cannot be read.
    """
    url = capture.final_url or capture.url
    if capture.fault:
        message = f"{capture.origin} {capture.fault}; or {SAVED_BY_HAND}."
        raise SourceExtractionError(message, locator=reference.locator)
    try:
        return read_bytes(capture.data, origin=capture.origin, url=url, content_type=capture.content_type)
    except ArticleError as error:
        raise SourceExtractionError(str(error), locator=reference.locator) from error


def _doubt(capture: Capture, page: Article, via: Via) -> str | None:
    """Why the text may not be the whole page. Who gives a short page vouches for its length, and for nothing else."""
    from provenance.articles.doubts import THIN

    stated = (reason for reason in page.doubts if via is not Via.GIVEN or reason != THIN)
    return " ".join(filter(None, (capture.caveat, *stated))) or None
