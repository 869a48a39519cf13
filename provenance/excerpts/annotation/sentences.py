"""Sentences: where one ends and the next begins, in a stretch of running text."""

from __future__ import annotations

import re

from provenance.text.span import Span

_END = re.compile(r"[.!?…。！？]{1,4}[”“»\"’')\]」』]{0,3}(?=[\s\u00a0]|[“「『]|$)|[。！？](?=\S)|\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"„«])(?:[A-Za-zÀ-ÿ]|Mr|Mrs|Ms|Dr|Prof|St|Gov|Sen|Rep|Gen|Col|Lt|Capt|Sgt|Rev|Jr|Sr|Inc|Ltd|Co|Corp|vs|No|etc"
    r"|[A-Z](?:\.[A-Z]){1,3}|[a-z](?:\.[a-z]){1,3}|bzw|ca|Nr|Abs|Art|Sra?|Srta|Dra?|Dott|Sig|Mme|Mlle|Mevr|Dhr|Drs|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec"
    r"|г|ул|им|св|ks|tzw|np|m\.in)$"
)
_ABBREVIATION_REACH = 8  # characters before a full stop that are looked at


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, in order, spaces between them left out."""
    found, begin = [], start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _is_abbreviation(text, match, end):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    found.append((begin, end))
    return [span for pair in found if (span := _trimmed(text, *pair)) is not None]


def sentence_start(text: str, start: int, end: int) -> int:
    """Where the sentence that runs up to ``end`` begins, not before ``start``."""
    found = sentences(text, start, end)
    return found[-1].start if found else end


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that begins at ``start`` ends, not behind ``end``."""
    found = sentences(text, start, end)
    return found[0].end if found else end


def _is_abbreviation(text: str, match: re.Match[str], end: int) -> bool:
    if (
        text[max(0, match.start() - 3) : match.start()].strip()[-2:].isdigit()
        and text[match.end() : match.end() + 1]
    ):
        return _is_ordinal(text, match.start())
    after = text[match.end() : match.end() + 3].strip()
    if after[:1].islower() and match.end() < end:
        return True
    return bool(_ABBREVIATION.search(text[max(0, match.start() - _ABBREVIATION_REACH) : match.start()]))


def _is_ordinal(text: str, stop: int) -> bool:
    """Whether one or two digits stand before a full stop, as in "30. Mai"."""
    digits = text[max(0, stop - 3) : stop]
    return not digits[:1].isdigit() or len(digits) < 3


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(bare))
