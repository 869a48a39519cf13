"""Checking: cases against their expectations, ordinary articles against their saved originals. Never a network."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from provenance.cases.comparing import CaseOutcome, run_case
from provenance.cases.reading import find_cases, read_case
from provenance.cases.writing import with_known
from provenance.configuration.articles import article_files, check_inside
from provenance.configuration.grading import wanted_remarks
from provenance.configuration.settings import Settings, configured_place
from provenance.errors import ArticleError, ConfigurationError, ProvenanceError, foreseeing_article_faults
from provenance.files.reading import resolved
from provenance.findings.finding import Remark
from provenance.findings.suppression import read_acceptances, unused_acceptances
from provenance.findings.trace import Trace
from provenance.reporting.places import from_here
from provenance.reporting.run import Earlier, ExitCode, Gate, Run
from provenance.reporting.summary import counted
from provenance.tracing.tracer import Tracer
from provenance.tracing.workers import Job, outcomes, usual_jobs

EXPECTED = "expected by findings.toml"
"""The reason for which a finding of a case is accepted that its findings.toml lists."""


class Checklist(NamedTuple):
    """What is to be checked."""

    cases: tuple[Path, ...]  # the folders of cases
    articles: tuple[Path, ...]  # the files of ordinary articles
    paths: tuple[Path, ...] = ()  # what was named
    complete: bool = False  # whether these are all articles that the configuration names


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """What a check found."""

    cases: tuple[CaseOutcome, ...] = ()  # each case with its expectations
    traces: tuple[Trace, ...] = ()  # each ordinary article
    broken: tuple[str, ...] = ()  # a sentence for each case or article that could not be read
    paths: tuple[Path, ...] = ()  # what was to be checked, as it was named
    remarks: tuple[Remark, ...] = ()  # notes on the accept file and the baseline
    earlier: tuple[Earlier, ...] = ()  # what articles came to before, in a run that is resumed

    @property
    def failed_cases(self) -> tuple[CaseOutcome, ...]:
        """The cases in which something is not as expected."""
        return tuple(outcome for outcome in self.cases if not outcome.passed)

    @property
    def reported(self) -> tuple[Trace, ...]:
        """Every article for a report: in a case, what findings.toml lists is accepted."""
        return (*(_as_expected(outcome) for outcome in self.cases), *self.traces)

    @property
    def faults(self) -> tuple[str, ...]:
        """What made this program itself fail at a source, each once."""
        return tuple(dict.fromkeys(fault for trace in self.reported for fault in trace.faults))

    @property
    def source_count(self) -> int:
        """How many different texts of sources were compared with."""
        items = (item for trace in self.reported for item in trace.excerpts)
        return len({item.witness.digest or item.witness.document.text for item in items if item.witness})

    def run(self, gate: Gate) -> Run:
        """All of it, for reports."""
        code = self.exit_code(gate)
        expected = {each.trace.article.document.origin: each.expectations for each in self.cases}
        troubles = (*self.broken, *self.faults)
        if code is ExitCode.UNCHECKED and not self.excerpt_count and not self._earlier_excerpts:
            troubles = (*troubles, self._emptiness)
        return Run(
            self.reported, code, gate.fail_on, MappingProxyType(expected), troubles, remarks=self.remarks
        )

    @property
    def excerpt_count(self) -> int:
        """How many excerpts were looked at."""
        return sum(len(trace.excerpts) for trace in self.reported)

    @property
    def _earlier_excerpts(self) -> int:
        return sum(part.excerpts for part in self.earlier)

    @property
    def _emptiness(self) -> str:
        if not self.traces:
            return f"{', '.join(map(str, self.paths))} holds no case and no article, so nothing was checked."
        return f"{counted(len(self.traces), 'article')} read, and no excerpt found, so nothing was checked."

    def exit_code(self, gate: Gate) -> ExitCode:
        """How the process ends. A case answers for itself: what it expects to be unchecked may be so."""
        if self.broken or self.faults:
            return ExitCode.ERROR
        if self.failed_cases:
            return ExitCode.FINDINGS
        if self.cases and not self._earlier_excerpts and not any(trace.excerpts for trace in self.traces):
            return ExitCode.CLEAN
        return gate.exit_code(self.traces, self.remarks, earlier=self.earlier)


def collect(paths: Sequence[Path], settings: Settings) -> Checklist:
    """What the paths name: cases, articles, and both in folders, each once and sorted within its folder.

    A file of a case stands for the case; a file of the folder of saved sources is no article.
    """
    cases: dict[Path, None] = {}
    articles: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise ArticleError(f"{path} does not exist; name a file or a folder.")
        found = find_cases(path)
        cases.update(dict.fromkeys(found))
        articles.update(dict.fromkeys(_articles(path, settings, taken=found)))
    return Checklist(tuple(cases), tuple(articles), tuple(paths))


def collect_configured(settings: Settings) -> Checklist:
    """The articles that the configuration names, wherever the run was started."""
    if "articles" not in settings.origins:
        raise ConfigurationError(
            "No PATH is given and no articles are configured; name a file or a folder, or set articles in provenance.toml."
        )
    folder = Path(from_here(str(settings.folder)))
    return Checklist(
        (), tuple(_articles(folder, settings, taken=find_cases(folder))), (folder,), complete=True
    )


def with_records(result: Check, checklist: Checklist, settings: Settings) -> Check:
    """What a check found, with what the baseline has marked as known, and remarks on what is not found any more.

    On the accept file they are made only where all articles that the configuration names were checked.
    """
    traces, remarks = result.traces, result.remarks
    if settings.accept and checklist.complete:
        unused = unused_acceptances(read_acceptances(settings.accept), traces, settings.accept)
        remarks += tuple(wanted_remarks(unused, settings))
    if settings.baseline:
        traces, gone = with_known(traces, settings.baseline)
        remarks += tuple(wanted_remarks(gone, settings))
    return replace(result, traces=traces, remarks=remarks)


def check(
    checklist: Checklist,
    settings: Settings,
    *,
    jobs: int | None = None,
    tell: Callable[[str], None] = lambda _: None,
    each: Callable[[Trace], object] = lambda _: None,
) -> Check:
    """Run every case and trace every article, offline; a case brings its own settings.

    Args:
        checklist: What to check.
        settings: For ordinary articles.
        jobs: How many articles at once, each in a process of its own; by default as many as pay.
        tell: Is told what is being checked.
        each: Is given each ordinary article as soon as it is traced.
    """
    if accept_file := configured_place(settings, "accept"):
        read_acceptances(accept_file)  # once, so that what is wrong with it is told once
    cases, traces, broken = list[CaseOutcome](), list[Trace](), list[str]()
    for path in checklist.cases:
        tell(f"Checking {path}")
        try:
            with foreseeing_article_faults(str(path)):
                cases.append(run_case(read_case(path)))
        except ProvenanceError as error:
            broken.append(str(error))
    job, articles = Job(_tracing, (settings, checklist.paths), _outcome, ArticleError), checklist.articles
    found = outcomes(job, articles, jobs=jobs or usual_jobs(len(articles))) if articles else ()
    for path, outcome in zip(articles, found, strict=True):
        tell(f"Checked {path}")
        if isinstance(outcome, ProvenanceError):
            broken.append(str(outcome))
        else:
            each(outcome)
            traces.append(outcome)
    return Check(tuple(cases), tuple(traces), tuple(broken), checklist.paths)


@contextmanager
def _tracing(settings: Settings, named: Sequence[Path]) -> Iterator[tuple[Tracer, Sequence[Path]]]:
    saved = [settings.sources] if settings.sources else []
    with Tracer(saved=saved, offline=True, settings=settings) as tracer:
        yield tracer, named


def _outcome(state: tuple[Tracer, Sequence[Path]], path: Path) -> Trace | ProvenanceError:
    tracer, named = state
    try:
        with foreseeing_article_faults(str(path)):
            check_inside(path, named)
            return tracer.graded(path)
    except ProvenanceError as error:
        return error


def _articles(path: Path, settings: Settings, *, taken: Iterable[Path]) -> Iterator[Path]:
    """The ordinary articles at or below a path: what belongs to a case or to the saved sources is none."""
    apart = [resolved(folder) for folder in (*taken, *([settings.sources] if settings.sources else []))]
    for file in (path,) if path.is_file() else article_files(path, settings):
        if not any(resolved(file).is_relative_to(folder) for folder in apart):
            yield file


def _as_expected(outcome: CaseOutcome) -> Trace:
    """The trace of a case, with the findings that its findings.toml lists accepted."""
    listed = {id(finding) for one in outcome.excerpts for finding in one.matched}
    return outcome.trace.with_findings(lambda f: replace(f, accepted=EXPECTED) if id(f) in listed else f)
