"""JSON lines: a line for each article, each of its excerpts, and the summary, with the keys of the JSON report.

Every line says what it is in ``type``: ``article``, ``excerpt``, ``unmet`` (something in a case that is not as
expected), ``remark`` or ``summary``; an excerpt and what is unmet say whose they are in ``origin``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps

from provenance.findings.trace import Trace
from provenance.reporting.json import SCHEMA, article_record, record
from provenance.reporting.record_types import ArticleRecord, Record, ReportRecord
from provenance.reporting.reporter import Run, View


def report(run: Run, view: View) -> str:
    """The run, one record a line."""
    return lines(_records(record(run, with_text=view.with_text)))


def article_lines(trace: Trace, *, with_text: bool = False) -> str:
    """The lines of one article, as a report has them in which it is no case."""
    return lines_of(article_record(trace, Run((trace,)), with_text=with_text))


def lines_of(article: ArticleRecord) -> str:
    """The lines of an article's record."""
    return lines(_article_records(article))


def lines(rows: Iterable[Record]) -> str:
    """Records, one a line."""
    return "".join(dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _records(whole: ReportRecord) -> Iterator[Record]:
    for article in whole["articles"]:
        yield from _article_records(article)
    yield from ({"type": "remark", **remark} for remark in whole["remarks"])
    about = {"schema": SCHEMA, "tool": whole["tool"], "troubles": whole["troubles"]}
    yield {"type": "summary", **about, **whole["summary"]}


def _article_records(article: ArticleRecord) -> Iterator[Record]:
    origin, apart = article["origin"], ("excerpts", "unmet")
    yield {"type": "article", **{key: value for key, value in article.items() if key not in apart}}
    yield from ({"type": "excerpt", "origin": origin, **excerpt} for excerpt in article["excerpts"])
    yield from ({"type": "unmet", "origin": origin, **each} for each in article.get("unmet", ()))
