"""What a picture of an excerpt shows: its variants at whole words, and the words of the source that its edges cut off."""

import re
from collections.abc import Iterable, Sequence

from provenance.alignment.alignment import Disclosure, Placement, Variant, VariantKind
from provenance.text.document import Passage, whole
from provenance.text.span import Span

_JOINERS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}'\N{RIGHT SINGLE QUOTATION MARK}"
_WORD = re.compile(r"\S+")
_LONGEST_WORD = 40  # code points; what runs on for longer is no word, and is not searched for its end


def shown_variants(
    variants: Sequence[Variant], placements: Sequence[Placement], faulted: Iterable[tuple[Passage, Passage]]
) -> tuple[Variant, ...]:
    """Everything that a picture of an excerpt shows, in the excerpt's order: its variants at whole words, and its clips."""
    inside = widened(variants)
    if not placements:
        return inside
    clipped = [pair for pair in faulted if not pair[0].text and pair[1].text]
    heads = (
        _before(placements[0], source)
        for place, source in clipped
        if place.span.end == placements[0].excerpt.span.start
    )
    tails = (
        _after(placements[-1], source)
        for place, source in clipped
        if place.span.start == placements[-1].excerpt.span.end
    )
    return (*filter(None, heads), *inside, *filter(None, tails))


def _before(first: Placement, source: Passage) -> Variant | None:
    """What was cut off before the first words, with the signs that part both; None if it stands elsewhere."""
    start, end = source.span.start, first.source.span.start
    return _clip(first.excerpt.span.start, first, (start, end), (source.span.end, end))


def _after(last: Placement, source: Passage) -> Variant | None:
    start, end = last.source.span.end, source.span.end
    return _clip(last.excerpt.span.end, last, (start, end), (start, source.span.start))


def _clip(at: int, edge: Placement, cut: tuple[int, int], between: tuple[int, int]) -> Variant | None:
    (start, end), text = between, edge.source.document.text
    if start > end or any(map(str.isalnum, text[start:end])):
        return None
    place = edge.excerpt.document.passage(at, at)
    return Variant(VariantKind.OMISSION, place, edge.source.document.passage(*cut))


def widened(variants: Sequence[Variant]) -> tuple[Variant, ...]:
    """The variants in the excerpt's order, each at whole words, those that touch made one."""
    joined: list[Variant] = []
    for variant in sorted(
        map(_widen, variants), key=lambda each: (each.excerpt.span.start, each.excerpt.span.end)
    ):
        if joined and _share(joined[-1], variant):
            joined[-1] = _join(joined[-1], variant)
        else:
            joined.append(variant)
    return tuple(map(_trimmed, joined))


def _trimmed(variant: Variant) -> Variant:
    """A substitution without the words that both sides begin or end with: of “the” and “the beloved”, “beloved”."""
    if variant.kind is not VariantKind.SUBSTITUTION or variant.disclosure is not Disclosure.UNDECLARED:
        return variant
    excerpt, source = variant.excerpt.text.split(), variant.source.text.split()
    if not (excerpt and source) or (excerpt[0] != source[0] and excerpt[-1] != source[-1]):
        return variant
    shorter = min(len(excerpt), len(source))
    first = next((at for at in range(shorter) if excerpt[at] != source[at]), shorter)
    last = next((at for at in range(shorter - first) if excerpt[-1 - at] != source[-1 - at]), shorter - first)
    excerpt_words, source_words = (
        _without_words(each, first, last) for each in (variant.excerpt, variant.source)
    )
    return Variant(_kind(excerpt_words, source_words), excerpt_words, source_words, variant.disclosure)


def _without_words(passage: Passage, first: int, last: int) -> Passage:
    words = [match.span() for match in _WORD.finditer(passage.text)]
    start = words[first - 1][1] if first else 0
    end = words[len(words) - last][0] if last else len(passage.text)
    return passage.document.passage(passage.span.start + start, passage.span.start + max(start, end))


def _widen(variant: Variant) -> Variant:
    if variant.disclosure is not Disclosure.UNDECLARED or variant.kind is VariantKind.TRANSPOSITION:
        return variant
    both = (variant.excerpt, variant.source)
    left = any(_inside_word(each.document.text, each.span.start, each.span) for each in both)
    right = any(_inside_word(each.document.text, each.span.end, each.span) for each in both)
    if not (left or right):
        return variant
    excerpt, source = (_grown(each, left=left, right=right) for each in both)
    return Variant(VariantKind.SUBSTITUTION, excerpt, source, variant.disclosure)


def _inside_word(text: str, at: int, span: Span) -> bool:
    """Whether an edge of a changed text falls between two characters of one word. A mere place has no edge."""
    return len(span) > 0 and 0 < at < len(text) and _is_letter(text, at - 1) and _is_letter(text, at)


def _is_letter(text: str, at: int) -> bool:
    """Whether the character belongs to a word that goes on: a hyphen does between letters, an ideograph never."""
    character = text[at]
    if character in _JOINERS:
        return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return character.isalnum() and not is_ideograph(character)


def is_ideograph(character: str) -> bool:
    """Whether it belongs to a script that is written without spaces: Han, kana, and their punctuation."""
    return (
        "\u2e80" <= character <= "\ua4cf"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uffef"
        or character >= "\U00020000"
    )


def _grown(passage: Passage, *, left: bool, right: bool) -> Passage:
    text, start, end = passage.document.text, passage.span.start, passage.span.end
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while left and start > first and _is_letter(text, start - 1):
        start -= 1
    while right and end < last and _is_letter(text, end):
        end += 1
    return passage.document.passage(start, end)


def _share(one: Variant, other: Variant) -> bool:
    """Whether two variants read as one: they overlap, or nothing but white space lies between them in both texts."""
    if one.disclosure is not other.disclosure or VariantKind.TRANSPOSITION in {one.kind, other.kind}:
        return False
    between = ((one.excerpt, other.excerpt), (one.source, other.source))
    return one.excerpt.span.overlaps(other.excerpt.span) or all(
        first.span.end <= second.span.start
        and not first.document.text[first.span.end : second.span.start].strip()
        for first, second in between
    )


def _join(one: Variant, other: Variant) -> Variant:
    excerpt, source = whole((one.excerpt, other.excerpt)), whole((one.source, other.source))
    return Variant(_kind(excerpt, source), excerpt, source, one.disclosure)


def _kind(excerpt: Passage, source: Passage) -> VariantKind:
    if not len(excerpt.span):
        return VariantKind.OMISSION
    return VariantKind.SUBSTITUTION if len(source.span) else VariantKind.ADDITION
