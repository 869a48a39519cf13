"""The texts of a JSON report that was written with them, as documents and passages again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from provenance.alignment.alignment import Disclosure, Placement, Variant, VariantKind
from provenance.findings.finding import Severity
from provenance.reporting.diff.clips import shown_variants
from provenance.reporting.diff.rows import ComparedTexts
from provenance.reporting.records import Record
from provenance.text.document import Block, BlockKind, Document, Passage
from provenance.text.span import Span


@dataclass(slots=True)
class Library:
    """Makes each document once, however many excerpts are counted in it."""

    _documents: dict[tuple[str, str], Document] = field(default_factory=dict)

    def document(self, record: Record) -> Document:
        """The document of an article or a source.

        Raises:
            KeyError: If the report was made without texts.
            ValueError: If it is damaged.
        """
        text, origin = record["text"], record.get("origin") or ""
        known = self._documents.get((origin, text))
        if known is None:
            known = Document(
                text,
                origin,
                tuple(
                    Block(Span(*row["span"]), BlockKind(row["kind"]), row["line"], row["main"])
                    for row in record["blocks"]
                ),
            )
            self._documents[origin, text] = known
        return known

    def texts(self, excerpt: Record, article: Document) -> ComparedTexts:
        """The texts of an excerpt of ``article``.

        Raises:
            KeyError: If the report was made without texts.
            ValueError: If it is damaged.
        """
        pieces = tuple(cut(article, piece) for piece in excerpt["pieces"])
        if excerpt["source"]["text"] is None:
            return ComparedTexts(pieces)
        source = self.document(excerpt["source"])
        placements = tuple(
            Placement(cut(article, row["excerpt"]), cut(source, row["source"]), moved=row["moved"])
            for row in excerpt["placements"]
        )
        variants = tuple(_variant(row, article, source) for row in excerpt["variants"])
        faulted = _faulted(excerpt["findings"], article, source)
        return ComparedTexts(pieces, placements, shown_variants(variants, placements, faulted), source)


def cut(document: Document, place: Record) -> Passage:
    """The passage that a place of a record names."""
    start, end = place["span"]
    return document.passage(start, end)


def cut_all(document: Document | None, places: Sequence[Record | None]) -> tuple[Passage, ...]:
    """The passages of those places that there are."""
    return tuple(cut(document, place) for place in places if document and place)


def _faulted(
    findings: Sequence[Record], article: Document, source: Document
) -> Iterator[tuple[Passage, Passage]]:
    for row in findings:
        if row["severity"] != Severity.NOTE.label and row["excerpt"] and row["source"]:
            yield cut(article, row["excerpt"]), cut(source, row["source"])


def _variant(record: Record, article: Document, source: Document) -> Variant:
    return Variant(
        VariantKind(record["kind"]),
        cut(article, record["excerpt"]),
        cut(source, record["source"]),
        Disclosure(record["disclosure"]),
    )
