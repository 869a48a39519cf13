"""What an element is dressed as, by its tag and class names."""

from __future__ import annotations

from enum import Enum, auto

from provenance.articles import elements


class Dress(Enum):
    """The dresses that the walk looks for."""

    LINK = auto()
    EMPHASIS = auto()
    QUOTATION = auto()
    ATTRIBUTION = auto()
    FIGURE = auto()  # a frame that may hold a quotation and its caption


QUOTATION_CLASSES = frozenset(
    "quote blockquote block-quote block_quote blockquotes quotation quoted quotebox quote-box quoteblock quote-block "
    "quote-text quote__text bbcode_quote bbcodeblock--quote postquote zitat cita citazione citation citat citaat "
    "pullquote pull-quote pull_quote pullquotes wp-block-quote wp-block-pullquote c-quote m-quote".split()
)
"""Class names that site systems give to a box with a quotation in it."""

ATTRIBUTION_CLASSES = frozenset(
    "attribution quote-attribution quote__attribution blockquote-footer quote-author quote__author quote-source "
    "quote__source quote-cite quote-by quote_author cite citation-source quote-credit quote__cite quotee "
    "blockquote-source pullquote-attribution bbcodeblock-sourcejump".split()
)
"""Class names that site systems give to the line that says who is quoted."""

_BY_TAG = {
    **dict.fromkeys(elements.EMPHASIS, Dress.EMPHASIS),
    **dict.fromkeys(("cite", "figcaption", "footer"), Dress.ATTRIBUTION),
    "blockquote": Dress.QUOTATION,
}
_BOXES = frozenset("div section aside p figure table td ul li article".split())


def dress_of(tag: str, classes: frozenset[str], *, linked: bool) -> Dress | None:
    """What an element is dressed as.

    Args:
        tag: Its tag.
        classes: Its class names, lower case.
        linked: Whether it has an ``href``.
    """
    if tag == "a":
        return Dress.LINK if linked else None
    if classes and tag not in _BY_TAG:
        if not ATTRIBUTION_CLASSES.isdisjoint(classes):
            return Dress.ATTRIBUTION
        if tag in _BOXES and not QUOTATION_CLASSES.isdisjoint(classes):
            return Dress.QUOTATION
    return _BY_TAG.get(tag, Dress.FIGURE if tag == "figure" else None)
