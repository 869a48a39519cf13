"""Seams: what stands between two stretches that both have their place: punctuation, additions, omissions."""

from __future__ import annotations

import re
from typing import Final

from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.recording import Recorder, shared_ends
from provenance.alignment.seeding import Stretch
from provenance.text.folding import fold

_ELLIPSIS: Final = r"…|\.\s?\.\s?\.|\*\s?\*\s?\*"


class Seamer:
    """Records the variants between stretches."""

    __slots__ = ("_encoded", "_recorder", "_source")

    def __init__(self, encoded: EncodedExcerpt, recorder: Recorder) -> None:
        self._encoded = encoded
        self._source = encoded.source
        self._recorder = recorder

    def seam(self, before: Stretch, after: Stretch) -> None:
        """Record what differs between two stretches."""
        ours, theirs = self._encoded, self._source
        added, omitted = after.first > before.last, after.place > before.until
        start = ours.ends[before.last - 1] if before.equal else ours.extent(before.first, before.last)[1]
        end = ours.starts[after.first] if after.equal else ours.extent(after.first, after.last)[0]
        at, to = theirs.ends[before.until - 1], theirs.starts[after.place]
        if not added and not omitted:
            self._recorder.differ(start, end, at, to)
        elif added and omitted:
            self._record_addition_and_omission(before, after)
        elif omitted:
            self._omitted((start, end), (at, to), (theirs.starts[before.until], theirs.ends[after.place - 1]))
        else:
            self._added((start, end), (at, to), (ours.starts[before.last], ours.ends[after.first - 1]))

    def _record_addition_and_omission(self, before: Stretch, after: Stretch) -> None:
        """Words were put in and others left out at one place, and neither replaces the other."""
        ours, theirs, recorder = self._encoded, self._source, self._recorder
        start, end = ours.starts[before.last], ours.starts[after.first]
        at, to = theirs.starts[before.until], theirs.starts[after.place]
        recorder.differ(ours.ends[before.last - 1], start, theirs.ends[before.until - 1], at)
        recorder.omit(start, start, at, to)
        recorder.add(start, end, to)

    def _omitted(self, ours: tuple[int, int], theirs: tuple[int, int], words: tuple[int, int]) -> None:
        recorder = self._recorder
        gap = recorder.ours[slice(*ours)]
        if _is_same_text(gap, recorder.theirs[slice(*theirs)]):  # the source has the mark too
            recorder.differ(*ours, *theirs)
            return
        cut = _even_cut(gap, recorder.theirs, theirs, words)
        if cut is None and (recorder.mark_in(*ours) or re.search(_ELLIPSIS, gap)):
            self._record_marked_gap(ours, theirs)
            return
        # Where no cut leaves the same punctuation, what follows the words is compared with the excerpt's.
        at, to = cut or (theirs[0], words[1])
        place = ours[0] + at - theirs[0]
        recorder.omit(place, place, at, to)
        recorder.differ(place, ours[1], to, theirs[1])

    def _record_marked_gap(self, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
        """The mark stands for the words; the space around it is no part of the difference."""
        recorder = self._recorder
        one, other = recorder.ours[slice(*ours)], recorder.theirs[slice(*theirs)]
        left, right = shared_ends(one, other)
        if left + right == len(other):  # the words under the mark stand in the source as they are
            recorder.differ(*ours, *theirs)
        else:
            recorder.omit(ours[0] + left, ours[1] - right, theirs[0] + left, theirs[1] - right)

    def _added(self, ours: tuple[int, int], theirs: tuple[int, int], words: tuple[int, int]) -> None:
        recorder = self._recorder
        cut = _even_cut(recorder.theirs[slice(*theirs)], recorder.ours, ours, words)
        start, end = cut or (ours[0], words[1])
        place = theirs[0] + start - ours[0]
        recorder.add(start, end, place)
        recorder.differ(end, ours[1], place, theirs[1])


def _is_same_text(one: str, other: str) -> bool:
    """Whether two texts are the same in folded form; most are told apart by whether they hold any word."""
    worded = re.search(r"\w", one) is not None
    return worded == (re.search(r"\w", other) is not None) and fold(one).text == fold(other).text


def _even_cut(gap: str, text: str, whole: tuple[int, int], words: tuple[int, int]) -> tuple[int, int] | None:
    """The range to take out of the longer text so that exactly ``gap`` is left between its neighbours; None if there is none."""
    left, right = text[whole[0] : words[0]], text[words[1] : whole[1]]
    if gap == left:
        return words[0], whole[1]
    if gap == right:
        return whole[0], words[1]
    if right.endswith(gap):
        return whole[0], whole[1] - len(gap)
    if left.startswith(gap):
        return whole[0] + len(gap), whole[1]
    return None
