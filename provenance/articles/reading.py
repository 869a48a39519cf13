"""read(): one page, whatever it is written in."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Final

from provenance.articles.apparatus.annotations import with_apparatus
from provenance.articles.article import Article, Format
from provenance.articles.decoding import cleaned, decode, is_garbled, with_line_feeds
from provenance.articles.formats import reader_named
from provenance.articles.formats.binary import MAX_BINARY_BYTES, is_binary, read_binary
from provenance.articles.notes.calls import with_notes
from provenance.articles.page import check_weight
from provenance.articles.source_map import SourceMap
from provenance.errors import ArticleError
from provenance.files.reading import MAX_TEXT_BYTES
from provenance.text.document import ApparatusKind

READERS: Mapping[Format, str] = {
    Format.HTML: "html",
    Format.MARKDOWN: "markdown",
    Format.TEXT: "plain",
    Format.CAPTIONS: "captions",
    Format.WIKITEXT: "wikitext",
}
"""The module of each format that is text, imported with the first page of its kind. Its reader is called ``read_`` and its name."""

SUFFIXES: Mapping[str, Format] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml"), Format.HTML),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd"), Format.MARKDOWN),
    **dict.fromkeys((".txt", ".text", ".eml"), Format.TEXT),
    **dict.fromkeys((".vtt", ".srt"), Format.CAPTIONS),
    **dict.fromkeys((".wiki", ".mediawiki", ".wikitext"), Format.WIKITEXT),
}
"""Formats by the ending of a file's name."""

MEDIA_TYPES: Mapping[str, Format] = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/markdown": Format.MARKDOWN,
    "text/x-markdown": Format.MARKDOWN,
    "text/plain": Format.TEXT,
    "text/vtt": Format.CAPTIONS,
    "application/x-subrip": Format.CAPTIONS,
    "text/x-wiki": Format.WIKITEXT,
}
"""Formats by media type."""

_SHOWN_NAME = 200  # characters of a name in a message
_LEAST_TEXT = 4  # words: what has as many is rather a text than a name
_GUESSED = "The page does not state its encoding; it was guessed, and letters may be wrong."
_GARBLED = "The page is not written in the encoding that it states: its text is garbled."
_HTML_START: Final = (
    r"(?i)\s{0,999}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype|!--|html|head|body|[a-z][a-z0-9]{0,20}[ >/])"
)
_CAPTIONS_START: Final = (
    r"\s{0,99}(?:WEBVTT(?=\s)|\d{1,6}\s{1,4}\d{1,3}:\d\d:\d\d[,.]\d{1,3} --> \d{1,3}:\d\d:\d\d)"
)
_HTML_TAG: Final = r"(?i)</(?:p|div|blockquote|a|li|h[1-6]|body|article|span)>"
_MARKDOWN_SIGN = re.compile(r"^(?:#{1,6} \S|---$|> |```|\[[^\]\n]{1,200}\]: \S)|\]\(https?://", re.MULTILINE)


def read(
    path: str | os.PathLike[str] | None = None,
    *,
    text: str | None = None,
    format: str | None = None,  # noqa: A002 - the public name
) -> Article:
    """Read one article: a file, or a text at hand.

    Args:
        path: The file. A string of several lines can be no name of one, and is taken for the text itself.
        text: The text, instead of a file.
        format: ``html``, ``markdown``, ``text``, ``wikitext`` or ``captions``; by default it follows from the name and the text.
            DOCX, ODT, EPUB and PDF are told by their bytes.

    Raises:
        ArticleError: If there is no such file, it cannot be read, holds no text, or is made to cost time and memory.
        ValueError: If the format is none of these.
        TypeError: If not exactly one of path and text is given.

    Example:
        >>> read(text="The ferry sails at noon.").document.text
        'The ferry sails at noon.'
    """
    chosen = Format(format) if format is not None else None
    if chosen is not None and chosen not in READERS:
        raise ValueError(f"{chosen} files are told by their bytes; read them without format=")
    if (path is None) is (text is None):
        raise TypeError("read() takes either a path or text=")
    if path is None or (isinstance(path, str) and "\n" in path):
        return read_text(str(text if path is None else path), format=chosen)
    try:
        with Path(path or "\0").open("rb") as stream:  # an empty name would be the working folder
            data = read_stream(stream, origin=_shown_name(path))
    except (FileNotFoundError, ValueError) as error:  # ValueError: a name with a NUL
        raise ArticleError(_missing(os.fspath(path))) from error
    except OSError as error:
        raise ArticleError(
            f"{_shown_name(path)} cannot be read ({error.strerror}); check the file"
        ) from error
    return read_bytes(data, origin=Path(path or ""), format=chosen)


def read_stream(stream: IO[bytes], *, origin: str) -> bytes:
    """The bytes of a page from a stream, called ``origin``; an ArticleError if there are more than are read."""
    limit = MAX_TEXT_BYTES
    data = stream.read(limit + 1)
    if len(data) > limit and is_binary(data):  # its pictures count
        limit = MAX_BINARY_BYTES
        data += stream.read(limit + 1 - len(data))
    if len(data) > limit:
        raise ArticleError(f"{origin} is larger than {limit:,} bytes; save the page without its pictures.")
    return data


def _shown_name(path: str | os.PathLike[str]) -> str:
    name = os.fspath(path)
    return name if len(name) <= _SHOWN_NAME else f"{name[:_SHOWN_NAME]}…"


def _missing(name: str) -> str:
    shown = _shown_name(name)
    hint = "" if not name or len(name.split()) < _LEAST_TEXT else "; a text itself is read with read(text=…)"
    return f"{shown or 'an empty name'} does not exist; check the path{hint}"


def read_bytes(
    data: bytes,
    *,
    origin: str | Path,
    url: str | None = None,
    content_type: str | None = None,
    format: Format | None = None,  # noqa: A002 - as in read()
    masked: bool | Callable[[Article], bool] = True,
) -> Article:
    """Read one page from its bytes as received.

    Args:
        data: The bytes.
        origin: Where they came from, for people: a path, a URL, ``-``. A ``Path`` is a file at hand, beside which the
            bibliographies may be read that it names.
        url: The page's own address, or None.
        content_type: The HTTP header's value, or None.
        format: What it is written in; by default it follows from the header, the name and the text.
        masked: As for ``read_text``.

    Raises:
        ArticleError: If the bytes hold no text, or are made to cost time and memory.
    """
    folder = origin.parent if isinstance(origin, Path) else None
    origin = str(origin)
    if is_binary(data):
        return read_binary(data, origin=origin, url=url)
    text, stated, guessed = decode(data, origin=origin, content_type=content_type)
    media = (content_type or "").partition(";")[0].strip().lower()
    chosen = format or MEDIA_TYPES.get(media) or SUFFIXES.get(Path(origin).suffix.lower())
    article = read_text(text, origin=origin, format=chosen, url=url, masked=masked, folder=folder)
    wrong = (stated or guessed) and is_garbled(article.document.text)
    garbled = _GARBLED if wrong else _GUESSED if guessed else None
    return replace(article, doubts=(*article.doubts, garbled)) if garbled else article


def read_text(
    text: str,
    *,
    origin: str = "",
    format: Format | None = None,  # noqa: A002 - as in read()
    url: str | None = None,
    masked: bool | Callable[[Article], bool] = True,
    folder: Path | None = None,
) -> Article:
    """Read one page from its text, decoded.

    Args:
        text: The page.
        origin: Where it came from, for people.
        format: What it is written in; by default the text itself tells.
        url: The page's own address, or None.
        masked: Whether the main content of an HTML page is to be told from the rest, or what says so of the page without that.
        folder: Of its file, if that is at hand: the bibliographies that it names are read from there.

    Raises:
        ArticleError: If the page is made to cost time and memory.
    """
    chosen = Format(format or sniffed(text))
    check_weight(text, origin, markdown=chosen is Format.MARKDOWN, plain=chosen is Format.TEXT)
    # Of a page of elements only what is shown needs cleaning, and the walk over it does that.
    read_in = text if chosen is Format.HTML else cleaned(with_line_feeds(text))
    further: Mapping[Format, dict[str, Any]]
    further = {Format.HTML: {"masked": masked}, Format.MARKDOWN: {"folder": folder}}
    article = with_apparatus(
        with_notes(reader_named(READERS[chosen])(read_in, origin=origin, url=url, **further.get(chosen, {})))
    )
    if not chosen.has_lines:
        return article
    if any(piece.kind is ApparatusKind.TIME_CODE for piece in article.document.apparatus):
        from provenance.articles.formats.captions import with_moments

        article = with_moments(article)
    return replace(article, source_map=SourceMap(text, article.document, chosen))


def sniffed(text: str) -> Format:
    """What ``text`` looks to be written in; plain text where nothing else shows."""
    head = text[:100_000]
    if re.match(_CAPTIONS_START, head):
        return Format.CAPTIONS
    if re.match(_HTML_START, head) and re.search(_HTML_TAG, head):
        return Format.HTML
    return Format.MARKDOWN if _MARKDOWN_SIGN.search(head) else Format.TEXT
