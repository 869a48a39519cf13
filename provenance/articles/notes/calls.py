"""Calls that text alone makes: "[3]", "【4†source】", "²", "(Lee 2031, p. 14)", "@lee2031"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from provenance.articles.article import Article, NoteCall, ReferenceEntry
from provenance.articles.notes.lists import Entries, listed_entries
from provenance.text.folding import fold_word
from provenance.text.span import Span

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")
_NUMBERED = re.compile(
    r"\[(\d{1,4})[,:]\s?[^\W\d_][^\[\]\d\n]{0,12}\d[^\[\]\n]{0,16}\]|\[\^?(\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,9})\]|【(\d{1,4})(?:[:†][^】\n]{0,40})?】|(?:(?<=[\w.,;:!?”“»\"’)])|(?<=[¹²³⁰⁴-⁹] ))([¹²³⁰⁴-⁹]{1,3}(?:[⁻,˒][¹²³⁰⁴-⁹]{1,3}){0,4})(?!\w)"
    r"|(?<=[.,;!?”»\"’)])\s?\((\d{1,3})\)(?=[\s.,;]|\Z)"
)
_GROUP = re.compile(r"[(（\[]([^()（）\[\]\n]{3,200})[)）\]]")
_YEAR = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)([a-z]?)(?!\d)")
_KEYED = re.compile(r"(?<![\w@.])-?@\{?([\w:.#$%&+?<>~/-]{1,80}[\w/])\}?")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEFORE = 300  # characters before a year in brackets in which the author is looked for
_MOST_RANGE = 8
# Entries of one name: in a longer list a name tells nothing, and each call would go through it.
_MOST_NAMESAKES = 400
_MOST_CALLS = 20_000
_LEADING_NOWHERE = re.compile(
    r"\[\^?\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}\](?!\s\d)|【\d{1,3}(?:[:†][^】\n]{0,40})?】|(?<=[.,;:!?”»\"’])[¹²³⁰⁴-⁹]{1,3}(?!\w)"
)


def with_notes(article: Article) -> Article:
    """The article with the entries of its lists of references, and the calls in its text that name one by number or author."""
    found = listed_entries(article)
    references = (*article.references, *found.references)
    shown = {f"[{number}]": key for number, key in found.numbers.items()}
    own = (replace(call, key=shown.get(call.key, call.key)) for call in article.calls)
    every = (*own, *_written_calls(article, found._replace(references=references)))
    calls = tuple(sorted(every, key=lambda call: call.span))
    return replace(article, calls=calls, references=references) if calls or references else article


def _written_calls(article: Article, entries: Entries) -> tuple[NoteCall, ...]:
    """The calls that stand as plain text outside the lists; one that no entry answers has what it shows as its key."""
    text = article.document.text
    taken = {offset for call in article.calls for offset in range(call.span.start, call.span.end)}
    taken.update(link.span.start for link in article.links)
    calls = [
        *_numbered(text, entries.numbers),
        *_named(text, entries.references),
        *_keyed(text, entries.references),
    ]
    answered = {call.span.start for call in calls}
    calls += (call for call in _unanswered(text) if call.span.start not in answered)
    return tuple(
        call
        for call in islice(calls, _MOST_CALLS)
        if taken.isdisjoint((call.span.start, call.span.start + 1))
        and not any(span.covers(call.span) for span in entries.spans)
    )


def _unanswered(text: str) -> Iterator[NoteCall]:
    """What looks like a call of a note or an entry, and begins no line: there it is the number of an entry."""
    groups = (match for match in _GROUP.finditer(text) if _KEYED.match(match[1])) if "@" in text else ()
    shown = _LEADING_NOWHERE.finditer(text) if any(sign in text for sign in "[【¹²³⁰⁴⁵⁶⁷⁸⁹") else ()
    for match in (*shown, *groups):
        if text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip():
            yield NoteCall(Span(*match.span()), match[0])


def _numbered(text: str, numbers: Mapping[int, str]) -> Iterator[NoteCall]:
    for match in _NUMBERED.finditer(text) if numbers else ():
        shown = next(group for group in match.groups() if group).translate(_SUPERSCRIPTS)
        for number in _counted(shown):
            if number in numbers:
                yield NoteCall(Span(*match.span()), numbers[number])


def _counted(shown: str) -> Iterator[int]:
    """The numbers that "1, 3–5" names."""
    for part in re.split(r"[,;]", shown):
        ends = [int(end) for end in re.findall(r"\d{1,4}", part)]
        yield from range(ends[0], min(ends[-1], ends[0] + _MOST_RANGE) + 1) if ends else ()


def _keyed(text: str, entries: Sequence[ReferenceEntry]) -> Iterator[NoteCall]:
    """Pandoc's "[@lee2031, p. 14]" and "@lee2031"; the bracket goes with what stands in it."""
    keys = {entry.key for entry in entries}
    if "@" not in text:
        return
    from provenance.articles.notes.entries import cites_other

    groups, at = [match.span() for match in _GROUP.finditer(text)], 0
    for match in _KEYED.finditer(text):
        key = match[1] if match[1] in keys else match[1].rstrip(".:")
        while at < len(groups) and groups[at][1] < match.end():
            at += 1
        inside = at < len(groups) and groups[at][0] < match.start()
        span = Span(*groups[at]) if inside else Span(*match.span())
        start = max(span.start + 1, text.rfind(";", span.start, match.start()) + 1)
        stop = text.find(";", match.end(), span.end)
        if key in keys and not (
            inside and cites_other(_KEYED.sub("", text[start : stop if stop > 0 else span.end - 1]))
        ):
            yield NoteCall(span, key)


def _named(text: str, entries: Sequence[ReferenceEntry]) -> Iterator[NoteCall]:
    """The calls that name an author: "(Lee and Holm 2031, p. 14)", "Lee (2031: 14)", "(Lee 14)"."""
    if not entries:
        return
    from provenance.articles.notes.entries import cites_other

    by_name = _by_name(entries)
    for match in _GROUP.finditer(text) if by_name else ():
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        for piece in match[1].split(";")[:10]:
            entry = _entry_named(piece, by_name, before if _YEAR.match(match[1].strip()) else "")
            if entry is not None and not cites_other(piece):
                yield NoteCall(Span(*match.span()), entry.key)


def _by_name(entries: Sequence[ReferenceEntry]) -> dict[str, list[ReferenceEntry]]:
    """The entries by the last word of their first author's name, or the first long word of the title where nobody is named."""
    found: dict[str, list[ReferenceEntry]] = {}
    for entry in entries:
        name = (entry.authors[0] if entry.authors else entry.title or entry.container or "").split()
        words = [fold_word(word.strip(".,“”\"'")) for word in name]
        for word in {words[-1], words[0]} if words and entry.authors else words[:3]:
            if len(word) > 1:
                found.setdefault(word, []).append(entry)
    return {word: named for word, named in found.items() if len(named) <= _MOST_NAMESAKES}


@lru_cache(maxsize=4096)
def _telling_words(entry: ReferenceEntry) -> frozenset[str]:
    return frozenset(map(fold_word, _WORD.findall(" ".join((*entry.authors, entry.title or "")))))


def _entry_named(
    piece: str, by_name: Mapping[str, list[ReferenceEntry]], before: str
) -> ReferenceEntry | None:
    """The one entry whose author and year a piece of a bracket names, the author before the bracket perhaps."""
    year = _YEAR.search(piece)
    own = _WORD.findall(piece[: year.start()] if year else piece)
    words = own or _WORD.findall(before)
    if not year and (not own or len(own) > 4 or not re.search(r"\d", piece)):
        return None
    named = [entry for word in words if word[:1].isupper() for entry in by_name.get(fold_word(word), ())]
    unique = {entry.key: entry for entry in named}
    fitting = [
        entry
        for entry in unique.values()
        if not year or ((entry.year or "")[:4] == year[1] and (not year[2] or entry.year == year[0]))
    ]
    if len(fitting) > 1:  # two works of one author and year: the second author, or a word of the title, tells
        said = {fold_word(word) for word in own}
        told = [len(said & _telling_words(entry)) for entry in fitting]
        most = max(told)
        fitting = [entry for entry, count in zip(fitting, told, strict=True) if count == most]
    return fitting[0] if len(fitting) == 1 else None
