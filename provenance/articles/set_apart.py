"""What a page sets apart by its look alone: paragraphs of a class, a style or a box of their own amid its running text.

No name of a class is read. That so few look so, between paragraphs that look like all others, is what shows.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from provenance.articles.article import QuoteElement, QuoteRole
from provenance.text.document import BlockKind
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.transcript import Draft
    from provenance.articles.walk import Walk

_MOST_APART = 6  # blocks side by side that look alike
_RUNNING = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PREFORMATTED))
_ITEMS = frozenset(("li", "dt", "dd"))
_STATED = ("class", "style")


def set_apart(walked: Walk) -> Iterator[QuoteElement]:
    """The runs of a few blocks that look otherwise than the running text before and behind them, in order."""
    drafts = walked.transcript.drafts
    looks = [_look(walked, draft.container) for draft in drafts]
    lengths: Counter[tuple[str | None, ...]] = Counter()
    for draft, look in zip(drafts, looks, strict=True):
        if draft.kind in _RUNNING and "blockquote" not in look:
            lengths[look] += draft.end - draft.start
    body = max(lengths, key=lengths.__getitem__, default=None)
    runs = [list(run) for _, run in groupby(range(len(drafts)), key=looks.__getitem__)]
    for number in range(1, len(runs)):
        before, run = runs[number - 1], [drafts[at] for at in runs[number]]
        behind = runs[number + 1] if number + 1 < len(runs) else ()
        if (
            looks[before[0]] == body
            and _is_passage(walked, run)
            and all(drafts[at].kind is BlockKind.HEADING or looks[at] == body for at in behind[:1])
        ):
            yield QuoteElement(tuple(Span(one.start, one.end) for one in run), "apart", QuoteRole.QUOTATION)


def _look(walked: Walk, container: int) -> tuple[str | None, ...]:
    """The tags, classes and styles of a block's element and of the one around it."""
    near = walked.containers[container], walked.containers[walked.parents[container]]
    return tuple(said for element in near for said in (str(element.tag), *map(element.get, _STATED)))


def _is_passage(walked: Walk, run: Sequence[Draft]) -> bool:
    """Whether a run is of a few blocks of text, none of them an item of a list by itself."""
    listed = (str(walked.containers[one.container].tag) in _ITEMS for one in run)
    return len(run) <= _MOST_APART and all(one.kind in _RUNNING for one in run) and not any(listed)
