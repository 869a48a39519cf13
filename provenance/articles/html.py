"""Reads an HTML page."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from provenance.articles import elements
from provenance.articles.article import Article, Format, Link
from provenance.articles.characters import cleaned
from provenance.articles.doubts import length_doubts, page_doubts
from provenance.articles.dress import Dress
from provenance.articles.main_content import MOST_ELEMENTS, inside, kept_blocks, main_container
from provenance.articles.metadata import read_metadata
from provenance.articles.page import parse
from provenance.articles.quotes import quote_elements
from provenance.articles.spans import trimmed
from provenance.articles.structured import read_structured
from provenance.articles.walk import walk
from provenance.text.document import Block, BlockKind, Document
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from provenance.articles.transcript import Draft
    from provenance.articles.walk import Stretch, Walk

_SIDE_KINDS = frozenset((BlockKind.HEADING, BlockKind.CAPTION))
_NOT_ADDRESSES = ("#", "javascript:", "mailto:", "tel:", "data:")


def read_html(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read an HTML page.

    Args:
        text: The page, decoded.
        origin: Where it came from, for people.
        url: The address it was fetched from, or None: then the page's own word counts.
    """
    root = parse(text)
    walked = walk(root)
    document = Document(walked.transcript.text, origin, _blocks(root, walked))
    said = read_structured(root)
    metadata = read_metadata(root, said, document.text, url=url)
    doubts = page_doubts(root, walked, _main_text(document), title=metadata.title, is_free=said.is_free)
    return Article(
        document=document,
        format=Format.HTML,
        links=tuple(_links(walked.stretches[Dress.LINK], document.text, _base(root, url or metadata.url))),
        metadata=metadata,
        quotes=quote_elements(walked, document),
        emphasis=tuple(_spans(walked.stretches[Dress.EMPHASIS], document.text)),
        fallback=_fallback(said.body),
        doubts=(*length_doubts(text), *doubts),
    )


def _main_text(document: Document) -> str:
    """The text of the main content, headings and captions included."""
    return "\n\n".join(
        document.text[block.span.start : block.span.end] for block in document.blocks if block.inside
    )


def _fallback(body: str | None) -> str | None:
    """The text that the page carries for machines, its tags taken out."""
    if body is None:
        return None
    markup = unescape(body) if "&lt;" in body else body
    if "</" in markup or "<br" in markup:
        return walk(parse(markup)).transcript.text or None
    return cleaned(unescape(body)) or None


def _blocks(root: HtmlElement, walked: Walk) -> tuple[Block, ...]:
    """The page's blocks, and for each whether it belongs to the main content."""
    drafts, text = walked.transcript.drafts, walked.transcript.text
    kept = None
    if walked.size <= MOST_ELEMENTS:
        kept = kept_blocks(root, [text[draft.start : draft.end] for draft in drafts])
    kept = kept or [True] * len(drafts)
    within = _within(walked, kept)
    return tuple(
        Block(
            span=Span(draft.start, draft.end),
            kind=draft.kind,
            line=draft.line,
            main=is_kept and draft.kind not in _SIDE_KINDS and not _is_link(draft),
            inside=within[draft.container],
        )
        for draft, is_kept in zip(drafts, kept, strict=True)
    )


def _within(walked: Walk, kept: Sequence[bool]) -> list[bool]:
    """For each block element, whether it stands in the main container."""
    weights = [0] * len(walked.parents)
    for draft, is_kept in zip(walked.transcript.drafts, kept, strict=True):
        weights[draft.container] += (draft.end - draft.start) * is_kept
    closed = [element.tag in elements.TEXT_BLOCKS for element in walked.containers]
    return inside(walked.parents, main_container(walked.parents, weights, closed))


def _is_link(draft: Draft) -> bool:
    """Whether a block is nothing but links, as a teaser or a menu is."""
    return draft.linked >= 0.9 * (draft.end - draft.start)


def _spans(stretches: Iterable[Stretch], text: str) -> Iterable[Span]:
    """The spans of elements, without the white space at their edges; empty ones left out."""
    for stretch in stretches:
        span = trimmed(text, stretch.start, stretch.end)
        if len(span):
            yield span


def _links(stretches: Iterable[Stretch], text: str, base: str | None) -> Iterable[Link]:
    for stretch in stretches:
        span = trimmed(text, stretch.start, stretch.end)
        href = (stretch.element.get("href") or "").strip()
        if len(span) and href and not href.lower().startswith(_NOT_ADDRESSES):
            yield Link(span, absolute(href, base))


def absolute(href: str, base: str | None) -> str:
    """``href`` as an absolute address where ``base`` is known and both can be read."""
    try:
        return urljoin(base, href) if base else href
    except ValueError:  # a malformed address, such as an unclosed IPv6 bracket
        return href


def _base(root: HtmlElement, url: str | None) -> str | None:
    """What the page's relative addresses are relative to."""
    element = root.find(".//base[@href]")
    stated = (element.get("href") or "").strip() if element is not None else ""
    return absolute(stated, url) if stated else url
