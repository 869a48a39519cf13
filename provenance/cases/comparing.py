"""Running a case, and comparing what was found in it with what a person expects."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from provenance.cases.reading import Case, ExpectedExcerpt, ExpectedFinding
from provenance.excerpts.model import Excerpt
from provenance.findings.finding import Finding
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.run import Expectations, Unmet
from provenance.text.tokens import tokenize
from provenance.tracing.tracer import Tracer

_AT_EACH_END = 5  # words of an excerpt that are shown
Words = tuple[str, ...]
_Difference = tuple[str | None, str | None, Finding | None]  # as in Unmet: expected, found, finding


@dataclass(frozen=True, slots=True, eq=False)
class ExcerptOutcome:
    """An expected excerpt, the one that was found in its place, and what of it is not as expected."""

    expected: ExpectedExcerpt | None  # none if nobody expects what was found
    found: ExcerptTrace | None  # none if it was not found
    matched: tuple[Finding, ...]  # findings that are as expected
    unmet: tuple[Unmet, ...]  # what is not as expected; findings count from minor on

    @property
    def passed(self) -> bool:
        """Whether all is as expected."""
        return not self.unmet


@dataclass(frozen=True, slots=True, eq=False)
class CaseOutcome:
    """A case, traced and compared: first its expected excerpts in their order, then those that nobody expects."""

    case: Case
    trace: Trace
    excerpts: tuple[ExcerptOutcome, ...]

    @property
    def failed(self) -> tuple[ExcerptOutcome, ...]:
        """The excerpts of which something is not as expected."""
        return tuple(one for one in self.excerpts if not one.passed)

    @property
    def passed(self) -> bool:
        """Whether all is as expected."""
        return not self.failed

    @property
    def expectations(self) -> Expectations:
        """The same for reports."""
        unmet = tuple(each for one in self.excerpts for each in one.unmet)
        met = tuple(one.found.excerpt for one in self.excerpts if one.passed and one.found)
        return Expectations(str(self.case.folder), unmet, met, self.case.why)


def run_case(case: Case) -> CaseOutcome:
    """Trace a case's article against its saved originals alone, and compare what is found with what is expected."""
    saved = [case.sources] if case.sources else []
    languages = (case.language,) if case.language else case.settings.languages
    settings = replace(case.settings, languages=languages)
    with Tracer(case.given, saved=saved, offline=True, settings=settings) as tracer:
        return compare_case(case, tracer.graded(case.article))


def compare_case(case: Case, trace: Trace) -> CaseOutcome:
    """Compare what was found in a case with what is expected."""
    left, pairs = list(trace.excerpts), list[tuple[ExpectedExcerpt | None, ExcerptTrace | None]]()
    for expected in case.excerpts:
        found = _counterpart(expected, left)
        if found is not None:
            left.remove(found)
        pairs.append((expected, found))
    pairs += [(None, found) for found in left]
    outcomes = (_outcome(case, number, *pair) for number, pair in enumerate(pairs, start=1))
    return CaseOutcome(case, trace, tuple(outcomes))


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
    """The words of an excerpt, then without each mark at its end: nobody minds whether "(emphasis added)" is in it."""
    text = words(excerpt.text)
    yield text
    for mark in reversed(excerpt.marks):
        tail = words(mark.passage.text)
        if tail and text[-len(tail) :] == tail:
            text = text[: -len(tail)]
            yield text


def _counterpart(expected: ExpectedExcerpt, left: Sequence[ExcerptTrace]) -> ExcerptTrace | None:
    """The excerpt that is meant: the one of the expected extent, else one that shares an end with it."""
    tests = (has_extent, _begins, _ends, _overlaps)
    return next((found for test in tests for found in left if test(expected, found)), None)


def _overlaps(expected: ExpectedExcerpt, found: ExcerptTrace) -> bool:
    text = words(found.excerpt.text)
    return holds(text, words(expected.begins)) or holds(text, words(expected.ends))


def _outcome(
    case: Case, number: int, expected: ExpectedExcerpt | None, found: ExcerptTrace | None
) -> ExcerptOutcome:
    left, matched, missing = list(found.findings if found else ()), [], []
    for wanted in expected.findings if expected else ():
        alike = [finding for finding in left if _is_same(wanted, finding)]
        if alike:
            matched.append(min(alike, key=lambda finding: _distance(wanted, finding)))
            left.remove(matched[-1])
        else:
            missing.append(wanted)
    differences: list[_Difference] = [
        *_mismatches(case, expected, found),
        *((_expected_in_words(each), None, None) for each in missing),
        *((None, _found_in_words(each), each) for each in left if _is_grave(each)),
    ]
    excerpt = found.excerpt if found else None
    said = abridged(excerpt.text) if excerpt else f"{expected.begins} …" if expected else ""
    line = excerpt.line if excerpt else 1
    unmet = (Unmet(number, said, line, wanted, made, excerpt, each) for wanted, made, each in differences)
    return ExcerptOutcome(expected, found, tuple(matched), tuple(unmet))


def _is_grave(finding: Finding) -> bool:
    return not finding.is_note and finding.accepted is None


def _is_same(expected: ExpectedFinding, found: Finding) -> bool:
    """Whether a finding is the expected one: same code, and on each side one's words hold the other's."""
    return (
        expected.code == found.rule.code
        and expected.severity in {None, found.severity}
        and all(_agree(words(text), made) for text, made in _sides(expected, found))
    )


def _sides(expected: ExpectedFinding, found: Finding) -> list[tuple[str, Words]]:
    """What is expected of either side, and the words there; a side that does not matter is left out."""
    sides = ((expected.excerpt, found.excerpt), (expected.source, found.source))
    return [(text, words(passage.text if passage else "")) for text, passage in sides if text is not None]


def _agree(one: Words, other: Words) -> bool:
    return holds(one, other) or holds(other, one)


def _distance(expected: ExpectedFinding, found: Finding) -> int:
    return sum(abs(len(words(text)) - len(made)) for text, made in _sides(expected, found))


def _mismatches(
    case: Case, expected: ExpectedExcerpt | None, found: ExcerptTrace | None
) -> Iterator[_Difference]:
    """What but the findings is not as expected, of all that the person wrote down."""
    if expected is None or found is None:
        wanted, made = (f"this excerpt, {each.verdict}" if each else None for each in (expected, found))
        yield wanted, made, None
        return
    excerpt, said = found.excerpt, found.excerpt.attribution
    if not has_extent(expected, found):
        yield f"extent {expected.begins} … {expected.ends}", f"extent {abridged(excerpt.text)}", None
    aspects: tuple[tuple[str, str | None, str | None], ...] = (
        ("verdict", expected.verdict, found.verdict),
        ("markup", expected.markup, excerpt.markup),
        ("boundary", expected.boundary, excerpt.boundary),
        ("outlet", expected.outlet, said.outlet),
        ("speaker", expected.speaker, said.speaker),
        ("link", expected.link, said.link),
    )
    for what, wanted, made in aspects:
        is_name = what in {"outlet", "speaker"}
        if wanted is not None and not (_same_name(wanted, made or "") if is_name else wanted == (made or "")):
            yield f"{what} {wanted or 'none'}", f"{what} {made or 'none'}", None
    if expected.continues not in {None, excerpt.continues}:
        yield f"continues {expected.continues}".lower(), f"continues {excerpt.continues}".lower(), None
    if expected.source is not None and not _same_file(case, expected.source, found):
        origin = found.witness.document.origin if found.witness else "none"
        yield f"source {expected.source}", f"source {origin}", None


def _same_name(expected: str, found: str) -> bool:
    """Whether two names agree: one may be the shorter form of the other; no name agrees with no name only."""
    wanted, made = words(expected), words(found)
    return _agree(wanted, made) if wanted and made else wanted == made


def _same_file(case: Case, name: str, found: ExcerptTrace) -> bool:
    if case.sources is None or found.witness is None:
        return False
    return hashlib.sha256((case.sources / name).read_bytes()).hexdigest() == found.witness.digest


def _expected_in_words(finding: ExpectedFinding) -> str:
    level = f" {finding.severity.label}" if finding.severity is not None else ""
    return f"{finding.code}{level}{_places(finding.excerpt, finding.source)}"


def _found_in_words(finding: Finding) -> str:
    sides = (finding.excerpt, finding.source)
    return f"{finding.rule.code} {finding.severity.label}" + _places(
        *(None if passage is None else abridged(passage.text) for passage in sides)
    )


def _places(excerpt: str | None, source: str | None) -> str:
    sides = (("excerpt", excerpt), ("source", source))
    return "".join(f" {name} “{text}”" for name, text in sides if text is not None)


def abridged(text: str) -> str:
    """A text on one line, its middle left out if it is long."""
    parts = text.split()
    if len(parts) <= 2 * _AT_EACH_END + 2:
        return " ".join(parts)
    return f"{' '.join(parts[:_AT_EACH_END])} … {' '.join(parts[-_AT_EACH_END:])}"


def described(outcome: CaseOutcome, one: ExcerptOutcome) -> str:
    """The case and an excerpt of it, then a line for each thing that is not as expected: ``altered/figures e1, line 12 …``."""
    title = f"{outcome.case.name} {one.unmet[0].title}"
    lines = [line for unmet in one.unmet for line in unmet.lines]
    if one.found and one.found.reason and any(each.expected and each.found for each in one.unmet):
        lines.append(f"  ({one.found.reason})")
    return "\n".join([title, *(f"  {line}" for line in lines)])
