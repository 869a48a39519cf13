"""Baselines: the findings that are known of old. They are told and fail nothing; whatever is not among them is new."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from provenance.errors import ConfigurationError, describe
from provenance.files.reading import read_regular
from provenance.findings.codes import REMARKS
from provenance.findings.finding import Finding, FindingKind, Remark, Severity
from provenance.findings.trace import Trace, Verdict
from provenance.reporting.cleaning import one_line
from provenance.reporting.places import from_here
from provenance.reporting.records import fingerprints

SCHEMA = "provenance-baseline/1"
_ANEW = "write the baseline anew"


class KnownFinding(NamedTuple):
    """One finding of a baseline."""

    fingerprint: str  # its name, by which it is known again
    code: str  # `OMI202`
    path: str  # the article in which it was found, relative to the folder of the run
    message: str  # what it says; for people who read the file


def read_baseline(path: Path) -> tuple[KnownFinding, ...]:
    """The findings of a baseline."""
    remedy = f"write it with `provenance check --write-baseline {path}`."
    try:
        record = json.loads(read_regular(path))
        if record["schema"] != SCHEMA:
            raise ConfigurationError(f"{path} is no baseline of schema {SCHEMA}; {remedy}")
        return tuple(
            KnownFinding(*(str(row[key]) for key in KnownFinding._fields)) for row in record["findings"]
        )
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read ({describe(error)}); {remedy}") from error
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ConfigurationError(f"{path} is no baseline; {remedy}") from error


def write_baseline(path: Path, traces: Sequence[Trace]) -> int:
    """Write the findings that count as a baseline, graver than a note or why an excerpt is unchecked; how many there are."""
    rows = [
        KnownFinding(name, finding.code, from_here(trace.article.document.origin), one_line(finding.message))
        for trace, item, finding, name in fingerprints(traces)
        if finding.accepted is None
        and (
            finding.severity > Severity.NOTE
            or (item.verdict is Verdict.UNCHECKED and finding.rule.kind is FindingKind.SOURCE)
        )
    ]
    record = {"schema": SCHEMA, "findings": [row._asdict() for row in rows]}
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return len(rows)


def with_known(traces: Sequence[Trace], path: Path) -> tuple[tuple[Trace, ...], list[Remark]]:
    """The traces with the findings that a baseline has marked as known, and a remark for each that is not found any more.

    Told are those of articles that were checked and of articles that are gone; others may stand where nobody looked.
    """
    baseline = read_baseline(path)
    known = {each.fingerprint for each in baseline}
    names = {id(finding): name for _, _, finding, name in fingerprints(traces)}
    found, checked = set(names.values()), {from_here(trace.article.document.origin) for trace in traces}
    remarks = [
        Remark(
            REMARKS["ACC803"], str(path), 1, f"{each.code} in {each.path} is gone ({each.message}); {_ANEW}"
        )
        for each in baseline
        if each.fingerprint not in found and (each.path in checked or not Path(each.path).exists())
    ]

    def marked(finding: Finding) -> Finding:
        return replace(finding, known=True) if names[id(finding)] in known else finding

    return tuple(trace.with_findings(marked) for trace in traces), remarks
