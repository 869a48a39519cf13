"""Standards: what a kept comparison or a kept "whoever" is measured by: "cheaper *than in 1990*", "anyone who comes *without boots*"."""

from collections.abc import Iterator
from typing import Final

from provenance.findings.scope.governor import Governor, GovernorClass
from provenance.findings.scope.reading import ReadSentence

_NEAR: Final = 4  # words before a "than" among which the comparative stands
_HEAD: Final = 2  # words before a relative word among which its universal head stands
_CLAUSE: Final = 8  # words of the clause before what is lost of it


def standards(sentence: ReadSentence) -> Iterator[Governor]:
    """The lost phrases without which a comparison says more than it did, or a statement holds for more people."""
    kept, index = sentence.kept, 0
    while index < len(kept):
        end = (
            next((at for at in range(index, len(kept)) if kept[at]), len(kept)) if not kept[index] else index
        )
        if end > index and (_is_standard(index, end, sentence) or _ends_whoever(index, end, sentence)):
            yield Governor(GovernorClass.RESTRICTION, index, index + 1, sentence.words[index : index + 1])
        index = max(end, index) + 1


def is_standard(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether a governor is such a phrase."""
    ways = (at for at in range(governor.first, len(sentence.kept)) if sentence.kept[at])
    end = next(ways, len(sentence.kept))
    return _is_standard(governor.first, end, sentence) or _ends_whoever(governor.first, end, sentence)


def _is_standard(first: int, end: int, sentence: ReadSentence) -> bool:
    """Whether a run of lost words is a "than" with what follows it, the comparative kept; in some languages it ends with it."""
    if sentence.lexicon.verb_final or sentence.lexicon.language == "zh":
        places = (
            range(first, end)
            if end < len(sentence.kept) and not sentence.has_commas(first + 1, end + 1)
            else ()
        )
        return any(sentence.has("than", at) for at in places)
    signs = " ," if sentence.lexicon.comma_before_relative else " "  # "дешевле, чем"
    if not first or sentence.gaps[first].strip(signs) or not sentence.has("than", first):
        return False
    told = bool(sentence.content_between(first + 1, end))
    listed = bool(sentence.lexicon.words("comparatives").groups)
    near = (at for at in range(max(0, first - _NEAR), first) if sentence.kept[at])
    return told and (not listed or any(sentence.has("comparatives", at) for at in near))


def _ends_whoever(first: int, end: int, sentence: ReadSentence) -> bool:
    """Whether a run of lost words ends a kept clause that says who all is meant, and the main clause is kept: "Anyone who comes …, will"."""
    if (
        not first
        or end == len(sentence.kept)
        or sentence.gaps[first].strip()
        or sentence.has_commas(first, end)
    ):
        return False
    opens = [
        at for at in range(max(0, first - _CLAUSE), first) if sentence.kept[at] and _says_all(at, sentence)
    ]
    if not opens or sentence.has_commas(opens[-1] + 2, first):
        return False
    joining = ("coordinators", "complementizers", "relative")
    return bool(sentence.content_between(first, end)) and not any(
        sentence.having(joining, at) for at in range(first, end)
    )


def _says_all(index: int, sentence: ReadSentence) -> bool:
    """Whether a word opens a clause about everybody of a kind: "anyone who", German "wer" at the head of a sentence."""
    heads = range(max(0, index - _HEAD), index)
    if sentence.has("relative", index) and any(sentence.has("universals", at) for at in heads):
        return True
    whoever = sentence.has("interrogatives", index) and sentence.has("universals", index)
    return whoever and not sentence.content_between(0, index) and not sentence.asks
