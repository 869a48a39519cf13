"""Building: the excerpt that a believed candidate is, or a text that is nothing but a quotation."""

from typing import TYPE_CHECKING

from provenance.articles.article import Article
from provenance.errors import ArticleError
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Attribution, Boundary, Candidate, Excerpt, Markup
from provenance.text.document import Passage
from provenance.text.span import Span, hull, without

if TYPE_CHECKING:
    from provenance.excerpts.annotation.article import AnnotatedArticle
    from provenance.excerpts.quotation.judging import Judgement

_MOST_UNENDED = 4  # paragraphs of a run behind which nothing shows that the author goes on


def excerpt_of(annotated: "AnnotatedArticle", *pieces: "Judgement") -> Excerpt:
    """The excerpt that a believed candidate is; of several pieces, where the article interrupts a quotation."""
    judged = max(pieces, key=lambda piece: piece.reason is None)
    candidate = judged.candidate
    passages = tuple(passage for piece in pieces for passage in piece.candidate.passages)
    if candidate.reach:
        passages = candidate.reach[: announced_extent(annotated, candidate, judged.attribution)]
    return Excerpt(
        passages=passages,
        attribution=judged.attribution,
        marks=find_marks(passages, language=annotated.language),
        markup=candidate.markup,
        boundary=Boundary.UNCLEAR if candidate.reach else Boundary.CLEAR,
        reach=candidate.reach,
        quoted=candidate.quoted,
        probability=round(judged.probability, 3),
        evidence=judged.evidence,
    )


def whole_excerpt(article: Article) -> Excerpt:
    """The whole text as one excerpt, a passage a block, without marks that stand around all of it and lines that say whose it is.

    An ArticleError if it holds no words.
    """
    document = article.document
    blocks = [block.span for block in document.blocks] or [document.span]
    signed = [line for quote in article.quotes for line in quote.attributions]
    pieces = (piece for block in blocks for piece in without(block, signed))
    spans = [span for piece in pieces if len(span := piece.stripped(document.text))]
    if not spans:
        raise ArticleError("The quotation holds no words; give at least four.")
    every = hull(spans)
    marked = quotations(document.text, every.start, every.end)
    quoted = len(marked) == 1 and marked[0].closed and marked[0].outer == every
    inner = marked[0].inner if quoted else every
    within = (Span(max(span.start, inner.start), min(span.end, inner.end)) for span in spans)
    passages = tuple(Passage(document, span) for span in within)
    markup = Markup.INLINE if quoted and len(passages) == 1 else Markup.BLOCKQUOTE
    return Excerpt(passages, marks=find_marks(passages), markup=markup, quoted=quoted)


def announced_extent(annotated: "AnnotatedArticle", candidate: Candidate, told: Attribution) -> int:
    """How many of the paragraphs within reach are quoted, at least 1: up to the one in which the author goes on.

    Of a long run in which nothing shows the author's own voice, only the first paragraph counts: the alignment with the
    source decides on the rest.
    """
    reach = candidate.reach
    for position, passage in enumerate(reach[1:], start=1):
        if _is_authors(annotated, passage, told):
            return position
    return len(reach) if len(reach) <= _MOST_UNENDED else 1


def _is_authors(annotated: "AnnotatedArticle", passage: Passage, told: Attribution) -> bool:
    """Whether a paragraph quotes or links something itself, or speaks of whoever is quoted before it."""
    index = annotated.block_at(passage.span.start)
    if annotated.quotations_in(index) or annotated.links_in(passage.span):
        return True
    surname = (told.speaker or "").rsplit(maxsplit=1)[-1:]
    return any(name in passage.text for name in (told.outlet, *surname) if name)
