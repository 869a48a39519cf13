"""Ways: whether what stands between a governor and a kept word lets it through, and where a clause opens on it."""

from collections.abc import Sequence
from typing import Final

from provenance.findings.scope.governor import Governor
from provenance.findings.scope.reading import ReadSentence
from provenance.languages.cues import language

FARTHEST: Final = 25  # a longer way, in words, is a sentence of its own that happens to have no full stop
# "would not call the deal “a rescue”": so many words that say something may stand between, if one of them names.
_NAMING: Final = 3
_TAKING_CLAUSES: Final = ("claim_verbs", "opinions")
_VERB: Final = 3  # a verb stands so many words before its "not": "oppdaget ikke at"


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
    marked = sentence.has("infinitive", target - 1) or sentence.has("infinitives", target)
    infinitive = marked or (len(content) <= 1 and (apart or is_infinitive(target, sentence)))
    return not content or named or infinitive or _takes_bare_clause(content, target, sentence)


def is_infinitive(index: int, sentence: ReadSentence) -> bool:
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
    # There the clause itself follows a comma: "untrue, that …, but …".
    plain = sentence.lexicon.comma_before_relative
    claused = governor.last < target and plain and sentence.has("complementizers", governor.last)
    if governor.last < target and sentence.has_comma(governor.last) and not claused:
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
