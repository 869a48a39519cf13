"""Where something stands, in words: paragraphs of a source rather than offsets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.articles.addresses import address_parts
from provenance.reporting.records import moment_of, pdf_pages_of, source_url
from provenance.text.document import BlockKind
from provenance.text.selectors import fragment_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.alignment.alignment import Placement
    from provenance.findings.trace import ExcerptTrace
    from provenance.text.document import Passage

_CONTEXT_WORDS = 3
_YOUTUBE = frozenset({"youtube.com", "m.youtube.com", "youtu.be"})
_WORD = re.compile(r"\S+")
_COUNTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PREFORMATTED})


def paragraphs_of(passages: Sequence[Passage]) -> str | None:
    """``paragraph 2``, ``paragraphs 2-4 and 7``: counted as a reader would, without headings, captions and the rest.

    None where the document is not divided into blocks.
    """
    if not passages or not passages[0].document.blocks:
        return None
    numbers = sorted({number for passage in passages for number in _numbers(passage)})
    return f"paragraph{'' if len(numbers) == 1 else 's'} {_ranges(numbers)}" if numbers else None


def holds_end(pieces: Sequence[Passage], placements: Sequence[Placement]) -> bool:
    """Whether the source holds the last of an excerpt's passages, and so settles where an excerpt without markup ends."""
    return bool(placements) and placements[-1].excerpt.span.end > pieces[-1].span.start


def told_pages(pages: Sequence[int]) -> str:
    """``page 2``, ``pages 2-4``; empty where there are none."""
    return f"page{'' if len(pages) == 1 else 's'} {_ranges(pages)}" if pages else ""


def from_here(origin: str) -> str:
    """Where an article or a saved source stands, relative to the working folder if it is in it.

    Viewers take such a path for one of the repository. Another path stays absolute, and an address stays as it is.
    """
    if "://" in origin:
        return origin
    path = Path(origin)
    if path.is_absolute() or ".." in path.parts:
        path, here = path.resolve(), Path.cwd().resolve()
        path = path.relative_to(here) if path.is_relative_to(here) else path
    return path.as_posix()


def open_link(item: ExcerptTrace) -> str | None:
    """The address that opens the source at its gravest finding, or where the excerpt stands; None without a page."""
    url, passage = source_url(item), _gravest(item) or _first_placed(item)
    if passage is None or url is None or not url.startswith(("http://", "https://")):
        return None
    pages, moment = pdf_pages_of(item), moment_of(item)
    if moment:
        return moment_link(url, moment.number)
    return page_link(url, pages[0]) if pages else fragment_link(url, passage)


def page_link(url: str, page: int) -> str:
    """The address that opens a PDF at a page: browsers look for words in web pages only."""
    return f"{url.partition('#')[0]}#page={page}"


def moment_link(url: str, second: int) -> str:
    """The address that opens a recording at a second (Media Fragments URI 1.0); YouTube has a parameter of its own."""
    page = url.partition("#")[0]
    if (address_parts(url).hostname or "").removeprefix("www.") in _YOUTUBE:
        return f"{page}{'&' if '?' in page else '?'}t={second}s"
    return f"{page}#t={second}"


def around(passage: Passage, *, words: int = _CONTEXT_WORDS) -> Passage:
    """The passage with up to ``words`` words on either side, inside its block."""
    document, span = passage.document, passage.span
    block = document.block_at(span.start)
    first, last = (block.span.start, block.span.end) if block else (0, len(document.text))
    first, last = min(first, span.start), max(last, span.end)
    before = list(_WORD.finditer(document.text, first, span.start))[-words:]
    after = list(_WORD.finditer(document.text, span.end, last))[:words]
    start = before[0].start() if before else span.start
    return document.passage(start, after[-1].end() if after else span.end)


def _gravest(item: ExcerptTrace) -> Passage | None:
    placed = [finding for finding in item.findings if finding.source is not None]
    gravest = max(placed, key=lambda finding: finding.severity, default=None)
    return around(gravest.source) if gravest and gravest.source else None


def _first_placed(item: ExcerptTrace) -> Passage | None:
    placements = item.comparison.alignment.placements if item.comparison else ()
    return placements[0].source if placements else None


def _numbers(passage: Passage) -> Iterable[int]:
    number = 0
    for block in passage.document.blocks:
        number += block.main and block.kind in _COUNTED
        touches = block.span.overlaps(passage.span) or block.span.start <= passage.span.start < block.span.end
        if touches and number:
            yield number


def _ranges(numbers: Sequence[int]) -> str:
    return _listed([f"{first}" if first == last else f"{first}-{last}" for first, last in _runs(numbers)])


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
