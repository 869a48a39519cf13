"""Governors in two parts, with other words between them: "less … than", German "wirft … vor", French "ne … que"."""

from collections.abc import Iterator
from typing import Final

from provenance.findings.scope.governor import Governor, GovernorClass
from provenance.findings.scope.reading import ReadSentence

COMPARED: Final = ("less_than", "rather_than")
"""The lists of comparisons in two parts, of which one part denies what the other says."""
_SPLIT: Final = 10  # a verb in two parts holds fewer words than this between them
_SUBJECT: Final = 8  # so many words before a verb its subject stands


def in_two_parts(sentence: ReadSentence) -> Iterator[Governor]:
    """The governors of a sentence that are no words in a row."""
    yield from _claims(sentence)
    yield from _comparisons(sentence)
    yield from _exceptions(sentence)


def _claims(sentence: ReadSentence) -> Iterator[Governor]:
    """Claims whose verb stands in two parts, the second before a comma: German "wirft dem Händler vor, er habe …"."""
    for one, other in sentence.lexicon.words("split_claims").groups:
        for first in (index for index, word in enumerate(sentence.words) if word == one):
            reach = range(first + 1, min(first + _SPLIT, len(sentence.words) - 1))
            last = next((index for index in reach if sentence.has_comma(index + 1)), None)
            if last is not None and sentence.words[last] == other:
                yield Governor(GovernorClass.CLAIM, last, last + 1, (one, other))


def _comparisons(sentence: ReadSentence) -> Iterator[Governor]:
    """What a comparison in two parts plays down: "less *a failure of engineering* than …", "would rather close than *sell*"."""
    words = sentence.words
    for name in COMPARED:
        for one, other in sentence.lexicon.words(name).groups:
            for first in (index for index, word in enumerate(words) if word == one):
                reach = range(first + 2, len(words))
                stop = next((at for at in reach if sentence.is_parted(at, at + 1)), reach.stop)
                last = next((at for at in reach if at < stop and words[at] == other), None)
                if last is not None:
                    place = first if name == "less_than" else last
                    yield Governor(GovernorClass.DENIAL, place, place + 1, (one, other))


def _exceptions(sentence: ReadSentence) -> Iterator[Governor]:
    """What all but one thing is denied with, in two parts: French "ne peut être bue *qu'*après ébullition", no other negation near."""
    words = sentence.words
    for one, other in sentence.lexicon.words("split_exceptions").groups:
        for first in (index for index, word in enumerate(words) if word == one):
            places = (at for at in range(first + 1, len(words)) if words[at] == other)
            last = next(places, None)
            if last is None or sentence.is_parted(first + 1, last + 1):
                continue
            denied = sentence.lexicon.words("negators").hits(words)
            if not any(first - _SUBJECT <= hit.first < last for hit in denied):
                yield Governor(GovernorClass.EXCEPTION, last, last + 1, (one, other))
