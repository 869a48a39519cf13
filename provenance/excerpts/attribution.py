"""Attribution: who is quoted, in which words the article says so, and which link leads to the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.excerpt import Attribution
from provenance.text.document import Passage
from provenance.text.span import Span, hull

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.articles.article import Article

CUE_WINDOW = 200  # only so many characters at the end of a block are read as a cue


def attribute(
    article: Article,
    spans: Sequence[Span],
    *,
    inner: Sequence[Span] = (),
    cite: str | None = None,
    language: str | None = None,
) -> Attribution:
    """Say who is quoted in a block-level quotation.

    Args:
        article: The page that quotes.
        spans: The quoted text, in order, attribution lines left out.
        inner: Text inside the quotation's element that names who is quoted (footer, cite, "— Name").
        cite: The ``cite=`` address of the element; it comes last of all links.
        language: A BCP 47 primary subtag; without it, the article's own language.

    Returns:
        The cue, the outlet, the speaker and the link, each None where the article does not tell.
    """
    whole = hull(spans)
    index = article.document.block_index_at(whole.start) - 1
    if index < 0:
        return Attribution(link=cite)
    block = article.document.blocks[index].span
    cue = Span(max(block.start, block.end - CUE_WINDOW), block.end)
    links = [link.href for area in (cue, *inner) for link in article.links if area.overlaps(link.span)]
    return Attribution(cue=Passage(article.document, cue), link=links[-1] if links else cite)
