"""The way from a governor to a kept word: what stands on it, and whether it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from provenance.findings.scope.governor import Governor
    from provenance.findings.scope.sentence import ReadSentence

FARTHEST: Final = 25
"""A longer way, in words, is a sentence of its own that happens to have no full stop."""

# "would not call the deal “a rescue”": so many words that say something may stand between, if one of them names.
_NAMING: Final = 3
# A verb stands so many words before its "not": "oppdaget ikke at".
_HEAD: Final = 3


def next_kept(governor: Governor, sentence: ReadSentence) -> int | None:
    """The index of the first kept word behind a governor."""
    return next((index for index in range(governor.last, len(sentence.kept)) if sentence.kept[index]), None)


def last_kept(governor: Governor, sentence: ReadSentence) -> int | None:
    """The index of the last kept word before a governor."""
    return next((index for index in range(governor.first - 1, -1, -1) if sentence.kept[index]), None)


def has_between(sentence: ReadSentence, name: str, first: int, governor: Governor) -> bool:
    """Whether an entry of a list begins between a word and a governor behind it."""
    return any(sentence.has(name, index) for index in range(first, governor.first))


def leads_to(governor: Governor, target: int, sentence: ReadSentence) -> bool:
    """Whether the way from a governor to a kept word behind it is open."""
    first = behind_island(governor, target, sentence)
    if sentence.is_parted(first, target + 1) or target - governor.last > FARTHEST:
        return False
    gate = last_gate(first, target, sentence)
    if gate is None and _is_kept_gate(governor, target, sentence):
        gate = target
    if gate is not None:
        return not is_factive(governor, gate, sentence) and is_open(gate, target, sentence)
    if not is_open(first, target, sentence):
        return False
    content = sentence.content_between(first, target)
    named = len(content) <= _NAMING and any(sentence.has("naming", index) for index in range(first, target))
    return not content or named or sentence.has("infinitive", target - 1)


def _is_kept_gate(governor: Governor, target: int, sentence: ReadSentence) -> bool:
    """Whether the kept words begin with the complementizer: "I do not think “that he lied”", and no relative clause."""
    if not sentence.has("complementizers", target) or not is_open(governor.last, target, sentence):
        return False
    near = len(sentence.content_between(governor.last, target)) <= 1
    return near or not sentence.has("relative", target)


def behind_island(governor: Governor, target: int, sentence: ReadSentence) -> int:
    """The index at which the way goes on: behind what commas enclose right after the governor."""
    if governor.last < target and sentence.has_comma(governor.last):
        for index in range(governor.last + 1, target + 1):
            if sentence.has_comma(index):
                return index + 1
    return governor.last


def last_gate(first: int, target: int, sentence: ReadSentence) -> int | None:
    """The index behind the last complementizer on the way, if nothing closes the clause that it stands in before it."""
    for index in range(target - 1, first - 1, -1):
        if sentence.has("complementizers", index):
            return index + 1 if is_open(first, index, sentence) else None
    return None


def is_open(first: int, target: int, sentence: ReadSentence) -> bool:
    """Whether neither a comma nor a conjunction stands on a way; a comma that a complementizer follows does not close."""
    for index in range(first, target + 1):
        if sentence.has_comma(index) and index > first - 1 and not opens_complement(index, sentence):
            return False
        if index < target and sentence.has("coordinators", index):
            return False
    return True


def opens_complement(index: int, sentence: ReadSentence) -> bool:
    """Whether a comma before a word belongs to the clause that a complementizer opens: "…, dass"."""
    return any(
        sentence.has("complementizers", place) for place in range(index, min(index + 2, len(sentence.tokens)))
    ) or (index > 0 and sentence.has("complementizers", index - 1))


def is_factive(governor: Governor, gate: int, sentence: ReadSentence) -> bool:
    """Whether the verb that takes the clause says that the clause is so: "did not realise that"."""
    return any(sentence.has("factives", index) for index in range(max(0, governor.first - _HEAD), gate))


def is_beside(first: int, target: int, sentence: ReadSentence) -> bool:
    """Whether nothing that says something by itself, and no sign that ends a clause, stands on a way."""
    return not sentence.content_between(first, target) and not sentence.is_parted(first, target + 1)


def heads(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether a word heads its clause: it opens the sentence, or a comma, a conjunction or "that" stands before it."""
    first = governor.first
    return (
        not sentence.content_between(0, first)
        or sentence.has_comma(first)
        or sentence.is_parted(first, first + 1)
        or sentence.has("coordinators", first - 1)
        or sentence.has("complementizers", first - 1)
        or sentence.lexicon.verb_final
    )
