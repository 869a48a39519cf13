"""PDF: lines joined to paragraphs, hyphens undone, running heads dropped. Needs the extra ``pdf``."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from provenance.articles.article import Format, Landmark, LandmarkKind
from provenance.articles.reading import read_text
from provenance.errors import ArticleError
from provenance.files.child import ChildError, Limits, run_child
from provenance.text.signs import CLOSING_MARKS, SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article

_SCRIPT = Path(__file__).with_name("pdf_lines.py")
_HYPHEN = "\ufffe"  # what PDFium sets for a hyphen at a line's end, in place of the line break
_PAGE_BREAK = "\f"  # stands in no line, since lines end at it
_BROKEN_WORD = re.compile(rf"(\w{{1,40}}){_HYPHEN}({_PAGE_BREAK}{{0,9}})(\w{{1,40}})")
_HYPHEN_AT_PAGE_END = re.compile(rf"(?<=\w)- (?={_PAGE_BREAK})")  # where PDFium sees no line that goes on
_ENDS_SENTENCE = re.compile(rf"[{SENTENCE_ENDS}:;][{re.escape(CLOSING_MARKS)}]{{0,3}}$")
_PAGE_NUMBER = re.compile(
    r"^(?:page |p\. ?|seite )?\W{0,3}\d{1,4}\W{0,3}(?:(?:of|von|/) ?\d{1,4})?$", re.IGNORECASE
)
_WIDE_GAP = 1.3  # times the usual distance of two lines: a new paragraph
_INDENT = 0.6  # times the height of a line: a first line set in


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its text, and in points where it begins and which distance it keeps to the line above."""

    text: str
    left: float
    height: float
    gap: float


def read_pdf(data: bytes, *, origin: str, url: str | None = None) -> Article:
    """Read the text of a PDF; its pages are the article's landmarks.

    Args:
        data: The bytes.
        origin: Where they came from, for people.
        url: Their address, or None.

    Raises:
        ArticleError: If PDFium is not installed, or the file is broken, locked or a scan without text.
    """
    lines = _without_running_heads(list(_pages(data, origin)))
    text = unicodedata.normalize("NFKC", _whole_words("\n\n".join(_paragraphs(lines))))
    if not text.strip():
        raise ArticleError(f"{origin} holds no text, so it may be a scan; give a text of it.")
    pieces = text.split(_PAGE_BREAK)
    article = read_text("".join(pieces), origin=origin, format=Format.TEXT, url=url)
    starts = (0, *accumulate(map(len, pieces[:-1])))
    pages = tuple(Landmark(start, LandmarkKind.PAGE, number) for number, start in enumerate(starts, start=1))
    return replace(article, format=Format.PDF, landmarks=pages)


def _pages(data: bytes, origin: str) -> Iterator[list[_Line]]:
    if find_spec("pypdfium2") is None:
        raise ArticleError(f"{origin} is a PDF; install `provenance-tracer[pdf]` to read it.")
    try:
        answer = json.loads(run_child(_SCRIPT, data, Limits()))
        fault = answer.get("error")
        pages = [[_Line(*line) for line in page] for page in answer.get("pages", ())]
    except ChildError as error:
        fault = str(error)
    except (ValueError, TypeError, AttributeError):
        fault = "breaks its reader"
    if fault:
        raise ArticleError(f"{origin} is a PDF that {fault}; give a text of it.")
    yield from pages


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """Drop page numbers, and first and last lines that return on a third of the pages, figures aside."""
    edges = Counter(_shape(line) for page in pages for line in {id(end): end for end in _ends(page)}.values())
    returning = {shape for shape, times in edges.items() if times >= max(3, len(pages) / 3)}
    kept = []
    for page in pages:
        ends = {
            id(line) for line in _ends(page) if _shape(line) in returning or _PAGE_NUMBER.match(line.text)
        }
        kept.append([line for line in page if id(line) not in ends])
    return kept


def _ends(page: Sequence[_Line]) -> Sequence[_Line]:
    return (*page[:2], *page[-2:])


def _shape(line: _Line) -> str:
    return re.sub(r"\d{1,9}", "0", line.text)


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    paragraph: list[str] = []
    breaks = ""
    for page_number, page in enumerate(pages):
        breaks += _PAGE_BREAK if page_number else ""
        usual = median(line.gap for line in page[1:]) if len(page) > 1 else 0
        margin = min((line.left for line in page), default=0)
        for number, line in enumerate(page):
            if paragraph and _begins(line, paragraph[-1], usual=usual, margin=margin, is_first=number == 0):
                yield _joined_lines(paragraph)
                paragraph = []
            paragraph.append(breaks + line.text)
            breaks = ""
    if paragraph:
        yield _joined_lines(paragraph)


def _begins(line: _Line, before: str, *, usual: float, margin: float, is_first: bool) -> bool:
    """Whether a line begins a paragraph. Over a page's end only a full stop tells, and then a small letter denies."""
    ended = bool(_ENDS_SENTENCE.search(before))
    if is_first or line.gap < 0:  # a new page or column
        return ended and not line.text[0].islower()
    return line.gap > usual * _WIDE_GAP or (ended and line.left - margin > line.height * _INDENT)


def _joined_lines(lines: Sequence[str]) -> str:
    joined = " ".join(lines)
    return _HYPHEN_AT_PAGE_END.sub(_HYPHEN, joined).replace(f"{_HYPHEN} ", _HYPHEN)


def _whole_words(text: str) -> str:
    """Put words together again that a line's end broke, unless the text writes them with a hyphen elsewhere."""

    def mended(found: re.Match[str]) -> str:
        before, breaks, after = found.groups()
        hyphenated = f"{before}-{after}"
        keeps = hyphenated in text or not after[0].islower() or before.isdecimal()
        return (hyphenated if keeps else before + after) + breaks

    return _BROKEN_WORD.sub(mended, text).replace(_HYPHEN, "-")
