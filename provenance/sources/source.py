"""Reference and Witness: where a source is said to be, and one retrieved text of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from provenance.articles.article import Article, LandmarkKind
from provenance.text.document import Document

SAVED_BY_HAND = (
    "save the page from the browser into the folder of saved sources, or give a saved copy with --source"
)
"""What a person can do where no program gets a page."""


class FoundBy(StrEnum):
    """How a reference was found."""

    LINK = "link"  # the link of the excerpt's cue
    CITE = "cite"  # the cite= of its element
    GIVEN = "given"  # the only source that the user gave
    OUTLET = "outlet"  # the outlet that the cue names
    TITLE = "title"  # it bears the title that a reference gives without an address
    TEXT = "text"  # its text holds the excerpt
    FOLLOWED = "followed"  # the cited page says that it has the words from there


class Via(StrEnum):
    """By which way a witness came."""

    GIVEN = "given"
    SAVED = "saved"
    LIVE = "live"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a source is said to be: a URL or a path, and how that is known."""

    locator: str
    found_by: FoundBy


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """One retrieved text of a source.

    Attributes:
        reference: What was asked for.
        page: The page as read.
        via: By which way it came.
        url: The final address, after redirects; None for a file whose address is not known.
        retrieved: When, with its time zone; None where nobody knows.
        digest: SHA-256 of the bytes as received, in hexadecimal.
        doubt: Why the text cannot be taken for the whole source (a paywall, a consent page, too thin), or None.
            A doubtful witness can confirm an excerpt and never accuse one.
        partial: Why only passages of the source are here, or None. What is placed in them can be judged; that something
            is not among them says nothing.
    """

    reference: Reference
    page: Article
    via: Via
    url: str | None = None
    retrieved: datetime | None = None
    digest: str = ""
    doubt: str | None = None
    partial: str | None = None

    def __repr__(self) -> str:
        return f"<Witness {self.via}: {self.url or self.page.document.origin}>"

    @property
    def incomplete(self) -> str | None:
        """Why the absence of an excerpt from this text says nothing, or None."""
        return self.doubt or self.partial

    @property
    def pdf_pages(self) -> tuple[int, ...]:
        """Where each page of a PDF begins in the document; empty if the source is none."""
        return tuple(mark.start for mark in self.page.landmarks if mark.kind is LandmarkKind.PAGE)

    @property
    def document(self) -> Document:
        """The text of the source."""
        return self.page.document

    @property
    def documents(self) -> tuple[Document, ...]:
        """The texts to try an excerpt against, in this order, until one holds it.

        The page comes first, all its visible blocks in one document: a block outside the main content can confirm an
        excerpt, and its absence from an excerpt is no omission (``Block.main``). Then comes what the page carries for
        machines (JSON-LD articleBody). If none holds the excerpt, an archived copy is next, which is another witness.
        """
        fallback = self.page.fallback
        return (self.document, Document(fallback, self.document.origin)) if fallback else (self.document,)
