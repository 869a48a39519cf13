"""Linked quotations: words of somebody whom nothing names, where a link on the saying, or right beside it, leads to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.excerpts.credits import credit_behind
from provenance.excerpts.cue import Cue, Strength
from provenance.excerpts.links import set_on_most, usable
from provenance.excerpts.mention import Gender, Mention, MentionKind
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from provenance.articles.article import Link
    from provenance.excerpts.pieces import Piece
    from provenance.excerpts.scene import Scene
    from provenance.languages.phrases import Word

FEWEST_WORDS = 6
_MOST_BEFORE = 8  # words between a quotation and the verb behind it: "the authors of the second report also"
_MOST_BEHIND = 6  # words between the verb and the quotation that follows: "said on Tuesday afternoon that"
_MOST_APART = 2  # words between the link on whoever speaks and the verb: "also", "have since"
_MOST_JOINING = 4  # words between a noun for what is said and the quotation: ", in short,"
_STOPS = frozenset(".!?;")
_PAUSES = frozenset(",，—–-:：")
_SO = "so"  # ", so the report": a word that is no cue by itself
_FULL_STOPS = frozenset(".。")
_FEWEST_AROUND = (
    3  # words of the author's own before linked words: with fewer, a title stands in a list or behind "see"
)
_PLURALS = ("s", "es", "n", "en", "nen", "i", "x")


class _Side:
    """What stands on one side of a quotation, in words, with the links among them."""

    def __init__(self, scene: Scene, span: Span) -> None:
        self.scene = scene
        self.span = span
        self.words: Sequence[Word] = scene.language.words(scene.text, span.start, span.end)

    @property
    def first(self) -> int:
        """Where the first word stands, behind a comma or a dash."""
        return next((at for at, word in enumerate(self.words) if word.is_word), len(self.words))

    @cached_property
    def links(self) -> list[range]:
        """The words that each of the links is set on."""
        starts, ends = [word.start for word in self.words], [word.end for word in self.words]
        spans = (link.span for link in usable(self.scene, self.scene.links_in(self.span)))
        found = (range(bisect_left(starts, span.start), bisect_right(ends, span.end)) for span in spans)
        return [words for words in found if words]

    @cached_property
    def verbs(self) -> list[int]:
        """Where somebody says something, as far as the words beside each verb tell."""
        return [at for at in range(len(self.words)) if self._is_verb(at)]

    def _is_verb(self, at: int) -> bool:
        language, word = self.scene.language, self.words[at]
        before = self.words[at - 1] if at else None
        if before is not None and (before.key in language.determiners or before.key in language.prepositions):
            return False
        if word.key in language.verbs:
            return True
        several = before is not None and self.is_several(before)
        return several and f"{word.key}s" in language.verbs  # "they conclude", as in "she concludes"

    def is_several(self, word: Word) -> bool:
        """Whether a word stands for several people: "they", "the researchers"."""
        language = self.scene.language
        return word.key in language.plural or any(
            word.key.endswith(ending) and word.key[: -len(ending)] in language.roles for ending in _PLURALS
        )

    def is_person(self, word: Word) -> bool:
        """Whether a word is a common noun for people or stands for one."""
        language = self.scene.language
        return self.is_several(word) or word.key in language.roles or word.key in language.roles_feminine

    def runs(self, start: int, stop: int) -> bool:
        """Whether nothing but words stands between two places."""
        return all(word.is_word for word in self.words[start:stop])

    def is_thing(self, start: int, stop: int) -> bool:
        """Whether one of some words is that for a sign, a motto, a title."""
        return any(word.key in self.scene.language.title_words for word in self.words[max(0, start) : stop])

    def is_document(self) -> bool:
        """Whether a kind of document is named."""
        return any(word.key in self.scene.language.documents for word in self.words)


def linked_cue(scene: Scene, piece: Piece) -> Cue | None:
    """The cue of a quotation whose speaker has no name, where a link leads to the words.

    Args:
        scene: The article.
        piece: The quotation, with what stands around it.

    Returns:
        A cue that names nobody and whose words hold the link; None where no link is set on the saying or beside it.
    """
    if not scene.language.spaced or piece.words < FEWEST_WORDS or not piece.quotation.closed:
        return None
    for read in _READERS:
        found = read(scene, piece)
        if found is not None:
            span, owned = found
            several = Mention(MentionKind.PRONOUN, "", Span(span.start, span.start), range(0), Gender.PLURAL)
            return Cue(span, Strength.FRAME, several, owned=owned)
    return None


def _said_behind(scene: Scene, piece: Piece) -> tuple[Span, bool] | None:
    """Read "…,” the [authors] write", "…,” [wrote one reviewer]", "…,” officials said in [a statement]"."""
    if not _looks_forward(piece):
        return None
    side = _Side(scene, piece.after)
    for verb in side.verbs:
        between = side.words[side.first : verb]
        if len(between) > _MOST_BEFORE or any(word.text in _STOPS for word in between):
            return None
        speaks = _is_said_by_people(side, verb)
        if any(speaks or _is_beside(side, words, verb) for words in side.links):
            return piece.after, False
    return None


def _said_before(scene: Scene, piece: Piece) -> tuple[Span, bool] | None:
    """Read "The judges [wrote] that “…", "The [team] said: “…"."""
    side = _Side(scene, piece.before)
    for verb in reversed(side.verbs):
        rest = side.words[verb + 1 :]
        if len(rest) > _MOST_BEHIND or any(word.text in _STOPS for word in rest):
            return None
        if side.is_thing(verb + 1, len(side.words)) or side.is_thing(verb - 1, verb):
            return None
        if any(_is_beside(side, words, verb) for words in side.links):
            return piece.before, False
    return None


def _words_before(scene: Scene, piece: Piece) -> tuple[Span, bool] | None:
    """Read "In [their words], “…", "According to the [leaflet], “…"."""
    side = _Side(scene, piece.before)
    if not side.words or side.words[-1].text not in _PAUSES:
        return None
    language = scene.language
    for words in side.links:
        if len(side.words) - words.stop > _MOST_JOINING or not _joins(side, words.stop):
            continue
        if any(side.words[at].key in language.speech_nouns for at in words):
            return piece.before, True
        for span in language.according.find(side.words):
            if 0 <= words.start - span.stop <= _MOST_APART or span.start in words:
                return piece.before, False
    return None


def _so_behind(scene: Scene, piece: Piece) -> tuple[Span, bool] | None:
    """Read "…”, [so the report]", "…”, according to [the leaflet]"."""
    side = _Side(scene, piece.after)
    first = side.first
    if first == len(side.words) or not _looks_forward(piece):
        return None
    length = scene.language.according.at(side.words, first) or side.words[first].key == _SO
    near = any(words.start - first - length <= _MOST_APART for words in side.links[:1])
    return (piece.after, False) if length and near else None


def _credited(scene: Scene, piece: Piece) -> tuple[Span, bool] | None:
    """Read "…” ([source])", and a note's number behind the mark that leads out of the page."""
    quotation = piece.quotation
    link = credit_behind(scene, quotation.outer.end) or _note(scene, piece)
    return (Span(quotation.outer.end - 1, max(quotation.outer.end, link.span.end)), False) if link else None


def _note(scene: Scene, piece: Piece) -> Link | None:
    """The link of a note: set on nothing but the quotation's last word with its mark, or a number behind the mark."""
    outer = piece.quotation.outer
    last = scene.text.rfind(" ", outer.start, piece.quotation.inner.end) + 1
    for link in usable(scene, scene.links_in(Span(max(outer.start + 1, last), outer.end + 3))):
        number = scene.text[link.span.start : link.span.end].strip("[]() ").isdigit()
        if (link.span.start >= outer.end and number) or link.span.start < outer.end <= link.span.end:
            return link
    return None


def _wrapped(scene: Scene, piece: Piece) -> tuple[Span, bool] | None:
    """Read "[“…”] is the finding": a link on the words themselves, unless they look like the title of a page."""
    link = set_on_most(scene, [piece.quotation.inner])
    if link is None:
        return None
    before, after = _Side(scene, piece.before), _Side(scene, piece.after)
    if before.is_thing(0, len(before.words)) or before.is_document():
        return None
    fragment = piece.text[:1].islower() or piece.text[-1:] in _FULL_STOPS
    copula = bool(after.words) and after.words[0].key in scene.language.copulas
    woven = copula or sum(word.is_word for word in before.words) >= _FEWEST_AROUND
    found = (fragment and woven) or _is_called_said(after)
    return (Span(link.span.start, link.span.end), False) if found else None


def _is_called_said(side: _Side) -> bool:
    """Whether "is the finding." or "was their blunt answer" follows: what the words are, and that is no title."""
    words, language = side.words, side.scene.language
    if len(words) < 3 or words[0].key not in language.copulas:
        return False
    if any(word.key in language.speech_nouns for word in words[1 : 1 + _MOST_JOINING]):
        return True
    noun, rest = words[2], words[3:4]
    named = noun.key in language.documents or side.is_thing(2, 3)
    ended = not rest or not rest[0].is_word or rest[0].key in language.prepositions
    return words[1].key in language.determiners and noun.is_word and ended and not named


def _is_said_by_people(side: _Side, verb: int) -> bool:
    """Whether a common noun for people stands beside a verb: "officials said", "said one of the judges"."""
    first, last = max(side.first, verb - _MOST_APART), min(len(side.words), verb + _MOST_APART + 2)
    before = any(side.is_person(side.words[at]) and side.runs(at, verb) for at in range(first, verb))
    return before or any(
        side.is_person(side.words[at]) and side.runs(verb, at) for at in range(verb + 1, last)
    )


def _is_beside(side: _Side, link: range, verb: int) -> bool:
    """Whether a link is set on a verb of saying, on its subject right before it, or on its subject right behind it."""
    if verb in link:
        return True
    if link.stop <= verb:
        near = verb - link.stop <= _MOST_APART and side.runs(link.stop, verb)
        return near and not side.is_thing(link.stop - 1, link.stop)
    gap = side.words[verb + 1 : link.start]
    return len(gap) <= _MOST_APART and all(
        word.is_word and word.key not in side.scene.language.prepositions for word in gap
    )


def _joins(side: _Side, start: int) -> bool:
    """Whether only small words and pauses follow."""
    language = side.scene.language
    return all(
        word.text in _PAUSES or word.key in language.function_words or word.key in language.copulas
        for word in side.words[start:]
    )


def _looks_forward(piece: Piece) -> bool:
    """Whether a sentence goes on behind a quotation as one that says who spoke does."""
    text, outer = piece.text, piece.quotation.outer
    rest = piece.scene.text[outer.end : outer.end + 4].strip()
    if text[-1:] in ",，" or rest[:1] in _PAUSES:
        return True
    return rest[:1].islower() and not piece.cut(piece.before).strip()


_READERS: tuple[Callable[[Scene, Piece], tuple[Span, bool] | None], ...] = (
    _said_behind,
    _so_behind,
    _credited,
    _words_before,
    _said_before,
    _wrapped,
)
"""The readers, in the order in which they are believed. Each gives the words that hold the link, and whether they are owned."""
