"""The links of an article: which stand near an excerpt, where they lead, and on what they are set."""

from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt
from provenance.languages.sentences import splitter
from provenance.sources.addresses import host_of, page_key
from provenance.sources.source import Witness

# So many other links of an article are tried where the cited page does not hold an excerpt, the nearest first.
MAX_ELSEWHERE = 5


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
