"""How clauses reach: the way from a governor to a kept word, claims of others, conditions, exceptions, restrictions."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from provenance.findings.scope.governor import Governor
from provenance.findings.scope.openers import is_only_thought
from provenance.findings.scope.reading import ReadSentence
from provenance.languages.cues import language

FARTHEST: Final = 25  # a longer way, in words, is a sentence of its own that happens to have no full stop

# "would not call the deal “a rescue”": so many words that say something may stand between, if one of them names.
_NAMING: Final = 3
_TAKING_CLAUSES: Final = ("claim_verbs", "opinions")
_SUPPOSED: Final = 3  # "If" and the verb of saying behind it: "if I said"
_VERB: Final = 3  # a verb stands so many words before its "not": "oppdaget ikke at"
_SUBORDINATING: Final = ("complementizers", "condition", "connectives", "exception")
_PHRASES: Final = 3  # between a denial that opens a clause and the quotation that ends it


def next_kept(governor: Governor, sentence: ReadSentence) -> int | None:
    """The index of the first kept word behind a governor."""
    return next((index for index in range(governor.last, len(sentence.kept)) if sentence.kept[index]), None)


def last_kept(governor: Governor, sentence: ReadSentence) -> int | None:
    """The index of the last kept word before a governor."""
    return next((index for index in range(governor.first - 1, -1, -1) if sentence.kept[index]), None)


def is_joined(sentence: ReadSentence, first: int, last: int) -> bool:
    """Whether a conjunction begins at one of the words of a range."""
    return any(sentence.has("coordinators", index) for index in range(first, last))


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
    apart = _sets_off_infinitive(target, sentence)
    if not is_open(first, target - 1 if apart else target, sentence):
        return False
    between = sentence.content_between(first, target)
    content = [at for at in between if not sentence.has("with_negation", at)]  # "non … alcuna"
    named = len(content) <= _NAMING and any(sentence.has("naming", index) for index in range(first, target))
    infinitive = sentence.has("infinitive", target - 1) or (
        len(content) <= 1 and (apart or _is_infinitive(target, sentence))
    )
    return not content or named or infinitive or _takes_bare_clause(content, target, sentence)


def _is_infinitive(index: int, sentence: ReadSentence) -> bool:
    """Whether an infinitive begins at a word: "to close", and "closing" behind a preposition."""
    gerund = sentence.lexicon.language == "en" and sentence.words[index].endswith("ing")
    governed = index > 0 and sentence.words[index - 1] in language(sentence.lexicon.language).prepositions
    return sentence.has("infinitive", index) or (gerund and governed)


def _sets_off_infinitive(index: int, sentence: ReadSentence) -> bool:
    """Whether a comma before a word sets off an infinitive, no verb of its own in it: German "…, die Schule zu schließen"."""
    if not sentence.has_comma(index) or not sentence.lexicon.comma_before_relative:
        return False
    borders = (at for at in range(index + 1, len(sentence.tokens)) if sentence.has_comma(at))
    last = next(borders, len(sentence.tokens))
    clause = range(index, last)
    finite = any(sentence.has(name, at) for name in ("pronouns", "auxiliaries") for at in clause)
    return last - 2 > index and sentence.has("infinitive", last - 2) and not finite


def _takes_bare_clause(content: Sequence[int], target: int, sentence: ReadSentence) -> bool:
    """Whether nothing but a verb of saying or thinking leads to a clause that no "that" opens: "I never said beer was cheap"."""
    if len(content) != 1 or any(sentence.has("interrogatives", at) for at in range(content[0], target)):
        return False
    return sentence.says(content[0]) or any(sentence.has(name, content[0]) for name in _TAKING_CLAUSES)


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
                return index if sentence.has("complementizers", index) else index + 1
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
        if sentence.has_comma(index) and not opens_complement(index, sentence):
            return False
        if index < target and sentence.has("coordinators", index):
            return False
    return True


def opens_complement(index: int, sentence: ReadSentence) -> bool:
    """Whether a comma before a word belongs to the clause that a complementizer opens: "…, dass"."""
    near = (index - 1, index) if sentence.is_content(index) else (index - 1, index, index + 1)
    places = (place for place in near if 0 <= place < len(sentence.tokens))
    return not _begins_again(index, sentence) and any(sentence.has("complementizers", at) for at in places)


def _begins_again(index: int, sentence: ReadSentence) -> bool:
    """Whether a clause opens as the sentence did, with its subject and verb: Dutch "Dat is geen straf, dat is …"."""
    words = sentence.words
    again = index and words[index : index + 2] == words[:2]
    return bool(again) and sentence.has("auxiliaries", index + 1)


def is_factive(governor: Governor, gate: int, sentence: ReadSentence) -> bool:
    """Whether the verb that takes the clause says that the clause is so: "did not realise that"."""
    return any(sentence.has("factives", index) for index in range(max(0, governor.first - _VERB), gate))


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
        opening = governor.first <= 1 or sentence.has_comma(governor.first)
        return commas <= 1 and (opening or sentence.has("complementizers", governor.last - 1))
    gate = last_gate(governor.last, target, sentence)
    if gate is not None:
        return is_open(gate, target, sentence) and not is_factive(governor, gate, sentence)
    if governor.entry in sentence.lexicon.words("claim_nouns").groups:
        return False
    joined = is_joined(sentence, governor.last, target)
    content = sentence.content_between(governor.last, target)
    accused = len(content) == 1 and _is_infinitive(
        target, sentence
    )  # "accused the mayor of taking the money"
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
    """Whether a condition has a main clause of its own behind it: "…, and if a donor is found, we will mend the organ"."""
    if sentence.has("contrast", governor.first - 1):
        return False  # "but if it rains, we will stay" limits what stands before it
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
        if single and sentence.has("condition", target):
            return False  # "only | if it rains": the condition is kept
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
    if ":" in sentence.gaps[first] or sentence.is_parted(after, first) or len(phrases) > _PHRASES:
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
