"""Settings: what stands before or behind kept words in their own clause, where no list knows it and no "that" shows it.

"In a kinder world *the band gets back together*", "came within a vote of being *carried*", "*all wards stay open*,
maternity apart". What was cut is harmless if the article says some of it again, says who speaks, or has no words of its own
to put in its place; lists only excuse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.findings.normalization.tokens import PartialDate
from provenance.findings.scope.governor import Governor, GovernorClass
from provenance.findings.scope.openers import opener_end
from provenance.findings.scope.reading import ReadSentence

if TYPE_CHECKING:
    from provenance.findings.scope.compensation import Compensation

_LONGEST: Final = 16  # words; more of them are a clause of their own that happens to have no sign at its end
_CONCEDING: Final = ("contrast", "pseudo_negation", "pseudo_condition")
_OWN: Final = ("first_person", "possessives")
_PHRASE: Final = 5  # words among which the "that" stands of a phrase that sets a condition
_TOTAL: Final = frozenset({"all", "none"})
_WHICH: Final = ("relative", "first_person")  # "those who answered", "the papers I was shown"
_SUBJECT: Final = 3  # content words of a plain subject before a verb that only joins


def setting_before(first: int, target: int, sentence: ReadSentence, article: Compensation) -> Governor | None:
    """What opens the clause of some kept words, of which the article says nothing.

    Args:
        first: The index of the cut's first word.
        target: That of the first kept word behind it.
        sentence: The source's sentence.
        article: What the article's own words say.
    """
    clause = range(opener_end(_clause_start(first, target, sentence), target, sentence), target)
    content = [index for index in clause if sentence.is_content(index)]
    if article.turns_time(sentence.tokens[clause.start : clause.stop]):
        return Governor(GovernorClass.CONDITION, clause.start, target)
    if not content or len(clause) > _LONGEST or _is_told_otherwise(clause, content, sentence):
        return None
    controlled = _is_controlled(target, content, sentence)
    if not controlled and any(sentence.has(name, index) for index in clause for name in _OWN):
        return None
    telling = content[-1:] if controlled else content
    if article.frames() or any(article.echoes(sentence.tokens[index]) for index in telling):
        return None
    return Governor(GovernorClass.FRAME, clause.start, target)


def _is_told_otherwise(clause: range, content: list[int], sentence: ReadSentence) -> bool:
    """Whether another rule asks what stands there, or it is of a kind that may go: a name, a date, who says so, a concession."""
    gates = (index for index in (clause.stop - 1, clause.stop - 2) if sentence.has("complementizers", index))
    return (
        (sentence.has_comma(clause.stop) and len(content) == 1)
        or any(gate in clause for gate in gates)
        or _says_who(clause, sentence)
        or any(sentence.has(name, index) for index in clause for name in _CONCEDING)
        or any(isinstance(sentence.tokens[index].value, PartialDate) for index in clause)
        or _is_named(clause, content, sentence)
        or _is_plain_subject(clause, content, sentence)
    )


def _says_who(clause: range, sentence: ReadSentence) -> bool:
    """Whether somebody says so whom the words name, or stand for: nobody does in "the story goes"."""
    if not any(sentence.says(index) for index in clause):
        return False
    named = any(sentence.tokens[index].capitalised and not sentence.tokens[index].opens for index in clause)
    return named or any(sentence.has("pronouns", index) for index in clause)


def _is_controlled(target: int, content: list[int], sentence: ReadSentence) -> bool:
    """Whether the kept words are an infinitive that hangs on the verb before it: "neglected to *tell them*"."""
    return content[-1] == target - 2 and sentence.has("infinitive", target - 1)


def exception_behind(first: int, sentence: ReadSentence) -> Governor | None:
    """A phrase of a few words behind a clause about all of something: "*All wards stay open*, maternity apart".

    Or one that takes out some of what it is about: "*The accounts are in order*, leaving out those of 2021".

    Args:
        first: The index of the cut's first word; the cut goes to the end of the sentence.
        sentence: The source's sentence.
    """
    last = len(sentence.tokens)
    quantifiers = sentence.lexicon.words("quantifiers")
    start = _clause_start(0, first, sentence)
    total = any(
        quantifiers.group(sentence.words[index]) in _TOTAL
        for index in range(start, first)
        if sentence.kept[index]
    )
    rest = range(first, last)
    heads = ("coordinators", "relative", "contrast", "connectives", "negators", "pseudo_negation")
    opened = any(sentence.has(name, first) for name in heads)
    spoken = any(sentence.says(index) or sentence.has("auxiliaries", index) for index in rest)
    valued = any(sentence.tokens[index].value for index in rest)
    apart = total and not (spoken or valued or len(rest) > _LONGEST)
    if not sentence.has_comma(first) or opened or not (apart or _takes_out(first, sentence)):
        return None
    return Governor(GovernorClass.FRAME, first, last)


def scope_of_total(first: int, target: int, sentence: ReadSentence, article: Compensation) -> Governor | None:
    """Where or among what a clause about all or none of something holds: "*found no fault* in the papers I was shown".

    Args:
        first: The index of the first word that an ellipsis took, right behind the clause.
        target: That of the first kept word behind it.
        sentence: The source's sentence.
        article: What the article's own words say.
    """
    joined = sentence.lexicon.comma_before_relative
    commas = (at for at in range(first + 1, target) if sentence.has_comma(at))
    end = next((at for at in commas if not (joined and sentence.has("relative", at))), target)
    which = any(sentence.has(name, at) for at in range(first + 1, end) for name in _WHICH)
    content = sentence.content_between(first, end) if which else []
    heads = ("coordinators", "contrast", "connectives", "complementizers", "infinitive", "pronouns")
    opened = sentence.is_content(first) or any(sentence.has(name, first) for name in heads)
    if opened or not content or sentence.has_comma(first) or sentence.is_parted(first, first + 1):
        return None
    quantifiers = sentence.lexicon.words("quantifiers")
    clause = range(_clause_start(0, first, sentence), first)
    total = any(quantifiers.group(sentence.words[at]) in _TOTAL for at in clause if sentence.kept[at])
    said = any(article.echoes(sentence.tokens[at]) for at in content)
    return Governor(GovernorClass.FRAME, first, target) if total and not said else None


def _takes_out(first: int, sentence: ReadSentence) -> bool:
    """Whether a word that says something has some of those spoken of for its object: "leaving out those of 2021"."""
    heads = range(first + 1, min(first + _SUBJECT, len(sentence.tokens)))
    said = any(sentence.says(index) or sentence.has("auxiliaries", index) for index in (first, *heads))
    return sentence.is_content(first) and not said and any(sentence.has("pronoun_heads", at) for at in heads)


def clause_behind(first: int, sentence: ReadSentence) -> Governor | None:
    """A clause behind kept words that a phrase with "that" opens: "*The Act protects her* to the extent that …".

    Args:
        first: The index of the cut's first word; the cut goes to the end of the sentence.
        sentence: The source's sentence.
    """
    heads = ("coordinators", "relative", "contrast", "connectives", "complementizers", "articles", "negators")
    if any(sentence.has(name, first) for name in heads) or sentence.is_parted(first, first + 1):
        return None
    for gate in range(first + 1, min(first + _PHRASE, len(sentence.tokens) - 1)):
        opening = range(first, gate)
        if sentence.has("complementizers", gate) and sentence.is_content(gate - 1):
            told = any(sentence.says(index) or sentence.has("factives", index) for index in opening)
            return None if told else Governor(GovernorClass.FRAME, first, len(sentence.tokens))
    return None


def _is_named(clause: range, content: list[int], sentence: ReadSentence) -> bool:
    """Whether nothing but a name or a title stands before: "Dear Sir", "Professor *Anna Holt*"."""
    tokens = sentence.tokens
    if sentence.lexicon.language == "de" or not all(tokens[index].capitalised for index in content):
        return False
    behind = clause.stop < len(tokens) and tokens[clause.stop].capitalised
    return len(content) > 1 or behind


def _is_plain_subject(clause: range, content: list[int], sentence: ReadSentence) -> bool:
    """Whether a few words and a verb that only joins stand before: "The scheme was *a disaster*"."""
    joined = sentence.has("auxiliaries", clause[-1])
    parted = any(sentence.has_comma(index) for index in clause[1:])
    return joined and not parted and len(content) <= _SUBJECT


def _clause_start(first: int, target: int, sentence: ReadSentence) -> int:
    for index in range(target, first, -1):
        if sentence.is_parted(index, index + 1) or (sentence.has("coordinators", index - 1)):
            return index
    return first
