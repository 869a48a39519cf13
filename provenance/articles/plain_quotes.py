"""What plain text sets off as a quotation: lines behind ``>`` and indented paragraphs."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from provenance.articles.article import QuoteElement, QuoteRole
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.lines import Line, Paragraph

_INDENTED = 2  # columns more than the text around it
_MOST_INDENTED = 0.5  # of the paragraphs; where more are indented, that is how the text is set
_ITEM = re.compile(r"(?:[-*+•·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")


def plain_quotes(text: str, found: Sequence[Paragraph]) -> Iterator[QuoteElement]:
    """The quotations of a plain text, in order.

    Args:
        text: The text.
        found: Its paragraphs.
    """
    margin = _margin(found)
    kinds = [_kind(text, paragraph, margin) for paragraph in found]
    for kind, group in groupby(zip(kinds, found, strict=True), key=lambda pair: pair[0]):
        if kind is not None:
            yield _element(text, kind, [paragraph for _, paragraph in group])


def _margin(found: Sequence[Paragraph]) -> int | None:
    """How far the running text is indented; None if too much is indented to tell a quotation by it."""
    indents = [paragraph.indent for paragraph in found if not paragraph.is_quoted]
    margin = min(indents, default=0)
    further = sum(indent >= margin + _INDENTED for indent in indents)
    return margin if further <= _MOST_INDENTED * len(indents) else None


def _kind(text: str, paragraph: Paragraph, margin: int | None) -> str | None:
    """How a paragraph is set off as a quotation, if it is."""
    if paragraph.is_quoted:
        return "blockquote"
    if margin is None or paragraph.indent < margin + _INDENTED:
        return None
    return None if _ITEM.match(text, paragraph.span.start) else "indent"


def _element(text: str, kind: str, group: Sequence[Paragraph]) -> QuoteElement:
    from provenance.articles.signatures import is_signature

    lines = [line for paragraph in group for line in paragraph.lines]
    signed = len(lines) > 1 and is_signature(_said(text, lines[-1]))
    body = [paragraph.lines for paragraph in group]
    if signed:
        body[-1] = body[-1][:-1]
    spans = (span for part in body if part for span in _spans(part, kind))
    return QuoteElement(
        spans=tuple(spans),
        markup=kind,
        role=_role(text, lines, kind),
        attributions=(lines[-1].span,) if signed else (),
    )


def _spans(lines: Sequence[Line], kind: str) -> Iterator[Span]:
    """One span a paragraph; one a line where the sign ``>`` stands between."""
    if kind == "indent":
        yield Span(lines[0].span.start, lines[-1].span.end)
    else:
        yield from (line.span for line in lines)


def _said(text: str, line: Line) -> str:
    return text[line.span.start : line.span.end]


def _role(text: str, lines: Sequence[Line], kind: str) -> QuoteRole:
    """Indentation alone is weak: headings, listings and tips are indented too."""
    from provenance.articles.layout import is_form, is_label, is_note

    said = [_said(text, line) for line in lines]
    whole = " ".join(said)
    if kind == "indent" and (is_label(whole) or is_form(said) or is_note(whole)):
        return QuoteRole.LAYOUT
    return QuoteRole.QUOTATION if any(map(str.isalnum, whole)) else QuoteRole.LAYOUT
