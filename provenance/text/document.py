"""Documents: a text that never changes, the blocks it is made of, what in it is none of it, and passages cut from it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from provenance.text.span import Span, hull

_SHOWN = 60  # characters of a text in a repr


class ApparatusKind(StrEnum):
    """What a piece of apparatus is there for."""

    TURN_LABEL = "turn-label"  # who speaks: "THE CHAIR:", "Q."
    STAGE_DIRECTION = "stage-direction"  # what the recorder heard besides: "(Applause.)", "[crosstalk]"
    TIME_CODE = "time-code"
    NUMBER = "number"  # of a line, a verse, a paragraph, an item of a list
    PAGE_BREAK = "page-break"  # a page's number, a running head
    SECTION_LABEL = "section-label"  # "§ 4", "¶ 12", "r[types.unit]"
    NOTE_CALL = "note-call"  # "[3]", "[citation needed]"


class Apparatus(NamedTuple):
    """One piece of apparatus."""

    span: Span  # where it stands in its document, the white space around it left out
    kind: ApparatusKind  # what it is


class BlockKind(StrEnum):
    """What a block of text is on its page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CELL = "cell"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"


class BlockPart(StrEnum):
    """Whose part of its page a block of text belongs to."""

    TEXT = "text"
    COMMENTS = "comments"
    ADVERTISING = "advertising"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document: a paragraph, a heading, a list item."""

    span: Span  # where the block stands in the document's text
    kind: BlockKind = BlockKind.PARAGRAPH  # what it is
    line: int = 1  # the line of the file on which it begins, from 1
    # Whether it belongs to the page's main content. A block outside (a caption, an advertisement, a "Read
    # more") may be missing from an excerpt without anybody having left it out.
    main: bool = True
    # Whether it stands inside the element that holds the main content. Sidebars, comments and footers stand
    # outside; headings and captions of the text itself stand inside though they are not `main`.
    inside: bool = True
    # Whose part of the page it belongs to: the text's own, its readers' or an advertiser's.
    part: BlockPart = BlockPart.TEXT
    # The number of the table's row in which it stands; None outside of tables, and in a row that is but a heading.
    row: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A text and the blocks it is made of. Two documents are equal only if they are the same object.

    Attributes:
        text: The text, in which every span of the document is counted. It never changes.
        origin: Where it came from, for people: a path, a URL, ``-``.
        blocks: In reading order, disjoint. May be empty: then the whole text is one block.
        apparatus: What stands in the text and is none of it (labels of speakers, time codes, numbers of verses), in
            order, disjoint. Whoever compares passes over it; its offsets stay.
    """

    text: str
    origin: str = ""
    blocks: tuple[Block, ...] = ()
    apparatus: tuple[Apparatus, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(block.span.start for block in self.blocks))

    def __repr__(self) -> str:
        return f"<Document {self.origin or 'of no origin'}: {len(self.text):,} characters>"

    @property
    def span(self) -> Span:
        """The span of the whole text."""
        return Span(0, len(self.text))

    @property
    def first_heading(self) -> str | None:
        """What the first heading says; None if there is none."""
        spans = (block.span for block in self.blocks if block.kind is BlockKind.HEADING)
        return next((span.of(self.text) for span in spans), None)

    def passage(self, start: int, end: int) -> "Passage":
        """The passage between two offsets, in code points."""
        return Passage(self, Span(start, end))

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``, or the last one that begins before it; None if there is none."""
        index = bisect_right(self._starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def block_index_at(self, offset: int) -> int:
        """The index of the last block that begins at or before ``offset``; -1 if there is none."""
        return bisect_right(self._starts, offset) - 1

    def apparatus_in(self, start: int, end: int) -> tuple[Apparatus, ...]:
        """The pieces of apparatus that share a character with a range of the text, in code points."""
        first = bisect_right(self.apparatus, start, key=lambda piece: piece.span.end)
        return self.apparatus[first : bisect_left(self.apparatus, end, key=lambda piece: piece.span.start)]

    def running_spans(self, start: int, end: int) -> Iterator[Span]:
        """The stretches of a range of the text that are no apparatus, in order."""
        for piece in self.apparatus_in(start, end):
            if start < piece.span.start:
                yield Span(start, piece.span.start)
            start = max(start, piece.span.end)
        if start < end:
            yield Span(start, end)

    def running_text(self, start: int, end: int) -> str:
        """A range of the text without the apparatus in it."""
        return "".join(span.of(self.text) for span in self.running_spans(start, end))

    def line_at(self, offset: int) -> int:
        """The line of the file on which ``offset`` stands, from 1: the line of its block plus the line feeds since."""
        block = self.block_at(offset)
        if block is None:
            return 1
        return block.line + self.text.count("\n", block.span.start, max(block.span.start, offset))


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document.

    Raises:
        ValueError: If the span runs past the document's end.
    """

    document: Document
    span: Span

    def __post_init__(self) -> None:
        if self.span.end > len(self.document.text):
            raise ValueError(f"span {self.span} runs past the document's end ({len(self.document.text)})")

    def __repr__(self) -> str:
        return f"<Passage {self.span.start}-{self.span.end} {shortened_repr(self.text)}>"

    @property
    def text(self) -> str:
        """The words of the passage, exactly as they stand in the document."""
        return self.span.of(self.document.text)

    @property
    def line(self) -> int:
        """The line of the file on which the passage begins, from 1."""
        return self.document.line_at(self.span.start)


def shortened_repr(text: str) -> str:
    """The beginning of a text, quoted, for the short names that values show of themselves."""
    words = " ".join(text[:_SHOWN].split())
    return repr(f"{words}…" if len(text) > _SHOWN else words)


def whole(passages: Iterable[Passage]) -> Passage:
    """The smallest passage that covers all of ``passages``, which share one document; a ValueError if there are none."""
    every = tuple(passages)
    span = hull(passage.span for passage in every)
    return Passage(every[0].document, span)
