"""Marking: the article's changes declared to its reader, by an ellipsis or by brackets."""

from __future__ import annotations

from typing import Final

from provenance.alignment.alignment import Variant
from provenance.findings.finding import Finding
from provenance.findings.trace import ExcerptTrace
from provenance.fixes.rewording import FACTS, Rewording, alignment_of, differing, variants_of
from provenance.fixes.seams import UnfixableError
from provenance.text.span import Span

_GAP: Final = "[…]"
_MARKABLE: Final = frozenset({"ADD101", "ADD103", "OMI201", "ALT301", "ALT308", "ALT309", "STR401"})
_GOVERNING: Final = frozenset({"OMI202", "OMI203", "OMI204", "OMI205", "OMI206", "OMI207"})


def marked(item: ExcerptTrace, finding: Finding) -> tuple[Rewording, ...]:
    """What declares the change; an UnfixableError if no mark may stand for it."""
    alignment_of(item, finding)
    code = finding.rule.code
    if code in _GOVERNING:
        raise UnfixableError("what was left out governs words that are kept; put it back with --restore")
    if code in FACTS:
        raise UnfixableError("a figure, a date or a name was replaced; put the source's back with --restore")
    if code not in _MARKABLE or finding.variant is None:
        raise UnfixableError("no mark can declare such a change; put the source's words back with --restore")
    return tuple(_marked(variant) for variant in variants_of(finding, item))


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
