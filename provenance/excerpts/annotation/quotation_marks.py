"""Quotation marks: which opens, which closes, what stands between. Marks are matched by sets, never by fixed pairs."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from provenance.files.reading import shipped
from provenance.text.folding import fold_character
from provenance.text.span import Span

# What may close a quotation that a mark opens.
CLOSERS: Mapping[str, frozenset[str]] = {
    mark: frozenset(closing.split()) for mark, closing in shipped(__file__, "quotation_marks.toml").items()
}
_RARE_CLOSERS: Mapping[str, frozenset[str]] = {"„": frozenset("«»"), "»": frozenset("»")}
"""What closes a quotation where none of its ``CLOSERS`` does."""
SINGLE = frozenset("‘‚'’‹›")
_ALWAYS_OPEN = frozenset((*"„‚「『﹁‟", "``"))
_ALWAYS_CLOSE = frozenset((*"」』﹂″", "’’"))
_MARK = re.compile("''(?!')|``|‘‘|’’|,,(?=[\\w…(\\[])|[„“”\"‟«»‹›「」『』﹁﹂‘’‚'＂״″]")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f\u2009\u3000([{<—–-―/:…,;。，：、！？>")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u202f\u2009\u3000)]}.,;:!?…—–-/<。，：；、！？”»\"’'")
_ENDS = frozenset(".,?!…;:。！？")
# What opens among these is told from what follows: they close as well, or stand for letters.
_EITHER = frozenset("“”»›‘'")
# What a quotation may begin with before its first word or figure: "»[D]ie", "”… och", "»$5"; a note's "[1]" is none.
_LEADING = re.compile(r"(?=[^\w\s])(?:\[[…. ]*\]|…|\.{3}|[(\[](?!\d+[\])])|[$€£¥@#–—-])[^\S\n]?[\[(]?(\w)")
_CLIPPED = re.compile(r"[dkmnst]\b")  # 's avonds, rock 'n roll: one consonant is what is left of a word
_DECADE = re.compile(r"\d\ds?\b")  # the '90s
_TYPED_TWICE = frozenset("“”„")
_SPACES = " \t\n\u00a0\u202f\u2009"
_MOST_INSIDE = 200  # marks inside one quotation; hostile text opens thousands and closes none
_FEW = 4  # marks behind an inner quotation
_INVISIBLE = 5  # characters in a row beside a mark that may show nothing
_LOOK_AHEAD = 60  # marks that are searched for the end of a quotation in single marks


class Quotation(NamedTuple):
    """A quotation as its marks show it, inside one block."""

    inner: Span  # the quoted words, without the marks and the spaces inside them
    outer: Span  # the words with their marks
    mark: str  # the mark that opens it
    closed: bool  # whether a mark closes it; without one it runs to the end of the block


class _Mark(NamedTuple):
    text: str
    at: int
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        return self.at + len(self.text)


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of the block ``text[start:end]``, in order."""
    marks = _marks(text, start, end)
    found: list[Quotation] = []
    index = 0
    while index < len(marks):
        closing = _closing(text, marks, index) if marks[index].opens else None
        if closing is not None:
            mark, last = marks[index], marks[closing]
            inner = _bare(text, mark.end, last.at)
            found.append(Quotation(inner, Span(mark.at, last.end), mark.text, closed=True))
            index = closing
        elif _stays_open(marks, index, start=start, text=text):
            mark = marks[index]
            inner = _bare(text, mark.end, end)
            found.append(Quotation(inner, Span(mark.at, end), mark.text, closed=False))
            break
        index += 1
    return [quotation for quotation in found if len(quotation.inner)]


def is_arrow(text: str, quotation: Quotation) -> bool:
    """Whether a mark that opens is the arrow of a path ("Home » News » Town"): a space follows it."""
    start = quotation.outer.start
    return quotation.mark == "»" and text[start + 1 : start + 2].isspace()


def first_closing(text: str, start: int, end: int) -> int | None:
    """Where the first mark of ``text[start:end]`` stands, if it closes what an earlier block opened."""
    for mark in _marks(text, start, end):
        if mark.text in SINGLE:
            continue
        return mark.at if mark.closes and not mark.opens else None
    return None


def opens_block(text: str, start: int, end: int) -> str | None:
    """The mark with which ``text[start:end]`` begins, if it opens a quotation."""
    found = _MARK.match(text, start, end)
    return found[0] if found and found[0] in CLOSERS and found[0] not in SINGLE else None


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    found: list[_Mark] = []
    inward: bool | None = None  # »German«, and no « French »: which it is, the block's first mark tells
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        before = _visible(reversed(text[max(start, at - _INVISIBLE) : at]))
        after = _visible(text[match.end() : min(end, match.end() + _INVISIBLE)])
        if mark == after == '"' and before in _BEFORE_OPENING and text[at + 2 : at + 3].isalpha():
            continue  # typed twice
        if before in _SPACES and at - 2 >= start and text[at - 2] in "'’" and not after.isalnum():
            before = "'"  # the end of the inner quotation, and a space between it and that of the outer
        elif mark == '"' and _is_prefix(text, start, at) and after.isalpha():
            before = " "
        if mark in _EITHER and before in _BEFORE_OPENING:
            ahead = _LEADING.match(text, match.end(), end)
            after = ahead[1] if ahead else after
        opens, closes = _directions(mark, before, after)
        opens = opens and not (mark in "'‘" and _is_left_out(text, at, end))
        if mark in "«»":
            inward = mark == "»" and before in _BEFORE_OPENING if inward is None else inward
            spaced = before in _SPACES and after in _SPACES
            opens, closes = (mark == "»", mark == "«") if inward and spaced else (opens, closes)
        if opens or closes:
            found.append(_Mark(mark, at, opens, closes))
    return found


def _visible(characters: Iterable[str]) -> str:
    """The first character that is seen; a space where there is none."""
    return next((each for each in characters if each != "\ufffd" and fold_character(each)), " ")


def _is_left_out(text: str, at: int, end: int) -> bool:
    """Whether a mark stands for letters or digits of the word behind it: "'s avonds", "the '90s"."""
    if _CLIPPED.match(text, at + 1, end):
        return text[at] == "'"
    return bool(_DECADE.match(text, at + 1, end)) and text[max(0, at - 2) : at] != ": "


def _is_prefix(text: str, start: int, at: int) -> bool:
    """Whether one letter stands before a mark, as the article and conjunctions do in Hebrew, or an elided word ("l'")."""
    if at - 1 < start:
        return False
    if text[at - 1] in "'’":
        return at - 1 > start and text[at - 2].isalpha()
    alone = at - 2 < start or text[at - 2].isspace()
    return alone and "\u0590" <= text[at - 1] <= "\u05ff"


def _directions(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark may open and whether it may close, by its shape and its neighbours."""
    if mark in _ALWAYS_OPEN or mark in _ALWAYS_CLOSE:
        return mark in _ALWAYS_OPEN, mark in _ALWAYS_CLOSE
    leans_right = before in _BEFORE_OPENING or before in CLOSERS
    if mark in "'’‘":
        return _single_directions(mark, before, after, leans_right=leans_right)
    if mark in "«»‹›":
        return _angle_directions(mark, before, after, leans_right=leans_right)
    return _double_directions(mark, before, after, leans_right=leans_right)


def _double_directions(mark: str, before: str, after: str, *, leans_right: bool) -> tuple[bool, bool]:
    cjk = _is_ideographic(before) or _is_ideographic(after)
    if mark == "“":
        # „… ‚so‘“: the end of the inner quotation stands before that of the outer.
        behind_inner = before in "‘’'"
        # „so,“ sagt sie: no quotation opens before a space, and at once behind a closing mark none before a stop
        behind_stop = not cjk and (after.isspace() or after in ".,;:!?)")
        opens = not behind_stop and (leans_right or cjk or after.isalnum())
        return opens, (not leans_right or behind_inner or behind_stop) and not after.isalnum()
    if mark == "”":
        return leans_right and (after.isalnum() or after in "'‘") and not cjk, True
    measured = before.isdigit() and not after.isalnum()  # 6" pipe
    begins = before in ".!?" and after.isupper()  # the space before it was forgotten
    opens = (leans_right or begins) and not after.isspace()
    return opens, (not before.isspace() and (after in _AFTER_CLOSING or begins or not opens)) or measured


def _single_directions(mark: str, before: str, after: str, *, leans_right: bool) -> tuple[bool, bool]:
    particle = _is_hangul(after) and not before.isspace()  # Korean: ‘…다’고 말했다
    inside_word = before.isalnum() and after.isalnum() and not particle
    opens = mark != "’" and leans_right and after.isalnum()
    closes = not inside_word and not before.isspace() and (particle or not after.isalnum())
    return opens, closes


def _angle_directions(mark: str, before: str, after: str, *, leans_right: bool) -> tuple[bool, bool]:
    """«French», « French », »German«: by the spaces around, then by the shape."""
    if mark in "«‹":
        return not (
            not before.isspace() and not leans_right and not after.isalnum() and after not in _SPACES
        ), (not before.isspace() and not after.isalnum())
    return leans_right and after.isalnum() and before not in "\u00a0\u202f", True


def _is_ideographic(character: str) -> bool:
    return "\u3040" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"


def _closing(text: str, marks: Sequence[_Mark], index: int) -> int | None:
    """The index of the mark that closes the quotation opened at ``index``; None if none does."""
    if marks[index].text in SINGLE:
        return _single_closing(text, marks, index)
    found = _double_closing(marks, index, CLOSERS[marks[index].text])
    rare = _RARE_CLOSERS.get(marks[index].text)
    return _double_closing(marks, index, rare) if found is None and rare else found


def _double_closing(marks: Sequence[_Mark], index: int, closers: Container[str]) -> int | None:
    opening, depth, inside = marks[index], 1, False
    nested: Container[str] = ()
    for later in range(index + 1, min(len(marks), index + _MOST_INSIDE)):
        mark = marks[later]
        if mark.text in nested and mark.closes and not _is_last_closer(marks, later, closers):
            nested = ()
            continue
        if later == index + 1 and mark.at == opening.end and mark.text not in _ALWAYS_CLOSE:
            continue  # a second mark at once behind the first
        if mark.text == '"' != opening.text and (inside or (mark.opens and not mark.closes)):
            inside = not inside and mark.opens  # “He said "no" to me”: straight marks inside curly ones
        elif mark.text in closers and mark.closes and not (mark.opens and mark.text == opening.text == "“"):
            depth -= 1
            if depth == 0:
                return later
        elif mark.text == opening.text and mark.opens and not mark.closes:
            depth += 1
        elif mark.text == "„" and opening.text == '"':
            nested = CLOSERS["„"]  # "So „the Mill” it is": the inner quotation has marks of its own
    return None


def _is_last_closer(marks: Sequence[_Mark], index: int, closers: Container[str]) -> bool:
    """Whether no mark behind one of a few closes as well."""
    return not any(mark.text in closers and mark.closes for mark in marks[index + 1 : index + _FEW])


def _single_closing(text: str, marks: Sequence[_Mark], index: int) -> int | None:
    """In single marks an apostrophe may look like the end, or like the opening of an inner quotation ("get 'em").

    What closes for certain stands behind a stop or an inner quotation in double marks, or before a stop. The first other one
    is believed where nothing is certain before the next quotation opens; one that may close an inner quotation, only where
    there is no other.
    """
    closers = CLOSERS[marks[index].text]
    first = inner = None
    depth = 0
    for later, behind in _outside_double(marks, index):
        mark = marks[later]
        if mark.opens:
            if mark.text not in closers or first is not None or (inner is not None and not depth):
                break
            depth += 1
        elif mark.text in closers and mark.closes:
            if text[mark.at - 1] in _ENDS or mark.at == behind:
                return later
            if depth:
                depth, inner = depth - 1, later
            elif text[mark.end : mark.end + 1] in _ENDS:
                return later
            elif first is None and not behind:
                first = later
    return inner if first is None else first


def _outside_double(marks: Sequence[_Mark], index: int) -> Iterator[tuple[int, int]]:
    """The marks behind a single one, without inner quotations in double marks; with each, where the last of those ends, or 0."""
    later, behind, last = index + 1, 0, min(len(marks), index + _LOOK_AHEAD)
    while later < last:
        mark = marks[later]
        double = mark.opens and mark.text not in SINGLE
        closing = _double_closing(marks, later, CLOSERS[mark.text]) if double else None
        if closing is None:
            yield later, behind
            later += 1
        else:
            later, behind = closing + 1, marks[closing].end


def _stays_open(marks: Sequence[_Mark], index: int, *, start: int, text: str) -> bool:
    """Whether an unclosed mark opens a quotation that runs to the block's end, and is no stray sign."""
    mark = marks[index]
    if not mark.opens or mark.text in SINGLE:
        return False
    if not text[start : mark.at].strip():
        return True
    later = (marks[number] for number in range(index + 1, len(marks)))
    return not any(one.opens and one.text not in SINGLE for one in later)


def _bare(text: str, start: int, end: int) -> Span:
    """The words between two marks, without spaces at their edges and without an opening mark that was typed twice."""
    while start < end and text[start] in _SPACES:
        start += 1
    if text[start : start + 1] in _TYPED_TWICE and not any(mark in text[start + 1 : end] for mark in '“”"„'):
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return Span(start, end)
