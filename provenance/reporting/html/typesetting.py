"""Threads set as paragraphs: white space settled, long runs cut into what is shown and what is folded away."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from provenance.reporting.cleaning import clean
from provenance.reporting.html.weaving import Run, RunKind
from provenance.reporting.summary import counted
from provenance.reporting.widening import is_ideograph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Code points above which a run is folded, and how many of them stay at either end: about four lines of a column for
# what is equal, about nine for a difference, which is what the reader came for.
_LIMITS = MappingProxyType(
    {
        RunKind.TEXT: (300, 110),
        RunKind.UNDER: (300, 110),
        RunKind.INSERTED: (700, 250),
        RunKind.DELETED: (700, 250),
    }
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph.

    Attributes:
        run: The run that it is cut from; its ``text`` is the piece's own.
        before: The white space before it: a space or nothing.
        folded: Whether it is folded away at first.
        told: What the button that opens it says: ``24 words``.
        last: Whether it is the end of its run, where the letters of findings stand.
    """

    run: Run
    before: str = ""
    folded: bool = False
    told: str = ""
    last: bool = True


Paragraph = tuple[Piece, ...]


def paragraphs(runs: Iterable[Run]) -> tuple[Paragraph, ...]:
    """The runs of a thread as paragraphs, without empty ones."""
    done: list[Paragraph] = []
    current: list[Piece] = []
    spaced = False
    for run, begins in _lines(runs):
        if begins:
            done.append(tuple(current))
            current, spaced = [], False
        words = run.text.strip()
        spaced = spaced or run.text[:1] == " "
        if words:
            before = " " if spaced and current else ""
            current += _folded(replace(run, text=words), before)
            spaced = False
        spaced = spaced or run.text[-1:] == " "
    done.append(tuple(current))
    return tuple(filter(None, done))


def plain(text: str) -> str:
    """Text of a page, cleaned, every run of white space one space."""
    return _SPACES.sub(" ", clean(text))


def _lines(runs: Iterable[Run]) -> Iterator[tuple[Run, bool]]:
    """The runs, those that hold several paragraphs divided; and whether each begins a new one."""
    for run in runs:
        texts = _PARAGRAPH.split(_unbroken(run))
        last = max((number for number, text in enumerate(texts) if text.strip()), default=0)
        for number, text in enumerate(texts):
            marks = run.marks if number == last else ()
            yield replace(run, text=plain(text), under=plain(run.under), marks=marks), number > 0


def _unbroken(run: Run) -> str:
    """The text of a run; a long difference has pilcrows where its paragraphs end, so that it folds as a whole."""
    limit, _ = _LIMITS.get(run.kind, (0, 0))
    if run.kind is RunKind.TEXT or len(run.text) <= limit:
        return run.text
    words = run.text.strip()
    at = run.text.index(words)
    return run.text[:at] + _PARAGRAPH.sub(" ¶ ", words) + run.text[at + len(words) :]


def _folded(run: Run, before: str) -> Iterator[Piece]:
    limit, edge = _LIMITS.get(run.kind, (0, 0))
    if any(map(is_ideograph, run.text[:40])):
        limit, edge = limit // 2, edge // 2  # such a character is twice as wide
    if not limit or len(run.text) <= limit:
        yield Piece(run, before)
        return
    head, middle, tail = _parts(run.text, edge)
    yield Piece(replace(run, text=head.strip()), before, last=False)
    space = " " * head.endswith(" ")
    yield Piece(replace(run, text=middle.strip()), space, folded=True, told=_length(middle), last=False)
    yield Piece(replace(run, text=tail.strip()), " " * tail.startswith(" "))


def _parts(text: str, edge: int) -> tuple[str, str, str]:
    """The text cut in three near ``edge`` code points from its ends, between words where there are any."""
    first = text.rfind(" ", edge // 2, edge) + 1 or edge
    last = text.find(" ", len(text) - edge, len(text) - edge // 2)
    last = last if last >= 0 else len(text) - edge
    return text[:first], text[first:last], text[last:]


def _length(text: str) -> str:
    words = len(text.split())
    return f"{len(text)} characters" if any(map(is_ideograph, text)) else counted(words, "word")
