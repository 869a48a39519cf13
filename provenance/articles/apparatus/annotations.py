"""Apparatus of every kind; here are found annotations, which brackets hold, labels of sections, time codes, and who speaks.

A bracket is judged by its form; the words only name what is in it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final, NamedTuple

from provenance.articles.apparatus.numbering import TextLine, numbering, page_breaks, text_lines
from provenance.articles.article import Article
from provenance.languages.apparatus import vocabulary
from provenance.text.document import Apparatus, ApparatusKind
from provenance.text.folding import fold_word
from provenance.text.span import Span

_BRACKET = re.compile(r"[\[(（［【〔]([^\[\]()（）［］【】〔〕\n]{1,80})[\])）］】〕]")
_SQUARE: Final = "[［"
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}")
_NOTE_NUMBER = re.compile(r"[.?]?(?:\s(?:[a-z]|\d{1,3})|\d{1,3})?[.?]?$")
_LETTERS = re.compile(r"[a-z]{1,2}")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?")
_CUE_TIMES = re.compile(rf"{_TIME.pattern}\s?-->\s?{_TIME.pattern}[^\n]{{0,80}}")
_PAGE = re.compile(
    r"(?:\*|(?P<word>[^\W\d_]{1,10})\.?\s?)(?P<number>\d{1,4})(?:[–-]\d{1,4})?|(?P<last>\d{1,4})\s?[頁页쪽]"
)
_SECTION = re.compile(
    r"(?:§{1,2}|¶{1,2})\s?\d[\w.–-]{0,12}(?=\s|$)|[a-z]{1,4}\[(?=[^\]\s]{0,99}[.-])[a-z0-9_.:-]{3,100}\]|\[\d{4}\](?=\s)"
)
_SECTION_SIGNS: Final = "§¶["  # of which each label of a section has one
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_INTERJECTION = re.compile(r"[^\W\d_a-zà-ÿ][\w .'’-]{0,40}[:：]\s?\S")
_MOST_WORDS: Final = 5  # of a stage direction
_FEWEST_CODES: Final = 2  # lines that begin with a time, before one is a time code
_STOPS: Final = frozenset(".,;:!?…。！？”»\"'’)]）")
_PART: Final = r"[^\W\d_][\w.’'-]{0,30}"
_SPACE: Final = r"[ \u00a0]"
_NAMED = re.compile(
    rf"(?P<name>{_PART}(?:{_SPACE}{_PART}){{0,5}})(?:{_SPACE}?[(\[（][^()\[\]（）\n]{{1,40}}[)\]）])?(?:{_SPACE}?:(?=\s|[“”\"«„‘])|：|\.[—–])"
)
_LETTER = re.compile(r"(?P<name>[^\W\d_a-zà-ÿ])(?:[.:)]{1,2}(?=\s)|(?=[ \t]{2,12}\S))")
_UNSPACED_NAME = re.compile(r"(?P<name>[\u3005\u30a0-\u30ff\u3400-\u9fff]{1,10})[\u3000 ](?=\S)")
_BOXED = re.compile(r"[【〔](?P<name>[^\W\d_][^\[\]【】〔〕\n]{0,20})[】〕][:：]?")
_CAPITALS: Final = r"[^\W\d_a-zà-ÿ][^\s\d_a-zà-ÿ,.:;()\[\]]{1,20}"
_ALONE = re.compile(
    rf"(?P<name>{_CAPITALS}(?:{_SPACE}{_CAPITALS}){{0,3}})(?P<how>(?:,{_SPACE}|{_SPACE}[(\[])[^\W\d_][^\n.:;!?]{{0,80}})?\.[)\]]?"
)  # a line of a play: "MARLOW.", "MARLOW, aside."
_AT: Final = r"@(?:[A-Za-z0-9_.]{2,40}|\w{2,40})"
_BEHIND_AT: Final = (
    rf"{_SPACE}?[·•|]{_SPACE}?[^·•|@\d\n]{{0,30}}(?:\d[\d:.h]{{0,7}}(?:{_SPACE}?[ap]\.?m\b)?|{_AT})"
)
_POST = re.compile(
    rf"(?:{_PART}(?:{_SPACE}{_PART}){{0,3}}{_SPACE}\(?)?(?P<name>{_AT})\)?(?:{_SPACE}?\([^()\n]{{1,60}}\))?(?P<how>:|(?:{_BEHIND_AT}){{1,3}})?"
)  # "@lea: …", "@lea · 9:14 · replying to @tom", "Lea Marsh (@lea) · 2h"
_LABELS: Final = _NAMED, _LETTER, _BOXED, _UNSPACED_NAME
_NAME_END = re.compile(r"[:：]|\.[—–]")  # what closes a name of several letters
_LONGEST_LABEL: Final = 256  # characters of six parts of a name, with what stands in brackets behind them
_LEAD = re.compile(
    r"[-–—•*>\s]{0,4}(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?[ \t-]{1,4})?"
)  # a time may stand first
_SENTENCE: Final = r"[.!?…。！？][\"”»’)\]]{0,2}\s*$"
_NEVER_FIRST: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")  # in a name
_LEAST: Final = 3  # labelled lines, where others have none
_SPOKEN: Final = 0.5  # of the turns end as sentences do
_DASHES: Final = ("―", "—", "–")
_PARTICLES: Final = frozenset("de da di do dos van von der den del la le du of the and y e och og i".split())


def with_apparatus(article: Article) -> Article:
    """The article with the apparatus of its text: labels, stage directions, time codes, numbers, section labels, note calls."""
    document, text = article.document, article.document.text
    lines = text_lines(document)
    numbers = [*page_breaks(document, lines), *numbering(text, lines)]
    labels = _turn_labels(text, lines, numbers=numbers, emphasis=article.emphasis or ())
    annotations = _annotations(text, lines, spoken=bool(labels))
    told = [*document.apparatus, *numbers, *labels, *annotations, *_inserted_notes(article)]
    return replace(article, document=replace(document, apparatus=tuple(_disjoint(told))))


def _inserted_notes(article: Article) -> Iterator[Apparatus]:
    called = {call.key: call.span.start for call in article.calls}
    for note in article.notes:
        block = article.document.block_at(note.span.start)
        if block is not None and block.span.start <= called.get(note.key, -1) <= note.span.start:
            yield Apparatus(note.span, ApparatusKind.NOTE_CALL)


def _disjoint(pieces: Iterable[Apparatus]) -> Iterator[Apparatus]:
    """The pieces in order; of two that overlap, the one that begins first, and of those the longer one."""
    reached = 0
    for piece in sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.end)):
        if piece.span.start >= reached:
            yield piece
            reached = piece.span.end


def _annotations(text: str, lines: Sequence[TextLine], *, spoken: bool) -> Iterator[Apparatus]:
    starts = {line.span.start for line in lines}
    for bracket in _BRACKET.finditer(text):
        kind = _kind(bracket, text, starts, spoken=spoken)
        if kind is not None:
            yield Apparatus(Span(*bracket.span()), kind)
    yield from chain(_section_labels(text, lines), _time_codes(text, lines))


def _kind(bracket: re.Match[str], text: str, starts: set[int], *, spoken: bool) -> ApparatusKind | None:
    inner, square = bracket[1].strip(), bracket[0][0] in _SQUARE
    if square and _is_note_call(inner, text[max(0, bracket.start() - 2) : bracket.start()]):
        return ApparatusKind.NOTE_CALL
    if _TIME.fullmatch(inner) and (square or bracket.start() in starts):
        return ApparatusKind.TIME_CODE
    page = _PAGE.fullmatch(inner)
    if page is not None and (
        page["last"] or not page["word"] or fold_word(page["word"]) in vocabulary("pages")
    ):
        return ApparatusKind.PAGE_BREAK
    if _is_stage_direction(inner) or (spoken and _is_recorded(bracket, text)):
        return ApparatusKind.STAGE_DIRECTION
    return None


def _is_note_call(inner: str, before: str) -> bool:
    """Whether square brackets call a note: with several numbers, or right behind a word or a stop, and no editor's "word[s]" or "[12]"."""
    behind = before.rstrip()[-1:]
    attached = before[-1:].strip() != "" or behind in _STOPS
    if _NUMBERS.fullmatch(inner):
        return bool(behind) and (attached or not inner.isdecimal())
    if _LETTERS.fullmatch(inner):
        return behind in _STOPS and before[-1:].strip() != ""
    return bool(behind) and fold_word(_NOTE_NUMBER.sub("", inner)) in vocabulary("notes")


def _is_stage_direction(inner: str) -> bool:
    """Whether brackets hold one of the words for what is heard besides words, and not much else."""
    words = [fold_word(word) for word in _WORD.findall(inner)]
    known = vocabulary("stage_directions")
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    return any(word in known for word in words) or " ".join(words) in known


def _is_recorded(bracket: re.Match[str], text: str) -> bool:
    """Whether the recorder of a debate speaks: a call from the floor, or a word or two with their own stop between sentences."""
    if _INTERJECTION.match(bracket[1]):
        return True
    between = text[max(0, bracket.start() - 2) : bracket.start()].rstrip()[-1:] in {"", *_STOPS}
    words = _WORD.findall(bracket[1])
    return between and bracket[1].endswith(".") and bracket[1][0].isupper() and len(words) <= _MOST_WORDS - 2


def _section_labels(text: str, lines: Sequence[TextLine]) -> Iterator[Apparatus]:
    for line in lines if any(sign in text for sign in _SECTION_SIGNS) else ():
        label = _SECTION.match(text, line.span.start, line.span.end)
        if label is not None:
            yield Apparatus(Span(*label.span()), ApparatusKind.SECTION_LABEL)


def _time_codes(text: str, lines: Sequence[TextLine]) -> Iterator[Apparatus]:
    """The times with which lines begin, where several do."""
    codes = []
    for line in lines:
        if not text[line.span.start].isdecimal():
            continue
        within = text, line.span.start, line.span.end
        code = _CUE_TIMES.match(*within) or _TIME.match(*within)
        if code is not None and not text[code.end() : code.end() + 1].isalnum():
            codes.append(Apparatus(Span(*code.span()), ApparatusKind.TIME_CODE))
    if len(codes) >= _FEWEST_CODES:
        yield from codes


class _Label(NamedTuple):
    """A label that a line may begin with: where, whose, whether what follows ends as speech does, and the line's number."""

    span: Span
    name: str
    is_letter: bool
    is_spoken: bool
    line: int = -2
    is_capital: bool = False  # a first and a last name, or more, all in capitals; or a handle
    is_alone: bool = False  # with nothing behind it on its line
    is_directed: bool = False  # but how it is said


def _turn_labels(
    text: str, lines: Sequence[TextLine], *, numbers: Sequence[Apparatus], emphasis: Sequence[Span]
) -> list[Apparatus]:
    """The labels that say who speaks; where they are no rule, names in capitals alone."""
    ends = {piece.span.start: piece.span.end for piece in numbers}
    found = list(_labels(text, lines, ends, frozenset(span.end for span in emphasis)))
    found.extend(_emphasized(text, emphasis, {label.span.start for label in found}))
    counts = Counter(label.name for label in found if not label.is_directed)
    kept = [label for label in found if _is_likely(label, counts)]
    dashed = frozenset(
        number for number, line in enumerate(lines) if text.startswith(_DASHES, line.span.start)
    )
    if not _is_record(kept, dashed):  # capitals tell a speaker where nobody else speaks, too
        kept = [label for label in kept if label.is_capital]
    return [Apparatus(label.span, ApparatusKind.TURN_LABEL) for label in kept]


def _labels(
    text: str, lines: Sequence[TextLine], ends: dict[int, int], bold: frozenset[int]
) -> Iterator[_Label]:
    for number, line in enumerate(lines):
        start = ends.get(line.span.start, line.span.start)
        lead = _LEAD.match(text, start, line.span.end)
        start = lead.end() if lead else start
        end = line.span.end
        label = _label(text, start, end) or _alone(text, start, end) or _posted(text, start, end, bold)
        if label is not None:
            yield label._replace(line=number)


def _label(text: str, start: int, end: int) -> _Label | None:
    if text[start : start + 1] in _NEVER_FIRST:
        return None
    named = _NAME_END.search(text, start, min(end, start + _LONGEST_LABEL))
    for pattern in _LABELS if named else _LABELS[1:]:
        found = pattern.match(text, start, end)
        if found is not None and _is_name(found["name"]):
            spoken = re.search(_SENTENCE, text[max(found.end(), end - 8) : end]) is not None
            name, span = found["name"], Span(start, found.end())
            capital = spoken and name.isupper() and len(name.split()) > 1
            return _Label(span, fold_word(name), pattern is _LETTER, spoken, is_capital=capital)
    return None


def _alone(text: str, start: int, end: int) -> _Label | None:
    """The line that only says who speaks in the lines below it, and how."""
    found = _ALONE.fullmatch(text, start, end) if text[start : start + 2].isupper() else None
    if found is None or not found["name"].isupper():
        return None
    label = _Label(Span(start, end), fold_word(found["name"]), is_letter=False, is_spoken=True, is_alone=True)
    return label._replace(is_directed=found["how"] is not None)


def _posted(text: str, start: int, end: int, bold: frozenset[int]) -> _Label | None:
    """The name by which a post opens, and when and to whom it was written; a name that stands before other words addresses somebody."""
    found = _POST.match(text, start, end) if "@" in text[start:end] else None
    if found is None or not (found["how"] or found.end() == end or found.end() in bold):
        return None
    return _Label(
        Span(start, found.end()), found["name"].casefold(), is_letter=False, is_spoken=True, is_capital=True
    )


def _is_name(name: str) -> bool:
    """Whether each word of a label is written as in a name or in capitals, small particles apart."""
    first, *others = name.split()
    small = (word for word in others if word[0].islower())
    return not first[0].islower() and all(word in _PARTICLES for word in small)


def _emphasized(text: str, emphasis: Sequence[Span], taken: set[int]) -> Iterator[_Label]:
    """Labels in bold inside a block, behind the end of a sentence."""
    for span in emphasis:
        if span.start in taken or not re.search(_SENTENCE, text[max(0, span.start - 6) : span.start]):
            continue
        label = _label(text, span.start, min(len(text), span.end + 2))
        if label is not None:
            yield label._replace(is_spoken=True)


def _is_likely(label: _Label, counts: Counter[str]) -> bool:
    """Whether a letter, a line or a handle is a label: it returns, or another one answers it; "A." before "B." is an item of a list."""
    if label.name.startswith("@"):
        return sum(count for name, count in counts.items() if name.startswith("@")) > 1
    if label.is_alone:
        return counts[label.name] > 1
    if not label.is_letter or counts[label.name] > 1:
        return True
    letters = sorted(name for name in counts if len(name) == 1)
    listed = all(ord(two) - ord(one) == 1 for one, two in pairwise(letters))
    return len(letters) > 1 and not listed


def _is_record(labels: Sequence[_Label], dashed: frozenset[int]) -> bool:
    """Whether labels are the rule in a text: three, of two speakers or of one who speaks again; or two that answer each other.

    Lines behind a dash, which are questions where others have names, may stand between the two.
    """
    if not labels or sum(label.is_spoken for label in labels) < _SPOKEN * len(labels):
        return False
    names = Counter(label.name for label in labels)
    if len(labels) >= _LEAST:
        return len(names) > 1 or max(names.values()) > 1
    near = (two.line - one.line == (2 if one.line + 1 in dashed else 1) for one, two in pairwise(labels))
    return any(near) or (len(labels) > 1 and all(label.is_letter for label in labels))
