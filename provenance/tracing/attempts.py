"""References that were tried for one excerpt, what they say of it and where they have it from; where the links of its article lead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.alignment.coding import SLIGHT_BITS
from provenance.articles.article import Article
from provenance.errors import SourceError
from provenance.excerpts.detect import detection_in
from provenance.excerpts.model import Excerpt, Markup
from provenance.languages.sentences import splitter
from provenance.sources.addresses import host_of, is_address, page_key
from provenance.sources.publishers import is_of_another
from provenance.sources.source import FoundBy, Reference, Witness
from provenance.text.span import Span
from provenance.tracing.comparison import SourceComparison

# So many other links of an article are tried where the cited page does not hold an excerpt, the nearest first.
MAX_ELSEWHERE = 5
_MOST = 0.8  # of the placed words must stand inside what the page quotes


@dataclass(frozen=True, slots=True, eq=False)
class SourceAttempt:
    """One reference, tried, as it is or in an archive's copy: either it was laid, or it failed."""

    reference: Reference
    comparison: SourceComparison | None = None
    error: SourceError | None = None
    archived: bool = False


def until_clean(attempts: Iterable[SourceAttempt]) -> list[SourceAttempt]:
    """Attempts, up to the first that clears the excerpt: the likeliest pages stand first."""
    tried: list[SourceAttempt] = []
    for attempt in attempts:
        tried.append(attempt)
        if attempt.comparison and attempt.comparison.clean:
            break
    return tried


def comparisons_found(attempts: Iterable[SourceAttempt]) -> list[SourceComparison]:
    """The comparisons among attempts that found the excerpt."""
    return [one.comparison for one in attempts if one.comparison and one.comparison.alignment.found]


def telling(
    excerpt: Excerpt, others: Iterable[SourceAttempt], cited: list[SourceAttempt]
) -> list[SourceComparison]:
    """The comparisons that say something of an excerpt.

    Where the cited page could not be had, another page may clear an excerpt and not accuse it. Nor may the page of
    another outlet than the one that the article names, or one that has three of the words in a sentence and nowhere the
    name of the speaker, unless it is the only source or the outlet's.
    """
    unknown = bool(cited) and not any(attempt.comparison for attempt in cited)
    return [
        laid
        for laid in comparisons_found(others)
        if laid.clean
        or not (
            unknown
            or is_of_another(excerpt.attribution.outlet, laid.witness)
            or (_is_slight(laid) and not _names(laid.witness, excerpt.attribution.speaker))
        )
    ]


def _is_slight(laid: SourceComparison) -> bool:
    """Whether a page that the article does not name was chosen by no more than three words tell."""
    return laid.witness.reference.found_by is FoundBy.TEXT and laid.alignment.bits <= SLIGHT_BITS


def _names(witness: Witness, speaker: str | None) -> bool:
    told = witness.page.metadata
    page = " ".join(filter(None, (told.title, told.author, witness.document.text))).casefold()
    return speaker is not None and speaker.casefold().split()[-1] in page


class ArticleLinks:
    """The links of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def nearest(self, excerpt: Excerpt) -> list[str]:
        """The addresses of other pages than the cited one, the nearest to an excerpt first."""
        here = excerpt.span
        own = host_of(self._article.metadata.url or "")
        links = sorted(self._article.links, key=lambda link: abs(link.span.start - here.start))
        cited = page_key(excerpt.attribution.link or "")
        nearest: dict[str, str] = {}
        for link in links:
            if host_of(link.href) not in {"", own} and page_key(link.href) != cited:
                nearest.setdefault(page_key(link.href), link.href)
        return list(nearest.values())[:MAX_ELSEWHERE]

    def lead_to(self, witness: Witness) -> bool:
        """Whether one leads to the page of a witness."""
        url = witness.url
        return url is not None and page_key(url) in {page_key(link.href) for link in self._article.links}

    def are_set_on(self, excerpt: Excerpt) -> bool:
        """Whether the link of an excerpt stands in its sentence or its cue's, or a note gives it: else a neighbour lends it."""
        told, document = excerpt.attribution, self._article.document
        if told.link is None or told.is_noted or told.citations:
            return True
        spans = [excerpt.span, *([told.cue.span] if told.cue else ())]
        ends = [at for span in spans for at in (span.start, max(span.start, span.end - 1))]
        near = [*spans, *(splitter().at(document, at) for at in ends)]
        set_on = [link.span for link in self._article.links if link.href == told.link]
        set_on += [span for quote in self._article.quotes if quote.cite == told.link for span in quote.spans]
        written = any(told.link in span.of(document.text) for span in near)
        return written or any(one.overlaps(span) for one in set_on for span in near)

    def name_speaker(self, excerpt: Excerpt) -> bool:
        """Whether the link of an excerpt is set on its speaker's name."""
        words = (excerpt.attribution.speaker or "").split()
        text, own = self._article.document.text, excerpt.attribution.link
        spans = [link.span for link in self._article.links if link.href == own]
        return bool(words) and any(words[-1] in span.of(text).split() for span in spans)


class Quoted(NamedTuple):
    """What a cited page says about where words on it come from."""

    excerpt: Excerpt  # what the page quotes, as it stands there
    outlet: str | None  # the publication that it names, or None
    link: str | None  # the address that it gives, or None. One of the two is known


def quoted_from(page: Article, placed: Sequence[Span], *, language: str | None = None) -> Quoted | None:
    """Where a cited page has the placed words from, if it quotes them itself.

    Short quotations inside a sentence do not count: a report that quotes a speaker is the source of what it reports.

    Returns:
        What the page quotes, its outlet and link; None if the words are the page's own, or it names no other page.
    """
    size = sum(len(span) for span in placed)
    if not size:
        return None
    for excerpt in detection_in(page, language).excerpts:
        shared = sum(_shared(span, passage.span) for span in placed for passage in excerpt.passages)
        if excerpt.markup is not Markup.INLINE and shared >= _MOST * size:
            return _quoted_elsewhere(excerpt, page)
    return None


def _quoted_elsewhere(excerpt: Excerpt, page: Article) -> Quoted | None:
    link, outlet = excerpt.attribution.link, excerpt.attribution.outlet
    if link and (not is_address(link) or page_key(link) == page_key(page.metadata.url or "")):
        link = None
    return Quoted(excerpt, outlet, link) if link or outlet else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
