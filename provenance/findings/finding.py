"""Finding, Rule and their scales, Fix, and Remark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, IntFlag, StrEnum, auto
from itertools import pairwise
from typing import NamedTuple

from provenance.alignment.alignment import Variant
from provenance.text.document import Passage
from provenance.text.span import Span


class Severity(IntEnum):
    """How grave a finding is. The order is the order of gravity."""

    NOTE = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        """The word used in reports and settings."""
        return self.name.lower()


class FindingKind(StrEnum):
    """What a finding is about; it follows from the code."""

    ADDITION = "addition"
    OMISSION = "omission"
    SUBSTITUTION = "substitution"
    TRANSPOSITION = "transposition"
    ATTRIBUTION = "attribution"
    SOURCE = "source"
    NOTE = "note"


OF_WORDS = frozenset(
    {FindingKind.ADDITION, FindingKind.OMISSION, FindingKind.SUBSTITUTION, FindingKind.TRANSPOSITION}
)
"""What is about words that can be put back."""


class Profile(StrEnum):
    """Which house rules grade a finding. A profile moves severities and nothing else."""

    STRICT = "strict"  # law, AP, NYT
    NEWS = "news"
    TRANSCRIPT = "transcript"  # against a transcript of speech


class Policy(IntFlag):
    """What a finding of a kind does to the verdict and to its neighbours."""

    ALTERS = auto()  # above note, the excerpt is altered
    EDITS = auto()  # as a note, it tells of an edit: the excerpt is faithful, not verbatim
    ONCE = auto()  # one note speaks for all places: there may be dozens in a paragraph
    STANDS = auto()  # it is said beside a retelling, whose other differences are what a retelling is made of


class Rule(NamedTuple):
    """One kind of finding.

    Attributes:
        code: Stable, three letters and three digits: ``OMI202``.
        name: ``dropped-negation``.
        summary: One plain sentence for people.
        kind: What it is about.
        severity: The usual severity under the ``news`` profile; a rule may raise or lower it for one finding.
        strict: The severity under ``strict``.
        transcript: The severity under ``transcript``.
        policy: What it does to the verdict and to its neighbours.
        since: The version that brought it.
    """

    code: str
    name: str
    summary: str
    kind: FindingKind
    severity: Severity
    strict: Severity
    transcript: Severity
    policy: Policy = Policy.ALTERS
    since: str = "0.1.0"


@dataclass(frozen=True, slots=True)
class Finding:
    """A judgement on one place.

    Attributes:
        rule: What it is.
        message: One plain sentence that states the edit and names the changed words, never a motive.
        severity: How grave it is here.
        excerpt: The place in the article; None where the finding is about the whole excerpt's source.
        source: The place in the source; None where there is none.
        variant: The difference it judges; None for findings about structure, attribution or source.
        accepted: The reason that a person gave for accepting it, or None.
        known: Whether a baseline has it, so that it fails no run.
        fixes: Edits of the article that clear it, where ``provenance.fixes`` looked for some.
    """

    rule: Rule
    message: str
    severity: Severity
    excerpt: Passage | None = None
    source: Passage | None = None
    variant: Variant | None = None
    accepted: str | None = None
    known: bool = False
    fixes: "tuple[Fix, ...]" = ()

    def __repr__(self) -> str:
        return f"<Finding {self.code} {self.severity.label}: {self.message}>"

    @property
    def code(self) -> str:
        """The code of its rule: ``OMI202``."""
        return self.rule.code

    @property
    def stands(self) -> bool:
        """Whether nobody accepted it, and no baseline knows it of old."""
        return self.accepted is None and not self.known

    @property
    def is_note(self) -> bool:
        """Whether it is none: an allowed difference, written down."""
        return self.severity is Severity.NOTE

    @property
    def counts(self) -> bool:
        """Whether somebody should look at it: it stands, and is no note."""
        return self.stands and not self.is_note


class Remark(NamedTuple):
    """A note on a line of a file that is not an excerpt's."""

    rule: Rule  # one of `REMARKS`
    path: str  # the file: an article, the accept file, the baseline
    line: int  # from 1
    message: str  # one plain sentence that ends with what to do


class FixKind(StrEnum):
    """What a fix does."""

    RESTORE = "restore"  # puts the source's words back
    MARK = "mark"  # tells the reader of the change


class TextEdit(NamedTuple):
    """One edit of a file."""

    span: Span  # what it replaces, in code points of the decoded file, line ends as they are; empty for an insertion
    text: str  # what it puts there


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that clear one finding: traced again, the article is without it and has no new one.

    Those that restore are the same for all findings of an excerpt's words, and clear all of them.
    """

    kind: FixKind
    edits: tuple[TextEdit, ...]


def overlap(edits: Sequence[TextEdit]) -> bool:
    """Whether two of some edits, in order, change the same characters."""
    return any(one.span.end > other.span.start for one, other in pairwise(edits))


def edited(file: str, edits: Iterable[TextEdit]) -> str:
    """A file with some edits made, which do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        file = file[: edit.span.start] + edit.text + file[edit.span.end :]
    return file
