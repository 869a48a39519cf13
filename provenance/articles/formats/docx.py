"""DOCX: mammoth makes HTML of it, footnotes and endnotes included. Needs the extra ``docx``."""

import io
import re
import zipfile
from importlib.util import find_spec
from pathlib import Path

from provenance.articles.article import Article, Format
from provenance.articles.formats.packages import MAX_PARTS, article_of, dublin_core, parse_xml
from provenance.articles.page import check_weight, parse
from provenance.errors import ArticleError, installing
from provenance.files.child import ChildError, Limits, run_child
from provenance.files.unpacking import ZipReader

_SCRIPT = Path(__file__).with_name("docx_html.py")
_PART = re.compile(r"(?:\[Content_Types\]\.xml|(?:word/)?(?:_rels/)?[\w.-]{1,80}\.(?:xml|rels))")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTHING_TO_READ = [_W + name for name in ("proofErr", "lastRenderedPageBreak", "sectPr", "tblPr", "tblGrid")]
_PROPERTIES = frozenset(
    _W + name for name in "pStyle numPr ind rPr ins del rStyle b bCs i iCs strike dstrike vertAlign".split()
)
MOST_TAGS = 400_000  # of one part
_UNREAD = re.compile(r"(?:header|footer|settings|theme|fontTable|webSettings|comments)\w{0,40}\.xml")
_BACKLINK = re.compile(r' ?<a href="#(?:foot|end)note-ref-[^"<>]{1,40}">↑</a>')
_LIMITS = Limits(memory=200_000_000)


def read_docx(package: ZipReader, *, origin: str) -> Article:
    """Read a DOCX; an ArticleError says that mammoth is not installed, or that the file is broken or too large."""
    if find_spec("mammoth") is None:
        raise ArticleError(f"{origin} is a DOCX, which needs more than is installed; {installing('docx')}.")
    try:
        html = run_child(_SCRIPT, _bare(package), _LIMITS).decode("utf-8")
    except ChildError as error:
        raise ArticleError(f"{origin} is a DOCX that {error}; save it again, or give its text.") from error
    html = _BACKLINK.sub("", html)
    check_weight(html, origin)
    metadata = dublin_core(package, "docProps/core.xml")
    return article_of(parse(html), Format.DOCX, origin=origin, metadata=metadata)


def _bare(package: ZipReader) -> bytes:
    """The parts that hold text, in a zip file of their own, unpacked, so that their sizes are known."""
    stream, size = io.BytesIO(), 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as bare:
        for name in package.names:
            if not _PART.fullmatch(name) or _UNREAD.fullmatch(name.rpartition("/")[2]):
                continue
            part = package.read(name, limit=MAX_PARTS - size)
            size += len(part)
            bare.writestr(name, _slim(part))
    return stream.getvalue()


def _slim(part: bytes) -> bytes:
    """A part without what is nothing to read by: Word writes ten elements for each that mammoth asks for."""
    from lxml.etree import strip_elements, tostring

    root = parse_xml(part, most_tags=MOST_TAGS)
    strip_elements(root, *_NOTHING_TO_READ, with_tail=False)
    for properties in root.iter(f"{_W}rPr", f"{_W}pPr"):
        for property_ in properties:
            if property_.tag not in _PROPERTIES:
                properties.remove(property_)
    for element in root.iter(f"{_W}p", f"{_W}r", f"{_W}t"):
        element.attrib.clear()
    return tostring(root)  # without the document type, and so without entities
