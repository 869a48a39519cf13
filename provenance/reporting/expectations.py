"""What a person expects of an article, as the findings.toml of a case lists it, and where what was found departs from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.excerpts.model import Excerpt
    from provenance.findings.finding import Finding


@dataclass(frozen=True, slots=True, eq=False)
class Unmet:
    """One thing that is not as expected.

    Attributes:
        number: The excerpt's number in findings.toml, from 1; excerpts that nobody expects count on from there.
        words: How the excerpt begins and ends, on one line.
        line: Where it stands in the article; 1 where it was not found.
        expected: What should be there, in words; None where nothing should.
        found: What is there; None where nothing is.
        excerpt: The excerpt as it was found, or None.
        finding: The finding that nobody expects, where it is one.
    """

    number: int
    words: str
    line: int
    expected: str | None
    found: str | None
    excerpt: Excerpt | None = None
    finding: Finding | None = None

    @property
    def title(self) -> str:
        """Which excerpt: ``e1, line 12 “The pier will close …”``."""
        place = f", line {self.line}" if self.excerpt else ""
        return f"e{self.number}{place} “{self.words}”"

    @property
    def message(self) -> str:
        """One sentence without its stop."""
        if self.expected is None:
            return f"{self.title}: found {self.found}, which nobody expects"
        return f"{self.title}: expected {self.expected}; " + (
            f"found {self.found}" if self.found else "there is none"
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """The same as a difference: a line with ``-`` for what is expected, one with ``+`` for what was found."""
        signed = (("-", self.expected), ("+", self.found))
        return tuple(f"{sign} {words}" for sign, words in signed if words is not None)


@dataclass(frozen=True, slots=True, eq=False)
class Expectations:
    """What became of the expectations of one case.

    Attributes:
        folder: The case's folder, as it was named.
        unmet: What is not as expected, in the order of findings.toml.
        met: The excerpts of which everything is as expected.
        why: What the case shows and which reading it takes, in the words of whoever wrote it.
    """

    folder: str
    unmet: tuple[Unmet, ...] = ()
    met: tuple[Excerpt, ...] = ()
    why: str = ""

    @property
    def command(self) -> str:
        """The command that writes what was found into findings.toml."""
        return f"provenance check --update {self.folder}"

    def meets(self, excerpt: Excerpt) -> bool:
        """Whether everything about an excerpt is as expected."""
        return any(excerpt is each for each in self.met)
