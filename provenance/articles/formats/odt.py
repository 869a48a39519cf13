"""ODT: its text as elements of HTML, which the HTML reader takes; notes at the end, as lists that their calls lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.articles.article import Article, Format
from provenance.articles.formats.packages import article_of, dublin_core, xml_part
from provenance.files.zipped import ZipReader

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_URN: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _TABLE = f"{_URN}office:1.0}}", f"{_URN}text:1.0}}", f"{_URN}table:1.0}}"
_STYLE, _FORMAT = f"{_URN}style:1.0}}", f"{_URN}xsl-fo-compatible:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_TAGS = {
    f"{_TEXT}p": "p",
    f"{_TEXT}list": "ul",
    f"{_TEXT}list-item": "li",
    f"{_TEXT}a": "a",
    f"{_TEXT}line-break": "br",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
}
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
    """Read an ODT.

    Raises:
        ArticleError: If it is made to cost time and memory.
        UnpackingError: If the package is not sound.
    """
    content = xml_part(package, "content.xml")
    page = _Page(content).page
    return article_of(page, Format.ODT, origin=origin, metadata=dublin_core(package, "meta.xml"))


class _Page:
    """The text of a document as a page of HTML. The parser has bounded how deep it nests."""

    def __init__(self, content: _Element) -> None:
        from lxml.html import Element

        self._new = Element
        styles = [(style.get(f"{_STYLE}name", ""), style) for style in content.iter(f"{_STYLE}style")]
        self._italic = {name for name, style in styles if _is_italic(style)}
        self._set_off = {name for name, style in styles if _is_of_quotations(style)}
        self.page: HtmlElement = Element("html")
        self._notes: HtmlElement = Element("ol")
        self._number = 0  # of the last note; to count them takes as long as there are many
        self._place: tuple[HtmlElement, str] = self.page, "text"  # at which text is being written
        self._pieces: list[str] = []  # of it, joined once: there may be one to a character
        body = self._add(self.page, "body")
        text = content.find(f".//{_OFFICE}text")
        if text is not None:
            self._read_children(text, body)
            self._put_down()
        if len(self._notes):
            body.append(self._notes)

    def _add(self, parent: HtmlElement, tag: str, **attributes: str) -> HtmlElement:
        child = self._new(tag)
        for name, value in attributes.items():
            child.set(name, value)
        parent.append(child)
        return child

    def _write(self, target: HtmlElement, text: str | None) -> None:
        """Add text to the end of an element."""
        if not text:
            return
        last = _last_child(target)
        element, field = (target, "text") if last is None else (last, "tail")
        if element is not self._place[0] or field != self._place[1]:
            self._put_down()
            self._place = element, field
        self._pieces.append(text)

    def _put_down(self) -> None:
        element, field = self._place
        setattr(element, field, (getattr(element, field) or "") + "".join(self._pieces))
        self._pieces = []

    def _read_children(self, source: _Element, target: HtmlElement) -> None:
        self._write(target, source.text)
        for child in source:
            if isinstance(child.tag, str) and child.tag not in _UNREAD:  # an entity has no tag
                self._read(child, target)
            self._write(target, child.tail)

    def _read(self, element: _Element, target: HtmlElement) -> None:
        tag = str(element.tag)
        if tag == f"{_TEXT}note":
            self._read_note(element, target)
        elif tag == f"{_TEXT}s":
            self._write(target, " ")  # for however many it stands: those of a page run together
        elif tag == f"{_TEXT}tab":
            self._write(target, "\t")
        else:
            self._read_children(element, self._target(element, tag, target))

    def _target(self, element: _Element, tag: str, target: HtmlElement) -> HtmlElement:
        """The element of HTML that what stands in one of the document's goes into."""
        if tag == f"{_TEXT}a":
            return self._add(target, "a", href=element.get(_HREF, ""))
        if tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            return self._add(
                target, f"h{min(max(int(level), 1), 6) if level.isdecimal() and len(level) < 3 else 1}"
            )
        style = element.get(f"{_TEXT}style-name", "")
        if tag == f"{_TEXT}p" and (style.startswith(_SET_OFF) or style in self._set_off):
            last = _last_child(target)
            if last is None or last.tag != "blockquote":
                last = self._add(target, "blockquote")
            return self._add(last, "p")
        if tag == f"{_TEXT}span" and style in self._italic:
            return self._add(target, "em")
        return self._add(target, _TAGS[tag]) if tag in _TAGS else target

    def _read_note(self, note: _Element, target: HtmlElement) -> None:
        """A call where the note stands, and its text among the notes."""
        self._number += 1
        number = str(self._number)
        call = self._add(self._add(target, "sup"), "a", href=f"#footnote-{number}")
        call.text = f"[{number}]"
        body = note.find(f"{_TEXT}note-body")
        if body is not None:
            self._read_children(body, self._add(self._notes, "li", id=f"footnote-{number}"))


def _is_of_quotations(style: _Element) -> bool:
    """Whether a style is made of one for quotations."""
    return style.get(f"{_STYLE}parent-style-name", "").startswith(_SET_OFF)


def _is_italic(style: _Element) -> bool:
    form = style.find(f"{_STYLE}text-properties")
    return form is not None and form.get(f"{_FORMAT}font-style") == "italic"


def _last_child(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterchildren(reversed=True), None)  # len() would count them all
