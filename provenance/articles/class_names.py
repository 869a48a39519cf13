"""What class names and ids say, word by word: site systems, style guides and networks write them in many ways.

``article-quote__text``, ``paragraph--type--quote`` and ``c-pullquote`` are read as the words they are made of.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.files.reading import word_lists

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from provenance.articles.walk import BlockElement

_PARTS = re.compile(r"[a-z]+")
_LONGEST = 80  # characters; longer names are generated
_LISTS = word_lists(__file__, "class_names.toml")
_QUOTES = _LISTS["quotes"]
_NO_QUOTES = _LISTS["no_quotes"]
_NAMERS = _LISTS["namers"]
_PULLS = _LISTS["pulls"]
_BOXES = _LISTS["boxes"]
_WHOLE_BOXES = _LISTS["whole_boxes"]
_ADVERTISING = _LISTS["advertising"]
_NO_ADVERTISING = _LISTS["no_advertising"]
_COMMENTS = re.compile(
    r"(?:(?:user|reader|leser|post|js|fb|facebook|thread|article)[-_]?)?"
    r"(?:comment|comments|commentlist|commentarea|commentbody|kommentar|kommentare|commentaires?|comentarios?|commenti)"
    r"(?:$|[-_])(?!open|closed|enabled|disabled|off|on$|allowed|count|link|button|icon|form|status|number)"
)
_COMMENT_NAMES = _LISTS["comment_names"]
_ROOTS = frozenset(("html", "body", "main"))  # whose names say what the page has, not what it is


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(_PARTS.findall(name) if len(name) <= _LONGEST else ())


@lru_cache(maxsize=4096)
def names_quotation(name: str) -> bool:
    """Whether a class says that a box holds a quotation: ``quote-box``, ``wp-block-quote``."""
    words = _words(name)
    return not words.isdisjoint(_QUOTES) and words.isdisjoint(_NO_QUOTES) and words.isdisjoint(_NAMERS)


@lru_cache(maxsize=4096)
def names_attribution(name: str) -> bool:
    """Whether a class says that a line names who is quoted: ``quote__author``, ``attribution``."""
    words = _words(name)
    return (
        "attribution" in words
        or name in {"quotee", "templatequotecite", "citation-source", "cite"}
        or (not words.isdisjoint(_QUOTES | {"bbcodeblock"}) and not words.isdisjoint(_NAMERS))
    )


@lru_cache(maxsize=4096)
def names_pull_quote(name: str) -> bool:
    """Whether a class says that a box repeats the page's own words: ``pull-quote``."""
    return not _words(name).isdisjoint(_PULLS) or {"pull", "quote"} <= _words(name)


@lru_cache(maxsize=4096)
def names_box(name: str) -> bool:
    """Whether a class says that a box is no quotation: a tip, a testimonial, a teaser."""
    return name in _WHOLE_BOXES or not _words(name).isdisjoint(_BOXES)


@lru_cache(maxsize=4096)
def names_comments(said: str) -> bool:
    """Whether an id or class names say that readers speak here; that they may (``comments-open``) says nothing."""
    short = (name for name in said.lower().split() if len(name) <= _LONGEST)
    return any(name in _COMMENT_NAMES or _COMMENTS.match(name) is not None for name in short)


@lru_cache(maxsize=4096)
def names_advertising(said: str) -> bool:
    """Whether an id or class names say that a box is paid for or promotes: ``ad-slot``, ``sponsored``."""
    every = map(_words, said.lower().split())
    return any(not words.isdisjoint(_ADVERTISING) and words.isdisjoint(_NO_ADVERTISING) for words in every)


def named(containers: "Iterable[BlockElement]", says: Callable[[str], bool]) -> list[bool]:
    """For each of some elements whether its id or class names say something."""
    return [
        bool((one.names and says(one.names)) or (one.id and says(one.id))) and one.tag not in _ROOTS
        for one in containers
    ]


def names_of(element: "HtmlElement") -> Iterator[str]:
    """An element's id and class names."""
    said = "" if element.tag in _ROOTS else f"{element.get('id') or ''} {element.get('class') or ''}"
    return iter(said.lower().split())
