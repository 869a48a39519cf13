"""Speakers: the people an article names, and whom a surname or a pronoun stands for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.mentions import Gender, Mention, MentionKind, given_names, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from provenance.languages.cues import Language
    from provenance.text.span import Span

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŇŅŌŐŒŘŚŞŠŢŤŪŮŰŸŹŻŽА-ЯЁІЇЄҐ"
_FULL_NAME = re.compile(
    rf"(?<![\w.])[{_UPPER}][\w’'\-]{{1,30}}(?:[ \u00a0](?:[{_UPPER}]\.?(?=[ \u00a0]))){{0,2}}"
    rf"(?:[ \u00a0](?:de|del|della|der|van|von|zu|da|di|dos|du|la|le|bin|al|el|den|ter)){{0,2}}"
    rf"(?:[ \u00a0][{_UPPER}][\w’'\-]{{1,30}}){{1,4}}"
)
_LONGEST_OFFICE = 40  # characters
_LONGEST_VERB = 20  # characters
_MOST_PLACES = 5  # of a name that are looked at


@dataclass(frozen=True, slots=True)
class Cast:
    """The people an article names in full.

    Attributes:
        by_surname: Full names by surname, in lower case, the most frequent first.
        by_office: Full names by the office that stands before them, in lower case.
        text: The article's.
    """

    by_surname: Mapping[str, tuple[str, ...]]
    by_office: Mapping[str, frozenset[str]]
    text: str = ""

    @classmethod
    def of(cls, text: str, language: Language, *, own: Sequence[Span] = ()) -> Cast:
        """The cast of a text.

        Args:
            text: The article's.
            language: Its language.
            own: The running text. Elsewhere, in headings and menus, where every word may have a capital, a name counts
                only with a common given name.
        """
        counted = _names_in(text, own) if language.spaced else Counter[str]()
        names: dict[str, list[str]] = {}
        offices: dict[str, set[str]] = {}
        for run, _count in counted.most_common():
            for mention in mentions(language.words(run), language, text=run):
                if _is_full_name(mention, text, language):
                    known = names.setdefault(_surname(mention.name), [])
                    if mention.name not in known:
                        known.append(mention.name)
                    if not _is_attested(text, mention):
                        continue
                    for office in _offices(text, run, mention, language):
                        offices.setdefault(office, set()).add(mention.name)
        return cls(
            {surname: tuple(every) for surname, every in names.items()},
            {office: frozenset(every) for office, every in offices.items()},
            text,
        )

    def in_office(self, office: str) -> str | None:
        """The only person whom the article names with an office ("mayor Ann Lee"), or None."""
        holders = self.by_office.get(office.casefold(), frozenset())
        if not holders:
            ends = [held for held in self.by_office if len(held) > 4 and office.casefold().endswith(held)]
            holders = frozenset().union(*(self.by_office[held] for held in ends))
        return next(iter(holders)) if len(holders) == 1 else None

    def full_name(self, name: str) -> str:
        """The full name for a surname or a given name that only one person of the article bears; else ``name``."""
        if " " in name:
            return name
        bearers = self.by_surname.get(name.casefold(), ())
        if not bearers and name.casefold() in given_names():
            bearers = tuple(
                full for every in self.by_surname.values() for full in every if full.split()[0] == name
            )
        return bearers[0] if len(bearers) == 1 else name

    def only_one(self, gender: Gender, *, before: int) -> str | None:
        """The one person who may be of that gender and whom the article names in full before ``before``, or None."""
        named = [
            name for every in self.by_surname.values() for name in every if 0 <= self.text.find(name) < before
        ]
        genders = {name: given_names().get(name.split()[0].casefold()) for name in named}
        fitting = [name for name, told in genders.items() if told in {None, gender}]
        return fitting[0] if len(fitting) == 1 and genders[fitting[0]] is gender else None

    def attests(self, mention: Mention) -> bool:
        """Whether a mention is a person's beyond doubt: a title, a given name, or a surname that stands alone as well."""
        single = mention.kind is not MentionKind.PERSON or " " not in mention.name
        return single or _is_attested(self.text, mention)

    def names(self, name: str) -> bool:
        """Whether ``name`` is a full name of the article."""
        return name in self.by_surname.get(_surname(name), ())

    def knows(self, name: str) -> bool:
        """Whether the article gives a full name that ends in ``name``."""
        return name.casefold() in self.by_surname


def _names_in(text: str, own: Sequence[Span]) -> Counter[str]:
    """The runs of capitals that look like a full name, with how often each occurs."""
    running = Counter(match[0] for span in own for match in _FULL_NAME.finditer(text, span.start, span.end))
    every = Counter(match[0] for match in _FULL_NAME.finditer(text))
    return Counter(
        {run: times for run, times in every.items() if not own or run in running or _has_given_name(run)}
    )


def _has_given_name(run: str) -> bool:
    return any(word.casefold() in given_names() for word in re.split("[ \u00a0]", run)[:-1])


def _is_full_name(mention: Mention, text: str, language: Language) -> bool:
    """Whether a run of capitals is a person's full name; two nouns side by side are none, where nouns have capitals."""
    if mention.kind is not MentionKind.PERSON or not re.search("[ \u00a0]", mention.name):
        return False
    if not language.nouns_capitalised:
        return True
    titled = len(mention.name) < len(mention.span)
    if titled or mention.name.split()[0].casefold() in given_names():
        return True
    return _speaks(mention.name, text, language) or _speaks(mention.name.split()[-1], text, language)


def _speaks(name: str, text: str, language: Language) -> bool:
    """Whether a reporting verb stands right beside a name somewhere in the text."""
    at = text.find(name)
    for _time in range(_MOST_PLACES):
        if at < 0:
            return False
        before = language.words(text, max(0, at - _LONGEST_VERB), at)
        after = language.words(text, at + len(name), at + len(name) + _LONGEST_VERB)
        if (before and before[-1].key in language.verbs) or (after and after[0].key in language.verbs):
            return True
        at = text.find(name, at + 1)
    return False


def _is_attested(text: str, mention: Mention) -> bool:
    """Whether a full name is a person's: by its title, its given name, or because the surname stands alone as well."""
    if mention.gender is not None or len(mention.name) < len(mention.span):
        return True
    first, last = mention.name.split()[0], mention.name.split()[-1]
    if first.casefold() in given_names():
        return True
    return (
        text.count(last) > text.count(mention.name) and f" {last.lower()} " not in text
    )  # "Scientific Research"


def _offices(text: str, run: str, mention: Mention, language: Language) -> Iterator[str]:
    """The offices that stand before a name, in its own run or as common nouns."""
    title = run[: mention.span.end - mention.span.start]
    at = text.find(run)
    words = language.words(text, max(0, at - _LONGEST_OFFICE), at + len(title.removesuffix(mention.name)))
    for phrases in (language.roles, language.roles_feminine):
        for found in phrases.find(words):
            if found.stop == len(words):
                yield " ".join(word.key for word in words[found.start : found.stop])
    if words and language.nouns_capitalised:
        for office in (*language.roles.plain, *language.roles_feminine.plain):
            if len(office) > 4 and words[-1].key.endswith(office):
                yield office


def _surname(name: str) -> str:
    return re.split("[ \u00a0]", name)[-1].casefold()
