"""What an element is dressed as, by its tag and class names, and whether a reader sees it."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from provenance.articles import elements
from provenance.articles.class_names import POSTS, names_attribution, names_quotation
from provenance.articles.elements import is_note_call

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Dress(Enum):
    """The dresses that the walk looks for."""

    LINK = auto()
    EMPHASIS = auto()
    STRUCK = auto()
    INSERTED = auto()
    QUOTATION = auto()
    ATTRIBUTION = auto()
    FIGURE = auto()  # a frame that may hold a quotation and its caption
    INDENT = auto()  # text set in from the margin: a list without items, a style


_BY_TAG = {
    "a": Dress.LINK,
    "figure": Dress.FIGURE,
    **dict.fromkeys(elements.EMPHASIS, Dress.EMPHASIS),
    **dict.fromkeys(("del", "s", "strike"), Dress.STRUCK),
    "ins": Dress.INSERTED,
    **dict.fromkeys(("cite", "figcaption", "footer"), Dress.ATTRIBUTION),
    "blockquote": Dress.QUOTATION,
}
_NOTE_TAGS = frozenset("span small aside div".split())
_NOTE_CLASS = re.compile(
    r"(?:[\w-]{0,20}-)?(?:side|margin|foot|end|ltx_)_?-?note(?:[-_]{0,2}(?:text|content|body|note|outer))?"
)
_BOXES = frozenset("div section aside p figure table td ul li article".split())


_MARGIN = re.compile(
    r"(?:margin|padding)-left\s{0,5}:\s{0,5}(\d{1,4})(?:\.\d{1,4})?\s{0,5}(px|pt|em|rem|%)?", re.IGNORECASE
)
INDENTING = frozenset(("p", "div", "ul"))  # elements that may set their text in from the margin

_LEAST_MARGIN = {"em": 1, "rem": 1, "%": 2, "px": 15, "pt": 12}


def is_indented(element: HtmlElement, tag: str, style: str | None) -> bool:
    """Whether an element sets its text in from the margin: by its style, or as a list without items, as of old."""
    if tag == "ul":
        return element.find("li") is None and bool(element.text_content().strip())
    found = _MARGIN.search(style) if style else None
    return found is not None and int(found[1]) >= _LEAST_MARGIN[(found[2] or "px").lower()]


class Look(NamedTuple):
    """What an element's tag and class names say, which many elements of a page share."""

    classes: frozenset[str]  # its class names, lower case
    dress: Dress | None  # what it is dressed as
    unread: bool  # whether its text is no part of what a reader reads
    beside: bool  # whether it is a note beside the text


@lru_cache(maxsize=8192)
def look_of(tag: str, names: str | None) -> Look:
    """The look of an element."""
    classes = frozenset(names.lower().split()) if names else frozenset()
    unread = is_unread(tag, classes)
    beside = tag in _NOTE_TAGS and any(map(_NOTE_CLASS.fullmatch, classes))
    return Look(classes, None if unread else dress_of(tag, classes), unread, beside)


def dress_of(tag: str, classes: frozenset[str]) -> Dress | None:
    """What an element is dressed as; a link only if it leads anywhere, which its ``href`` tells."""
    if classes and (tag not in _BY_TAG or tag == "figure"):
        if any(map(names_attribution, classes)):
            return Dress.ATTRIBUTION
        if tag in _BOXES and (any(map(names_quotation, classes)) or not POSTS.isdisjoint(classes)):
            return Dress.QUOTATION
    return _BY_TAG.get(tag)


_HIDING_STYLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_INLINE_POPOVERS = frozenset(("span", "sup", "sub", "small", "ins"))
_WHOLE_PAGE = 4  # such elements in a form show that it is wrapped around the page, as some site systems do
_FORM_CONTENT = ("article", "blockquote", "p", "h1")


def is_unread(tag: str, classes: frozenset[str]) -> bool:
    """Whether the tag or the class names of an element say that its text is no part of what a reader reads."""
    return tag in elements.SKIPPED or not elements.HIDDEN_CLASSES.isdisjoint(classes)


def is_hidden(element: HtmlElement, tag: str, style: str | None) -> bool:
    """Whether an element's style, its state or its place hides its text."""
    if (style and _HIDING_STYLE.search(style)) or element.get("hidden") is not None:
        return True
    if tag == "form":
        return sum(1 for _ in element.iter(*_FORM_CONTENT)) < _WHOLE_PAGE
    return tag in _INLINE_POPOVERS and (_is_popover(element) or (tag == "sup" and is_note_call(element)))


def _is_popover(element: HtmlElement) -> bool:
    """Whether an inline element behind a link is the link's menu of further links: three or more, and little else."""
    link = element.getprevious()
    if link is None or link.tag != "a" or (link.tail or "").strip() or len(element) == 0:
        return False
    links = [len(link.text_content().strip()) for link in element.iter("a")]
    return len(links) >= 3 and sum(links) > 0.85 * len(element.text_content().strip())
