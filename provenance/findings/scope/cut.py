"""Cut: words of a sentence that one cut took away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.findings.scope.lost import Edge

if TYPE_CHECKING:
    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.normalization.tokens import Token


class Cut(NamedTuple):
    """Words of a sentence that one cut took away.

    Attributes:
        tokens: The words.
        change: The change that left them out; None at an edge of the excerpt.
        before: At an edge, whether it is the beginning.
        declared: Whether a mark tells of it.
    """

    tokens: tuple[Token, ...]
    change: Change | None = None
    before: bool = False
    declared: bool = False

    def edge(self, context: JudgingContext) -> Edge:
        """Where the source has the words, and the empty place at which the excerpt's edge cuts them off."""
        placements = context.alignment.placements
        place = placements[0].excerpt.span.start if self.before else placements[-1].excerpt.span.end
        return Edge(
            context.witness.document.passage(self.tokens[0].span.start, self.tokens[-1].span.end),
            context.article.document.passage(place, place),
        )
