"""How clauses reach: claims of others, conditions, exceptions, denials that open one."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from provenance.findings.scope.governor import Governor
from provenance.findings.scope.openers import is_only_thought
from provenance.findings.scope.reading import ReadSentence
from provenance.findings.scope.ways import (
    FARTHEST,
    heads,
    is_beside,
    is_factive,
    is_infinitive,
    is_joined,
    is_open,
    last_gate,
    last_kept,
    next_kept,
)

_SUPPOSED: Final = 3  # "If" and the verb of saying behind it: "if I said"
_SUBORDINATING: Final = ("complementizers", "condition", "connectives", "exception")
_PHRASES: Final = 3  # between a denial that opens a clause and the quotation that ends it
_TAG: Final = 4  # the subject of a claim behind it, in words


def claims(governor: Governor, sentence: ReadSentence) -> bool:
    """Somebody's claim: before its clause with "that" or beside it, behind a comma after it."""
    target = next_kept(governor, sentence)
    if governor.entry in sentence.lexicon.words("distancing").groups:
        return target is not None and is_beside(governor.last, target, sentence)
    if target is not None and _gives(governor, target, sentence):
        return True
    last = last_kept(governor, sentence)
    if last is not None and sentence.lexicon.verb_final and _takes_clause_before(governor, last, sentence):
        return True
    closed = target is None or sentence.has_comma(target)
    return last is not None and closed and _is_tag_behind(governor, last, sentence)


def _takes_clause_before(governor: Governor, last: int, sentence: ReadSentence) -> bool:
    """Whether a verb at its clause's end takes the kept words by "that": Japanese "…と主張していますが"."""
    between = range(last + 1, governor.first)
    joined = any(sentence.has("complementizers", index) for index in (*between, governor.first))
    return (
        joined
        and not sentence.content_between(last + 1, governor.first)
        and not sentence.is_parted(last + 1, governor.first + 1)
    )


def _gives(governor: Governor, target: int, sentence: ReadSentence) -> bool:
    signs = "".join(sentence.gaps[governor.last : target + 1])
    if target - governor.last > FARTHEST or any(sign in ";—–()?!" for sign in signs):
        return False
    if governor.entry in sentence.lexicon.words("claim_phrases").groups:
        commas = sum(sentence.has_comma(index) for index in range(governor.last, target + 1))
        opening = (
            governor.first <= 1 or sentence.has_comma(governor.first) or sentence.kept[governor.first - 1]
        )
        return commas <= 1 and (opening or sentence.has("complementizers", governor.last - 1))
    gate = last_gate(governor.last, target, sentence)
    if gate is not None:
        if governor.entry in sentence.lexicon.words("claim_nouns").groups:
            proved = any(
                sentence.having(("assertives", "factives"), at) for at in range(governor.last, gate - 1)
            )
            if proved:
                return False  # "the accused showed that"
        own = sentence.has("said_neutral", governor.first)  # "told" makes nothing so
        return is_open(gate, target, sentence) and (own or not is_factive(governor, gate, sentence))
    if governor.entry in sentence.lexicon.words("claim_nouns").groups:
        return False
    joined = is_joined(sentence, governor.last, target)
    content = sentence.content_between(governor.last, target)
    accused = len(content) == 1 and is_infinitive(target, sentence)  # "accused the mayor of taking the money"
    return not joined and (not content or accused)  # "… will tell us, and nobody pays"


def _is_tag_behind(governor: Governor, last: int, sentence: ReadSentence) -> bool:
    """Whether "critics say" or "according to people there" follows the kept words behind a comma."""
    if sentence.is_parted(last + 1, governor.first + 1) or is_joined(sentence, last + 1, governor.first):
        return False
    noun = governor.entry in sentence.lexicon.words("claim_nouns").groups
    heads = ("complementizers", "relative", "condition", "connectives", "pseudo_condition")
    subordinate = any(sentence.has(name, at) for at in range(last + 1, governor.first) for name in heads)
    inside = governor.last < len(sentence.tokens)
    if subordinate or (inside and sentence.has("complementizers", governor.last)):
        return False
    return (
        not noun
        and len(sentence.content_between(last + 1, governor.first)) <= _TAG
        and sentence.has_comma(last + 1)
    )


def sets_condition(governor: Governor, sentence: ReadSentence) -> bool:
    """A condition: at the head of the clause before the kept words or of their own, or anywhere behind them in theirs."""
    target = next_kept(governor, sentence)
    if is_only_thought(governor.first, sentence):
        return False
    if (
        target is not None
        and target - governor.last <= FARTHEST
        and not sentence.is_parted(governor.last, target + 1)
    ):
        crossed = any(
            sentence.has("coordinators", index)
            and (sentence.has("contrast", index) or sentence.has("complementizers", index + 1))
            for index in range(governor.last, target)
        )  # "that, unless it rains, we sail, and that | the fares stay"
        # "I would lie if I said"
        supposed = target - governor.last <= _SUPPOSED and sentence.says(target - 1)
        if not crossed and (supposed or heads(governor, sentence)):
            return True
    return _limits_back(governor, sentence)


def _limits_back(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether a condition or an exception limits the kept words before it: it stands in their clause."""
    last = last_kept(governor, sentence)
    if last is None or governor.first - last > FARTHEST or sentence.is_parted(last + 1, governor.first + 1):
        return False
    if sentence.has("coordinators", governor.first - 1) and _has_consequence(governor, sentence):
        return False
    if _is_of_next_clause(governor, last, sentence):
        return False
    between = range(last + 1, max(last + 1, governor.first - 1))
    return not any(sentence.has("coordinators", at) or sentence.has("relative", at) for at in between)


def _is_of_next_clause(governor: Governor, last: int, sentence: ReadSentence) -> bool:
    """Whether a condition stands behind the subject of another clause, and its verb follows: "…, my son, if he stays, will row"."""
    between = range(last + 1, governor.first)
    subject = bool(sentence.content_between(last + 1, governor.first)) and not any(
        map(sentence.says, between)
    )
    set_off = sentence.has_comma(last + 1) and sentence.has_comma(governor.first)
    return subject and set_off and _has_consequence(governor, sentence)


def _has_consequence(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether a condition has a main clause of its own behind it: "…, and if a donor is found, we will mend the organ".

    So does the other case of a condition that is kept: "we plant if it rains, and if not we wait".
    """
    if sentence.has("contrast", governor.first - 1):
        return False  # "but if it rains, we will stay" limits what stands before it
    kept = [index for index in range(governor.first) if sentence.kept[index]]
    if any(sentence.words[index : index + len(governor.entry)] == governor.entry for index in kept):
        return sentence.has("negators", governor.last)
    commas = (at for at in range(governor.last + 1, len(sentence.tokens)) if sentence.has_comma(at))
    comma = next(commas, None)
    return comma is not None and bool(sentence.content_between(comma, len(sentence.tokens)))


def excepts(governor: Governor, sentence: ReadSentence) -> bool:
    """An exception: "only" beside the kept words, another one anywhere in their clause, or before it behind a comma."""
    target, last = next_kept(governor, sentence), last_kept(governor, sentence)
    single = governor.entry in sentence.lexicon.words("only").groups
    if target is not None and not sentence.is_parted(governor.last, target + 1):
        beside = not sentence.content_between(governor.last, target)
        parted = sentence.has_commas(governor.last, target + 1)
        head = range(governor.first)
        said = any(sentence.says(at) or sentence.has("assertives", at) for at in head)
        told = sentence.has("complementizers", target) and said
        if single and (told or sentence.has("condition", target)):
            return False  # "only | if it rains": the condition is kept; "confirmed only | that it rained"
        if beside and not parted:
            return True
        another = any(
            sentence.has("coordinators", index) and sentence.has_comma(index)
            for index in range(governor.last, target)
        )  # "Except on Sundays I work, and the sun has forgiven me"
        if not (single or another) and last is None and heads(governor, sentence):
            return True
    if single and last is not None:
        return not sentence.content_between(last + 1, governor.first) and not sentence.is_parted(
            last + 1, governor.first + 1
        )
    return _limits_back(governor, sentence)


def opens_clause(after: int, first: int, sentence: ReadSentence) -> bool:
    """Whether words that deny open the very clause that a quotation ends: "At no point, she wrote, would he “refuse …”"."""
    starts = [after, *(at for at in range(after + 1, first) if sentence.has_comma(at)), first]
    phrases = [range(*pair) for pair in pairwise(starts)]
    own = [at for phrase in phrases if phrase not in _telling(phrases, sentence) for at in phrase]
    if sentence.is_parted(after, first) or len(phrases) > _PHRASES:
        return False
    if any(sentence.says(at) or sentence.has(name, at) for at in own for name in _SUBORDINATING):
        return False
    commas = sentence.lexicon.comma_before_relative
    return not any(sentence.has("relative", at) and sentence.has_comma(at) >= commas for at in own)


def _telling(phrases: Sequence[range], sentence: ReadSentence) -> list[range]:
    """Those phrases between two commas that say who speaks."""
    return [
        phrase
        for phrase in phrases[:-1]
        if sentence.has_comma(phrase.start)
        and any(sentence.says(at) or sentence.has("according", at) for at in phrase)
    ]
