"""Files that are no text and hold one: PDF, and the zip packages of word processors and of books, whose XML is bounded."""

import io
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from provenance.articles.article import Article, Format, Landmark, LandmarkKind, Metadata
from provenance.articles.dates import iso_date
from provenance.articles.decoding import cleaned
from provenance.errors import ArticleError
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
MAX_BINARY_BYTES = 50_000_000  # of such a file, pictures included
_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also what Word makes of a file with a password
_PDF_WITHIN = 1024  # bytes before which a PDF says that it is one
_MIMETYPE_BYTES = 200
_MIMETYPES = {b"application/vnd.oasis.opendocument.text": Format.ODT, b"application/epub+zip": Format.EPUB}


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


def is_binary(head: bytes) -> bool:
    """Whether a file that begins so is a PDF, a zip package or an old Word file."""
    return head.startswith((_ZIP, _OLD_WORD)) or b"%PDF-" in head[:_PDF_WITHIN]


def read_binary(data: bytes, *, origin: str, url: str | None = None) -> Article:
    """Read an article from a file that is no text. A block's line is its number: such files have no lines.

    An ArticleError if it is locked, broken, of another kind, or what reads it is not installed.
    """
    if data.startswith(_OLD_WORD):
        raise ArticleError(f"{origin} is an old or a locked Word file; save it as .docx, without a password.")
    if not data.startswith(_ZIP):
        return _numbered(reader_named(Format.PDF)(data, origin=origin, url=url))
    from provenance.files.unpacking import UnpackingError, ZipReader

    try:
        with ZipReader(io.BytesIO(data)) as package:
            return _numbered(_read_package(package, origin))
    except UnpackingError as error:
        raise ArticleError(f"{origin} {error}, so it is not read; save it again.") from error


def _read_package(package: "ZipReader", origin: str) -> Article:
    names = frozenset(package.names)
    mimetype = package.read("mimetype", limit=_MIMETYPE_BYTES).strip() if "mimetype" in names else b""
    is_word = "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)
    kind = _MIMETYPES.get(mimetype, Format.DOCX if is_word else None)
    if kind is None:
        raise ArticleError(
            f"{origin} is a zip file and no DOCX, ODT or EPUB; give a page or a document that it holds."
        )
    return reader_named(kind)(package, origin=origin)


def reader_named(name: str) -> Callable[..., Article]:
    """The reader of a format, whose module, which bears its name, is imported with the first file of its kind."""
    module = import_module(f"provenance.articles.formats.{name}")
    reader: Callable[..., Article] = getattr(module, f"read_{name}")
    return reader


def _numbered(article: Article) -> Article:
    blocks = (replace(block, line=number) for number, block in enumerate(article.document.blocks, start=1))
    return replace(article, document=replace(article.document, blocks=tuple(blocks)), source_map=None)
