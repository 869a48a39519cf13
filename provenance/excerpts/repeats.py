"""Repeats: a passage that an article quotes again, to discuss it ("Here is the sentence again:"), is of the first one's source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.model import Excerpt, Markup
from provenance.excerpts.quotation.words import folded

_FEWEST_WORDS = 4
_MOST = 60  # excerpts of an article of which each is looked for in each


def with_first_source(annotated: AnnotatedArticle, excerpts: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """The excerpts; one whose words an earlier one has is of its source, unless its own cue names or links another.

    Args:
        annotated: The article.
        excerpts: Its excerpts, in article order.
    """
    said = [folded(one.text) if one.markup is not Markup.INLINE else "" for one in excerpts[:_MOST]]
    told = list(excerpts)
    for number, words in enumerate(said):
        first = next((at for at in range(number) if words in said[at]), None)
        if (
            first is None
            or words.count(" ") < _FEWEST_WORDS - 1
            or _names_source(annotated, excerpts[number])
        ):
            continue
        own, other = told[number].attribution, told[first].attribution
        attribution = replace(own, outlet=other.outlet, speaker=own.speaker or other.speaker, link=other.link)
        told[number] = replace(told[number], attribution=attribution)
    return tuple(told)


def _names_source(annotated: AnnotatedArticle, excerpt: Excerpt) -> bool:
    """Whether the cue, or the passage itself, names an outlet or links to where the words stand."""
    told = excerpt.attribution
    spans = [excerpt.span, *([told.cue.span] if told.cue is not None else ())]
    links = {link.href for span in spans for link in annotated.links_in(span)}
    named = told.cue is not None and told.outlet is not None and told.outlet in told.cue.text
    return named or told.link in links
