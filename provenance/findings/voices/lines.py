"""Lines of a source that belong to somebody each: rows of a table, items and turns behind a label, lines of a dialogue."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import chain, groupby, pairwise
from typing import Final, NamedTuple

from provenance.excerpts.annotation.mention import gender_of
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.findings.voices.model import Utterance, VoiceMap, name_words
from provenance.languages.cues import language
from provenance.languages.lexicon import Lexicon
from provenance.text.document import Document
from provenance.text.span import Span

_NEAR: Final = 2_000  # code points around some words in which the other lines are read
_NEAR_CELLS: Final = 200
_LABEL: Final = re.compile(r"(?:\[?\d{1,2}[:.]\d{2}\]?[ \t]{1,4})?(?P<label>[^\W\d][^:：\n]{0,40})[:：]\s")
_BEHIND_NAME: Final = re.compile(r"\s?[·•|]|[:：]\s?$")  # when a post was written, and to whom
_DASH: Final = re.compile(r"[ \t]{0,8}[—–―]{1,2}[ \u00a0]?(?=\S)")
_STOP: Final = re.compile(r"[.;:!?…。；！？]")
_LEAST: Final = 3  # letters of a word that names somebody
_REPLY: Final = 160  # code points of a line without a tag


class Called(Enum):
    """How a line says whose it is: of one person, one may say "she", another "Anna Berg", a third "the mayor"."""

    LABEL = auto()  # a label or the first cells of a row, before the words
    PRONOUN = auto()
    NAME = auto()
    OFFICE = auto()  # or nothing


class Line(NamedTuple):
    """Words of one person among others', and what the source says of whose they are."""

    span: Span  # the words, with what says so
    whose: str  # the label, the first cells of the row, or the tag; empty where it says nothing
    names: frozenset[str]  # the words by which it calls them, folded, and the gender of "he" or "she"
    called: Called


def lines_around(place: Span, voices: VoiceMap, lexicon: Lexicon) -> list[Line]:
    """The rows of the table in which some words of a source stand, or the turns or lines of a dialogue; empty where it is none.

    Of a dialogue these are lines that nothing parts: each opens with a label, a dash or a quotation mark. Where two speak
    by turns, a line is theirs who spoke two lines before.
    """
    document = voices.document
    block = document.block_at(place.start)
    if block is not None and block.row is not None:
        return list(_rows(document, place, lexicon))
    near = Span(max(0, place.start - _NEAR), min(len(document.text), place.end + _NEAR))
    turns = [one for one in voices.utterances if one.label and one.region.overlaps(near)]
    if any(one.region.covers(place) for one in turns):
        labels = [_BEHIND_NAME.split(document.text[one.region.start : one.span.start])[0] for one in turns]
        return [_labelled(one.region, label, lexicon) for one, label in zip(turns, labels, strict=True)]
    near = Span(document.text.rfind("\n", 0, near.start) + 1, near.end)
    runs = _runs(document, near, [one for one in voices.utterances if one.region.overlaps(near)], lexicon)
    run = next((run for run in runs if any(line.span.covers(place) for line in run)), [])
    if (two := _turns(run)) is None:
        return run
    return [line._replace(names=two[index % 2], called=Called.NAME) for index, line in enumerate(run)]


def _labelled(span: Span, whose: str, lexicon: Lexicon) -> Line:
    words = (word for word in name_words(whose) if len(word) >= _LEAST or word.isdigit())
    return Line(span, whose, _telling(words, lexicon), Called.LABEL)


def _tagged(span: Span, whose: str, lexicon: Lexicon) -> Line:
    spoken = language(lexicon.language)
    words = spoken.words(whose)
    genders = {gender for word in words if (gender := gender_of(word.key, spoken))}
    if genders:
        return Line(span, whose, frozenset(genders), Called.PRONOUN)
    capitals = [word.text for word in words if word.is_capitalised]
    told = name_words(" ".join(capitals) or whose)
    names = _telling((word for word in told if len(word) >= _LEAST and word not in spoken.saying), lexicon)
    return Line(span, whose, names, Called.NAME if capitals else Called.OFFICE)


def _telling(words: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Those of some words that may call somebody: no verb of saying and no function word."""
    taken = [lexicon.words(name) for name in ("function_words", "said_neutral", "said_loaded")]
    return frozenset(word for word in words if not any(word in each for each in taken))


def by_turns(document: Document, said: Sequence[Utterance], lexicon: Lexicon) -> Iterator[Utterance]:
    """The utterances of a source, in order; where two speak by turns, each has the name that only one of them has.

    Where it may be two or one who goes on, what has no tag is nobody's.
    """
    starts = [one.span.start for one in said]
    given: dict[Utterance, str | None] = {}
    for run in _runs(document, document.span, said, lexicon):
        edges = [(bisect_left(starts, line.span.start), bisect_left(starts, line.span.end)) for line in run]
        held = [said[first:last] for first, last in edges]
        names = [{one.speaker for each in held[turn::2] for one in each if one.tagged} for turn in (0, 1)]
        two, several = _turns(run) is not None, len(names[0].union(names[1]) - {None}) > 1
        for index, (line, each) in enumerate(zip(run, held, strict=True)):
            own = names[index % 2] - names[1 - index % 2] - {None}
            if two or (several and not line.whose):
                given.update(dict.fromkeys(each, own.pop() if two and len(own) == 1 else None))
    return (replace(one, speaker=given.get(one, one.speaker)) for one in said)


def _rows(document: Document, place: Span, lexicon: Lexicon) -> Iterator[Line]:
    """The rows of a table, each with what its cells say before the column of some words."""
    at = document.block_index_at(place.start)
    near = document.blocks[max(0, at - _NEAR_CELLS) : at + _NEAR_CELLS]
    rows = [list(cells) for row, cells in groupby(near, key=lambda block: block.row) if row is not None]
    column = next(cells for cells in rows if document.blocks[at] in cells).index(document.blocks[at])
    for cells in rows:
        before = [cell.span.of(document.text) for cell in cells[:column]]
        whose = " | ".join(text for text in before if any(map(str.isalpha, text)))
        if whose and len(cells) > column:
            span = Span(cells[0].span.start, cells[-1].span.end)
            yield _labelled(span, whose, lexicon)


def _runs(
    document: Document, region: Span, said: Sequence[Utterance], lexicon: Lexicon
) -> Iterator[list[Line]]:
    """The lines of dialogues in a region, each run of them up to where something else stands between."""
    starts = [one.span.start for one in said]
    run: list[Line] = []
    start = region.start
    for text in region.of(document.text).split("\n"):
        span = Span(start, start + len(text))
        start += len(text) + 1
        label = _LABEL.match(text)
        if label is not None:
            run.append(_labelled(span, label["label"].strip(), lexicon))
        elif _is_spoken(text):
            held = said[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            tags = (_tag(one, document) for one in held if span.covers(one.region))
            tag = next(filter(None, tags), "")
            run.append(_tagged(span, tag, lexicon))
        elif text.strip():
            yield run
            run = []
    yield run


def _is_spoken(text: str) -> bool:
    """Whether a line opens with a dash, or with a quotation that is closed in it."""
    if _DASH.match(text):
        return True
    marked = [] if text[:1].isalnum() else quotations(text, 0, len(text))
    return bool(marked) and not marked[0].outer.start and all(one.closed for one in marked)


def _tag(one: Utterance, document: Document) -> str:
    """What the source says of who speaks, before or behind some words, up to the next stop."""
    sides = Span(one.region.start, one.span.start), Span(one.span.end, one.region.end)
    texts = [side.worded(document.text).of(document.text) for side in sides]
    return next((_STOP.split(text)[0].strip() for text in texts if text), "")


def _turns(lines: Sequence[Line]) -> tuple[frozenset[str], frozenset[str]] | None:
    """By what two are called who speak some lines by turns; None where it may be one, or three.

    In reports one person goes on from paragraph to paragraph: there tags have full names, and lines without one are long.
    """
    replies = all(len(line.span) <= _REPLY for line in lines if not line.whose)
    if not replies or any(line.called is Called.LABEL or _has_full_name(line.whose) for line in lines):
        return None
    one, other = (_by_kind(lines[turn::2]) for turn in (0, 1))
    both = [kind for kind in Called if one[kind] and other[kind]]
    if not both or not all(_all(one[kind]).isdisjoint(_all(other[kind])) for kind in both):
        return None
    several = any(names[0].isdisjoint(each) for names in (*one.values(), *other.values()) for each in names)
    return None if several else (_all(chain(*one.values())), _all(chain(*other.values())))


def _by_kind(lines: Sequence[Line]) -> dict[Called, list[frozenset[str]]]:
    return {kind: [line.names for line in lines if line.called is kind and line.names] for kind in Called}


def _all(names: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(chain(*names))


def _has_full_name(tag: str) -> bool:
    return any(one[0].isupper() and other[0].isupper() for one, other in pairwise(tag.split()))
