"""Links: the addresses around a candidate, each with what speaks for it as the one that leads to the quoted words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log1p
from typing import NamedTuple
from unicodedata import combining, normalize

from provenance.articles.addresses import address_parts
from provenance.articles.article import Link
from provenance.excerpts.annotation.mention import MentionKind
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Position
from provenance.excerpts.attribution.register import Source
from provenance.excerpts.model import Candidate
from provenance.text.span import Span

ADDRESS = re.compile(r"https?://[^\s<>\"“”»]{4,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}’'"
_LISTING = re.compile(
    r"/(?:tags?|author|autor|authors|category|kategorie|topics?|thema|user|users|profile|search)/",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"creativecommons\.\w+/(?:licen[cs]es|publicdomain)\b|/legalcode\b", re.IGNORECASE)
_MOST_LINKED = 0.6  # share of a quotation's words: a link on more of them leads to where they stand
_LINES_BACK = 4
_SHORT_LINE = 12  # words of a line behind a block that only says where it is from
_SHORTEST_SITE = 5  # letters of a host that spells the beginning of a name
_WORD = re.compile(r"\w+")
_NEAR = 6  # blocks around a candidate in which a post with its words may be embedded
_FEWEST = 5  # words of such a post that are its own
_COLONS = (":", "：")


class LinkOption(NamedTuple):
    """One address that may lead to the words of a candidate."""

    href: str  # the address
    values: Mapping[str, float]  # the features, by name; what is missing is 0


class Given(NamedTuple):
    """The address to which an earlier candidate was led."""

    href: str  # the address
    position: Position  # where that candidate stands


class Earlier(NamedTuple):
    """What earlier candidates were told."""

    known: Given | None = None  # the address of the last one that is given to the same source
    previous: Given | None = None  # the last address of any
    outlet: str | None = None  # the outlet of the last one that is given to the same source


def usable(article: MentionedArticle, links: Sequence[Link]) -> list[Link]:
    """The links that lead to another page of the web; none to the licence of the page or of its pictures."""
    own = (article.annotated.article.metadata.url or "").split("#")[0].rstrip("/")
    kept = []
    for link in links:
        bare = link.href.split("#")[0].rstrip("/")
        scheme = address_parts(link.href).scheme if ":" in link.href[:12] else ""
        if bare and bare != own and scheme in {"", "http", "https"} and not _LICENCE.search(bare):
            kept.append(link)
    return kept


def link_options(
    article: MentionedArticle,
    candidate: Candidate,
    position: Position,
    *,
    source: Source | None,
    mention: Span | None,
    earlier: Earlier,
) -> list[LinkOption]:
    """The addresses around a candidate.

    Args:
        article: The article.
        candidate: The candidate.
        position: Where it stands.
        source: Whose words they are; None where nobody knows.
        mention: Where the article names it.
        earlier: What earlier candidates were told.
    """
    placed = (*_placed(article, candidate, position), *_embedded(article, candidate))
    found = [
        LinkOption(link.href, {**place, **_own_values(article, link, source, mention)})
        for link, place in placed
    ]
    kind = {"of-block": float(not position.woven)}
    metadata = article.annotated.article.metadata
    named = (("cite", candidate.cite), ("subject", metadata.subject))
    found += [LinkOption(href, {name: 1.0, **kind}) for name, href in named if href]
    found += [
        LinkOption(given.href, {**kind, **_given_values(name, given, position)})
        for name, given in (("known", earlier.known), ("previous", earlier.previous))
        if given is not None
    ]
    return found


def _given_values(name: str, given: Given, position: Position) -> dict[str, float]:
    """What speaks for the address to which an earlier candidate was led."""
    lines = max(0, position.before[0] - given.position.behind[0])
    return {name: 1.0, f"{name}-line": float(not lines), f"{name}-lines": log1p(lines)}


def _placed(
    article: MentionedArticle, candidate: Candidate, position: Position
) -> Iterator[tuple[Link, dict[str, float]]]:
    """The links around a candidate, each with what its place says."""
    annotated = article.annotated
    block = {"of-block": float(not position.woven)}
    for span in (passage.span for passage in candidate.passages):
        for link in usable(article, annotated.links_in(Span(max(0, span.start - 2), span.end + 1))):
            wraps = len(link.span) >= _MOST_LINKED * len(candidate.span)
            line = annotated.text[max(0, span.start - 1) : link.span.start].rstrip(" \u00a0(—–-")
            rest = annotated.text[link.span.end : candidate.span.end].strip(' \u00a0.)]»”"')
            signed = not rest and line.endswith("\n") and link.span.start > candidate.span.start
            yield (
                link,
                {
                    "wraps": float(wraps),
                    "inside": float(not wraps and not signed),
                    "inside-last": float(not rest and not wraps and not signed),
                    "signed": float(signed),
                    **block,
                },
            )
    for span in candidate.inner:
        for link in _links(article, span):
            yield link, {"signed": 1.0, **block}
    lead = _lead(article, position)
    for at in range(
        max(0, position.before[0] - _LINES_BACK), min(len(article.lines), position.behind[0] + 1)
    ):
        yield from _of_line(article, at, position, lead)


def _links(article: MentionedArticle, span: Span) -> list[Link]:
    """The links of a stretch of text, and an address that is written there without being one."""
    from provenance.articles.article import Link

    if span not in article.links:
        links = usable(article, article.annotated.links_in(span))
        written = None if links else ADDRESS.search(article.annotated.text, span.start, span.end)
        article.links[span] = (
            [Link(Span(*written.span()), written[0].rstrip(_TRAILING))] if written else links
        )
    return article.links[span]


def _of_line(
    article: MentionedArticle, at: int, position: Position, lead: tuple[int, int]
) -> Iterator[tuple[Link, dict[str, float]]]:
    line = article.lines[at]
    links = _links(article, line.span)
    text = article.annotated.cut(line.span).rstrip() if links else ""
    is_short = sum(word.is_word for word in line.words) <= _SHORT_LINE if links else False
    for number, link in enumerate(links):
        if link.span.overlaps(position.span):
            continue
        word = min(line.index_at(link.span.start), max(0, len(line.words) - 1))
        before = link.span.start < position.span.start
        edge = lead if before else position.behind
        far = abs(article.sentence(*edge) - article.sentence(at, word)) if line.words else 0
        side = "before" if before else "behind"
        between = article.running[at + 1 : edge[0]] if before else article.running[edge[0] + 1 : at]
        beyond = links[number + 1 :] if before else links[:number]
        yield (
            link,
            {
                f"{side}-sentence": float(
                    far == 0 or (not position.woven and far == 1 and before and at == edge[0])
                ),
                f"{side}-sentences": log1p(far),
                f"{side}-line": float(at != edge[0] and position.woven),
                f"{side}-lines": float(at != edge[0]) + sum(between),
                f"{side}-block": float(not position.woven),
                f"{side}-last": float(not any(other.span.end <= position.span.start for other in beyond)),
                f"{side}-only": float(len(links) == 1),
                "colon": float(before and text.endswith(_COLONS) and at == edge[0] and not position.woven),
                "short-line": float(not before and is_short),
                "on-a-person": float(_is_on_person(article, at, link.span)),
                f"{side}-alone": float(link.span.end - link.span.start >= len(text) - 2),
                "behind-near": float(not before and link.span.start - position.span.end <= 4),
            },
        )


def _lead(article: MentionedArticle, position: Position) -> tuple[int, int]:
    """The line and the word at which what leads up to a candidate ends: lines that are one link are passed over."""
    last = position.before[0]
    if position.woven or last < 0:
        return position.before
    for at in range(last, max(-1, last - _LINES_BACK), -1):
        span = article.lines[at].span
        if not any(len(link.span) >= len(span) - 2 for link in _links(article, span)):
            return (at, len(article.lines[at].words)) if at < last else position.before
    return position.before


def _is_on_person(article: MentionedArticle, at: int, span: Span) -> bool:
    """Whether the words of a link in a line are the name of a person."""
    line = article.lines[at]
    places = article.places_in(at, line.index_at(span.start), line.index_at(span.end))
    return any(one.mention.kind is MentionKind.PERSON and one.mention.span.covers(span) for one in places)


def _embedded(article: MentionedArticle, candidate: Candidate) -> Iterator[tuple[Link, dict[str, float]]]:
    """The links near a candidate that are set on its very words: embedded posts."""
    blocks, around = article.annotated.blocks, candidate.blocks
    first, last = max(0, around.start - _NEAR), min(len(blocks), around.stop + _NEAR) - 1
    said = set(_WORD.findall(candidate.text.casefold()))
    fewest = max(_FEWEST, _MOST_LINKED * len(said))
    near = article.annotated.links_in(Span(blocks[first].span.start, blocks[last].span.end))
    long = [link for link in near if len(link.span) >= 2 * fewest - 1]  # words of a letter and a space
    for link in usable(article, long):
        held = said.intersection(_WORD.findall(article.annotated.cut(link.span).casefold()))
        if len(held) >= fewest and not link.span.overlaps(candidate.span):
            yield link, {"has-words": 1.0}


def _own_values(
    article: MentionedArticle, link: Link, source: Source | None, mention: Span | None
) -> dict[str, float]:
    """What a link says by itself, and beside the source and where the article names it."""
    if id(link) not in article.link_values:
        article.link_values[id(link)] = _unsourced_values(article, link)
    is_host = source is not None and is_of_host(source.name, link.href)
    person = source is not None and source.kind is MentionKind.PERSON and not is_host
    return {
        **article.link_values[id(link)],
        "on-source": float(mention is not None and link.span.overlaps(mention)),
        "on-person": float(mention is not None and mention.covers(link.span) and person),
        "host-of-source": float(is_host),
    }


def _unsourced_values(article: MentionedArticle, link: Link) -> dict[str, float]:
    """What the words of a link and its address say, whoever is quoted."""
    parts = address_parts(link.href)
    own = address_parts(article.annotated.article.metadata.url or "").hostname
    words = article.pack.words(
        article.annotated.text, link.span.start, min(link.span.end, link.span.start + 200)
    )
    texts = [word for word in words if word.is_word]
    return {
        "on-saying": float(any(word.key in article.pack.saying for word in texts)),
        "on-quoting": float(any(word.key in article.pack.quoting for word in texts)),
        "on-words": log1p(len(texts)),
        "on-number": float(bool(texts) and all(word.text.isdigit() for word in texts)),
        "own-site": float(not parts.hostname or parts.hostname == own),
        "listing": float(bool(_LISTING.search(f"{parts.path}/"))),
        "no-path": float(not parts.path.strip("/")),
    }


@lru_cache(maxsize=1024)  # each candidate asks of the links around it
def is_of_host(name: str, href: str) -> bool:
    """Whether a name is that of the site to which an address leads: whole, or its first words are ("Ost Quay Log", ostquay.org)."""
    labels = (address_parts(href).hostname or "").casefold().replace("-", "").split(".")
    plain = "".join(letter for letter in normalize("NFD", name) if not combining(letter))
    words = [word for word in re.split(r"[\W_]+", plain.casefold()) if word]
    words = words[words[:1] == ["the"] :]
    bare = "".join(words)
    beginnings = {"".join(words[:count]) for count in range(1, len(words))}
    begun = any(len(label) >= _SHORTEST_SITE and label in beginnings for label in labels)
    return len(bare) > 2 and (bare in "".join(labels) or begun)
