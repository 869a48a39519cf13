"""What a page holds but does not show, or shows only on demand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.articles import elements
from provenance.articles.note_calls import is_note_call

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDING_STYLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_INLINE_POPOVERS = frozenset(("span", "sup", "sub", "small", "ins"))
_FORM_CONTENT = ("article", "blockquote", "p", "h1")


def is_unread(tag: str, classes: frozenset[str]) -> bool:
    """Whether the tag or the class names of an element say that its text is no part of what a reader reads."""
    return tag in elements.SKIPPED or not elements.HIDDEN_CLASSES.isdisjoint(classes)


def is_hidden(element: HtmlElement, tag: str, style: str | None) -> bool:
    """Whether an element's style, its state or its place hides its text.

    Args:
        element: The element.
        tag: Its tag.
        style: Its style.
    """
    if (style and _HIDING_STYLE.search(style)) or element.get("hidden") is not None:
        return True
    if tag == "form":
        return not _holds_content(element)
    return tag in _INLINE_POPOVERS and (_is_popover(element) or (tag == "sup" and is_note_call(element)))


def _holds_content(form: HtmlElement) -> bool:
    """Whether a form is wrapped around the whole page, as some site systems do."""
    return sum(1 for _ in form.iter(*_FORM_CONTENT)) >= 4


def _is_popover(element: HtmlElement) -> bool:
    """Whether an inline element behind a link is the link's menu of further links: three or more, and little else."""
    link = element.getprevious()
    if link is None or link.tag != "a" or (link.tail or "").strip() or len(element) == 0:
        return False
    links = [len(link.text_content().strip()) for link in element.iter("a")]
    return len(links) >= 3 and sum(links) > 0.85 * len(element.text_content().strip())
