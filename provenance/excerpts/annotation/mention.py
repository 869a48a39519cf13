"""Mention: somebody or something that a text names, and the pronoun that goes with it."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from provenance.files.reading import shipped
from provenance.languages.cues import Language
from provenance.text.span import Span


class MentionKind(StrEnum):
    """What is mentioned."""

    PERSON = "person"
    OUTLET = "outlet"
    ORGANISATION = "organisation"
    NAME = "name"  # one capitalised word: a surname, an organisation, or where nouns are capitalised, a noun
    ROLE = "role"  # "the mayor"
    WORK = "work"  # "the report", "§ 5", a title
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """The pronoun that goes with a mention."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"
    NEUTRAL = "neutral"


GENDERS = frozenset((Gender.MASCULINE, Gender.FEMININE))


def gender_of(key: str, spoken: Language) -> Gender | None:
    """Whether a word, by its key, is "he" or "she"; None for any other, and for the word of both."""
    if key in spoken.oblique or (key in spoken.masculine) is (key in spoken.feminine):
        return None
    return Gender.MASCULINE if key in spoken.masculine else Gender.FEMININE


class Mention(NamedTuple):
    """Somebody or something that a text mentions."""

    kind: MentionKind  # what it is
    name: str  # its name, offices and titles of address left out; for a pronoun, the pronoun
    span: Span  # its place in the text, titles included
    words: range  # which of the words of its line it covers
    gender: Gender | None = None  # the pronoun that goes with it, where the given name tells
    roles: tuple[str, ...] = ()  # the words beside the name that say what somebody is, in lower case

    @property
    def is_named(self) -> bool:
        """Whether it gives a name."""
        return self.kind not in {MentionKind.PRONOUN, MentionKind.ROLE, MentionKind.WORK}


@cache
def given_names() -> dict[str, Gender]:
    """Common given names, in lower case, with the pronoun that usually goes with each."""
    data = shipped(__file__, "../names/given.toml")
    feminine, masculine = set(data["feminine"].split()), set(data["masculine"].split())
    return {
        **dict.fromkeys(feminine - masculine, Gender.FEMININE),
        **dict.fromkeys(masculine - feminine, Gender.MASCULINE),
    }
