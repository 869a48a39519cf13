"""Excerpt, Attribution, EditorialMark: what an article says it quotes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.text.document import Passage, whole

if TYPE_CHECKING:
    from provenance.text.span import Span


class Markup(StrEnum):
    """How an excerpt is set off in its article."""

    BLOCKQUOTE = "blockquote"
    PARAGRAPHS = "paragraphs"  # a cue or quotation marks, and no markup
    INLINE = "inline"
    INDENT = "indent"
    MARKDOWN = "markdown"


class Boundary(StrEnum):
    """Whether the article itself shows where the excerpt ends."""

    CLEAR = "clear"
    UNCLEAR = "unclear"


class MarkKind(StrEnum):
    """The editorial marks (Chicago 13.50-13.62, Bluebook rule 5, New Hart's 9.3)."""

    ELLIPSIS = "ellipsis"
    BRACKETS = "brackets"
    SIC = "sic"
    EMPHASIS_ADDED = "emphasis-added"
    CLEANED_UP = "cleaned-up"  # also: citations omitted, internal quotation marks omitted, alterations
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class EditorialMark:
    """A mark by which the article tells its reader that it changed something.

    Attributes:
        kind: Which mark.
        passage: The mark with its brackets; for BRACKETS the whole bracketed text, joined letters not included.
    """

    kind: MarkKind
    passage: Passage


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have written or said the excerpt.

    Attributes:
        cue: The words that introduce or follow it, or None.
        outlet: The publication named, or None.
        speaker: The person named, or None.
        link: The address of the page that is said to hold the words, or None.
    """

    cue: Passage | None = None
    outlet: str | None = None
    speaker: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One quoted passage with its attribution and marks, as it stands in the article.

    Attributes:
        passages: The quoted words, in order, without the quotation marks around them: one passage a paragraph, or
            the pieces of a quotation that the article interrupts ("…," she said. "…").
        attribution: Who is quoted.
        marks: The editorial marks inside it, in order.
        markup: How it is set off.
        boundary: Whether the article shows where it ends.
        reach: With an unclear boundary, the paragraphs that may still belong to it, in order, the passages' own
            included: the alignment with the source decides. Empty where the boundary is clear.
        quoted: Whether quotation marks stand around the words.
        continues: Whether it goes on with the quotation of the excerpt before it ("…," she said. "…").
    """

    passages: tuple[Passage, ...]
    attribution: Attribution = Attribution()
    marks: tuple[EditorialMark, ...] = ()
    markup: Markup = Markup.BLOCKQUOTE
    boundary: Boundary = Boundary.CLEAR
    reach: tuple[Passage, ...] = ()
    quoted: bool = False
    continues: bool = False

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError("an excerpt needs at least one passage")

    @property
    def span(self) -> Span:
        """From the first quoted character to the last."""
        return whole(self.passages).span

    @property
    def text(self) -> str:
        """The quoted words, a blank line between paragraphs."""
        return "\n\n".join(passage.text for passage in self.passages)

    @property
    def line(self) -> int:
        """The line of the file on which the excerpt begins, from 1."""
        return self.passages[0].line
