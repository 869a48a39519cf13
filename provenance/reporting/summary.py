"""What a run comes to, in numbers, and what is said of quotations that were not traced."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from provenance.articles.article import Article
from provenance.findings.finding import Severity
from provenance.findings.trace import Trace, Verdict
from provenance.languages.coverage import unknown_told
from provenance.reporting.places import line_in_file, place_in_words
from provenance.reporting.run import Run
from provenance.text.document import Passage

if TYPE_CHECKING:
    from provenance.reporting.detection import Detection

UNATTRIBUTED = "unattributed"
"""Why an excerpt was not traced that is no rejected candidate."""

_MOST_PLACES = 8  # that are listed
_WHY_UNTRACED = {
    "too-short": "too short",
    "doubtful": "doubtful whether quoted",
    UNATTRIBUTED: "without a sure speaker or source and in no source at hand",
}


class Summary(NamedTuple):
    """Counts over a run. What does not occur has no entry."""

    articles: int  # how many articles
    excerpts: int  # how many excerpts in them
    verdicts: Mapping[str, int]  # excerpts by verdict, in the order of Verdict
    findings: Mapping[str, int]  # findings that nobody accepted, by severity, the gravest first
    accepted: int  # how many findings a person accepted
    untraced: int = 0  # quotations that are no excerpts: nobody is named, or they are too short
    known: int = 0  # how many the baseline has
    hidden: int = 0  # how many graver than a note the settings leave out


def summarise(traces: Sequence[Trace]) -> Summary:
    """Count what a run found."""
    items = [item for trace in traces for item in trace.excerpts]
    findings = [finding for item in items for finding in item.findings]
    standing = [finding.severity.label for finding in findings if finding.stands]
    return Summary(
        articles=len(traces),
        excerpts=len(items),
        verdicts=_counted((str(item.verdict) for item in items), [str(verdict) for verdict in Verdict]),
        findings=_counted(standing, [severity.label for severity in sorted(Severity, reverse=True)]),
        accepted=sum(finding.accepted is not None for finding in findings),
        untraced=sum(len(trace.untraced) for trace in traces),
        known=sum(finding.known and finding.accepted is None for finding in findings),
        hidden=sum(item.hidden for item in items),
    )


def summary_lines(run: Run) -> list[str]:
    """What a run comes to, in a line or two: its cases, which answer to what a person expects, and its other articles."""
    others = [trace for trace in run.traces if run.expected_of(trace) is None]
    lines = [_cases_in_words(run)] if run.expectations else []
    return [*lines, in_words(summarise(others))] if others or not lines else lines


def _cases_in_words(run: Run) -> str:
    failed = sum(bool(expected.unmet) for expected in run.expectations.values())
    met = len(run.expectations) - failed
    numbers = f"{met} as expected, {failed} not" if met and failed else "not " * bool(failed) + "as expected"
    return f"{counted(len(run.expectations), 'case')}: {numbers}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 finding``, ``2 findings``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def in_words(summary: Summary) -> str:
    """The summary as one line: ``1 article · 2 excerpts: 1 verbatim, 1 altered · 1 finding: 1 critical``."""
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in summary.verdicts.items())
    # Notes are things, the other severities are qualities: "2 notes", "2 major".
    graded = ", ".join(
        counted(count, name) if name == Severity.NOTE.label else f"{count} {name}"
        for name, count in summary.findings.items()
    )
    findings = f"{counted(sum(summary.findings.values()), 'finding')}: {graded}" if graded else ""
    excerpts = counted(summary.excerpts, "excerpt") + (f": {verdicts}" if verdicts else "")
    parts = [counted(summary.articles, "article"), excerpts, findings or "no findings"]
    parts += [f"{summary.accepted} accepted"] if summary.accepted else []
    parts += [f"{summary.known} known"] if summary.known else []
    parts += not_shown(summary.hidden)
    return " · ".join(parts + not_traced(summary.untraced))


def not_shown(number: int) -> list[str]:
    """What is said of findings that the settings leave out, so that nobody takes their excerpts for cleared."""
    return [f"{counted(number, 'finding')} not shown"] if number else []


def unknown_words(trace: Trace) -> list[str]:
    """One sentence for each language of an article's excerpts of which a class of words is not known."""
    judged = {item.comparison.language for item in trace.excerpts if item.comparison}
    return [told for language in sorted(judged - {""}) if (told := unknown_told(language))]


def not_traced(number: int) -> list[str]:
    """What a summary says of quotations that were not traced, so that nobody takes them for checked; nothing of none."""
    return [f"{counted(number, 'quotation')} not traced"] if number else []


def _counted(values: Iterable[str], order: Sequence[str]) -> dict[str, int]:
    counts = Counter(values)
    return {value: counts[value] for value in order if counts[value]}


def untraced_reasons(found: "Trace | Detection") -> list[str]:
    """For each quotation that was not traced the reason: that of its rejection, or that nobody is surely named."""
    reasons = {one.candidate.passages[0].span: str(one.reason) for one in found.rejected}
    return [reasons.get(passage.span, UNATTRIBUTED) for passage in found.untraced]


def untraced_of(found: "Trace | Detection") -> str:
    """The sentence on the quotations of an article that were not traced; empty where there are none."""
    return untraced_told(places_told(found.article, found.untraced), untraced_reasons(found))


def untraced_told(places: Sequence[str], reasons: Sequence[str]) -> str:
    """The same for quotations that begin at these places, for these reasons, one for each."""
    if not places:
        return ""
    by_reason: dict[str, list[str]] = {}
    for place, reason in zip(places, reasons, strict=True):
        by_reason.setdefault(_WHY_UNTRACED.get(reason, reason), []).append(place)
    were = "was" if len(places) == 1 else "were"
    told = "; ".join(f"{why} ({listed_places(those)})" for why, those in by_reason.items())
    return f"{counted(len(places), 'quotation')} {were} not traced: {told}"


def places_told(article: Article, passages: Sequence[Passage]) -> list[str]:
    """For each passage its line, or its place in words in a file without lines."""
    return [place_in_words(article, passage) or str(line_in_file(article, passage)) for passage in passages]


def listed_places(places: Sequence[str]) -> str:
    """``line 3``; ``lines 3, 8, 9``; ``page 2, page 5``; the first few of many."""
    different = list(dict.fromkeys(places))
    shown = ", ".join(different[:_MOST_PLACES]) + (" …" if len(different) > _MOST_PLACES else "")
    if not different[0].isdecimal():
        return shown
    return f"{'line' if len(different) == 1 else 'lines'} {shown}"
