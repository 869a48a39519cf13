"""The JSON report: one document, schema provenance-trace/2. Its keys are stable; ``schema/`` describes them."""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps, loads
from pathlib import Path
from typing import Any, cast

from provenance.findings.trace import Trace
from provenance.reporting.exit_codes import Gate
from provenance.reporting.record_types import ArticleRecord, ReportRecord
from provenance.reporting.records import remark_record, trace_record, unmet_record
from provenance.reporting.reporter import Run, View
from provenance.reporting.summary import summarise
from provenance.version import __version__

SCHEMA = "provenance-trace/2"


def report(run: Run, view: View) -> str:
    """The whole run as JSON, in the articles' order."""
    return written(record(run, with_text=view.with_text))


def record(run: Run, *, with_text: bool = False) -> ReportRecord:
    """What the report says, before it is written down."""
    return {
        "schema": SCHEMA,
        "tool": tool(),
        "articles": [article_record(trace, run, with_text=with_text) for trace in run.traces],
        "troubles": list(run.troubles),
        "remarks": list(map(remark_record, run.every_remark)),
        "summary": summarise(run.traces)._asdict() | {"exit_code": int(run.exit_code)},
    }


def to_dict(*traces: Trace, with_text: bool = False) -> dict[str, Any]:
    """Traces as the JSON report has them, for programs: the same keys and values; fixes where `with_fixes` looked for them.

    Args:
        traces: The articles, traced.
        with_text: Whether to carry the documents' whole texts.
    """
    run = Run(traces, Gate().exit_code(traces))
    return cast("dict[str, Any]", record(run, with_text=with_text))


def article_record(trace: Trace, run: Run, *, with_text: bool) -> ArticleRecord:
    """One article of a run."""
    expected = run.expected_of(trace)
    unmet = [unmet_record(each, trace) for each in expected.unmet] if expected else []
    return {**trace_record(trace, with_text=with_text), "case": expected is not None, "unmet": unmet}


def tool() -> dict[str, str]:
    """Who made a report."""
    return {"name": "provenance", "version": __version__}


def written(value: Mapping[str, Any]) -> str:
    """A record as indented JSON with a final line feed; letters of all languages stand as themselves."""
    return dumps(value, ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the report, as it ships with the package."""
    path = Path(__file__).with_name("schema") / "provenance-trace-2.schema.json"
    loaded: dict[str, Any] = loads(path.read_text("utf-8"))
    return loaded
