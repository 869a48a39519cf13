"""PDF: lines joined to paragraphs, hyphens undone, running heads dropped. Needs the extra ``pdf``."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from provenance.articles.article import Article, Format, Landmark, LandmarkKind, Link
from provenance.articles.notes.calls import with_notes
from provenance.articles.reading import read_text
from provenance.errors import ArticleError, installing
from provenance.files.child import ChildError, Limits, run_child
from provenance.text.signs import CLOSING_MARKS, SENTENCE_ENDS
from provenance.text.span import Span

_SCRIPT = Path(__file__).with_name("pdf_lines.py")
_HYPHEN = "\ufffe"  # what PDFium sets for a hyphen at a line's end, in place of the line break
_PAGE_BREAK = "\f"  # stands in no line, since lines end at it
_BROKEN_WORD = re.compile(rf"(\w{{1,40}}){_HYPHEN}({_PAGE_BREAK}{{0,9}})(\w{{1,40}})")
_HYPHEN_AT_PAGE_END = re.compile(rf"(?<=\w)- (?={_PAGE_BREAK})")  # where PDFium sees no line that goes on
_ENDS_SENTENCE = re.compile(rf"[{SENTENCE_ENDS}:;][{re.escape(CLOSING_MARKS)}]{{0,3}}$")
_PAGE_NUMBER = re.compile(
    r"^(?:page |p\. ?|seite )?\W{0,3}\d{1,4}\W{0,3}(?:(?:of|von|/) ?\d{1,4})?$", re.IGNORECASE
)
_LABEL = re.compile(r"\[?(\d{1,3})[\].]{0,2}\s+\S")
_ADDRESS = re.compile(r"(?:https?://|www\.|\b10\.\d{4,9}/)\S{0,2000}$")
_LONGEST_ADDRESS = 2000  # characters
_BREAKS = (*"/-_=&?%#~", "%2F")  # where an address is broken
_INSIDE = re.compile(r"\w[/_=&%]\w|\w/$")
_MOST_LINKED = 40  # words of a link that are looked for
_FARTHEST = 20_000  # characters from one link to the next
_FIRST_LINES = 3  # of a page, which are no notes, though these may fill most of it
# Times the usual height of a line: notes are set in 8 or 9 points below a text of 10 or 11.
_SMALL_TYPE = 0.93
_WIDE_GAP = 1.3  # times the usual distance of two lines: a new paragraph
_INDENT = 0.6  # times the height of a line: a first line set in


class _Line(NamedTuple):
    """A line of a page: its text, and in points where it begins and which distance it keeps to the line above."""

    text: str
    left: float
    height: float
    gap: float


def read_pdf(data: bytes, *, origin: str, url: str | None = None) -> Article:
    """Read the text of a PDF; its pages are the article's landmarks."""
    found, shown = _read(data, origin)
    pages, notes = _without_notes(_without_running_heads(found))
    noted = [(number, note) for number, page in notes.items() for note in _paragraphs([page])]
    paragraphs = [*_paragraphs(pages), *(_PAGE_BREAK + note for _, note in noted)]
    text = unicodedata.normalize("NFKC", _whole_words("\n\n".join(paragraphs)))
    if not text.strip():
        raise ArticleError(f"{origin} holds no text, so it may be a scan; give a text of it.")
    pieces = text.split(_PAGE_BREAK)
    article = _linked(read_text("".join(pieces), origin=origin, format=Format.TEXT, url=url), shown)
    starts = (0, *accumulate(map(len, pieces[:-1])))
    numbers = (*range(1, len(pages) + 1), *(number for number, _ in noted))
    places = zip(starts, numbers, strict=True)
    marks = tuple(Landmark(start, LandmarkKind.PAGE, number) for start, number in places)
    return replace(article, format=Format.PDF, landmarks=marks)


def _read(data: bytes, origin: str) -> tuple[list[list[_Line]], list[tuple[str, str]]]:
    """The lines of the pages, and the words that links are set on, each with its address."""
    if find_spec("pypdfium2") is None:
        raise ArticleError(f"{origin} is a PDF, which needs more than is installed; {installing('pdf')}.")
    pages, links = [], []
    try:
        answer = json.loads(run_child(_SCRIPT, data, Limits()))
        fault = answer.get("error")
        pages = [[_Line(*line) for line in page] for page in answer.get("pages", ())]
        links = [(str(words), str(address)) for words, address in answer.get("links", ())]
    except ChildError as error:
        fault = str(error)
    except (ValueError, TypeError, AttributeError):
        fault = "breaks its reader"
    if fault:
        raise ArticleError(f"{origin} is a PDF that {fault}; give a text of it.")
    return pages, links


def _linked(article: Article, shown: Iterable[tuple[str, str]]) -> Article:
    """An article with the links that are set on words of it, in reading order; its notes are then read with these."""
    text, place, links = article.document.text, 0, []
    for words, address in shown:
        parts = unicodedata.normalize("NFKC", words).replace(_HYPHEN, " ").split()
        pattern = r"[\s-]{0,3}".join(map(re.escape, parts[:_MOST_LINKED]))
        found = re.compile(pattern).search(text, place, place + _FARTHEST) if parts else None
        if found and address.startswith(("http://", "https://")):
            links.append(Link(Span(found.start(), found.end()), address))
            place = found.end()
    if not links:
        return article
    taken = {offset for link in links for offset in range(link.span.start, link.span.end)}
    bare = (one for one in article.links if one.span.start not in taken)
    every = tuple(sorted((*links, *bare), key=lambda link: link.span))
    return with_notes(replace(article, links=every, references=(), calls=()))


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """Drop page numbers, and first and last lines that return on a third of the pages, figures aside."""
    edges = [{id(line): line for line in (*page[:2], *page[-2:])} for page in pages]
    shapes = [{key: _shapes(line, number) for key, line in page.items()} for number, page in enumerate(edges)]
    times = Counter(shape for page in shapes for shape in set().union(*page.values()))
    returning = {shape for shape, count in times.items() if count >= max(3, len(pages) / 3)}
    dropped = {
        key
        for ends, shaped in zip(edges, shapes, strict=True)
        for key, line in ends.items()
        if shaped[key] & returning or _PAGE_NUMBER.match(line.text)
    }
    return [[line for line in page if id(line) not in dropped] for page in pages]


def _shapes(line: _Line, page: int) -> set[str]:
    """What returns of a running head. A number that it begins with counts as pages do, or stays: those of notes do neither."""
    label, shape = _LABEL.match(line.text), re.sub(r"\d{1,9}", "0", line.text)
    return {f"{int(label[1]) - page} {shape}", line.text} if label else {shape}


def _without_notes(
    pages: Sequence[Sequence[_Line]],
) -> tuple[list[Sequence[_Line]], dict[int, Sequence[_Line]]]:
    """The pages without the notes at their feet, and these by the number of their page: numbered lines in smaller type."""
    heights = [line.height for page in pages for line in page[:_FIRST_LINES]]
    least = _SMALL_TYPE * median(heights) if heights else 0
    texts, notes = [], {}
    for number, page in enumerate(pages, start=1):
        foot = next((at for at in range(len(page), 0, -1) if page[at - 1].height > least), 0)
        first = next((at for at in range(foot, len(page)) if _LABEL.match(page[at].text)), len(page))
        texts.append(page[:first])
        if first < len(page):
            notes[number] = page[first:]
    return texts, notes


def _entries(pages: Iterable[Sequence[_Line]]) -> set[int]:
    """The lines that begin an item of a numbered list or of notes, by their ids: another item counts on from them or to them."""
    labelled = [
        (int(label[1]), line) for page in pages for line in page if (label := _LABEL.match(line.text))
    ]
    pairs = [(one, other) for one, other in pairwise(labelled) if other[0] == one[0] + 1]
    return {id(line) for pair in pairs for _, line in pair}


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    paragraph: list[str] = []
    breaks, hangs = "", False
    entries = _entries(pages)
    for page_number, page in enumerate(pages):
        breaks += _PAGE_BREAK if page_number else ""
        usual = _usual_gap(page)
        margin = min((line.left for line in page), default=0)
        for number, line in enumerate(page):
            left = line.left if hangs else margin  # the lines of an entry are set in behind its number
            begins = id(line) in entries or _begins(
                line, paragraph[-1:], usual=usual, margin=left, is_first=not number
            )
            if paragraph and begins:
                yield _joined_lines(paragraph)
                paragraph = []
            hangs = hangs if paragraph else id(line) in entries
            paragraph.append(breaks + line.text)
            breaks = ""
    if paragraph:
        yield _joined_lines(paragraph) + breaks


def _usual_gap(page: Sequence[_Line]) -> float:
    """The distance of lines in a paragraph: that of a quarter of the lines, since paragraphs may have two lines each."""
    gaps = sorted(line.gap for line in page[1:] if line.gap > 0)
    return gaps[len(gaps) // 4] if gaps else 0


def _begins(line: _Line, before: Sequence[str], *, usual: float, margin: float, is_first: bool) -> bool:
    """Whether a line begins a paragraph. Over a page's end only a full stop tells, and then a small letter denies."""
    ended = bool(before) and bool(_ENDS_SENTENCE.search(before[0]))
    if is_first or line.gap < 0:  # a new page or column
        return ended and not line.text[0].islower()
    return line.gap > usual * _WIDE_GAP or (ended and line.left - margin > line.height * _INDENT)


def _joined_lines(lines: Sequence[str]) -> str:
    pieces, address = [lines[0]], lines[0].rpartition(" ")[2]
    for line in lines[1:]:
        goes_on = _goes_on(address, line.lstrip(_PAGE_BREAK))
        pieces += [line] if goes_on else [" ", line]
        address = (address if goes_on and " " not in line else "") + line.rpartition(" ")[2]
    joined = "".join(pieces)
    return _HYPHEN_AT_PAGE_END.sub(_HYPHEN, joined).replace(f"{_HYPHEN} ", _HYPHEN)


def _goes_on(address: str, line: str) -> bool:
    """Whether the last word of a line is an address, or a DOI, that goes on in the next line."""
    if not _ADDRESS.search(address) or not line:
        return False
    word = line.partition(" ")[0]
    if address.endswith(_BREAKS) or line.startswith(_BREAKS):
        return True
    return (address[-1] == "." or bool(_INSIDE.search(word))) and not line[0].isupper() and line[0].isalnum()


def _whole_words(text: str) -> str:
    """Put words together again that a line's end broke, unless the text writes them with a hyphen elsewhere."""

    def mended(found: re.Match[str]) -> str:
        before, breaks, after = found.groups()
        hyphenated = f"{before}-{after}"
        start = text.rfind(" ", max(0, found.start() - _LONGEST_ADDRESS), found.start()) + 1
        in_address = _ADDRESS.search(text, start, found.end(1)) is not None
        keeps = in_address or hyphenated in text or not after[0].islower() or before.isdecimal()
        return (hyphenated if keeps else before + after) + breaks

    return _BROKEN_WORD.sub(mended, text).replace(_HYPHEN, "-")
