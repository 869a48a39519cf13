"""For tests of code that uses this package: sources without a network."""

import hashlib
from collections.abc import Mapping

from provenance.articles.doubts import THIN
from provenance.articles.reading import read_bytes
from provenance.errors import SourceNotSavedError
from provenance.sources.loading.extraction import without_asides
from provenance.sources.source import Reference, Via, Witness


class StaticLoader:
    """A loader that knows a fixed set of pages and reaches nothing else.

    Args:
        pages: The text or bytes of each page by its URL.

    Example:
        >>> loader = StaticLoader({"https://ledger.example/pier": "<p>The pier will close in May.</p>"})
    """

    def __init__(self, pages: Mapping[str, str | bytes]) -> None:
        self._pages = {url: page.encode() if isinstance(page, str) else page for url, page in pages.items()}

    def load(self, reference: Reference) -> Witness:
        """The page at the reference's locator; a SourceNotSavedError if the loader has no such page."""
        data = self._pages.get(reference.locator)
        if data is None:
            raise SourceNotSavedError(
                f"{reference.locator} is not among the {len(self._pages)} pages of this loader; add it.",
                reference.locator,
            )
        page = without_asides(read_bytes(data, origin=reference.locator, url=reference.locator))
        return Witness(
            reference,
            page,
            via=Via.GIVEN,
            url=reference.locator,
            digest=hashlib.sha256(data).hexdigest(),
            doubt=next((reason for reason in page.doubts if reason != THIN), None),
        )
