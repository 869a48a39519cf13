"""What a cut took away that no word list knows: a main clause before a "that", and what likely turns the sense by all that is seen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from provenance.excerpts.model import MarkKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.scope.compensation import Compensation
from provenance.findings.scope.doubt import cut_model
from provenance.findings.scope.evidence import Sighting
from provenance.findings.scope.frames import (
    frame_before,
    is_half_of_choice,
    is_inside_clause,
    is_spliced,
    is_verb_chain,
)
from provenance.findings.scope.governor import Cut, Governor, GovernorClass
from provenance.findings.scope.openers import opener_end
from provenance.findings.scope.reading import ReadSentence, is_mended
from provenance.text.span import Span

_MARKS: Final = " \n“”„«»「『\"'…"


class UnlistedGovernors:
    """Finds what governs kept words though no list knows it.

    Args:
        context: The comparison.
        compensation: What the article's own words make up for.
    """

    def __init__(self, context: JudgingContext, compensation: Compensation) -> None:
        self._context = context
        self._compensation = compensation

    def frames(self, cut: Cut, sentence: ReadSentence) -> Iterator[Governor]:
        """What the words behind a cut hang on, where no list knows it: a main clause, a verb of theirs, another sentence's subject."""
        first, target = sentence.tokens.index(cut.tokens[0]), sentence.tokens.index(cut.tokens[-1]) + 1
        if is_half_of_choice(first, target, sentence) and not self._compensation.has("or"):
            yield Governor(GovernorClass.FRAME, first, target)
            return
        if target == len(sentence.kept):
            return
        frame = frame_before(target, sentence, self._compensation)
        if frame is not None:
            yield frame
        elif (
            self._has_lost_verb(first, target, sentence)
            or is_verb_chain(first, target, sentence)
            or (cut.declared and self._is_under_mark(first, target, cut.change, sentence))
        ):
            yield Governor(GovernorClass.FRAME, first, target)

    def _is_under_mark(self, first: int, target: int, change: Change | None, sentence: ReadSentence) -> bool:
        """Whether an ellipsis takes a verb or modifier out of a clause, or gives a verb the subject of another sentence."""
        if change is None or change.gained:
            return False
        text, start = self._context.article.document.text, self._context.excerpt.span.start
        before = text[start : change.excerpt.span.start]
        inside = is_inside_clause(first, target, sentence, self._compensation)
        return inside or is_spliced(target, sentence, before)

    def _has_lost_verb(self, first: int, target: int, sentence: ReadSentence) -> bool:
        """Whether brackets mend the verb behind a cut that took more than its subject: "… answer[ed]"."""
        mended = sentence.tokens[target].span in self._mended
        return mended and not all(sentence.has("pronouns", index) for index in range(first, target))

    @cached_property
    def _mended(self) -> frozenset[Span]:
        return frozenset(each.source.span for each in self._context.changes if is_mended(each))

    def doubtful(self, cut: Cut, sentence: ReadSentence) -> Iterator[Governor]:
        """A cut that likely turns the sense of the kept words, though no list knows what of it governs them."""
        open_to_doubt = self.is_open_to_doubt(cut, sentence)
        if open_to_doubt and cut_model().doubts(self.sighting(cut, sentence).names()):
            first = sentence.tokens.index(cut.tokens[0])
            yield Governor(GovernorClass.FRAME, first, first + len(cut.tokens))

    def sighting(self, cut: Cut, sentence: ReadSentence) -> Sighting:
        """What is seen of a cut that is open to doubt."""
        return Sighting(cut, sentence, self._context, self._compensation)

    def is_open_to_doubt(self, cut: Cut, sentence: ReadSentence) -> bool:
        """Whether a cut is an edge, in a language with word lists, and the article has words of its own near.

        Openers and function words say nothing; what brackets put back is not lost.
        """
        first = sentence.tokens.index(cut.tokens[0])
        last = first + len(cut.tokens)
        words = sentence.lexicon.words("function_words")
        return (
            cut.change is None
            and not (
                cut.before and self._context.excerpt.continues
            )  # the piece before has them, or other words
            and (sentence.lexicon.verb_final or any(word in words for word in sentence.words))
            and bool(sentence.content_between(opener_end(first, last, sentence), last))
            and self._compensation.has_words_near
            and not self._begins_in_brackets(cut)
        )

    def _begins_in_brackets(self, cut: Cut) -> bool:
        """Whether the excerpt begins with words in brackets, or has the last word before it in them: "Der Eintritt [bleibt]".

        A letter in brackets ("[T]he") puts nothing back.
        """
        if not cut.before:
            return False
        text, start = self._context.article.document.text, self._context.excerpt_units.items[0].span.start
        marks = [mark.passage for mark in self._context.excerpt.marks if mark.kind is MarkKind.BRACKETS]
        words = [mark for mark in marks if not text[mark.span.end : mark.span.end + 1].isalnum()]
        put_in = [passage.text.strip("[]").casefold() for passage in words]
        opens = any(mark.span.start <= start < mark.span.end for mark in words)
        return opens or cut.tokens[-1].text.casefold() in put_in
