"""ArticleLinks: where the links of an article lead, and on whose name they are set."""

from __future__ import annotations

from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt
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

    def name_speaker(self, excerpt: Excerpt) -> bool:
        """Whether the link of an excerpt is set on its speaker's name."""
        words = (excerpt.attribution.speaker or "").split()
        text, own = self._article.document.text, excerpt.attribution.link
        spans = [link.span for link in self._article.links if link.href == own]
        return bool(words) and any(words[-1] in text[span.start : span.end].split() for span in spans)
