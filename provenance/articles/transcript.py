"""A page's transcript: text as it is walked over, white space collapsed, in blocks that know where they begin."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from provenance.articles.decoding import cleaned
from provenance.text.document import BlockKind

BETWEEN = "\n\n"  # what stands between two blocks in a document's text
_WHITE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")  # all but a single space
_EDGES = " \t\n\r\f"


@dataclass(slots=True)
class Draft:
    """A block while the page is being read: where it begins, and what the walk knows of it."""

    start: int  # its first character
    end: int  # just past its last
    kind: BlockKind  # what it is
    line: int  # the line of the file, from 1
    container: int  # the number of the element that holds it, in document order
    linked: int = 0  # how many of its characters are linked

    def __len__(self) -> int:
        return self.end - self.start


class Place(NamedTuple):
    """What a text belongs to."""

    container: int = 0  # the number of the element that holds its block
    kind: BlockKind = BlockKind.PARAGRAPH  # of its block
    linked: bool = False  # whether it stands in a link
    kept: bool = False  # whether its white space is kept as it is


class Transcript:
    """Collects text: white space collapsed, blocks a blank line apart, single line breaks remembered."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.breaks: list[int] = []
        self.length = 0
        self.line = 1
        self._pieces: list[str] = []
        self._open: Draft | None = None
        self._space = False
        self._breaks = 0

    @property
    def text(self) -> str:
        """Everything written so far, control characters made visible."""
        if len(self._pieces) > 1:
            self._pieces = [cleaned("".join(self._pieces))]
        return "".join(self._pieces)

    @property
    def before(self) -> str:
        """What stands right before the next text of the open block; empty behind white space."""
        return "" if self._open is None or self._space or self._breaks else self._pieces[-1]

    def end_block(self) -> None:
        """End the open block, if there is one."""
        self._open = None
        self._space = False
        self._breaks = 0

    def break_line(self) -> None:
        """Note a ``<br>``: two end the block, one is a space."""
        self._breaks += 1

    def write(self, text: str, place: Place) -> None:
        """Write what one text node says."""
        container, kind, linked, kept = place
        if not kept and text.isspace():
            self._space = True
            self.line += text.count("\n")
            return
        bare = text.lstrip(_EDGES)
        leading = len(text) - len(bare)
        if leading:
            self.line += text.count("\n", 0, leading)
        if not kept or bare.strip():
            shown = text if kept else bare.rstrip(_EDGES)
            if not kept and ("  " in shown or not shown.isprintable()):
                shown = _WHITE.sub(" ", shown)
            self._begin(kind, container, spaced=bool(leading) and not kept)
            self._append(shown, linked=linked)
            self._space = text[-1] in _EDGES and not kept
        elif self._open is not None:
            self._append(text, linked=linked)
        self.line += bare.count("\n")

    def _begin(self, kind: BlockKind, container: int, *, spaced: bool) -> None:
        """Open a block unless one is open, and write the space or the line break that is due."""
        if self._breaks > 1:
            self.end_block()
        if self._open is None:
            self._pieces.append(BETWEEN if self.drafts else "")
            self.length += len(self._pieces[-1])
            self._open = Draft(self.length, self.length, kind, self.line, container)
            self.drafts.append(self._open)
        elif self._breaks or self._space or spaced:
            self._append(" ", linked=False)
            if self._breaks:
                self.breaks.append(self.length)
        self._breaks = 0

    def _append(self, text: str, *, linked: bool) -> None:
        block = self.drafts[-1]
        self._pieces.append(text)
        self.length += len(text)
        block.end = self.length
        block.linked += len(text) if linked else 0
