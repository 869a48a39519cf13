"""Repeated passages: blockquotes that have once more, or in part, what another one of the article has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.excerpts.own_words import folded, is_announced
from provenance.excerpts.scene import scene_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.model import Excerpt

_FEWEST_WORDS = 4
_MOST = 60  # blockquotes of an article of which each is looked for in each


def settle_repeated(article: Article, excerpts: Sequence[Excerpt], language: str) -> list[Excerpt]:
    """Say of each passage that stands in another one what it is: announced, an excerpt again; else a pull quote.

    Args:
        article: The page as read.
        excerpts: Its blockquotes, in article order.
        language: A BCP 47 primary subtag.

    Returns:
        Them without the pull quotes. What is announced again, by a cue that leads to no source of its own ("Here is
        that sentence again:"), is of the source that was named first.
    """
    if not 1 < len(excerpts) <= _MOST:
        return list(excerpts)
    said = [folded(excerpt.text) for excerpt in excerpts]
    holders = [_holder(number, said) for number in range(len(said))]
    return [
        excerpt if holder is None else _of_first(article, excerpt, excerpts[holder], language)
        for excerpt, holder in zip(excerpts, holders, strict=True)
        if holder is None or is_announced(excerpt)
    ]


def _holder(number: int, said: Sequence[str]) -> int | None:
    """The number of the first passage that has all words of another: a longer one, or one before that is the same."""
    words = said[number]
    if words.count(" ") < _FEWEST_WORDS - 1:
        return None
    return next(
        (at for at, other in enumerate(said) if words in other and (at < number or len(other) > len(words))),
        None,
    )


def _of_first(article: Article, excerpt: Excerpt, first: Excerpt, language: str) -> Excerpt:
    """The excerpt, of the source of the first one unless its own cue names another."""
    told, named = excerpt.attribution, first.attribution
    if first.span > excerpt.span or _names_source(article, excerpt, language):
        return excerpt
    speaker = told.speaker or named.speaker
    return replace(excerpt, attribution=replace(told, outlet=named.outlet, speaker=speaker, link=named.link))


def _names_source(article: Article, excerpt: Excerpt, language: str) -> bool:
    """Whether the cue, or the passage itself, names an outlet or links to where the words stand."""
    told = excerpt.attribution
    spans = [excerpt.span, *([told.cue.span] if told.cue is not None else ())]
    links = {link.href for span in spans for link in scene_of(article, language).links_in(span)}
    named = told.cue is not None and told.outlet is not None and told.outlet in told.cue.text
    return named or told.link in links
