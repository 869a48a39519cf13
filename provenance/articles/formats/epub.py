"""EPUB: the files of the spine as one page. A note may stand in another file of the book: addresses inside it are made anchors."""

import re
from collections.abc import Mapping, Sequence
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote

from lxml.etree import _Element
from lxml.html import HtmlElement

from provenance.articles.article import Article, Format
from provenance.articles.decoding import decode
from provenance.articles.formats.packages import MAX_PARTS, article_of, dublin_core_in, xml_part
from provenance.articles.page import check_weight, parse
from provenance.errors import ArticleError
from provenance.files.unpacking import UnpackingError, ZipReader

_CONTAINER: Final = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_PAGES = frozenset(("application/xhtml+xml", "text/html"))
_SELF_CLOSED = re.compile(
    r"<(a|b|div|em|i|iframe|li|p|script|section|span|strong|style|sup|td|th|title)(\s[^<>]{0,2000})?/>"
)  # as XML may write an empty element, and HTML takes for one that goes on
_MOST_FILES = 3000
_ENCRYPTION = "META-INF/encryption.xml"


def read_epub(package: ZipReader, *, origin: str) -> Article:
    """Read an EPUB; the files of its spine are the article's landmarks."""
    rootfile = xml_part(package, "META-INF/container.xml").find(f".//{_CONTAINER}rootfile")
    name = rootfile.get("full-path", "") if rootfile is not None else ""
    book = xml_part(package, name)
    files = _spine(book, dirname(name))
    if _locked(package).intersection(files):
        raise ArticleError(f"{origin} is locked for one reader's device; give a copy that is not.")
    texts = _texts(package, files, origin)
    page = _page(texts)
    return article_of(page, Format.EPUB, origin=origin, metadata=dublin_core_in(book), sections=page[0])


def _texts(package: ZipReader, files: Sequence[str], origin: str) -> dict[str, str]:
    texts, size = {}, 0
    for name in (name for name in files if name in package.names):
        data = package.read(name, limit=MAX_PARTS - size)
        size += len(data)
        texts[name] = decode(data, origin=f"{origin}, {name}").text
    check_weight("".join(texts.values()), origin)
    return texts


def _spine(book: _Element, folder: str) -> list[str]:
    """The names of the files that hold the text, in reading order, the table of contents left out."""
    items = {item.get("id"): item for item in book.iter(f"{_OPF}item")}
    listed = (items.get(entry.get("idref")) for entry in book.iter(f"{_OPF}itemref"))
    pages = [
        normpath(join(folder, unquote(item.get("href", ""))))
        for item in listed
        if item is not None
        and item.get("media-type") in _PAGES
        and "nav" not in item.get("properties", "").split()
    ]
    if len(pages) > _MOST_FILES:
        raise UnpackingError(f"is a book of more than {_MOST_FILES:,} files")
    return list(dict.fromkeys(pages))


def _locked(package: ZipReader) -> set[str]:
    """The files of a book that are encrypted; fonts may be, and hide nothing."""
    if _ENCRYPTION not in package.names:
        return set()
    root = xml_part(package, _ENCRYPTION)
    return {unquote(one.get("URI", "")) for one in root.iter() if str(one.tag).endswith("CipherReference")}


def _page(texts: Mapping[str, str]) -> HtmlElement:
    from lxml.html import fromstring

    page = fromstring("<html><body></body></html>")
    numbers = {name: number for number, name in enumerate(texts, start=1)}
    for name, text in texts.items():
        page[0].append(_section(text, name, numbers))
    return page


def _section(text: str, name: str, numbers: Mapping[str, int]) -> HtmlElement:
    root = parse(_SELF_CLOSED.sub(r"<\1\2></\1>", text))
    body = root.find("body")
    section = root if body is None else body
    section.tag = "section"
    prefix = f"s{numbers[name]}-"
    for element in list(section.iter()):
        for key in ("id", "name"):
            if element.get(key):
                element.set(key, prefix + element.get(key, ""))
        if element.get("href"):
            _set_address(element, name, numbers)
    return section


def _set_address(link: HtmlElement, name: str, numbers: Mapping[str, int]) -> None:
    """An address inside the book made an anchor of the page, or taken away where it leads to a file as a whole."""
    href = link.get("href", "").strip()
    if href.lower().startswith(("http:", "https:")):
        return
    path, _, fragment = href.partition("#")
    number = numbers.get(normpath(join(dirname(name), unquote(path))) if path else name)
    if number and fragment:
        link.set("href", f"#s{number}-{fragment}")
    else:
        del link.attrib["href"]
