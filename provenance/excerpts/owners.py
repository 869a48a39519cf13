"""Owners: whose words a text says that it gives, by a noun instead of a verb: "Ann Lee's claim that", "was the mayor's answer"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.excerpts.apposition import with_person
from provenance.excerpts.clauses import POSSESSIVES, VOICES
from provenance.excerpts.mention import Gender, Mention, MentionKind
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.excerpts.clause import Clause
    from provenance.languages.phrases import Phrases, Word

_MOST_ADJECTIVES = 2  # between an owner and the noun: "Lee's first public answer"
_MOST_TITLES = 3  # words between "of" and a name: "the answer of the harbour master"
_SPEAKING = frozenset((*VOICES, MentionKind.PRONOUN, MentionKind.ROLE))


def owned_nouns(clause: Clause) -> Iterator[tuple[range, Mention]]:
    """The nouns of a clause for something said, the last first, each with whoever said it; those of nobody left out."""
    for noun in reversed(clause.language.speech_nouns.find(clause.words)):
        owner = _owner_before(clause, noun) or owner_behind(clause, noun.stop) or _chooser(clause, noun)
        if owner is not None:
            yield noun, owner


def owner_behind(clause: Clause, index: int, marks: Phrases | None = None) -> Mention | None:
    """Whoever stands behind an "of" or "by" that begins at a word: "the words of Ann Lee"."""
    marks = clause.language.owned_by if marks is None else marks
    if index >= len(clause.words) or _bare(clause.words[index]) not in marks:
        return None
    for mention in clause.found:
        if mention.words.start > index:
            near = mention.words.start - index <= _MOST_TITLES
            apart = clause.has_stop(index, mention.words.start, frozenset(",;.:"))
            return with_person(clause, mention) if near and not apart and mention.kind in _SPEAKING else None
    return None


def _owner_before(clause: Clause, noun: range) -> Mention | None:
    """Read "Ann Lee's blunt answer", "her answer", "Ina Roths Antwort"."""
    for mention in reversed(clause.found):
        if mention.words.start < noun.start < mention.words.stop:
            return _of_run(clause, mention, noun)
        if mention.words.stop <= noun.start:
            gap = clause.words[mention.words.stop : noun.start]
            if mention.kind in _SPEAKING and _is_owned(clause, mention, gap):
                return _without_genitive(clause, mention)
            break
    return _owning_pronoun(clause, noun)


def _is_owned(clause: Clause, mention: Mention, gap: Sequence[Word]) -> bool:
    if gap and gap[0].key in POSSESSIVES:
        return len(gap) <= 1 + _MOST_ADJECTIVES and all(word.is_word for word in gap[1:])
    genitive = clause.language.nouns_capitalised and mention.name.endswith(("s", "’", "'"))
    return genitive and len(gap) <= _MOST_ADJECTIVES and all(word.is_word for word in gap)


def _of_run(clause: Clause, run: Mention, noun: range) -> Mention | None:
    """The owner in a run of capitals that ends in the noun, where nouns are capitalised: "Ina Roths Antwort"."""
    words = range(run.words.start, noun.start)
    span = Span(clause.words[words.start].start, clause.words[words.stop - 1].end)
    name = clause.text[span.start : span.end]
    if not name.endswith("s"):
        return None
    bare = name[:-1]
    is_person = len(words) > 1 or bare.casefold() in clause.known
    return Mention(MentionKind.PERSON, bare, span, words) if is_person else None


def _without_genitive(clause: Clause, mention: Mention) -> Mention:
    """The name without the ending of its genitive, where the article names its bearer without it."""
    surname = mention.name.casefold().rpartition(" ")[2]
    if clause.language.nouns_capitalised and surname not in clause.known and surname[:-1] in clause.known:
        return replace(mention, name=mention.name[:-1])
    return mention


def _owning_pronoun(clause: Clause, noun: range) -> Mention | None:
    language = clause.language
    for index in range(noun.start - 1, max(-1, noun.start - 2 - _MOST_ADJECTIVES), -1):
        word = clause.words[index]
        for owners, gender in (
            (language.owners_masculine, Gender.MASCULINE),
            (language.owners_feminine, Gender.FEMININE),
            (language.owners, None),
        ):
            if word.key in owners:
                span = Span(word.start, word.end)
                return Mention(MentionKind.PRONOUN, word.text, span, range(index, index + 1), gender)
        if not word.is_word or word.is_capitalised:
            return None
    return None


def _chooser(clause: Clause, noun: range) -> Mention | None:
    """Read "the words Ann Lee used": somebody right behind the noun, with a word behind them that says what they did."""
    if clause.language.nouns_capitalised:
        return None
    for mention in clause.found:
        if mention.words.start == noun.stop:
            after = clause.words[mention.words.stop : mention.words.stop + 1]
            acts = bool(after) and after[0].is_word and after[0].key not in clause.language.function_words
            person = mention.kind in {MentionKind.PERSON, MentionKind.PRONOUN}
            return mention if acts and (person or mention.name.casefold() in clause.known) else None
    return None


def _bare(word: Word) -> str:
    """The word's key without the apostrophe of an elision ("d'")."""
    return word.key.removesuffix("'")
