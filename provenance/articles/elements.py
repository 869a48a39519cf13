"""HTML elements by what they mean for the walk: what is read, what calls a note, what one is dressed as, what is hidden."""

import re
from enum import Enum, auto
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from provenance.articles.class_names import POSTS, names_attribution, names_quotation
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

HIDDEN_CLASSES = frozenset(
    "sr-only sr_only screen-reader-text screen-reader-only visually-hidden visuallyhidden visually_hidden "
    "show-for-sr assistive-text element-invisible u-hidden-visually offscreen".split()
)
"""Class names by which style sheets keep text for screen readers alone."""

_LONGEST = 10  # characters: "[12, 13]"
_MOST_PARTS = 8  # pieces of text in one that are read
_LONGEST_UNIT = 3  # letters: "km", "yd"
_CALL = re.compile(r"[\[(]{0,2}(?:[*†‡§¶]{1,9}|\d{1,3}(?:[ ,–\u00a0-]{1,3}\d{1,3}){0,3})[\])]{0,2}")
_NO_FIGURES = frozenset("[(*†‡§¶")
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôû")
_CLOSING = frozenset("”»“’\"'›")  # a number behind one may lead straight to the source of what is quoted
_STOPS = _CLOSING | frozenset(".,;:!?…)]")
_CALLS = frozenset(("noteref", "doc-noteref", "biblioref", "doc-biblioref"))
_LETTER = re.compile(r"\W{0,2}[a-z]\W{0,2}", re.IGNORECASE | re.ASCII)
# Figures as they are written, below ninety: "il" and "civil" are words.
_ROMAN = re.compile(r"\W{0,2}(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})\W{0,2}", re.IGNORECASE)
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
_HIDING_STYLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_WHOLE_PAGE = 4  # such elements in a form show that it is wrapped around the page, as some site systems do
_FORM_CONTENT = ("article", "blockquote", "p", "h1")


def says_it_calls_a_note(link: HtmlElement) -> bool:
    """Whether a link states by its type in a book (EPUB) or its role (DPUB-ARIA) that it calls a note, and shows no words."""
    said = f"{link.get('epub:type', '')} {link.get('role', '')}".split()
    return not _CALLS.isdisjoint(said) and _numbers_a_note(_shown(link), link)


def _shown(element: HtmlElement) -> str:
    return "".join(islice(element.itertext(), _MOST_PARTS + 1)).strip()


def _numbers_a_note(shown: str, link: HtmlElement | None) -> bool:
    """Whether short text may call a note: it has a figure or a sign and is no word that somebody would hide ("not").

    A letter ("a" is a word too) must lead to a note of the page, a Roman figure to one of the page or of another one.
    """
    if not 0 < len(shown) <= _LONGEST:
        return False
    if not any(map(str.isalpha, shown)) or any(map(str.isdecimal, shown)):
        return True
    page, _, name = (link.get("href") or "").strip().partition("#") if link is not None else ("", "", "")
    if link is None or not name or not (_LETTER.fullmatch(shown) or _ROMAN.fullmatch(shown)):
        return False
    if page:
        return _LETTER.fullmatch(shown) is None
    return not {link, *link.iterancestors()}.issuperset(link.xpath("id($name)", name=name))


def is_note_call(element: HtmlElement, before: str) -> bool:
    """Whether a superscript is the number, or the sign, of a note, behind what stands before it in its block.

    So is a link within a page, and a number that stands right behind a word or a stop and is no exponent ("m²", "10⁶"). A link
    to another page right behind a quotation mark stays: it leads to the source.
    """
    shown, around = _shown(element), element.getparent()
    link = around if around is not None and around.tag == "a" else next(element.iter("a"), None)
    if not _numbers_a_note(shown, link):
        return False
    address = (link.get("href") or "").strip() if link is not None else ""
    if address.startswith("#"):
        return True
    if not _CALL.fullmatch(shown) or (element.tail or "")[:1].isalnum():
        return False
    if address and "#" not in address and before[-1:] in _CLOSING:
        return False
    return "#" in address or _follows(before, shown)


def _follows(before: str, shown: str) -> bool:
    """Whether a number stands where a note's does: behind a stop or a word, and is not the power of a unit or a sign."""
    if shown[0] in _NO_FIGURES or before[-1:] in _STOPS:
        return bool(before)
    letters = re.split(r"[\W\d_]", before[-_LONGEST_UNIT - 1 :])[-1]
    if not 1 < len(letters) <= _LONGEST_UNIT:
        return len(letters) > 1
    counted = before[: -len(letters)].rstrip()[-1:].isdigit()  # "40 in"
    return not (counted or letters.isupper() or _VOWELS.isdisjoint(letters.casefold()))


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
    **dict.fromkeys(EMPHASIS, Dress.EMPHASIS),
    **dict.fromkeys(("del", "s", "strike"), Dress.STRUCK),
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
    unread: bool  # whether its text is no part of what a reader reads
    beside: bool  # whether it is a note beside the text


@lru_cache(maxsize=8192)
def look_of(tag: str, names: str | None) -> Look:
    """The look of an element."""
    classes = frozenset(names.lower().split()) if names else frozenset()
    unread = tag in SKIPPED or not HIDDEN_CLASSES.isdisjoint(classes)
    beside = tag in _NOTE_TAGS and any(map(_NOTE_CLASS.fullmatch, classes))
    return Look(classes, None if unread else _dress_of(tag, classes), unread, beside)


def _dress_of(tag: str, classes: frozenset[str]) -> Dress | None:
    """What an element is dressed as; a link only if it leads anywhere, which its ``href`` tells."""
    if classes and (tag not in _BY_TAG or tag == "figure"):
        if any(map(names_attribution, classes)):
            return Dress.ATTRIBUTION
        if tag in _BOXES and (any(map(names_quotation, classes)) or not POSTS.isdisjoint(classes)):
            return Dress.QUOTATION
    return _BY_TAG.get(tag)


def is_hidden(element: HtmlElement, tag: str, style: str | None) -> bool:
    """Whether an element's style or its state hides its text."""
    if (style and _HIDING_STYLE.search(style)) or element.get("hidden") is not None:
        return True
    return tag == "form" and sum(1 for _ in element.iter(*_FORM_CONTENT)) < _WHOLE_PAGE
