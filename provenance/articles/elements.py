"""HTML elements by what they mean for the walk: what is read, what one is dressed as, what is hidden."""

import re
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

from provenance.articles.class_names import names_attribution, names_quotation
from provenance.articles.embeds import POSTS
from provenance.articles.hiding import hides, strikes
from provenance.text.document import BlockKind

SKIPPED = frozenset(
    "script style title noscript template iframe object embed applet canvas svg audio video map nav dialog menu "
    "button img amp-img amp-video select option datalist input textarea progress meter link meta base".split()
)
"""Elements whose text no reader reads. Not ``head``: where a page leaves its tags out, the parser may put the body into it."""

PICTURES = frozenset("img iframe video object embed amp-img amp-video blockquote".split())
"""Elements that show something, though nothing of them is read; scripts put posts in the place of empty blockquotes."""

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    "pre": BlockKind.PREFORMATTED,
}
"""What text in an element is; elsewhere it is a paragraph."""

BLOCKS = frozenset(KINDS) | frozenset(
    "html head body address article aside blockquote center details dir div dl fieldset figure footer form header hgroup "
    "hr legend main ol p search section summary table tbody tfoot thead tr ul amp-embed".split()
)
"""Elements that begin and end a block."""

TEXT_BLOCKS = frozenset(
    "p pre blockquote ul ol dl li table tr td th h1 h2 h3 h4 h5 h6 figure figcaption".split()
)
"""Blocks that hold text, not a page's parts: none of them is a page's main container by itself."""

EMPHASIS = frozenset("b strong i em u mark".split())  # elements that set bold, italics or underline

SMALL = frozenset("a span i b em small sup".split())
"""Elements in which a page's number or a tooltip may stand."""

HIDDEN_CLASSES = frozenset(
    "sr-only sr_only screen-reader-text screen-reader-only visually-hidden visuallyhidden visually_hidden "
    "show-for-sr assistive-text element-invisible u-hidden-visually offscreen".split()
)
"""Class names by which style sheets keep text for screen readers alone."""

_STRUCK = frozenset(("del", "s", "strike"))
_LONGEST_STRUCK = 5_000  # characters; a longer one was never closed
_PAGE_CLASS = re.compile(r"(?:page|pg)[-_]?(?:no|num|number|break)s?|pb")
_PAGE_NUMBER = re.compile(r"[\[({]?(?:[a-z]{1,4}\.? ?)?(?:\d{1,4}[a-z]?|[ivxlc]{1,8})[\])}]?", re.IGNORECASE)
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
_WHOLE_PAGE = 4  # such elements in a form show that it is wrapped around the page, as some site systems do
_FORM_CONTENT = ("article", "blockquote", "p", "h1")


class Dress(Enum):
    """The dresses that the walk looks for."""

    LINK = auto()
    EMPHASIS = auto()
    INSERTED = auto()
    QUOTATION = auto()
    ATTRIBUTION = auto()
    FIGURE = auto()  # a frame that may hold a quotation and its caption
    INDENT = auto()  # text set in from the margin: a list without items, a style


_BY_TAG = {
    "a": Dress.LINK,
    "figure": Dress.FIGURE,
    **dict.fromkeys(EMPHASIS, Dress.EMPHASIS),
    "ins": Dress.INSERTED,
    **dict.fromkeys(("cite", "figcaption", "footer"), Dress.ATTRIBUTION),
    "blockquote": Dress.QUOTATION,
}


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
    is_block: bool  # whether it begins and ends a block
    unread: bool  # whether its text is no part of what a reader reads
    beside: bool  # whether it is a note beside the text
    is_page: bool  # whether its class is that of a printed page's number
    is_tooltip: bool  # whether its class is that of a tooltip


@lru_cache(maxsize=8192)
def look_of(tag: str, names: str | None) -> Look:
    """The look of an element."""
    classes = frozenset(names.lower().split()) if names else frozenset()
    unread = tag in SKIPPED or not HIDDEN_CLASSES.isdisjoint(classes)
    return Look(
        classes,
        dress=None if unread else _dress_of(tag, classes),
        is_block=tag in BLOCKS,
        unread=unread,
        beside=tag in _NOTE_TAGS and any(map(_NOTE_CLASS.fullmatch, classes)),
        is_page=tag in SMALL and any(map(_PAGE_CLASS.fullmatch, classes)),
        is_tooltip=tag in SMALL and any("tooltip" in name for name in classes),
    )


def _dress_of(tag: str, classes: frozenset[str]) -> Dress | None:
    """What an element is dressed as; a link only if it leads anywhere, which its ``href`` tells."""
    if classes and (tag not in _BY_TAG or tag == "figure"):
        if any(map(names_attribution, classes)):
            return Dress.ATTRIBUTION
        if tag in _BOXES and (any(map(names_quotation, classes)) or not POSTS.isdisjoint(classes)):
            return Dress.QUOTATION
    return _BY_TAG.get(tag)


def is_hidden(element: HtmlElement, tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element's style or its state hides its text."""
    style = attributes.get("style")
    if (style and hides(style, inline=tag not in BLOCKS)) or "hidden" in attributes:
        return True
    if tag == "rp":  # brackets around a reading, which stay
        return any(map(str.isalnum, element.text_content()))
    return tag == "form" and sum(1 for _ in element.iter(*_FORM_CONTENT)) < _WHOLE_PAGE


def is_struck(element: HtmlElement, tag: str, style: str | None) -> bool:
    """Whether an element's words are struck through: they are shown as taken back, and are none of the page's."""
    struck = tag in _STRUCK or (style is not None and tag not in BLOCKS and strikes(style))
    return struck and len(element.text_content()) <= _LONGEST_STRUCK


def is_inserted_label(element: HtmlElement, look: Look, role: str, before: str) -> bool:
    """Whether an element inside a sentence is the number of a printed page, or a tooltip glued to the word ``before``."""
    if look.is_page or "pagebreak" in role:
        return _PAGE_NUMBER.fullmatch(element.text_content().strip()) is not None
    tooltip = look.is_tooltip or "tooltip" in role
    return tooltip and not look.beside and before[-1:].isalnum() and (element.text or "")[:1].isalnum()
