"""How often an honest quotation is flagged: verbatim excerpts of pages, laid against the very same pages.

    python benchmarks/extraction.py FOLDER [--excerpts N] [--paragraphs N] [--loose] [--show]

FOLDER holds saved pages (*.html, *.html.gz). An excerpt is three paragraphs (or list items) that follow one another in a
page's markup and that trafilatura takes for its main text; their words are cut with lxml alone, so that the reader under
test has no part in it. Between them stands nothing of that main text but headings and captions. With --loose anything but
another paragraph may stand there: advertisements, but also code, tables and quotations, whose omission is rightly said.
Prints the share of excerpts with any finding of minor or more, and which codes they are.
"""

from __future__ import annotations

import argparse
import copy
import gzip
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
import trafilatura

from provenance.articles.article import Article, Format
from provenance.articles.decoding import decode
from provenance.articles.reading import read_bytes
from provenance.errors import ArticleError
from provenance.excerpts.excerpt import Excerpt
from provenance.excerpts.marks import find_marks
from provenance.findings.context import JudgingSettings
from provenance.findings.finding import Severity
from provenance.laying import Workbench
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.text.document import Block, Document, Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.laying import Laid

MIN_WORDS = 3
# What a person who copies paragraphs leaves behind without a thought.
_FURNITURE = ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption")
_DROPPED = ("script", "style", "noscript", "template", "svg", "button")


def paragraphs(page: bytes, *, loose: bool = False) -> list[list[str]]:
    """The page's main text: runs of paragraphs between which nothing stands in it but headings and captions."""
    text = decode(page, origin="page")
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
    """The words that an element shows, a line break being a space."""
    shown = copy.deepcopy(element)
    for part in [*shown.iter(*_DROPPED, lxml.etree.Comment)]:
        part.drop_tree()
    for line_break in shown.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return str(shown.text_content()).split()


def quoting(runs: list[list[str]], size: int) -> tuple[Article, list[Excerpt]]:
    """An article made of a page's paragraphs, and every so many of them that follow one another as an excerpt."""
    blocks, passages, position = [], [], 0
    for paragraph in (paragraph for run in runs for paragraph in run):
        blocks.append(Block(Span(position, position + len(paragraph))))
        position += len(paragraph) + 2
    document = Document(
        "\n\n".join(paragraph for run in runs for paragraph in run), "excerpts", tuple(blocks)
    )
    passages = [Passage(document, block.span) for block in blocks]
    excerpts, first = [], 0
    for run in runs:
        for start in range(first, first + len(run) - size + 1):
            chosen = tuple(passages[start : start + size])
            excerpts.append(Excerpt(chosen, marks=find_marks(chosen)))
        first += len(run)
    return Article(document, Format.TEXT), excerpts


def outcomes(path: Path, options: argparse.Namespace, at_most: int, dice: random.Random) -> Iterator[Laid]:
    """Each excerpt of a page, laid against the page; at most so many, chosen by lot."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    try:
        article, excerpts = quoting(paragraphs(data, loose=options.loose), options.paragraphs)
        page = read_bytes(data, origin=path.name, format=Format.HTML)
    except ArticleError as error:
        print(f"{path.name}: {error}")
        return
    witness = Witness(Reference(path.name, FoundBy.GIVEN), page, Via.GIVEN)
    bench = Workbench(article, JudgingSettings(language=page.metadata.language))
    for excerpt in dice.sample(excerpts, min(at_most, len(excerpts))):
        yield bench.lay(excerpt, witness)


def parsed() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--excerpts", type=int, default=3000, help="at most so many, evenly over the pages")
    parser.add_argument("--paragraphs", type=int, default=3, help="in an excerpt")
    parser.add_argument("--loose", action="store_true", help="let anything but paragraphs stand between them")
    parser.add_argument("--show", action="store_true", help="print every finding")
    return parser.parse_args()


def main() -> None:
    """Print the figures."""
    options = parsed()
    paths = sorted(options.folder.glob("*.htm*"))
    dice = random.Random(1)
    codes: Counter[str] = Counter()
    flagged = total = 0
    for path in paths:
        for laid in outcomes(path, options, -(-options.excerpts // len(paths)) * 2, dice):
            serious = [found for found in laid.comparison.findings if found.severity >= Severity.MINOR]
            total += 1
            flagged += bool(serious)
            codes.update({found.rule.code for found in serious})
            for found in serious if options.show else ():
                print(f"  {path.name} {found.rule.code} {found.message}")
    print(f"{flagged} of {total} verbatim excerpts flagged: {flagged / max(1, total):.2%}")
    for code, count in codes.most_common():
        print(f"  {code} {count}")


if __name__ == "__main__":
    main()
