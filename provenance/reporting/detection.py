"""What was detected in articles, before anything is traced: as JSON, and for people."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from provenance.articles.article import Article
from provenance.excerpts.model import Evidence, Excerpt, Rejected
from provenance.reporting.cleaning import one_line
from provenance.reporting.json import article_rows, lines, tool, written
from provenance.reporting.records import Record, article_record, excerpt_record, identifiers
from provenance.reporting.reporter import View
from provenance.reporting.summary import counted, listed_places, places_told, untraced_of
from provenance.reporting.terminal.excerpts import attribution_lines, heading
from provenance.reporting.terminal.painting import LABEL_WIDTH, indented, linked, located, wrapped
from provenance.reporting.terminal.report import rendered
from provenance.text.document import Passage

SCHEMA = "provenance-detection/2"
_BEGINNING = 70  # characters
_MOST_EVIDENCE = 6  # features of one candidate that are shown


class Detection(NamedTuple):
    """An article, what it was found to quote, what may be a quotation, and all that was judged to be none."""

    article: Article
    excerpts: tuple[Excerpt, ...]
    untraced: tuple[Passage, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def as_json(detections: Sequence[Detection], view: View) -> str:
    """One document: the articles of the JSON report, without what only tracing can know."""
    articles = [_record(detection, with_text=view.with_text) for detection in detections]
    return written({"schema": SCHEMA, "tool": tool(), "articles": articles})


def as_lines(detection: Detection, *, with_text: bool = False) -> str:
    """The lines of one article and its excerpts."""
    return lines(article_rows(_record(detection, with_text=with_text)))


def _record(detection: Detection, *, with_text: bool) -> Record:
    pairs = zip(detection.excerpts, identifiers(detection.excerpts), strict=True)
    records = [excerpt_record(excerpt, name, detection.article) for excerpt, name in pairs]
    return article_record(detection, records, with_text=with_text)


def as_text(detections: Sequence[Detection], view: View, *, why: bool = False) -> str:
    """The excerpts one by one, whole, each with its cue and link."""
    return rendered((line for each in detections for line in _lines(each, view, why=why)), view)


def _lines(detection: Detection, view: View, *, why: bool) -> Iterator[Text]:
    if not detection.excerpts:
        yield Text(one_line(detection.article.document.origin) or "-", "bold")
    for excerpt in detection.excerpts:
        yield from _excerpt_lines(detection.article, excerpt, view)
        if why:
            yield from _evidence_lines("quoted", excerpt.probability, excerpt.evidence, view)
        yield Text()
    for rejected in detection.rejected if why else ():
        passage = rejected.candidate.passages[0]
        place = listed_places(places_told(detection.article, [passage]))
        yield from wrapped(Text(f"{place}: {one_line(passage.text)[:_BEGINNING]}", "dim"), view.width)
        yield from _evidence_lines(str(rejected.reason), rejected.probability, rejected.evidence, view)
    yield Text(counted(len(detection.excerpts), "excerpt"), "bold")
    if detection.untraced:
        yield from wrapped(Text(untraced_of(detection), "dim"), view.width)


def _evidence_lines(
    said: str, probability: float, evidence: Sequence[Evidence], view: View
) -> Iterator[Text]:
    """The strongest features of a candidate, each with what it adds to the log-odds."""
    told = ", ".join(f"{one.feature} {one.weight:+.1f}" for one in evidence[:_MOST_EVIDENCE])
    yield from indented(wrapped(Text(f"{said} ({probability:.2f}): {told}"), view.width - 2), 2)


def _excerpt_lines(article: Article, excerpt: Excerpt, view: View) -> Iterator[Text]:
    width = view.width - 2
    yield heading(article, excerpt, view.width)[0]
    yield from indented(attribution_lines(excerpt, width), 2)
    target = linked(excerpt.attribution.link or "none", view, width - LABEL_WIDTH)
    yield from indented(located("link", target, "", width), 2)
    for passage in excerpt.passages:
        yield Text()
        yield from indented(wrapped(Text(one_line(passage.text)), width - 2), 4)
