"""Lists behind a colon: what stands before it is said of each item, and no item of another: "Three myths: it leaks; it hums; …"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.governor import CLAIMING, LIMITING, NEGATING, GovernorClass
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.reading import ReadSentence
from provenance.text.span import Span

_SEMICOLONS: Final = ";；؛"
_NUMBERED: Final = re.compile(r"\n\s*(?:\(?\w{1,3}[.)°]|[-–—•*])\s*$")
_GOVERNING: Final = NEGATING | CLAIMING | {GovernorClass.CONDITION, GovernorClass.HEDGE}


def as_items(sentence: ReadSentence) -> ReadSentence:
    """A sentence without the items of its list of which nothing is kept, the others clauses of the head if it governs.

    A sentence that is no list stays as it is.
    """
    colon = next((at for at in range(1, len(sentence.tokens)) if _begins_list(at, sentence)), None)
    if colon is None:
        return sentence
    starts = [
        at
        for at in range(colon + 1, len(sentence.tokens))
        if any(sign in sentence.gaps[at] for sign in _SEMICOLONS) or _NUMBERED.search(sentence.gaps[at])
    ]
    if not starts:
        return sentence
    if any(sentence.kept[:colon]):
        return _without_last_items(sentence, starts)
    items = [range(*pair) for pair in pairwise([colon, *starts, len(sentence.tokens)])]
    kept = [item for item in items if any(sentence.kept[item.start : item.stop])]
    join = next(iter(sentence.lexicon.words("complementizers").groups), None)
    head = sentence._replace(kept=tuple(at >= colon for at in range(len(sentence.kept))))
    governs = join is not None and any(
        each.first < colon and each.kind in _GOVERNING for each in governors_of(head)
    )
    places = [*range(colon), *(at for item in kept for at in item)]
    rows = [(sentence.tokens[at], sentence.gaps[at], sentence.kept[at]) for at in places]
    if governs and join is not None:
        place = rows[colon][0].span.start
        first, *rest = rows[colon:]
        rows[colon:] = [
            (Token(join[0], join[0], Span(place, place)), " ", False),
            (first[0], " ", first[2]),
            *rest,
        ]
    tokens, gaps, keeps = zip(*rows, strict=True)
    return sentence._replace(
        tokens=tokens, words=tuple(token.word for token in tokens), gaps=gaps, kept=keeps
    )


def _without_last_items(sentence: ReadSentence, starts: Sequence[int]) -> ReadSentence:
    """A sentence without the items behind the last kept one, unless one of them limits: they say nothing of the head."""
    last = max(at for at, keeps in enumerate(sentence.kept) if keeps)
    end = next((at for at in starts if at > last), len(sentence.tokens))
    if any(each.first >= end and each.kind in LIMITING for each in governors_of(sentence)):
        return sentence
    return sentence._replace(
        tokens=sentence.tokens[:end],
        words=sentence.words[:end],
        gaps=sentence.gaps[:end],
        kept=sentence.kept[:end],
    )


def _begins_list(index: int, sentence: ReadSentence) -> bool:
    """Whether a colon or a dash stands before a word, or it is the letter or number of an item: "means a) a barge; b) …"."""
    gap, behind = sentence.gaps[index], "".join(sentence.gaps[index + 1 : index + 2])
    return (
        ":" in gap
        or bool(_NUMBERED.search(gap))
        or gap.startswith("—")
        or (len(sentence.words[index]) == 1 and behind.startswith(")"))
    )
