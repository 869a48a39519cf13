"""Utterance and VoiceMap: who speaks where in a source; whether two names may be one person's."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import Final

from provenance.languages.apparatus import vocabulary
from provenance.languages.notices import notice
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.span import Span
from provenance.text.tokens import folded_words, is_unspaced

_LEAST_LETTERS: Final = 3  # shorter words of two names are no sign that they are one person's
_SURNAME: Final = 2  # signs by which a person is called again where names have no spaces
_HANDLES: Final = re.compile(r"(@(?:[A-Za-z0-9_.]+|\w+))")
_ALIAS_WITHIN: Final = 60  # code points between two names of one person


class VoiceKind(StrEnum):
    """Whose words a stretch of a source is, the narrator's apart, whose are all that nobody else's are."""

    SPEAKER = "speaker"  # somebody whom the source quotes, or who answers
    QUESTIONER = "questioner"  # an interviewer, counsel, a member of a committee
    READER = "reader"  # who comments
    ADVERTISER = "advertiser"
    HEADLINE = "headline"  # a headline or a caption
    DISSENT = "dissent"  # a judge whose opinion is not the court's


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one voice, at a stretch."""

    span: Span  # the words, without the marks
    # The words, with their marks and with what says whose they are ("said the fitter, Piet Halvar").
    region: Span
    kind: VoiceKind = VoiceKind.SPEAKER  # whose they are
    # The name that the source gives; None where it names nobody, or names an office alone.
    speaker: str | None = None
    speech: int = 0  # the number of the speech that it belongs to: "…," she said. "…" is one speech
    tagged: bool = False  # whether the source says whose it is, by name or not ("a fitter told the board")
    label: str | None = None  # what a transcript calls the one who speaks: "THE CHAIR", "Q"


class VoiceMap:
    """The voices of a document, in order; of two utterances that begin together, the longer one first."""

    def __init__(self, document: Document, utterances: Iterable[Utterance]) -> None:
        self.document = document
        self.utterances = tuple(sorted(utterances, key=lambda one: (one.span.start, -one.span.end)))
        self._starts = [one.span.start for one in self.utterances]
        # The furthest end of all up to each.
        self._reach = list(accumulate((one.span.end for one in self.utterances), max))

    def at(self, offset: int) -> Utterance | None:
        """The innermost utterance that holds the character at an offset; None where the narrator speaks."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0 and self._reach[index] > offset:
            if self.utterances[index].span.end > offset:
                return self.utterances[index]
            index -= 1
        return None

    def holding(self, spans: Iterable[Span]) -> tuple[Utterance | None, ...]:
        """For each run of words in some spans, the utterance that holds it, or None; in order, repetitions left out."""
        found: list[Utterance | None] = []
        for span in spans:
            for utterance in self._along(span):
                if not found or found[-1] is not utterance:
                    found.append(utterance)
        return tuple(found)

    def speech_of(self, spans: Iterable[Span]) -> tuple[Utterance, ...]:
        """The utterances of the one speech that holds all words of some spans; none if they lie in several, or outside."""
        held = self.holding(spans)
        speeches = {one.speech if one else None for one in held}
        if len(speeches) != 1 or None in speeches:
            return ()
        return tuple(one for one in self.utterances if one.speech in speeches)

    def is_tag(self, span: Span) -> bool:
        """Whether a span holds nothing but what the source says between two pieces of one speech: "…," she said. "…"."""
        span = span.worded(self.document.text)
        return bool(len(span)) and any(tag.start <= span.start and span.end <= tag.end for tag in self.tags)

    @property
    def tags(self) -> Iterator[Span]:
        """From the last word of each piece of a speech to the first of its next one, nobody else speaking between; a caption may."""
        beside = {VoiceKind.HEADLINE, VoiceKind.ADVERTISER}
        for one, two in pairwise(each for each in self.utterances if each.kind not in beside):
            if one.speech == two.speech and one.span.end <= two.span.start:
                yield Span(one.span.end, two.span.start)

    def _along(self, span: Span) -> Iterator[Utterance | None]:
        """Who speaks from word to word of a span."""
        for running in self.document.running_spans(span.start, span.end):
            at = running.start
            while at < running.end:
                if not self.document.text[at].isalnum():
                    at += 1
                    continue
                utterance = self.at(at)
                yield utterance
                at = min(running.end, self._next_border(at, utterance))

    def _next_border(self, offset: int, utterance: Utterance | None) -> int:
        """Where the voice may change behind an offset."""
        index = bisect_right(self._starts, offset)
        following = self._starts[index] if index < len(self._starts) else len(self.document.text)
        return min(following, utterance.span.end) if utterance else following


def speaker_of(utterances: Iterable[Utterance]) -> str | None:
    """The one person to whom some utterances are given; None if nobody or several are named."""
    named = {utterance.speaker for utterance in utterances if utterance.speaker}
    return named.pop() if len(named) == 1 else None


def name_words(text: str) -> list[str]:
    """The words of a text, folded, in order; a handle ("@tide_watch") is one word, whatever it is made of."""
    found: list[str] = []
    for piece in _HANDLES.split(text):
        found += [fold_word(piece[1:].rstrip("."))] if piece.startswith("@") else folded_words(piece)
    return found


def share_a_name(one: str, other: str) -> bool:
    """Whether two names may belong to one person: they have a word of three letters or more in common, no article, or one is a shorter one alone ("Ek")."""
    if is_unspaced(one[:1]):
        return one in other or other in one or one[:_SURNAME] == other[:_SURNAME]
    first, second = ({*name_words(name)} for name in (one, other))
    names = sorted((first, second), key=len)
    alone = len(names[0]) == 1 and one[:1].isupper() and other[:1].isupper() and names[0] <= names[1]
    return alone or any(
        len(word) >= _LEAST_LETTERS and word not in vocabulary("articles") for word in first & second
    )


def without_office(name: str, text: str) -> str:
    """A name without the words that stand before others' names too in a text: "Fors" of "Committee member Fors"."""
    words = name.split()
    for at in range(len(words) - 2, -1, -1):
        following = {found[1] for found in re.finditer(rf"\b{re.escape(words[at])}\s+(\w+)", text)}
        if sum(word[0].isupper() or not word[0].islower() for word in following) > 1:
            return " ".join(words[at + 1 :])
    return name


def is_office(label: str) -> bool:
    """Whether a label names an office, which may be anybody's: "THE CHAIR", "MODERATOR"."""
    words = [fold_word(word) for word in label.split()]
    return bool(words) and (words[-1] in vocabulary("offices") or words[0] in vocabulary("articles"))


def speaks_for_another(text: str) -> bool:
    """Whether a text says that somebody speaks for somebody else."""
    return notice("on_behalf").search(text) is not None


def may_be_one(named: str, told: str, region: Span, document: Document) -> bool:
    """Whether the name that an article gives and the one told around a region of the source may be one person's, or one speak for the other."""
    text = document.text
    sentence = text[region.start : region.end + _ALIAS_WITHIN].partition("\n")[0]
    if share_a_name(named, text[region.start : region.end]) or speaks_for_another(sentence):
        return True
    one, other = (re.escape(name.split()[-1]) for name in (named, told))
    near = re.compile(
        rf"\b(?:{one}\b(.{{0,{_ALIAS_WITHIN}}}?)\b{other}|{other}\b(.{{0,{_ALIAS_WITHIN}}}?)\b{one})\b"
    )
    return any(notice("alias").search(found[1] or found[2] or "") for found in near.finditer(text))
