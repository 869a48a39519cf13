"""The runs of a Markdown file: a walk over what the parser made of each block, beside the lines of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from provenance.articles.formats.markdown import markdown_parser, split_front_matter
from provenance.articles.text_runs import Piece, TextRun, html_runs, run_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SIGN = re.compile(r"(\[!\w{1,30}\][+-]?)")  # the kind of a box, which the reader takes out of the text
_VERBATIM = frozenset(("fence", "code_block"))


def markdown_runs(text: str) -> Iterator[TextRun]:
    """The runs of a Markdown file, in order."""
    parser = markdown_parser().disable("text_join")  # escapes and entities stay tokens of their own
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for token in parser.parse(split_front_matter(text)[1]):
        if token.map is None or not token.content:
            continue
        content = _Content(token, lines, starts)
        if token.type == "inline":
            yield from _Inline(token, content.offset, parser).runs()
        elif token.type == "html_block":
            yield from content.moved(html_runs(token.content))
        elif token.type in _VERBATIM:
            yield from content.verbatim()


class _Content:
    """A token's content and where its lines stand in the file: the same text behind ``> ``, a bullet, an indent."""

    def __init__(self, token: Token, lines: Sequence[str], starts: Sequence[int]) -> None:
        self._lines = token.content.split("\n")
        self._begins = [0, *accumulate(len(line) + 1 for line in self._lines)]
        first = (token.map or [0])[0] + (token.type == "fence")
        self._places = [
            _place(line, lines[number], starts[number]) if (number := first + index) < len(lines) else None
            for index, line in enumerate(self._lines)
        ]

    def offset(self, at: int) -> int | None:
        """Where a character of the content stands in the file; None if that is not known."""
        index = max(0, next((n for n, begin in enumerate(self._begins) if begin > at), len(self._lines)) - 1)
        place = self._places[index]
        return None if place is None else place + at - self._begins[index]

    def verbatim(self) -> Iterator[TextRun]:
        """Each line as a run."""
        for line, place in zip(self._lines, self._places, strict=True):
            if line.strip() and place is not None:
                yield run_of(Piece(line, place, place + len(line)))

    def moved(self, runs: Iterator[TextRun]) -> Iterator[TextRun]:
        """Runs that are counted in the content, cut at its lines and counted in the file."""
        for run in runs:
            pieces = [each for piece in run.pieces for each in self._pieces(piece)]
            yield run_of(*pieces)

    def _pieces(self, piece: Piece) -> Iterator[Piece]:
        at = piece.start
        parts = piece.shown.split("\n") if len(piece.shown) == piece.end - piece.start else [piece.shown]
        for part in parts:
            place = self.offset(at)
            if part and place is not None:
                yield Piece(part, place, place + (len(part) if len(parts) > 1 else piece.end - piece.start))
            at += len(part) + 1


def _place(content: str, line: str, start: int) -> int | None:
    """Where a line of a block's content begins in the file: at the line's end, or, in a heading or a table, inside it."""
    bare, whole = content.rstrip(), line.rstrip()
    at = len(whole) - len(bare) if whole.endswith(bare) else line.find(bare)
    return start + at if at >= 0 else None


class _Inline:
    """Walks along the content of one block; stops where it cannot follow."""

    def __init__(self, token: Token, offset: Callable[[int], int | None], parser: MarkdownIt) -> None:
        self._children = token.children or []
        self._text = token.content
        self._offset = offset
        self._helpers = parser.helpers
        self._at = 0

    def runs(self) -> Iterator[TextRun]:
        for child in self._children:
            read = self._READERS.get(child.type, _Inline._sign)
            for shown, start, end in read(self, child):
                place = self._offset(start)
                if place is not None:
                    yield run_of(Piece(shown, place, place + end - start))
            if self._at < 0:
                return

    def _words(self, child: Token) -> Iterator[tuple[str, int, int]]:
        start = self._skip_to(child.content)
        for part in _SIGN.split(child.content):
            if start >= 0 and part.strip():
                yield part, start, start + len(part)
            start += len(part)

    def _special(self, child: Token) -> Iterator[tuple[str, int, int]]:
        start = self._skip_to(child.markup)
        if start >= 0:
            yield child.content, start, start + len(child.markup)

    def _code(self, child: Token) -> Iterator[tuple[str, int, int]]:
        self._skip_to(child.markup)
        inner, end = self._at, self._text.find(child.markup, self._at)
        self._at = end + len(child.markup) if end >= 0 and inner >= 0 else -1
        for line in self._text[inner:end].split("\n") if self._at >= 0 else ():
            if line.strip():
                yield line, inner, inner + len(line)
            inner += len(line) + 1

    def _tag(self, child: Token) -> Iterator[tuple[str, int, int]]:
        start = self._skip_to(child.content)
        for run in html_runs(child.content) if start >= 0 else ():
            yield run.text, start + len(child.content), start + len(child.content)

    def _sign(self, child: Token) -> Iterator[tuple[str, int, int]]:
        """Emphasis and line breaks, whose signs are skipped with the white space around them."""
        if child.markup and child.markup != "autolink":
            self._skip_to(child.markup)
        elif "break" in child.type:
            end = self._text.find("\n", self._at)
            self._at = end + 1 if end >= 0 else -1
        yield from ()

    def _link_open(self, child: Token) -> Iterator[tuple[str, int, int]]:
        self._skip_to("<" if child.info == "auto" else "[")
        yield from ()

    def _link_close(self, child: Token) -> Iterator[tuple[str, int, int]]:
        if child.info == "auto":
            self._skip_to(">")
        else:
            self._skip_to("]")
            self._at = self._target_end(self._at)
        yield from ()

    def _image(self, _: Token) -> Iterator[tuple[str, int, int]]:
        self._skip_to("![")
        end = _closing(self._text, self._at)
        self._at = self._target_end(end + 1) if end >= 0 and self._at >= 0 else -1
        yield from ()

    def _note_call(self, child: Token) -> Iterator[tuple[str, int, int]]:
        self._skip_to("[^" if "label" in child.meta else "^[")
        end = _closing(self._text, self._at)
        self._at = end + 1 if end >= 0 and self._at >= 0 else -1
        yield from ()

    def _skip_to(self, sign: str) -> int:
        """Move behind the next ``sign``, which white space alone may stand before; where it begins, or -1."""
        start = self._text.find(sign, self._at) if self._at >= 0 else -1
        if start < 0 or self._text[self._at : start].strip(" \t\n\\"):
            self._at = -1
            return -1
        self._at = start + len(sign)
        return start

    def _target_end(self, at: int) -> int:
        """Just past what follows the bracket of a link: ``(address "title")``, ``[reference]``, or nothing."""
        text = self._text
        if at < 0 or text[at : at + 1] not in {"(", "["}:
            return at
        if text[at] == "[":
            end = text.find("]", at)
            return end + 1 if end >= 0 else at
        return self._address_end(at + 1)

    def _address_end(self, at: int) -> int:
        """Just past ``address "title")``; as it was where no parenthesis closes, as behind a reference of one word."""
        text, last = self._text, len(self._text)
        address = self._helpers.parseLinkDestination(text, _behind_space(text, at), last)
        end = _behind_space(text, address.pos if address.ok else at)
        if text[end : end + 1] != ")":
            title = self._helpers.parseLinkTitle(text, end, last)
            end = _behind_space(text, title.pos if title.ok else end)
        return end + 1 if text[end : end + 1] == ")" else at - 1

    _READERS: ClassVar[Mapping[str, Callable[[_Inline, Token], Iterator[tuple[str, int, int]]]]] = {
        "text": _words,
        "text_special": _special,
        "code_inline": _code,
        "html_inline": _tag,
        "link_open": _link_open,
        "link_close": _link_close,
        "image": _image,
        "footnote_ref": _note_call,
    }


def _behind_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _closing(text: str, at: int) -> int:
    """The bracket that closes one that was opened before ``at``; -1 if there is none."""
    depth = 1
    while 0 <= at < len(text):
        depth += (text[at] == "[") - (text[at] == "]")
        if not depth:
            return at
        at += 2 if text[at] == "\\" else 1
    return -1
