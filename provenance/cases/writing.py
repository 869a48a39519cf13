"""Saying what in a case is not as expected, for reports and people, and writing new expectations beside a person's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import itemgetter

from provenance.cases.case import ExpectedFinding
from provenance.cases.comparing import CaseOutcome, ExcerptOutcome, abridged, words
from provenance.files.reading import toml_string
from provenance.findings.finding import Finding, Severity
from provenance.findings.trace import ExcerptTrace
from provenance.reporting.reporter import Expectations, Unmet
from provenance.text.document import Passage

_EXCERPT_HEADER = re.compile(r"^\[\[[ \t]*excerpt[ \t]*\]\]", re.MULTILINE)
_NOTHING_QUOTED = re.compile(r"^excerpt[ \t]*=[ \t]*\[[ \t]*\][ \t]*\n?", re.MULTILINE)
_FIRST_WORDS, _LAST_WORDS = 5, 4


def updated(text: str, outcome: CaseOutcome, *, may_change: Callable[[int], bool]) -> str:
    """The text of a findings.toml, brought up to what was found.

    Excerpts that nobody expects are put in where they stand in the article. An entry that does not agree with what was
    found is written anew only if ``may_change`` says so; an entry whose excerpt was not found is never removed.

    Args:
        text: The file as it is; empty if there is none yet.
        outcome: The case, run.
        may_change: Whether the entry of the excerpt with this number, from 1, may be written anew.
    """
    preamble, entries = _entries(text)
    placed: list[tuple[int, str]] = []
    start = 0
    for number, one in enumerate(outcome.excerpts, start=1):
        start = one.found.excerpt.span.start if one.found else start
        own = entries[number - 1] if one.expected and number <= len(entries) else None
        placed.append((start, _kept_or_new(one, own, number, may_change)))
    return _file_text(preamble, [block for _, block in sorted(placed, key=itemgetter(0))])


def _kept_or_new(one: ExcerptOutcome, own: str | None, number: int, may_change: Callable[[int], bool]) -> str:
    """The entry of one excerpt: the person's own as it is, unless there is none or it may be written anew."""
    if one.found and (own is None or (not one.passed and may_change(number))):
        return entry(one.found)
    return own or ""


def entry(found: ExcerptTrace) -> str:
    """The ``[[excerpt]]`` table that expects exactly what was found."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: ExcerptTrace) -> Iterator[str]:
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
        if finding.severity > Severity.NOTE and finding.accepted is None:
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


def _entries(text: str) -> tuple[str, list[str]]:
    """What stands before the first entry, and the text of each entry, comments below it included."""
    text = _NOTHING_QUOTED.sub("", text)
    starts = [match.start() for match in _EXCERPT_HEADER.finditer(text)]
    if not starts:
        return text, []
    ends = [*starts[1:], len(text)]
    return text[: starts[0]], [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _file_text(preamble: str, blocks: list[str]) -> str:
    if not blocks:
        return f"{preamble}excerpt = []\n"
    head = f"{preamble.rstrip()}\n\n" if preamble.strip() else ""
    return head + "\n".join(block.rstrip("\n") + "\n" for block in blocks)


def expectations(outcome: CaseOutcome) -> Expectations:
    """What became of the expectations of a case."""
    unmet = (each for n, one in enumerate(outcome.excerpts, start=1) for each in _unmet(one, n))
    met = (one.found.excerpt for one in outcome.excerpts if one.passed and one.found)
    return Expectations(str(outcome.case.folder), tuple(unmet), tuple(met), outcome.case.why)


def describe_case(outcome: CaseOutcome) -> str:
    """What is not as expected in a case: a few lines for each excerpt concerned, or an empty string."""
    return "\n".join(
        f"{title(outcome, n)}\n{describe_excerpt(one)}"
        for n, one in enumerate(outcome.excerpts, start=1)
        if not one.passed
    )


def title(outcome: CaseOutcome, number: int) -> str:
    """The case and the excerpt, which counts from 1: ``altered/figures e1, line 12 “Lantern lost $4.2 …”``."""
    one = outcome.excerpts[number - 1]
    place = f", line {one.found.excerpt.line}" if one.found else ""
    return f"{outcome.case.name} e{number}{place} “{_words(one)}”"


def describe_excerpt(outcome: ExcerptOutcome) -> str:
    """What is not as expected of one excerpt: a line for each difference."""
    lines = [line for unmet in _unmet(outcome, 0) for line in unmet.lines]
    if outcome.found and outcome.found.reason and outcome.mismatches:
        lines.append(f"  ({outcome.found.reason})")
    return "\n".join(f"  {line}" for line in lines)


def _unmet(outcome: ExcerptOutcome, number: int) -> Iterator[Unmet]:
    excerpt = outcome.found.excerpt if outcome.found else None
    line = excerpt.line if excerpt else 1
    for expected, found, finding in _differences(outcome):
        yield Unmet(number, _words(outcome), line, expected, found, excerpt, finding)


def _differences(outcome: ExcerptOutcome) -> Iterator[tuple[str | None, str | None, Finding | None]]:
    """What is expected and what is there instead; either is None where there is nothing."""
    if outcome.found is None and outcome.expected:
        yield f"this excerpt, {outcome.expected.verdict}", None, None
    elif outcome.found and outcome.expected is None:
        yield None, f"this excerpt, {outcome.found.verdict}", None
    for mismatch in outcome.mismatches:
        yield f"{mismatch.what} {mismatch.expected}", f"{mismatch.what} {mismatch.found}", None
    for missing in outcome.missing:
        yield _expected(missing), None, None
    for extra in outcome.extra:
        yield None, _finding_line(extra), extra


def _words(outcome: ExcerptOutcome) -> str:
    if outcome.found:
        return abridged(outcome.found.excerpt.text)
    return f"{outcome.expected.begins} …" if outcome.expected else ""


def _expected(finding: ExpectedFinding) -> str:
    level = f" {finding.severity.label}" if finding.severity is not None else ""
    sides = ((finding.excerpt, "excerpt"), (finding.source, "source"))
    places = "".join(f" {name} “{text}”" for text, name in sides if text is not None)
    return f"{finding.code}{level}{places}"


def _finding_line(finding: Finding) -> str:
    sides: tuple[tuple[Passage | None, str], ...] = (
        (finding.excerpt, "excerpt"),
        (finding.source, "source"),
    )
    places = "".join(f" {name} “{abridged(passage.text)}”" for passage, name in sides if passage is not None)
    return f"{finding.rule.code} {finding.severity.label}{places}"
