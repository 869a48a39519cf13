"""Writing new expectations beside a person's own."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import itemgetter

from provenance.cases.comparing import CaseOutcome, words
from provenance.files.reading import toml_string
from provenance.findings.finding import Finding, Severity
from provenance.findings.trace import ExcerptTrace

_EXCERPT_HEADER = re.compile(r"^\[\[[ \t]*excerpt[ \t]*\]\]", re.MULTILINE)
_NOTHING_QUOTED = re.compile(r"^excerpt[ \t]*=[ \t]*\[[ \t]*\][ \t]*\n?", re.MULTILINE)
_FIRST_WORDS, _LAST_WORDS = 5, 4


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
