"""Captions (WebVTT, SubRip): cues joined into paragraphs, with the second at which each of them begins."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import NamedTuple

from provenance.articles.article import Article, Format, Landmark, LandmarkKind, Metadata
from provenance.languages.guessing import guess_language
from provenance.text.document import Apparatus, ApparatusKind, Block, Document
from provenance.text.signs import CLOSING_MARKS, SENTENCE_ENDS
from provenance.text.span import Span

_TIME = r"(?:(\d{1,3}):)?(\d\d):(\d\d)[.,]\d{1,3}"
_TIMES = re.compile(rf"[ \t]{{0,9}}{_TIME}[ \t]{{1,9}}-->[ \t]{{1,9}}{_TIME}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,80})?[ \t]+([^<>\n]{1,80})>")
_TAG = re.compile(r"</?[a-z\d][^<>\n]{0,80}>", re.IGNORECASE)
_TURN = re.compile(r"(?:>>+|[-–—])[ \t]{0,3}(?=\w)")  # how captions show that another one speaks
_ENDS_SENTENCE = re.compile(rf"[{SENTENCE_ENDS}][{re.escape(CLOSING_MARKS)}]{{0,3}}$")
_CODE = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d)")
_LATEST_START = 300  # seconds: a recording's first time code
_PAUSE = 2  # seconds of silence behind a sentence: a new paragraph


class _Cue(NamedTuple):
    """A cue: the line of the file that it begins on, its first and last second, who speaks, if that is said, and what."""

    line: int
    start: int
    end: int
    voice: str
    text: str


def read_captions(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read captions."""
    pieces: list[str] = []
    blocks: list[Block] = []
    labels: list[Apparatus] = []
    landmarks: list[Landmark] = []
    length, before = 0, None
    for cue in _new_words(_cues(text)):
        begins = before is None or _begins_paragraph(cue, before)
        label = f"{cue.voice}: " if cue.voice and begins else ""
        gap = "" if before is None else "\n\n" if begins else " "
        start, said = length + len(gap), label + cue.text.lstrip("->–— ")
        length = start + len(said)
        pieces += (gap, said)
        landmarks.append(Landmark(start, LandmarkKind.SECOND, cue.start))
        if label:
            labels.append(Apparatus(Span(start, start + len(label.rstrip())), ApparatusKind.TURN_LABEL))
        first = Block(Span(start, length), line=cue.line) if begins else blocks.pop()
        blocks.append(Block(Span(first.span.start, length), line=first.line))
        before = cue
    whole = "".join(pieces)
    return Article(
        document=Document(whole, origin, tuple(blocks), tuple(labels)),
        format=Format.CAPTIONS,
        metadata=Metadata(url=url, language=guess_language(whole)),
        landmarks=tuple(landmarks),
    )


def _begins_paragraph(cue: _Cue, before: _Cue) -> bool:
    """Whether somebody else speaks than in the cue before, or the speaker is silent for a while behind a sentence."""
    if cue.voice != before.voice or _TURN.match(cue.text):
        return True
    return cue.start - before.end >= _PAUSE and bool(_ENDS_SENTENCE.search(before.text))


def _cues(text: str) -> Iterator[_Cue]:
    """The cues of a file; notes, styles and whatever else has no times are passed over."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        times = _TIMES.match(line)
        if times is None:
            continue
        behind = range(number + 1, len(lines))
        end = next((at for at in behind if not lines[at].strip() or _TIMES.match(lines[at])), len(lines))
        raw = "\n".join(lines[number + 1 : end])
        voice = _VOICE.search(raw)
        said = unescape(_TAG.sub("", raw)).replace("\u200e", "").strip()
        start, stop = (_seconds(*times.groups()[at : at + 3]) for at in (0, 3))
        yield _Cue(number + 1, start, stop, voice[1].strip() if voice else "", said)


def _new_words(cues: Iterator[_Cue]) -> Iterator[_Cue]:
    """The cues without the lines that the one before showed already, as captions that roll up do."""
    shown: list[str] = []
    for cue in cues:
        lines = [" ".join(line.split()) for line in cue.text.split("\n") if line.strip()]
        new = lines[1:] if shown and lines and lines[0] == shown[-1] and len(lines) > 1 else lines
        new = [] if new == shown[-1:] else new
        if new:
            yield cue._replace(text=" ".join(new))
        shown = lines or shown


def with_moments(article: Article) -> Article:
    """An article with the times of its speech as landmarks, if it is a labelled transcript whose time codes count from its beginning, not by the clock."""
    text, apparatus = article.document.text, article.document.apparatus
    found = [
        Landmark(piece.span.start, LandmarkKind.SECOND, _seconds(*code.groups()))
        for piece in apparatus
        if piece.kind is ApparatusKind.TIME_CODE
        and (code := _CODE.search(text, piece.span.start, piece.span.end))
    ]
    seconds = [mark.number for mark in found]
    is_spoken = any(piece.kind is ApparatusKind.TURN_LABEL for piece in apparatus)
    if not is_spoken or article.landmarks or not found:
        return article
    counts = seconds[0] <= _LATEST_START and seconds == sorted(seconds)
    return replace(article, landmarks=tuple(found)) if counts else article


def _seconds(hours: str | None, minutes: str, seconds: str) -> int:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
