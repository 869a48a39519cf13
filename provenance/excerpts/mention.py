"""Mention: somebody or something that a text names, and the pronoun that goes with it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.languages.phrases import Phrases
    from provenance.text.span import Span


class MentionKind(StrEnum):
    """What is mentioned."""

    PERSON = "person"
    OUTLET = "outlet"
    ORGANISATION = "organisation"
    NAME = "name"  # one capitalised word: a surname or an organisation
    ROLE = "role"  # "the mayor"
    DOCUMENT = "document"  # "the report"
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """The pronoun that goes with a mention."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that a text mentions.

    Attributes:
        kind: What it is.
        name: Its name, offices and titles of address left out; for a pronoun, the pronoun.
        span: Its place in the text, titles included.
        words: Which of the words it covers.
        gender: The pronoun that goes with it, where the text or the given name tells.
    """

    kind: MentionKind
    name: str
    span: Span
    words: range
    gender: Gender | None = None

    @property
    def is_named(self) -> bool:
        """Whether it gives a name."""
        return self.kind not in {MentionKind.PRONOUN, MentionKind.ROLE, MentionKind.DOCUMENT}


@cache
def given_names() -> dict[str, Gender]:
    """Common given names, in lower case, with the pronoun that usually goes with each."""
    data = tomllib.loads((files("provenance.excerpts") / "names" / "given.toml").read_text("utf-8"))
    feminine, masculine = set(data["feminine"].split()), set(data["masculine"].split())
    return {
        **dict.fromkeys(feminine - masculine, Gender.FEMININE),
        **dict.fromkeys(masculine - feminine, Gender.MASCULINE),
    }


def ends_with_any(key: str, phrases: Phrases) -> bool:
    """Whether a word is, or as a compound ends in, one of ``phrases`` ("Stadtsprecherin")."""
    return key in phrases or key.endswith(_endings(phrases.plain))


@cache
def _endings(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``phrases`` that a compound may end in: single words, and none so short that any word might."""
    return tuple(phrase for phrase in phrases if len(phrase) > 4 and " " not in phrase)
