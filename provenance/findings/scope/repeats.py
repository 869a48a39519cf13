"""Words said again at once, as in speech: "I saw, er, I saw the light". Whichever of the two is quoted, nothing is lost."""

from collections.abc import Iterator, Sequence
from typing import Final

from provenance.languages.lexicon import Lexicon
from provenance.text.signs import SENTENCE_ENDS

LONGEST: Final = 8
"""Words that are said again, at the most."""
_MURMUR: Final = 4  # letters of a word that no list knows: "euh", "yyy"
_SIGNS: Final = frozenset((*",，、،;；:–—-", *SENTENCE_ENDS))
# A word between signs that says one of these is no murmur.
_SAYING: Final = "negators hedges exception condition quantifiers frequency contrast".split()


def is_repeated(words: Sequence[str], gaps: Sequence[str], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a range of words can go because what stands in it, murmurs apart, is said twice or more in a row there.

    Args:
        words: The words around and in the range, folded.
        gaps: What stands before each of them.
        first: The first word of the range.
        last: The index after its last one.
        lexicon: The word lists of the language.
    """
    murmurs = set(_murmurs(words, gaps, lexicon))
    # In "så, øh, så" it is "så" that is said twice.
    others = ({at for at in murmurs if words[at] != word} for word in set(words[first:last]))
    return any(_is_twice(words, each, first, last) for each in (murmurs, *others))


def _is_twice(words: Sequence[str], murmurs: set[int], first: int, last: int) -> bool:
    said = [index for index in range(len(words)) if index not in murmurs]
    inside = [index for index in said if first <= index < last]
    size = len(inside)
    if not 0 < size <= LONGEST:
        return False
    at, row = said.index(inside[0]), [words[index] for index in said]
    return any(
        row[one : one + size] == row[one + once : one + size + once]
        for once in range(1, size + 1)
        if size % once == 0  # "la, la, la" without two of them
        for one in range(max(0, at - once), at + 1)
    )


def _murmurs(words: Sequence[str], gaps: Sequence[str], lexicon: Lexicon) -> Iterator[int]:
    """The words that are fillers: those that a list knows, and any short one between two signs that says nothing else."""
    for name in ("markers", "particles"):
        for hit in lexicon.words(name).hits(words):
            yield from range(hit.first, hit.last)
    for index in range(1, len(words) - 1):
        alone = all(_SIGNS.intersection(gap) for gap in gaps[index : index + 2])
        again = words[index] in (words[index - 1], words[index + 1])
        says = any(words[index] in lexicon.words(name) for name in _SAYING)
        if alone and len(words[index]) <= _MURMUR and not again and not says:
            yield index
