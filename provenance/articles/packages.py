"""What the zip packages of word processors and of books share: bounded XML, Dublin Core, and HTML made an article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.articles.article import Landmark, LandmarkKind, Metadata
from provenance.articles.dates import iso_date
from provenance.articles.decoding import cleaned
from provenance.articles.page import too_heavy
from provenance.errors import ArticleError
from provenance.files.unpacking import UnpackingError
from provenance.text.document import BlockKind
from provenance.text.language import guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from provenance.articles.article import Article, Format
    from provenance.articles.walk import Walk
    from provenance.files.zipped import ZipReader

MAX_PARTS = 20_000_000
"""Bytes that the parts of a package that hold text may unpack to together."""

MOST_TAGS = 150_000
"""Of one part; a document of 300 pages and 1,000 notes has half of them."""

_DC = "{http://purl.org/dc/elements/1.1/}"
_LONGEST_FIELD = 1000  # characters


def xml_part(package: ZipReader, name: str) -> _Element:
    """The root of a part that is XML.

    Raises:
        UnpackingError: If there is no such part, it is too large, no XML, or nested more than 256 deep.
    """
    return parse_xml(package.read(name, limit=MAX_PARTS))


def parse_xml(data: bytes, *, most_tags: int = MOST_TAGS) -> _Element:
    """The root of XML. Nothing outside of it is ever opened, and no entity put in.

    Raises:
        UnpackingError: If it is none, nested more than 256 deep, or has more tags than it may.
    """
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    if data.count(b"<") > most_tags:
        raise UnpackingError(f"holds more than {most_tags // 2:,} elements")
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return fromstring(data, parser)
    except XMLSyntaxError as error:
        raise UnpackingError("holds broken XML") from error


def dublin_core(package: ZipReader, name: str) -> Metadata:
    """What a part says of the document in the terms of Dublin Core; silent where there is no such part."""
    if name not in package.names:
        return Metadata()
    return dublin_core_in(xml_part(package, name))


def dublin_core_in(root: _Element) -> Metadata:
    """The same from an element."""
    said = {
        field: cleaned(" ".join((element.text or "").split()))[:_LONGEST_FIELD] or None
        for field in ("title", "creator", "language", "date")
        if (element := root.find(f".//{_DC}{field}")) is not None
    }
    language = (said.get("language") or "").partition("-")[0].lower()
    return Metadata(
        title=said.get("title"),
        author=said.get("creator"),
        published=iso_date(said.get("date") or ""),
        language=language if language.isalpha() and language.isascii() and len(language) in {2, 3} else None,
    )


def check_weight(markup: str, origin: str) -> None:
    """Check that markup is not made to cost time and memory.

    Raises:
        ArticleError: If it is.
    """
    if heavy := too_heavy(markup):
        raise ArticleError(f"{origin} {heavy}, so it is not read; give the part that matters alone.")


def article_of(
    page: HtmlElement,
    format: Format,  # noqa: A002 - as in read()
    *,
    origin: str,
    metadata: Metadata,
    sections: Iterable[HtmlElement] = (),
) -> Article:
    """The article that HTML holds which was made of a document: all of it is main content.

    Args:
        page: The HTML.
        format: Of the document.
        origin: Where it came from, for people.
        metadata: What it says of itself. Title and language are taken from the text where it is silent.
        sections: Elements of the page that people find their way by.
    """
    from provenance.articles.apparatus import with_apparatus
    from provenance.articles.html import assemble
    from provenance.articles.notes import with_notes
    from provenance.articles.walk import walk

    walked = walk(page)
    article = assemble(page, origin=origin, base=None, masked=False, walked=walked)
    text = article.document.text
    headings = (block for block in article.document.blocks if block.kind is BlockKind.HEADING)
    title = next((text[block.span.start : block.span.end] for block in headings), None)
    said = replace(
        metadata, title=metadata.title or title, language=metadata.language or guess_language(text)
    )
    landmarks = tuple(_section_starts(walked, sections))
    article = replace(article, format=format, metadata=said, landmarks=landmarks)
    return with_apparatus(with_notes(article))


def _section_starts(walked: Walk, sections: Iterable[HtmlElement]) -> Iterator[Landmark]:
    """Where the first block of each section begins: block elements are numbered in document order."""
    numbers = {element: number for number, element in enumerate(walked.containers)}
    drafts = walked.transcript.drafts
    for number, section in enumerate(sections, start=1):
        first = bisect_left(drafts, numbers[section], key=lambda draft: draft.container)
        if first < len(drafts):
            yield Landmark(drafts[first].start, LandmarkKind.SECTION, number)
