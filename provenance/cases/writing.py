"""What a check writes: new expectations beside a person's own, and baselines, the findings that are known of old."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from provenance.cases.comparing import CaseOutcome, words
from provenance.errors import ConfigurationError, describe
from provenance.files.reading import read_regular, toml_string
from provenance.findings.codes import REMARKS
from provenance.findings.finding import Finding, FindingKind, Remark
from provenance.findings.trace import ExcerptTrace, Trace, Verdict
from provenance.reporting.cleaning import one_line
from provenance.reporting.places import from_here
from provenance.reporting.records import fingerprints

_EXCERPT_HEADER = re.compile(r"^\[\[[ \t]*excerpt[ \t]*\]\]", re.MULTILINE)
_NOTHING_QUOTED = re.compile(r"^excerpt[ \t]*=[ \t]*\[[ \t]*\][ \t]*\n?", re.MULTILINE)
_FIRST_WORDS, _LAST_WORDS = 5, 4
SCHEMA = "provenance-baseline/1"
_ANEW = "write the baseline anew"


def updated(text: str, outcome: CaseOutcome, *, may_change: Callable[[int], bool]) -> str:
    """The text of a findings.toml, brought up to what was found.

    Excerpts that nobody expects are put in where they stand in the article. An entry that does not agree with what was
    found is written anew only if ``may_change`` says so of its number, from 1; one whose excerpt was not found is never removed.
    """
    preamble, *entries = _parts(_NOTHING_QUOTED.sub("", text))
    placed: list[tuple[int, str]] = []
    start = 0
    for number, one in enumerate(outcome.excerpts, start=1):
        own = entries[number - 1] if one.expected and number <= len(entries) else ""
        if one.found:
            start = one.found.excerpt.span.start
            if not own or (not one.passed and may_change(number)):
                own = "\n".join(_entry(one.found))
        placed.append((start, own.rstrip("\n") + "\n"))
    if not placed:
        return f"{preamble}excerpt = []\n"
    head = f"{preamble.rstrip()}\n\n" if preamble.strip() else ""
    return head + "\n".join(entry for _, entry in sorted(placed, key=itemgetter(0)))


def _parts(text: str) -> Iterator[str]:
    """What stands before the first entry, and the text of each entry, comments below it included."""
    starts = [match.start() for match in _EXCERPT_HEADER.finditer(text)]
    for start, end in pairwise([0, *starts, len(text)]):
        yield text[start:end]


def _entry(found: ExcerptTrace) -> Iterator[str]:
    excerpt, said = found.excerpt, found.excerpt.attribution
    parts = excerpt.text.split()
    yield "[[excerpt]]"
    yield f"begins = {toml_string(_until_enough(parts, _FIRST_WORDS))}"
    yield f"ends = {toml_string(_until_enough(parts, _LAST_WORDS, from_end=True))}"
    yield f'markup = "{excerpt.markup}"'
    for key, value in (("outlet", said.outlet), ("speaker", said.speaker), ("link", said.link)):
        if value:
            yield f"{key} = {toml_string(value)}"
    yield f'verdict = "{found.verdict}"'
    for finding in found.findings:
        if not finding.is_note and finding.accepted is None:
            yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    yield "[[excerpt.finding]]"
    yield f'code = "{finding.rule.code}"'
    for key, passage in (("excerpt", finding.excerpt), ("source", finding.source)):
        if passage is not None:
            yield f"{key} = {toml_string(passage.text)}"
    yield f'severity = "{finding.severity.label}"'


def _until_enough(parts: list[str], count: int, *, from_end: bool = False) -> str:
    """The first or last ``count`` parts; more if they are punctuation and would hold no word."""
    for number in range(count, len(parts)):
        text = " ".join(parts[-number:] if from_end else parts[:number])
        if words(text):
            return text
    return " ".join(parts)


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
            not finding.is_note
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
