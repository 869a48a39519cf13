"""Files that are no text and hold one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.errors import ArticleError

if TYPE_CHECKING:
    from provenance.articles.article import Article

MAX_BINARY_BYTES = 50_000_000
"""Of such a file, pictures included."""

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also what Word makes of a file with a password
_PDF_WITHIN = 1024  # bytes before which a PDF says that it is one


def is_binary(head: bytes) -> bool:
    """Whether a file that begins so is a PDF or an old Word file."""
    return head.startswith(_OLD_WORD) or b"%PDF-" in head[:_PDF_WITHIN]


def read_binary(data: bytes, *, origin: str, url: str | None = None) -> Article:
    """Read an article from a file that is no text. A block's line is its number: such files have no lines.

    Args:
        data: The file.
        origin: Where it came from, for people.
        url: Its address, or None.

    Raises:
        ArticleError: If it is locked, broken, of another kind, or what reads it is not installed.
    """
    if data.startswith(_OLD_WORD):
        raise ArticleError(f"{origin} is an old or a locked Word file; save it as .docx, without a password.")
    from provenance.articles.pdf import read_pdf

    return _numbered(read_pdf(data, origin=origin, url=url))


def _numbered(article: Article) -> Article:
    blocks = (replace(block, line=number) for number, block in enumerate(article.document.blocks, start=1))
    return replace(article, document=replace(article.document, blocks=tuple(blocks)), source_map=None)
