"""How a report is to look, what makes one, and the table of the formats there are."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, Protocol, cast

from provenance.errors import ConfigurationError
from provenance.findings.finding import Finding
from provenance.reporting.run import Run

SIDE_BY_SIDE_FROM = 100
"""Columns that two texts beside each other need; with fewer the report shows them woven into one."""


class View(NamedTuple):
    """How a report is to look. Formats for programs heed ``with_text`` only."""

    width: int = 80  # columns of the terminal
    colour: bool = False  # whether colours and other terminal styles may be used
    hyperlinks: bool = False  # whether the terminal shows words as links, else the addresses themselves
    side_by_side: bool = False  # whether to set excerpt and source beside each other where there is room
    verbosity: int = 0  # below 0 only what went wrong, above 0 also notes and unfolded texts
    with_text: bool = False  # whether to carry the documents' whole texts
    brief: bool = False  # whether to leave out the excerpts that nobody needs to look at
    gravest_first: bool = False  # whether the excerpts are sorted by their gravest finding
    statistics: bool = False  # whether to count the findings by code instead of showing them

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is told of: one that counts, and with -v a note too."""
        return finding.counts or (finding.stands and self.verbosity > 0)


class Reporter(Protocol):
    """Turns a run into the text of a report, with a final line feed, or into the bytes of a file."""

    def __call__(self, run: Run, view: View) -> str | bytes:
        """The report."""
        ...


class ReportFormat(NamedTuple):
    """A format by name. Its module is loaded when it is used."""

    module: str  # the module's full name
    summary: str  # what it is for, in a few words
    function: str = "report"  # the Reporter in it

    def load(self) -> Reporter:
        """The reporter itself."""
        return cast("Reporter", getattr(import_module(self.module), self.function))


FORMATS: Mapping[str, ReportFormat] = MappingProxyType(
    {
        "text": ReportFormat("provenance.reporting.terminal.report", "the diff report for the terminal"),
        "json": ReportFormat("provenance.reporting.json", "one document, schema provenance-trace/2"),
        "concise": ReportFormat("provenance.reporting.concise", "one line a finding, behind its place"),
        "jsonl": ReportFormat("provenance.reporting.json", "one line a record, for streams", "report_lines"),
        "markdown": ReportFormat("provenance.reporting.markdown", "for a comment on a pull request"),
        "github": ReportFormat("provenance.reporting.github", "annotations of GitHub Actions"),
        "junit": ReportFormat("provenance.reporting.junit", "JUnit XML, a test case an excerpt"),
        "gitlab": ReportFormat("provenance.reporting.gitlab", "GitLab code quality"),
        "sarif": ReportFormat("provenance.reporting.sarif", "SARIF 2.1.0 for code scanning"),
        "html": ReportFormat("provenance.reporting.html.page", "one self-contained page"),
    }
)

COPIES: Mapping[str, ReportFormat] = MappingProxyType(
    {
        "docx": ReportFormat(
            "provenance.reporting.docx", "a copy of a DOCX article with a comment at each finding"
        )
    }
)
"""The formats that are files and no text: they are written where FORMAT:FILE says."""


def find_reporter(name: str) -> Reporter:
    """The reporter of a format: one of this package, or one that another distribution offers as a plug-in.

    A ConfigurationError if there is no such format, or its plug-in cannot be loaded.
    """
    if name in FORMATS or name in COPIES:
        return {**FORMATS, **COPIES}[name].load()
    from provenance.plugins import PluginGroup, load_plugins

    offered = load_plugins(PluginGroup.REPORTERS)
    if name not in offered:
        known = ", ".join([*FORMATS, *COPIES, *offered])
        raise ConfigurationError(f"{name!r} is no format; use one of {known}, or FORMAT:FILE.")
    return cast("Reporter", offered[name])
