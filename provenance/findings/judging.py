"""Judging: every difference between an excerpt and its source is given one code, or a note that it is allowed.

Three tables say in which order the rules are asked. Each rule of the first two is a function of one change and its
context that returns a finding or None; the first that returns one speaks for the change, and nobody else does. Each
rule of the third looks at the comparison as a whole and returns any number of findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from provenance.findings.context import Change, JudgingContext, JudgingSettings

if TYPE_CHECKING:
    from provenance.findings.finding import Finding

__all__ = ["Change", "JudgingContext", "JudgingSettings"]

ChangeRule = Callable[[Change, JudgingContext], "Finding | None"]
ComparisonRule = Callable[[JudgingContext], "Iterable[Finding]"]

# One code per undeclared change: what moves or joins whole pieces first, then the gravest alteration of sense.
# structure.reordered (STR402) and structure.silent_splice (STR401) stand at the top of this table.
UNDECLARED_RULES: tuple[ChangeRule, ...] = ()

# What an editorial mark covers, and may not. structure.long_jump (STR403) stands here, before the note DEC703.
DECLARED_RULES: tuple[ChangeRule, ...] = ()

# What concerns the excerpt as a whole: edges, emphasis, structure, attribution, source.
COMPARISON_RULES: tuple[ComparisonRule, ...] = ()
