"""Whether a governor reaches words that a quotation keeps: one rule for each class, and no parser.

A governor reaches forward over words that say nothing by themselves, and through a complementizer ("that") into the clause
behind it. A sign that ends a clause stops it, and so do a comma and a conjunction, unless the comma opens that clause
("…, dass"). What paired commas enclose behind a governor is passed over: "It is not, he said, a rescue". Only conditions,
exceptions and claims reach across a comma. docs/cuts.md has the examples that each rule gets right and wrong.
"""

from collections.abc import Callable, Mapping
from typing import Final

from provenance.findings.normalization.tokens import Quantity
from provenance.findings.scope.clauses import claims, excepts, sets_condition
from provenance.findings.scope.counts import is_count
from provenance.findings.scope.governor import Governor, GovernorClass
from provenance.findings.scope.reading import ReadSentence
from provenance.findings.scope.standards import is_standard
from provenance.findings.scope.ways import (
    behind_island,
    heads,
    is_joined,
    is_open,
    last_gate,
    last_kept,
    leads_to,
    next_kept,
    opens_complement,
)
from provenance.languages.cues import language

_HEAD: Final = 3  # a relative word stands so many words before what its clause denies
_FRONT: Final = 5  # a clause that opens a sentence begins before so many words: "Говорить о том, что …"
# An entry of more words than these opens a sentence with all that follows it up to a comma.
_PHRASE: Final = 3
_ADDRESS: Final = 3  # words by which somebody is spoken to: "Mr President", "Madam Chair"
_NEAR_HEAD: Final = 3  # the words around a relative clause's head


def reaches(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether a governor decides what some kept word of its sentence says."""
    return _RULES[governor.kind](governor, sentence)


def _denies(governor: Governor, sentence: ReadSentence) -> bool:
    """Negation and denial: forward by the way between, backward what stands beside it, or is said of a whole clause."""
    target = next_kept(governor, sentence)
    if target is not None and _is_answer(governor, target, sentence):
        return False
    if target is not None and _is_other_half(governor, target, sentence):
        return False
    if (
        target is not None
        and not _is_enclosed(governor, target, sentence)
        and leads_to(governor, target, sentence)
    ):
        return True
    return _denies_back(governor, sentence)


def _is_other_half(governor: Governor, target: int, sentence: ReadSentence) -> bool:
    """Whether a contrast takes the kept words up again behind all that is denied: "was | not strict, she was | exact"."""
    borders = (
        at
        for at in range(governor.last, target)
        if sentence.has("contrast", at)
        or (sentence.has_comma(at) and sentence.has("pronouns", at) and not opens_complement(at, sentence))
    )
    border = next(borders, None)
    return (
        border is not None
        and bool(sentence.content_between(governor.last, border))
        and not sentence.content_between(border, target)
        and any(sentence.kept[: governor.first])
    )


def _is_answer(governor: Governor, target: int, sentence: ReadSentence) -> bool:
    """Whether a negation opens a sentence and answers by itself: "No, Senator, the ferry …", "No, no, it …"."""
    addressed = sentence.tokens[governor.last : target]
    titles, negators = language(sentence.lexicon.language).titles, sentence.lexicon.words("negators")
    opens = all(token.word in negators for token in sentence.tokens[: governor.first])
    if not (opens and sentence.has_comma(governor.last) and sentence.has_comma(target)):
        return False
    return 0 < len(addressed) <= _ADDRESS and all(
        token.capitalised or token.text.casefold() in titles or token.word in negators for token in addressed
    )


def _denies_back(governor: Governor, sentence: ReadSentence) -> bool:
    last = last_kept(governor, sentence)
    border = governor.first + 1
    if last is None or sentence.is_parted(last + 1, border) or is_joined(sentence, last + 1, governor.first):
        return False
    between = sentence.content_between(last + 1, governor.first)
    way = range(last + 1, border)
    # The "that" of a verb which comes last may stand behind a comma: Japanese "…、とは申し上げておりません".
    joined = [at for at in way if sentence.lexicon.verb_final and sentence.has("complementizers", at)]
    commas = [at for at in way if sentence.has_comma(at) and at not in joined]
    if _is_fronted(governor, sentence) and commas in ([], [last + 1]) and len(between) <= 1:
        return True  # "Dass hier Geld fehlt, trifft nicht zu", "To say that … is premature"
    if commas:
        return _is_remark(governor, last, sentence)
    if sentence.lexicon.verb_final:
        target = next_kept(governor, sentence)
        return target is None or not sentence.has_comma(governor.last)
    if governor.kind is GovernorClass.DENIAL:
        return not between
    plain = governor.entry in sentence.lexicon.words("plain_negators").groups
    return (plain or len(governor.entry) >= _PHRASE) and not between


def _is_remark(governor: Governor, last: int, sentence: ReadSentence) -> bool:
    """Whether a relative clause that ends the sentence denies all of it: "…, which I doubt"."""
    first = last + 1
    return (
        governor.kind is GovernorClass.DENIAL
        and next_kept(governor, sentence) is None
        and sentence.has("relative", first)
        and sentence.has_comma(first)
        and len(sentence.content_between(first, governor.first)) <= 1
        and not sentence.has_comma(governor.first)  # "…, which, contrary to rumour, was full"
    )


def _is_fronted(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether the kept words stand in a clause with "that" that opens the sentence, and its predicate follows them."""
    first = sentence.kept.index(True)
    denied = governor.kind is GovernorClass.DENIAL
    near = range(max(0, first - 2), first + denied)
    gates = [index for index in near if sentence.has("complementizers", index)]
    if not gates or first > _FRONT:
        return False
    # "The head said that …, not even on loan"
    return denied or len(sentence.content_between(0, gates[0])) <= 1


def _is_enclosed(governor: Governor, target: int, sentence: ReadSentence) -> bool:
    """Whether a governor stands in a clause that ends before the next kept words: "those who do not pay", "…, though I doubt it, …"."""
    closed = sentence.has_comma(target) and not sentence.lexicon.comma_before_relative
    for index in range(governor.first - 1, max(-1, governor.first - _HEAD - 1), -1):
        if sentence.kept[index] or sentence.is_parted(index + 1, index + 2):
            return False
        if sentence.has("relative", index) and not sentence.has("complementizers", index):
            return True
        if closed and sentence.has_comma(index) and sentence.has("connectives", index):
            return True
    return False


def _asks(governor: Governor, sentence: ReadSentence) -> bool:
    """An indirect question: "whether" heads the clause that the kept words stand in."""
    target = next_kept(governor, sentence)
    if target is not None and not sentence.is_parted(governor.last, target + 1):
        return not sentence.has_commas(governor.last, target + 1)
    return False


def _hedges(governor: Governor, sentence: ReadSentence) -> bool:
    """A hedge: beside the kept words, or through "that"; at their end only such words as stand there ("or so")."""
    target = next_kept(governor, sentence)
    if governor.entry in sentence.lexicon.words("not_yet").groups:
        return _is_beside_negation(governor, sentence)
    if target is not None and _leads_over(governor, target, sentence):
        return True
    last = last_kept(governor, sentence)
    hedges = sentence.lexicon.words("trailing_hedges").groups
    trailing = sentence.lexicon.verb_final or governor.entry in hedges
    if last is None or not trailing or sentence.is_parted(last + 1, governor.first + 1):
        return False
    return not sentence.content_between(last + 1, governor.first)


def _is_beside_negation(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether the clause of a "yet" keeps its "not", and the word does not join the clause to another."""
    joins = governor.entry in sentence.lexicon.words("contrast").groups and heads(governor, sentence)
    places = (governor.first, governor.last - 1)
    hits = sentence.lexicon.words("negators").hits(sentence.words)
    negations = (hit.first for hit in hits if all(sentence.kept[hit.first : hit.last]))
    ways = (range(min(at, *places) + 1, max(at, *places) + 1) for at in negations)
    return not joins and any(
        not any(sentence.has_comma(at) for at in way)
        and not any(sentence.has("coordinators", at) for at in way if at != governor.first)
        and not sentence.is_parted(way.start, way.stop)
        for way in ways
    )


def _leads_over(governor: Governor, target: int, sentence: ReadSentence) -> bool:
    if sentence.is_parted(governor.last, target + 1):
        return False
    commas = sum(sentence.has_comma(index) for index in range(governor.last, target + 1))
    beside = not sentence.content_between(governor.last, target)
    opening = not governor.first and commas <= 1
    if opening and commas and len(governor.entry) > _PHRASE:
        return True  # "as far as we can tell from two of them, …"
    if beside and (not commas or opening):
        return True
    first = behind_island(governor, target, sentence)
    gate = last_gate(first, target, sentence)
    if gate is None:  # "Theoretisch fasst | die Schleuse …"
        one = len(sentence.content_between(first, target)) <= 1 and not sentence.has("quantifiers", 0)
        return opening and one and not commas and is_open(first, target, sentence)
    return not sentence.content_between(first, gate) and is_open(gate, target, sentence)


def _bounds(governor: Governor, sentence: ReadSentence) -> bool:
    """A limit of quantity: right before a figure or a word that counts, or behind it where its language says so."""
    if is_count(governor, sentence):
        return True  # "two of the 340", told as such where it is found
    target = next_kept(governor, sentence)
    if target is not None and not sentence.is_parted(governor.last, target + 1):
        near = not sentence.content_between(governor.last, target)
        # "takes, at most, two hours"
        enclosed = target == governor.last and sentence.has_comma(governor.first)
        if near and (enclosed or not sentence.has_commas(governor.last, target + 1)):
            return _counts(target, sentence) or _is_share(governor, target, sentence)
    last = last_kept(governor, sentence)
    if last is None or last != governor.first - 1 or sentence.gaps[governor.first].strip():
        return False
    trailing = governor.entry in sentence.lexicon.words("trailing_limits").groups
    return trailing and _counts(last, sentence)


def _is_share(governor: Governor, target: int, sentence: ReadSentence) -> bool:
    """Whether it says how many of them: "some of the teachers", "most teachers", and not English "most recently"."""
    quantifiers = sentence.lexicon.words("quantifiers")
    if not any(word in quantifiers for word in governor.entry):
        return False
    plural = sentence.has("plurals", target) or any(
        sentence.has("plurals", at) for at in range(target, target + 2) if at < len(sentence.tokens)
    )
    return plural or len(governor.entry) > 1 or target > governor.last or sentence.lexicon.language != "en"


def _counts(index: int, sentence: ReadSentence) -> bool:
    """Whether a word is a figure or says how many."""
    token, lexicon = sentence.tokens[index], sentence.lexicon
    counted = isinstance(token.value, Quantity) or token.word in lexicon.values or token.word.isnumeric()
    return (
        counted
        or lexicon.words("universals").at(sentence.words, index) is not None
        or (lexicon.words("counting").at(sentence.words, index) is not None)
    )


def restricts(governor: Governor, sentence: ReadSentence) -> bool:
    """A restrictive clause: it follows its head without a comma, and the head is universal or generic."""
    if is_standard(governor, sentence):
        return True  # told as such where it is found
    last = last_kept(governor, sentence)
    if governor.last < len(sentence.kept) and sentence.kept[governor.last]:
        return False  # the clause itself is kept
    if last is not None and last == governor.first - 1 and not _is_aside(governor.first, sentence):
        return is_generic(last, sentence)
    target = next_kept(governor, sentence)
    heads = sentence.lexicon.words("pronoun_heads")
    headed = governor.first > 0 and sentence.words[governor.first - 1] in heads
    if last is not None or target is None or not headed:
        return False
    way = governor.last, target + 1
    return not sentence.has_commas(*way) and not sentence.is_parted(*way)


def _is_aside(index: int, sentence: ReadSentence) -> bool:
    """Whether a sign before a relative word tells that it only adds something; some languages always set a comma."""
    if sentence.is_parted(index, index + 1):
        return True
    return sentence.has_comma(index) and not sentence.lexicon.comma_before_relative


def is_generic(index: int, sentence: ReadSentence) -> bool:
    """Whether a noun means all of a kind: a universal word stands before it, or it is a plural or has no article."""
    words, lexicon = sentence.words, sentence.lexicon
    near = range(max(0, index - _NEAR_HEAD), index + 1)
    if any(sentence.has("universals", place) for place in near[-2:]):
        return not sentence.has("said_neutral", index) and not sentence.has("claim_verbs", index)
    if sentence.has("definites", index):
        return False
    if any(lexicon.words("plurals").at(words, place) for place in near):
        return not any(words[place] in lexicon.words("particulars") for place in near)
    return bool(lexicon.words("articles").groups) and index == 0 and lexicon.language != "en"


_RULES: Final[Mapping[GovernorClass, Callable[[Governor, ReadSentence], bool]]] = {
    GovernorClass.NEGATION: _denies,
    GovernorClass.DENIAL: _denies,
    GovernorClass.QUESTION: _asks,
    GovernorClass.CLAIM: claims,
    GovernorClass.REPORT: claims,
    GovernorClass.CONDITION: sets_condition,
    GovernorClass.EXCEPTION: excepts,
    GovernorClass.RESTRICTION: restricts,
    GovernorClass.LIMIT: _bounds,
    GovernorClass.HEDGE: _hedges,
}
