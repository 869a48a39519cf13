"""Authors: who says something, where the subject of the verb is somebody else: a document, an outlet that quotes, the passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.clauses import subject_of
from provenance.excerpts.mention import Mention, MentionKind
from provenance.excerpts.owners import owner_behind

if TYPE_CHECKING:
    from provenance.excerpts.clause import Clause

_LONGEST_PARTICIPLE = 3  # words between a document and its author: ", written by"
_LONGEST_REST = 6  # words between whoever does it and the quotation: ", the harbour master, as"
_MOST_BETWEEN = 4  # words between "quoted" and a name: "the harbour master"
_QUOTERS = frozenset((MentionKind.OUTLET, MentionKind.ORGANISATION, MentionKind.NAME, MentionKind.DOCUMENT))
_QUOTED = frozenset((MentionKind.PERSON, MentionKind.NAME))


def author_of(clause: Clause, verb: range) -> Mention | None:
    """Who says what a verb introduces: as a rule its subject.

    In "described by Ann Lee as" it is whoever stands behind "by"; in "the Gazette quoted Ann Lee" the one quoted; in
    "a memo by Ann Lee says" the author of the document.
    """
    agent = owner_behind(clause, verb.stop, clause.language.agents)
    if agent is not None and len(clause.words) - agent.words.stop <= _LONGEST_REST:
        return agent
    return quoted_or_author(clause, verb, subject_of(clause, verb))


def quoted_or_author(clause: Clause, verb: range, subject: Mention | None) -> Mention | None:
    """The subject of a verb, or whoever an outlet quotes, or whoever has written a document."""
    if subject is None:
        return None
    if clause.words[verb.start].key in clause.language.quoting and subject.kind in _QUOTERS:
        return _quoted(clause, verb) or subject
    if subject.kind is MentionKind.DOCUMENT:
        return _author(clause, subject) or subject
    return subject


def _quoted(clause: Clause, verb: range) -> Mention | None:
    """The person named behind "quoted"."""
    for mention in clause.found:
        if mention.words.start >= verb.stop:
            near = mention.words.start - verb.stop <= _MOST_BETWEEN
            apart = clause.has_stop(verb.stop, mention.words.start, frozenset(",;.:"))
            if not near or apart:
                return None
            if mention.kind in _QUOTED and (mention.kind is MentionKind.PERSON or _is_known(clause, mention)):
                return mention
    return None


def _is_known(clause: Clause, mention: Mention) -> bool:
    return mention.name.casefold() in clause.known


def _author(clause: Clause, document: Mention) -> Mention | None:
    """The person of "a memo by Ann Lee", "the memo, written by Ann Lee,"."""
    for index in range(document.words.stop, document.words.stop + _LONGEST_PARTICIPLE):
        author = owner_behind(clause, index, clause.language.authored_by)
        if author is not None:
            return author if author.kind is MentionKind.PERSON or _is_known(clause, author) else None
    return None
