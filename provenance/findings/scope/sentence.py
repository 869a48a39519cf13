"""ReadSentence: the words of one sentence, which of them a quotation keeps, and what stands between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from provenance.findings.normalization.tokens import Token
    from provenance.languages.lexicon import Lexicon, WordList
    from provenance.text.document import Document

COMMAS: Final = ",،、，՝"
# Beyond these another clause stands, which no word before them governs.
_PARTING: Final = frozenset(";:—–()[]·؛；：。?!？！\n")
ASKING: Final = frozenset("?？؟;")
_CLOSING: Final = frozenset(" \u00a0\u202f\"'”’»“«」』)]")


class ReadSentence(NamedTuple):
    """One sentence, word by word.

    Attributes:
        tokens: Its words, figures and dates.
        gaps: What stands before each of them; of the first one, nothing.
        kept: Whether a quotation keeps each of them.
        asks: Whether the sentence ends with a question mark.
        lexicon: The word lists of its language.
    """

    tokens: tuple[Token, ...]
    gaps: tuple[str, ...]
    kept: tuple[bool, ...]
    asks: bool
    lexicon: Lexicon

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as the lists know them."""
        return tuple(token.word for token in self.tokens)

    def has(self, name: str, index: int) -> bool:
        """Whether an entry of a list begins at a word."""
        words = self.lexicon.words(name)
        hit = words.at(self.words, index)
        return hit is not None and (len(hit.entry) > 1 or self.is_spelled(index, words))

    def is_spelled(self, index: int, words: WordList) -> bool:
        """Whether the accents of a word are those of the entry that it folds to: Italian "è" is no "e", "sì" no "si"."""
        token = self.tokens[index]
        pairs = zip(token.text.lower(), token.word, strict=False)
        if len(token.text) == len(token.word) and any(one > "\x7f" and one != other for one, other in pairs):
            return token.word not in words.plain
        return len(token.word) > 1 or token.word in words.plain or not token.word.isalpha()

    def is_content(self, index: int) -> bool:
        """Whether a word says something by itself: no article, pronoun, preposition, auxiliary or manner adverb."""
        token = self.tokens[index]
        if token.value is not None:
            return True
        adverb = self.lexicon.language == "en" and token.word.endswith("ly")
        return not adverb and token.word not in self.lexicon.words("function_words")

    def content_between(self, first: int, last: int) -> list[int]:
        """The indices of the content words of a range."""
        return [index for index in range(first, last) if self.is_content(index)]

    def has_comma(self, index: int) -> bool:
        """Whether a comma stands before a word."""
        return any(sign in COMMAS for sign in self.gaps[index])

    def is_parted(self, first: int, last: int) -> bool:
        """Whether a sign that ends a clause stands before one of the words of a range."""
        return any(
            _PARTING.intersection(self.gaps[index]) or "- " in self.gaps[index]
            for index in range(first, last)
        )


def read_sentence(
    document: Document, tokens: Sequence[Token], kept: Callable[[Token], bool], lexicon: Lexicon, *, end: int
) -> ReadSentence:
    """A sentence with its words.

    Args:
        document: The text.
        tokens: The words, at least one.
        kept: Whether a quotation keeps a word.
        lexicon: The word lists of the language.
        end: Where the sentence ends, in code points.
    """
    text = document.text
    gaps = ("", *(text[one.span.end : other.span.start] for one, other in pairwise(tokens)))
    return ReadSentence(
        tuple(tokens),
        gaps,
        tuple(map(kept, tokens)),
        asks_at(text[tokens[-1].span.end : end], lexicon),
        lexicon,
    )


def asks_at(signs: str, lexicon: Lexicon) -> bool:
    """Whether the signs behind a sentence's last word make a question of it."""
    asking = ASKING if lexicon.language == "el" else ASKING - {";"}
    return any(sign in asking for sign in signs)
