"""A page's element tree, and what of it the limits cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.articles.characters import REPLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """The page's element tree, without comments and processing instructions.

    Args:
        text: The page; what runs past the limit of characters is not read.
    """
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
    """Take out of a page what nobody reads, so that every later pass is faster; structured data stays.

    Args:
        root: The page's element, which is changed.
    """
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
