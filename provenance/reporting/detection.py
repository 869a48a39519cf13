"""What was detected in articles, before anything is traced, and what became of pages to be saved: as JSON, and for people."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from rich.text import Text

from provenance.articles.article import Article
from provenance.excerpts.model import Evidence, Excerpt, Rejected
from provenance.findings.trace import ExcerptTrace
from provenance.reporting.cleaning import one_line
from provenance.reporting.excerpt_view import attribution_lines, heading
from provenance.reporting.json import article_rows, lines, tool, written
from provenance.reporting.painting import LABEL_WIDTH, indented, linked, located, wrapped
from provenance.reporting.places import place_told
from provenance.reporting.records import Record, article_record, excerpt_record, identifiers, placed_record
from provenance.reporting.reporter import View
from provenance.reporting.summary import counted, listed_places, places_told, untraced_of
from provenance.reporting.terminal import rendered
from provenance.sources.storage.saving import Saving
from provenance.text.document import Passage, whole

SCHEMA = "provenance-detection/2"
_BEGINNING = 70  # characters
_MOST_EVIDENCE = 6  # features of one candidate that are shown
SAVING_SCHEMA = "provenance-saving/1"
TouchedExcerpt = tuple[Article, ExcerptTrace]
"""An excerpt that does not stand in its page any more as it did when that was saved first, with its article."""


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


def savings_as_text(
    savings: Sequence[Saving], touched: Sequence[TouchedExcerpt], *, refresh: bool = False
) -> str:
    """A line for each page, and one for each excerpt that a changed page touches."""
    lines = [_line(saving, refresh=refresh) for saving in savings]
    if any(saving.older for saving in savings):
        for article, item in touched:
            place = place_told(article, whole(item.excerpt.passages))
            lines.append(f"touches   {one_line(f'{article.document.origin}:{place}')}")
        lines += [] if touched else ["No excerpt is touched by what changed."]
    return "".join(f"{line}\n" for line in lines)


def savings_as_json(savings: Sequence[Saving], touched: Sequence[TouchedExcerpt]) -> str:
    """The same as JSON of schema provenance-saving/1."""
    places = [
        {
            "origin": article.document.origin,
            "line": item.excerpt.line,
            **placed_record(whole(item.excerpt.passages), article),
        }
        for article, item in touched
    ]
    sources = list(map(_source_record, savings))
    return written({"schema": SAVING_SCHEMA, "tool": tool(), "sources": sources, "touched": places})


def _source_record(saving: Saving) -> Record:
    return {
        "url": saving.url,
        "outcome": str(saving.outcome),
        "file": saving.source.file if saving.source else None,
        "older": saving.older.file if saving.older else None,
        "reason": saving.reason,
        "doubt": saving.doubt,
    }


def _line(saving: Saving, *, refresh: bool) -> str:
    beside = saving.beside.name if saving.beside else ""
    name = saving.source.file if saving.source else beside
    if saving.reason:
        kept = f" {name} is kept." if name else ""
        return f"{saving.outcome:<9} {one_line(f'{saving.reason}{kept}')}"
    remark = _remark(saving, refresh=refresh)
    return f"{saving.outcome:<9} {one_line(f'{saving.url} as {name}')}{remark and one_line(f'; {remark}')}"


def _remark(saving: Saving, *, refresh: bool) -> str:
    last = (saving.source.checked or saving.source.fetched) if saving.source else None
    if refresh and last and str(saving.outcome) == "kept":
        minutes = (datetime.now(UTC) - last) // timedelta(minutes=1)
        ago = f"{counted(minutes, 'minute')} ago" if minutes else "just now"
        return f"checked {ago}, and --fresh-for 0 fetches it again"
    if saving.doubt:
        return f"it may be of no use: {saving.doubt}"
    return f"an archive's copy, {saving.source.memento}" if saving.source and saving.source.memento else ""
