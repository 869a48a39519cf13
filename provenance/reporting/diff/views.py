"""Views of a difference: woven into one text, or as a column for each text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from provenance.reporting.diff.rows import Diff, DiffRow, RowKind
from provenance.reporting.diff.setting import Paragraph, Segment, SegmentKind, paragraphs, plain
from provenance.reporting.places import around
from provenance.text.document import Passage

_CONTEXT_WORDS = 12
_CARET = "‸"
_PASSED_OVER = "\n\n⋯ "
_UNITED = frozenset({SegmentKind.EQUAL, SegmentKind.OMITTED, SegmentKind.MOVED})
_UNBROKEN = frozenset({SegmentKind.EQUAL, SegmentKind.MOVED, SegmentKind.CONTEXT})

_QUOTED_KINDS = {
    RowKind.EQUAL: SegmentKind.EQUAL,
    RowKind.CHANGED: SegmentKind.ADDED,
    RowKind.DECLARED: SegmentKind.MARK,
}
_SOURCE_KINDS = {
    RowKind.EQUAL: SegmentKind.EQUAL,
    RowKind.CHANGED: SegmentKind.OMITTED,
    RowKind.DECLARED: SegmentKind.DECLARED,
}

Markers = dict[int, tuple[str, ...]]  # the letters of the findings that are about a row, by its number from 1


class DiffColumn(NamedTuple):
    """One text of a difference."""

    segments: tuple[Segment, ...]  # in reading order, their white space as it stands in the document
    moved: int = 0  # for a moved passage of the source, its number; else 0
    passage: Passage | None = None  # from where to where it stands in the source; None for the article's


def inline_diff(rows: Diff) -> tuple[Paragraph, ...]:
    """One text in the article's order, what was left out before what was put in in its place."""
    segments = (segment for row in rows for segment in _inline_segments(row))
    return tuple(tuple(_united(paragraph)) for paragraph in paragraphs(segments))


def paired_paragraphs(rows: Diff) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Each paragraph of the article beside what the source has for it, passages that were moved left out there."""
    for parts, group in groupby(rows, key=_is_break):
        runs = groupby(group, key=lambda row: row.kind)
        numbered = [(number, row) for number, (_, run) in enumerate(runs) for row in run]
        if not parts:
            article = (_quoted_segment(row, number) for number, row in numbered)
            source = _source_segments([pair for pair in numbered if not pair[1].moved], {})
            yield _one_paragraph(article), _one_paragraph(source)


def _one_paragraph(segments: Iterable[Segment]) -> Paragraph:
    whole = (replace(one, text=plain(one.text)) if one.kind in _UNBROKEN else one for one in segments)
    return tuple(_united(next(iter(paragraphs(whole)), ())))


def side_by_side(rows: Diff, markers: Markers) -> tuple[DiffColumn, tuple[DiffColumn, ...]]:
    """The article's column, and those of the source with some context: in its order, then each moved passage by itself."""
    numbered = tuple(enumerate(rows, start=1))
    article = tuple(_quoted_segment(row, number, markers.get(number, ())) for number, row in numbered)
    columns = []
    for moved in sorted({row.moved for row in rows if row.source}):
        own = [(number, row) for number, row in numbered if row.moved == moved and row.source]
        columns.append(_source_column(own, markers))
    return DiffColumn(article), tuple(columns)


def _is_break(row: DiffRow) -> bool:
    """Whether a new paragraph begins here: a mere new line is a space, and the article's own words part a quotation."""
    text = row.quoted.text
    return row.kind is RowKind.BETWEEN and (text.count("\n") != 1 or any(map(str.isalnum, text)))


def _inline_segments(row: DiffRow) -> Iterator[Segment]:
    quoted, source = row.quoted.text, " ".join(passage.text.strip() for passage in row.source)
    before, after = " " * quoted[:1].isspace(), " " * quoted[-1:].isspace()
    if row.kind is RowKind.BETWEEN:
        yield Segment(SegmentKind.EQUAL, "\n\n" if _is_break(row) else " ")
    elif row.kind is RowKind.EQUAL:
        yield Segment(SegmentKind.MOVED if row.moved else SegmentKind.EQUAL, quoted)
    elif not quoted.strip():  # words that only the source has bring the spaces that stand around them there
        before, after = before or _space_before(row.source[0]), after or _space_after(row.source[-1])
        yield Segment(_SOURCE_KINDS[row.kind], f"{before}{source}{after}")
    elif row.kind is RowKind.CHANGED:
        yield Segment(SegmentKind.OMITTED, f"{before}{source}" if source else before)
        yield Segment(SegmentKind.ADDED, f"{quoted.strip()}{after}")
    else:
        yield Segment(SegmentKind.MARK, quoted.rstrip() if source else quoted)
        yield Segment(SegmentKind.DECLARED, f" {source}{after}" if source else "")


def _space_before(passage: Passage) -> str:
    text, start = passage.document.text, passage.span.start
    return " " * (passage.text[:1].isspace() or text[max(0, start - 1) : start].isspace())


def _space_after(passage: Passage) -> str:
    text, end = passage.document.text, passage.span.end
    return " " * (passage.text[-1:].isspace() or text[end : end + 1].isspace())


def _united(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments, neighbours of one kind and number made one, so that they fold as one, and as beside them."""
    for (kind, _), group in groupby(segments, key=lambda segment: (segment.kind, segment.link_id)):
        first, *others = group
        if kind not in _UNITED:
            yield from (first, *others)
            continue
        yield replace(first, text=first.text + "".join(" " * each.spaced + each.text for each in others))


def _quoted_segment(row: DiffRow, number: int = 0, markers: tuple[str, ...] = ()) -> Segment:
    text = row.quoted.text
    if row.kind is RowKind.BETWEEN:
        parts = "\n\n" if "\n\n" in text else text if _is_break(row) else " "
        return Segment(SegmentKind.CONTEXT if any(map(str.isalnum, parts)) else SegmentKind.EQUAL, parts)
    if row.kind is RowKind.CHANGED and not text.strip():
        return Segment(SegmentKind.GAP, f"{_CARET}{text}", number, row.moved, markers)
    moved = row.kind is RowKind.EQUAL and row.moved
    kind = SegmentKind.MOVED if moved else _QUOTED_KINDS[row.kind]
    covers = _PASSED_OVER.join(passage.text for passage in row.source) if kind is SegmentKind.MARK else ""
    return Segment(kind, text, number, row.moved, markers, covers)


def _source_column(numbered: Sequence[tuple[int, DiffRow]], markers: Markers) -> DiffColumn:
    """The rows of one stretch of the source, some words of its context around them."""
    passages = [passage for _, row in numbered for passage in row.source]
    document, start = passages[0].document, passages[0].span.start
    passage = document.passage(start, max(start, passages[-1].span.end))
    wider, text = around(passage, words=_CONTEXT_WORDS).span, document.text
    more_before = "… " * (text[max(0, wider.start - 1) : wider.start] == " ")
    more_after = " …" * (text[wider.end : wider.end + 1] == " ")
    return DiffColumn(
        (
            Segment(SegmentKind.CONTEXT, more_before + text[wider.start : start]),
            *_source_segments(numbered, markers),
            Segment(SegmentKind.CONTEXT, text[passage.span.end : wider.end] + more_after),
        ),
        numbered[0][1].moved,
        passage,
    )


def _source_segments(numbered: Iterable[tuple[int, DiffRow]], markers: Markers) -> Iterator[Segment]:
    """The source's side of the rows, and a sign where one does not follow the one before."""
    at = -1
    for number, row in numbered:
        if not row.source:
            continue
        start, text = row.source[0].span.start, _PASSED_OVER.join(passage.text for passage in row.source)
        if start < at < row.source[0].span.end:
            text = text[at - start :]  # both sides of a border were widened over it
        elif at >= 0 and start != at:
            yield from _passed_over(row.source[0].document.text[at:start])
        yield Segment(_SOURCE_KINDS[row.kind], text, number, row.moved, markers.get(number, ()))
        at = row.source[-1].span.end


def _passed_over(between: str) -> Iterator[Segment]:
    if between and not between.strip():
        yield Segment(SegmentKind.EQUAL, between)
        return
    apart = "\n\n" if "\n\n" in between or not between else " "
    yield Segment(SegmentKind.EQUAL, apart)
    yield Segment(SegmentKind.SKIP, "⋯")
    yield Segment(SegmentKind.EQUAL, " ")
