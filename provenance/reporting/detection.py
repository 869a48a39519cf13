"""What was detected in articles, before anything is traced: as JSON of schema provenance-detection/2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt, Rejected
from provenance.reporting.fingerprints import identifiers
from provenance.reporting.json import tool, written
from provenance.reporting.jsonl import lines_of
from provenance.reporting.record_types import ArticleRecord
from provenance.reporting.records import article_record, excerpt_record
from provenance.reporting.reporter import View
from provenance.text.document import Passage

SCHEMA = "provenance-detection/2"


@dataclass(frozen=True, slots=True)
class Detection:
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
    return lines_of(_record(detection, with_text=with_text))


def _record(detection: Detection, *, with_text: bool) -> ArticleRecord:
    excerpts = detection.excerpts
    pairs = zip(excerpts, identifiers(excerpts), strict=True)
    records = [excerpt_record(excerpt, name, detection.article) for excerpt, name in pairs]
    return article_record(
        detection.article,
        records,
        untraced=detection.untraced,
        rejected=detection.rejected,
        with_text=with_text,
    )
