"""A page's markup: refused if it is made to cost time and memory, and parsed."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from provenance.articles.decoding import REPLACEMENT
from provenance.errors import ArticleError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNREAD = tuple("style svg template nav select button input textarea audio canvas source".split())
"""Elements that neither the walk nor the search for main content asks for. Pictures and frames stay until the walk has
noted where they stand."""

# A tree may be read with them, and not be changed: lxml refuses to put them anywhere.
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
_UNTREELIKE = b"[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f]|\xef\xbf[\xbe\xbf]"  # control characters, U+FFFE and U+FFFF
MOST_CHARACTERS = 10_000_000
MOST_ELEMENTS = 50_000
MOST_DEPTH = 250  # libxml2 silently drops what nests deeper than 255
_STATED = frozenset("head title base script noscript".split())
"""Elements in which a page speaks of itself, and that are asked for again."""

MOST_TAGS = 100_000  # the largest of 1,213 saved news pages had 10,112 elements, and 1.6 MB
MOST_ATTRIBUTES = 5_000  # of one element; libxml2 compares each with all before it
MOST_LINES = 100_000  # of a plain text; long novels have fewer
MOST_MARKDOWN_LINES = 50_000  # each of which may be a paragraph with marks in it, that is a dozen objects
MOST_TEXT = 3_000_000  # characters beside tags, scripts and styles
MOST_MARKS = 60_000  # of Markdown, each of which may open what another one closes; a book has half of it
_PROSE = 1000  # fewer tags make no web page
_UNSEEN = ("script", "style")
_MARKS = "[]*_`!|&<>~\\"
_LEAST = 3 * MOST_ATTRIBUTES  # characters of a tag with so many attributes

# A tag up to its end, as parsers see it: what stands in quotation marks behind an equals sign ends none.
_TAG: Final = r"<[a-zA-Z][^>=]*+(?:=(?:\"[^\"]*+\"?+|'[^']*+'?+|\s++\"[^\"]*+\"?+|\s++'[^']*+'?+|)[^>=]*+)*+"
_VALUE: Final = r"=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>]*+)"


def parse(text: str) -> "HtmlElement":
    """The page's element tree, without comments, processing instructions, and what runs past the limit of characters."""
    from lxml.etree import ElementDefaultClassLookup, LxmlError
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # One class for every element: lxml's own choice by tag costs a call for each element on each pass.
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    data = text[:MOST_CHARACTERS].encode("utf-8", "replace")
    if len(data.translate(None, _CONTROLS)) < len(data) or b"\xef\xbf" in data:  # hardly a page has any
        data = re.sub(_UNTREELIKE, REPLACEMENT.encode(), data)
    try:
        root = document_fromstring(data, parser=parser)
    except (LxmlError, AssertionError):  # an empty page, or one of comments only
        return document_fromstring(b"<html><body></body></html>", parser=parser)
    _open_unclosed_navigation(root)
    return root


def _open_unclosed_navigation(root: "HtmlElement") -> None:
    """Make such navigation a part of the page that holds most of its paragraphs, in place: nothing has closed it."""
    bars = list(root.iter("nav"))
    every = sum(1 for _ in root.iter("p")) if bars else 0
    for bar in bars:
        if sum(1 for _ in bar.iter("p")) > every / 2:
            bar.tag = "div"


def lighten(root: "HtmlElement") -> None:
    """Take out of a page, in place, what nobody reads, so that every later pass is faster; structured data stays."""
    from lxml.etree import strip_elements

    for part in root.xpath("//div[@hidden and starts-with(@id, 'S:')]"):
        del part.attrib["hidden"]  # a part of the page that was sent later: a script moves it to its place
    for script in root.findall(".//script"):
        if "ld+json" not in (script.get("type") or "").lower():
            script.tag = "style"
    strip_elements(root, *_UNREAD, with_tail=False)


def drop(root: "HtmlElement", hidden: "Iterable[HtmlElement]") -> None:
    """Take hidden elements out of their page, with what its head states, which has been read; scripts and the title stay."""
    from lxml.etree import strip_elements

    strip_elements(root, "meta", "link", with_tail=False)
    for element in hidden:
        if element.tag not in _STATED and element.getparent() is not None:
            element.drop_tree()


def check_weight(markup: str, origin: str, *, markdown: bool = False, plain: bool = False) -> None:
    """Raise an ArticleError if a page is made to cost time and memory; where it is plain text, a sign opens no element."""
    if heavy := too_heavy(markup, markdown=markdown, plain=plain):
        said = f"{origin or 'the text'} {heavy}, so it is not read; give the part that matters alone"
        raise ArticleError(said)


def too_heavy(text: str, *, markdown: bool = False, plain: bool = False) -> str | None:
    """Why a page is not read, as a sentence goes on after its name; None if it may be."""
    tags = text.count("<")
    if tags > MOST_TAGS:
        return f"has more than {MOST_TAGS // 2:,} elements"
    if not plain and len(text) > _LEAST and _most_attributes(text) > MOST_ATTRIBUTES:
        return f"has an element with more than {MOST_ATTRIBUTES:,} attributes"
    most_lines = MOST_MARKDOWN_LINES if markdown else MOST_LINES
    if (tags < _PROSE or markdown) and (lines := text.count("\n")) > most_lines:
        return f"has {lines:,} lines"
    if markdown and len(text) > MOST_MARKS and sum(map(text.count, _MARKS)) > MOST_MARKS:
        return f"holds more than {MOST_MARKS:,} marks of Markdown"
    if len(text) > MOST_TEXT and _text_size(text) > MOST_TEXT:
        return f"holds more than {MOST_TEXT:,} characters of text"
    return None


def _most_attributes(text: str) -> int:
    """The attributes of the element that has most, as far as they are many: with values, or words without any."""
    tags = re.findall(_TAG, text)
    return max((len(re.sub(_VALUE, " = ", tag).split()) for tag in tags if len(tag) > _LEAST), default=0)


def _text_size(text: str) -> int:
    """The characters that stand outside tags, scripts and styles: about what there is to read."""
    lowered = text.lower()
    size = at = 0
    while (tag := lowered.find("<", at)) >= 0:
        size += tag - at
        unseen = next((name for name in _UNSEEN if lowered.startswith(name, tag + 1)), None)
        end = lowered.find("</" + unseen, tag) if unseen else lowered.find(">", tag)
        if end < 0:
            return size
        at = end + 1
    return size + len(lowered) - at
