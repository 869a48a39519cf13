"""Article: one page as read. The quoting page is one, and so is the page of each witness."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from provenance.articles.source_map import SourceMap
from provenance.text.document import Document, Passage
from provenance.text.span import Span


class Format(StrEnum):
    """What an article is written in."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    WIKITEXT = "wikitext"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    PDF = "pdf"
    CAPTIONS = "captions"

    @property
    def has_lines(self) -> bool:
        """Whether people find a place in it by line and column, and not by paragraph, page or time."""
        return self in {Format.HTML, Format.MARKDOWN, Format.TEXT, Format.WIKITEXT}


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words it is set on, and its absolute address where the page's own is known."""

    span: Span
    href: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself. Every field is None where the page is silent."""

    title: str | None = None  # the headline
    published: str | None = None  # the date of publication, ISO 8601 (`2026-03-02`)
    url: str | None = None  # the page's own address (canonical link or og:url, or where it was fetched from)
    site_name: str | None = None  # the outlet, as the page names it
    language: str | None = None  # a BCP 47 primary subtag (`en`)
    author: str | None = None  # the byline
    subject: str | None = None  # the page that this one is about, as link blogs state it


class QuoteRole(StrEnum):
    """What an element that is dressed as a quotation is there for, judged from markup alone."""

    QUOTATION = "quotation"
    EMBED = "embed"  # a post of a social network, a preview of another page
    PULL_QUOTE = "pull-quote"  # the page's own words again, set large
    COMMENT = "comment"  # a reader's words
    LAYOUT = "layout"  # a box, a tip, a recipe


@dataclass(frozen=True, slots=True)
class QuoteElement:
    """A part of the page that its markup sets off as a quotation."""

    spans: tuple[Span, ...]  # the quoted text, in order; several where a caption or the like stands between
    markup: str  # the element: `blockquote`, `q`, `aside`, `figure`, `indent`, `markdown` …
    role: QuoteRole = QuoteRole.QUOTATION  # what the markup says it is for
    attributions: tuple[Span, ...] = ()  # text inside it that names who is quoted (footer, cite, "— Name")
    cite: str | None = None  # the `cite=` address, or None


class NoteKind(StrEnum):
    """What a note is there for, judged from markup alone."""

    NOTE = "note"  # at the foot of a page, at the end, or in a list of references that numbers its entries
    SIDE_NOTE = "side-note"  # beside the words that call it
    REMARK = "remark"  # a reviewer's comment in a draft: it cites nothing


@dataclass(frozen=True, slots=True)
class NoteCall:
    """Where the text calls a note or an entry of its list of references."""

    span: Span  # the characters that show it; empty, at its place, where the text leaves them out
    key: str  # of the note or entry that it leads to; what is shown where it leads to none


@dataclass(frozen=True, slots=True)
class Note:
    """A note. The links in it are those of the article in its span."""

    key: str  # by which calls name it; unique among the notes and entries of an article
    span: Span  # its text in the document, without its number
    kind: NoteKind = NoteKind.NOTE  # what it is there for


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """One work of a list of references. What it does not state is None or empty."""

    key: str = ""  # by which calls name it; empty where nothing does
    span: Span | None = None  # its text in the document; None where it stands in a file beside it (`.bib`)
    authors: tuple[str, ...] = ()  # their names in natural order
    title: str | None = None  # of the work
    container: str | None = None  # the newspaper, journal, book or site that holds it
    year: str | None = None  # of publication, with its letter where it has one ("2031a")
    doi: str | None = None  # without a resolver's address: `10.5555/12345`
    address: str | None = None  # of the page that holds it
    archive: str | None = None  # of an archive's copy of that page


class LandmarkKind(StrEnum):
    """What people find their way by where a file has no lines."""

    PAGE = "page"
    SECTION = "section"
    SECOND = "second"


class Landmark(NamedTuple):
    """Where a page, a chapter's file or a moment begins."""

    start: int  # in the document's text
    kind: LandmarkKind  # what it is
    number: int  # of the page or the section, from 1; seconds from the beginning


_MOST_BETWEEN = 40  # characters of white space between struck words and those in their place


class StruckWords(NamedTuple):
    """Words that a page strikes through, which are no words of its text."""

    at: int  # the length of the text before them
    text: str  # what they say

    def is_beside(self, passage: Passage) -> bool:
        """Whether nothing but white space stands between them and a passage of the page."""
        text, (start, end) = passage.document.text, (passage.span.start, passage.span.end)
        near = start - _MOST_BETWEEN < self.at < end + _MOST_BETWEEN
        return near and not (text[self.at : start] + text[end : self.at]).strip()


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """One page as read.

    Attributes:
        document: Its text and blocks; all spans below are counted in it.
        format: What it was written in.
        links: In reading order.
        metadata: What the page says of itself.
        quotes: The elements that its markup sets off as quotations, in reading order.
        apart: What it sets apart by its look alone, in reading order; most of it quotes nobody.
        emphasis: Where the page sets bold or italics; None where the format cannot tell (plain text).
        struck: What the page strikes through, to show an edit; in reading order.
        inserted: What it marks as put in.
        pictures: Where a picture or a film stands, each behind the character of that number; in reading order.
        fallback: Text that the page carries for machines (JSON-LD ``articleBody``), or None.
        calls: Where the text calls notes and entries, in reading order.
        notes: In reading order.
        references: The entries of its lists of references, in order.
        landmarks: The pages of a PDF, the sections of a book, the moments of speech, in order.
        source_map: The way back to the file, which gives the places of spans in it; None where there is none.
        folder: Of its file, if that is at hand: bibliographies that it names are read from there alone.
        doubts: Reasons why the text may not be the whole page, one sentence each ("thin", a paywall, too deep …).
    """

    document: Document
    format: Format
    links: tuple[Link, ...] = ()
    metadata: Metadata = Metadata()
    quotes: tuple[QuoteElement, ...] = ()
    apart: tuple[QuoteElement, ...] = ()
    emphasis: tuple[Span, ...] | None = None
    struck: tuple[StruckWords, ...] = ()
    inserted: tuple[Span, ...] = ()
    pictures: tuple[int, ...] = ()
    fallback: str | None = None
    doubts: tuple[str, ...] = ()
    calls: tuple[NoteCall, ...] = ()
    notes: tuple[Note, ...] = ()
    references: tuple[ReferenceEntry, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    source_map: SourceMap | None = None
    folder: Path | None = None

    def __repr__(self) -> str:
        return f"<Article {self.document.origin or 'of no origin'}: {self.format}, {len(self.document.blocks)} blocks>"
