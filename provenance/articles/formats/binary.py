"""Files that are no text: PDF, and the zip packages of word processors and of books."""

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.articles.article import Article, Format
from provenance.articles.formats import reader_named
from provenance.errors import ArticleError

if TYPE_CHECKING:
    from provenance.files.unpacking import ZipReader

MAX_BINARY_BYTES = 50_000_000  # of such a file, pictures included
_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also what Word makes of a file with a password
_PDF_WITHIN = 1024  # bytes before which a PDF says that it is one
_MIMETYPE_BYTES = 200
_MIMETYPES = {b"application/vnd.oasis.opendocument.text": Format.ODT, b"application/epub+zip": Format.EPUB}


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


def _numbered(article: Article) -> Article:
    blocks = (replace(block, line=number) for number, block in enumerate(article.document.blocks, start=1))
    return replace(article, document=replace(article.document, blocks=tuple(blocks)), source_map=None)
