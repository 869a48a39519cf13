"""Placing: from stretches of words to a placement and the variants inside it, between the stretches too."""

import re
from typing import Final, NamedTuple

from provenance.alignment.alignment import Placement, Variant
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.recording import Recorder, shared_ends
from provenance.alignment.seeding import Stretch
from provenance.text.folding import fold

_SPACE = re.compile(r"\s")
_ELLIPSIS: Final = r"…|\.\s?\.\s?\.|\*\s?\*\s?\*"


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
    """Equal words in another dress, or with other punctuation between them."""
    source, shift = encoded.source, stretch.place - stretch.first
    for index in range(stretch.first, stretch.last):
        at = index + shift
        recorder.dress(encoded.starts[index], encoded.ends[index], source.starts[at], source.ends[at])
        if index + 1 < stretch.last:
            recorder.differ(
                encoded.ends[index], encoded.starts[index + 1], source.ends[at], source.starts[at + 1]
            )


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
    return worded == (re.search(r"\w", other) is not None) and fold(one) == fold(other)


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
