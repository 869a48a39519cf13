"""Signals: words by which a note sends its reader to other works than the one that holds the words before it."""

from __future__ import annotations

import re

from provenance.articles.apparatus.annotations import vocabulary
from provenance.text.folding import fold_word

_WORD = re.compile(r"[\w'’]+")
_LONGEST = 160  # characters in which a signal stands
_FARTHEST = 20  # words from "on" to "see"


def cites_other(words: str) -> bool:
    """Whether a piece of a note cites for something else: "see also", "On the history of the bridge see …", "see … generally"."""
    said = [fold_word(word) for word in _WORD.findall(words[:_LONGEST]) if not word.isdecimal()]
    if any(" ".join(said[:length]) in vocabulary("other_works") for length in (3, 2, 1)):
        return True
    begins_about = bool(said) and said[0] in vocabulary("about")
    seen = [at for at, word in enumerate(said[:_FARTHEST]) if word in vocabulary("see")]
    return bool(seen) and ((begins_about and seen[-1] > 0) or said[-1] in vocabulary("generally"))
