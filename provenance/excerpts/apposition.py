"""Apposition: an office, a body and the person who is named beside them: "the president of the Harbour Board, Ann Lee"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.excerpts.clause import STOPS
from provenance.excerpts.mentions import Gender, Mention, MentionKind, given_names

if TYPE_CHECKING:
    from provenance.excerpts.clause import Clause
    from provenance.languages.phrases import Word

_YIELDING = frozenset((MentionKind.ROLE, MentionKind.NAME, MentionKind.ORGANISATION, MentionKind.DOCUMENT))
_BODIES = frozenset((MentionKind.PERSON, MentionKind.NAME, MentionKind.ORGANISATION))
_LONGEST_NAME = 4  # words between the first word of a body's name and the office
_LONGEST_BODY = 10  # words between an office and the person, with those of the body that the office is of


def with_person(clause: Clause, mention: Mention) -> Mention:
    """Read "said lead author Ann Lee", "sagte der Sprecher, Jan Beck": the office yields to the person named beside it."""
    titled = _titled_behind(clause, mention)
    if titled is not None or mention.kind not in _YIELDING:
        return titled or mention
    for later in clause.found:
        if later.words.start < mention.words.stop:
            continue
        gap = clause.words[mention.words.stop : later.words.start]
        if len(gap) > 2 or any(
            word.text in STOPS or word.key in clause.language.prepositions for word in gap
        ):
            return _apposed(clause, mention) or mention
        surname = mention.kind is MentionKind.ROLE and later.kind is MentionKind.NAME and not gap
        if later.kind is MentionKind.PERSON or surname:
            return later
        if mention.kind is not MentionKind.ROLE and later.kind is not MentionKind.ROLE:
            break
        described = mention.gender is Gender.NEUTRAL or mention.kind is MentionKind.DOCUMENT
        if described and later.kind is MentionKind.ROLE and not gap:
            return with_person(clause, later)  # "a council official"
    return mention


def _titled_behind(clause: Clause, mention: Mention) -> Mention | None:
    """Read "Brenn Quay president Ann Lee", "Brenn and Sons co-founder Ann Lee": a body, an office in it, its holder."""
    if mention.kind not in _BODIES or mention.name.split()[0].casefold() in given_names():
        return None
    behind = [m for m in clause.found if m.words.start >= mention.words.stop]
    for office, person in pairwise(behind):
        gap = clause.words[mention.words.stop : office.words.start]
        if len(gap) > _LONGEST_NAME or any(not w.is_word or _parts(clause, w) for w in gap):
            return None
        adjacent = person.words.start == office.words.stop
        if adjacent and (office.kind, person.kind) == (MentionKind.ROLE, MentionKind.PERSON):
            return person
    return None


def _parts(clause: Clause, word: Word) -> bool:
    """Whether a word shows that what follows it is no part of the same name."""
    return word.key in clause.language.prepositions or word.key in clause.language.verbs


def _apposed(clause: Clause, office: Mention) -> Mention | None:
    """Read "the president of the Harbour Board, Ann Lee,": the person between commas behind an office and its body."""
    if office.kind is not MentionKind.ROLE:
        return None
    for later in clause.found:
        index = later.words.start
        if index <= office.words.stop or later.kind is not MentionKind.PERSON:
            continue
        gap = clause.words[office.words.stop : index]
        after = clause.words[later.words.stop : later.words.stop + 1]
        closed = not after or not after[0].is_word
        apposed = len(gap) <= _LONGEST_BODY and gap[-1].text == "," and all(w.is_word for w in gap[:-1])
        if apposed and closed:
            return later
    return None
