"""Names: whether two of them may be one person's, or say no more than an office."""

from __future__ import annotations

import re
from typing import Final

from provenance.languages.apparatus import vocabulary
from provenance.languages.notices import notice
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.span import Span
from provenance.text.tokens import folded_words, is_unspaced

# Shorter words of two names are no sign that they are one person's.
_LEAST_LETTERS: Final = 3
_SURNAME: Final = 2  # signs by which a person is called again where names have no spaces
_ALIAS_WITHIN: Final = 60  # code points between two names of one person


def share_a_name(one: str, other: str) -> bool:
    """Whether two names may belong to one person: they have a word of three letters or more in common."""
    if is_unspaced(one[:1]):
        return one in other or other in one or one[:_SURNAME] == other[:_SURNAME]
    words = ({word for word in folded_words(name) if len(word) >= _LEAST_LETTERS} for name in (one, other))
    return bool(set.intersection(*words))


def is_office(label: str) -> bool:
    """Whether a label names an office, which may be anybody's: "THE CHAIR", "MODERATOR"."""
    words = [fold_word(word) for word in label.split()]
    return bool(words) and (words[-1] in vocabulary("offices") or words[0] in vocabulary("articles"))


def speaks_for_another(text: str) -> bool:
    """Whether a text says that somebody speaks for somebody else."""
    return notice("on_behalf").search(text) is not None


def may_be_one(named: str, told: str, region: Span, document: Document) -> bool:
    """Whether two names may belong to one person, or one person speak for the other.

    Args:
        named: The name that the article gives.
        told: The one that the source gives.
        region: The source's words with what says whose they are.
        document: The source.
    """
    text = document.text
    sentence = text[region.start : region.end + _ALIAS_WITHIN].partition("\n")[0]
    if share_a_name(named, text[region.start : region.end]) or speaks_for_another(sentence):
        return True
    one, other = (re.escape(name.split()[-1]) for name in (named, told))
    near = re.compile(
        rf"\b(?:{one}\b(.{{0,{_ALIAS_WITHIN}}}?)\b{other}|{other}\b(.{{0,{_ALIAS_WITHIN}}}?)\b{one})\b"
    )
    return any(notice("alias").search(found[1] or found[2] or "") for found in near.finditer(text))
