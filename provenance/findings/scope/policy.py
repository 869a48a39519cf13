"""What a lost governor comes to: a code and a severity by its class, and by whether the reader is told of the cut."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from provenance.findings.finding import Severity
from provenance.findings.scope.governor import GovernorClass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.findings.scope.lost import LostGovernor

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
    GovernorClass.REPORT:      _Grade("OMI206", _MAJOR,    _NOTE),
    GovernorClass.LIMIT:       _Grade("OMI203", _MAJOR,    _MINOR),
    GovernorClass.HEDGE:       _Grade("OMI203", _MAJOR,    _MINOR),
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
        hedge = lost.kind in {GovernorClass.LIMIT, GovernorClass.HEDGE}
        return _NOTE if hedge and not lost.beside_figure else grade.declared
    if lost.rejected:
        return _CRITICAL
    return _MINOR if lost.own_opinion else grade.undeclared
