"""The labels that say who speaks: a name, a letter or a handle with which a line begins."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from provenance.articles.text_lines import TextLine
from provenance.text.document import Apparatus, ApparatusKind, BlockKind
from provenance.text.folding import fold_word
from provenance.text.span import Span

_PART: Final = r"[^\W\d_][\w\u0900-\u0e7f.’'-]{0,30}"
_SPACE: Final = r"[ \u00a0]"
_NAMED = re.compile(
    rf"(?P<name>{_PART}(?:{_SPACE}{_PART}(?:,(?={_SPACE}[^\W\d_a-zà-ÿ]))?){{0,5}})(?:{_SPACE}?[(\[（][^()\[\]（）\n]{{1,40}}[)\]）])?(?:{_SPACE}?:(?=\s|[“”\"«„‘])|(?<=[^\x00-\xff]):|：|\.[—–])"
)
_LETTER = re.compile(r"(?P<name>[^\W\d_a-zà-ÿ])(?:[.:)]{1,2}(?=\s)|(?=[ \t]{2,12}\S))")
_UNSPACED_NAME = re.compile(r"(?P<name>[^\x00-\xff\s]{1,10})[\u3000 ](?=[^\sA-Za-z0-9])")
"""A space before Latin letters or digits only parts them from the words before: “数据库 SQLite”."""
_BOXED = re.compile(r"[【〔](?P<name>[^\W\d_][^\[\]【】〔〕\n]{0,20})[】〕][:：]?")
_CAPITALS: Final = r"[^\W\d_a-zà-ÿ][^\s\d_a-zà-ÿ,.:;()\[\]]{1,20}"
_ALONE: Final = rf"(?P<name>{_CAPITALS}(?:{_SPACE}{_CAPITALS}){{0,3}})(?P<how>(?:,{_SPACE}|{_SPACE}[(\[])[^\W\d_][^\n.:;!?]{{0,80}})?\.[)\]]?"  # a line of a play: "MARLOW.", "MARLOW, aside."
_AT: Final = r"@(?:[A-Za-z0-9_.]{2,40}|\w{2,40})"
_BEHIND_AT: Final = (
    rf"{_SPACE}?[·•|]{_SPACE}?[^·•|@\d\n]{{0,30}}(?:\d[\d:.h]{{0,7}}(?:{_SPACE}?[ap]\.?m\b)?|{_AT})"
)
_POST: Final = rf"(?:{_PART}(?:{_SPACE}{_PART}){{0,3}}{_SPACE}\(?)?(?P<name>{_AT})\)?(?:{_SPACE}?\([^()\n]{{1,60}}\))?(?P<how>:|(?:{_BEHIND_AT}){{1,3}})?"  # "@lea: …", "@lea · 9:14 · replying to @tom", "Lea Marsh (@lea) · 2h"
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
    is_cased: bool = True  # beginning with a capital, not in a script that has none
    is_doubtful: bool = False  # with nothing but a space behind it, or in an item of a list


def turn_labels(
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
            listed = line.kind is BlockKind.LIST_ITEM
            yield label._replace(line=number, is_doubtful=label.is_doubtful or listed)


def _label(text: str, start: int, end: int) -> _Label | None:
    if text[start : start + 1] in _NEVER_FIRST:
        return None
    named = _NAME_END.search(text, start, min(end, start + _LONGEST_LABEL))
    for pattern in _LABELS if named else _LABELS[1:]:
        found = pattern.match(text, start, end)
        if found is not None and pattern is _UNSPACED_NAME and not _is_han(found["name"]):
            continue
        if found is not None and (_is_name(found["name"]) or _is_titled(found[0])):
            spoken = re.search(_SENTENCE, text[max(found.end(), end - 8) : end]) is not None
            name, span = found["name"], Span(start, found.end())
            capital = spoken and name.isupper() and len(name.split()) > 1
            label = _Label(span, fold_word(name), pattern is _LETTER, spoken, is_capital=capital)
            return label._replace(is_doubtful=pattern is _UNSPACED_NAME, is_cased=name[0].isupper())
    return None


def _alone(text: str, start: int, end: int) -> _Label | None:
    """The line that only says who speaks in the lines below it, and how."""
    found = re.compile(_ALONE).fullmatch(text, start, end) if text[start : start + 2].isupper() else None
    if found is None or not found["name"].isupper():
        return None
    label = _Label(Span(start, end), fold_word(found["name"]), is_letter=False, is_spoken=True, is_alone=True)
    return label._replace(is_directed=found["how"] is not None)


def _posted(text: str, start: int, end: int, bold: frozenset[int]) -> _Label | None:
    """The name by which a post opens, and when and to whom it was written; a name that stands before other words addresses somebody."""
    found = re.compile(_POST).match(text, start, end) if "@" in text[start:end] else None
    if found is None or not (found["how"] or found.end() == end or found.end() in bold):
        return None
    return _Label(
        Span(start, found.end()), found["name"].casefold(), is_letter=False, is_spoken=True, is_capital=True
    )


def _is_han(name: str) -> bool:
    """Whether a word is written in Han signs or katakana."""
    return all(sign == "々" or "\u30a0" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" for sign in name)


def _is_name(name: str) -> bool:
    """Whether each word of a label is written as in a name or in capitals, small particles apart."""
    first, *others = name.split()
    small = (word for word in others if word[0].islower())
    return not first[0].islower() and all(word in _PARTICLES for word in small)


def _is_titled(label: str) -> bool:
    """Whether a label ends with a name in capitals: "De heer VAN HOLM:", "The director general (ROE):"."""
    last = label.rsplit(maxsplit=1)[-1].strip("()[]（）:：.—–")
    return len(last) > 1 and last.isupper() and not label[0].islower()


def _emphasized(text: str, emphasis: Sequence[Span], taken: set[int]) -> Iterator[_Label]:
    """Labels in bold inside a block, behind the end of a sentence."""
    for span in emphasis:
        if span.start in taken or not re.search(_SENTENCE, text[max(0, span.start - 6) : span.start]):
            continue
        label = _label(text, span.start, min(len(text), span.end + 2))
        if label is not None:
            yield label._replace(is_spoken=True)


def _is_likely(label: _Label, counts: Counter[str]) -> bool:
    """Whether a letter, a line or a handle is a label: it returns, or another one answers it; "A." before "B." is an item of a list.

    Words before a space alone are half a line of verse where none returns, and those of a list's item what it explains.
    """
    if label.name.startswith("@"):
        return sum(count for name, count in counts.items() if name.startswith("@")) > 1
    if label.is_alone:
        return counts[label.name] > 1
    if label.is_doubtful:
        return max(counts.values()) > 1
    if not label.is_letter or counts[label.name] > 1:
        return True
    letters = sorted(name for name in counts if len(name) == 1)
    listed = all(ord(two) - ord(one) == 1 for one, two in pairwise(letters))
    return len(letters) > 1 and not listed


def _is_record(labels: Sequence[_Label], dashed: frozenset[int]) -> bool:
    """Whether labels are the rule in a text: three, of two speakers or of one who speaks again; or two that answer each other.

    In a script without capitals, three that never return are as likely terms and what they mean. Lines behind a dash, which are
    questions where others have names, may stand between the two.
    """
    if not labels or sum(label.is_spoken for label in labels) < _SPOKEN * len(labels):
        return False
    names = Counter(label.name for label in labels)
    if len(labels) >= _LEAST:
        return max(names.values()) > 1 or (len(names) > 1 and any(label.is_cased for label in labels))
    near = (two.line - one.line == (2 if one.line + 1 in dashed else 1) for one, two in pairwise(labels))
    return any(near) or (len(labels) > 1 and all(label.is_letter for label in labels))
