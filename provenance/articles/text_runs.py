"""Runs: the pieces of a file that may be shown to a reader, each with where it stands in the file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import pairwise
from string import ascii_letters
from typing import NamedTuple

from provenance.articles.decoding import cleaned

# Elements whose content is no markup; what stands in them is never shown.
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,60}+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_COMMENT = re.compile(r"<!--(?:>|->|.*?--!?>)|<[!?][^>]*+>", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_OPENINGS = tuple(f"<{sign}" for sign in f"{ascii_letters}!?")
_MARKS = {"": "“", "/": "”"}  # what browsers, and so our walk, put at the edges of <q>
_MOST_HIDDEN = 40  # runs in a row that a block may have hidden in it: a note, a menu behind a link
_MOST_STEPS = 200_000  # of the search for one block; an ordinary one takes as many as it has runs
# In Markdown: code, an escaped character, and what is a sign and hidden, or no sign and shown as it stands.
_SIGN = re.compile(
    r"(?<!`)(?P<fence>`{1,9})(?!`)(?P<code>.{1,20000}?)(?<!`)(?P=fence)(?!`)|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|<!--.{0,2000}?-->|</?[a-zA-Z][\w-]*+(?:\s[^<>]*+)?/?>|!\[[^\[\]\n]{0,200}\]\([^()\n]{0,2000}\)"
    r"|\]\((?:[^()\\]++|\\.|\([^()\n]*+\))*+\)|\]\[(?!\^)[^\[\]\n]{0,200}\]|\[!\w{1,30}\][+-]?|\[\^[^\[\]\n]{1,99}\]:?|!(?=\[)"
    r"|(?:(?<!\S)|(?<=>))(?:[-+]|\d{1,9}[.)])(?=\s)|[\n*_~`\[\]|<>^\\]|(?<!&)#",
    re.DOTALL,
)
_CODE_LINE = re.compile(r"^[ \t]*>[> \t]*|[^\n`]+|`+", re.MULTILINE)


class Piece(NamedTuple):
    """Characters that are shown, and the range of the file that shows them."""

    shown: str  # as many characters as the range is long stand there as they are; else each stands for all
    start: int  # where the range begins
    end: int  # just past its end; of a mark that no character of the file shows the range is empty

    def characters(self) -> Iterator[tuple[str, int, int]]:
        """Each character but white space, with its range of the file."""
        verbatim = len(self.shown) == self.end - self.start
        for index, character in enumerate(self.shown):
            if not character.isspace():
                at = self.start + index
                yield (character, at, at + 1) if verbatim else (character, self.start, self.end)


class TextRun(NamedTuple):
    """What stands between two tags or signs: it is shown as a whole, or not at all."""

    text: str  # what it shows, white space left out
    pieces: tuple[Piece, ...]  # where that stands


def _shown(*pieces: Piece) -> Iterator[TextRun]:
    """The run of some pieces, which follow each other; none if they show nothing."""
    text = "".join("".join(piece.shown.split()) for piece in pieces)
    if text:
        yield TextRun(text, pieces)


def html_runs(text: str) -> Iterator[TextRun]:
    """The runs of a text with tags, in order; those without anything to show are left out."""
    for first, last, mark in _between_tags(text):
        yield from _shown(*(_pieces(text, first, last) if mark is None else [Piece(mark, first, first)]))


def markdown_runs(text: str) -> Iterator[TextRun]:
    """The runs of a Markdown file, in order; each sign is one, since it may be shown as it stands."""
    start = 0
    for sign in _SIGN.finditer(text):
        yield from _shown(*_pieces(text, start, sign.start()))
        if sign["code"] is None:
            yield from _shown(Piece(sign["escaped"] or sign[0], *sign.span()))
        for line in _CODE_LINE.finditer(text, *sign.span()) if sign["code"] else ():
            yield from _shown(Piece(line[0], *line.span()))
        start = sign.end()
    yield from _shown(*_pieces(text, start, len(text)))


def _pieces(text: str, first: int, last: int) -> Iterator[Piece]:
    """A range without tags, cut at its entities."""
    entities = [found.span() for found in _ENTITY.finditer(text, first, last)]
    edges = [(first, first), *entities, (last, last)]
    for (begin, at), (end, _) in pairwise(edges):
        if begin < at:
            yield Piece(cleaned(unescape(text[begin:at])), begin, at)
        if at < end:
            yield Piece(cleaned(text[at:end]), at, end)


def _between_tags(text: str) -> Iterator[tuple[int, int, str | None]]:
    """The ranges between tags and comments, and the places where an element brings a mark with it."""
    at = begin = 0
    while (at := text.find("<", at)) >= 0:
        tag = _TAG.match(text, at) or _COMMENT.match(text, at)
        if tag is None and text.startswith(_OPENINGS, at):
            break  # a tag or a comment that never ends: nothing behind it is shown
        if tag is None:
            at += 1
            continue
        yield begin, at, None
        at = begin = tag.end()
        name = tag[2].lower() if tag.re is _TAG else ""
        if name == "q":
            yield at, at, _MARKS[tag[1]]
        elif name in _RAW and not tag[1]:
            at = begin = _end_of_raw(text, name, at)
    else:
        yield begin, len(text), None
        return
    yield begin, at, None


def _end_of_raw(text: str, name: str, at: int) -> int:
    end = re.compile(rf"</{name}", re.IGNORECASE).search(text, at)
    return end.start() if end else len(text)


def runs_showing(runs: Sequence[TextRun], words: str, starts: Iterable[int]) -> list[Sequence[TextRun]]:
    """The places of a file that show some words and nothing else: runs that follow each other, hidden ones left out.

    The words have no white space; ``starts`` are the numbers of the runs with which they may begin, in order. Each place is
    given once, by where it begins; none if there are too many to tell.
    """
    found: list[Sequence[TextRun]] = []
    steps = _MOST_STEPS
    for start in starts:
        if words.startswith(runs[start].text):
            taken, steps = _runs_showing(runs, words, start, steps)
            found += [[runs[number] for number in taken]] * bool(taken)
        if steps <= 0:
            return []
    return found


def _runs_showing(runs: Sequence[TextRun], words: str, start: int, steps: int) -> tuple[list[int], int]:
    """The numbers of the runs from ``start`` on that show the words, and how many steps are left."""
    taken, number, at = [(start, 0)], start + 1, len(runs[start].text)
    while at < len(words) and steps > 0:
        steps -= 1
        if number == len(runs) or number - taken[-1][0] > _MOST_HIDDEN:
            if len(taken) == 1:
                return [], steps
            number, at = taken.pop()  # take that one for hidden
        elif words.startswith(runs[number].text, at):
            taken.append((number, at))
            at += len(runs[number].text)
        number += 1
    return [index for index, _ in taken] if at == len(words) else [], steps
