"""What became of the pages that were to be saved: as JSON, and for people."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from provenance.articles.article import Article
from provenance.findings.trace import ExcerptTrace
from provenance.reporting.cleaning import one_line
from provenance.reporting.json import tool, written
from provenance.reporting.places import place_told
from provenance.reporting.records import Record, placed_record
from provenance.reporting.summary import counted
from provenance.sources.storage.saving import Saving
from provenance.text.document import whole

SCHEMA = "provenance-saving/1"
TouchedExcerpt = tuple[Article, ExcerptTrace]
"""An excerpt that does not stand in its page any more as it did when that was saved first, with its article."""


def as_text(savings: Sequence[Saving], touched: Sequence[TouchedExcerpt], *, refresh: bool = False) -> str:
    """A line for each page, and one for each excerpt that a changed page touches."""
    lines = [_line(saving, refresh=refresh) for saving in savings]
    if any(saving.older for saving in savings):
        for article, item in touched:
            place = place_told(article, whole(item.excerpt.passages))
            lines.append(f"touches   {one_line(f'{article.document.origin}:{place}')}")
        lines += [] if touched else ["No excerpt is touched by what changed."]
    return "".join(f"{line}\n" for line in lines)


def as_json(savings: Sequence[Saving], touched: Sequence[TouchedExcerpt]) -> str:
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
    return written({"schema": SCHEMA, "tool": tool(), "sources": sources, "touched": places})


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
