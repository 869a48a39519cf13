"""Links: which of the links near a quotation leads to the page that it is taken from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from provenance.articles.addresses import address_parts
from provenance.excerpts.mentions import MentionKind, given_names, mentions
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.articles.article import Link
    from provenance.excerpts.scene import Scene

ADDRESS = re.compile(r"https?://[^\s<>\"“”»]{4,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}’'"
_NAMES = frozenset((MentionKind.PERSON, MentionKind.NAME, MentionKind.ORGANISATION))
_LEAD = 12  # characters before a link: "in the "
_IN = frozenset(  # what stands before the text, or the site, in which words stand
    "in on im auf bei dans sur chez en nel nella su sul sulla em no na nos op w we в во на у".split()
)
_MOST_LINKED = 0.6  # share of a quotation's words: a link on more of them leads to where they stand


def usable(scene: Scene, links: Sequence[Link]) -> list[Link]:
    """The links that lead to a page of the web other than the article's own place on it."""
    own = (scene.article.metadata.url or "").split("#")[0].rstrip("/")
    kept = []
    for link in links:
        bare = link.href.split("#")[0].rstrip("/")
        if link.href.startswith("#") or not bare or (own and bare == own):
            continue
        scheme = address_parts(link.href).scheme if ":" in link.href[:12] else ""
        if scheme in {"", "http", "https"}:
            kept.append(link)
    return kept


def best_link(scene: Scene, span: Span) -> str | None:
    """The address to which the words of ``span`` lead: the last link, credits for discovery left out.

    "via" counts only if there is no other. A link that is set on nothing but a person's name leads to the person.
    """
    links = [
        link
        for link in usable(scene, scene.links_in(span))
        if not _is_credited(scene, span, link, "discovery")
    ]
    direct = [link for link in links if not _is_credited(scene, span, link, "via")]
    for several in (direct, links):
        chosen = [link for link in several if _is_place(scene, link) or not is_name(scene, link)]
        if chosen:
            return chosen[-1].href
    return None if links else written_address(scene, span)


def written_address(scene: Scene, span: Span) -> str | None:
    """An address that stands in the text without being a link."""
    if len(usable(scene, scene.links_in(span))):
        return None
    match = ADDRESS.search(scene.text, span.start, span.end)
    return match[0].rstrip(_TRAILING) if match else None


def wrapping_link(scene: Scene, spans: Sequence[Span]) -> str | None:
    """The address of the link that is set on most of the quoted words."""
    link = set_on_most(scene, spans)
    return link.href if link is not None else None


def set_on_most(scene: Scene, spans: Sequence[Span]) -> Link | None:
    """The link that is set on most of the quoted words."""
    total = sum(len(span) for span in spans)
    for span in spans:
        for link in usable(scene, scene.links_in(Span(max(0, span.start - 2), span.end))):
            if len(link.span) >= _MOST_LINKED * total:
                return link
    return None


def last_inside(scene: Scene, spans: Sequence[Span]) -> str | None:
    """The last link of the quotation's last words: "… [link]", "Read it here" inside the quotation."""
    last = spans[-1]
    for link in reversed(usable(scene, scene.links_in(last))):
        rest = scene.text[link.span.end : last.end].strip(' \u00a0.)]»”"')
        words = scene.language.words(scene.text, link.span.start, link.span.end)
        leads = bool(words) and scene.language.read_on.at(words, 0) == len(words)
        if not rest and (
            leads or scene.text[link.span.start : link.span.end].strip("[]() ").casefold() == "link"
        ):
            return link.href
    return None


def is_name(scene: Scene, link: Link) -> bool:
    """Whether a link is set on nothing but the name of a person or an organisation, titles included."""
    words = scene.language.words(scene.text, link.span.start, link.span.end)
    if not words or not scene.language.spaced:
        return False
    found = mentions(words, scene.language, text=scene.text)
    if len(found) != 1 or found[0].kind not in _NAMES or len(found[0].words) < len(words):
        return False
    # A person's own site spells their name too; what no given name begins, and the host spells, is an outlet.
    is_person = found[0].kind is MentionKind.PERSON and words[0].key in given_names()
    return is_person or not _is_of_host(found[0].name, link.href)


def _is_place(scene: Scene, link: Link) -> bool:
    """Whether a link names where words stand: behind "in" or "on" and before a comma, or alone in brackets."""
    text, language = scene.text, scene.language
    words = language.words(text, link.span.start, link.span.end)
    if not words or words[0].key in given_names() or any(word.key in scene.known for word in words):
        return False
    start, rest = link.span.start, text[link.span.end : link.span.end + 2]
    if text[start - 1 : start] == "(" and rest.lstrip(".")[:1] == ")":
        return True
    before = language.words(text, max(0, start - _LEAD), start)
    if len(before) > 1 and before[-1].key in language.determiners:
        before.pop()
    return bool(before) and before[-1].key in _IN and rest[:1] == ","


def _is_of_host(name: str, href: str) -> bool:
    """Whether a name is that of the site to which a link leads."""
    host = (address_parts(href).hostname or "").casefold().replace("-", "")
    plain = "".join(letter for letter in normalize("NFD", name) if not combining(letter))
    bare = re.sub(r"[\W_]", "", plain).casefold().removeprefix("the")
    return len(bare) > 2 and bare in host.replace(".", "")


def _is_credited(scene: Scene, span: Span, link: Link, credit: str) -> bool:
    """Whether a link stands behind "h/t" or "via" in its sentence."""
    words = scene.language.words(scene.text, max(span.start, link.span.start - 40), link.span.start)
    found = getattr(scene.language, credit).find(words)
    return bool(found) and not any(word.text in ".;" for word in words[found[-1].stop :])
