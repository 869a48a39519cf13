"""Running a case: tracing its article against its saved originals, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.cases.comparing import CaseOutcome, compare_case
from provenance.configuration.grading import regraded
from provenance.tracing.tracer import Tracer

if TYPE_CHECKING:
    from provenance.cases.case import Case
    from provenance.findings.trace import Trace


def trace_case(case: Case) -> Trace:
    """Trace a case's article. No network is touched.

    Raises:
        ProvenanceError: If its article or a given source cannot be read.
    """
    saved = [case.sources] if case.sources else []
    languages = (case.language,) if case.language else case.settings.languages
    settings = replace(case.settings, languages=languages)
    with Tracer(case.given, saved=saved, offline=True, settings=settings) as tracer:
        return regraded(tracer.trace(case.article), case.settings)


def run_case(case: Case) -> CaseOutcome:
    """Trace a case and compare what is found with what is expected.

    Raises:
        ProvenanceError: If its article or a given source cannot be read.
    """
    return compare_case(case, trace_case(case))
