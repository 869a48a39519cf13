"""Case, ExpectedExcerpt, ExpectedFinding: what a person wrote down about a saved article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.configuration.settings import Settings
    from provenance.excerpts.model import Boundary, Markup
    from provenance.findings.finding import Severity
    from provenance.findings.trace import Verdict


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A finding that a person expects.

    Attributes:
        code: ``OMI202``.
        excerpt: The words in the article; empty where there are none, None where it does not matter.
        source: The words in the source, likewise.
        severity: None where it does not matter.
    """

    code: str
    excerpt: str | None = None
    source: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class ExpectedExcerpt:
    """An excerpt that a person expects, with its verdict and findings.

    Attributes:
        begins: Its first words, as the article has them.
        ends: Its last words.
        verdict: What is to be said of it.
        markup: How it is set off. This and what follows is None where it does not matter; an empty outlet, speaker or
            link says that none may be found.
        outlet: The publication named.
        speaker: The person named.
        link: The address of its source.
        boundary: Whether the article shows where it ends.
        continues: Whether it goes on with the quotation of the excerpt before it.
        source: The file it is to be compared with, relative to the folder of sources.
        findings: In any order.
    """

    begins: str
    ends: str
    verdict: Verdict
    markup: Markup | None = None
    outlet: str | None = None
    speaker: str | None = None
    link: str | None = None
    boundary: Boundary | None = None
    continues: bool | None = None
    source: str | None = None
    findings: tuple[ExpectedFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A saved article, its saved originals and what is expected."""

    folder: Path  # where it stands
    title: str  # what it shows, in a few words
    why: str  # why that matters, and which reading it takes where there is more than one
    article: Path  # the article's file
    sources: Path | None  # the folder of saved originals, or None
    given: tuple[str, ...]  # what somebody hands over, as `--source` takes it: `FILE` or `URL=FILE`
    language: str | None  # a BCP 47 primary subtag that overrides the page's own, or None
    settings: Settings  # profile, outlets, labels
    excerpts: tuple[ExpectedExcerpt, ...]  # in the article's order

    @property
    def name(self) -> str:
        """Family and slug: ``altered/figures``."""
        return f"{self.folder.parent.name}/{self.folder.name}"
