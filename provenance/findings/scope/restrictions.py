"""Which of a kind: whether a clause with "who" or "that" is restrictive, and its head universal or generic."""

from __future__ import annotations

from typing import Final

from provenance.findings.scope.clauses import last_kept, next_kept
from provenance.findings.scope.governor import Governor
from provenance.findings.scope.reading import ReadSentence

# The words around a relative clause's head.
_HEAD: Final = 3


def restricts(governor: Governor, sentence: ReadSentence) -> bool:
    """A restrictive clause: it follows its head without a comma, and the head is universal or generic."""
    last = last_kept(governor, sentence)
    if governor.last < len(sentence.kept) and sentence.kept[governor.last]:
        return False  # the clause itself is kept
    if last is not None and last == governor.first - 1 and not _is_aside(governor.first, sentence):
        return is_generic(last, sentence)
    target = next_kept(governor, sentence)
    heads = sentence.lexicon.words("pronoun_heads")
    if (
        last is not None
        or target is None
        or not governor.first
        or sentence.words[governor.first - 1] not in heads
    ):
        return False
    return not any(
        sentence.has_comma(index) for index in range(governor.last, target + 1)
    ) and not sentence.is_parted(governor.last, target + 1)


def _is_aside(index: int, sentence: ReadSentence) -> bool:
    """Whether a sign before a relative word tells that it only adds something; some languages always set a comma."""
    if sentence.is_parted(index, index + 1):
        return True
    return sentence.has_comma(index) and not sentence.lexicon.comma_before_relative


def is_in_restriction(first: int, sentence: ReadSentence) -> bool:
    """Whether words are cut from a kept clause that says which are meant: "doctors who prescribe pills … should resign"."""
    for index in range(first - 1, 0, -1):
        if (
            not sentence.kept[index]
            or sentence.has_comma(index + 1)
            or sentence.is_parted(index + 1, index + 2)
        ):
            return False
        if sentence.has("relative", index) and not sentence.has("complementizers", index):
            return not sentence.has_comma(index) and is_generic(index - 1, sentence)
    return False


def is_generic(index: int, sentence: ReadSentence) -> bool:
    """Whether a noun means all of a kind: a universal word stands before it, or it is a plural or has no article."""
    words, lexicon = sentence.words, sentence.lexicon
    near = range(max(0, index - _HEAD), index + 1)
    if any(sentence.has("universals", place) for place in near[-2:]):
        return not sentence.has("said_neutral", index) and not sentence.has("claim_verbs", index)
    if sentence.has("definites", index):
        return False
    if any(lexicon.words("plurals").at(words, place) for place in near):
        return not any(words[place] in lexicon.words("particulars") for place in near)
    return bool(lexicon.words("articles").groups) and index == 0 and lexicon.language != "en"
