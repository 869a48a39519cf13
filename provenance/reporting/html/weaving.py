"""An excerpt and its source passage as two threads: each text as it stands on its own page, the differences marked.

The threads run in the excerpt's order. What is equal in both carries the same knot, so that both fold and open
together; what was moved leaves the source's thread and gets one of its own, with a number.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.reporting.placing import around
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.alignment.alignment import Placement, Variant
    from provenance.reporting.html.texts import Texts
    from provenance.text.document import Document, Passage

_CONTEXT_WORDS = 12
_PASSED_OVER = "\n\n⋯ "


class RunKind(StrEnum):
    """What a run of text is to the reader."""

    TEXT = "text"
    INSERTED = "inserted"
    DELETED = "deleted"
    MARK = "mark"  # what the article puts in the place of words, and says so: "[…]", "[the council]"
    UNDER = "under"  # the words of the source that stand under such a mark
    CONTEXT = "context"  # words around the passage, no part of the quotation
    SKIP = "skip"  # what the source has in between and the comparison passes over


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text of one kind.

    Attributes:
        kind: What it is.
        text: As it stands in its document, line feeds and all.
        knot: Runs of both threads with the same number fold and open together; 0 for none.
        moved: The number of the moved passage that it belongs to; 0 for none.
        marks: The letters of the findings that are about it.
        under: For a mark, the words of the source that it stands for.
    """

    kind: RunKind
    text: str
    knot: int = 0
    moved: int = 0
    marks: tuple[str, ...] = ()
    under: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """The runs of one text.

    Attributes:
        runs: In reading order.
        moved: For a moved passage of the source, its number; else 0.
        passage: From where to where it stands; None if it is empty.
    """

    runs: tuple[Run, ...]
    moved: int = 0
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Weave:
    """An excerpt laid beside its source: the article's thread, and the source's, a moved passage each by itself."""

    article: Thread
    sources: tuple[Thread, ...] = ()


def weave(texts: Texts, letters: Callable[[Variant], tuple[str, ...]]) -> Weave:
    """Lay an excerpt beside its source.

    Args:
        texts: Both texts and how they are aligned.
        letters: The letters of the findings that are about a variant.
    """
    weaver = _Weaver(texts)
    for variant in filter(_is_told, texts.variants):
        weaver.equal_up_to(variant.excerpt.span.start, variant)
        weaver.change(variant, letters(variant))
    weaver.equal_up_to(texts.pieces[-1].span.end)
    return weaver.finish()


def _is_told(variant: Variant) -> bool:
    """Whether it is marked as a difference. What is permitted reads as each text has it."""
    return variant.disclosure is not Disclosure.PERMITTED and variant.kind is not VariantKind.TRANSPOSITION


@dataclass(slots=True)
class _Weaver:
    texts: Texts
    runs: list[Run] = field(default_factory=list)
    flows: dict[int, _Flow] = field(default_factory=dict)
    at: int = 0  # how far the excerpt is woven
    cursor: int = -1  # how far the source is, inside the placement; -1 before it
    knot: int = 0
    _piece: int = 0
    _placement: int = 0
    _moved: int = 0

    def __post_init__(self) -> None:
        self.at = self.texts.pieces[0].span.start

    def equal_up_to(self, end: int, variant: Variant | None = None) -> None:
        """Weave what is equal up to ``end``, where ``variant`` stands, in both threads."""
        while placement := self._current():
            inside = variant is not None and _holds(placement, variant)
            if placement.excerpt.span.start >= end and not inside:
                break
            self._enter(placement)
            if placement.excerpt.span.end > end and not inside:
                break  # a difference that begins here and reaches beyond the placement
            stop = variant.source.span.start if variant and inside else placement.source.span.end
            self._equal(min(end, placement.excerpt.span.end), stop)
            if inside:
                return
            self._placement += 1
            self.cursor = -1
        self.knot += 1
        self._article(RunKind.TEXT, end)

    def change(self, variant: Variant, marks: tuple[str, ...]) -> None:
        """Weave a difference."""
        end, source = variant.excerpt.span.end, variant.source
        declared = variant.disclosure is Disclosure.DECLARED
        if declared and _letters(source) == _letters(variant.excerpt):
            self._article(RunKind.TEXT, end)  # [T]he for the
            self._source(RunKind.TEXT, source.span.start, source.span.end)
            return
        kinds = (RunKind.MARK, RunKind.UNDER) if declared else (RunKind.INSERTED, RunKind.DELETED)
        self.knot += 1
        under = source.text if declared and _letters(source) else ""
        if not self._under_the_same_mark(variant, under):
            self._article(kinds[0], end, marks=marks, under=under)
        if not declared or under:
            self._source(kinds[1], source.span.start, source.span.end, marks=marks)

    def _under_the_same_mark(self, variant: Variant, under: str) -> bool:
        """Whether the words belong to the mark just woven: a heading in between made two omissions of one."""
        last = self.runs[-1] if self.runs else None
        if not (under and last and last.under and last.kind is RunKind.MARK and not variant.excerpt.text):
            return False
        self.runs[-1] = replace(last, under=f"{last.under}{_PASSED_OVER}{under}")
        return True

    def finish(self) -> Weave:
        """Both threads, words of the source's context around its own."""
        sources = (flow.thread(number) for number, flow in sorted(self.flows.items()))
        return Weave(Thread(tuple(self.runs)), tuple(thread for thread in sources if thread.runs))

    def _current(self) -> Placement | None:
        placements = self.texts.placements
        return placements[self._placement] if self._placement < len(placements) else None

    def _enter(self, placement: Placement) -> None:
        if self.cursor >= 0:
            return
        self.knot += 1
        self._article(RunKind.TEXT, placement.excerpt.span.start)
        self._moved += placement.moved
        self.cursor = placement.source.span.start

    def _equal(self, end: int, stop: int) -> None:
        self.knot += 1
        self._article(RunKind.TEXT, end)
        self._source(RunKind.TEXT, self.cursor, stop)

    def _moved_here(self) -> int:
        placement = self._current()
        return self._moved if placement and placement.moved and self.cursor >= 0 else 0

    def _article(self, kind: RunKind, end: int, *, marks: tuple[str, ...] = (), under: str = "") -> None:
        """Weave the excerpt up to ``end``, and what the article says between the quoted pieces."""
        for index in range(self._piece, len(self.texts.pieces)):
            piece = self.texts.pieces[index]
            start, stop = max(self.at, piece.span.start), min(end, piece.span.end)
            if start >= stop:
                continue
            for gap in range(self._piece, index):
                self.runs.append(_between(self.texts.pieces[gap], self.texts.pieces[gap + 1]))
            self._piece = index
            text = piece.document.text[start:stop]
            self.runs.append(Run(kind, text, self.knot, self._moved_here(), marks, under))
        self.at = max(self.at, end)

    def _source(self, kind: RunKind, start: int, end: int, *, marks: tuple[str, ...] = ()) -> None:
        number = self._moved_here()
        if self.texts.source and number not in self.flows:
            self.flows[number] = _Flow(self.texts.source)
        if start < end:
            self.flows[number].take(kind, start, end, (self.knot, number, marks))
        placement = self._current()
        if placement and self.cursor >= 0 and placement.source.span.covers(Span(start, end)):
            self.cursor = max(self.cursor, end)


@dataclass(slots=True)
class _Flow:
    """One stretch of the source as it grows."""

    document: Document
    runs: list[Run] = field(default_factory=list)
    first: int = -1
    at: int = -1

    def take(self, kind: RunKind, start: int, end: int, rest: tuple[int, int, tuple[str, ...]]) -> None:
        """Weave a run of the source, and say so where it does not follow the one before."""
        if self.first < 0:
            self.first = start
        elif start != self.at:
            start = self._join(start, end)
        self.runs.append(Run(kind, self.document.text[start:end], *rest))
        self.at = end
        self._unite()

    def _unite(self) -> None:
        """Make one of two differences of a kind between which nothing but passed-over text lies."""
        if len(self.runs) < 5:
            return
        one, _, skip, _, other = self.runs[-5:]
        alike = one.kind is other.kind and one.kind in {RunKind.DELETED, RunKind.UNDER}
        if alike and skip.kind is RunKind.SKIP:
            marks = tuple(dict.fromkeys((*one.marks, *other.marks)))
            text = f"{one.text}{_PASSED_OVER}{other.text}"
            self.runs[-5:] = [replace(one, text=text, marks=marks)]

    def thread(self, number: int) -> Thread:
        """The stretch between some words of its context."""
        if self.first < 0:
            return Thread((), number)
        passage = self.document.passage(self.first, max(self.first, self.at))
        wider = around(passage, words=_CONTEXT_WORDS).span
        text = self.document.text
        more_before = "… " if text[max(0, wider.start - 1) : wider.start] == " " else ""
        more_after = " …" if text[wider.end : wider.end + 1] == " " else ""
        before = Run(RunKind.CONTEXT, more_before + text[wider.start : passage.span.start])
        after = Run(RunKind.CONTEXT, text[passage.span.end : wider.end] + more_after)
        return Thread((before, *self.runs, after), number, passage)

    def _join(self, start: int, end: int) -> int:
        if self.at < end and start < self.at:
            return self.at  # both sides of a border were widened over it
        between = self.document.text[self.at : start]
        if between and not between.strip():
            self.runs.append(Run(RunKind.TEXT, between))
        else:
            apart = "\n\n" if "\n\n" in between or not between else " "
            self.runs += [Run(RunKind.TEXT, apart), Run(RunKind.SKIP, "⋯"), Run(RunKind.TEXT, " ")]
        return start


def _holds(placement: Placement, variant: Variant) -> bool:
    ours, theirs = placement.excerpt.span, placement.source.span
    return ours.covers(variant.excerpt.span) and theirs.covers(variant.source.span)


def _between(one: Passage, other: Passage) -> Run:
    """What stands between two quoted pieces: a new paragraph, or the article's own words."""
    text = one.document.text[one.span.end : other.span.start]
    if "\n\n" in text:
        return Run(RunKind.TEXT, "\n\n")
    return Run(RunKind.CONTEXT if _any_letter(text) else RunKind.TEXT, text)


def _any_letter(text: str) -> bool:
    return any(map(str.isalnum, text))


def _letters(passage: Passage) -> str:
    return "".join(filter(str.isalnum, passage.text.casefold()))
