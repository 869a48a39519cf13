"""Placing: from stretches of words to a placement and the variants inside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from provenance.alignment.alignment import Placement, Variant
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.recording import Recorder
from provenance.alignment.seams import Seamer
from provenance.alignment.seeding import Stretch, common_length

_SPACE = re.compile(r"\s")


class Piece(NamedTuple):
    """A part of a strand inside one passage: it begins and ends with words that have their place in the source."""

    stretches: tuple[Stretch, ...]  # its words
    start: int  # where it begins in the article, with the punctuation before its first word
    end: int  # where it ends in the article


def place(piece: Piece, encoded: EncodedExcerpt, *, floor: int = 0) -> tuple[Placement, list[Variant]]:
    """The placement of a piece, which may not begin before the ``floor`` in the source, and the variants inside it."""
    excerpt = encoded.document.passage(piece.start, piece.end)
    source, told = encoded.source, encoded.evidence_bits
    proof = sum([told[part.last] - told[part.first] for part in piece.stretches if part.equal])
    start = _verbatim(piece, excerpt.text, encoded)
    if start >= floor:
        return Placement(excerpt, source.document.passage(start, start + len(excerpt.span)), proof), []
    recorder = Recorder(encoded)
    start = _head(piece, encoded, recorder, floor)
    seamer = Seamer(encoded, recorder)
    last: Stretch | None = None
    for stretch in piece.stretches:
        if stretch.ahead and stretch.over:
            if last is not None:
                seamer.seam(last, stretch)
            _record_words(stretch, encoded, recorder)
            last = stretch
    end = _tail(piece, encoded, recorder)
    return Placement(excerpt, source.document.passage(start, end), proof), recorder.variants


def _verbatim(piece: Piece, text: str, encoded: EncodedExcerpt) -> int:
    """Where a piece stands to the letter, if it does: -1 if not."""
    source = encoded.source
    first = piece.stretches[0]
    if len(piece.stretches) > 1 or not first.equal:
        return -1
    start = source.starts[first.place] + piece.start - encoded.starts[first.first]
    return start if source.document.text.startswith(text, max(0, start)) else -1


def _head(piece: Piece, encoded: EncodedExcerpt, recorder: Recorder, floor: int) -> int:
    """Lay the punctuation before the first word against the source's; where the placement begins there."""
    source = encoded.source
    first = piece.stretches[0]
    word = source.starts[first.place]
    before = recorder.theirs[max(floor, source.ends[first.place - 1] if first.place else 0) : word]
    ours = recorder.ours[piece.start : _begins(first, encoded)]
    if before.endswith(ours):
        return word - len(ours)
    theirs = len(_SPACE.split(before)[-1]) if ours.strip() else 0
    recorder.differ(piece.start, piece.start + len(ours), word - theirs, word)
    return word - theirs


def _begins(stretch: Stretch, encoded: EncodedExcerpt) -> int:
    return encoded.starts[stretch.first] if stretch.equal else encoded.extent(stretch.first, stretch.last)[0]


def _tail(piece: Piece, encoded: EncodedExcerpt, recorder: Recorder) -> int:
    """Lay the punctuation after the last word against the source's; where the placement ends there."""
    source = encoded.source
    last = piece.stretches[-1]
    word = source.ends[last.until - 1]
    limit = source.starts[last.until] if last.until < len(source.starts) else len(recorder.theirs)
    after = recorder.theirs[word:limit]
    start = encoded.ends[last.last - 1] if last.equal else encoded.extent(last.first, last.last)[1]
    ours = recorder.ours[start : piece.end]
    if after.startswith(ours):
        return word + len(ours)
    theirs = len(_SPACE.split(after, maxsplit=1)[0]) if ours.strip() else 0
    if after.lstrip().startswith(ours.strip()):  # the same marks, and only the space before them differs
        theirs = len(after) - len(after.lstrip()) + len(ours.strip())
    recorder.differ(start, piece.end, word, word + theirs)
    return word + theirs


def _record_words(stretch: Stretch, encoded: EncodedExcerpt, recorder: Recorder) -> None:
    source = encoded.source
    first, last, at, until, equal = stretch
    start, end = encoded.starts[first], encoded.ends[last - 1]
    word, to = source.starts[at], source.ends[until - 1]
    if not equal:
        recorder.replace(*encoded.extent(first, last), word, to)
    elif recorder.ours[start:end] != recorder.theirs[word:to]:
        _record_typography(stretch, encoded, recorder)


def _record_typography(stretch: Stretch, encoded: EncodedExcerpt, recorder: Recorder) -> None:
    """Equal words in another dress, or with other punctuation between them: go from one difference to the next."""
    source = encoded.source
    first, last, place, until, _ = stretch
    zero, origin = encoded.starts[first], source.starts[place]
    ours, theirs = (
        recorder.ours[zero : encoded.ends[last - 1]],
        recorder.theirs[origin : source.ends[until - 1]],
    )
    index, shift = first, place - first
    while index < last:
        start, to = encoded.starts[index], source.starts[index + shift]
        same = common_length(ours, start - zero, theirs, to - origin, step=64)
        # The last word that begins before the first difference; the text may end with it, the source's go on, or hold
        # the same word as apparatus.
        reached = bisect_left(encoded.starts, start + same, index, last)
        index = max(index, min(reached, bisect_left(source.starts, to + same, index + shift) - shift) - 1)
        at = index + shift
        recorder.dress(encoded.starts[index], encoded.ends[index], source.starts[at], source.ends[at])
        index += 1
        if index < last:
            recorder.differ(
                encoded.ends[index - 1], encoded.starts[index], source.ends[at], source.starts[at + 1]
            )
