"""Pieces: the words of a text with contractions, elisions and dotted abbreviations taken apart or put together, and a row of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from provenance.languages.lexicon import Hit, Lexicon
from provenance.languages.politeness import cut_plainly, polite_endings
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.memo import of_each_word
from provenance.text.span import Span

_DOTTED = re.compile(r"\.(?<=[^\W\d_]\.)[^\W\d_]")
_FEWEST_STARS = 2  # so many stars hide letters; one or two behind a word call a note or set it off
_FEWEST_HYPHENS = 3
_HEAD = 3  # letters before dashes that hide the rest
_STARS = "*_•"
_MASK = re.compile(r"\*+|_+|•+|-+|[–—]+")
# Signs that may hide letters, behind one: where none stands, no piece is looked at for them.
_HIDDEN = re.compile(r"[*_•–—-](?<=[^\W\d_].)(?:(?<=[–—])|(?<=-)--|(?<=[*_•])[*_•])")

# Any of these between two words opens a sentence or a quotation.
_OPENERS = frozenset('\n“«„"!?…。！？')
_Parts = tuple[tuple[str, int], ...]


class Piece(NamedTuple):
    """One word, number or sign."""

    word: str  # folded; a contraction's second half is spelled out (`n't` is `not`)
    text: str  # as it stands
    span: Span  # where it stands in the document
    gap: str = " "  # what stands between the piece before it and this one
    short: bool = False  # whether it is a contracted verb that can be read in more than one way (`'s`)

    @property
    def opens(self) -> bool:
        """Whether a sentence, a paragraph or a quotation begins with it."""
        gap = self.gap
        if gap == " ":
            return False
        return not _OPENERS.isdisjoint(gap) or (gap[:1] == "." and gap[1:2].isspace())


# Its gap joins it to nothing.
_NONE: Final = Piece("", "", Span(0, 0), gap=".")


class PieceRow:
    """Pieces in a row with their words and the word lists of their language; beyond either end stand empty pieces."""

    __slots__ = ("lexicon", "pieces", "words")

    def __init__(self, pieces: Sequence[Piece], lexicon: Lexicon) -> None:
        self.pieces: Final = pieces
        self.words: Final = tuple(piece.word for piece in pieces)
        self.lexicon: Final = lexicon

    def __len__(self) -> int:
        return len(self.pieces)

    def at(self, index: int) -> Piece:
        """The piece at an index."""
        return self.pieces[index] if 0 <= index < len(self.pieces) else _NONE

    def word(self, index: int) -> str:
        """The word at an index."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def has(self, name: str, index: int) -> bool:
        """Whether the word at an index is in a list."""
        return self.word(index) in self.lexicon.words(name)

    def entry(self, name: str, index: int) -> Hit | None:
        """The entry of a list that begins at an index."""
        return self.lexicon.words(name).at(self.words, index) if 0 <= index < len(self.words) else None

    def unit(self, index: int) -> Hit | None:
        """The unit whose name begins at an index."""
        return self.lexicon.units.at(self.words, index) if 0 <= index < len(self.words) else None

    def passing(self, name: str, index: int) -> int:
        """The first index from one on at which no word of a list stands."""
        while self.has(name, index):
            index += 1
        return index


def pieces_of(document: Document, span: Span, lexicon: Lexicon) -> tuple[Piece, ...]:
    """The pieces of a stretch of a document, in order."""
    text, whole = document.text, _taken_apart(document.text, span, lexicon)
    dotted = _DOTTED.search(text, span.start, span.end)
    if not dotted and not _HIDDEN.search(text, span.start, span.end + _FEWEST_HYPHENS):
        return tuple(whole)
    joined = list(_acronyms_joined(whole, text, lexicon)) if dotted else whole
    joined = list(_masks_joined(joined, text, lexicon))
    gaps = ("\n", *(text[one.span.end : other.span.start] for one, other in pairwise(joined)))
    return tuple(piece._replace(gap=gap) for piece, gap in zip(joined, gaps, strict=False))


def _taken_apart(text: str, span: Span, lexicon: Lexicon) -> list[Piece]:
    found: list[Piece] = []
    readings, gap, end = _readings(lexicon), "\n", span.start
    polite = {
        each.start + at
        for each in polite_endings(text, span.start, span.end)
        for at in range(len(each.plain))
    }
    for rows in cut_plainly(text, span.start, span.end):
        for word, start, until in zip(*rows, strict=True):
            if found:
                gap = text[end:start]
            end = until
            clipped = gap[-1:] in {"'", "’"} and f"'{word.lower()}" in lexicon.contractions  # "'cause"
            meaning, parts = readings[f"'{word}" if clipped else word]
            if parts is None:
                short = start in polite and meaning in lexicon.second_readings
                shown = text[start:end] if polite else word
                found.append(Piece(meaning, shown, Span(start, end), gap, short))
            else:
                found += _laid_out(parts, word, start, gap, lexicon)
    return found


@of_each_word
def _readings(lexicon: Lexicon, text: str) -> tuple[str, _Parts | None]:
    """What each word of a text stands for in a language, and what it is made of, where it is of several."""
    word = fold_word(text)
    parts = _parts(word, lexicon) if "'" in word or word in lexicon.contractions else None
    return lexicon.acronyms.get(text, word), parts


def _parts(word: str, lexicon: Lexicon) -> _Parts | None:
    """What a word with an apostrophe is made of: each part and how many characters of the word it takes up."""
    full = lexicon.contractions.get(word)
    if full is not None:
        return _shared_out(word, full)
    head, _, tail = word.partition("'")
    if head in lexicon.elisions and tail:
        return ((lexicon.elisions[head], len(head) + 1), (tail, len(tail)))
    ending = "'" + word.rpartition("'")[2]
    verb = lexicon.contracted_endings.get(ending)
    return ((word.removesuffix(ending), len(word) - len(ending)), (verb, len(ending))) if verb else None


def _shared_out(word: str, full: Sequence[str]) -> _Parts:
    """The words of a contraction, the last one on the characters from the apostrophe's letter on."""
    if len(full) == 1:
        return ((full[0], len(word)),)
    cut = word.rfind("n't") if "n't" in word else max(word.rfind("'"), len(word) - 3)
    cut = cut if cut > 0 else 1
    return (*((part, 0) for part in full[:-2]), (full[-2], cut), (full[-1], len(word) - cut))


def _laid_out(parts: _Parts, text: str, place: int, gap: str, lexicon: Lexicon) -> Iterator[Piece]:
    start = 0
    for word, width in parts:
        end = min(start + width, len(text)) if (word, width) != parts[-1] else len(text)
        short = text[start:end][:1] in "'’" and word in lexicon.second_readings
        yield Piece(word, text[start:end], Span(place + start, place + end), gap, short)
        start, gap = end, ""


def _acronyms_joined(pieces: Sequence[Piece], text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """``U.S`` as one piece with its dots gone, and so for any letters with nothing but a dot between."""
    index = 0
    while index < len(pieces):
        last = index
        while last + 1 < len(pieces) and _dotted(pieces[last], pieces[last + 1], text):
            last += 1
        row = pieces[index : last + 1]
        letters, word = "".join(piece.text for piece in row), "".join(piece.word for piece in row)
        place = Span(row[0].span.start, row[-1].span.end)
        yield row[0] if last == index else Piece(lexicon.acronyms.get(letters, word), letters, place)
        index = last + 1


def _masks_joined(pieces: Sequence[Piece], text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """``b****y``, ``b-----`` and ``b—y`` as one piece, with the signs that hide its letters."""
    index = 0
    while index < len(pieces):
        piece, after = pieces[index], index + 1
        start, end = piece.span.start, piece.span.end
        following = pieces[after] if after < len(pieces) and pieces[after].text.isalpha() else None
        signs = _MASK.match(text, end) if piece.text.isalpha() else None
        joined = following if signs and following and following.span.start == signs.end() else None
        if signs is None or not _hides(piece, signs[0], joined, lexicon):
            yield piece
            index = after
            continue
        end, index = (joined.span.end, after + 1) if joined else (signs.end(), after)
        yield Piece(text[start:end].lower(), text[start:end], Span(start, end))


def _hides(piece: Piece, signs: str, joined: Piece | None, lexicon: Lexicon) -> bool:
    """Whether signs behind a word hide letters: stars do, dashes behind a letter or two that are no word."""
    if signs[0] in _STARS:
        return len(signs) >= _FEWEST_STARS
    if len(piece.text) > _HEAD or piece.word in lexicon.words("function_words") or piece.text.isupper():
        return False
    short = joined is not None and len(piece.text) == len(joined.text) == 1
    return len(signs) >= (_FEWEST_HYPHENS if signs[0] == "-" else 1 if short else _FEWEST_STARS)


def _dotted(one: Piece, other: Piece, text: str) -> bool:
    letters = len(one.text) == 1 and len(other.text) == 1 and one.text.isalpha() and other.text.isalpha()
    return letters and text[one.span.end : other.span.start] == "."
