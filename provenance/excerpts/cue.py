"""Cue: what the words around a quotation say of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.excerpts.mention import Mention
    from provenance.text.span import Span


class Strength(IntEnum):
    """How clearly a cue says that it introduces somebody's words."""

    NONE = 0
    LABEL = 1  # a colon and a name, or "an excerpt:"
    FRAME = 2  # a reporting verb or "according to" with whoever is quoted


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue says.

    Attributes:
        span: Its place in the text.
        strength: How clearly it says that it introduces somebody's words.
        voice: Who is quoted, as mentioned: a name, a pronoun, an office; None where it does not say.
        outlet: The outlet named besides, by the name it goes by.
        dropped: Whether a verb stands without its subject, as some languages allow.
        owned: Whether it calls the quotation by a noun that is somebody's: "Lee's words:".
        guessed: Whether the verb is in no list and only ends as one.
        matched: Where the words end that name whoever is quoted; 0 if none do.
    """

    span: Span
    strength: Strength = Strength.NONE
    voice: Mention | None = None
    outlet: str | None = None
    dropped: bool = False
    owned: bool = False
    guessed: bool = False
    matched: int = 0
