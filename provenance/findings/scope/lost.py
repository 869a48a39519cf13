"""LostGovernor: words of the source that govern kept ones, and that nothing in the article stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from provenance.findings.context import Change
    from provenance.findings.scope.governor import GovernorClass
    from provenance.text.document import Passage


class LostGovernor(NamedTuple):
    """A governor that a cut took away.

    Attributes:
        kind: Its class.
        source: The words that were cut off or left out around it.
        excerpt: The place of the cut in the article.
        change: The change that left it out; None at an edge of the excerpt.
        declared: Whether a mark tells of the cut.
        clipped: Whether the cut shows as an edge: nothing but a part of the source's sentence is quoted.
        beside_figure: Whether it stands beside a kept figure.
        rejected: Whether it gives a claim to somebody that the source goes on to reject.
        own_opinion: Whether it is the speaker's own "I think".
    """

    kind: GovernorClass
    source: Passage
    excerpt: Passage
    change: Change | None = None
    declared: bool = False
    clipped: bool = False
    beside_figure: bool = False
    rejected: bool = False
    own_opinion: bool = False


class Edge(NamedTuple):
    """What an edge of the excerpt cuts off from the source's sentence, and where the excerpt shows it."""

    source: Passage
    excerpt: Passage


class Cuts(NamedTuple):
    """What was cut off or left out of the sentences that an excerpt touches.

    Attributes:
        lost: What governed the kept words and is lost, at most one for each cut, the gravest.
        edges: The cuts at the excerpt's edges that have no mark and took away nothing that governs.
    """

    lost: tuple[LostGovernor, ...] = ()
    edges: tuple[Edge, ...] = ()
