"""What a traced corpus is written down as: four tables in Parquet. docs/corpus.md says what their columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from provenance.articles.article import Article
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.records import Record, traced_records
from provenance.sources.addresses import host_of

Row = dict[str, Any]

TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "excerpts": tuple(
            "article article_outlet position id text words markup speaker outlet work cue link verdict status found_by source"
            " reason".split()
        ),
        "findings": tuple(
            "article article_outlet position excerpt code name kind severity message excerpt_words source_words accepted".split()
        ),
        "quotes": tuple(
            "article article_outlet position published excerpt speaker source source_outlet found_by verdict words"
            " passage".split()
        ),
        "errors": tuple("page stage reason".split()),
    }
)
"""The columns of each table. Those of ``WHOLE_NUMBERS`` are 64-bit integers, all others are text; null where nothing is known."""

WHOLE_NUMBERS = frozenset(("position", "words"))


def rows_of(trace: Trace, name: str) -> Iterator[tuple[str, Row]]:
    """The rows of a traced article, each with its table."""
    outlet = outlet_of(trace.article, trace.article.metadata.url or name)
    for item, record in zip(trace.excerpts, traced_records(trace), strict=True):
        shared = {"article": name, "article_outlet": outlet, "position": record["span"][0]}
        yield "excerpts", {**shared, **_excerpt_row(item, record)}
        yield from (("findings", {**shared, **row}) for row in _finding_rows(record))
        if item.witness is not None:
            yield "quotes", {**shared, **_quote_row(trace.article, item, record)}


def _excerpt_row(item: ExcerptTrace, record: Record) -> Row:
    said = item.excerpt.attribution
    source = record["source"]
    return {
        "id": record["id"],
        "text": record["text"],
        "words": len(record["text"].split()),
        "markup": record["markup"],
        "speaker": said.speaker,
        "outlet": said.outlet,
        "work": said.work,
        "cue": said.cue.text if said.cue else None,
        "link": said.link,
        "verdict": record["verdict"],
        "status": source["status"],
        "found_by": source["found_by"],
        "source": source["url"] or source["origin"],
        "reason": source["reason"],
    }


def _finding_rows(record: Record) -> Iterator[Row]:
    for finding in record["findings"]:
        yield {
            "excerpt": record["id"],
            **{key: finding[key] for key in ("code", "name", "kind", "severity", "message", "accepted")},
            "excerpt_words": finding["excerpt"]["text"] if finding["excerpt"] else None,
            "source_words": finding["source"]["text"] if finding["source"] else None,
        }


def _quote_row(article: Article, item: ExcerptTrace, record: Record) -> Row:
    witness = item.witness
    if witness is None:
        raise ValueError("an excerpt without a source quotes nobody known")
    source = witness.url or witness.document.origin
    return {
        "published": article.metadata.published,
        "excerpt": record["id"],
        "speaker": item.excerpt.attribution.speaker,
        "source": source,
        "source_outlet": outlet_of(witness.page, source),
        "found_by": record["source"]["found_by"],
        "verdict": record["verdict"],
        "words": len(record["text"].split()),
        "passage": " … ".join(passage["text"] for passage in record["passages"]) or None,
    }


def outlet_of(page: Article, address: str) -> str | None:
    """Who published a page: what it calls its site, else the host of its address."""
    return page.metadata.site_name or host_of(address) or None
