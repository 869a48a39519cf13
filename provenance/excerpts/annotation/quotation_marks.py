"""Quotation marks: what stands between those that belong together. Marks are matched by sets, never by fixed pairs."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from provenance.excerpts.annotation.signs import ALWAYS_CLOSE, CLOSERS, MARK, SINGLE, SPACES, Mark, marks_in
from provenance.text.span import Span

_RARE_CLOSERS: Mapping[str, frozenset[str]] = {"„": frozenset("«»"), "»": frozenset("»")}
"""What closes a quotation where none of its ``CLOSERS`` does."""
_ENDS = frozenset(".,?!…;:。！？")
_TYPED_TWICE = frozenset("“”„")
_MOST_INSIDE = 200  # marks inside one quotation; hostile text opens thousands and closes none
_FEW = 4  # marks behind an inner quotation
_LOOK_AHEAD = 60  # marks that are searched for the end of a quotation in single marks


class Quotation(NamedTuple):
    """A quotation as its marks show it, inside one block."""

    inner: Span  # the quoted words, without the marks and the spaces inside them
    outer: Span  # the words with their marks
    mark: str  # the mark that opens it
    closed: bool  # whether a mark closes it; without one it runs to the end of the block


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of the block ``text[start:end]``, in order."""
    marks = marks_in(text, start, end)
    found: list[Quotation] = []
    index = 0
    while index < len(marks):
        closing = _closing(text, marks, index) if marks[index].opens else None
        if closing is not None:
            mark, last = marks[index], marks[closing]
            inner = _bare(text, mark.end, last.at)
            found.append(Quotation(inner, Span(mark.at, last.end), mark.text, closed=True))
            index = closing
        elif _stays_open(marks, index, start=start, text=text):
            mark = marks[index]
            inner = _bare(text, mark.end, end)
            found.append(Quotation(inner, Span(mark.at, end), mark.text, closed=False))
            break
        index += 1
    return [quotation for quotation in found if len(quotation.inner)]


def is_arrow(text: str, quotation: Quotation) -> bool:
    """Whether a mark that opens is the arrow of a path ("Home » News » Town"): a space follows it."""
    start = quotation.outer.start
    return quotation.mark == "»" and text[start + 1 : start + 2].isspace()


def first_closing(text: str, start: int, end: int) -> int | None:
    """Where the first mark of ``text[start:end]`` stands, if it closes what an earlier block opened."""
    for mark in marks_in(text, start, end):
        if mark.text in SINGLE:
            continue
        return mark.at if mark.closes and not mark.opens else None
    return None


def opens_block(text: str, start: int, end: int) -> str | None:
    """The mark with which ``text[start:end]`` begins, if it opens a quotation."""
    found = MARK.match(text, start, end)
    return found[0] if found and found[0] in CLOSERS and found[0] not in SINGLE else None


def _closing(text: str, marks: Sequence[Mark], index: int) -> int | None:
    """The index of the mark that closes the quotation opened at ``index``; None if none does."""
    if marks[index].text in SINGLE:
        return _single_closing(text, marks, index)
    found = _double_closing(marks, index, CLOSERS[marks[index].text])
    rare = _RARE_CLOSERS.get(marks[index].text)
    return _double_closing(marks, index, rare) if found is None and rare else found


def _double_closing(marks: Sequence[Mark], index: int, closers: Container[str]) -> int | None:
    opening, depth, inside = marks[index], 1, False
    nested: Container[str] = ()
    for later in range(index + 1, min(len(marks), index + _MOST_INSIDE)):
        mark = marks[later]
        if mark.text in nested and mark.closes and not _is_last_closer(marks, later, closers):
            nested = ()
            continue
        if later == index + 1 and mark.at == opening.end and mark.text not in ALWAYS_CLOSE:
            continue  # a second mark at once behind the first
        if mark.text == '"' != opening.text and (inside or (mark.opens and not mark.closes)):
            inside = not inside and mark.opens  # “He said "no" to me”: straight marks inside curly ones
        elif mark.text in closers and mark.closes and not (mark.opens and mark.text == opening.text == "“"):
            depth -= 1
            if depth == 0:
                return later
        elif mark.text == opening.text and mark.opens and not mark.closes:
            depth += 1
        elif mark.text == "„" and opening.text == '"':
            nested = CLOSERS["„"]  # "So „the Mill” it is": the inner quotation has marks of its own
    return None


def _is_last_closer(marks: Sequence[Mark], index: int, closers: Container[str]) -> bool:
    """Whether no mark behind one of a few closes as well."""
    return not any(mark.text in closers and mark.closes for mark in marks[index + 1 : index + _FEW])


def _single_closing(text: str, marks: Sequence[Mark], index: int) -> int | None:
    """In single marks an apostrophe may look like the end, or like the opening of an inner quotation ("get 'em").

    What closes for certain stands behind a stop or an inner quotation in double marks, or before a stop. The first other one
    is believed where nothing is certain before the next quotation opens; one that may close an inner quotation, only where
    there is no other.
    """
    closers = CLOSERS[marks[index].text]
    first = inner = None
    depth = 0
    for later, behind in _outside_double(marks, index):
        mark = marks[later]
        if mark.opens:
            if mark.text not in closers or first is not None or (inner is not None and not depth):
                break
            depth += 1
        elif mark.text in closers and mark.closes:
            if text[mark.at - 1] in _ENDS or mark.at == behind:
                return later
            if depth:
                depth, inner = depth - 1, later
            elif text[mark.end : mark.end + 1] in _ENDS:
                return later
            elif first is None and not behind:
                first = later
    return inner if first is None else first


def _outside_double(marks: Sequence[Mark], index: int) -> Iterator[tuple[int, int]]:
    """The marks behind a single one, without inner quotations in double marks; with each, where the last of those ends, or 0."""
    later, behind, last = index + 1, 0, min(len(marks), index + _LOOK_AHEAD)
    while later < last:
        mark = marks[later]
        double = mark.opens and mark.text not in SINGLE
        closing = _double_closing(marks, later, CLOSERS[mark.text]) if double else None
        if closing is None:
            yield later, behind
            later += 1
        else:
            later, behind = closing + 1, marks[closing].end


def _stays_open(marks: Sequence[Mark], index: int, *, start: int, text: str) -> bool:
    """Whether an unclosed mark opens a quotation that runs to the block's end, and is no stray sign."""
    mark = marks[index]
    if not mark.opens or mark.text in SINGLE:
        return False
    if not text[start : mark.at].strip():
        return True
    later = (marks[number] for number in range(index + 1, len(marks)))
    return not any(one.opens and one.text not in SINGLE for one in later)


def _bare(text: str, start: int, end: int) -> Span:
    """The words between two marks, without spaces at their edges and without an opening mark that was typed twice."""
    while start < end and text[start] in SPACES:
        start += 1
    if text[start : start + 1] in _TYPED_TWICE and not any(mark in text[start + 1 : end] for mark in '“”"„'):
        start += 1
    while end > start and text[end - 1] in SPACES:
        end -= 1
    return Span(start, end)
