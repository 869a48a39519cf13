"""Words as detection counts them, those at the ends of a text, and what a text or a block shows by itself."""

import re
from collections.abc import Sequence
from functools import cache
from math import log

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.model import Candidate
from provenance.files.reading import shipped
from provenance.languages.cues import Word
from provenance.languages.cues import language as language_of
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.signs import CLOSING_MARKS, SENTENCE_ENDS
from provenance.text.span import Span

_WORD = re.compile(r"\w+")
_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u9fff]")  # letters of words that do not stand apart
_TITLE_WORD = re.compile(r"(?<=\s)(\w)\S{3}")  # four signs and more of a word, which a title sets in capitals
_ENDS = tuple(SENTENCE_ENDS)
_BEHIND_END = f"{CLOSING_MARKS} \u00a0\u202f\n"
_LONGEST_SIGNATURE = 90  # characters
_MOST_CERTAIN = 3  # log-odds


def folded(text: str) -> str:
    """The words of a text, with nothing else between them."""
    return " ".join(_WORD.findall(text.casefold()))


def count_words(text: str) -> int:
    """How many words a text has; two characters count as one where words do not stand apart."""
    spaceless = 0 if text.isascii() else len(_SPACELESS.findall(text))
    if spaceless > len(text) / 3:
        return (len(text) + 1) // 2
    return sum(word[0].isalnum() or any(map(str.isalnum, word)) for word in text.split())


def last_words(annotated: AnnotatedArticle, span: Span, count: int, *, read: int) -> Sequence[Word]:
    """The last words and stops of a stretch of text, at most so many, from its last ``read`` characters."""
    start = max(span.start, span.end - read)
    parts = annotated.text[start : span.end].rsplit(maxsplit=count)  # each holds one or more of them
    start += len(parts[0]) if len(parts) > count else 0
    return language_of(annotated.language).words(annotated.text, start, span.end)[-count:]


def first_words(annotated: AnnotatedArticle, span: Span, count: int, *, read: int) -> Sequence[Word]:
    """The first words and stops of a stretch of text, at most so many, from its first ``read`` characters."""
    end = min(span.end, span.start + read)
    parts = annotated.text[span.start : end].split(maxsplit=count)
    end -= len(parts[-1]) if len(parts) > count else 0
    return language_of(annotated.language).words(annotated.text, span.start, end)[:count]


def ends_sentence(annotated: AnnotatedArticle, index: int) -> bool:
    """Whether a block ends a sentence."""
    return annotated.block_text(index).rstrip(_BEHIND_END).endswith(_ENDS)


def is_signature(annotated: AnnotatedArticle, index: int) -> bool:
    """Whether a block is a short line that ends no sentence and quotes nothing."""
    return (
        index < len(annotated.blocks)
        and not ends_sentence(annotated, index)
        and len(annotated.blocks[index].span) <= _LONGEST_SIGNATURE
        and not annotated.quotations_in(index)
    )


def capitals_in(text: str) -> tuple[int, int]:
    """How many of the longer words of a text, the first word left out, begin with a capital, and how many there are."""
    longer = [letter for letter in _TITLE_WORD.findall(text.lstrip()) if letter.isalpha()]
    return sum(map(str.isupper, longer)), len(longer)


def numbers_share(text: str) -> float:
    """The share of the words of a text that hold a digit."""
    words = _WORD.findall(text)
    return sum(any(map(str.isdigit, word)) for word in words) / max(1, len(words))


def has_first_person(text: str, language: str) -> bool:
    """Whether a word of a text speaks in the first person, as far as the language names any."""
    own = lexicon_of(language).words("pronouns_first")
    return any(word in own for word in _WORD.findall(text.casefold()))


def log_odds(probability: float) -> float:
    """The log-odds of a probability, as a share of the greatest that counts."""
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return max(-1.0, min(1.0, log(bounded / (1 - bounded)) / _MOST_CERTAIN))


def label_of(candidate: Candidate) -> str:
    """The word with which a passage begins."""
    return candidate.text.split(maxsplit=1)[0].rstrip(":.!").casefold()


@cache
def word_lists(kind: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """For each language the words of one kind in things.toml, and those phrases that are more than one word or stand unspaced."""
    data = shipped(__file__, "things.toml")
    return {
        language: (
            frozenset(entries),
            tuple(entry for entry in entries if " " in entry or entry[0] > "\u2e80"),
        )
        for language, entries in data[kind].items()
    }
