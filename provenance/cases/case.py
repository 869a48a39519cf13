"""Case, ExpectedExcerpt, ExpectedFinding: what a person wrote down about a saved article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from provenance.configuration.settings import Settings
from provenance.excerpts.model import Boundary, Markup
from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A finding that a person expects."""

    code: str  # `OMI202`
    excerpt: str | None = None  # in the article; empty where there are none, None where it does not matter
    source: str | None = None  # the words in the source, likewise
    severity: Severity | None = None  # none where it does not matter


@dataclass(frozen=True, slots=True)
class ExpectedExcerpt:
    """An excerpt that a person expects, with its verdict and findings."""

    begins: str  # its first words, as the article has them
    ends: str  # its last words
    verdict: Verdict  # what is to be said of it
    markup: Markup | None = None  # how it is set off; from here on None where it does not matter
    outlet: str | None = None  # the publication named; here and in the next two, empty says that none may be
    speaker: str | None = None  # the person named
    link: str | None = None  # the address of its source
    boundary: Boundary | None = None  # whether the article shows where it ends
    continues: bool | None = None  # whether it goes on with the quotation of the excerpt before it
    source: str | None = None  # the file it is to be compared with, relative to the folder of sources
    findings: tuple[ExpectedFinding, ...] = ()  # in any order


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
