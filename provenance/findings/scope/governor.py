"""Governor: a word or turn of a sentence that decides what other words of it say, and the classes there are."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


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


class Governor(NamedTuple):
    """A governor of a sentence.

    Attributes:
        kind: Its class.
        first: The index of its first word in the sentence.
        last: The index after its last word.
        entry: Its words, folded.
    """

    kind: GovernorClass
    first: int
    last: int
    entry: tuple[str, ...] = ()
