"""One excerpt of the terminal report, from its first words to the link that opens its source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from provenance.excerpts.model import Boundary
from provenance.findings.finding import FindingKind, Severity
from provenance.findings.trace import SourceStatus, Verdict
from provenance.reporting.cleaning import is_safe_link, one_line
from provenance.reporting.diffing import StretchKind, differs, folded, stretches
from provenance.reporting.painting import paint, paint_apart
from provenance.reporting.placing import holds_end, open_link, paragraphs_of, told_pages
from provenance.reporting.records import pdf_pages_of, source_url
from provenance.reporting.reporter import SIDE_BY_SIDE_FROM
from provenance.reporting.summary import counted
from provenance.reporting.wrapping import columns, hanging, indented, padded, shortened, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.alignment.alignment import Placement
    from provenance.excerpts.model import Excerpt
    from provenance.findings.finding import Finding
    from provenance.findings.trace import ExcerptTrace
    from provenance.reporting.diffing import Stretch
    from provenance.reporting.reporter import View

_INDENT = 2
_LABELS = 9  # columns of "cue", "source" and the rest
_DIFF_INDENT = 4
_TABLE_MESSAGE = 30  # columns that a message needs beside its code; with fewer it goes below

_TROUBLE, _FINE = Style(color="color(166)", bold=True), Style(color="color(33)", bold=True)
_VERDICT_STYLES = {
    Verdict.VERBATIM: _FINE,
    Verdict.FAITHFUL: _FINE,
    Verdict.ALTERED: _TROUBLE,
    Verdict.NOT_FOUND: _TROUBLE,
    Verdict.UNCHECKED: Style(bold=True),
}
_NOTHING_TO_OPEN = frozenset({Verdict.VERBATIM, Verdict.UNCHECKED})
_SEVERITY_STYLES = {Severity.CRITICAL: _TROUBLE, Severity.MAJOR: Style(bold=True)}


def excerpt_lines(item: ExcerptTrace, view: View, width: int) -> list[Text]:
    """The lines of one excerpt, indented below its article: its head, the diff, and what is to be said of it."""
    inner = width - _INDENT
    sections = [[line for part in parts for line in part(item, view, inner)] for parts in _SECTIONS]
    head, *others = [section for section in sections if section]
    lines = [*head, *(line for section in others for line in (Text(), *section))]
    return list(indented(lines, _INDENT))


def heading(excerpt: Excerpt, width: int, *, settled: bool = False) -> Text:
    """The first words of an excerpt, its line and how it is set off; ``settled`` where the source has its end."""
    unclear = " · end unclear" if excerpt.boundary is Boundary.UNCLEAR and not settled else ""
    place = f"line {excerpt.line} · {excerpt.markup}{unclear}"
    words = shortened(one_line(excerpt.text[:400]), max(12, width - cell_len(place) - 5))
    return Text().append(f"“{words}”", "bold").append("   ").append(place, "dim")


def attribution_lines(excerpt: Excerpt, width: int) -> list[Text]:
    """The cue and whoever is named beyond it; nothing where nobody is."""
    attribution = excerpt.attribution
    cue = one_line(attribution.cue.text) if attribution.cue else ""
    named = [one_line(name) for name in (attribution.speaker, attribution.outlet) if name]
    who = " · ".join([cue] * bool(cue) + [name for name in named if name not in cue])
    return field("cue" if cue else "from", Text(who), width) if who else []


def field(label: str, text: Text, width: int) -> list[Text]:
    """A labelled text, its further lines below its first."""
    return hanging(Text.styled(label, "dim"), text, column=_LABELS, width=width)


def located(label: str, target: Text, remark: str, width: int) -> list[Text]:
    """An address with a remark. It is never broken, so that it can be copied: the remark goes below where it must."""
    line = padded(Text.styled(label, "dim"), _LABELS).append_text(target)
    if cell_len(line.plain) + cell_len(remark) <= width:
        return [line.append(remark)]
    return [line, *[Text(" " * _LABELS + remark.removeprefix(" · "))] * bool(remark)]


def linked(target: str, view: View) -> Text:
    """An address or a path; a hyperlink where the terminal can and the address is harmless."""
    link = target if view.colour and is_safe_link(target) else None
    return Text.styled(one_line(target), Style(link=link) if link else "")


def _heading(item: ExcerptTrace, _: View, width: int) -> Iterator[Text]:
    yield heading(item.excerpt, width, settled=holds_end(item.excerpt.passages, _placements(item)))


def _origin(item: ExcerptTrace, view: View, width: int) -> Iterator[Text]:
    yield from attribution_lines(item.excerpt, width)
    witness, target = item.witness, source_url(item)
    target = target or (witness.document.origin if witness else None) or _named_elsewhere(item)
    yield from located("source", linked(target, view), _how_it_came(item), width)


def _how_it_came(item: ExcerptTrace) -> str:
    witness = item.witness
    if witness is None:
        return "" if item.status is SourceStatus.NONE else f" · {item.status}"
    when = f" {witness.retrieved.date().isoformat()}" if witness.retrieved else ""
    pages = told_pages(pdf_pages_of(item))
    return f" · {witness.via}{when}" + (f" · PDF{pages and f', {pages}'}" if witness.pdf_pages else "")


def _named_elsewhere(item: ExcerptTrace) -> str:
    nowhere = item.status is SourceStatus.NONE or not item.references
    return "none" if nowhere else item.references[0].locator


def _verdict(item: ExcerptTrace, _: View, width: int) -> Iterator[Text]:
    graver = [finding for finding in item.findings if finding.severity > Severity.NOTE]
    notes = len(item.findings) - len(graver)
    parts = [
        counted(len(graver), "finding") if graver else "",
        counted(notes, "note") if notes and item.verdict is not Verdict.UNCHECKED else "",
        _place(item),
    ]
    line = Text.styled(str(item.verdict), _VERDICT_STYLES[item.verdict])
    yield from wrapped(line.append("".join(f" · {part}" for part in parts if part)), width)
    if reason := _reason(item):
        label = "why" if item.verdict in {Verdict.UNCHECKED, Verdict.NOT_FOUND} else "chosen"
        yield from field(label, Text(one_line(reason)), width)


def _place(item: ExcerptTrace) -> str:
    """Where the source has it; and that it has the end, where the article does not show that."""
    where = paragraphs_of([placement.source for placement in _placements(item)])
    if not where:
        return ""
    unclear = item.excerpt.boundary is Boundary.UNCLEAR
    ends = unclear and holds_end(item.excerpt.passages, _placements(item))
    return f"placed in {where} of the source" + ", where it ends" * ends


def _placements(item: ExcerptTrace) -> Sequence[Placement]:
    return item.comparison.alignment.placements if item.comparison else ()


def _reason(item: ExcerptTrace) -> str | None:
    """Why an excerpt is unchecked, or how its source was chosen; what a finding on the source says, if nothing else."""
    if item.reason or item.verdict is not Verdict.UNCHECKED:
        return item.reason
    return next(
        (finding.message for finding in item.findings if finding.rule.kind is FindingKind.SOURCE), None
    )


def _diff(item: ExcerptTrace, view: View, width: int) -> Iterator[Text]:
    parts = stretches(item)
    if not differs(parts):
        return
    shown = parts if view.verbosity > 0 else folded(parts)
    inner = width - _DIFF_INDENT + _INDENT
    beside = view.side_by_side and width + _INDENT >= SIDE_BY_SIDE_FROM
    lines = _beside(shown, view, inner) if beside else _inline(shown, view, inner)
    yield from indented(lines, _DIFF_INDENT - _INDENT)
    yield from _moved(parts, width)


def _inline(parts: Sequence[Stretch], view: View, width: int) -> Iterator[Text]:
    for number, paragraph in enumerate(paint(parts, colour=view.colour)):
        yield from [Text()] * bool(number)
        yield from wrapped(paragraph, width)


def _beside(parts: Sequence[Stretch], view: View, width: int) -> Iterator[Text]:
    half = width // 2 - 1
    yield from columns([Text.styled("the article", "dim")], [Text.styled("the source", "dim")], width=half)
    for number, (ours, theirs) in enumerate(paint_apart(parts, colour=view.colour)):
        yield from columns([Text()] * bool(number), [], width=half)
        yield from columns(wrapped(ours, half - 2), wrapped(theirs, half - 2), width=half)


def _moved(parts: Sequence[Stretch], width: int) -> Iterator[Text]:
    moved = [part for part in parts if part.kind is StretchKind.MOVED]
    yield from [Text()] * bool(moved)
    for part in moved:
        where = paragraphs_of([part.source]) if part.source else None
        if where:
            words = shortened(part.text, 40)
            yield from field("moved", Text(f"“{words}” stands in {where} of the source"), width)


def _findings(item: ExcerptTrace, view: View, width: int) -> Iterator[Text]:
    shown = [finding for finding in item.findings if finding.severity > Severity.NOTE or view.verbosity > 0]
    longest = max((len(finding.rule.name) for finding in shown), default=0)
    for finding in sorted(shown, key=_gravest_first):
        yield from _finding(finding, longest, width)


def _gravest_first(finding: Finding) -> int:
    return -finding.severity


def _finding(finding: Finding, longest: int, width: int) -> Iterable[Text]:
    label = padded(Text.styled(finding.severity.label, _SEVERITY_STYLES.get(finding.severity, "")), 9)
    label.append(finding.rule.code, "bold").append(f" {finding.rule.name}")
    accepted = f" (accepted: {one_line(finding.accepted)})" if finding.accepted is not None else ""
    message = Text(one_line(finding.message) + accepted)
    column = 9 + 7 + longest + 2
    if width - column >= _TABLE_MESSAGE:
        return hanging(label, message, column=column, width=width)
    return [label, *indented(wrapped(message, width - 9), 9)]


def _open(item: ExcerptTrace, view: View, width: int) -> Iterator[Text]:
    link = open_link(item)
    if link and item.verdict not in _NOTHING_TO_OPEN:
        yield from located("open", linked(link, view), "", width)


_Part = Callable[["ExcerptTrace", "View", int], "Iterable[Text]"]
_SECTIONS: tuple[tuple[_Part, ...], ...] = ((_heading, _origin, _verdict), (_diff,), (_findings, _open))
