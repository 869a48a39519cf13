"""Clauses: who in the words of a cue is the subject of a verb or the object of a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.apposition import with_person
from provenance.excerpts.clause import STOPS, Clause
from provenance.excerpts.mentions import Gender, Mention, MentionKind, mentions
from provenance.excerpts.reporting_verbs import reporting_verbs
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word

LONGEST_LEAD = 14
"""Words between a subject and its verb: "Ann Lee, who runs the mill, said"."""

LONGEST_DESCRIPTION = 5
"""Words that describe somebody: "the other young clerk"."""

VOICES = frozenset((MentionKind.PERSON, MentionKind.OUTLET, MentionKind.ORGANISATION, MentionKind.NAME))
"""What a name may be that says something."""

POSSESSIVES = frozenset(("'s", "'"))
_LONGEST_CREDIT = 6  # words and stops: "tip of the hat to"
_LONGEST_TITLE = 10  # words and stops between a verb and the name behind it
_LONGEST_PREDICATE = 5  # words between "was" and an office: "was an influential social media user"
_BEGINNINGS = frozenset(".!?:")
_NEAR = 8000  # characters before and after a word in which it is looked for in lower case
_INVERTED = frozenset((MentionKind.PERSON, MentionKind.PRONOUN, MentionKind.NAME, MentionKind.ROLE))


def read_clause(text: str, start: int, end: int, language: Language, known: Container[str]) -> Clause:
    """Find the mentions and the reporting verbs of ``text[start:end]``."""
    words = language.words(text, start, end)
    verbs = reporting_verbs(words, language)
    inside = {index for verb in verbs if len(verb) > 1 for index in verb}
    found = [
        mention
        for mention in mentions(words, language, text=text, known=known)
        if mention.words.start not in inside
        and not _is_credit(words, mention, language)
        and not _only_begins(words, mention, text, known)
    ]
    return Clause(text, words, language, found, verbs, known)


def _only_begins(words: Sequence[Word], mention: Mention, text: str, known: Container[str]) -> bool:
    """Whether a word has its capital only from the beginning of the sentence, since the text has it in lower case too."""
    index = mention.words.start
    if mention.kind is not MentionKind.NAME or len(mention.words) > 1 or mention.name.casefold() in known:
        return False
    if index and words[index - 1].text not in _BEGINNINGS:
        return False
    start, end = max(0, mention.span.start - _NEAR), mention.span.end + _NEAR
    return text.find(f" {mention.name.lower()} ", start, end) >= 0


def _is_credit(words: Sequence[Word], mention: Mention, language: Language) -> bool:
    """Whether a mention stands right behind "h/t": it found the source and is none."""
    before = words[max(0, mention.words.start - _LONGEST_CREDIT) : mention.words.start]
    found = language.discovery.find(before)
    return bool(found) and found[-1].stop >= len(before) - 1


def object_of(clause: Clause, index: int) -> Mention | None:
    """Whoever stands behind a preposition: a name before the next comma, else an office or a document."""
    near: list[Mention] = []
    for mention in clause.found:
        if mention.words.start < index:
            continue
        if clause.has_stop(index, mention.words.start, frozenset(",;.:")):
            break
        near.append(mention)
    named = next((m for m in near if m.kind in {MentionKind.PERSON, MentionKind.OUTLET}), None)
    other = next((m for m in near if m.is_named or m.kind is MentionKind.DOCUMENT), None)
    if named is None and other is not None and other.kind is MentionKind.NAME and _is_somebody(near[0]):
        return near[0]  # "an official of the Velmish agency"
    return named or other or (near[0] if near else None)


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention is an office or a trade, and not a body."""
    return mention.kind is MentionKind.ROLE and mention.gender is not Gender.NEUTRAL


def subject_of(clause: Clause, verb: range) -> Mention | None:
    """Who does the saying: on the left of the verb, or behind it in an inversion."""
    left = [
        m
        for m in clause.found
        if m.words.stop <= verb.start and not clause.has_stop(m.words.stop, verb.start)
    ]
    left = [m for m in left if not is_object(clause, m) and not _is_predicate(clause, m)]
    if any(m.kind is MentionKind.PERSON for m in left):
        left = [m for m in left if not _is_attribute(clause, m)]
    inverted = inverted_subject(clause, verb)
    if inverted is not None:
        return inverted
    before = clause.words[verb.start - 1] if verb.start else None
    if before is not None and before.text == "," and left:
        return _before_apposition(left)
    if left and verb.start - left[-1].words.stop <= LONGEST_LEAD:
        return _nearest(clause, left)
    return None if _has_noun_before(clause, verb) else behind(clause, verb)


def _has_noun_before(clause: Clause, verb: range) -> bool:
    """Whether an article and a common noun are the subject of a verb, in a language that keeps it there: "the app asked Lee"."""
    language, before = clause.language, clause.words[max(0, verb.start - 2) : verb.start]
    if language.nouns_capitalised or len(before) < len(("the", "app")) or not before[1].is_word:
        return False
    return before[0].key in language.determiners and before[1].key not in language.function_words


def inverted_subject(clause: Clause, verb: range) -> Mention | None:
    """Read "…, sagt Ina Roth": where a comma before the verb puts the subject behind it."""
    if not clause.language.nouns_capitalised or not verb.start or clause.words[verb.start - 1].text != ",":
        return None
    found = behind(clause, verb)
    near = found is not None and found.words.start - verb.stop <= 1 and found.kind in _INVERTED
    return found if near else None


def _is_attribute(clause: Clause, mention: Mention) -> bool:
    """Whether a single name stands right before a common noun: "RNX member"."""
    after = clause.words[mention.words.stop : mention.words.stop + 1]
    if mention.kind is not MentionKind.NAME or not after or not after[0].is_word or after[0].is_capitalised:
        return False
    language = clause.language
    plain = after[0].key not in language.function_words and after[0].key not in language.prepositions
    return plain and not language.verbs.at(after, 0) and mention.name.casefold() not in clause.known


def _is_predicate(clause: Clause, mention: Mention) -> bool:
    """Whether an office without a name says what somebody is: "because she was the best-known reader"."""
    if mention.kind is not MentionKind.ROLE:
        return False
    lead = clause.words[max(0, mention.words.start - _LONGEST_PREDICATE) : mention.words.start]
    for word in reversed(lead):
        if not word.is_word or word.is_capitalised or word.key in clause.language.prepositions:
            return False
        if word.key in clause.language.copulas:
            return True
    return False


def _before_apposition(left: Sequence[Mention]) -> Mention:
    """Read "Ann Lee, head of the mill, said": the first person, or else whoever stands first; "it" may mean nobody."""
    person = next((m for m in left if m.kind is MentionKind.PERSON), None)
    return person or next((m for m in left if m.gender is not Gender.NEUTRAL), left[0])


def _nearest(clause: Clause, left: Sequence[Mention]) -> Mention:
    """The last mention before a verb; an office or a surname in apposition yields to the person it describes."""
    last = left[-1]
    if len(left) > 1 and last.gender is Gender.NEUTRAL and left[-2].words.stop == last.words.start:
        return left[-2]  # "wie er es nennt"
    if last.kind is MentionKind.PERSON or last.kind is MentionKind.PRONOUN or len(left) == 1:
        return last
    previous = left[-2]
    touching = last.words.start - previous.words.stop <= 1
    if last.kind is MentionKind.DOCUMENT and previous.is_named and touching:
        return previous
    if (
        last.kind is MentionKind.ROLE
        and previous.is_named
        and clause.has_stop(previous.words.stop, last.words.start, frozenset(","))
    ):
        return previous
    return last


def is_object(clause: Clause, mention: Mention) -> bool:
    """Whether a preposition stands before a mention, its article and title aside, so that it is no subject."""
    if _modifies(clause, mention):
        return True
    far = 3 if mention.kind in {MentionKind.ROLE, MentionKind.DOCUMENT} else 2  # "of the river board"
    index = mention.words.start
    for position in range(index - 1, max(-1, index - 1 - far), -1):
        word = clause.words[position]
        if word.key in _GENITIVES and clause.language.nouns_capitalised:
            if _is_noun_before(clause, word):
                return True
        elif word.key in clause.language.prepositions:
            return position > 0 or word.key not in _OPENING
        elif (
            (far < 3 and word.key not in clause.language.function_words)
            or not word.is_word
            or word.is_capitalised
            or word.key in clause.language.verbs
        ):
            return False
    return False


def _modifies(clause: Clause, mention: Mention) -> bool:
    """Whether a name stands before a common noun that somebody owns: "the town's RNX community"."""
    if mention.kind not in {MentionKind.NAME, MentionKind.ORGANISATION} or not mention.words.start:
        return False
    if clause.words[mention.words.start - 1].key != "'s":
        return False
    after = next((word for word in clause.words[mention.words.stop :] if word.is_word), None)
    return after is not None and not after.is_capitalised and not clause.language.verbs.at([after], 0)


def _is_noun_before(clause: Clause, article: Word) -> bool:
    """Whether "der" or "des" follows a noun, so that it begins a genitive and no subject."""
    before = [word for word in clause.words if word.end <= article.start][-1:]
    return bool(before) and before[0].is_capitalised and before[0].key not in clause.language.function_words


_GENITIVES = frozenset(("der", "des", "die"))
_OPENING = frozenset(("der", "des", "de"))


def behind(clause: Clause, verb: range) -> Mention | None:
    """Read "said Ann Lee", "betont der Trainer": the first mention behind a verb that no preposition makes an object."""
    for mention in clause.found:
        if mention.words.start < verb.stop:
            continue
        gap = clause.words[verb.stop : mention.words.start]
        if len(gap) > _LONGEST_TITLE or any(word.text in STOPS or word.text in ":(" for word in gap):
            return None
        if not is_object(clause, mention):
            return with_person(clause, mention)
    return None


def described(clause: Clause, verb: range) -> Mention | None:
    """Read "said the associate", "sagt ein Anrainer": somebody described with an article and a common noun."""
    first = clause.words[verb.stop] if verb.stop < len(clause.words) else None
    if first is None or first.key not in clause.language.articles:
        return None
    end = verb.stop + 1
    while end < len(clause.words) and _is_common(clause.words[end], clause.language):
        end += 1
    if clause.language.nouns_capitalised:
        end += end < len(clause.words) and clause.words[end].is_capitalised
    if not 1 < end - verb.stop <= LONGEST_DESCRIPTION:
        return None
    noun = clause.words[end - 1]
    if noun.key in clause.language.function_words or noun.is_capitalised != clause.language.nouns_capitalised:
        return None
    return Mention(MentionKind.ROLE, noun.text, Span(noun.start, noun.end), range(end - 1, end))


def _is_common(word: Word, language: Language) -> bool:
    common = word.is_word and not word.is_capitalised and word.key != "who"
    return common and word.key not in language.prepositions
