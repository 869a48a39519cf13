"""The beginning and the end of an excerpt against what the source has in their place.

An alignment ends where excerpt and source last agree. An excerpt that begins "The board warned", where the source has
"The Federal Office of Water Supply warned", has put nothing in: one name stands for another. Nor has one that ends with
"12%", where the source has "twelve per cent".
"""

from collections.abc import Sequence
from dataclasses import replace

from provenance.alignment.alignment import Disclosure, Placement, VariantKind
from provenance.findings.context import Change
from provenance.findings.edits.edit import AlignedTokens
from provenance.findings.normalization.comparison import differing
from provenance.findings.normalization.tokens import Token
from provenance.languages.sentences import splitter
from provenance.text.document import Passage
from provenance.text.span import Span, hull

_LONGEST = 8  # longer stretches do not answer each other word by word
_PARTING = '"“”„«»:;'  # beyond these signs somebody else speaks, or the sentence begins anew


def with_edges_answered(
    changes: Sequence[Change], placements: Sequence[Placement], sides: AlignedTokens
) -> tuple[Change, ...]:
    """The changes, with words put in at the beginning of the excerpt set against the source's words there.

    At its end, where the source may go on at any length, only the same words in another dress answer them. Changes and
    placements are in the excerpt's order.
    """
    if not changes or not placements:
        return tuple(changes)
    first = changes[0]
    if _is_put_in(first) and first.excerpt.span.start <= sides.excerpt.items[0].span.start:
        first = _answered(first, _before(placements[0].source), sides)
    *between, last = first, *changes[1:]
    if between and _is_beyond(last, sides):
        return tuple(between)
    if _is_put_in(last) and last.excerpt.span.end >= sides.excerpt.items[-1].span.end:
        last = _redressed(last, _behind(placements[-1].source), sides)
    return (*between, last)


def _is_beyond(change: Change, sides: AlignedTokens) -> bool:
    """Whether a change is but words of the source behind the last one that the excerpt has.

    "5 million dollars" has "$5 million" for its counterpart, and leaves its last word without any.
    """
    items = sides.excerpt.items
    plain = change.disclosure is Disclosure.UNDECLARED and change.kind is VariantKind.SUBSTITUTION
    at_end = bool(items) and change.variants[-1].excerpt.span.end >= items[-1].span.end
    if not (plain and at_end and change.lost) or change.gained or change.excerpt.text:
        return False
    return change.lost[-1].span.end >= change.variants[-1].source.span.end


def _is_put_in(change: Change) -> bool:
    plain = change.disclosure is Disclosure.UNDECLARED and change.kind is VariantKind.ADDITION
    return plain and not change.lost and 0 < len(change.gained) <= _LONGEST


def _before(placed: Passage) -> Passage:
    start = placed.span.start
    first = splitter().at(placed.document, start).start
    text = placed.document.text[first:start]
    parted = max(text.rfind(sign) for sign in _PARTING) + 1
    return Passage(placed.document, Span(min(first + parted, start), start))


def _behind(placed: Passage) -> Passage:
    end = placed.span.end
    last = max(end, splitter().at(placed.document, max(end - 1, 0)).end)
    text = placed.document.text[end:last]
    parted = min((at for sign in _PARTING if (at := text.find(sign)) >= 0), default=len(text))
    return Passage(placed.document, Span(end, end + parted))


def _redressed(change: Change, behind: Passage, sides: AlignedTokens) -> Change:
    """A change without the words with which an excerpt ends, if the source's next words are the same in another dress."""
    theirs = tuple(unit for unit in sides.source.between(behind.span) if behind.span.covers(unit.span))
    ours = sides.excerpt.between(change.excerpt.span)
    rows = (theirs[:size] for size in range(1, min(len(theirs), _LONGEST) + 1))
    same = next((row for row in rows if differing(ours, row, sides.lexicon) == ((), ())), None)
    if same is None:
        return change
    source = behind.document.passage(same[0].span.start, same[-1].span.end)
    allowed = tuple(replace(variant, disclosure=Disclosure.PERMITTED) for variant in change.variants)
    return Change(allowed, change.excerpt, source)


def _answered(change: Change, beside: Passage, sides: AlignedTokens) -> Change:
    theirs = tuple(unit for unit in sides.source.between(beside.span) if beside.span.covers(unit.span))
    ours = sides.excerpt.between(change.excerpt.span)
    theirs = _same_words(ours, theirs, sides) or theirs
    if not 0 < len(theirs) <= _LONGEST:
        return change
    gained, lost = differing(ours, theirs, sides.lexicon)
    source = beside.document.passage(theirs[0].span.start, theirs[-1].span.end)
    if gained or lost:
        place = hull(unit.span for unit in lost) if lost else Span(source.span.end, source.span.end)
        return change._replace(source=replace(source, span=place), gained=gained, lost=lost)
    allowed = tuple(replace(variant, disclosure=Disclosure.PERMITTED) for variant in change.variants)
    return Change(allowed, change.excerpt, source)


def _same_words(ours: Sequence[Token], theirs: Sequence[Token], sides: AlignedTokens) -> tuple[Token, ...]:
    """The source's words next to the placed ones that are an excerpt's first in another dress; else none.

    So are "31" for "Thirty-one" and the pieces of a word that a PDF broke: "appropr iate".
    """
    sizes = range(1, min(len(theirs), _LONGEST) + 1)
    rows = (tuple(theirs[-size:]) for size in sizes)
    return next((row for row in rows if differing(ours, row, sides.lexicon) == ((), ())), ())
