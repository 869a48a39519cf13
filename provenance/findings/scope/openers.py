"""Openers: phrases before the point that say nothing of it: "Well, look, to be perfectly fair to them, …", "Dear families, …".

A phrase that signs set off is transparent if it is made of discourse markers, words of candour ("to be honest", "if you want my
honest opinion") and function words, or if it is an address. What restricts, sets a condition or owns a claim has a word of
another kind.
"""

from collections.abc import Sequence
from typing import Final

from provenance.findings.scope.reading import ReadSentence
from provenance.findings.scope.relating import said_by_others
from provenance.findings.scope.repeats import is_repeated
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import language
from provenance.languages.lexicon import Lexicon

_LIGHT: Final = ("candour", "boosters", "contrast")
_THINKING: Final = ("claim_verbs", "opinions", "asks", "said_neutral")
_OWN: Final = ("first_person", "possessives")
_ADDRESS: Final = ("address", "titles")
_PAIR: Final = 2  # a name and a title
_LONGEST: Final = 6  # words of an address: "Dear readers of the old weekly"


def opener_end(first: int, target: int, sentence: ReadSentence) -> int:
    """The index behind the transparent phrases with which a stretch of a sentence begins, from one word to before another."""
    end = first
    for index in range(first + 1, target + 1):
        if index == target or _ends_phrase(index, sentence):
            if not _is_transparent(end, index, sentence):
                break
            end = index
    return end


def _ends_phrase(index: int, sentence: ReadSentence) -> bool:
    return sentence.has_comma(index) or sentence.is_parted(index, index + 1)


def _is_transparent(first: int, last: int, sentence: ReadSentence) -> bool:
    """Whether a phrase says nothing of what follows; one that no sign ends runs on, and a lone word there may modify."""
    if last < len(sentence.tokens) and _ends_phrase(last, sentence):
        refuses = last - first == 1 and sentence.tokens[first].text.casefold() in vocabulary("refusals")
        again = is_repeated(sentence.words, sentence.gaps, first, last, sentence.lexicon)
        light = again or _is_light(first, last, sentence, _LIGHT)
        return refuses or light or _is_address(first, last, sentence)
    modifies = last < len(sentence.tokens) and sentence.kept[last] and sentence.is_content(last)
    return (not modifies or last - first > 1) and _is_light(first, last, sentence)


def is_by_the_way(index: int, sentence: ReadSentence) -> bool:
    """Whether a word stands in a transparent phrase between signs: "…, if you want my opinion, …"."""
    phrase = _phrase_at(index, sentence)
    return len(phrase) < len(sentence.tokens) and _is_light(phrase.start, phrase.stop, sentence, _LIGHT)


def presented_from(gate: int, sentence: ReadSentence) -> int | None:
    """Where a main clause begins that only leads in the "that" at an index: "The truth is that", "I want to add that".

    None if it says anything of what follows, or somebody else says it.
    """
    first = next((at for at in range(gate - 1, 0, -1) if _ends_phrase(at, sentence)), 0)
    clause = range(first, gate)
    persons = (at for at in clause if sentence.has("pronouns_third", at))
    others = any(not sentence.has("impersonal", at) for at in persons) or any(
        sentence.words[at - 1] in vocabulary("passives") and sentence.says(at) for at in clause[1:]
    )
    others = others or said_by_others(gate, sentence) is not None
    told = any(sentence.is_content(at) for at in clause) and not others
    light = told and _is_light(first, gate, sentence, ("presenting", *_LIGHT))
    return first if light and not any(sentence.kept[first:gate]) else None


def is_only_thought(index: int, sentence: ReadSentence) -> bool:
    """Whether all that a phrase between signs says is that something is thought or said: "…, in case you wondered, …"."""
    phrase = _phrase_at(index, sentence)
    content = sentence.content_between(phrase.start, phrase.stop)
    one = len(content) == 1 and len(phrase) < len(sentence.tokens)
    return one and any(sentence.has(name, content[0]) for name in _THINKING)


def _phrase_at(index: int, sentence: ReadSentence) -> range:
    first = next((at for at in range(index, 0, -1) if _ends_phrase(at, sentence)), 0)
    words = range(index + 1, len(sentence.tokens))
    return range(first, next((at for at in words if _ends_phrase(at, sentence)), words.stop))


def _is_light(first: int, last: int, sentence: ReadSentence, names: Sequence[str] = ()) -> bool:
    index, words, supposed = first, sentence.words[:last], False
    plain = sentence.lexicon.words("function_words")
    while index < last:
        end = max(_entry_end(name, words, index, sentence.lexicon) for name in ("markers", *names))
        if end == index and (words[index] not in plain or sentence.has("negators", index)):
            return False
        supposed |= end == index and sentence.has("condition", index)
        index = max(end, index + 1)
    own = (sentence.has(name, at) for at in range(first, last) for name in _OWN)
    return not supposed or any(own)


def _entry_end(name: str, words: Sequence[str], index: int, lexicon: Lexicon) -> int:
    """The index after an entry that begins at a word, or at what follows its joined "and"; that of the word if none does."""
    entries, word = lexicon.words(name), words[index]
    joined = [word.removeprefix(each) for (each,) in lexicon.words("proclitics").groups if word != each]
    rows = (words, *((*words[:index], each, *words[index + 1 :]) for each in joined if each and each != word))
    return max((hit.last for row in rows if (hit := entries.at(row, index))), default=index)


def _is_address(first: int, last: int, sentence: ReadSentence) -> bool:
    """Whether a phrase names those spoken to: "Dear families", "Ladies and gentlemen", "Professor Holt"."""
    address = sentence.lexicon.words("address")
    while first < last and (hit := sentence.lexicon.words("markers").at(sentence.words[:last], first)):
        first = hit.last  # "Well, dear friend"
    opening = address.at(sentence.words[:last], first) if first < last else None
    if opening is not None and opening.group == "open":
        return last - first <= _LONGEST
    content, pack = sentence.content_between(first, last), language(sentence.lexicon.language)
    texts = [token.text.casefold() for token in sentence.tokens[:last]]
    if pack.is_title("".join(texts[first:])):  # "先生"
        return True
    named = [
        at for at in content if pack.is_title(texts[at]) or any(sentence.has(name, at) for name in _ADDRESS)
    ]
    others = (at for at in content if at not in named and not _may_be_name(at, content, sentence))
    bare = content[:1] == [first] or sentence.has("possessives", first)
    return bool(named) and bare and next(others, None) is None


def _may_be_name(index: int, content: Sequence[int], sentence: ReadSentence) -> bool:
    """Whether a word of an address is written as a name; where no script has capitals, one beside a title may be: "김 선생님"."""
    text = sentence.tokens[index].text
    return sentence.tokens[index].capitalised or (len(content) == _PAIR and text.lower() == text.upper())


def is_made_of_markers(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether some words are discourse markers and nothing else: "you know, I mean"."""
    index = 0
    while index < len(words):
        hit = lexicon.words("markers").at(words, index)
        if hit is None:
            return False
        index = hit.last
    return True
