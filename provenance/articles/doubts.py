"""Doubts: reasons why what was read may not be the whole page, one sentence each.

A single sign misleads: of 33 pages that call themselves not free, 28 were complete. So each reason is a conjunction of what
the page says and of how little text it holds.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from provenance.articles.page import MOST_CHARACTERS, MOST_DEPTH, MOST_ELEMENTS
from provenance.languages.notices import alternatives, notice
from provenance.text.document import BlockKind, Document
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.tokens import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from provenance.articles.walk import Walk

_THIN = 80
_LEAST = 20  # words; a page that holds fewer is no text of anybody's
_NOT_FREE_AND_SHORT = 300
_SHORT = 150
_LOOKED_AT = 100_000  # characters of the markup at either end; what is asked for first stands there
_ENOUGH = 4_000  # characters; a text that is longer is not short
_CLOSED = re.compile(r"</(?:article|main)\s{0,9}>", re.IGNORECASE)
_ENDED = re.compile(r"</(?:body|html)\s{0,9}>\s*\Z", re.IGNORECASE)
_SIGNATURE = 6  # words
_SENTENCE_END = (*SENTENCE_ENDS.replace("…", ""), *'”"»’)')
_BROKEN_OFF = ("...", "[…]", "(…)")
_APPLICATIONS = frozenset("root app __next __nuxt main-app react-root gatsby-focus-wrapper".split())
THIN = f"The main content of the page has fewer than {_THIN} words."
"""The doubt about a page that says nothing worse of itself than that it is short."""


@dataclass(frozen=True)
class ReadPage:
    """A page as it came and what was read of it."""

    markup: str
    walked: "Walk"
    document: Document
    title: str
    is_free: bool | None  # whether it says that it may be read without paying; None if it does not say

    @property
    def root(self) -> "HtmlElement":
        """Its tree."""
        return self.walked.containers[0].element

    @cached_property
    def text(self) -> str:
        """Its main content, headings and captions included."""
        spans = (block.span for block in self.document.blocks if block.inside)
        return "\n\n".join(span.of(self.document.text) for span in spans)

    @cached_property
    def words(self) -> int:
        """How many words that has, as far as they are few."""
        return count_words(self.text[:_ENOUGH])

    @property
    def whole(self) -> bool:
        """Whether nothing but headings was left out of its main content."""
        return all(block.main or block.kind is BlockKind.HEADING for block in self.document.blocks)


def page_doubts(page: ReadPage) -> Iterator[str]:
    """Why what was read may not be the whole page: what the limits cut off, then at most one reason why it is short."""
    if len(page.markup) > MOST_CHARACTERS:
        yield f"The page is longer than {MOST_CHARACTERS:,} characters; the rest was not read."
    if page.walked.depth >= MOST_DEPTH:
        yield f"The page is malformed: its elements nest {MOST_DEPTH} deep or more, and text may be lost."
    if page.walked.size > MOST_ELEMENTS:
        yield f"The page has more than {MOST_ELEMENTS:,} elements; its main content was not told from the rest."
    yield from islice((sentence for holds, sentence in _REASONS if holds(page)), 1)


def _is_empty_application(page: ReadPage) -> bool:
    if page.words >= _THIN:
        return False
    if any(element.get("id") in _APPLICATIONS for element in page.root.iter("div")):
        return True
    notices = " ".join(element.text_content()[:500] for element in page.root.iter("noscript"))
    return _wants_scripts(f"{page.text[:2000]} {notices[:2000]}")


def _is_paywalled(page: ReadPage) -> bool:
    if page.words >= _NOT_FREE_AND_SHORT:
        return False
    is_sold = notice("subscription").search(page.text[:20_000]) is not None
    return is_sold if page.is_free is None else not page.is_free


def _is_complete(page: ReadPage) -> bool:
    """Whether a page with little text is whole: it was closed, its text ends a sentence, nothing is sold.

    What was closed is the article or main part; of a page that was read to the last paragraph, any part.
    """
    if page.words < _LEAST or page.is_free is False:
        return False
    if not (_CLOSED.search(page.markup) or (page.whole and _ENDED.search(page.markup))):
        return False
    text = _without_signature(page)
    if not text.endswith(_SENTENCE_END) or text.endswith(_BROKEN_OFF):
        return False
    ends = page.markup[:_LOOKED_AT] + page.markup[_LOOKED_AT:][-_LOOKED_AT:]
    asked = _asks_for_consent(ends) or _wants_scripts(ends)
    return not asked and not any(notice(name).search(ends) for name in ("selling", "challenge"))


def _without_signature(page: ReadPage) -> str:
    """The text without a last line that signs or dates it: too short for a sentence that breaks off, and no link to more."""
    body, _, last = page.text.rpartition("\n")
    if not body or len(last.split()) > _SIGNATURE or last.endswith("…"):
        return page.text
    leads_on = any(last in element.text_content() for element in page.root.iter("a", "button"))
    return page.text if leads_on else body.rstrip()


def _asks_for_consent(text: str) -> bool:
    return (
        _stand_near(text, r"\bcookies?\b", alternatives("consent"), within=200)
        or _stand_near(text, r"\bour partners\b", alternatives("shared_with_partners"), within=200)
        or notice("consent_asked").search(text) is not None
    )


def _wants_scripts(text: str) -> bool:
    return _stand_near(text, "javascript", alternatives("scripts_wanted"), within=60)


def _stand_near(text: str, one: str, other: str, *, within: int) -> bool:
    """Whether two expressions match with at most ``within`` characters between them, in time linear in the text."""
    sought = (one, other) if re.search(one, text, re.IGNORECASE) else ()
    places = sorted(
        (*match.span(), each) for each in sought for match in re.finditer(each, text, re.IGNORECASE)
    )
    return any(first[2] != second[2] and second[0] - first[1] <= within for first, second in pairwise(places))


_REASONS: tuple[tuple[Callable[[ReadPage], bool], str], ...] = (
    (
        lambda page: page.words < _SHORT and notice("challenge").search(page.title[:300]) is not None,
        "The page is a check for robots, not the article.",
    ),
    (
        lambda page: page.words < _SHORT and notice("missing_page").search(page.title[:300]) is not None,
        "The page says that there is no such page.",
    ),
    (_is_empty_application, "The page holds no text without its scripts."),
    (_is_paywalled, "The page is for subscribers and shows only its beginning."),
    (
        lambda page: page.words < _THIN and _asks_for_consent(page.title[:300] + page.text[:500]),
        "The page asks for consent before it shows its text.",
    ),
    (lambda page: page.words < _THIN and not _is_complete(page), THIN),
)
"""Reasons why a page is short, the most telling first."""
