"""A page's markup: refused if it is made to cost time and memory, mended, and parsed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from provenance.articles.decoding import REPLACEMENT

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNREAD = tuple("style svg template nav select button input textarea audio canvas source".split())
"""Elements that neither the walk nor the search for main content asks for. Pictures and frames stay until the walk has
noted where they stand."""

# A tree may be read with them, and not be changed: lxml refuses to put them anywhere.
_UNTREELIKE = "[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())

MOST_CHARACTERS = 10_000_000
MOST_ELEMENTS = 50_000
MOST_DEPTH = 250  # libxml2 silently drops what nests deeper than 255


def parse(text: str) -> HtmlElement:
    """The page's element tree, without comments, processing instructions, and what runs past the limit of characters."""
    from lxml.etree import ElementDefaultClassLookup, LxmlError
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # One class for every element: lxml's own choice by tag costs a call for each element on each pass.
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    try:
        return document_fromstring(_encoded(text[:MOST_CHARACTERS]), parser=parser)
    except (LxmlError, AssertionError):  # an empty page, or one of comments only
        return document_fromstring(b"<html><body></body></html>", parser=parser)


def _encoded(text: str) -> bytes:
    """A page as the parser takes it, without what no tree can hold; most hold none of it, which bytes tell fastest."""
    data = text.encode("utf-8", "replace")
    if len(data.translate(None, _CONTROLS)) == len(data) and not any(one in data for one in _NO_CHARACTERS):
        return data
    return re.sub(_UNTREELIKE, REPLACEMENT, text).encode("utf-8", "replace")


def lighten(root: HtmlElement) -> None:
    """Take out of a page, in place, what nobody reads, so that every later pass is faster; structured data stays."""
    from lxml.etree import strip_elements

    for part in root.xpath("//div[@hidden and starts-with(@id, 'S:')]"):
        del part.attrib["hidden"]  # a part of the page that was sent later: a script moves it to its place
    for script in [one for one in root.iter("script") if "ld+json" not in (one.get("type") or "").lower()]:
        script.drop_tree()
    strip_elements(root, *_UNREAD, with_tail=False)


_STATED = frozenset("head title meta link base script noscript".split())
"""Elements in which a page speaks of itself."""


def drop(elements: Iterable[HtmlElement]) -> None:
    """Take hidden elements out of their page; those in which it speaks of itself stay."""
    for element in elements:
        if element.tag not in _STATED and element.getparent() is not None:
            element.drop_tree()


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


def too_heavy(text: str, *, markdown: bool = False) -> str | None:
    """Why a page is not read, as a sentence goes on after its name; None if it may be."""
    tags = text.count("<")
    if tags > MOST_TAGS:
        return f"has more than {MOST_TAGS // 2:,} elements"
    if len(text) > _LEAST and _most_attributes(text) > MOST_ATTRIBUTES:
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


_QUOTATION = re.compile(r"<(/?)(?:blockquote|BLOCKQUOTE)\b[^<>]{0,2000}>")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]{0,2000}>")
_MOVED = frozenset(
    "a abbr b big center cite div em font i ins li mark ol q s section small span strong sub sup u ul".split()
)
"""Elements whose stray end tags are moved. Not paragraphs: their ends are implied, and the parser gets them right."""

_PARTS = frozenset("article aside body footer form h1 h2 h3 head header html main nav table td tr".split())
"""Parts of a page: where one begins or ends, the end tag of the quotation is not the one that was meant."""

_LONGEST_QUOTATION = 20_000  # characters between the two tags of a quotation


def mended(markup: str) -> str:
    """A page in which quotations end where their end tags stand; its lines keep their numbers.

    ``<em><blockquote><p>One.</p></em><p>Two.</p></blockquote>``: parsers close the quotation at ``</em>``, and its second
    paragraph becomes the author's. The stray end tag is put behind the quotation, where its author meant it.
    """
    if "<blockquote" not in markup and "<BLOCKQUOTE" not in markup:
        return markup
    moves = [move for start, end in _quotations(markup) for move in _moves(markup, start, end)]
    if not moves:
        return markup
    edges = [(0, 0, ""), *moves, (len(markup), len(markup), "")]
    return "".join(put + markup[after:before] for (_, after, put), (before, _, _) in pairwise(edges))


def _quotations(markup: str) -> Iterator[tuple[int, int]]:
    """The outermost quotations that are closed: where each one's content begins, and where its end tag ends."""
    opened: list[int] = []
    for tag in _QUOTATION.finditer(markup):
        if not tag[1]:
            opened.append(tag.end())
        elif opened:
            start = opened.pop()
            if not opened and tag.end() - start <= _LONGEST_QUOTATION:
                yield start, tag.end()


def _moves(markup: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """What to change in a quotation: spans, in order, with what comes in their place."""
    strays: list[re.Match[str]] = []
    opened: list[str] = []
    counts: Counter[str] = Counter()
    for tag in _ANY_TAG.finditer(markup, start, end):
        name = tag[2].lower()
        if name in _PARTS:
            return []
        if name not in _MOVED:
            continue
        if not tag[1]:
            opened.append(name)
            counts[name] += 1
        elif counts[name]:
            counts.subtract(_elements_ended_by(opened, name))
        else:
            strays.append(tag)
    if not strays:
        return []
    taken = [(stray.start(), stray.end(), "\n" * stray[0].count("\n")) for stray in strays]
    return [*taken, (end, end, "".join(f"</{stray[2]}>" for stray in strays))]


def _elements_ended_by(opened: list[str], name: str) -> Iterator[str]:
    """The elements that end with the last one of a name; they are taken off the list."""
    while True:
        last = opened.pop()
        yield last
        if last == name:
            return
