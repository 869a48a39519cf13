"""Rewording: what of an article's text is to become what, for each kind of fix; nothing is known of the file here."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from provenance.alignment.alignment import Alignment, Disclosure, Variant, VariantKind
from provenance.excerpts.model import MarkKind
from provenance.findings.finding import OF_WORDS, Finding, FindingKind
from provenance.findings.trace import ExcerptTrace
from provenance.fixes.seams import UnfixableError, ends_sentence, fitted, refuse_woven
from provenance.fixes.sides import answering, differing, telling
from provenance.text.document import Document, Passage
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span, hull

LONGEST: Final = 1_000
"""Code points that are put back at one place: more than a long paragraph is for a person to decide."""

_GAP: Final = "[…]"
_MARKABLE: Final = frozenset({"ADD101", "ADD103", "OMI201", "ALT301", "ALT308", "ALT309", "STR401"})
_GOVERNING: Final = frozenset({"OMI202", "OMI203", "OMI204", "OMI205", "OMI206", "OMI207"})
_OUTER: Final = frozenset('"“”„«»＂「『')
_NESTED: Final = str.maketrans('“”„«»"＂', "‘’‚‹›''")
_FACTS: Final = frozenset({"ALT303", "ALT304", "ALT307"})  # a figure, a date or a name was replaced
_REPLACED: Final = frozenset({"ALT301", "ALT305", "ALT306", "ALT308", "ALT309", *_FACTS})
_WHOLE: Final = "it is about the excerpt as a whole, and not about words that can be put back"
_ELSEWHERE: Final = {
    FindingKind.ATTRIBUTION: "whom to name is for a person to say; name who the source says it was",
    FindingKind.SOURCE: "what to cite is for a person to say; cite the page that holds the words, or take them out",
}


class Rewording(NamedTuple):
    """A range of the article's text, and what it is to become."""

    span: Span  # the range, without white space at its edges; empty for an insertion
    text: str  # the new words; empty for a deletion
    # Whether white space belongs before the new words and behind them, as in the source.
    spaced: tuple[bool, bool] = (True, True)
    wraps: bool = False  # whether the words stay, with brackets around them


def restored(item: ExcerptTrace, finding: Finding) -> tuple[Rewording, ...]:
    """What puts the source's words back."""
    alignment = _alignment_of(item, finding)
    if finding.variant is None:
        rewordings: tuple[Rewording, ...] = (_at_edge(item, alignment, finding),)
    else:
        variants = _variants_of(finding, item)
        if any(variant.kind is VariantKind.TRANSPOSITION for variant in variants):
            raise UnfixableError(
                "the pieces stand in another order than in the source; quote them apart, in its order"
            )
        told = answering(alignment, variants, finding) or telling(item, variants, finding)
        pairs = [told] if told else map(differing, variants)
        source = variants[0].source.document
        rewordings = tuple(_with_words(item, finding.code, ours, source, theirs) for ours, theirs in pairs)
        if finding.code in _REPLACED and not any(each.text for each in rewordings):
            raise UnfixableError(
                "what the source has in place of these words is not sure; copy its words by hand"
            )
    if sum(len(each.text) for each in rewordings) > LONGEST:
        raise UnfixableError(f"more than {LONGEST:,} characters would be put back; quote less of it")
    return rewordings


def marked(item: ExcerptTrace, finding: Finding) -> tuple[Rewording, ...]:
    """What declares the change; an UnfixableError if no mark may stand for it."""
    _alignment_of(item, finding)
    code = finding.rule.code
    if code in _GOVERNING:
        raise UnfixableError("what was left out governs words that are kept; put it back with --restore")
    if code in _FACTS:
        raise UnfixableError("a figure, a date or a name was replaced; put the source's back with --restore")
    if code not in _MARKABLE or finding.variant is None:
        raise UnfixableError("no mark can declare such a change; put the source's words back with --restore")
    return tuple(_marked(variant) for variant in _variants_of(finding, item))


def _marked(variant: Variant) -> Rewording:
    text, (excerpt, source) = variant.excerpt.document.text, differing(variant)
    words, lost = excerpt.stripped(text), variant.source.document.text[source.start : source.end].strip()
    if not len(words):
        return Rewording(words, _GAP)
    if lost and any(map(str.isdigit, text[words.start : words.end] + lost)):
        raise UnfixableError("a figure, a date or a name was replaced; put the source's back with --restore")
    start, end = words.start, words.end
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Rewording(Span(start, end), f"[{text[start:end]}]", wraps=True)


def joined(rewordings: Iterable[Rewording]) -> tuple[Rewording, ...]:
    """Rewordings of one excerpt in its order, those that touch as one."""
    found: list[Rewording] = []
    for one in sorted(dict.fromkeys(rewordings), key=lambda each: each.span):
        last = found[-1] if found else None
        if last is None or last.span.end < one.span.start:
            found.append(one)
        elif last.span.end > one.span.start:
            raise UnfixableError("two findings are about the same words; copy the source's by hand")
        else:
            text = " ".join(filter(None, (last.text, one.text))) if one.spaced[0] else last.text + one.text
            found[-1] = Rewording(hull((last.span, one.span)), text, (last.spaced[0], one.spaced[1]))
    return tuple(found)


def _alignment_of(item: ExcerptTrace, finding: Finding) -> Alignment:
    """The alignment in which a finding's words are placed."""
    if finding.rule.kind not in OF_WORDS:
        raise UnfixableError(
            _ELSEWHERE.get(finding.rule.kind, f"{_WHOLE}; see `provenance explain {finding.code}`")
        )
    if item.comparison is None or not item.comparison.alignment.found:
        raise UnfixableError("the words were placed in no source; see where they are from")
    return item.comparison.alignment


def _variants_of(finding: Finding, item: ExcerptTrace) -> list[Variant]:
    """The differences that a finding judges: its first one and those behind it that no other finding begins with."""
    if finding.variant is None or item.comparison is None:
        return []
    first = _place(finding.variant)
    others = {_place(each.variant) for each in item.comparison.findings if each.variant} - {first}
    declared = finding.variant.disclosure is Disclosure.DECLARED
    found: list[Variant] = []
    for variant in item.comparison.alignment.variants:
        if found and (_place(variant) in others or (variant.disclosure is Disclosure.DECLARED) != declared):
            break
        if _place(variant) == first or (found and variant.disclosure is not Disclosure.PERMITTED):
            found.append(variant)
    return found


def _place(variant: Variant) -> tuple[Span, Span]:
    return variant.excerpt.span, variant.source.span


def _with_words(item: ExcerptTrace, code: str, span: Span, source: Document, words: Span) -> Rewording:
    """A range of the excerpt, to become a range of the source's text."""
    document = item.excerpt.passages[0].document
    span, words = fitted(item, span.stripped(document.text), source, words)
    text = " ".join(source.running_text(words.start, words.end).split())
    opening = document.text[: item.excerpt.span.start].rstrip()[-1:]
    if item.excerpt.quoted and opening in _OUTER:
        text = text.translate(_NESTED)
    refuse_woven(item, code, span, text)
    mark = _replaced_mark(item, span, source.text, words) if text else None
    if mark is not None:
        text += "." * ends_sentence(mark.text)
        span = hull((span, mark.span)).stripped(document.text)
    return Rewording(span, text, _spaced(source.text, words))


def _replaced_mark(item: ExcerptTrace, span: Span, source: str, words: Span) -> Passage | None:
    """The ellipsis beside a range that stands for the words put back there, and for no others."""
    kept = [placement.source.span for placement in item.placements]
    before = [source[one.end : words.start] for one in kept if one.end <= words.start]
    behind = [source[words.end : one.start] for one in kept if one.start >= words.end]
    fills_start = not before or not before[-1].strip()
    fills_end = not behind[0].strip() if behind else _is_sentence_end(source, words.end)
    if not (fills_start and fills_end):
        return None
    text = item.excerpt.passages[0].document.text
    for mark in item.excerpt.marks:
        between = hull((span, mark.passage.span))
        rest = text[between.start : between.end].replace(mark.passage.text, "", 1)
        if mark.kind is MarkKind.ELLIPSIS and rest.strip() == span.of(text).strip():
            return mark.passage
    return None


def _is_sentence_end(text: str, at: int) -> bool:
    return text[at - 1 : at] in SENTENCE_ENDS or text[at : at + 1] in {"", "\n", *SENTENCE_ENDS}


def _spaced(text: str, words: Span) -> tuple[bool, bool]:
    core = words.stripped(text)
    before, behind = text[core.start - 1 : core.start] or " ", text[core.end : core.end + 1] or " "
    if not len(core):
        before = behind = " " if (before + behind).strip() != before + behind else "-"
    return before.isspace(), behind.isspace()


def _at_edge(item: ExcerptTrace, alignment: Alignment, finding: Finding) -> Rewording:
    """What an edge of the excerpt cut off, put back: from there to the words that are kept."""
    place, words = finding.excerpt, finding.source
    if place is None or words is None or len(place.span) or not len(words.span):
        raise UnfixableError(f"{_WHOLE}; see `provenance explain {finding.code}`")
    first, last = alignment.placements[0], alignment.placements[-1]
    at_start = place.span.start == first.excerpt.span.start
    kept = first.source.span if at_start else last.source.span
    if not (words.span.start <= kept.start if at_start else kept.end <= words.span.end):
        raise UnfixableError(f"{_WHOLE}; see `provenance explain {finding.code}`")
    cut = Span(words.span.start, kept.start) if at_start else Span(kept.end, words.span.end)
    edge = tuple(_edge_variants(alignment, at_start=at_start))
    changed = hull((place.span, *(variant.excerpt.span for variant in edge)))
    text = item.excerpt.passages[0].document.text
    if not at_start and not any(map(str.isalnum, text[changed.start : changed.end])):
        # The sign that ends the quotation stays behind the words.
        changed = Span(changed.start, changed.start)
    whole = hull((cut, *(variant.source.span for variant in edge)))
    return _with_words(item, finding.code, changed, words.document, whole)


def _edge_variants(alignment: Alignment, *, at_start: bool) -> Iterator[Variant]:
    """How the letter or the sign at an edge was fitted in, where it was."""
    first, last = alignment.placements[0], alignment.placements[-1]
    for variant in alignment.variants:
        span, source = variant.excerpt.span, variant.source.span
        inside = first.source.span.covers(source) if at_start else last.source.span.end <= source.end
        at_edge = span.start == first.excerpt.span.start if at_start else span.end == last.excerpt.span.end
        if at_edge and inside and variant.disclosure is Disclosure.PERMITTED:
            yield variant
