"""What a detector is told besides the article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.excerpts.model import Excerpt
    from provenance.text.span import Span


@dataclass(frozen=True, slots=True)
class Context:
    """What a detector is told besides the article.

    Attributes:
        language: The article's language, a BCP 47 primary subtag; ``en`` where nobody knows.
        found: What the detectors before it in the table have found, in article order. A cue before an excerpt that is
            already found introduces that excerpt, not the paragraphs after it.
    """

    language: str = "en"
    found: tuple[Excerpt, ...] = ()
    _taken: tuple[Span, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        taken = sorted(passage.span for excerpt in self.found for passage in excerpt.passages)
        object.__setattr__(self, "_taken", tuple(taken))

    def holds(self, start: int, end: int) -> bool:
        """Whether an excerpt found before shares a character with ``start..end`` (code points of the article)."""
        # No two excerpts overlap, so only the last that begins before ``end`` can reach past ``start``.
        index = bisect_left(self._taken, end, key=lambda span: span.start) - 1
        return index >= 0 and self._taken[index].end > start
