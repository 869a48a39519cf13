"""What a detector is told besides the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.excerpts.excerpt import Excerpt


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

    def holds(self, start: int, end: int) -> bool:
        """Whether an excerpt found before shares a character with ``start..end`` (code points of the article)."""
        return any(
            max(passage.span.start, start) < min(passage.span.end, end)
            for excerpt in self.found
            for passage in excerpt.passages
        )
