"""Words as detection counts them, and those at the ends of a stretch of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.languages.cues import language as language_of
from provenance.languages.phrases import Word
from provenance.text.span import Span

_WORD = re.compile(r"\w+")
_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u9fff]")  # letters of words that do not stand apart


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
