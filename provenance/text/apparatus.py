"""Apparatus: what stands on a page to find one's way in its text, or to record how it was spoken, and is none of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from provenance.text.span import Span


class ApparatusKind(StrEnum):
    """What a piece of apparatus is there for."""

    TURN_LABEL = "turn-label"  # who speaks: "THE CHAIR:", "Q."
    STAGE_DIRECTION = "stage-direction"  # what the recorder heard besides: "(Applause.)", "[crosstalk]"
    TIME_CODE = "time-code"
    NUMBER = "number"  # of a line, a verse, a paragraph, an item of a list
    PAGE_BREAK = "page-break"  # a page's number, a running head
    SECTION_LABEL = "section-label"  # "§ 4", "¶ 12", "r[types.unit]"
    NOTE_CALL = "note-call"  # "[3]", "[citation needed]"


class Apparatus(NamedTuple):
    """One piece of apparatus."""

    span: Span  # where it stands in its document, the white space around it left out
    kind: ApparatusKind  # what it is
