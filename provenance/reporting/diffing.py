"""A traced excerpt as stretches of text: what agrees, what was put in, what was left out, in reading order.

Every format that shows a difference draws these stretches; none reads the alignment itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.reporting.cleaning import one_line
from provenance.reporting.clips import variants_of
from provenance.reporting.widening import is_ideograph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.alignment.alignment import Variant
    from provenance.findings.trace import ExcerptTrace
    from provenance.text.document import Passage

FOLD_OVER = 12
"""Equal text of more words than this is folded to its edges."""

_EDGE = 5
_LONG_CHANGE = 60  # words; a longer addition or omission is folded too, to edges of the next size
_LONG_EDGE = 20

_SPACED = re.compile(r"\S+")


class StretchKind(StrEnum):
    """What a stretch of text is to the reader."""

    EQUAL = "equal"
    ADDED = "added"
    OMITTED = "omitted"
    MARK = "mark"  # what the article puts in their place and says so: "[…]", "[the council]"
    DECLARED = "declared"  # words of the source that stand under an ellipsis or brackets
    MOVED = "moved"  # words of the excerpt that stand elsewhere in the source
    FOLD = "fold"
    BREAK = "break"  # a new paragraph


SOURCE_ONLY = frozenset({StretchKind.OMITTED, StretchKind.DECLARED})
"""What stands in the source and not in the article."""


class Stretch(NamedTuple):
    """A run of words of one kind.

    Attributes:
        kind: What it is.
        text: Its words, cleaned, on one line.
        spaced: Whether a space stands before it.
        source: For a moved stretch, where its words stand in the source.
        apart: Whether a space stands before it in the article, where the stretches of the source are not.
    """

    kind: StretchKind
    text: str = ""
    spaced: bool = False
    source: Passage | None = None
    apart: bool = False


def stretches(item: ExcerptTrace) -> tuple[Stretch, ...]:
    """The stretches of an excerpt; without a comparison everything is equal."""
    weaver = _Weaver(tuple(item.excerpt.passages))
    for variant in variants_of(item):
        weaver.take(variant)
    return weaver.finish()


def differs(parts: Sequence[Stretch]) -> bool:
    """Whether there is anything to show but the article's own text."""
    own = {StretchKind.EQUAL, StretchKind.MARK, StretchKind.BREAK}
    return any(part.kind not in own for part in parts)


def folded(parts: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The stretches with long equal text cut down to its edges, and very long changes too."""
    return tuple(piece for part in _joined(parts) for piece in _fold(part))


def _joined(parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches, with what was left out in one place as one, though a heading or a caption stands in between."""
    for kind, run in groupby(parts, key=lambda part: part.kind):
        if kind is not StretchKind.OMITTED:
            yield from run
            continue
        first, *others = run
        yield first._replace(text=first.text + "".join(" " * part.spaced + part.text for part in others))


def as_marked_line(parts: Iterable[Stretch]) -> str:
    """The stretches as one line with their marks; a new paragraph is a pilcrow."""
    return "".join(map(_marked, parts))


def _marked(part: Stretch) -> str:
    if part.kind is StretchKind.BREAK:
        return " ¶ "
    before, after = MARKS.get(part.kind, ("", ""))
    return f"{' ' * part.spaced}{before}{part.text}{after}"


def _fold(part: Stretch) -> Iterator[Stretch]:
    over, edge = (FOLD_OVER, _EDGE) if part.kind in _FOLDS_SOON else (_LONG_CHANGE, _LONG_EDGE)
    words = _words(part.text)
    if len(words) <= over:
        yield part
        return
    head, tail = part.text[: words[edge - 1][1]], part.text[words[-edge][0] :]
    if part.kind is StretchKind.EQUAL:
        yield part._replace(text=head)
        yield Stretch(
            StretchKind.FOLD, fold_label(part.text, len(words) - 2 * _EDGE), spaced=True, apart=True
        )
        yield part._replace(text=tail, spaced=True, apart=True)
    else:
        yield part._replace(text=f"{head} {fold_label(part.text, len(words) - 2 * edge)} {tail}")


def fold_label(text: str, words: int) -> str:
    """What stands for words that are folded away; never taken for an ellipsis of the article."""
    unit = "pair" if any(map(is_ideograph, text)) else "word"
    return f"⋯\u00a0{words}\u00a0{unit}{'' if words == 1 else 's'}\u00a0⋯"


_FOLDS_SOON = frozenset({StretchKind.EQUAL, StretchKind.DECLARED, StretchKind.MOVED})
MARKS = MappingProxyType(
    {
        StretchKind.OMITTED: ("[-", "-]"),
        StretchKind.ADDED: ("{+", "+}"),
        StretchKind.DECLARED: ("[~", "~]"),
        StretchKind.MOVED: ("{>", "<}"),
    }
)
"""What stands around a stretch where colours cannot tell."""

_KIND_OF_SOURCE = MappingProxyType(
    {Disclosure.UNDECLARED: StretchKind.OMITTED, Disclosure.DECLARED: StretchKind.DECLARED}
)


def _words(text: str) -> list[tuple[int, int]]:
    """Where the words stand that a reader counts: what is between spaces, or two ideographs."""
    runs = [match.span() for match in _SPACED.finditer(text)]
    if not any(map(is_ideograph, text)):
        return runs
    return [pair for start, end in runs for pair in _pairs(text, start, end)]


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        dense = is_ideograph(text[at])
        stop = at + 1
        while stop < end and is_ideograph(text[stop]) is dense and not (dense and stop - at == 2):
            stop += 1
        yield at, stop
        at = stop


@dataclass(slots=True)
class _Weaver:
    """Walks through the quoted passages and lays each variant in at its place."""

    passages: tuple[Passage, ...]
    parts: list[Stretch] = field(default_factory=list)
    at: int = 0
    space: bool = False  # whether white space was passed since the last stretch
    apart: bool = False  # and in the article since the last of its own
    _index: int = 0

    def __post_init__(self) -> None:
        self.at = self.passages[0].span.start

    def take(self, variant: Variant) -> None:
        """Lay in the equal text before a variant, and the variant."""
        self._equal_up_to(variant.excerpt.span.start)
        if _is_told(variant):
            self._lay(variant)

    def finish(self) -> tuple[Stretch, ...]:
        """Lay in what is left."""
        self._equal_up_to(self.passages[-1].span.end)
        while self.parts and self.parts[-1].kind is StretchKind.BREAK:
            self.parts.pop()
        return tuple(self.parts)

    def _equal_up_to(self, end: int) -> None:
        while self._index < len(self.passages):
            passage = self.passages[self._index]
            stop = max(self.at, min(end, passage.span.end))
            start = max(self.at, passage.span.start)
            self._put(StretchKind.EQUAL, passage.document.text[start:stop])
            self.at = stop
            if end <= passage.span.end or self._index + 1 == len(self.passages):
                return
            self._index += 1
            after = self.passages[self._index]
            self.at = max(self.at, after.span.start)
            self._break(passage.document.text[passage.span.end : after.span.start])

    def _break(self, between: str) -> None:
        """A new paragraph where the article has one, or words of its own; a mere new line is a space."""
        if between.count("\n") == 1 and not any(map(str.isalnum, between)):
            self.space = self.apart = True
            return
        if self.parts and self.parts[-1].kind is not StretchKind.BREAK:
            self.parts.append(Stretch(StretchKind.BREAK))
        self.space = self.apart = False

    def _lay(self, variant: Variant) -> None:
        excerpt, source = variant.excerpt, variant.source
        self._pass(excerpt.text[:1])
        if variant.kind is VariantKind.TRANSPOSITION:
            self._put(StretchKind.MOVED, excerpt.text, source=source)
        elif not excerpt.text.strip():
            self._lay_omission(variant.disclosure, source)
        elif variant.disclosure is Disclosure.DECLARED:
            self._lay_declared(excerpt, source)
        else:
            self._put(StretchKind.OMITTED, source.text.strip())
            self.space = self.space and not source.text.strip()
            self._put(StretchKind.ADDED, excerpt.text.strip())
        self._pass(excerpt.text[-1:])
        self.at = max(self.at, excerpt.span.end)

    def _pass(self, edge: str) -> None:
        """An edge of what the article has, which may be white space."""
        self.space = self.space or edge.isspace()
        self.apart = self.apart or edge.isspace()

    def _lay_declared(self, excerpt: Passage, source: Passage) -> None:
        """A mark and the words of the source under it, unless the mark shows these very words: [T]he for the."""
        if _letters(source) == _letters(excerpt):
            self._put(StretchKind.EQUAL, excerpt.text.strip())
            return
        self._put(StretchKind.MARK, excerpt.text.strip())
        if _letters(source):
            self.space = True
            self._put(StretchKind.DECLARED, source.text.strip())
            self.space = False

    def _lay_omission(self, disclosure: Disclosure, source: Passage) -> None:
        """Words that only the source has bring the spaces that stand around them there."""
        if disclosure is Disclosure.DECLARED and not _letters(source):
            return
        before, after = _spaces_around(source)
        self.space = self.space or before
        self._put(_KIND_OF_SOURCE[disclosure], source.text.strip())
        self.space = self.space or after

    def _put(self, kind: StretchKind, text: str, *, source: Passage | None = None) -> None:
        words = one_line(_PARAGRAPH.sub(" ¶ ", text.strip()) if kind is not StretchKind.EQUAL else text)
        if kind is StretchKind.EQUAL:
            self._pass(text[:1])
        if not words:
            return
        last = self.parts[-1] if self.parts else None
        begins = last is None or last.kind is StretchKind.BREAK
        spaced = self.space and not begins
        if last and last.kind is kind is StretchKind.EQUAL:
            self.parts[-1] = last._replace(text=f"{last.text}{' ' if spaced else ''}{words}")
        else:
            self.parts.append(Stretch(kind, words, spaced, source, self.apart and not begins))
        self.space = text[-1:].isspace()
        if kind not in SOURCE_ONLY:
            self.apart = self.space


_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")


def _letters(passage: Passage) -> str:
    return "".join(filter(str.isalnum, passage.text.casefold()))


def _is_told(variant: Variant) -> bool:
    """Whether a reader is shown it. Permitted differences read as the article has them."""
    return variant.disclosure is not Disclosure.PERMITTED


def _spaces_around(passage: Passage) -> tuple[bool, bool]:
    """Whether white space stands before and after the words of a passage, inside its edges or just outside."""
    document, words = passage.document, passage.text.strip()
    if not words:
        return False, False
    start = passage.span.start + len(passage.text) - len(passage.text.lstrip())
    end = start + len(words)
    return document.text[start - 1 : start].isspace(), document.text[end : end + 1].isspace()
