"""Where a page has words from, if it quotes them itself; what only repeats the article."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from provenance.articles.article import Article
from provenance.excerpts.detect import detection_in
from provenance.excerpts.model import Excerpt, Markup
from provenance.sources.addresses import is_address, page_key
from provenance.text.span import Span
from provenance.tracing.attempts import SourceAttempt
from provenance.tracing.comparison import SourceComparison

_MOST = 0.8  # of the placed words must stand inside what the page quotes


class Quoted(NamedTuple):
    """What a cited page says about where words on it come from."""

    outlet: str | None  # the publication that it names, or None
    link: str | None  # the address that it gives, or None. One of the two is known


def quoted_from(page: Article, placed: Sequence[Span], *, language: str | None = None) -> Quoted | None:
    """Where a cited page has the placed words from, if it quotes them itself.

    Short quotations inside a sentence do not count: a report that quotes a speaker is the source of what it reports.

    Returns:
        The outlet and link of what the page quotes; None if the words are the page's own, or it names no other page.
    """
    size = sum(len(span) for span in placed)
    if not size:
        return None
    for excerpt in detection_in(page, language).excerpts:
        shared = sum(_shared(span, passage.span) for span in placed for passage in excerpt.passages)
        if excerpt.markup is not Markup.INLINE and shared >= _MOST * size:
            return _quoted_elsewhere(excerpt, page)
    return None


def objection(article: Article, laid: SourceComparison, cited: Iterable[SourceAttempt]) -> str | None:
    """Why a page confirms nothing though it holds the words, as the end of a sentence that it begins; None if it may confirm.

    It is another copy of the article, or says itself that it has the words from where the article has them.
    """
    if laid.witness.document.text.split() == article.document.text.split():
        return "is the article itself and confirms nothing"
    keys = {page_key(attempt.reference.locator) for attempt in cited if is_address(attempt.reference.locator)}
    placed = [placement.source.span for placement in laid.alignment.placements]
    for excerpt in detection_in(laid.witness.page, laid.comparison.language).excerpts:
        told = excerpt.attribution
        links = {page_key(link) for link in (told.link, *(work.address for work in told.citations)) if link}
        if links & keys and any(
            span.overlaps(passage.span) for span in placed for passage in excerpt.passages
        ):
            return "has the words from that page itself and confirms nothing"
    return None


def _quoted_elsewhere(excerpt: Excerpt, page: Article) -> Quoted | None:
    link, outlet = excerpt.attribution.link, excerpt.attribution.outlet
    if link and (not is_address(link) or page_key(link) == page_key(page.metadata.url or "")):
        link = None
    return Quoted(outlet, link) if link or outlet else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
