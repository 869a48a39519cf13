"""All candidates of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.candidates.announced import addressed_candidates, announced_candidates
from provenance.excerpts.candidates.dashes import dashed_candidates
from provenance.excerpts.candidates.elements import set_off_candidates
from provenance.excerpts.candidates.marks import marked_candidates
from provenance.excerpts.candidates.paragraphs import quoted_paragraphs, signed_paragraphs
from provenance.excerpts.model import Candidate

GENERATORS: tuple[Callable[[AnnotatedArticle], Iterator[Candidate]], ...] = (
    set_off_candidates,
    quoted_paragraphs,
    signed_paragraphs,
    addressed_candidates,
    announced_candidates,
    marked_candidates,
    dashed_candidates,
)
"""What finds candidates, in the order in which their candidates are believed where they share words."""


def candidates_of(annotated: AnnotatedArticle) -> tuple[Candidate, ...]:
    """Everything in an article that could be a quotation, some of it more than once, by different shapes."""
    return tuple(candidate for generator in GENERATORS for candidate in generator(annotated))
