"""Short forms and what they stand for, told by their letters: "t.ex.", "Dr.", "kr", "hm3", "12 min"."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from provenance.findings.normalization.tokens import Quantity, Token
from provenance.languages.apparatus import vocabulary
from provenance.languages.lexicon import Lexicon, has_no_vowel, shortens
from provenance.languages.sentences import splitter
from provenance.text.folding import fold_word

_LONGEST: Final = 12  # words of a row that is read for them
_MOST: Final = 4  # words that one short form stands for, stopped words that make one, and letters of a unit
_VOWELLESS: Final = frozenset("cs sk sl hr sr bs mk".split())  # languages that have words without vowels
_POWERS: Final = {"2": "squares", "3": "cubes"}


def same_written_out(one: Sequence[Token], other: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two rows are the same words, some of them shortened in either row.

    A short form ends in a stop that ends no sentence, or is listed as one. Its letters are the beginnings of the words that it
    stands for, in their order ("t.ex.", "till exempel"), or the first letter of one word and others of it ("Dr.", "Doktor").
    """
    if not one or not other or max(len(one), len(other)) > _LONGEST:
        return False
    return _match(tuple(one), tuple(other), lexicon)


@lru_cache(maxsize=512)
def _match(one: tuple[Token, ...], other: tuple[Token, ...], lexicon: Lexicon) -> bool:
    if not one or not other:
        return not one and not other
    if one[0].key == other[0].key and _match(one[1:], other[1:], lexicon):
        return True
    if _is_measured(one, other):
        return _match(one[2:], other[1:], lexicon)
    if _is_measured(other, one):
        return _match(one[1:], other[2:], lexicon)
    return _begins_shortened(one, other, lexicon) or _begins_shortened(other, one, lexicon)


def _is_measured(bare: Sequence[Token], full: Sequence[Token]) -> bool:
    """Whether a figure and a short word say what another figure and its unit do: "12 min", "12 Minuten"."""
    value, measure = bare[0].value, full[0].value
    if len(bare) == 1 or not isinstance(measure, Quantity) or measure.unit is None:
        return False
    letters, named = _letters(bare[1]), fold_word(full[0].text.split()[-1])
    return value == measure._replace(unit=None) and len(letters) <= _MOST and shortens(letters, named)


def _begins_shortened(short: tuple[Token, ...], full: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a row begins with a short form of what the other begins with, and the rest of both is the same."""
    for parts in range(1, min(_MOST, len(short)) + 1):
        if not _is_short(short, parts - 1, lexicon):
            return False
        letters = "".join(map(_letters, short[:parts]))
        for words in range(1, min(_MOST, len(full)) + 1):
            named = full[:words]
            meant = _stands_for(letters, named) and _is_titled_so(letters, named[-1], lexicon)
            if meant and _match(short[parts:], full[words:], lexicon):
                return True
    return False


def _is_short(row: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a word is a short form of which no list says what it stands for, or its end: "sig.ra"."""
    unit = row[index]
    ends, goes_on = _are_joined(row, index - 1), _are_joined(row, index)
    known = ends or unit.stopped or "." in unit.text or splitter(lexicon.language).knows(unit.text)
    bare = has_no_vowel(unit.word.rstrip("23")) and lexicon.language not in _VOWELLESS
    short = known or (bare and len(unit.word) > 1)  # "kr", "hm3"
    return short and unit.value is None and (goes_on or unit.word == _letters(unit))


def _are_joined(row: Sequence[Token], index: int) -> bool:
    """Whether nothing but a stop parts a word from the next one."""
    if not 0 <= index < len(row) - 1:
        return False
    return row[index].stopped and row[index].span.end + 1 == row[index + 1].span.start


def _letters(unit: Token) -> str:
    return fold_word(unit.text).replace(".", "").replace(" ", "")


def _stands_for(letters: str, full: Sequence[Token]) -> bool:
    words = [_letters(unit) for unit in full]
    if power := _POWERS.get(letters[1:][-1:]):  # "hm3"
        begun = tuple(vocabulary(power))
        words, letters = [word for word in words if not word.startswith(begun)], letters[:-1]
        if len(full) - len(words) != 1:
            return False
    if any(unit.value is not None for unit in full) or not letters.isalpha() or letters in words:
        return False
    if len(words) != 1:
        return _are_beginnings(letters, words)
    if len(letters) > 1 and len(set(letters)) == 1:
        letters = letters[0]  # "pp." for pages
    (word,) = words
    return shortens(letters, word)


def _is_titled_so(letters: str, full: Token, lexicon: Lexicon) -> bool:
    """Whether a word is the title that letters shorten, if they shorten one: "Dr. Roy" is no "Dieter Roy"."""
    titles, courtesy = lexicon.words("titles"), lexicon.words("courtesy")
    if letters in courtesy:
        return courtesy.group(letters) == courtesy.group(full.word)
    usual = lexicon.aliases.group(letters) or ""
    known = full.word in titles or (full.word not in courtesy and not full.capitalised)
    return letters not in titles or (known if not usual else full.word.startswith(fold_word(usual)))


def _are_beginnings(letters: str, words: Sequence[str]) -> bool:
    """Whether letters are a beginning of each word in turn, none of them empty."""
    if not words:
        return not letters
    first, rest = words[0], words[1:]
    sizes = range(1, min(len(first), len(letters)) + 1)
    return any(_are_beginnings(letters[size:], rest) for size in sizes if first.startswith(letters[:size]))
