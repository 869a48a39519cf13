"""Governors: words of a sentence that decide what other words of it say; the cuts that take them away, and what that comes to."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from provenance.findings.finding import Severity
from provenance.findings.normalization.tokens import Token
from provenance.languages.lexicon import Lexicon
from provenance.text.document import Passage

if TYPE_CHECKING:
    from provenance.findings.context import Change, JudgingContext


class GovernorClass(StrEnum):
    """What a governor does to the words that it reaches, the gravest first."""

    NEGATION = "negation"  # not, nobody, without
    DENIAL = "denial"  # deny, doubt, myth, wrong
    QUESTION = "question"  # "Does the minister accept …?", whether
    CLAIM = "claim"  # critics say that, he believes, so-called: somebody else's words
    REPORT = "report"  # "the agency said that": a claim only where nobody else is named for it
    CONDITION = "condition"  # if, unless, provided that
    EXCEPTION = "exception"  # except, only
    RESTRICTION = "restriction"  # who, that, which on a universal or generic head
    LIMIT = "limit"  # fewer than, up to, almost
    HEDGE = "hedge"  # may, perhaps, it seems
    FRAME = "frame"  # "I have a hunch that": a main clause that no list knows


NEGATING: Final = frozenset({GovernorClass.NEGATION, GovernorClass.DENIAL})
CLAIMING: Final = frozenset({GovernorClass.CLAIM, GovernorClass.REPORT})
LIMITING: Final = frozenset({GovernorClass.CONDITION, GovernorClass.EXCEPTION})


class Governor(NamedTuple):
    """A governor of a sentence."""

    kind: GovernorClass  # its class
    first: int  # the index of its first word in the sentence
    last: int  # the index after its last word
    entry: tuple[str, ...] = ()  # its words, folded

    def is_opinion(self, lexicon: Lexicon) -> bool:
        """Whether it holds a word of thinking: "think", also where a list has "I think"."""
        return any(word in lexicon.words("opinions") for word in self.entry)


class LostGovernor(NamedTuple):
    """A governor that a cut took away."""

    kind: GovernorClass  # its class
    source: Passage  # the words that were cut off or left out around it
    excerpt: Passage  # the place of the cut in the article
    change: "Change | None" = None  # the change that left it out; None at an edge of the excerpt
    declared: bool = False  # whether a mark tells of the cut
    # Whether the cut shows as an edge: nothing but a part of the source's sentence is quoted.
    clipped: bool = False
    rejected: bool = False  # whether it gives a claim to somebody that the source goes on to reject
    own_opinion: bool = False  # whether it is the speaker's own "I think"


class Edge(NamedTuple):
    """What an edge of the excerpt cuts off from the source's sentence, and where the excerpt shows it."""

    source: Passage
    excerpt: Passage


class Cuts(NamedTuple):
    """What was cut off or left out of the sentences that an excerpt touches."""

    # What governed the kept words and is lost, at most one for each cut, the gravest.
    lost: tuple[LostGovernor, ...] = ()
    # The cuts at the excerpt's edges that have no mark and took away nothing that governs.
    edges: tuple[Edge, ...] = ()


class Cut(NamedTuple):
    """Words of a sentence that one cut took away."""

    tokens: tuple[Token, ...]  # the words
    change: "Change | None" = None  # the change that left them out; None at an edge of the excerpt
    before: bool = False  # at an edge, whether it is the beginning
    declared: bool = False  # whether a mark tells of it

    def edge(self, context: "JudgingContext") -> Edge:
        """Where the source has the words, and the empty place at which the excerpt's edge cuts them off."""
        placements = context.alignment.placements
        place = placements[0].excerpt.span.start if self.before else placements[-1].excerpt.span.end
        return Edge(
            context.witness.document.passage(self.tokens[0].span.start, self.tokens[-1].span.end),
            context.article.document.passage(place, place),
        )


_NOTE, _MINOR, _MAJOR, _CRITICAL = Severity.NOTE, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL


class _Grade(NamedTuple):
    """The code of an undeclared cut inside a sentence or before a capital, and the severities."""

    code: str
    undeclared: Severity
    declared: Severity


# A table is read by its columns, so the formatter leaves it alone.
# fmt: off
_GRADES: Final[Mapping[GovernorClass, _Grade]] = MappingProxyType({
    GovernorClass.NEGATION:    _Grade("OMI202", _CRITICAL, _CRITICAL),
    GovernorClass.DENIAL:      _Grade("OMI202", _CRITICAL, _CRITICAL),
    GovernorClass.QUESTION:    _Grade("ALT312", _MAJOR,    _MAJOR),
    GovernorClass.CLAIM:       _Grade("OMI206", _MAJOR,    _MAJOR),
    GovernorClass.CONDITION:   _Grade("OMI204", _MAJOR,    _MAJOR),
    GovernorClass.EXCEPTION:   _Grade("OMI204", _MAJOR,    _MAJOR),
    GovernorClass.RESTRICTION: _Grade("OMI204", _MAJOR,    _MAJOR),
    GovernorClass.REPORT:      _Grade("OMI206", _MAJOR,    _MINOR),
    GovernorClass.LIMIT:       _Grade("OMI203", _MAJOR,    _MINOR),
    GovernorClass.HEDGE:       _Grade("OMI203", _MAJOR,    _MINOR),
    GovernorClass.FRAME:       _Grade("OMI205", _MINOR,    _MINOR),
})
# fmt: on

GRAVEST_FIRST: Final = tuple(_GRADES)
"""The classes, in the order in which one speaks for a cut that lost several governors."""

_BY_THE_CUT: Final = frozenset({"OMI202", "OMI203", "OMI204"})


def code_of(lost: LostGovernor) -> str:
    """The code: OMI207 under an ellipsis, OMI205 where the cut shows as an edge, else that of the class."""
    code = _GRADES[lost.kind].code
    if lost.declared:
        return "OMI207"
    return "OMI205" if lost.clipped and code in _BY_THE_CUT else code


def severity_of(lost: LostGovernor) -> Severity:
    """The severity under ``news``: a claim that the source goes on to reject is critical, an opinion of one's own minor."""
    grade = _GRADES[lost.kind]
    if lost.declared:
        return grade.declared
    if lost.rejected:
        return _CRITICAL
    return _MINOR if lost.own_opinion else grade.undeclared
