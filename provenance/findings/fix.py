"""Fix: edits of an article's file that clear a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from provenance.text.span import Span


class FixKind(StrEnum):
    """What a fix does."""

    RESTORE = "restore"  # puts the source's words back
    MARK = "mark"  # tells the reader of the change


class TextEdit(NamedTuple):
    """One edit of a file."""

    # What it replaces, in code points of the decoded file, line ends as they are; empty for an insertion.
    span: Span
    text: str  # what it puts there


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that clear one finding: traced again, the article is without it and has no new one.

    Those that restore are the same for all findings of an excerpt's words, and clear all of them.
    """

    kind: FixKind
    edits: tuple[TextEdit, ...]


def overlap(edits: Sequence[TextEdit]) -> bool:
    """Whether two of some edits, in order, change the same characters."""
    return any(one.span.end > other.span.start for one, other in pairwise(edits))


def edited(file: str, edits: Iterable[TextEdit]) -> str:
    """A file with some edits made, which do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        file = file[: edit.span.start] + edit.text + file[edit.span.end :]
    return file
