"""Counts: figures that say how much of the kept words is meant: the other end of a range, how many of all."""

from collections.abc import Iterator
from typing import Final

from provenance.findings.normalization.tokens import Quantity
from provenance.findings.scope.governor import Governor, GovernorClass
from provenance.findings.scope.reading import ReadSentence

_JOINING: Final = ("coordinators", "complementizers", "relative")


def counts(sentence: ReadSentence) -> Iterator[Governor]:
    """The lost figures that limit kept words: "from *40 to* 220", "*two of the 340* samples"."""
    for index, token in enumerate(sentence.tokens):
        if not sentence.kept[index] and _limits(index, sentence):
            yield Governor(GovernorClass.LIMIT, index, index + 1, (token.word,))


def is_count(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether a governor is such a figure."""
    own = governor.entry == (sentence.words[governor.first],)
    return own and _limits(governor.first, sentence)


def _limits(index: int, sentence: ReadSentence) -> bool:
    value = sentence.tokens[index].value
    if not isinstance(value, Quantity) or value.ordinal:
        return False
    if value.upper is None:
        return _is_part(index, value, sentence)
    beside = (at for at in (index - 1, index + 1) if 0 <= at < len(sentence.tokens) and sentence.kept[at])
    others = (sentence.tokens[at].value for at in beside)
    return any(isinstance(other, Quantity) and other.value == value.upper for other in others)


def _is_part(index: int, value: Quantity, sentence: ReadSentence) -> bool:
    """Whether a figure counts some of what the kept word is all of: "*three of the* tanks", "*two of the 340* samples"."""
    way = range(index + 1, len(sentence.tokens))
    target = next((at for at in way if sentence.kept[at]), 0)
    between = range(index + 1, target)
    if not between or any(gap.strip() for gap in sentence.gaps[index + 1 : target + 1]):
        return False
    totals = [at for at in between if sentence.is_content(at)]
    counted = all(isinstance(sentence.tokens[at].value, Quantity) for at in totals)
    joined = any(sentence.having(_JOINING, at) for at in between)
    labelled = index > 0 and sentence.is_content(index - 1) and not sentence.kept[index - 1]  # "page 12 of"
    plural = sentence.has("plurals", target) or sentence.lexicon.language != "en"
    bare = plural and not labelled and not value.unit
    return counted and not joined and len(totals) < len(between) and (bool(totals) or bare)
