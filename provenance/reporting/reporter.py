"""What a report is: a function from a run to text, and the table of those there are."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

from provenance.errors import ConfigurationError
from provenance.findings.finding import Severity
from provenance.reporting.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.findings.finding import Finding
    from provenance.findings.trace import Trace


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that a report tells of.

    Attributes:
        traces: The articles, in the order they were asked for.
        exit_code: How the process will end.
        fail_on: The lowest severity that fails the run; None if none does.
    """

    traces: tuple[Trace, ...]
    exit_code: ExitCode = ExitCode.CLEAN
    fail_on: Severity | None = Severity.MAJOR

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the run."""
        return self.fail_on is not None and finding.accepted is None and finding.severity >= self.fail_on


@dataclass(frozen=True, slots=True)
class View:
    """How a report is to look. Formats for programs heed ``with_text`` only.

    Attributes:
        width: Columns of the terminal.
        colour: Whether colours and other terminal styles may be used.
        side_by_side: Whether to set excerpt and source beside each other where there is room.
        verbosity: Below 0 only what went wrong, above 0 also notes and unfolded texts.
        with_text: Whether to carry the documents' whole texts.
    """

    width: int = 80
    colour: bool = False
    side_by_side: bool = False
    verbosity: int = 0
    with_text: bool = False


class Reporter(Protocol):
    """Turns a run into the text of a report, with a final line feed."""

    def __call__(self, run: Run, view: View) -> str:
        """The report."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name. Its module is loaded when it is used and defines ``report``, a Reporter.

    Attributes:
        module: The module's full name.
        summary: What it is for, in a few words.
    """

    module: str
    summary: str

    def load(self) -> Reporter:
        """The reporter itself."""
        return cast("Reporter", import_module(self.module).report)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format("provenance.reporting.terminal", "the diff report for the terminal"),
        "json": Format("provenance.reporting.json", "one document, schema provenance-trace/1"),
        "jsonl": Format("provenance.reporting.jsonl", "one line a record, for streams"),
        "markdown": Format("provenance.reporting.markdown", "for a comment on a pull request"),
        "github": Format("provenance.reporting.github", "annotations of GitHub Actions"),
        "junit": Format("provenance.reporting.junit", "JUnit XML, a test case an excerpt"),
        "sarif": Format("provenance.reporting.sarif", "SARIF 2.1.0 for code scanning"),
        "html": Format("provenance.reporting.html.page", "one self-contained page"),
    }
)


def find_reporter(name: str) -> Reporter:
    """The reporter of a format: one of this package, or one that another distribution offers as a plug-in.

    Raises:
        ConfigurationError: If there is no such format, or its plug-in cannot be loaded.
    """
    if name in FORMATS:
        return FORMATS[name].load()
    from provenance.plugins import PluginGroup, load_plugins

    offered = load_plugins(PluginGroup.REPORTERS)
    if name not in offered:
        known = ", ".join([*FORMATS, *offered])
        raise ConfigurationError(f"{name!r} is no format; use one of {known}, or FORMAT:FILE.")
    return cast("Reporter", offered[name])
