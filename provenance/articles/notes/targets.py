"""Calls and notes of a page of elements: a call is resolved by what it leads to, never by the number that it shows."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from lxml.html import HtmlElement

from provenance.articles.article import Note, NoteCall, NoteKind
from provenance.articles.notes.entries import cites_other
from provenance.articles.walk import Stretch, Walk
from provenance.text.document import BlockKind
from provenance.text.span import Span

_NUMBER = re.compile(
    r"[\s\[(]{0,4}(?:\d{1,4}[a-z]?|[a-z]|[ivx]{1,6}|[*†‡§¶^↑]{1,4}|[¹²³⁰⁴-⁹]{1,4})[\s\].):]{0,4}",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"(?:[\s\[(^↑]{0,4}(?:\d{1,4}|(?<=\[)[\w+-]{1,20}(?=\])|[*†‡§¶↑^]{1,4}|(?<=[\s^])[a-z])[\s\].):^]{1,4}){0,12}(?:\d{1,3}(?=[A-Z“]))?[\s^↑*]{0,4}"
)
_DIGITS = re.compile(r"[\s\[(]{0,4}(\d{1,3})[\s\])]{0,4}")
_NAME_AND_YEAR = re.compile(r"(?:[^\W\d_][^\n\d]{0,160})?\d{4}[a-z]?")
_BACK = "↩↑⏎^ ︎️\n\u00a0"
_IDENTIFIER = re.compile(r"[\w:.-]{1,120}")
_UNREAD_ATTRIBUTES = frozenset("class style id name href src title rel role target type lang dir".split())
_SECTIONS = frozenset("h1 h2 h3 h4 h5 h6 html body main article section nav figure table header".split())
_LONGEST = 4_000  # characters of a note
_MOST_PARTS = 12  # elements of a call that are read
_MOST_WORDS = 12  # of a call that is no number: "(Lee and Holm, 2031, p. 14)"
_LONGEST_BRACKET = 120  # characters before a call
_FEWEST_LETTERS = 3  # in the text of a note


def page_notes(walked: Walk, text: str) -> tuple[tuple[NoteCall, ...], tuple[Note, ...]]:
    """The calls of a page and the notes that they lead to, both in reading order."""
    finder = _NoteFinder(walked, text)
    calls: list[NoteCall] = []
    notes: dict[str, Note] = {}
    for call in _calls(walked, text):
        span = finder.note_span(call.key)
        if span is None or span.covers(call.span) or not _may_call(call, span, text):
            continue
        at = bisect_right(calls, span.end, key=lambda one: one.span.start)
        near = (one for one in calls[max(0, at - _MOST_PARTS) : at] if span.covers(one.span))
        if not any(notes[one.key].span.covers(call.span) for one in near):  # else it is the way back
            calls.append(call)
            notes.setdefault(call.key, Note(call.key, span))
    calls.extend(_calls_of_nothing(walked, text))
    called = {note.span.start for note in notes.values()}
    for stretch in walked.side_notes:
        span = _stripped(text, Span(stretch.start, stretch.end))
        if len(span) >= _FEWEST_LETTERS and not any(span.start <= start < span.end for start in called):
            key = f"beside-{span.start}"
            called.add(span.start)
            notes[key] = Note(key, span, NoteKind.SIDE_NOTE)
            calls.append(NoteCall(Span(stretch.start, stretch.start), key))
    calls.sort(key=lambda call: call.span)
    return tuple(calls), tuple(sorted(notes.values(), key=lambda note: note.span))


def _calls_of_nothing(walked: Walk, text: str) -> Iterator[NoteCall]:
    """The raised numbers that lead to no part of the page, and the entries on another page of the same site."""
    for stretch in walked.calling:
        page, _, part = (stretch.element.get("href") or "").partition("#")
        shown = text[stretch.start : stretch.end].strip()
        if page and part and ":" not in page and _NAME_AND_YEAR.fullmatch(shown):
            yield NoteCall(Span(stretch.start, stretch.end), f"[{shown}]")
        if stretch.element.tag == "sup" and stretch.start == stretch.end:
            digits = _DIGITS.fullmatch("".join(islice(stretch.element.itertext(), _MOST_PARTS)))
            if digits and not any(name in walked.targets for name in _names(stretch.element)):
                yield NoteCall(Span(stretch.start, stretch.start), f"[{digits[1]}]")


def _calls(walked: Walk, text: str) -> Iterator[NoteCall]:
    seen: set[tuple[int, str]] = set()
    for stretch in walked.calling:
        name = next((one for one in _names(stretch.element) if one in walked.targets), None)
        if name is not None:
            span = Span(stretch.start, stretch.end).stripped(text)
            if (span.start, name) not in seen:
                seen.add((span.start, name))
                yield NoteCall(span, name)


def _names(element: HtmlElement) -> Iterator[str]:
    """The targets that an element may lead to, the likeliest first; of one that holds a link, the link's."""
    parts = [element]
    if element.tag in {"a", "sup"}:
        parts = list(islice(element.iter("a", "sup", "button", "label", "span"), _MOST_PARTS))
    for part in parts:
        href = part.get("href") or ""
        outside = href.startswith(("http:", "https:", "//"))
        if "#" in href and not (outside and not _NUMBER.fullmatch("".join(islice(part.itertext(), 3)))):
            yield unquote(href.rpartition("#")[2])
            yield href.rpartition("#")[2]
    for part in parts:
        if not (part.get("href") or "#").startswith(("#", "javascript:")):
            continue
        for key, value in part.attrib.items():
            if key not in _UNREAD_ATTRIBUTES and len(value) <= 300:
                yield from islice(_IDENTIFIER.findall(value), _MOST_PARTS)


class _NoteFinder:
    def __init__(self, walked: Walk, text: str) -> None:
        self._walked = walked
        self._text = text
        self._drafts = walked.transcript.drafts
        self._starts = [draft.start for draft in self._drafts]
        self._spans: dict[str, Span | None] = {}

    def note_span(self, name: str) -> Span | None:
        """The text of the note of that name, without its number; None where the target is no note."""
        if name not in self._spans:
            self._spans[name] = self._note_span(self._walked.targets[name])
        return self._spans[name]

    def _note_span(self, target: Stretch) -> Span | None:
        span, tag = Span(target.start, target.end).stripped(self._text), target.element.tag
        if len(span) > _LONGEST or tag in _SECTIONS or (not len(span) and tag == "sup"):
            return None
        block = self._block(span.start)
        opens = block is not None and _opens(self._text, block, span)
        said = _stripped(self._text, span)
        if _holds_words(self._text, said):
            if tag == "dt":
                return self._with_next(span)
            inline = tag in {"a", "sup"} and block is not None and not opens
            return None if inline else self._whole_item(target, said)
        if block is None or not opens or len(block) > _LONGEST:
            return None
        rest = _stripped(self._text, Span(min(max(block.start, span.end), block.end), block.end))
        return self._whole_item(target, rest) if _holds_words(self._text, rest) else self._with_next(span)

    def _whole_item(self, target: Stretch, span: Span) -> Span:
        """A note's text with the paragraphs that follow in its list item: a publisher's links stand there."""
        parents, item, end = self._walked.parents, target.container, span.end
        while item and self._walked.containers[item].tag not in {"li", "dd"}:
            item = parents[item]
        first = bisect_right(self._starts, span.start)
        for draft in self._drafts[first : first + _MOST_PARTS] if item else ():
            around = draft.container
            while around > item:
                around = parents[around]
            if around != item:
                break
            end = max(end, draft.end)
        return _stripped(self._text, Span(span.start, end)) if end > span.end else span

    def _block(self, offset: int) -> Span | None:
        """The block at ``offset``; the next one, where an empty target stands between two."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        near = self._drafts[index : index + 2]
        behind = len(near) > 1 and offset >= near[0].end
        return Span(near[behind].start, near[behind].end) if near else None

    def _with_next(self, span: Span) -> Span | None:
        """The block behind a target: what belongs to the number that stands in a cell, a term or a line of its own."""
        for block in self._drafts[bisect_right(self._starts, span.end) :][:1]:
            listed = block.kind in {BlockKind.CELL, BlockKind.LIST_ITEM}
            if block.kind is not BlockKind.HEADING and (listed or len(span)):
                return Span(block.start, block.end)
        return None


def _may_call(call: NoteCall, note: Span, text: str) -> bool:
    """Whether a link within the page may call a note: by a number, or a few words before an entry that is cited there."""
    before, shown = text[max(0, call.span.start - _LONGEST_BRACKET) : call.span.start], call.span.of(text)
    opened = max(before.rfind("("), before.rfind("["), before.rfind(";"))
    if opened > max(before.rfind(")"), before.rfind("]")) and cites_other(before[opened + 1 :]):
        return False
    if not shown or _NUMBER.fullmatch(shown):
        return True
    around = before[-1:] + text[call.span.end : call.span.end + 1]
    named = any(map(str.isdigit, shown)) or around in {"[]", "()", "（）", "［］"}
    return note.start > call.span.end and len(shown.split()) <= _MOST_WORDS and named


def _opens(text: str, block: Span, span: Span) -> bool:
    """Whether nothing but a number stands in a block before a target."""
    before = text[block.start : max(block.start, span.start)]
    return not before.strip() or bool(_NUMBER.fullmatch(before))


def _stripped(text: str, span: Span) -> Span:
    """A note's text without its number and the ways back at its edges."""
    marks = _MARKS.match(text, span.start, span.end)
    start = marks.end() if marks else span.start
    end = span.end
    while end > start and (text[end - 1] in _BACK):
        end -= 1
    return Span(start, end)


def _holds_words(text: str, span: Span) -> bool:
    return sum(map(str.isalpha, span.of(text))) >= _FEWEST_LETTERS
