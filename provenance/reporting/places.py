"""Where something stands: in the article's file, in the source, and under which address it opens there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from pathlib import Path

from provenance.alignment.alignment import Placement
from provenance.articles.addresses import address_parts
from provenance.articles.article import Article, Landmark, LandmarkKind
from provenance.articles.source_map import Place
from provenance.files.reading import resolved
from provenance.findings.finding import Finding
from provenance.findings.trace import ExcerptTrace
from provenance.text.document import BlockKind, Document, Passage, whole
from provenance.text.selectors import fragment_link

_LINE_ONLY = "Only the line is known, not the column."
_NO_LANDMARK = Landmark(0, LandmarkKind.SECTION, 0)
_CONTEXT_WORDS = 3
_YOUTUBE = frozenset({"youtube.com", "m.youtube.com", "youtu.be"})
_WORD = re.compile(r"\S+")
_COUNTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PREFORMATTED})


def place_in_file(article: Article, passage: Passage) -> Place | None:
    """The place of a passage of the article; None where the way back to the file is not certain."""
    return article.source_map.place(passage.span) if article.source_map else None


def passage_of(finding: Finding, item: ExcerptTrace) -> Passage:
    """The words of the article that a finding is about: the whole excerpt where it names none."""
    return finding.excerpt or whole(item.excerpt.passages)


def line_in_file(article: Article, passage: Passage) -> int:
    """The line on which a passage begins; that of its paragraph where the way back to the file is not certain."""
    place = place_in_file(article, passage)
    return place.line if place else passage.line


def place_told(article: Article, passage: Passage) -> str:
    """``14:25`` as editors take it behind a path; ``14`` where the column is not known; ``page 3`` of a file without lines."""
    place = place_in_file(article, passage)
    return f"{place.line}:{place.column}" if place else place_in_words(article, passage) or str(passage.line)


def place_in_words(article: Article, passage: Passage) -> str | None:
    """``paragraph 12``, ``note 3``, ``section 2, paragraph 5``, ``page 4``, ``at 1:23``; None where the file has lines.

    Paragraphs are counted as word processors do, headings and cells included.
    """
    if article.format.has_lines:
        return None
    start, document = passage.span.start, passage.document
    numbered = enumerate(article.notes, start=1)
    note = next((number for number, note in numbered if note.span.start <= start < note.span.end), 0)
    mark = landmark_at(article, start)
    if mark.kind is not LandmarkKind.SECTION:
        return landmark_told(mark)
    first = document.block_index_at(mark.start) if mark.number else 0
    paragraph = document.block_index_at(start) - first + 1
    section = f"section {mark.number}, " if mark.number and not note else ""
    return f"note {note}" if note else f"{section}paragraph {paragraph}"


def remark_on_place(article: Article, passage: Passage) -> str:
    """A sentence for formats that need a line, where no more than that or something else is known."""
    words = place_in_words(article, passage)
    return f"It stands {'' if words.startswith('at ') else 'in '}{words}." if words else _LINE_ONLY


def landmark_at(article: Article, offset: int) -> Landmark:
    """The last landmark that begins at or before an offset; one of the number 0 where there is none."""
    index = bisect_right(article.landmarks, offset, key=lambda mark: mark.start)
    return article.landmarks[index - 1] if index else _NO_LANDMARK


def landmark_told(mark: Landmark) -> str:
    """``page 4``, ``section 2``, ``at 1:02:03``."""
    return second_told(mark.number) if mark.kind is LandmarkKind.SECOND else f"{mark.kind} {mark.number}"


def second_told(second: int) -> str:
    """``at 1:02:03`` for a second from the beginning."""
    minutes, seconds = divmod(second, 60)
    hours, minutes = divmod(minutes, 60)
    return f"at {hours}:{minutes:02}:{seconds:02}" if hours else f"at {minutes}:{seconds:02}"


def source_document(item: ExcerptTrace) -> Document | None:
    """The document that the source spans of an excerpt are counted in, or None if there is none."""
    if item.placements:
        return item.placements[0].source.document
    return item.witness.document if item.witness else None


def source_url(item: ExcerptTrace) -> str | None:
    """The address of an excerpt's source: where it came from; where it was looked for if none came; None for a mere file."""
    if item.witness:
        return item.witness.url
    located = [reference.locator for reference in item.references if "://" in reference.locator]
    return located[0] if located else item.excerpt.attribution.link


def pdf_pages_of(item: ExcerptTrace) -> tuple[int, ...]:
    """The pages of a PDF, counted from 1, that the excerpt is placed on; empty for any other source."""
    if item.witness is None or not (starts := item.witness.pdf_pages):
        return ()
    pages, spans = item.witness.page.landmarks, [placement.source.span for placement in item.placements]
    held = (pages[bisect_right(starts, span.start) - 1 : bisect_left(starts, span.end)] for span in spans)
    return tuple(sorted({page.number for page in chain.from_iterable(held)}))


def moment_of(item: ExcerptTrace) -> Landmark | None:
    """The moment at which an excerpt begins in a source that is speech with times; None for any other source."""
    if not item.placements or item.witness is None:
        return None
    mark = landmark_at(item.witness.page, item.placements[0].source.span.start)
    return mark if mark.kind is LandmarkKind.SECOND else None


def paragraphs_of(passages: Sequence[Passage]) -> str | None:
    """``paragraphs 2-4 and 7``, as a reader counts, without headings and captions; None where the document has no blocks."""
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
        path, here = resolved(path), resolved(Path())
        path = path.relative_to(here) if path.is_relative_to(here) else path
    return path.as_posix()


def open_link(item: ExcerptTrace) -> str | None:
    """The address that opens the source at its gravest finding, or where the excerpt stands; None without a page."""
    told = [finding for finding in item.findings if finding.source]
    gravest = max(told, key=lambda finding: finding.severity, default=None)
    passage = item.placements[0].source if item.placements else None
    if gravest and gravest.source:
        passage = around(gravest.source)
    url = source_url(item)
    if passage is None or url is None or not url.startswith(("http://", "https://")):
        return None
    moment = moment_of(item)
    return opening(url, pdf_pages_of(item), moment.number if moment else None) or fragment_link(url, passage)


def opening(url: str, pages: Sequence[int] | None, second: int | None) -> str | None:
    """The address that opens a PDF at its page, or a recording at its second (Media Fragments URI 1.0).

    Browsers look for words in web pages only, and YouTube has a parameter of its own. None for any other source.
    """
    page = url.partition("#")[0]
    if pages:
        return f"{page}#page={pages[0]}"
    if second is None:
        return None
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


def _numbers(passage: Passage) -> Iterable[int]:
    number = 0
    for block in passage.document.blocks:
        number += block.main and block.kind in _COUNTED
        touches = block.span.overlaps(passage.span) or block.span.start <= passage.span.start < block.span.end
        if touches and number:
            yield number


def _ranges(numbers: Sequence[int]) -> str:
    words = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        words.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
