"""Excerpt, Attribution, EditorialMark: what an article says it quotes; Candidate and Rejected: what it might have."""

from dataclasses import dataclass, field
from enum import StrEnum

from provenance.articles.article import QuoteRole
from provenance.text.document import Passage, shortened_repr, whole
from provenance.text.span import Span

CERTAIN = 0.5  # from this probability on, whoever is named is likelier than all others and nobody together
ACCUSING = 0.7  # from this probability on, a finding may say that somebody else spoke


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
class Citation:
    """A work that a note or a reference gives for an excerpt. What it does not state is None or empty."""

    authors: tuple[str, ...] = ()  # their names
    title: str | None = None  # of the work
    container: str | None = None  # the newspaper, journal or site that holds it
    year: str | None = None  # of publication
    address: str | None = None  # of the page that holds it
    archive: str | None = None  # of an archive's copy of that page


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one feature says of a candidate."""

    feature: str  # the feature's name
    weight: float  # what it adds to the log-odds that the candidate is quoted; below zero it speaks against


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have written or said the excerpt.

    Attributes:
        cue: The words that introduce or follow it, or None.
        outlet: The publication named, or None.
        speaker: The person named, or None.
        link: The address of the page that is said to hold the words, or None.
        work: The law, ruling, book or report named, or None.
        citations: The works that its notes and references give, in order.
        is_noted: Whether a call of a note, or a link set as one, stands right behind it.
        unlisted: What its call shows ("[12]"), if no note or list of the article has it; else empty.
        certainty: How probable it is that whoever is named is meant, from 0 to 1: an accusation asks for more than a name.
        is_said: Whether words of saying or a signature give the excerpt to whoever is named, and not only a place near it.
        evidence: What spoke for and against whoever is named, the strongest first.
    """

    cue: Passage | None = None
    outlet: str | None = None
    speaker: str | None = None
    link: str | None = None
    work: str | None = None
    citations: tuple[Citation, ...] = ()
    is_noted: bool = False
    unlisted: str = ""
    certainty: float = field(default=1.0, compare=False)
    is_said: bool = field(default=True, compare=False, repr=False)
    evidence: tuple[Evidence, ...] = field(default=(), compare=False, repr=False)

    @property
    def is_named(self) -> bool:
        """Whether somebody or something is named."""
        return bool(self.speaker or self.outlet or self.work)

    @property
    def is_certain(self) -> bool:
        """Whether somebody is named and likelier than all others and nobody."""
        return self.is_named and self.certainty >= CERTAIN

    @property
    def may_accuse(self) -> bool:
        """Whether whoever is named is so certain that a finding may say that it was somebody else."""
        return self.is_certain and self.certainty >= ACCUSING


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
        probability: How likely it is that somebody is quoted, by the model; 1 where nothing had to be judged.
        if_held: Whether it is an excerpt only if a source at hand holds it: it is short, or hardly looks quoted.
        evidence: What spoke for and against that, the strongest first.
    """

    passages: tuple[Passage, ...]
    attribution: Attribution = Attribution()
    marks: tuple[EditorialMark, ...] = ()
    markup: Markup = Markup.BLOCKQUOTE
    boundary: Boundary = Boundary.CLEAR
    reach: tuple[Passage, ...] = ()
    quoted: bool = False
    continues: bool = False
    probability: float = 1.0
    if_held: bool = False
    evidence: tuple[Evidence, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError("an excerpt needs at least one passage")

    def __repr__(self) -> str:
        return f"<Excerpt line {self.line} {shortened_repr(self.text)}>"

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


class Shape(StrEnum):
    """By what a candidate shows in the article."""

    ELEMENT = "element"  # markup: a blockquote, a box, lines behind ">"
    INDENT = "indent"  # a margin and nothing else
    APART = "apart"  # a look of its own and nothing else
    MARKED_PARAGRAPHS = "marked-paragraphs"  # quotation marks around one paragraph or several
    CUED_PARAGRAPHS = "cued-paragraphs"  # paragraphs behind words that announce them
    SIGNED_PARAGRAPHS = "signed-paragraphs"  # a paragraph with a signature behind it
    ADDRESSED_PARAGRAPHS = "addressed-paragraphs"  # paragraphs between a title and a bare address
    MARKS = "marks"  # a pair of quotation marks inside a paragraph
    DASHES = "dashes"  # a paragraph that opens with a dash, or that a dash parts


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that could be a quotation by its shape alone, in whatever language."""

    passages: tuple[Passage, ...]  # the words, in order, without the marks around them
    shape: Shape  # by what it shows
    markup: Markup  # the markup of the excerpt that it would be
    blocks: range  # the indexes of the article's blocks in which it stands, from the first to past the last
    # What stands before it: the rest of its sentence and the one before where it stands inside a paragraph,
    # else the end of the block before; empty where there is nothing.
    lead_in: Span
    # What stands behind it, up to the end of the sentence; behind whole blocks, the block that follows; may
    # be empty.
    tail: Span
    # Lines inside its element or paragraphs that speak of it and do not belong to it ("- Ann Lee").
    inner: tuple[Span, ...] = ()
    cite: str | None = None  # the `cite=` address of its element, or None
    quoted: bool = False  # whether quotation marks stand around the words
    mark: str = ""  # the quotation mark or dash that opens it; empty where markup or a cue sets it off
    # Where its end is unclear, the paragraphs that may belong to it; empty elsewhere.
    reach: tuple[Passage, ...] = ()
    role: QuoteRole = QuoteRole.QUOTATION  # what its markup alone says it is for
    span: Span = field(init=False, repr=False, compare=False)  # from the first character to the last
    text: str = field(init=False, repr=False, compare=False)  # the words, a blank line between paragraphs

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError("a candidate needs at least one passage")
        object.__setattr__(self, "span", whole(self.passages).span)
        object.__setattr__(self, "text", "\n\n".join(passage.text for passage in self.passages))


class RejectionReason(StrEnum):
    """Why a candidate is no excerpt."""

    NOT_QUOTED = "not-quoted"  # the evidence speaks against it
    # The evidence hardly speaks against it.
    DOUBTFUL = "doubtful"
    TOO_SHORT = "too-short"  # so few words, and nobody named whose they are, that they prove nothing
    OVERLAPS = "overlaps"  # its words are part of an excerpt


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that is no excerpt, and why."""

    candidate: Candidate  # the candidate
    reason: RejectionReason  # why it is none
    probability: float = 0.0  # how likely it is quoted, by the model
    evidence: tuple[Evidence, ...] = ()  # what spoke for and against it, the strongest first
    attribution: Attribution = Attribution()  # who would be quoted
