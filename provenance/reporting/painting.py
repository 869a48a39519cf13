"""Stretches of a difference painted for a terminal: with colours, or with marks where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from provenance.reporting.diffing import MARKS, SOURCE_ONLY, Stretch, StretchKind, stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.findings.trace import ExcerptTrace

# Blue and orange can be told apart with every common kind of colour-blindness, red and green cannot; underline and
# strike say the same without colour. Both shades hold up on light and on dark grounds.
_STYLES = {
    StretchKind.ADDED: Style(color="color(33)", underline=True),
    StretchKind.OMITTED: Style(color="color(166)", strike=True),
    StretchKind.DECLARED: Style(dim=True),
    StretchKind.MOVED: Style(italic=True, underline=True),
    StretchKind.FOLD: Style(dim=True),
}
_MEANINGS = {
    StretchKind.OMITTED: "left out",
    StretchKind.ADDED: "put in",
    StretchKind.DECLARED: "left out, and the article says so",
    StretchKind.MOVED: "stands elsewhere in the source",
}
_ONLY_IN_EXCERPT = frozenset({StretchKind.ADDED, StretchKind.MARK, StretchKind.MOVED})
_OPENING = frozenset("“‘«„‚([")
_ALWAYS_MARKED = frozenset(
    {StretchKind.DECLARED, StretchKind.MOVED}
)  # dim and italics do not show everywhere


def paint(parts: Iterable[Stretch], *, colour: bool) -> list[Text]:
    """One text a paragraph. In colour the marks of additions and omissions are left away."""
    return [_paragraph(parts_of_one, colour=colour) for parts_of_one in _paragraphs(parts)]


def _paragraphs(parts: Iterable[Stretch]) -> Iterator[Sequence[Stretch]]:
    current: list[Stretch] = []
    for part in parts:
        if part.kind is StretchKind.BREAK:
            yield current
            current = []
        else:
            current.append(part)
    yield current


def _paragraph(parts: Iterable[Stretch], *, colour: bool) -> Text:
    text, before = Text(), None
    for part in parts:
        replaces = colour and before is StretchKind.OMITTED and part.kind is StretchKind.ADDED
        text.append(" " if text.plain and (part.spaced or replaces) else "")
        text.append(_marked(part, colour=colour), _STYLES.get(part.kind))
        before = part.kind
    return text


def _marked(part: Stretch, *, colour: bool) -> str:
    if colour and part.kind not in _ALWAYS_MARKED:
        return part.text
    before, after = MARKS.get(part.kind, ("", ""))
    return f"{before}{part.text}{after}"


def paint_apart(parts: Iterable[Stretch], *, colour: bool) -> list[tuple[Text, Text]]:
    """Each paragraph twice: as the article has it, and as the source has it."""
    return [
        (_paragraph(_of_article(one), colour=colour), _paragraph(_of_source(one), colour=colour))
        for one in _paragraphs(parts)
    ]


def _of_article(parts: Iterable[Stretch]) -> Iterator[Stretch]:
    own = (part for part in parts if part.kind not in SOURCE_ONLY)
    return (part._replace(spaced=part.apart) for part in own)


def _of_source(parts: Iterable[Stretch]) -> Iterator[Stretch]:
    """What the source has. Its words under a mark stand where the mark does, and no space follows an opening quote."""
    before, mark = "", None
    for part in parts:
        if part.kind in _ONLY_IN_EXCERPT:
            mark = part if part.kind is StretchKind.MARK else None
            continue
        spaced = mark.spaced if mark and part.kind is StretchKind.DECLARED else part.spaced
        yield part._replace(spaced=spaced and before not in _OPENING)
        before, mark = part.text[-1:], None


def legend(items: Iterable[ExcerptTrace], *, colour: bool) -> Text:
    """What the marks that were used mean; empty where none was."""
    used = {part.kind for item in items for part in stretches(item)}
    key = Text()
    for kind, meaning in _MEANINGS.items():
        if kind in used:
            key.append("  " if key.plain else "")
            key.append(_marked(Stretch(kind, meaning), colour=colour), _STYLES[kind])
    return key
