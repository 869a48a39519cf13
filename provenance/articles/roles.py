"""What a candidate is there for: an explicit, ordered table of tests, the first of which that holds decides."""

from collections.abc import Callable
from itertools import islice

from provenance.articles.article import QuoteRole
from provenance.articles.class_names import names_box, names_of, names_pull_quote
from provenance.articles.embeds import is_embed
from provenance.articles.quote_candidates import QuoteCandidate, WalkedPage
from provenance.text.span import Span, without

_SAME_THREAD = frozenset("bbcodeblock-sourcejump quote-jump postquote-jump".split())
"""Class names of the link by which a forum's quote box leads to the post it repeats."""


def role_of(candidate: QuoteCandidate, page: WalkedPage) -> QuoteRole:
    """What ``candidate`` is there for, by what can be seen in it and around it."""
    return next((role for role, holds in _TESTS if holds(candidate, page)), QuoteRole.QUOTATION)


def quoted_text(candidate: QuoteCandidate, page: WalkedPage) -> str:
    """What a candidate says, its attributions left out."""
    spans = without(Span(candidate.start, candidate.end), candidate.attributions)
    return "\n\n".join(span.of(page.text).strip() for span in spans).strip()


def _is_embed(candidate: QuoteCandidate, page: WalkedPage) -> bool:
    text = page.text[candidate.start : candidate.end]
    links = (stretch.element.get("href") or "" for stretch in page.links(candidate.start, candidate.end))
    return is_embed(candidate.classes, candidate.element.get("cite"), text, links)


def _repeats_thread(candidate: QuoteCandidate, _: WalkedPage) -> bool:
    return any(not _SAME_THREAD.isdisjoint(names_of(link)) for link in candidate.element.iter("a"))


def _is_boxed(candidate: QuoteCandidate, _: WalkedPage) -> bool:
    around = islice(candidate.element.iterancestors(), 2)
    near = (name for each in around for name in names_of(each))
    return any(map(names_box, candidate.classes)) or any(map(names_box, near))


def _is_box_of_quotations(candidate: QuoteCandidate, page: WalkedPage) -> bool:
    """Whether it is a part of the page in which several quotations, each with its cue, stand among the page's own words."""
    cued = [one for one in candidate.inner if one.start > candidate.start and page.announcement(one.start)]
    return len(cued) >= 2


_TESTS: tuple[tuple[QuoteRole, Callable[[QuoteCandidate, WalkedPage], bool]], ...] = (
    (QuoteRole.EMBED, _is_embed),
    (QuoteRole.COMMENT, lambda one, page: page.in_comments[one.container]),
    (QuoteRole.COMMENT, _repeats_thread),
    (QuoteRole.LAYOUT, lambda one, page: not any(block.inside for block in page.blocks(one.start, one.end))),
    (QuoteRole.PULL_QUOTE, lambda one, _: any(map(names_pull_quote, one.classes))),
    (QuoteRole.LAYOUT, _is_boxed),
    # Without a cue, 48 of 49 that only a margin sets off were no quotations.
    (QuoteRole.LAYOUT, lambda one, page: one.is_indent and not page.announcement(one.start)),
    (QuoteRole.LAYOUT, _is_box_of_quotations),
)
