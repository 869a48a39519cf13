"""Relative clauses in which people say something: "there are those who say that", "c'è chi dice che"."""

from collections.abc import Iterator
from typing import Final

from provenance.findings.scope.governor import Governor, GovernorClass
from provenance.findings.scope.reading import ReadSentence
from provenance.languages.apparatus import vocabulary

_NEAR: Final = 4  # words between a relative pronoun and "that"
_KNOWN: Final = ("factives", "assertives")
_HEADS: Final = ("third_parties", "universals", "articles")


def related(sentence: ReadSentence) -> Iterator[Governor]:
    """What others say in a relative clause, as claims."""
    for gate in (index for index in range(len(sentence.words)) if sentence.has("complementizers", index)):
        verb = said_by_others(gate, sentence)
        if verb is not None:
            yield Governor(GovernorClass.CLAIM, verb, verb + 1, (sentence.words[verb],))


def said_by_others(gate: int, sentence: ReadSentence) -> int | None:
    """The index of the verb with which others say what a "that" at an index opens; None where nobody else does.

    They stand in no list: they are the relative pronoun or "whoever" before the verb, unless a first person is what it stands for.
    """
    persons = sentence.lexicon.words("first_person")
    for at in range(gate - 2, max(-1, gate - _NEAR), -1):
        content = [one for one in range(at + 1, gate) if sentence.is_content(one) or sentence.says(one)]
        around = range(max(0, at - _NEAR), gate)
        known = len(content) != 1 or _is_known(content[0], sentence)
        if known or not _relates(at, content[0], sentence):
            continue
        if any(map(sentence.says, around[: at - around.start])) and not sentence.says(content[0]):
            continue  # "told all who would listen that"
        own = [index for index in around if sentence.words[index] in persons]
        copulas = any(sentence.has("copula", index) for index in around)
        if not own or not (copulas or own[-1] >= at - 1):
            return content[0]
    return None


def _is_known(verb: int, sentence: ReadSentence) -> bool:
    return not sentence.has("said_neutral", verb) and any(sentence.has(name, verb) for name in _KNOWN)


def _relates(index: int, verb: int, sentence: ReadSentence) -> bool:
    """Whether a word stands for those who do what a verb says: a relative pronoun that is nothing else, or one behind its noun."""
    if sentence.has("universals", index):
        return verb == index + 1 and sentence.says(verb)
    if not sentence.has("relative", index):
        return False
    if sentence.has("complementizers", index):
        return index > 0 and sentence.says(verb) and any(sentence.has(name, index - 1) for name in _HEADS)
    return sentence.words[index] not in vocabulary("articles") or sentence.has_comma(index)
