"""Offering: the fixes of a trace's findings, source's words or marks. None is offered that was not compared with the source again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from provenance.configuration.settings import Settings
from provenance.errors import ArticleError
from provenance.findings.finding import OF_WORDS, Finding, Fix, FixKind, overlap
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.fixes import rewording
from provenance.fixes.file_edits import FileEditor, Plan, Rereading
from provenance.fixes.seams import UnfixableError, signs_at_edges
from provenance.tracing.comparison import SourceComparer, judging_settings

_DRESS = frozenset({"ALT310"})  # emphasis, which no words put back or keep off
_REMAINS = "the text would still differ from its source; copy its words by hand"
_ANOTHER = "another finding of the same quotation cannot be mended, and this one alone might mislead; copy the source's words by hand"
_TOGETHER = "with the other marks of the quotation it would say something else; put the source's words back with --restore"
_READ_ANEW = "the page would be read differently with it; copy the source's words by hand"


_WORDED = {FixKind.RESTORE: rewording.restored, FixKind.MARK: rewording.marked}


class Offer(NamedTuple):
    """What can be done about one finding."""

    number: int  # the number of its excerpt in the article, from 0
    finding: Finding  # the finding
    fixes: tuple[Fix, ...]  # what clears it, at most one of each kind
    refused: Mapping[FixKind, str]  # why there is none of a kind


class _Draft(NamedTuple):
    findings: tuple[Finding, ...]
    kind: FixKind
    plan: Plan


def offers(trace: Trace, *, settings: Settings | None = None) -> tuple[Offer, ...]:
    """What can be done about each finding that stands and is more than a note, in the article's order."""
    return _Offering(trace, settings or Settings()).offers()


def with_fixes(trace: Trace, *, settings: Settings | None = None) -> Trace:
    """The trace with the fixes that its findings have."""
    fixes = {id(offer.finding): offer.fixes for offer in offers(trace, settings=settings)}
    return trace.with_findings(lambda finding: replace(finding, fixes=fixes.get(id(finding), ())))


class _Offering:
    def __init__(self, trace: Trace, settings: Settings) -> None:
        self._trace = trace
        self._judging = judging_settings(settings)
        self._comparer = SourceComparer(trace.article, self._judging)
        self._before: dict[int, ExcerptTrace] = {}
        self._refused: dict[tuple[int, FixKind], str] = {}

    def offers(self) -> tuple[Offer, ...]:
        found = [
            (number, finding)
            for number, item in enumerate(self._trace.excerpts)
            for finding in item.findings
            if finding.counts
        ]
        fixes: dict[int, list[Fix]] = {}
        for draft in (*self._restoring(found), *self._marking(found)):
            for finding in draft.findings:
                fixes.setdefault(id(finding), []).append(Fix(draft.kind, draft.plan.edits))
        refused: dict[int, dict[FixKind, str]] = {}
        for (key, kind), reason in self._refused.items():
            refused.setdefault(key, {})[kind] = reason
        return tuple(
            Offer(number, finding, tuple(fixes.get(id(finding), ())), refused.get(id(finding), {}))
            for number, finding in found
        )

    def _restoring(self, found: Sequence[tuple[int, Finding]]) -> Iterator[_Draft]:
        """For each excerpt what clears all findings of its words at once: some of them alone may turn the sense."""
        wholes: list[_Draft] = []
        for number, group in groupby(found, key=itemgetter(0)):
            findings = [finding for _, finding in group]
            drafts = [self._draft(number, finding, FixKind.RESTORE) for finding in findings]
            done = [draft for draft in drafts if draft]
            if len(done) < sum(one.rule.kind in OF_WORDS and one.code not in _DRESS for one in findings):
                for draft in done:
                    self._refuse(draft, _ANOTHER)
            elif done:
                wholes += self._joined(number, done)
        if wholes:
            self._check(wholes)
        return filter(self._is_offered, wholes)

    def _joined(self, number: int, drafts: Sequence[_Draft]) -> Iterator[_Draft]:
        findings = tuple(finding for draft in drafts for finding in draft.findings)
        plan = drafts[0].plan
        if len(drafts) > 1:
            try:
                rewordings = rewording.joined(each for draft in drafts for each in draft.plan.rewordings)
                plan = self._plan(number, rewordings)
            except UnfixableError as error:
                for draft in drafts:
                    self._refuse(draft, str(error))
                return
        yield _Draft(findings, FixKind.RESTORE, plan)

    def _marking(self, found: Sequence[tuple[int, Finding]]) -> Iterator[_Draft]:
        drafts = [draft for at in found if (draft := self._draft(*at, FixKind.MARK))]
        for wave in _waves(drafts):
            self._check(wave)
        if marks := list(_together(filter(self._is_offered, drafts))):
            self._check(marks)
        return filter(self._is_offered, drafts)

    def _is_offered(self, draft: _Draft) -> bool:
        return (id(draft.findings[0]), draft.kind) not in self._refused

    def _refuse(self, draft: _Draft, reason: str) -> None:
        for finding in draft.findings:
            self._refused[id(finding), draft.kind] = reason

    def _draft(self, number: int, finding: Finding, kind: FixKind) -> _Draft | None:
        try:
            return _Draft((finding,), kind, self._plan(number, _WORDED[kind](self._item(number), finding)))
        except UnfixableError as error:
            self._refused[id(finding), kind] = str(error)
            return None

    def _plan(self, number: int, rewordings: tuple[rewording.Rewording, ...]) -> Plan:
        editor, excerpt = FileEditor(self._trace.article), self._trace.excerpts[number].excerpt
        return Plan(
            number, rewordings, tuple(edit for each in rewordings for edit in editor.edits(each, excerpt))
        )

    def _item(self, number: int) -> ExcerptTrace:
        """An excerpt with all findings of its words, those too that settings leave out or grade otherwise."""
        if number not in self._before:
            item = self._trace.excerpts[number]
            again = self._comparer.compare(item.excerpt, item.witness).comparison if item.witness else None
            self._before[number] = replace(item, comparison=again)
        return self._before[number]

    def _check(self, wave: Sequence[_Draft]) -> None:
        """Refuse the drafts that do not do what they are for. Of a page that reads otherwise, each half is tried."""
        try:
            reread = Rereading(self._trace.article, [draft.plan for draft in wave])
        except ArticleError:
            reread = None
        if reread is None or not reread.as_planned:
            if len(wave) == 1:
                self._refuse(wave[0], _READ_ANEW)
                return
            middle = len(wave) // 2
            self._check(wave[:middle])
            self._check(wave[middle:])
            return
        comparer = SourceComparer(reread.article, self._judging)
        for draft in wave:
            if not self._clears(draft, reread, comparer):
                together = draft.kind is FixKind.MARK and len(draft.findings) > 1
                self._refuse(draft, _TOGETHER if together else _REMAINS)

    def _clears(self, draft: _Draft, reread: Rereading, comparer: SourceComparer) -> bool:
        """Whether the findings are gone, no other has come, and the signs at the excerpt's edges are as they were."""
        item = self._item(draft.plan.number)
        if item.witness is None or item.comparison is None:
            return False
        try:
            excerpt = reread.excerpt(item.excerpt, draft.plan.number, language=item.comparison.language)
        except (ValueError, IndexError):
            return False
        after = comparer.compare(excerpt, item.witness).comparison
        allowed = grave(item.comparison.findings)
        wanted = [(one.rule.code, one.excerpt, one.source) for one in draft.findings]
        gone = (one for one in item.comparison.findings if (one.rule.code, one.excerpt, one.source) in wanted)
        allowed.subtract(grave(gone))
        is_as_it_was = signs_at_edges(excerpt) == signs_at_edges(item.excerpt)
        return bool(after.alignment.found) and grave(after.findings) <= allowed and is_as_it_was


def _together(drafts: Iterable[_Draft]) -> Iterator[_Draft]:
    """All marks of an excerpt as one draft, where there are several: one may tell the reader nothing without the others."""
    marks: dict[int, list[_Draft]] = {}
    for draft in drafts:
        if draft.kind is FixKind.MARK:
            marks.setdefault(draft.plan.number, []).append(draft)
    for number, several in sorted(marks.items()):
        edits = tuple(edit for draft in several for edit in draft.plan.edits)
        if len(several) > 1 and not overlap(sorted(edits)):
            rewordings = tuple(each for draft in several for each in draft.plan.rewordings)
            findings = tuple(draft.findings[0] for draft in several)
            yield _Draft(findings, FixKind.MARK, Plan(number, rewordings, edits))


def grave(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """The findings that are more than notes, by what they say of which words of the source."""
    return Counter(
        (finding.rule.code, "".join(finding.source.text.split()) if finding.source else "")
        for finding in findings
        if not finding.is_note
    )


def _waves(drafts: Iterable[_Draft]) -> Iterator[list[_Draft]]:
    """The drafts in as many rounds as needed for none to touch an excerpt twice, in the article's order."""
    waves: list[dict[int, _Draft]] = []
    for draft in drafts:
        wave = next((wave for wave in waves if draft.plan.number not in wave), None)
        if wave is None:
            waves.append(wave := {})
        wave[draft.plan.number] = draft
    return ([wave[number] for number in sorted(wave)] for wave in waves)
