"""The parts of a page that are not its running text: where readers speak, what is paid for, what is set apart by its look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from provenance.articles.article import QuoteElement, QuoteRole
from provenance.articles.class_names import names_advertising, names_comments, names_of
from provenance.articles.main_content import standing_in
from provenance.articles.transcript import Draft
from provenance.articles.walk import Walk
from provenance.text.document import BlockKind
from provenance.text.span import Span

_MOST: Final = 0.4  # of a page's text; what holds more of it is no advertisement, whatever it is called


def comment_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands where readers comment."""
    named = [any(map(names_comments, names_of(element))) for element in walked.containers]
    return standing_in(walked.parents, named)


def advertising_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands in an advertisement."""
    named = [
        element.tag != "article" and any(map(names_advertising, names_of(element)))
        for element in walked.containers
    ]
    if not any(named):
        return named
    sizes = [0] * len(named)
    for draft in walked.transcript.drafts:
        sizes[draft.container] += draft.end - draft.start
    for number in range(len(sizes) - 1, 0, -1):
        sizes[walked.parents[number]] += sizes[number]
    small = [size <= _MOST * sizes[0] for size in sizes]
    return standing_in(walked.parents, [name and few for name, few in zip(named, small, strict=True)])


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
