"""Where the main content of a page is: trafilatura's choice, used as a mask over our own blocks; and which parts are none.

trafilatura never reads the article (it drops the mark of many quotations and whole paragraphs that are one link); it says
which blocks belong to the main content. This module alone imports it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, repeat
from typing import Final

from lxml.etree import _Element
from lxml.html import HtmlElement

from provenance.articles.article import QuoteElement, QuoteRole
from provenance.articles.class_names import named, names_advertising, names_comments
from provenance.articles.elements import TEXT_BLOCKS
from provenance.articles.transcript import Draft
from provenance.articles.walk import Walk
from provenance.text.document import BlockKind
from provenance.text.span import Span
from provenance.text.tokens import folded_words, runs

# trafilatura's time grows faster than the page: 98 s on 200,000 <br>. Of 1,213 saved news pages the largest had 10,112
# elements and 1.6 MB.
MOST_ELEMENTS = 20_000
_INLINE = frozenset(("hi", "ref", "del"))  # of the tags that trafilatura writes
_RUN = 4  # words; a block is recognised by its runs of so many
_KEPT_SHARE = 0.6
CONTAINER_SHARE = 0.85
_BOXES = frozenset(("div", "section"))
_PARAGRAPH = 80  # characters; a box of teasers holds no paragraph that is longer
_LINKED = 0.5  # of a paragraph's characters; more are a menu's or a teaser's
_MOST: Final = 0.4  # of a page's text; what holds more of it is no advertisement, whatever it is called
_MOST_APART = 6  # blocks side by side that look alike
_RUNNING = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PREFORMATTED))
_ITEMS = frozenset(("li", "dt", "dd"))


def kept_blocks(root: HtmlElement, texts: Sequence[str]) -> list[bool] | None:
    """Which of a page's blocks trafilatura counts as main content: as they stand, in other typography, or most of their words.

    None if it finds no main content, or fails. The page is not changed.
    """
    body = _extracted(root)
    if body is None:
        return None
    known = {line.strip() for line in _lines(body)}
    kept = {tuple(folded_words(line)) for line in known}
    kept_runs = {run for words in kept for run in runs(words, _RUN)}
    if not kept_runs:
        return None
    held = dict.fromkeys(known, True)
    for text in texts:
        if text not in held:
            words = tuple(folded_words(text))
            own = list(runs(words, _RUN))
            most = bool(own) and sum(map(kept_runs.__contains__, own)) >= _KEPT_SHARE * len(own)
            held[text] = words in kept or most
    return [held[text] for text in texts]


def _extracted(root: HtmlElement) -> _Element | None:
    """The body that trafilatura makes of a page; without its text, which is not needed, a tenth of the time is saved."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(root, include_comments=False, fast=True, output_format="txt")
    except Exception:  # noqa: BLE001 - trafilatura met a page that it cannot handle: every block then counts as main
        return None
    return getattr(found, "body", None)


def _lines(body: _Element) -> Iterator[str]:
    """What each of the body's elements says, inline ones as part of the one around them."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE:
            yield "".join(pieces)
            pieces.clear()
        pieces.append((element.text if event == "start" else element.tail) or "")
    yield "".join(pieces)


def main_container(walked: Walk, kept: Sequence[bool]) -> int:
    """The number of the deepest block element that is no block of text and holds most of the kept blocks; 0 is the page."""
    sizes, deepest = _sizes(walked, kept), 0
    for number, one in enumerate(walked.containers):
        within = number and walked.parents[number] == deepest and one.tag not in TEXT_BLOCKS
        if within and sizes[number] >= CONTAINER_SHARE * sizes[0]:
            deepest = number
    return deepest


def _sizes(walked: Walk, counted: Iterable[bool]) -> list[int]:
    """For each block element, how many characters of the blocks that are counted stand in it."""
    sizes = [0] * len(walked.parents)
    for draft, counts in zip(walked.transcript.drafts, counted, strict=False):
        sizes[draft.container] += len(draft) * counts
    for number in range(len(sizes) - 1, 0, -1):
        sizes[walked.parents[number]] += sizes[number]
    return sizes


def inside(parents: Sequence[int], container: int) -> list[bool]:
    """For each element, in document order, whether it is ``container`` or stands in it."""
    return standing_in(parents, [number == container for number in range(len(parents))])


def standing_in(parents: Sequence[int], chosen: Sequence[bool]) -> list[bool]:
    """For each element, in document order, whether it is one of the chosen or stands in one."""
    reached = list(chosen)
    for number in range(1, len(parents)):
        reached[number] = reached[number] or reached[parents[number]]
    return reached


def other_chunks(walked: Walk, container: int) -> list[bool]:
    """For each block element, whether it is or stands in a further chunk of an article: a box like its first, in one ``<article>``."""
    box, around = walked.containers[container], walked.parents[container]
    while around and walked.containers[around].tag != "article":
        around = walked.parents[around]
    if not around and next(box.element.iter("time"), None) is not None:
        around = walked.parents[container]  # a live blog's posts need no ``<article>``
    chunked = around and box.names and box.tag in _BOXES
    within, own = inside(walked.parents, around), inside(walked.parents, container)
    alike = [
        bool(chunked) and within[at] and not own[at] and (one.tag, one.names) == (box.tag, box.names)
        for at, one in enumerate(walked.containers)
    ]
    reached = standing_in(walked.parents, alike)
    paragraphs = (draft for draft in walked.transcript.drafts if draft.kind is BlockKind.PARAGRAPH)
    long = (draft for draft in paragraphs if reached[draft.container] and len(draft) > _PARAGRAPH)
    is_text = any(draft.linked <= _LINKED * len(draft) for draft in long)
    return reached if is_text else [False] * len(reached)


def comment_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands where readers comment."""
    return standing_in(walked.parents, named(walked.containers, names_comments))


def advertising_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands in an advertisement."""
    said = named(walked.containers, names_advertising)
    if not any(said):
        return said
    sizes = _sizes(walked, repeat(True))  # noqa: FBT003 - one for each block
    told = zip(said, sizes, walked.containers, strict=True)
    paid = [says and size <= _MOST * sizes[0] and one.tag != "article" for says, size, one in told]
    return standing_in(walked.parents, paid)


def set_apart(walked: Walk) -> Iterator[QuoteElement]:
    """The runs of a few blocks that look otherwise than the running text before and behind them, in order."""
    drafts = walked.transcript.drafts
    looks = [_look(walked, draft.container) for draft in drafts]
    lengths: Counter[tuple[str | None, ...]] = Counter()
    for draft, look in zip(drafts, looks, strict=True):
        if draft.kind in _RUNNING and "blockquote" not in look:
            lengths[look] += len(draft)
    body = max(lengths, key=lengths.__getitem__, default=None)
    runs = [list(run) for _, run in groupby(range(len(drafts)), key=looks.__getitem__)]
    for number in range(1, len(runs)):
        before, run = runs[number - 1], [drafts[at] for at in runs[number]]
        behind = runs[number + 1][:1] if number + 1 < len(runs) else ()
        closed = all(drafts[at].kind is BlockKind.HEADING or looks[at] == body for at in behind)
        if closed and looks[before[0]] == body and _is_passage(walked, run):
            yield QuoteElement(tuple(Span(one.start, one.end) for one in run), "apart", QuoteRole.QUOTATION)


def _look(walked: Walk, container: int) -> tuple[str | None, ...]:
    """The tags, classes and styles of a block's element and of the one around it."""
    _, *own, _ = walked.containers[container]
    _, *around, _ = walked.containers[walked.parents[container]]
    return (*own, *around)


def _is_passage(walked: Walk, run: Sequence[Draft]) -> bool:
    """Whether a run is of a few blocks of text, none of them an item of a list by itself."""
    listed = (walked.containers[one.container].tag in _ITEMS for one in run)
    return len(run) <= _MOST_APART and all(one.kind in _RUNNING for one in run) and not any(listed)
