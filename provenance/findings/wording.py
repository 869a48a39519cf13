"""Wording: how a message names the words that it is about."""

import re
from collections.abc import Sequence

from provenance.findings.normalization.tokens import Token
from provenance.text.document import Passage

# A quoted text is shortened to about so many characters; what an ellipsis stands for is shown at greater length.
_LONGEST = 80
AT_LENGTH = 400
_PHRASE = 2  # so many spaces and more make a sentence, whose full stop is no part of the words
_OUTER = ' ,;:"“”„«»'
_LAST_SENTENCE_END = re.compile(r"[.!?…]+\s+")  # of the sentence before


def quoted(text: str, longest: int = _LONGEST) -> str:
    """A text in curly quotation marks, on one line, its outer commas and marks gone, shortened at a word's border."""
    words = " ".join(text.split())
    begun = _LAST_SENTENCE_END.match(words)
    bare = _LAST_SENTENCE_END.sub("", words.strip(_OUTER), count=1) if begun else words
    bare = bare.strip(_OUTER) or words
    if bare.endswith(".") and bare.count(" ") >= _PHRASE and bare.count(".") == 1:
        bare = bare[:-1]
    return f"“{_shortened(bare, longest)}”"


def _shortened(words: str, longest: int) -> str:
    if len(words) <= longest:
        return words
    head = words[: longest // 2 + 1].rsplit(" ", 1)[0][: longest // 2]
    tail = words[-longest // 2 - 1 :].split(" ", 1)[-1][-longest // 2 :]
    return f"{head} … {tail}"


def put_in(passage: Passage) -> str:
    """The message of an addition."""
    return f"puts in {quoted(passage.text)}"


def left_out(passage: Passage) -> str:
    """The message of an omission."""
    return f"leaves out {quoted(_with_closing_bracket(passage))}"


def _with_closing_bracket(passage: Passage) -> str:
    """The words, with the bracket behind them that closes one among them."""
    after = passage.document.text[passage.span.end : passage.span.end + 1]
    for opening, closing in ("()", "[]"):
        if after == closing and passage.text.count(opening) > passage.text.count(closing):
            return passage.text + after
    return passage.text


def became(source: Passage, excerpt: Passage) -> str:
    """The message of a substitution."""
    if not len(excerpt.span):
        return left_out(source)
    return f"{quoted(source.text)} became {quoted(excerpt.text)}" if len(source.span) else put_in(excerpt)


def unit_became(lost: Token, gained: Token) -> str:
    """The message of one figure, date or word in the place of another."""
    return f"{quoted(lost.text)} became {quoted(gained.text)}"


def listed(units: Sequence[Token]) -> str:
    """Some words, each in quotation marks."""
    return ", ".join(quoted(unit.text) for unit in units)
