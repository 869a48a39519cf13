"""One excerpt of the terminal report, from its first words to the link that opens its source."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from provenance.articles.article import Article
from provenance.excerpts.model import Boundary, Excerpt
from provenance.findings.finding import Finding, Severity
from provenance.findings.trace import ExcerptTrace, SourceStatus, Trace, Verdict
from provenance.reporting import places
from provenance.reporting.cited_works import told_reference
from provenance.reporting.cleaning import is_safe_link, one_line
from provenance.reporting.diff.rows import Diff, diff_of, differs
from provenance.reporting.diff.setting import TERMINAL, Paragraph, folded
from provenance.reporting.diff.views import inline_diff, paired_paragraphs
from provenance.reporting.reporter import SIDE_BY_SIDE_FROM, View
from provenance.reporting.summary import counted, not_shown
from provenance.reporting.terminal.painting import (
    LABEL_WIDTH,
    columns,
    field,
    hanging,
    indented,
    linked,
    located,
    padded,
    paint,
    shortened,
    with_link,
    wrapped,
)
from provenance.sources.source import FoundBy
from provenance.text.document import Passage, whole

_INDENT = 2
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
_NOT_CITED = frozenset({FoundBy.TEXT, FoundBy.OUTLET})
_NOTHING_TO_OPEN = frozenset({Verdict.VERBATIM, Verdict.UNCHECKED})
_SEVERITY_STYLES = {Severity.CRITICAL: _TROUBLE, Severity.MAJOR: Style(bold=True)}


def excerpt_lines(
    trace: Trace, item: ExcerptTrace, view: View, width: int, *, told: bool = False
) -> list[Text]:
    """The lines of one excerpt; how its source was chosen is left out where that was ``told`` of another one."""
    shown, inner = _Shown(trace, item, view, told), width - _INDENT
    lines = [*_origin(shown, inner), *_verdict(shown, inner)]
    for section in ([*_diff(shown, inner)], [*_findings(shown, inner), *_open(shown, inner)]):
        lines += [Text(), *section] if section else []
    settled = places.holds_end(item.excerpt.passages, item.placements)
    title = heading(trace.article, item.excerpt, width, settled=settled)
    return [*title, *indented(lines, _INDENT)]


def cleared_line(trace: Trace, item: ExcerptTrace, width: int) -> Text:
    """An excerpt that nobody needs to look at, on one line: its place, its verdict and its first words."""
    head = Text().append(f"{_path_and_place(trace.article, whole(item.excerpt.passages))}  ", "dim")
    head.append(str(item.verdict), _VERDICT_STYLES[item.verdict])
    graver = [finding for finding in item.findings if not finding.is_note]
    head.append(f" · {counted(len(graver), 'finding')} accepted" if graver else "")
    by = item.witness.reference.found_by if item.witness and item.excerpt.attribution.link else None
    head.append(" · in another source than the cited one" if by in _NOT_CITED else "")
    room = width - cell_len(head.plain) - 4
    return head.append(f"  “{shortened(one_line(item.excerpt.text[:400]), max(12, room))}”")


def heading(article: Article, excerpt: Excerpt, width: int, *, settled: bool = False) -> list[Text]:
    """Where an excerpt stands, in the form that editors open, its first words, and how it is set off."""
    unclear = " · end unclear" if excerpt.boundary is Boundary.UNCLEAR and not settled else ""
    place = Text(_path_and_place(article, whole(excerpt.passages)), "bold")
    remark = f"   {excerpt.markup}{unclear}"
    if cell_len(place.plain) + cell_len(remark) <= width:
        place.append(remark, "dim")
    words = shortened(one_line(excerpt.text[:400]), max(12, width - _INDENT - 2))
    return [place, Text(" " * _INDENT).append(f"“{words}”", "bold")]


def _path_and_place(article: Article, passage: Passage) -> str:
    """What editors open: ``posts/pier.md:14:25``."""
    path = one_line(places.from_here(article.document.origin)) or "-"
    return f"{path}:{places.place_told(article, passage)}"


def attribution_lines(excerpt: Excerpt, width: int) -> list[Text]:
    """The cue, the speaker that was read, and an outlet that the cue does not name."""
    told = excerpt.attribution
    cue, speaker, outlet = (
        one_line(words or "") for words in (told.cue and told.cue.text, told.speaker, told.outlet)
    )
    named = (("cue", cue), ("said by", speaker), ("from", "" if outlet in cue else outlet))
    return [line for label, words in named if words for line in field(label, Text(words), width)]


class _Shown(NamedTuple):
    trace: Trace
    item: ExcerptTrace
    view: View
    told: bool


def _origin(shown: _Shown, width: int) -> Iterator[Text]:
    item = shown.item
    yield from attribution_lines(item.excerpt, width)
    works = item.excerpt.attribution.citations
    if works and (told := told_reference(works[0])):
        yield from field("cited", Text(told), width)
    elsewhere = item.references[:1] if item.status is not SourceStatus.NONE else ()
    target = places.source_url(item) or (item.witness.document.origin if item.witness else "")
    target = target or next((each.locator for each in elsewhere), "none")
    how = _how_it_came(item)
    yield from located("source", linked(target, shown.view, width - LABEL_WIDTH - cell_len(how)), how, width)


def _how_it_came(item: ExcerptTrace) -> str:
    witness = item.witness
    if witness is None:
        return "" if item.status is SourceStatus.NONE else f" · {item.status}"
    when = f" {witness.retrieved.date().isoformat()}" if witness.retrieved else ""
    pages, moment = places.told_pages(places.pdf_pages_of(item)), places.moment_of(item)
    how = f" · {witness.via}{when}" + (f" · PDF{pages and f', {pages}'}" if witness.pdf_pages else "")
    return f"{how} · {places.landmark_told(moment)}" if moment else how


def _verdict(shown: _Shown, width: int) -> Iterator[Text]:
    item = shown.item
    graver = [finding for finding in item.findings if not finding.is_note]
    notes = len(item.findings) - len(graver)
    parts = [
        counted(len(graver), "finding") if graver else "",
        counted(notes, "note") if notes and item.verdict is not Verdict.UNCHECKED else "",
        *not_shown(item.hidden),
        _place(item),
    ]
    line = Text.styled(str(item.verdict), _VERDICT_STYLES[item.verdict])
    yield from wrapped(line.append("".join(f" · {part}" for part in parts if part)), width)
    if reason := item.reason:
        label = "why" if item.verdict in {Verdict.UNCHECKED, Verdict.NOT_FOUND} else "chosen"
        if label == "chosen" and shown.told:
            return
        yield from field(
            label, with_link(one_line(reason), places.source_url(item), shown.view, width), width
        )


def _place(item: ExcerptTrace) -> str:
    """Where the source has it; and that it has the end, where the article does not show that."""
    where = places.paragraphs_of([placement.source for placement in item.placements])
    if not where:
        return ""
    unclear = item.excerpt.boundary is Boundary.UNCLEAR
    ends = unclear and places.holds_end(item.excerpt.passages, item.placements)
    return f"placed in {where} of the source" + ", where it ends" * ends


def _diff(shown: _Shown, width: int) -> Iterator[Text]:
    rows, view = diff_of(shown.item), shown.view
    if not differs(rows):
        return
    inner = width - _DIFF_INDENT + _INDENT
    beside = view.side_by_side and width + _INDENT >= SIDE_BY_SIDE_FROM
    lines = _beside(rows, view, inner) if beside else _inline(rows, view, inner)
    yield from indented(lines, _DIFF_INDENT - _INDENT)
    yield from _moved(rows, width)


def _inline(rows: Diff, view: View, width: int) -> Iterator[Text]:
    for number, paragraph in enumerate(inline_diff(rows)):
        yield from [Text()] * bool(number)
        yield from wrapped(_painted(paragraph, view), width)


def _beside(rows: Diff, view: View, width: int) -> Iterator[Text]:
    half = width // 2 - 1
    yield from columns([Text.styled("the article", "dim")], [Text.styled("the source", "dim")], width=half)
    for number, pair in enumerate(paired_paragraphs(rows)):
        yield from columns([Text()] * bool(number), [], width=half)
        article, source = (wrapped(_painted(side, view), half - 2) for side in pair)
        yield from columns(article, source, width=half)


def _painted(paragraph: Paragraph, view: View) -> Text:
    return paint(paragraph if view.verbosity > 0 else folded(paragraph, TERMINAL))


def _moved(rows: Diff, width: int) -> Iterator[Text]:
    moved = [row for row in rows if row.moved]
    yield from [Text()] * bool(moved)
    for _, group in groupby(moved, key=lambda row: row.moved):
        parts = tuple(group)
        where = places.paragraphs_of([passage for row in parts for passage in row.source])
        if where:
            words = shortened(one_line(" ".join(row.quoted.text for row in parts)), 40)
            yield from field("moved", Text(f"“{words}” stands in {where} of the source"), width)


def _findings(shown: _Shown, width: int) -> Iterator[Text]:
    found = [each for each in shown.item.findings if not each.is_note or shown.view.verbosity > 0]
    # Why nothing can be said is told above already.
    told = shown.item.reason if shown.item.verdict is Verdict.UNCHECKED else None
    found = [each for each in found if each.code != "SRC603" or told is None]
    longest = max((len(finding.rule.name) for finding in found), default=0)
    for finding in sorted(found, key=lambda finding: -finding.severity):
        yield from _finding(finding, shown, longest, width)


def _finding(finding: Finding, shown: _Shown, longest: int, width: int) -> Iterable[Text]:
    label = padded(Text.styled(finding.severity.label, _SEVERITY_STYLES.get(finding.severity, "")), 9)
    label.append(finding.code, "bold").append(f" {finding.rule.name}")
    column = 9 + 7 + longest + 2
    beside = width - column >= _TABLE_MESSAGE
    passage = places.passage_of(finding, shown.item)
    where = _path_and_place(shown.trace.article, passage)
    # A path is never broken, so that it can be opened.
    if cell_len(where) > width - (column if beside else 9):
        where = places.place_told(shown.trace.article, passage)
    standing = " (known, by the baseline)" if finding.known else ""  # why it fails nothing
    if finding.accepted is not None:
        standing = f" (accepted: {one_line(finding.accepted)})"
    message = Text(one_line(finding.message) + standing).append(f"  {where}", "dim")
    if beside:
        return hanging(label, message, column=column, width=width)
    return [label, *indented(wrapped(message, width - 9), 9)]


def _open(shown: _Shown, width: int) -> Iterator[Text]:
    link = places.open_link(shown.item)
    if not link or shown.item.verdict in _NOTHING_TO_OPEN:
        return
    text = linked(link, shown.view, width - LABEL_WIDTH)
    # What a terminal shows as a link need not show its address.
    if shown.view.hyperlinks and is_safe_link(link):
        text = Text.styled("the source at these words", Style(link=link, underline=True))
    yield from located("open", text, "", width)
