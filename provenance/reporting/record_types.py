"""The records of the JSON report, schema provenance-trace/2: what each dictionary holds. ``schema/`` says what it means."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

Record = dict[str, Any]  # a dictionary that is written out and never read again by this program

Span = list[int]


class PassageRecord(TypedDict):
    """A passage of a document."""

    span: Span
    text: str


class PlacedRecord(PassageRecord):
    """A passage of an article, with its place in the file where that is known for certain."""

    place: dict[str, int] | None
    where: NotRequired[str]


class UntracedRecord(PlacedRecord):
    """A quotation of which nothing is said, and why."""

    line: int
    reason: str


class RejectedRecord(UntracedRecord):
    """A passage that looks like a quotation and was taken for none."""


class LinkRecord(PassageRecord):
    """A link of an article."""

    url: str


class BlockRecord(TypedDict):
    """A block of a text."""

    span: Span
    kind: str
    line: int
    main: bool


class TextRecord(TypedDict):
    """A whole text; null where there is none."""

    text: str | None
    blocks: list[BlockRecord]


class AttributionRecord(TypedDict):
    """Who is quoted."""

    cue: str | None
    cue_span: Span | None
    outlet: str | None
    speaker: str | None
    work: str | None
    link: str | None
    reference: NotRequired[Record]


class ExcerptRecord(PlacedRecord):
    """An excerpt as it was detected."""

    id: str
    markup: str
    line: int
    pieces: list[PassageRecord]
    selector: Any
    boundary: str
    attribution: AttributionRecord | None


class SourceRecord(TypedDict):
    """What became of the source of an excerpt."""

    url: str | None
    origin: str | None
    found_by: str | None
    via: str | None
    status: str
    reason: str | None
    title: str | None
    retrieved: str | None
    sha256: str | None
    pdf_pages: list[int] | None
    second: NotRequired[int]
    text: NotRequired[str | None]
    blocks: NotRequired[list[BlockRecord]]


class PlacementRecord(TypedDict):
    """Which run of an excerpt stands where in its source."""

    excerpt: PassageRecord
    source: PassageRecord
    moved: bool


class VariantRecord(TypedDict):
    """A difference."""

    kind: str
    disclosure: str
    excerpt: PassageRecord
    source: PassageRecord


class FindingRecord(TypedDict):
    """A finding."""

    code: str
    name: str
    kind: str
    severity: str
    message: str
    excerpt: PlacedRecord | None
    source: PassageRecord | None
    accepted: str | None
    known: bool
    fixes: NotRequired[list[Record]]


class TracedRecord(ExcerptRecord):
    """An excerpt and all that was found out about it."""

    source: SourceRecord
    verdict: str
    passages: list[PassageRecord]
    placements: list[PlacementRecord]
    variants: list[VariantRecord]
    findings: list[FindingRecord]
    hidden: int


class UnmetRecord(TypedDict):
    """What is not as the findings.toml of a case expects."""

    number: int
    id: str | None
    line: int
    words: str
    expected: str | None
    found: str | None


class ArticleRecord(TypedDict):
    """An article, its excerpts, and what else in it looks like a quotation."""

    origin: str
    url: str | None
    title: str | None
    published: str | None
    language: str | None
    doubts: list[str]
    excerpts: list[TracedRecord] | list[ExcerptRecord]
    untraced: list[UntracedRecord]
    rejected: list[RejectedRecord]
    notes: NotRequired[list[Record]]
    text: NotRequired[str | None]
    blocks: NotRequired[list[BlockRecord]]
    links: NotRequired[list[LinkRecord]]
    case: NotRequired[bool]
    unmet: NotRequired[list[UnmetRecord]]


class ReportRecord(TypedDict):
    """A whole report."""

    schema: str
    tool: dict[str, str]
    articles: list[ArticleRecord]
    troubles: list[str]
    remarks: list[Record]
    summary: Record
