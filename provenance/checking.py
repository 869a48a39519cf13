"""Checking: cases against their expectations, ordinary articles against their saved originals. Never a network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from provenance.cases.reading import CASE_FILE, find_cases, read_case
from provenance.cases.running import run_case
from provenance.configuration.grading import regraded
from provenance.errors import ArticleError, ProvenanceError
from provenance.reporting.exit_codes import ExitCode
from provenance.tracing import Tracer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from provenance.cases.comparing import CaseOutcome
    from provenance.configuration.settings import Settings
    from provenance.findings.trace import ExcerptTrace, Trace
    from provenance.reporting.exit_codes import Gate

_Outcome = TypeVar("_Outcome")

EXPECTED = "expected by findings.toml"
"""The reason for which a finding of a case is accepted that its findings.toml lists."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is to be checked.

    Attributes:
        cases: The folders of cases.
        articles: The files of ordinary articles.
    """

    cases: tuple[Path, ...]
    articles: tuple[Path, ...]

    def __len__(self) -> int:
        return len(self.cases) + len(self.articles)


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """What a check found.

    Attributes:
        cases: Each case with its expectations.
        traces: Each ordinary article.
        broken: A sentence for each case or article that could not be read.
    """

    cases: tuple[CaseOutcome, ...] = ()
    traces: tuple[Trace, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def failed_cases(self) -> tuple[CaseOutcome, ...]:
        """The cases in which something is not as expected."""
        return tuple(outcome for outcome in self.cases if not outcome.passed)

    @property
    def reported(self) -> tuple[Trace, ...]:
        """Every article for a report: in a case, what findings.toml lists is accepted."""
        return (*(_as_expected(outcome) for outcome in self.cases), *self.traces)

    @property
    def source_count(self) -> int:
        """How many different texts of sources were compared with."""
        items = (item for trace in self.reported for item in trace.excerpts)
        return len({item.witness.digest or item.witness.document.text for item in items if item.witness})

    def exit_code(self, gate: Gate) -> ExitCode:
        """How the process ends. A case answers for itself: what it expects to be unchecked may be so."""
        if self.broken:
            return ExitCode.ERROR
        if self.failed_cases:
            return ExitCode.FINDINGS
        if self.cases and not self.traces:
            return ExitCode.CLEAN
        return gate.exit_code(self.traces)


def collect(paths: Iterable[Path], settings: Settings) -> Checklist:
    """What the paths name: cases, articles, and both in folders, each once and sorted within its folder.

    A file below a case's folder, or below the folder of saved sources, is no article of its own.

    Raises:
        ArticleError: If a path does not exist.
    """
    cases: dict[Path, None] = {}
    articles: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise ArticleError(f"{path} does not exist; name a file or a folder.")
        found = find_cases(path)
        cases.update(dict.fromkeys(found))
        if path.name != CASE_FILE:
            articles.update(dict.fromkeys(_articles(path, settings, taken=found)))
    return Checklist(tuple(cases), tuple(articles))


def check(
    checklist: Checklist,
    settings: Settings,
    *,
    sources: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Check:
    """Run every case and trace every article, offline.

    Args:
        checklist: What to check.
        settings: For ordinary articles; a case brings its own.
        sources: The folder of saved sources for ordinary articles; by default that of the settings.
        tell: Is told what is being checked.

    Raises:
        ConfigurationError: If the folder of sources or the accept file cannot be read.
        SourceError: If a saved source cannot be read.
    """
    broken: list[str] = []
    cases = tuple(_attempted(checklist.cases, _run, tell, broken))
    if not checklist.articles:
        return Check(cases, broken=tuple(broken))
    saved = sources or settings.sources

    def traced(path: Path) -> Trace:
        return regraded(tracer.trace(path), settings)

    with Tracer(saved=[saved] if saved else [], offline=True, settings=settings) as tracer:
        traces = tuple(_attempted(checklist.articles, traced, tell, broken))
    return Check(cases, traces, tuple(broken))


def _run(folder: Path) -> CaseOutcome:
    return run_case(read_case(folder))


def _attempted(
    paths: Iterable[Path], attempt: Callable[[Path], _Outcome], tell: Callable[[str], None], broken: list[str]
) -> Iterator[_Outcome]:
    """What each path comes to; one that cannot be read is noted in ``broken`` and ends no run."""
    for path in paths:
        tell(f"Checking {path}")
        try:
            yield attempt(path)
        except ProvenanceError as error:
            broken.append(str(error))


def _articles(path: Path, settings: Settings, *, taken: Iterable[Path]) -> Iterator[Path]:
    """The ordinary articles at or below a path."""
    if path.is_file():
        yield path
        return
    apart = [folder.resolve() for folder in (*taken, *([settings.sources] if settings.sources else []))]
    for file in sorted({file for glob in settings.articles for file in path.glob(glob)}):
        if file.is_file() and not any(file.resolve().is_relative_to(folder) for folder in apart):
            yield file


def _as_expected(outcome: CaseOutcome) -> Trace:
    """The trace of a case, with the findings that its findings.toml lists accepted."""
    listed = {id(finding) for one in outcome.excerpts for _, finding in one.matched}

    def marked(item: ExcerptTrace) -> ExcerptTrace:
        findings = tuple(replace(f, accepted=EXPECTED) if id(f) in listed else f for f in item.findings)
        return replace(item, findings=findings)

    return replace(outcome.trace, excerpts=tuple(map(marked, outcome.trace.excerpts)))
