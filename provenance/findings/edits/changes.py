"""Changes: from an alignment's variants to edits that can be judged.

Variants that make one edit are put together ("Sept. 14" for "14 September"). What is the same in
another dress is called permitted.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from provenance.alignment.alignment import Disclosure, Variant, VariantKind
from provenance.findings.context import Change
from provenance.findings.edits.edit import AlignedTokens, Edit, is_tidied
from provenance.findings.normalization.comparison import differing
from provenance.findings.normalization.tokens import Token, Tokens
from provenance.text.document import Passage
from provenance.text.span import Span, hull

_Row = tuple["Token", ...]
_ROUNDS = 4  # how often an edit is widened to the figure or date that it is part of


def changes_of(variants: Sequence[Variant], sides: AlignedTokens) -> tuple[Change, ...]:
    """The edits that an alignment's variants make, in the excerpt's order."""
    edits: list[Edit] = []
    for variant, limit in zip(variants, _limits(variants), strict=True):
        edit = _touched(variant, sides, limit=limit)
        held = _jump(edits, edit)
        held = _continued(edits, edit, sides) if held is None else held
        if held is not None:
            edits[held] = _together(edits[held], edit)
        else:
            edits.append(edit)
    return tuple(_change(edit, sides) for edit in edits)


def _jump(edits: Sequence[Edit], edit: Edit) -> int | None:
    """The edit that another one continues: what is left out at one place is one omission, a caption amid it or not."""
    if not _is_silent(edit):
        return None
    for index in range(len(edits) - 1, -1, -1):
        last = edits[index].variants[-1]
        beside = last.excerpt.span.end == edit.variants[0].excerpt.span.start
        if not beside or last.kind is not VariantKind.OMISSION:
            return None
        if _is_silent(edits[index]):
            return index
    return None


def _continued(edits: Sequence[Edit], edit: Edit, sides: AlignedTokens) -> int | None:
    """The edit that another one belongs to, with nothing but allowed punctuation between them."""
    for index in range(len(edits) - 1, -1, -1):
        one = edits[index]
        if _belong(one, edit, sides):
            return index
        worded = one.quoted[0] < one.quoted[1] or one.source[0] < one.source[1]
        if worded or one.variants[0].disclosure is not Disclosure.PERMITTED:
            return None
    return None


def _is_silent(edit: Edit) -> bool:
    last = edit.variants[-1]
    silent = last.disclosure is Disclosure.UNDECLARED and last.kind is VariantKind.OMISSION
    return silent and not len(last.excerpt.span)


def _limits(variants: Sequence[Variant]) -> list[int | None]:
    """For each variant, where the next declared edit begins: no edit that nobody is told of reaches into it."""
    limits: list[int | None] = []
    following: int | None = None
    for variant in reversed(variants):
        limits.append(following)
        if variant.disclosure is Disclosure.DECLARED and len(variant.excerpt.span):
            following = variant.excerpt.span.start
    return limits[::-1]


def _touched(variant: Variant, sides: AlignedTokens, *, limit: int | None) -> Edit:
    """The units that a variant touches, widened until both sides end where a figure or date ends."""
    ours, theirs = variant.excerpt.span, variant.source.span
    if variant.disclosure is not Disclosure.UNDECLARED or variant.kind is VariantKind.TRANSPOSITION:
        return Edit((variant,), sides.excerpt.touching(ours), sides.source.touching(theirs))
    for _ in range(_ROUNDS):
        wider_ours = _widened(ours, sides.excerpt)
        wider_theirs = _widened(theirs, sides.source)
        mapped = _mapped(ours, wider_ours, theirs, through=sides.places.source_of)
        back = _mapped(theirs, wider_theirs, ours, through=sides.places.excerpt_of)
        grown = (hull((wider_ours, back)), hull((wider_theirs, mapped)))
        if grown == (ours, theirs):
            break
        ours, theirs = grown
    if limit is not None:
        ours = Span(ours.start, max(ours.start, min(ours.end, limit)))
    return Edit((variant,), sides.excerpt.touching(ours), sides.source.touching(theirs))


def _widened(span: Span, units: Tokens) -> Span:
    """A span widened to the figures and dates that it cuts or completes; words are left as they are."""
    first, last = units.touching(span)
    row = [unit.span for unit in units.items[first:last] if unit.value is not None or _cuts(unit.span, span)]
    return hull((span, *row))


def _cuts(unit: Span, span: Span) -> bool:
    return unit.start < span.start < unit.end or unit.start < span.end < unit.end


def _mapped(span: Span, wider: Span, other: Span, *, through: Callable[[int], int | None]) -> Span:
    """The other side's span, widened where this side's was."""
    start = through(wider.start) if wider.start < span.start else None
    end = through(wider.end) if wider.end > span.end else None
    low = other.start if start is None else min(start, other.start)
    return Span(low, other.end if end is None else max(end, other.end))


def _belong(one: Edit, other: Edit, sides: AlignedTokens) -> bool:
    """Whether two neighbouring edits are one."""
    told = {variant.disclosure for variant in (*one.variants, *other.variants)}
    kinds = {variant.kind for variant in (*one.variants, *other.variants)}
    one_place = one.quoted == other.quoted and one.quoted[0] == one.quoted[1]
    if len(told) == 1 and kinds == {VariantKind.OMISSION} and one_place:
        return Disclosure.PERMITTED not in told  # the pieces of one gap, parted by a heading or a caption
    if told == {Disclosure.DECLARED} and VariantKind.OMISSION not in kinds:
        return one.variants[-1].excerpt.span.end == other.variants[0].excerpt.span.start
    if told != {Disclosure.UNDECLARED} or VariantKind.TRANSPOSITION in kinds:
        return False
    sides_of = ((one.quoted, other.quoted), (one.source, other.source))
    shared = any(max(ours[0], theirs[0]) < min(ours[1], theirs[1]) for ours, theirs in sides_of)
    touch = one.quoted[1] == other.quoted[0] and one.source[1] == other.source[0]  # no kept word between
    opening, before = (
        (_opens(e.quoted, sides.excerpt), _opens(e.source, sides.source)) for e in (other, one)
    )
    # "We" put in before "'ll" of "We'll": the one side's sentence began with the edit before.
    both = other.quoted[0] < other.quoted[1] and other.source[0] < other.source[1]
    begun = both and opening[0] != opening[1] and before == opening[::-1]
    return shared or (touch and (begun or not any(opening)))


def _opens(units: tuple[int, int], side: Tokens) -> bool:
    """Whether some units begin a sentence."""
    first, last = units
    return first < last and side.items[first].opens


def _together(one: Edit, other: Edit) -> Edit:
    return Edit(
        (*one.variants, *other.variants),
        (min(one.quoted[0], other.quoted[0]), max(one.quoted[1], other.quoted[1])),
        (min(one.source[0], other.source[0]), max(one.source[1], other.source[1])),
    )


def _change(edit: Edit, sides: AlignedTokens) -> Change:
    ours = sides.excerpt.items[slice(*edit.quoted)]
    theirs = sides.source.items[slice(*edit.source)]
    if edit.variants[0].kind is VariantKind.TRANSPOSITION:
        return _whole(edit.variants, ours, theirs)
    gained, lost = differing(ours, theirs, sides.lexicon)
    same = (not gained and not lost) or is_tidied(edit, sides)
    texts = edit.variants[0].excerpt.text + edit.variants[0].source.text
    told = ours or theirs or any(map(str.isalnum, texts))
    if same and told and edit.variants[0].disclosure is Disclosure.UNDECLARED:
        return _restyled(edit.variants, ours, theirs)
    if edit.variants[0].disclosure is not Disclosure.UNDECLARED or not (gained or lost):
        return _whole(edit.variants, gained, lost)
    return _narrowed(edit.variants, (ours, gained), (theirs, lost))


def _whole(variants: tuple[Variant, ...], gained: tuple[Token, ...], lost: tuple[Token, ...]) -> Change:
    excerpt = _around([variant.excerpt for variant in variants])
    return Change(variants, excerpt, _around([variant.source for variant in variants]), gained, lost)


def _restyled(variants: tuple[Variant, ...], ours: _Row, theirs: _Row) -> Change:
    """A change of dress alone, its passages widened to the whole figures and dates that it is about."""
    allowed = tuple(replace(variant, disclosure=Disclosure.PERMITTED) for variant in variants)
    change = _whole(allowed, (), ())
    excerpt = hull((change.excerpt.span, *(unit.span for unit in ours)))
    source = hull((change.source.span, *(unit.span for unit in theirs)))
    return change._replace(
        excerpt=replace(change.excerpt, span=excerpt), source=replace(change.source, span=source)
    )


def _narrowed(variants: tuple[Variant, ...], ours: tuple[_Row, _Row], theirs: tuple[_Row, _Row]) -> Change:
    """A change whose passages hold the changed words only; of each side all touched units and the changed ones are given."""
    excerpt = _around([variant.excerpt for variant in variants])
    source = _around([variant.source for variant in variants])
    return Change(variants, _telling(excerpt, *ours), _telling(source, *theirs), ours[1], theirs[1])


def _telling(passage: Passage, touched: _Row, changed: _Row) -> Passage:
    if len(touched) == len(changed) and not any(unit.value for unit in changed):
        return passage
    if not changed:
        return replace(passage, span=Span(passage.span.end, passage.span.end))
    units = hull(unit.span for unit in changed)
    start, end = max(units.start, passage.span.start), min(units.end, passage.span.end)
    return replace(passage, span=Span(start, end)) if start < end else passage


def _around(passages: Sequence[Passage]) -> Passage:
    """From the first to the last, the white space at the ends left out."""
    document = passages[0].document
    filled = [passage.span.stripped(document.text) for passage in passages]
    spans = [span for span in filled if len(span)] or filled[:1]
    return Passage(document, hull(spans))
