"""ODT: its text as HTML, which the HTML reader takes; notes at the end, as a list that their calls lead to."""

import re
from html import escape
from typing import Final

from lxml.etree import _Element

from provenance.articles.article import Article, Format
from provenance.articles.formats.packages import article_of, dublin_core, xml_part
from provenance.articles.page import parse
from provenance.files.unpacking import ZipReader

_URN: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _TABLE = f"{_URN}office:1.0}}", f"{_URN}text:1.0}}", f"{_URN}table:1.0}}"
_STYLE, _FORMAT = f"{_URN}style:1.0}}", f"{_URN}xsl-fo-compatible:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_TAGS = {
    f"{_TEXT}p": "p",
    f"{_TEXT}list": "ul",
    f"{_TEXT}list-item": "li",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
}
_SIGNS = {
    f"{_TEXT}s": " ",
    f"{_TEXT}tab": "\t",
    f"{_TEXT}line-break": "<br>",
}  # spaces in a row are one on a page
_UNREAD = frozenset(
    (
        f"{_TEXT}tracked-changes",  # what was deleted stands in it
        f"{_TEXT}table-of-content",
        f"{_TEXT}note-citation",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
    )
)
_SET_OFF = ("Quotations", "Quote", "Block_20_Text", "Block_20_Quotation")


def read_odt(package: ZipReader, *, origin: str) -> Article:
    """Read an ODT."""
    page = parse(_Writer(xml_part(package, "content.xml")).page())
    return article_of(page, Format.ODT, origin=origin, metadata=dublin_core(package, "meta.xml"))


class _Writer:
    """Writes the text of a document as HTML. The parser has bounded how deep it nests."""

    def __init__(self, content: _Element) -> None:
        styles = [(style.get(f"{_STYLE}name", ""), style) for style in content.iter(f"{_STYLE}style")]
        self._italic = {name for name, style in styles if _is_italic(style)}
        self._set_off = {
            name for name, style in styles if style.get(f"{_STYLE}parent-style-name", "").startswith(_SET_OFF)
        }
        self._text = content.find(f".//{_OFFICE}text")
        self._notes: list[str] = []
        self._number = 0  # of the last note

    def page(self) -> str:
        out: list[str] = []
        if self._text is not None:
            self._write_inside(self._text, out)
        body = re.sub(r"</blockquote>\s*<blockquote>", "", "".join(out))
        return f"<html><body>{body}<ol>{''.join(self._notes)}</ol></body></html>"

    def _write_inside(self, source: _Element, out: list[str]) -> None:
        out.append(escape(source.text or ""))
        for child in source:
            if isinstance(child.tag, str) and child.tag not in _UNREAD:  # an entity has no tag
                self._write(child, child.tag, out)
            out.append(escape(child.tail or ""))

    def _write(self, element: _Element, tag: str, out: list[str]) -> None:
        if tag in _SIGNS:
            out.append(_SIGNS[tag])
        elif tag == f"{_TEXT}note":
            self._number += 1
            out.append(f'<sup><a href="#footnote-{self._number}">[{self._number}]</a></sup>')
            self._notes.append(f'<li id="footnote-{self._number}">')
            if (body := element.find(f"{_TEXT}note-body")) is not None:
                self._write_inside(body, self._notes)
            self._notes.append("</li>")
        else:
            before, behind = self._tags(element, tag)
            out.append(before)
            self._write_inside(element, out)
            out.append(behind)

    def _tags(self, element: _Element, tag: str) -> tuple[str, str]:
        style = element.get(f"{_TEXT}style-name", "")
        if tag == f"{_TEXT}a":
            return f'<a href="{escape(element.get(_HREF, ""))}">', "</a>"
        if tag == f"{_TEXT}p" and (style.startswith(_SET_OFF) or style in self._set_off):
            return "<blockquote><p>", "</p></blockquote>"
        name = _TAGS.get(tag)
        if tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            name = f"h{level if level in set('123456') else 1}"
        elif tag == f"{_TEXT}span" and style in self._italic:
            name = "em"
        return (f"<{name}>", f"</{name}>") if name else ("", "")


def _is_italic(style: _Element) -> bool:
    form = style.find(f"{_STYLE}text-properties")
    return form is not None and form.get(f"{_FORMAT}font-style") == "italic"
