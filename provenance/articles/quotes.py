"""The elements of a page that are dressed as quotations, and what each is there for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.article import QuoteElement
from provenance.articles.dress import Dress
from provenance.text.span import Span

if TYPE_CHECKING:
    from provenance.articles.walk import Walk
    from provenance.text.document import Document


def quote_elements(walked: Walk, document: Document) -> tuple[QuoteElement, ...]:
    """The quotations of a page by markup, outermost only, in reading order."""
    found: list[QuoteElement] = []
    end = 0
    for stretch in walked.stretches[Dress.QUOTATION]:
        if stretch.element.tag == "blockquote" and stretch.start >= end and stretch.end > stretch.start:
            text = document.text[stretch.start : stretch.end]
            start = stretch.start + len(text) - len(text.lstrip())
            found.append(
                QuoteElement((Span(start, stretch.end),), "blockquote", cite=stretch.element.get("cite"))
            )
            end = stretch.end
    return tuple(found)
