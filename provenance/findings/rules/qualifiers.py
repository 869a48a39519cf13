"""Qualifiers: do the words beside a passage negate, limit or hedge it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.findings.normalization.tokens import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import JudgingContext
    from provenance.findings.normalization.tokens import Token

# A qualifier further from the kept words than this, in words, does not qualify them.
NEAR = 3
# A longer remainder is a sentence of its own that happens to have no full stop.
REMAINDER = 25
_HEADS: Final = ("condition", "exception", "contrast")
_TAILS: Final = ("negators", "trailing_hedges")
# Such words before a noun say how many of them: "some of the teachers".
_COUNTING: Final = frozenset({"none", "few", "some", "many", "half", "most", "only"})


def heads_clause(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether a condition, an exception or a contrast comes first, an "and" before it or not."""
    words = [unit.word for unit in units[: NEAR + 2]]
    first = int(bool(words) and words[0] in context.lexicon.words("and_words") and len(words) > 1)
    return any(_headed(units, first, name, context) for name in _HEADS)


def _headed(units: Sequence[Token], first: int, name: str, context: JudgingContext) -> bool:
    """Whether an entry stands at a place; "until Friday" says when and sets no condition."""
    hit = context.lexicon.words(name).at([unit.word for unit in units], first) if first < len(units) else None
    if hit is None:
        return False
    following = units[hit.last].value if hit.last < len(units) else None
    return following is None or isinstance(following, Quantity)


def qualifies_back(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether what follows takes back some of what was kept: it begins with "but", "unless", "if" or ends it "not"."""
    words = [unit.word for unit in units[: NEAR + 2]]
    tail = bool(words) and any(context.lexicon.words(name).at(words, 0) for name in _TAILS)
    return tail or heads_clause(units, context)


def breaks_off(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether words end inside a condition or an exception: "except for", "as long as". Single words may be adverbs."""
    words = [unit.word for unit in units[-NEAR - 2 :]]
    hits = [hit for name in ("condition", "exception") for hit in context.lexicon.words(name).hits(words)]
    return any(hit.last == len(words) and len(hit.entry) > 1 for hit in hits)


def qualifies_forward(units: Sequence[Token], context: JudgingContext, *, parted: bool = False) -> bool:
    """Whether what stands before governs what was kept: "If …," at the beginning, or "not", "may" just before it.

    Args:
        units: The words before, in order.
        context: The comparison.
        parted: Whether a comma or the like parts them from what was kept: then only a clause before governs it.
    """
    if not units or len(units) > REMAINDER:
        return False
    words = [unit.word for unit in units]
    headed = any(context.lexicon.words(name).at(words, 0) for name in ("condition", "exception"))
    if headed and len(units) >= NEAR:
        return True
    if parted:
        return False
    last = len(words)
    near = range(max(0, last - NEAR - 1), last)
    governs = [
        place
        for place in near
        for name in ("negators", "modal_hedges")
        if context.lexicon.words(name).at(words, place) and not _is_name(units[place])
    ]
    pseudo = any(context.lexicon.words("pseudo_negation").at(words, place) for place in near)
    after = units[governs[-1] + 1 :] if governs else ()
    joined = any(
        unit.word in context.lexicon.words("and_words") for unit in after
    )  # "or not at all, and that …"
    return bool(governs) and not pseudo and not joined and not context.content(after)


def _is_name(unit: Token) -> bool:
    """Whether a word with a capital inside a sentence is a name, or a month: "in May"."""
    return unit.capitalised and not unit.opens


def counts_forward(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether the last words before what was kept say how many of them there are: "most of the", "a third of"."""
    content = context.content(units)
    place = len(units) - 1
    while place >= 0 and not _counts(units, place, context):
        if units[place] in content:
            return False
        place -= 1
    return place >= 0


def _counts(units: Sequence[Token], place: int, context: JudgingContext) -> bool:
    hit = context.lexicon.words("quantifiers").at([unit.word for unit in units], place)
    links = ("date_links", "unit_links")
    linked = place + 1 < len(units) and any(
        units[place + 1].word in context.lexicon.words(name) for name in links
    )
    fraction = linked and isinstance(units[place].value, Quantity)
    return fraction or (hit is not None and hit.group in _COUNTING)


def denies_forward(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether the sentence says of what was kept that it is not so: "it is not true that", "there is no proof that"."""
    words = [unit.word for unit in units]
    denials = context.lexicon.words("denials")
    for place in range(len(words)):
        hit = denials.at(words, place)
        if hit and not context.content(units[hit.last :]):
            return True
    return False
