"""Running a case, and comparing what was found in it with what a person expects."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from provenance.cases.case import Case, ExpectedExcerpt, ExpectedFinding
from provenance.configuration.grading import regraded
from provenance.excerpts.model import Excerpt
from provenance.findings.finding import Finding, Severity
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.text.document import Passage
from provenance.text.tokens import tokenize
from provenance.tracing.tracer import Tracer

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something about an excerpt that is not as expected: what, and the two values in words."""

    what: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True, eq=False)
class ExcerptOutcome:
    """An expected excerpt and the one that was found in its place."""

    expected: ExpectedExcerpt | None  # none if nobody expects what was found
    found: ExcerptTrace | None  # none if it was not found
    matched: tuple[tuple[ExpectedFinding, Finding], ...] = ()  # findings that are as expected
    missing: tuple[ExpectedFinding, ...] = ()  # findings that are expected and were not made
    extra: tuple[Finding, ...] = ()  # findings of severity minor or more that nobody expects
    mismatches: tuple[Mismatch, ...] = ()  # what else is not as expected

    @property
    def passed(self) -> bool:
        """Whether all is as expected."""
        there = self.expected is not None and self.found is not None
        return there and not (self.missing or self.extra or self.mismatches)


@dataclass(frozen=True, slots=True, eq=False)
class CaseOutcome:
    """A case, traced and compared: first its expected excerpts in their order, then those that nobody expects."""

    case: Case
    trace: Trace
    excerpts: tuple[ExcerptOutcome, ...]

    @property
    def passed(self) -> bool:
        """Whether all is as expected."""
        return all(outcome.passed for outcome in self.excerpts)


def compare_case(case: Case, trace: Trace) -> CaseOutcome:
    """Compare what was found in a case with what is expected."""
    left = list(trace.excerpts)
    outcomes = []
    for expected in case.excerpts:
        found = _counterpart(expected, left)
        if found is not None:
            left.remove(found)
        outcomes.append(_outcome(case, expected, found))
    surprises = (ExcerptOutcome(None, found, extra=_grave(found.findings)) for found in left)
    return CaseOutcome(case, trace, (*outcomes, *surprises))


def stale_expectations(outcome: CaseOutcome) -> tuple[int, ...]:
    """The numbers, from 1, of the expected excerpts whose words stand in the article no longer."""
    text = words(outcome.trace.article.document.text)
    return tuple(
        number
        for number, expected in enumerate(outcome.case.excerpts, start=1)
        if not (holds(text, words(expected.begins)) and holds(text, words(expected.ends)))
    )


@cache
def words(text: str) -> Words:
    """The words of a text as they are compared: without case, punctuation and spacing."""
    return tuple(token.folded for token in tokenize(text))


def holds(text: Words, part: Words) -> bool:
    """Whether ``part`` stands in ``text`` word for word."""
    return any(text[n : n + len(part)] == part for n in range(len(text) - len(part) + 1))


def has_extent(expected: ExpectedExcerpt, found: ExcerptTrace) -> bool:
    """Whether an excerpt begins and ends where it is expected to."""
    return _begins(expected, found) and _ends(expected, found)


def _begins(expected: ExpectedExcerpt, found: ExcerptTrace) -> bool:
    first = words(expected.begins)
    return words(found.excerpt.text)[: len(first)] == first


def _ends(expected: ExpectedExcerpt, found: ExcerptTrace) -> bool:
    last = words(expected.ends)
    return any(text[-len(last) :] == last for text in _endings(found.excerpt))


def _endings(excerpt: Excerpt) -> Iterator[Words]:
    """The words of an excerpt: all of them, then without the editorial marks at its end, one by one.

    Whether "(emphasis added)" after the last word belongs to the excerpt is nobody's concern.
    """
    text = words(excerpt.text)
    yield text
    for mark in reversed(excerpt.marks):
        tail = words(mark.passage.text)
        if tail and text[-len(tail) :] == tail:
            text = text[: -len(tail)]
            yield text


def _counterpart(expected: ExpectedExcerpt, left: Iterable[ExcerptTrace]) -> ExcerptTrace | None:
    """The excerpt that is meant: the one of the expected extent, else one that shares an end with it."""
    candidates = tuple(left)
    for test in (has_extent, _begins, _ends, _overlaps):
        for found in candidates:
            if test(expected, found):
                return found
    return None


def _overlaps(expected: ExpectedExcerpt, found: ExcerptTrace) -> bool:
    text = words(found.excerpt.text)
    return holds(text, words(expected.begins)) or holds(text, words(expected.ends))


def _outcome(case: Case, expected: ExpectedExcerpt, found: ExcerptTrace | None) -> ExcerptOutcome:
    if found is None:
        return ExcerptOutcome(expected, None, missing=expected.findings)
    matched, missing, left = _paired(expected.findings, found.findings)
    return ExcerptOutcome(
        expected,
        found,
        matched=matched,
        missing=missing,
        extra=_grave(left),
        mismatches=tuple(_mismatches(case, expected, found)),
    )


def _paired(
    expected: Iterable[ExpectedFinding], found: Iterable[Finding]
) -> tuple[tuple[tuple[ExpectedFinding, Finding], ...], tuple[ExpectedFinding, ...], tuple[Finding, ...]]:
    """Each expected finding with one that was made; the expected ones and the made ones that are left."""
    left, matched, missing = list(found), [], []
    for wanted in expected:
        same = min(
            (finding for finding in left if is_same(wanted, finding)),
            key=lambda finding: _distance(wanted, finding),
            default=None,
        )
        if same is None:
            missing.append(wanted)
        else:
            left.remove(same)
            matched.append((wanted, same))
    return tuple(matched), tuple(missing), tuple(left)


def is_same(expected: ExpectedFinding, found: Finding) -> bool:
    """Whether a finding is the expected one: same code, and on each side one's words hold the other's."""
    return (
        expected.code == found.rule.code
        and expected.severity in {None, found.severity}
        and _agree(expected.excerpt, found.excerpt)
        and _agree(expected.source, found.source)
    )


def _agree(expected: str | None, found: Passage | None) -> bool:
    if expected is None:
        return True
    wanted, made = words(expected), words(found.text if found else "")
    return holds(wanted, made) or holds(made, wanted)


def _distance(expected: ExpectedFinding, found: Finding) -> int:
    """How many words more or fewer the finding names than expected."""
    sides = ((expected.excerpt, found.excerpt), (expected.source, found.source))
    return sum(
        abs(len(words(text)) - len(words(passage.text if passage else "")))
        for text, passage in sides
        if text is not None
    )


def _grave(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(found for found in findings if found.severity > Severity.NOTE and found.accepted is None)


def _mismatches(case: Case, expected: ExpectedExcerpt, found: ExcerptTrace) -> Iterator[Mismatch]:
    """What but the findings is not as expected, of all that the person wrote down."""
    excerpt, said = found.excerpt, found.excerpt.attribution
    if not has_extent(expected, found):
        yield Mismatch("extent", f"{expected.begins} … {expected.ends}", abridged(excerpt.text))
    aspects: tuple[tuple[str, str | None, str | None, Callable[[str, str | None], bool]], ...] = (
        ("verdict", expected.verdict, found.verdict, _equal),
        ("markup", expected.markup, excerpt.markup, _equal),
        ("boundary", expected.boundary, excerpt.boundary, _equal),
        ("outlet", expected.outlet, said.outlet, _same_name),
        ("speaker", expected.speaker, said.speaker, _same_name),
        ("link", expected.link, said.link, _equal),
    )
    for what, wanted, value, agree in aspects:
        if wanted is not None and not agree(wanted, value):
            yield Mismatch(what, wanted or "none", value or "none")
    if expected.continues not in {None, excerpt.continues}:
        yield Mismatch("continues", str(expected.continues).lower(), str(excerpt.continues).lower())
    if expected.source is not None and not _same_file(case, expected.source, found):
        yield Mismatch("source", expected.source, found.witness.document.origin if found.witness else "none")


def _equal(expected: str, found: str | None) -> bool:
    return expected == (found or "")


def _same_name(expected: str, found: str | None) -> bool:
    """Whether two names agree: one may be the shorter form of the other; no name agrees with no name only."""
    wanted, made = words(expected), words(found or "")
    if not wanted or not made:
        return wanted == made
    return holds(wanted, made) or holds(made, wanted)


def _same_file(case: Case, name: str, found: ExcerptTrace) -> bool:
    if case.sources is None or found.witness is None:
        return False
    return hashlib.sha256((case.sources / name).read_bytes()).hexdigest() == found.witness.digest


def abridged(text: str, *, at_each_end: int = 5) -> str:
    """A text on one line, its middle left out if it is long."""
    parts = text.split()
    if len(parts) <= 2 * at_each_end + 2:
        return " ".join(parts)
    return f"{' '.join(parts[:at_each_end])} … {' '.join(parts[-at_each_end:])}"


def run_case(case: Case) -> CaseOutcome:
    """Trace a case's article against its saved originals alone, and compare what is found with what is expected.

    Raises:
        ProvenanceError: If its article or a given source cannot be read.
    """
    saved = [case.sources] if case.sources else []
    languages = (case.language,) if case.language else case.settings.languages
    settings = replace(case.settings, languages=languages)
    with Tracer(case.given, saved=saved, offline=True, settings=settings) as tracer:
        return compare_case(case, regraded(tracer.trace(case.article), case.settings))
