"""Clean-up: words inside brackets are kept only if all of them stand in the source as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.alignment.encoding import EncodedExcerpt

if TYPE_CHECKING:
    from provenance.alignment.seeding import Run


def clean(runs: Sequence[Run], encoded: EncodedExcerpt) -> list[Run]:
    """A strand without the words of brackets that the source has in part."""
    kept = list(runs)
    for first, last in encoded.edits:
        if any(run.first <= first and last <= run.first + run.size for run in kept):
            continue
        kept = [piece for run in kept for piece in _without(run, first, last)]
    return kept


def _without(run: Run, first: int, last: int) -> list[Run]:
    end = run.first + run.size
    pieces = []
    if run.first < min(end, first):
        pieces.append(run._replace(size=min(end, first) - run.first))
    if max(run.first, last) < end:
        start = max(run.first, last)
        pieces.append(run._replace(first=start, place=run.place + start - run.first, size=end - start))
    return pieces
