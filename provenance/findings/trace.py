"""What a run returns: Comparison, ExcerptTrace, Trace."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from provenance.alignment.alignment import Alignment, Placement
from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt, Rejected
from provenance.findings.finding import Finding, FindingKind, Remark
from provenance.sources.source import Reference, Witness
from provenance.text.document import Passage, shortened_repr


class Verdict(StrEnum):
    """What is said of one excerpt."""

    VERBATIM = "verbatim"  # nothing but typography and layout
    FAITHFUL = "faithful"  # declared or permitted edits only
    ALTERED = "altered"  # at least one undeclared finding
    NOT_FOUND = "not-found"  # the source was read whole and does not hold it
    UNCHECKED = "unchecked"  # it cannot be told


CLEAN = frozenset({Verdict.VERBATIM, Verdict.FAITHFUL})
"""The verdicts that clear an excerpt."""


class SourceStatus(StrEnum):
    """What became of an excerpt's source."""

    LOADED = "loaded"
    MISSING = "missing"  # a dead link, not saved, refused
    UNREADABLE = "unreadable"  # it came, but it does not hold the page's text
    NONE = "none"  # the article names no address, and none was given


@dataclass(frozen=True, slots=True)
class Comparison:
    """An excerpt laid against one source, and judged. The alignment's variants carry their final disclosure.

    ``language`` is the BCP 47 primary subtag of the language whose word lists it was judged with.
    """

    alignment: Alignment
    findings: tuple[Finding, ...]
    verdict: Verdict
    language: str = ""

    def __repr__(self) -> str:
        return f"<Comparison {self.verdict}: {len(self.findings)} findings>"


@dataclass(frozen=True, slots=True)
class ExcerptTrace:
    """What became of one excerpt.

    Attributes:
        excerpt: As it stands in the article, its extent settled by the alignment where it was unclear.
        verdict: What is said of it.
        status: What became of its source.
        findings: All of them, those on attribution and source included, in the excerpt's order.
        references: Where its source was looked for, the chosen one first.
        witness: The text it was compared with, or None.
        comparison: With that text, or None.
        reason: Why it is unchecked and what to do about it, or how the source was chosen; None if there is nothing to say.
        hidden: How many of its findings above a note the settings leave out; its verdict stays.
        faults: What made this program itself fail at one of its sources, a sentence each.
    """

    excerpt: Excerpt
    verdict: Verdict
    status: SourceStatus
    findings: tuple[Finding, ...] = ()
    references: tuple[Reference, ...] = ()
    witness: Witness | None = None
    comparison: Comparison | None = None
    reason: str | None = None
    hidden: int = 0
    faults: tuple[str, ...] = ()

    @property
    def placements(self) -> tuple[Placement, ...]:
        """Where its source has its words, in its order; none without a comparison."""
        return self.comparison.alignment.placements if self.comparison else ()

    @property
    def is_unchecked(self) -> bool:
        """Whether nothing can be said of it, and no baseline knows that of old."""
        return self.verdict is Verdict.UNCHECKED and not any(
            finding.known for finding in self.findings if finding.rule.kind is FindingKind.SOURCE
        )

    def __repr__(self) -> str:
        codes = ", ".join(finding.code for finding in self.findings) or "no findings"
        return f"<ExcerptTrace {self.verdict} {shortened_repr(self.excerpt.text)}: {codes}>"


@dataclass(frozen=True, slots=True)
class Trace:
    """One article, traced.

    Attributes:
        article: The article as read.
        excerpts: In the article's order.
        version: The version of provenance that made it.
        untraced: The quotations that nobody is surely named for and no source at hand holds, and what may be one: nothing is said
            of them.
        rejected: What could have been a quotation by its shape and was judged to be none, each with its reason.
        remarks: Notes on what the article accepts.
    """

    article: Article
    excerpts: tuple[ExcerptTrace, ...]
    version: str
    untraced: tuple[Passage, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def __repr__(self) -> str:
        findings = sum(len(item.findings) for item in self.excerpts)
        name = self.article.document.origin or "of no origin"
        return f"<Trace {name}: {len(self.excerpts)} excerpts, {findings} findings>"

    @property
    def faults(self) -> tuple[str, ...]:
        """What made this program itself fail at a source, each once."""
        return tuple(dict.fromkeys(fault for item in self.excerpts for fault in item.faults))

    def with_findings(self, change: Callable[[Finding], Finding]) -> "Trace":
        """The trace with each finding of its excerpts as ``change`` makes it."""
        excerpts = (replace(item, findings=tuple(map(change, item.findings))) for item in self.excerpts)
        return replace(self, excerpts=tuple(excerpts))
