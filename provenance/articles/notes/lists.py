"""Lists of references without markup: under a heading that says so, or numbered at the end; and what calls their entries."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from provenance.articles.article import Article, ReferenceEntry
from provenance.articles.text_lines import TextLine, text_lines
from provenance.languages.apparatus import vocabulary
from provenance.text.document import BlockKind
from provenance.text.folding import fold_word
from provenance.text.span import Span

_NUMBER = re.compile(
    r"(?:[\[【(]\^?(\d{1,4})[\])】]:?|(\d{1,4})[.):]|(\d{1,4})(?=[ \u00a0]\S)|([¹²³⁰⁴-⁹]{1,4}))[ \t\u00a0]{0,9}"
)
_RUN_IN = re.compile(r"(?<=\s)(?:[\[【](\d{1,4})[\]】]|([¹²³⁰⁴-⁹]{1,4}))(?=[ \u00a0]\S)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_EVIDENCE = re.compile(
    r"https?://|(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)|\b10\.\d{4,9}/|[“„«\"].{3,200}[”“»\"]|\b\w[\w-]{1,60}\.(?:com|org|net|example|gov|int|eu)\b"
)
_LONGEST_ENTRY = 900  # characters
_LONGEST_HEADING = 60
_MOST_WORDS = 3  # of a name of such a list
_MOST_ENTRIES = 3_000
_MOST_SKIPPED = 3  # numbers between two entries: "2003)" at a line's beginning is none
_MOST_BEHIND = 3  # lines behind a list: the foot of a printed page
_FEWEST = 0.6  # share of the lines of a list that must look like entries


class Entries(NamedTuple):
    """The entries of an article's lists, and the number that each shows or has by its place."""

    references: tuple[ReferenceEntry, ...]  # in order
    numbers: dict[int, str]  # the key of the entry of each number
    spans: tuple[Span, ...]  # the parts of the text that are such lists, headings included


def listed_entries(article: Article) -> Entries:
    """The entries of an article's lists of references that no markup numbers."""
    text = article.document.text
    taken = sorted(note.span for note in article.notes)
    references: list[ReferenceEntry] = []
    numbers: dict[int, str] = {}
    spans: list[Span] = []
    for region in _regions(article):
        from provenance.articles.notes.entries import read_entry  # few texts have a list of references

        ordinal = 0
        for number, span, numbered in islice(_pieces(text, region), _MOST_ENTRIES - len(references)):
            at = bisect_left(taken, span.end, key=lambda one: one.start)
            if any(span.overlaps(one) for one in taken[max(0, at - 2) : at]):
                continue
            ordinal = number or ordinal + 1
            key = f"entry-{len(references) + 1}"
            ends = (
                bisect_left(article.links, at, key=lambda link: link.span.start)
                for at in (span.start, span.end)
            )
            links = article.links[slice(*ends)]
            references.append(read_entry(text, span, links, key=key, emphasis=article.emphasis or ()))
            if numbered:
                numbers.setdefault(ordinal, key)
        spans.append(Span(region[0].span.start, region[-1].span.end))
    return Entries(tuple(references), numbers, tuple(spans))


def _regions(article: Article) -> Iterator[list[TextLine]]:
    text = article.document.text
    lines = list(text_lines(article.document))
    index, last = 0, 0
    while index < len(lines):
        index += 1
        if (inline := _behind_label(text, lines[index - 1])) is not None and _is_entry(text, inline.span):
            lines[index - 1], index = inline, index - 1
        elif not _is_heading(text, lines[index - 1]):
            continue
        stop = index
        while stop < len(lines) and not (
            (lines[stop].kind is BlockKind.HEADING or _is_heading(text, lines[stop]))
            and not _NUMBER.match(text, lines[stop].span.start)
        ):
            stop += 1
        region = lines[index:stop]
        pieces = [span for _, span, _ in _pieces(text, region)]
        if region and sum(_is_entry(text, span) for span in pieces) >= _FEWEST * len(pieces):
            yield region
            index = last = stop
    yield from _unheaded(text, lines[last:])


def _unheaded(text: str, lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The numbered lines with which a text ends: each is called in the text before, or each looks like an entry."""
    start = stop = len(lines)
    first = 0
    for index in range(len(lines) - 1, -1, -1):
        number = _number(text, lines[index].span) or 0
        begins = number and (first or lines[index].opens or _is_called(text, number))
        if begins and first in {0, number + 1}:
            behind = range(index + 1, len(lines))
            stop = stop if first else next((at for at in behind if lines[at].opens), len(lines))
            start, first = index, number
        elif lines[index].opens and (first or index < len(lines) - _MOST_BEHIND):
            break
    region = list(lines[start:stop])
    before = text[: lines[start].span.start] if start < len(lines) else ""
    pieces = list(_pieces(text, region))
    is_called = all(_is_called(before, number or 0) for number, *_ in pieces)
    if first and start and (is_called or all(_is_entry(text, span) for _, span, _ in pieces)):
        yield region


def _is_called(text: str, number: int) -> bool:
    """Whether a text calls a number: "[3]", "³"."""
    return f"[{number}]" in text or str(number).translate(_RAISED) in text


def _is_heading(text: str, line: TextLine) -> bool:
    """Whether a line is nothing but the name of such a list, with a number, a colon or bold type perhaps."""
    if len(line.span) > _LONGEST_HEADING or line.kind is BlockKind.CELL:
        return False
    bare = line.span.of(text)
    if not (bare[:1].isalpha() and bare[-1:].isalpha()):
        bare = re.sub(r"^[\d.\s#*_=-]{1,12}|[\s:：#*_=.-]{1,12}$|\[\w{1,20}\]$", "", bare)
    words = bare.split()
    return len(words) <= _MOST_WORDS and " ".join(map(fold_word, words)) in vocabulary("reference_lists")


def _behind_label(text: str, line: TextLine) -> TextLine | None:
    """What a line says behind "Sources:"; None where it does not begin so."""
    colon = text.find(":", line.span.start, min(line.span.end, line.span.start + _LONGEST_HEADING))
    if colon < 0 or not _is_heading(text, line._replace(span=Span(line.span.start, colon))):
        return None
    return line._replace(span=Span(colon + 1, line.span.end).stripped(text, " *_\u00a0"))


def _is_entry(text: str, span: Span) -> bool:
    pattern = _RUN_IN if len(span) > _LONGEST_ENTRY else _EVIDENCE
    return bool(pattern.search(text, span.start, span.end))


def _pieces(text: str, region: Sequence[TextLine]) -> Iterator[tuple[int | None, Span, bool]]:
    """The entries of a list: its number, its words, and whether the list is numbered; a line without a number may go on the one before."""
    opening = [line for line in region if line.opens] or region
    numbered = 2 * sum(_number(text, line.span) is not None for line in opening) > len(opening)
    items = all(line.kind is BlockKind.LIST_ITEM for line in region)
    spans: list[Span] = []
    last = 0
    for line in region:
        for span in _run_in(text, line.span):
            number = _number(text, span)
            if not numbered:
                goes_on = text.startswith(("http", "www."), span.start)
            else:
                goes_on = number is None or not last < number <= last + _MOST_SKIPPED
            if spans and not line.opens and goes_on:
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
                last = number or last
    for span in spans:
        yield _number(text, span) if numbered else None, span, numbered or items


def _run_in(text: str, span: Span) -> Iterator[Span]:
    """A line cut where a number in brackets begins another entry: "[1] Lee … [2] Holm …"."""
    start, number = span.start, _number(text, span)
    for match in _RUN_IN.finditer(text, span.start + 1, span.end) if number is not None else ():
        following = int((match[1] or match[2]).translate(_SUPERSCRIPTS))
        if number is not None and following > number:
            yield Span(start, match.start()).stripped(text)
            start, number = match.start(), following
    yield Span(start, span.end).stripped(text)


def _number(text: str, span: Span) -> int | None:
    match = _NUMBER.match(text, span.start, span.end)
    shown = next((group for group in match.groups() if group), None) if match else None
    return int(shown.translate(_SUPERSCRIPTS)) if shown else None
