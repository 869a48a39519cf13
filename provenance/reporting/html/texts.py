"""The texts of a JSON report that was written with them, as documents and passages again."""

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
        """The document of an article or a source. A damaged report, or one without texts, is some LookupError or ValueError."""
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
        """The texts of an excerpt of ``article``, as above."""
        pieces = tuple(cut(article, piece) for piece in excerpt["pieces"])
        if excerpt["source"]["text"] is None:
            return ComparedTexts(pieces)
        source = self.document(excerpt["source"])
        placements = tuple(
            Placement(cut(article, row["excerpt"]), cut(source, row["source"]), moved=row["moved"])
            for row in excerpt["placements"]
        )
        variants = tuple(
            Variant(
                VariantKind(row["kind"]),
                cut(article, row["excerpt"]),
                cut(source, row["source"]),
                Disclosure(row["disclosure"]),
            )
            for row in excerpt["variants"]
        )
        faulted = (
            (cut(article, row["excerpt"]), cut(source, row["source"]))
            for row in excerpt["findings"]
            if row["severity"] != Severity.NOTE.label and row["excerpt"] and row["source"]
        )
        return ComparedTexts(pieces, placements, shown_variants(variants, placements, faulted), source)


def cut(document: Document, place: Record) -> Passage:
    """The passage that a place of a record names."""
    start, end = place["span"]
    return document.passage(start, end)
