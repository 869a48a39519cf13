"""How often an honest quotation is flagged: verbatim excerpts of pages, laid against the very same pages.

    python benchmarks/extraction.py FOLDER [--excerpts N] [--paragraphs N] [--loose] [--show]

FOLDER holds saved pages (*.html, *.html.gz). An excerpt is three paragraphs (or list items) that follow one another in a
page's markup and that trafilatura takes for its main text, the first from any of its sentences on, the last up to any of
its; their words are cut with lxml alone, so that the reader under test has no part in it. Between them stands nothing of that main text but headings and captions. With --loose anything but
another paragraph may stand there: advertisements, but also code, tables and quotations, whose omission is rightly said.
Prints the share of excerpts with any finding of minor or more, and which codes they are.
"""

from __future__ import annotations

import argparse
import copy
import gzip
import random
import re
from collections import Counter
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
import trafilatura

from provenance.articles.apparatus.annotations import with_apparatus
from provenance.articles.article import Article, Format
from provenance.articles.decoding import decode
from provenance.articles.reading import read_bytes
from provenance.errors import ArticleError
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt
from provenance.findings.context import JudgingSettings
from provenance.findings.finding import Severity
from provenance.sources.loading.extraction import without_asides
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.text.document import Block, Document, Passage
from provenance.text.span import Span
from provenance.tracing.comparison import SourceComparer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.tracing.comparison import SourceComparison

MIN_WORDS = 3
# What a person who copies paragraphs leaves behind without a thought.
_FURNITURE = ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption")
# A figure's stop may make an ordinal of it: "Bis zum 6. April".
_BORDER = re.compile(r"(?<=[.!?…])(?<!\d\.)[\"”»’')\]]{0,2}\s+(?=[\"“„«‘(\[]?[^\W\d_a-z])")
_DROPPED = ("script", "style", "noscript", "template", "svg", "button")


def paragraphs(page: bytes, *, loose: bool = False) -> list[list[str]]:
    """The page's main text: runs of paragraphs between which nothing stands in it but headings and captions."""
    text = decode(page, origin="page").text
    tree = lxml.html.fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    kept = solid(trafilatura.extract(text, include_comments=False, fast=True) or "")
    furniture = sorted(
        {solid(element.text_content()) for element in tree.iter(*_FURNITURE)}, key=len, reverse=True
    )
    runs: list[list[str]] = [[]]
    position = 0
    for element in tree.iter("p", "li"):
        words = words_of(element)
        found = kept.find(solid("".join(words)), position)
        if not words or element.find(".//p") is not None or element.find(".//li") is not None:
            continue
        if found < 0 or len(words) < MIN_WORDS:
            runs.append([])
            continue
        between = kept[position:found]
        for piece in furniture:
            between = between.replace(piece, "") if piece else between
        if between and not loose:
            runs.append([])
        runs[-1].append(" ".join(words))
        position = found + len(solid("".join(words)))
    return [run for run in runs if run]


def solid(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(character for character in text if character.isalnum())


def words_of(element: lxml.html.HtmlElement) -> list[str]:
    """The words that an element shows, a line break and a block inside it being a space."""
    shown = copy.deepcopy(element)
    for part in [*shown.iter(*_DROPPED, lxml.etree.Comment)]:
        part.drop_tree()
    for line_break in shown.iter("br", "div"):
        line_break.tail = "\n" + (line_break.tail or "")
    return str(shown.text_content()).split()


def quoting(runs: list[list[str]], size: int) -> tuple[Article, list[Excerpt]]:
    """An article made of a page's paragraphs, and what may be quoted of it: so many paragraphs that follow one another.

    First those of whole paragraphs; then those that begin or end in the middle of one, where a sentence does.
    """
    blocks, position = [], 0
    paragraphs = [paragraph for run in runs for paragraph in run]
    for paragraph in paragraphs:
        blocks.append(Block(Span(position, position + len(paragraph))))
        position += len(paragraph) + 2
    article = with_apparatus(
        Article(Document("\n\n".join(paragraphs), "excerpts", tuple(blocks)), Format.TEXT)
    )
    document = article.document
    whole, cut, first = [], [], 0
    for run in runs:
        for start in range(first, first + len(run) - size + 1):
            spans = [block.span for block in blocks[start : start + size]]
            begins, ends = borders(document.text, spans[0]), borders(document.text, spans[-1])
            for begin, end in product((spans[0].start, *begins), (spans[-1].end, *ends)):
                kept = [*spans]
                kept[0] = Span(begin, kept[0].end if size > 1 else end)
                kept[-1] = Span(kept[-1].start, end)
                is_whole = (begin, end) == (spans[0].start, spans[-1].end)
                (whole if is_whole else cut).append(_excerpt(document, kept))
        first += len(run)
    return article, [*whole, *cut]


def borders(text: str, span: Span) -> list[int]:
    """Where, inside a paragraph, a sentence begins, unless one of the two parts would be only a word or two."""
    found = (border.end() for border in _BORDER.finditer(text, span.start, span.end))
    parts = ((at, text[span.start : at].split(), text[at : span.end].split()) for at in found)
    return [at for at, before, after in parts if min(len(before), len(after)) >= MIN_WORDS]


def _excerpt(document: Document, spans: list[Span]) -> Excerpt:
    passages = tuple(Passage(document, Span(span.start, _end(document.text, span))) for span in spans)
    return Excerpt(passages, marks=find_marks(passages))


def _end(text: str, span: Span) -> int:
    return span.start + len(text[span.start : span.end].rstrip())


@dataclass(frozen=True)
class Page:
    """A page, and what may be quoted of it."""

    name: str
    article: Article
    excerpts: list[Excerpt]
    source: Article


def read_page(path: Path, options: argparse.Namespace) -> Page | None:
    """A page as the tool reads it, and excerpts of it; None if the tool cannot read it, which is said."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    try:
        article, excerpts = quoting(paragraphs(data, loose=options.loose), options.paragraphs)
        return Page(path.name, article, excerpts, read_bytes(data, origin=path.name, format=Format.HTML))
    except ArticleError as error:
        print(f"{path.name}: {error}")
        return None


def outcomes(page: Page, at_most: int, dice: random.Random) -> Iterator[SourceComparison]:
    """So many excerpts of a page, laid against the page: those of whole paragraphs, and of the others by lot."""
    witness = Witness(Reference(page.name, FoundBy.GIVEN), without_asides(page.source), Via.GIVEN)
    bench = SourceComparer(page.article, JudgingSettings(language=page.source.metadata.language))
    whole = sum(all(_is_block(passage) for passage in excerpt.passages) for excerpt in page.excerpts)
    by_lot = page.excerpts[whole:]
    dice.shuffle(by_lot)
    for excerpt in [*page.excerpts[:whole], *by_lot][:at_most]:
        yield bench.compare(excerpt, witness)


def _is_block(passage: Passage) -> bool:
    block = passage.document.block_at(passage.span.start)
    return block is not None and block.span == passage.span


def shares(pages: list[Page], total: int) -> list[int]:
    """How many excerpts of each page: as evenly as the pages allow."""
    left, found = total, {}
    for position, page in enumerate(sorted(pages, key=lambda page: len(page.excerpts))):
        found[page.name] = min(len(page.excerpts), left // (len(pages) - position))
        left -= found[page.name]
    return [found[page.name] for page in pages]


def parsed() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--excerpts", type=int, default=3000, help="at most so many, as evenly over the pages as they allow"
    )
    parser.add_argument("--paragraphs", type=int, default=3, help="in an excerpt")
    parser.add_argument("--loose", action="store_true", help="let anything but paragraphs stand between them")
    parser.add_argument("--show", action="store_true", help="print every finding")
    return parser.parse_args()


def main() -> None:
    """Print the figures."""
    options = parsed()
    dice = random.Random(1)
    codes: Counter[str] = Counter()
    flagged = total = 0
    pages = [page for path in sorted(options.folder.glob("*.htm*")) if (page := read_page(path, options))]
    for page, share in zip(pages, shares(pages, options.excerpts), strict=True):
        for laid in outcomes(page, share, dice):
            serious = [found for found in laid.comparison.findings if found.severity >= Severity.MINOR]
            total += 1
            flagged += bool(serious)
            codes.update({found.rule.code for found in serious})
            for found in serious if options.show else ():
                print(f"  {page.name} {found.rule.code} {found.message}")
    print(f"{flagged} of {total} verbatim excerpts flagged: {flagged / max(1, total):.2%}")
    for code, count in codes.most_common():
        print(f"  {code} {count}")


if __name__ == "__main__":
    main()
