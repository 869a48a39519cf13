"""Requirements: what a permission hangs on, or a ban reaches, without an "if": "with the consent of the board", "after thirty years"."""

from collections.abc import Iterator
from typing import Final

from provenance.findings.normalization.tokens import Quantity
from provenance.findings.scope.governor import Governor, GovernorClass
from provenance.findings.scope.reading import ReadSentence
from provenance.languages.cues import language

_ALLOWING: Final = "1"  # the class of modal verbs that allow, or leave open
_PERIODS: Final = frozenset("minute hour day week month year".split())


def requirements(sentence: ReadSentence) -> Iterator[Governor]:
    """The lost phrases that limit a kept permission, each a condition: of approval, payment, purpose or time; of a kept ban any phrase.

    Under a duty a deadline is none: whoever must publish within sixty days must publish.
    """
    modals = [at for at, kept in enumerate(sentence.kept) if kept and _allows(at, sentence)]
    banned = not modals and _bans(sentence)
    if not (modals or banned):
        return
    sure = any(not sentence.has("hedges", at) for at in modals)
    prepositions = language(sentence.lexicon.language).prepositions
    for at, token in enumerate(sentence.tokens):
        first = _phrase_start(at, sentence)
        period = isinstance(token.value, Quantity) and token.value.unit in _PERIODS
        inside = not sentence.has_comma(at) or any(sentence.kept[at:])
        limits = banned and first == at and at and inside and token.text.casefold() in prepositions
        limits = limits and not sentence.having(("hedges", "trailing_hedges"), at)  # "for now"
        timed = period and (sure or any(sentence.has("connectives", place) for place in range(first, at)))
        allowed = modals and (sentence.has("requirements", at) or timed)
        if not sentence.kept[at] and (limits or allowed):
            yield Governor(GovernorClass.CONDITION, first, at + 1, (token.word,))


def _allows(index: int, sentence: ReadSentence) -> bool:
    hit = sentence.lexicon.words("modals").at(sentence.words, index)
    return (hit is not None and hit.group == _ALLOWING) or sentence.has("allowing", index)


def _bans(sentence: ReadSentence) -> bool:
    """Whether a negation and a modal verb are kept: "No person shall"."""
    kept = [at for at, keeps in enumerate(sentence.kept) if keeps]
    return any(sentence.has("negators", at) for at in kept) and any(sentence.has("modals", at) for at in kept)


def _phrase_start(index: int, sentence: ReadSentence) -> int:
    """The first word of a lost phrase: behind a kept word or a comma."""
    while index and not sentence.kept[index - 1] and not sentence.has_comma(index):
        index -= 1
    return index
