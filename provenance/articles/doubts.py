"""Doubts: reasons why what was read may not be the whole page, one sentence each.

A single sign misleads: of 33 pages that call themselves not free, 28 were complete. So each reason is a conjunction of what
the page says and of how little text it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.articles.page import MOST_CHARACTERS, MOST_DEPTH, MOST_ELEMENTS
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.tokens import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

    from provenance.articles.walk import Walk

_THIN = 80
_LEAST = 20  # words; a page that holds fewer is no text of anybody's
_NOT_FREE_AND_SHORT = 300
_SHORT = 150
_ENOUGH = 10_000  # characters; a text that is longer is not short

_MISSING = re.compile(
    r"\b404\b|not found|page (?:unavailable|introuvable|doesn.t exist)|nicht gefunden|no encontrad[ao]|non trovata|"
    r"não encontrada|niet gevonden|nie znaleziono|не найден|не знайден",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"just a moment|attention required|access denied|are you a (?:ro)?bot|verify (?:that )?you are (?:a )?human|"
    r"security check|checking your browser|pardon our interruption|ddos.guard|captcha|request blocked|403 forbidden",
    re.IGNORECASE,
)
_SUBSCRIBE = re.compile(
    r"subscribe (?:now )?to (?:continue|read|keep)|subscribers? only|already a subscriber|for subscribers|"
    r"sign in to (?:continue|read)|to (?:continue|keep) reading|log in to read|jetzt weiterlesen|weiterlesen mit|"
    r"nur für abonnenten|réservé aux abonnés|abonnez-vous pour|suscríbete para|solo para suscriptores|abbonati per",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\bcookies?\b.{0,200}\b(?:(?:accept|agree|consent|allow|reject|manage|preferences|settings|accepter|refuser|aceptar|"
    r"rechazar|accetta|rifiuta|aceitar|accepteren)\b|(?:akzeptier|zustimm|einwillig|einstellung|param))|"
    r"\b(?:accept|agree|consent|allow|akzeptier|zustimm|einwillig|accepte|acepta|accetta|aceita)\w{0,6}\b.{0,200}\bcookies?\b|"
    r"\bour partners\b.{0,200}\b(?:data|devices?|consent)\b|\byour (?:privacy|consent) (?:choices|settings|matters|is important)|"
    r"value your privacy|before you continue to",
    re.IGNORECASE | re.DOTALL,
)
_SCRIPT = re.compile(
    r"(?:enable|requires?|activate|turn on|aktivieren)\s.{0,40}javascript|javascript.{0,60}(?:enable|required|disabled|aktivier)",
    re.IGNORECASE,
)
# Words by which a page, its style sheets' names included, sells what it does not show; most newspapers' pages hold one.
_SELLING = re.compile(
    r"subscri|paywall|regwall|premium|metered|paid.content|abonn|suscri[bp]|abbonat|assina(?:r|nt|tura)|prenumer|подпис|підпис|"
    r"有料|会員限定|订阅|登录",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</(?:article|main)\s{0,9}>", re.IGNORECASE)
_SENTENCE_END = (*SENTENCE_ENDS.replace("…", ""), *'”"»’)')
_BROKEN_OFF = ("...", "[…]", "(…)")
_APPLICATIONS = frozenset(
    ("root", "app", "__next", "__nuxt", "main-app", "react-root", "gatsby-focus-wrapper")
)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the tests look at."""

    root: HtmlElement
    title: str
    text: str
    words: int
    is_free: bool | None
    markup: str


def page_doubts(
    walked: Walk, text: str, *, markup: str, title: str | None, is_free: bool | None
) -> tuple[str, ...]:
    """Why what was read may not be the whole page.

    Args:
        walked: What the walk brought home.
        text: The page's main text.
        markup: The page as it came, with its tags.
        title: Its title.
        is_free: Whether it calls itself free to read, or None.

    Returns:
        What the limits cut off, then at most one reason why a page is short.
    """
    root = walked.containers[0]
    page = _Page(root, title or "", text, count_words(text[:_ENOUGH]), is_free, markup)
    reason = next((sentence for holds, sentence in _REASONS if holds(page)), None)
    return (*_limits(walked), *((reason,) if reason else ()))


def length_doubts(text: str) -> tuple[str, ...]:
    """What the limit of characters cuts off a page."""
    if len(text) <= MOST_CHARACTERS:
        return ()
    return (f"The page is longer than {MOST_CHARACTERS:,} characters; the rest was not read.",)


def _limits(walked: Walk) -> Iterator[str]:
    if walked.depth >= MOST_DEPTH:
        yield f"The page is malformed: its elements nest {MOST_DEPTH} deep or more, and text may be lost."
    if walked.size > MOST_ELEMENTS:
        yield f"The page has more than {MOST_ELEMENTS:,} elements; its main content was not told from the rest."


def _is_empty_application(page: _Page) -> bool:
    if page.words >= _THIN:
        return False
    if any(element.get("id") in _APPLICATIONS for element in page.root.iter("div")):
        return True
    notices = " ".join(element.text_content()[:500] for element in page.root.iter("noscript"))
    return _SCRIPT.search(f"{page.text[:2000]} {notices[:2000]}") is not None


def _is_paywalled(page: _Page) -> bool:
    if page.words >= _NOT_FREE_AND_SHORT:
        return False
    return page.is_free is False or (
        page.is_free is None and _SUBSCRIBE.search(page.text[:20_000]) is not None
    )


def _is_thin(page: _Page) -> bool:
    """Whether a page holds little text, and does not show that this is all of it."""
    return page.words < _THIN and not _is_complete(page)


def _is_complete(page: _Page) -> bool:
    """Whether a page with little text is whole: its article or main part is closed and ends a sentence, nothing is sold."""
    if page.words < _LEAST or page.is_free is False or not _CLOSED.search(page.markup):
        return False
    if not page.text.endswith(_SENTENCE_END) or page.text.endswith(_BROKEN_OFF):
        return False
    return not any(sign.search(page.markup) for sign in (_SELLING, _CONSENT, _CHALLENGE, _SCRIPT))


THIN = f"The page holds fewer than {_THIN} words of text."
"""The doubt about a page that says nothing worse of itself than that it is short."""

_REASONS: tuple[tuple[Callable[[_Page], bool], str], ...] = (
    (
        lambda page: page.words < _SHORT and _CHALLENGE.search(page.title[:300]) is not None,
        "The page is a check for robots, not the article.",
    ),
    (
        lambda page: page.words < _SHORT and _MISSING.search(page.title[:300]) is not None,
        "The page says that there is no such page.",
    ),
    (_is_empty_application, "The page holds no text without its scripts."),
    (_is_paywalled, "The page is for subscribers and shows only its beginning."),
    (
        lambda page: page.words < _THIN and _CONSENT.search(page.title[:300] + page.text[:500]) is not None,
        "The page asks for consent before it shows its text.",
    ),
    (_is_thin, THIN),
)
"""Reasons why a page is short, the most telling first."""
