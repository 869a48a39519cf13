"""The exit codes: the same for every command and every format.

When several hold, the order is 2, 1, 3, 0; whatever the code, what could be read is reported. A run that found nothing
to check must not look green: ``--allow-empty`` and ``--accept-unchecked`` say that it may.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from provenance.findings.finding import Remark, Severity
from provenance.findings.trace import Trace


class ExitCode(IntEnum):
    """How the process ends."""

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
