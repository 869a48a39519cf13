"""The sentences that a quotation touches, in its source and in its article, word by word, with what they keep of it."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from provenance.excerpts.annotation.quotation_marks import Quotation, quotations
from provenance.findings.context import Change, JudgingContext
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.languages.cues import QUOTATIVE, language
from provenance.languages.lexicon import Lexicon, WordList, lists_begun
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.span import Span

COMMAS: Final = ",،、，՝"
# Beyond these another clause stands, which no word before them governs.
_PARTING: Final = frozenset(";:—–()[]·•|؛；：。?!？！\n")
_CIRCUMFLEXES: Final = str.maketrans("âîû", "aiu")  # which Turkish may leave out
_ACCENTED: Final = frozenset({"cs", "hu"})  # where no accent is left off
_STEM: Final = 2  # letters that two forms of a word share at least
_SAID: Final = ("said_neutral", "said_loaded", "evidence")
ASKING: Final = frozenset("?？؟;")


class ReadSentence(NamedTuple):
    """One sentence, word by word."""

    tokens: tuple[Token, ...]  # its words, figures and dates
    words: tuple[str, ...]  # its words as the lists know them
    gaps: tuple[str, ...]  # what stands before each of them; of the first one, nothing
    kept: tuple[bool, ...]  # whether a quotation keeps each of them
    asks: bool  # whether the sentence ends with a question mark
    lexicon: Lexicon  # the word lists of its language

    @property
    def own(self) -> list[int]:
        """The indices of the words that the quotation does not keep."""
        return [index for index, kept in enumerate(self.kept) if not kept]

    @property
    def first_kept(self) -> int:
        """The index of the first kept word; 0 where none is."""
        return self.kept.index(True) if True in self.kept else 0

    def has(self, name: str, index: int) -> bool:
        """Whether an entry of a list begins at a word."""
        words = self.lexicon.words(name)
        hit = words.at(self.words, index)
        return hit is not None and (len(hit.entry) > 1 or self.is_spelled(index, words))

    def having(self, names: tuple[str, ...], index: int) -> list[str]:
        """Those of some lists of which an entry begins at a word."""
        return [name for name in lists_begun(self.lexicon, names)[self.words[index]] if self.has(name, index)]

    def is_spelled(self, index: int, words: WordList) -> bool:
        """Whether the accents of a word are those of the entry that it folds to: Italian "è" is no "e", "sì" no "si"."""
        token = self.tokens[index]
        text = token.text.lower()
        if self.lexicon.language == "tr":
            text = text.translate(_CIRCUMFLEXES)
        pairs = zip(text, token.word, strict=False)
        if len(token.text) == len(token.word) and any(one > "\x7f" and one != other for one, other in pairs):
            return token.word not in words.plain
        apart = self.lexicon.language in _ACCENTED and (token.word,) in words.groups  # "meg" is no "még"
        return (len(token.word) > 1 and not apart) or token.word in words.plain or not token.word.isalpha()

    def says(self, index: int) -> bool:
        """Whether a word is a verb of saying or of finding out."""
        saying = language(self.lexicon.language).saying
        return self.tokens[index].text.casefold() in saying or self.reports(index)

    def reports(self, index: int) -> bool:
        """Whether a word is a verb of saying or of finding out that is in a list."""
        return bool(self.having(_SAID, index))

    def is_content(self, index: int) -> bool:
        """Whether a word says something by itself: no article, pronoun, preposition, auxiliary or manner adverb."""
        token = self.tokens[index]
        if token.value is not None:
            return True
        adverb = self.lexicon.language == "en" and token.word.endswith("ly")
        return not adverb and token.word not in self.lexicon.words("function_words")

    def is_form(self, one: str, other: str) -> bool:
        """Whether two words are forms of one; where particles end them, all but the last letter tells: "길은", "길이다"."""
        stem, least = self.lexicon.stem, len(one) - 1
        return stem(one) == stem(other) or (
            self.lexicon.verb_final and least > 0 and one[:least] == other[:least]
        )

    def content_between(self, first: int, last: int) -> list[int]:
        """The indices of the content words of a range."""
        return [index for index in range(first, last) if self.is_content(index)]

    def has_comma(self, index: int) -> bool:
        """Whether a comma stands before a word."""
        return any(sign in COMMAS for sign in self.gaps[index])

    def has_commas(self, first: int, last: int) -> bool:
        """Whether a comma stands before one of the words of a range."""
        return any(map(self.has_comma, range(first, last)))

    def is_parted(self, first: int, last: int) -> bool:
        """Whether a sign that ends a clause stands before one of the words of a range."""
        return any(
            _PARTING.intersection(self.gaps[index]) or "- " in self.gaps[index]
            for index in range(first, last)
        )


def read_sentence(
    document: Document, tokens: Sequence[Token], kept: Callable[[Token], bool], lexicon: Lexicon, *, end: int
) -> ReadSentence:
    """A sentence of some words, at least one, each kept by a quotation or not, up to where it ends in code points."""
    text = document.text
    gaps = ("", *(text[one.span.end : other.span.start] for one, other in pairwise(tokens)))
    return ReadSentence(
        tuple(tokens),
        tuple(token.word for token in tokens),
        gaps,
        tuple(map(kept, tokens)),
        asks_at(text[tokens[-1].span.end : end], lexicon),
        lexicon,
    )


def asks_at(signs: str, lexicon: Lexicon) -> bool:
    """Whether the signs behind a sentence's last word make a question of it."""
    asking = ASKING if lexicon.language == "el" else ASKING - {";"}
    return any(sign in asking for sign in signs)


# What stands before the mark that opens a speech; any other quotation is woven into the sentence around it.
_OPENING: Final = re.compile(r"(?:[,:;.!?…，：。！？—–-]|\n)\s{0,3}\Z")
_CLOSING: Final = re.compile(r"[,.!?…，。！？]\s{0,2}\Z")


def is_mended(change: Change) -> bool:
    """Whether brackets gave a word another ending: "accept[s]", "own[ed]", "mett[re]"."""
    if len(change.gained) != 1 or len(change.lost) != 1 or "[" not in change.excerpt.text[_STEM:]:
        return False
    one, other = change.gained[0].key, change.lost[0].key
    return one != other and one[:_STEM] == other[:_STEM]


def is_only_moved(change: Change, context: JudgingContext) -> bool:
    """Whether what an excerpt puts in the place of some words stands nearby in the source: "Wir" for "Wenn …, fangen wir"."""
    others = {unit.word for each in context.changes for unit in each.lost}
    return bool(change.gained) and all(unit.word in others for unit in change.gained)


def voice_at(document: Document, offset: int) -> int | None:
    """Where the speech in quotation marks begins that holds a place; None outside of speech."""
    block = document.block_at(offset)
    span = block.span if block else document.span
    for speech in _speeches(document, span):
        if speech.start <= offset < speech.end:
            return speech.start
    return None


@lru_cache(maxsize=16)
def _speeches(document: Document, block: Span) -> tuple[Span, ...]:
    """The words of each speech of a block: quotations that are set off, and not woven into the sentence around them."""
    return tuple(
        quotation.inner
        for quotation in quotations(document.text, block.start, block.end)
        if _is_speech(document, quotation, block)
    )


def _is_speech(document: Document, quotation: Quotation, block: Span) -> bool:
    before = document.text[max(block.start, quotation.outer.start - 4) : quotation.outer.start]
    inside = document.text[max(quotation.inner.start, quotation.inner.end - 3) : quotation.inner.end]
    behind = document.text[quotation.outer.end : quotation.outer.end + 1]
    ends = inside + (behind if behind in COMMAS else "")  # a stop ends the sentence that it is woven into
    reported = QUOTATIVE.match(document.text, quotation.outer.end)
    return not before.strip() or any((_OPENING.search(before), _CLOSING.search(ends), reported))


def article_sentence(context: JudgingContext) -> ReadSentence | None:
    """The article's own sentence around a quotation that stands in one; None where it stands by itself."""
    return _sentence_around(context.article.document, context.excerpt.span, context.lexicon)


@lru_cache(maxsize=16)  # several rules ask for it, and each source that an excerpt is laid against
def _sentence_around(document: Document, span: Span, lexicon: Lexicon) -> ReadSentence | None:
    split = splitter(lexicon.language)
    around = split.around(document, span)
    start, end = around.start, around.end
    block = document.block_at(span.start)
    if block is not None:
        rest = split.at(document, span.end).end if _goes_on(document, span.end) else end
        end = min(max(end, rest), block.span.end) if block.span.end >= span.end else end
    tokens = read_tokens(document, [Span(start, end)], lexicon).items
    if not tokens or all(span.overlaps(token.span) for token in tokens):
        return None
    return read_sentence(document, tokens, lambda token: span.overlaps(token.span), lexicon, end=end)


def _goes_on(document: Document, end: int) -> bool:
    """Whether the quoter's sentence goes on behind the mark that closes the quotation."""
    following = document.text[end : end + 40].lstrip("\"'”’»“«」』), \u00a0\u202f")
    return following[:1].islower()
