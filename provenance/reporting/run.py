"""What a run found, all that a report tells of: articles traced, what a person expected of them, and how the process ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

from provenance.excerpts.model import Excerpt
from provenance.findings.finding import Finding, Remark, Severity
from provenance.findings.trace import CLEAN, ExcerptTrace, Trace


class ExitCode(IntEnum):
    """How the process ends, the same for every command and every format.

    When several hold, the order is 2, 1, 3, 0; whatever the code, what could be read is reported. A run that found nothing
    to check must not look green: ``--allow-empty`` and ``--accept-unchecked`` say that it may.
    """

    CLEAN = 0  # every excerpt was checked, and nothing at or above --fail-on was found
    FINDINGS = 1  # at or above --fail-on
    ERROR = 2  # of usage, configuration or this program, or an article that cannot be read
    UNCHECKED = 3  # not enough was checked: no article, no excerpt, or an unchecked excerpt
    INTERRUPTED = 130  # from the keyboard: 128 + SIGINT, as shells have it


class Earlier(NamedTuple):
    """What an article came to in an earlier part of a run."""

    excerpts: int = 0  # how many excerpts it has
    unchecked: int = 0  # how many of those could not be checked
    gravest: Severity | None = None  # the severity of the gravest finding that stands; None if none does


class Gate(NamedTuple):
    """What lets a run pass."""

    fail_on: Severity | None = Severity.MAJOR  # the lowest severity that fails it; None if none does
    allow_empty: bool = False  # whether a run without any excerpt passes
    accept_unchecked: bool = False  # whether unchecked excerpts pass

    def exit_code(
        self, traces: Sequence[Trace], remarks: Sequence[Remark] = (), *, earlier: Sequence[Earlier] = ()
    ) -> ExitCode:
        """How a run ends whose articles were all read. Remarks are notes, and fail where notes do."""
        items = [item for trace in traces for item in trace.excerpts]
        if any(item.faults for item in items):
            return ExitCode.ERROR
        remarked = any((*remarks, *(remark for trace in traces for remark in trace.remarks)))
        if remarked and self.fail_on is Severity.NOTE:
            return ExitCode.FINDINGS
        standing = [finding.severity for item in items for finding in item.findings if finding.stands]
        standing += [part.gravest for part in earlier if part.gravest is not None]
        if self.fail_on is not None and max(standing, default=-1) >= self.fail_on:
            return ExitCode.FINDINGS
        unchecked = any(item.is_unchecked for item in items) or any(part.unchecked for part in earlier)
        if not items and not any(part.excerpts for part in earlier):
            return ExitCode.CLEAN if self.allow_empty else ExitCode.UNCHECKED
        return ExitCode.UNCHECKED if unchecked and not self.accept_unchecked else ExitCode.CLEAN


class Run(NamedTuple):
    """Everything that a report tells of."""

    traces: tuple[Trace, ...]  # the articles, in the order they were asked for
    exit_code: ExitCode = ExitCode.CLEAN  # how the process will end
    fail_on: Severity | None = Severity.MAJOR  # the lowest severity that fails the run; None if none does
    expectations: "Mapping[str, Expectations]" = MappingProxyType({})  # by the origin of each case
    troubles: tuple[str, ...] = ()  # what kept the run from reading or checking everything, a sentence each
    # Notes on the accept file and the baseline; those on an article stand in its trace.
    remarks: tuple[Remark, ...] = ()

    @property
    def every_remark(self) -> tuple[Remark, ...]:
        """The remarks on articles and those on the run."""
        return (*(remark for trace in self.traces for remark in trace.remarks), *self.remarks)

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the run: it is grave enough, or it stands in a case and nobody expects it."""
        if not finding.stands:
            return False
        grave = self.fail_on is not None and finding.severity >= self.fail_on
        return grave or any(
            finding is unmet.finding for each in self.expectations.values() for unmet in each.unmet
        )

    def expected_of(self, trace: Trace) -> "Expectations | None":
        """What became of an article's expectations; None if it is no case."""
        return self.expectations.get(trace.article.document.origin)

    def unmet_in(self, trace: Trace) -> "tuple[Unmet, ...]":
        """What in an article is not as expected, beside findings, which are told as such."""
        expected = self.expected_of(trace)
        return tuple(unmet for unmet in expected.unmet if unmet.finding is None) if expected else ()

    def troubled(self, trace: Trace) -> tuple[ExcerptTrace, ...]:
        """The excerpts of an article that somebody should look at.

        In a case, those that are not as expected; else those that are altered, not found or unchecked, or of which
        anything is found that is more than a note and that nobody accepted.
        """
        expected = self.expected_of(trace)
        if expected is not None:
            return tuple(item for item in trace.excerpts if not expected.meets(item.excerpt))
        return tuple(item for item in trace.excerpts if _is_troubled(item))


def _is_troubled(item: ExcerptTrace) -> bool:
    if any(finding.counts for finding in item.findings):
        return True
    return item.verdict not in CLEAN and not any(finding.known for finding in item.findings)


@dataclass(frozen=True, slots=True, eq=False)
class Unmet:
    """One thing that is not as expected."""

    number: int  # of the excerpt in findings.toml, from 1; those that nobody expects count on
    words: str  # how the excerpt begins and ends, on one line
    line: int  # where it stands in the article; 1 where it was not found
    expected: str | None  # what should be there, in words; None where nothing should
    found: str | None  # what is there; None where nothing is
    excerpt: Excerpt | None = None  # the excerpt as it was found, or None
    finding: Finding | None = None  # the finding that nobody expects, where it is one

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
    """What became of the expectations of one case."""

    folder: str  # the case's folder, as it was named
    unmet: tuple[Unmet, ...] = ()  # what is not as expected, in the order of findings.toml
    met: tuple[Excerpt, ...] = ()  # the excerpts of which everything is as expected
    why: str = ""  # what the case shows and which reading it takes, in the words of whoever wrote it

    @property
    def command(self) -> str:
        """The command that writes what was found into findings.toml."""
        return f"provenance check --update {self.folder}"

    def meets(self, excerpt: Excerpt) -> bool:
        """Whether everything about an excerpt is as expected."""
        return any(excerpt is each for each in self.met)
