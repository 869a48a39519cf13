"""Numbering: the numbers of lists, verses, paragraphs, lines and pages. One number is a word; only a series is apparatus."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from provenance.articles.text_lines import TextLine
from provenance.languages.apparatus import vocabulary
from provenance.text.document import Apparatus, ApparatusKind, BlockKind, Document
from provenance.text.folding import fold_word
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span

_MARK = re.compile(
    r"(?<!\S)[\u200b\ufeff]?(?P<open>[(\[]?)(?P<number>(?:\d{1,3}[:.]){0,4}\d{1,3}|[a-hA-Hא-ח]|[ivxIVX]{1,5})(?:\\(?=[.)\]:]))?(?P<close>\.?[ªº]|[ ]?[-–—](?=[ ])|[.)\]:\u3000]?)"
    r"(?=(?<=\u3000)\S|[ \t\u00a0]{1,12}[\"“„«‘'(\[]{0,2}(?:[^\W_]|…|\.\.\.)|\n\s{0,12}[^\W_])"
)
_ORDERS: Final = {
    "letters": tuple("abcdefgh"),
    "alefbet": tuple("אבגדהוזח"),
    "roman": tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split()),
}
_STOPS: Final = frozenset(".!?…:;,。！？”»\"'’)]—–")
# All that a quotation keeps of a part.
_OMITTED: Final = frozenset(("…", "...", "[…]", "[...]", "(…)", "(...)"))
_NEAR: Final = 4000  # code points from one number of a series to the next
_LEAST_BETWEEN: Final = 8  # code points: nearer ones are figures in a row
_TWO_DIGITS: Final = 10
_PAIR: Final = 2
_ROW: Final = 3
_BARE_ROW: Final = 4  # numbers without any sign
_NUMBER = re.compile(
    r"[-–—\[(|*\s]{0,4}(?:(?P<word>[^\W\d_]{1,10})\.?\s?)?(?P<number>\d{1,4})(?:\s?(?:/|[^\W\d_]{1,4})\s?\d{1,4})?[-–—\])|*\s]{0,4}"
)
_HEAD: Final = re.compile(r".+\s[—–|·•](?=\s)")  # "Harbour Board — Page 3 of 9"
_LONGEST: Final = 90  # characters of a running head
_COLUMNS: Final = re.compile(r"[^\S\n]{4}")  # between the columns of a running head
_RETURNING: Final = 3  # times that it stands beside a page's number
# One of several posts, before its words or behind them: "2/3", "(2/3)", "2/3)".
_COUNTED: Final = re.compile(
    r"(?<!\S)[(\[]?(\d{1,2})/(\d{1,2})(?!\d)[)\].]?(?=[ \t\u00a0]{0,4}(?P<ends>\n|\Z)?)", re.MULTILINE
)
_UNNUMBERED: Final = frozenset((BlockKind.CELL, BlockKind.LIST_ITEM, BlockKind.HEADING))


class _Mark(NamedTuple):
    """A number that may belong to a series."""

    span: Span  # the number with its signs
    style: tuple[str, str, str]  # what all numbers of a series share: their signs and their order
    value: int  # its place in that order, from 1
    opens: bool  # whether a block begins with it
    sure: bool  # whether it stands where a number does: at a line's or a sentence's beginning

    @property
    def is_enclosed(self) -> bool:
        """Whether signs of its own tell it from a word: "(a)", "2)", "[3]"."""
        return self.style[1] in {")", "]"}

    @property
    def is_within(self) -> bool:
        """Whether it counts within a chapter or a section that stands before it: "1:6", "3.2"."""
        return self.style[2].endswith((":", "."))


def numbering(text: str, lines: "Sequence[TextLine]") -> Iterator[Apparatus]:
    """The numbers in a text that count its parts."""
    series: list[list[_Mark]] = []
    latest: dict[tuple[tuple[str, str, str], int], list[_Mark]] = {}
    for mark in _marks(text, {line.span.start: line.opens for line in lines}):
        run = latest.get((mark.style, mark.value - 1))
        if run is not None and _follows(run[-1], mark, text):
            run.append(mark)
        else:
            run = [mark]
            series.append(run)
        latest[mark.style, mark.value] = run
    for run in series:
        if _is_series(run):
            yield from (Apparatus(mark.span, ApparatusKind.NUMBER) for mark in run)


def numbered_posts(text: str, lines: "Sequence[TextLine]") -> Iterator[Apparatus]:
    """The numbers of posts that are told to be so many, at the beginning of lines or behind sentences at their end; all of them, or three."""
    starts = {line.span.start for line in lines}
    of: dict[int, dict[int, Span]] = {}
    for found in _COUNTED.finditer(text):
        number, every = int(found[1]), int(found[2])
        ends = (
            found["ends"] is not None
            and text[max(0, found.start() - _LEAST_BETWEEN) : found.start()].rstrip()[-1:] in SENTENCE_ENDS
        )
        if 0 < number <= every and (found.start() in starts or ends):
            of.setdefault(every, {}).setdefault(number, Span(*found.span()))
    for every, posts in of.items():
        if len(posts) >= min(_ROW, every) >= _PAIR:
            yield from (Apparatus(span, ApparatusKind.NUMBER) for span in posts.values())


def _follows(one: _Mark, other: _Mark, text: str) -> bool:
    """Whether a number stands as far from the one before it as numbers of a series do."""
    start, end = one.span.end, other.span.start
    omitted = end - start <= _LEAST_BETWEEN and text[start:end].strip() in _OMITTED
    return (0 if other.opens or omitted else _LEAST_BETWEEN) < end - start < _NEAR


def _marks(text: str, lines: dict[int, bool]) -> Iterator[_Mark]:
    """The numbers that may count something."""
    for found in _MARK.finditer(text):
        near = text[max(0, found.start() - 3) : found.start()]
        before = near.rstrip()[-1:]
        at_line = found.start() in lines
        enclosed = found["close"] in {")", "]"}
        counted = before.isdigit() and not (at_line and enclosed)
        if counted or not (at_line or enclosed or before in _STOPS):
            continue
        sure = before in _STOPS or not before or lines.get(found.start(), False)
        for order, value in _values(found["number"]):
            style = (found["open"], found["close"], order)
            if not order.startswith("digits") and not (style[1] and (at_line or enclosed)):
                continue
            yield _Mark(Span(*found.span()), style, value, at_line, sure)


def _values(number: str) -> Iterator[tuple[str, int]]:
    """The orders that a number belongs to, and its place in each: "i" is the first Roman figure and no early letter."""
    if number[-1].isdecimal():
        within = max(map(number.rfind, ":.")) + 1  # "1:6", "3.2"
        if not within or number[within] != "0":  # a time, an amount
            yield f"digits {number[:within]}", int(number[within:])
        return
    case = "upper" if number.isupper() else "lower"
    for name, order in _ORDERS.items():
        if number.lower() in order:
            yield f"{name} {case}", order.index(number.lower()) + 1


def _is_series(run: Sequence[_Mark]) -> bool:
    """Whether numbers in a row count something: two with signs of their own from the first on, else three."""
    first = run[0]
    if first.is_within:
        return _counts_within(run)
    if not first.style[1]:
        return len(run) >= _BARE_ROW
    if not first.is_enclosed and not all(mark.sure for mark in run):
        return len(run) >= _ROW and all(mark.opens or mark.sure for mark in run)
    if first.style[2] != "digits " and first.value != 1:
        return False
    if first.style[:2] == ("[", "]") and first.style[2] == "digits ":
        return all(mark.sure for mark in run) and (first.opens or len(run) >= _PAIR)  # paragraphs of a ruling
    inline = not all(mark.opens for mark in run)
    sure = all(mark.sure for mark in run)
    return len(run) >= _PAIR and (not inline or sure or first.value == 1 or len(run) >= _ROW)


def _counts_within(run: Sequence[_Mark]) -> bool:
    """Whether numbers count the verses of a chapter or the parts of a section: two that begin lines, or three behind a colon."""
    if run[0].style[2].endswith(":") and all(mark.value >= _TWO_DIGITS for mark in run):
        return False  # times
    lines = all(mark.opens for mark in run) and all(mark.sure for mark in run[1:])
    return len(run) >= (_PAIR if lines else _ROW) and (lines or run[0].style[2].endswith(":"))


def page_breaks(document: Document, lines: "Sequence[TextLine]") -> Iterator[Apparatus]:
    """The lines that number the pages of a text, and the running heads that return beside them."""
    numbered, texts = _numbered(document, lines), [line.span.of(document.text) for line in lines]
    beside = [
        index
        for at in numbered
        for index in (at - 1, at + 1)
        if 0 <= index < len(lines) and index not in numbered and len(lines[index].span) <= _LONGEST
    ]
    shapes = {index: re.sub(r"\d{1,9}", "0", texts[index]) for index in beside}
    times = Counter(shapes[index] for index in beside)
    heads = [index for index in beside if times[shapes[index]] >= _RETURNING]
    for index in sorted({*numbered, *heads, *_parting(texts, lines), *_columned(texts)}):
        yield Apparatus(lines[index].span, ApparatusKind.PAGE_BREAK)


def _numbered(document: Document, lines: "Sequence[TextLine]") -> set[int]:
    """The lines that are a page's number: they say so, or go up one by one."""
    named: set[int] = set()
    bare: dict[int, int] = {}
    for index, line in enumerate(lines):
        head = _HEAD.match(document.text, line.span.start, line.span.end)
        start = head.end() if head else line.span.start
        found = _NUMBER.fullmatch(document.text, start, line.span.end)
        if found is None or line.kind in _UNNUMBERED or len(line.span) > _LONGEST:
            continue
        if found["word"] is None and head is None:
            bare[index] = int(found["number"])
        elif found["word"] and fold_word(found["word"]) in vocabulary("pages"):
            named.add(index)
    values = {number: index for index, number in bare.items()}
    for index, number in bare.items():  # of two that count on, with text between them
        before, behind = values.get(number - 1, index), values.get(number + 1, index)
        if index - before > 1 or behind - index > 1:
            named.add(index)
    return named


def _parting(texts: Sequence[str], lines: "Sequence[TextLine]") -> Iterator[int]:
    """The lines on their own that part a sentence and are a page's number, with a head in capitals beside it or not."""
    index = 1
    while index < len(lines):
        last = index
        while last < len(lines) and _is_head(texts[last], lines[last].kind) and lines[index].opens:
            last += 1
        row = range(index, last)
        parted = 0 < len(row) < _ROW and last < len(lines) and lines[last].opens and texts[last][:1].islower()
        if parted and (texts[index - 1][-1] in "-," or texts[index - 1][-1].isalpha()):
            yield from row if any(any(map(str.isdecimal, texts[at])) for at in row) else ()
        index = last + 1


def _columned(texts: Sequence[str]) -> Iterator[int]:
    """The heads in columns that return with another number, text between them."""
    last: dict[str, int] = {}
    for index, text in enumerate(texts):
        if _COLUMNS.search(text) and any(map(str.isdecimal, text)):
            shape = re.sub(r"\d{1,9}", "0", text)
            before = last.get(shape, index)
            yield from (before, index) if index - before > 1 else ()
            last[shape] = index


def _is_head(text: str, kind: BlockKind | None) -> bool:
    """Whether a line is a number, has nothing but capitals and numbers, or stands in columns."""
    if kind in _UNNUMBERED or len(text) > _LONGEST:
        return False
    bare = _NUMBER.fullmatch(text)
    return text.isupper() or bool(_COLUMNS.search(text)) if bare is None else bare["word"] is None
