"""Bare web addresses in running text, as links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.articles.article import Link
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\u3000-\u303f\uff00-\uffef]{1,2000}")
_PUNCTUATION = ".,;:!?'’]}*_|"


def bare_addresses(text: str) -> Iterator[Link]:
    """The web addresses in ``text``, in order, without the punctuation of the sentence around them."""
    for found in _ADDRESS.finditer(text):
        href = found.group().rstrip(_PUNCTUATION)
        while href.endswith(")") and href.count(")") > href.count("("):
            href = href[:-1].rstrip(_PUNCTUATION)
        if len(href) > len("https://"):
            yield Link(Span(found.start(), found.start() + len(href)), href)
