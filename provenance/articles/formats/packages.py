"""The zip packages of word processors and of books: their parts, whose XML is bounded, and the article that is made of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.articles.article import Article, Format, Landmark, LandmarkKind, Metadata
from provenance.articles.dates import iso_date
from provenance.articles.decoding import cleaned
from provenance.languages.guessing import guess_language

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from provenance.articles.walk import Walk
    from provenance.files.unpacking import ZipReader

MAX_PARTS = 20_000_000  # bytes that the parts of a package that hold text may unpack to together
MOST_TAGS = 150_000  # of one part; a document of 300 pages and 1,000 notes has half of them
_DC = "{http://purl.org/dc/elements/1.1/}"
_LONGEST_FIELD = 1000  # characters


def xml_part(package: "ZipReader", name: str) -> "_Element":
    """The root of a part that is XML, as ``parse_xml`` reads it."""
    return parse_xml(package.read(name, limit=MAX_PARTS))


def parse_xml(data: bytes, *, most_tags: int = MOST_TAGS) -> "_Element":
    """The root of XML, whose entities are never read; an UnpackingError if it is none, over 256 deep, or has too many tags."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    from provenance.files.unpacking import UnpackingError

    if data.count(b"<") > most_tags:
        raise UnpackingError(f"holds more than {most_tags // 2:,} elements")
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return fromstring(data, parser)
    except XMLSyntaxError as error:
        raise UnpackingError("holds broken XML") from error


def dublin_core(package: "ZipReader", name: str) -> Metadata:
    """What a part says of the document in the terms of Dublin Core; silent where there is no such part."""
    if name not in package.names:
        return Metadata()
    return dublin_core_in(xml_part(package, name))


def dublin_core_in(root: "_Element") -> Metadata:
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


def article_of(
    page: "HtmlElement",
    format: Format,  # noqa: A002 - as in read()
    *,
    origin: str,
    metadata: Metadata,
    sections: "Iterable[HtmlElement]" = (),
) -> Article:
    """The article that HTML holds which was made of a document: all of it is main content.

    Title and language are taken from the text where the metadata are silent; ``sections`` are elements of the page that
    people find their way by.
    """
    from provenance.articles.apparatus.annotations import with_apparatus
    from provenance.articles.formats.html import assemble
    from provenance.articles.notes.calls import with_notes
    from provenance.articles.walk import walk

    walked = walk(page)
    article = assemble(page, origin=origin, base=None, masked=False, walked=walked)
    title = metadata.title or article.document.first_heading
    language = metadata.language or guess_language(article.document.text)
    said = replace(metadata, title=title, language=language)
    landmarks = tuple(_section_starts(walked, sections))
    return with_apparatus(with_notes(replace(article, format=format, metadata=said, landmarks=landmarks)))


def _section_starts(walked: "Walk", sections: "Iterable[HtmlElement]") -> Iterator[Landmark]:
    """Where the first block of each section begins: block elements are numbered in document order."""
    numbers = {container.element: number for number, container in enumerate(walked.containers)}
    drafts = walked.transcript.drafts
    for number, section in enumerate(sections, start=1):
        first = bisect_left(drafts, numbers[section], key=lambda draft: draft.container)
        if first < len(drafts):
            yield Landmark(drafts[first].start, LandmarkKind.SECTION, number)
