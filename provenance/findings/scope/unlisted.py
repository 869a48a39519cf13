"""What a cut took away that no word list knows: each frame asked for a cut, with what the article says around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from provenance.excerpts.model import MarkKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.scope.compensation import Compensation
from provenance.findings.scope.frames import (
    attitude_before,
    base_of_share,
    frame_before,
    is_inside_clause,
    is_mended,
    is_run_on,
    is_spliced,
    is_verb_chain,
    lead_of_list,
    limit_behind,
    part_of_whole,
)
from provenance.findings.scope.governor import Cut, Governor, GovernorClass
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.reach import reaches
from provenance.findings.scope.reading import ReadSentence
from provenance.findings.scope.settings import clause_behind, exception_behind, scope_of_total, setting_before
from provenance.findings.scope.standing import is_phrase, stands_alone
from provenance.text.span import Span

_MARKS: Final = " \n“”„«»「『\"'…"
_HEADING: Final = 2  # words of a cut among which one stands that heads it


class UnlistedGovernors:
    """Finds what governs kept words by its place in the sentence.

    Args:
        context: The comparison.
        compensation: What the article's own words make up for.
    """

    def __init__(self, context: JudgingContext, compensation: Compensation) -> None:
        self._context = context
        self._compensation = compensation

    @cached_property
    def _bracketed(self) -> frozenset[str]:
        """The words that the excerpt has in brackets."""
        marks = self._context.excerpt.marks
        spans = [mark.passage.span for mark in marks if mark.kind is MarkKind.BRACKETS]
        document = self._context.article.document
        return frozenset(token.word for token in read_tokens(document, spans, self._context.lexicon).items)

    def frames(self, cut: Cut, sentence: ReadSentence) -> Iterator[Governor]:
        """What the words behind a cut hang on, where no list knows it: a main clause, or the verb of a mended one."""
        first, target = sentence.tokens.index(cut.tokens[0]), sentence.tokens.index(cut.tokens[-1]) + 1
        if target < len(sentence.kept):
            frame = frame_before(target, sentence, self._compensation)
            frame = frame or lead_of_list(first, target, sentence, self._compensation)
            if frame is not None:
                yield frame
            elif (
                self._is_mended_behind(cut, sentence)
                or is_verb_chain(first, target, sentence)
                or (
                    cut.change
                    and cut.declared
                    and is_inside_clause(first, target, sentence, self._compensation)
                )
            ):
                yield Governor(GovernorClass.FRAME, first, target)

    def losses(self, cut: Cut, sentence: ReadSentence) -> Iterator[Governor]:
        """What no list knows either: what became of a claim, of whom a share is, whose verb it is, what shuts out all else."""
        first, target = sentence.tokens.index(cut.tokens[0]), sentence.tokens.index(cut.tokens[-1]) + 1
        governor: Governor | None = None
        at_end = target == len(sentence.kept)
        if cut.change is not None:
            if cut.declared and not at_end and is_spliced(target, sentence, self._before(cut.change)):
                governor = Governor(GovernorClass.FRAME, 0, target)
            elif cut.declared and not at_end and not first and sentence.has_comma(target):
                governor = self._setting(first, target, sentence)
            elif cut.declared and not at_end and first:
                governor = scope_of_total(first, target, sentence, self._compensation)
            elif cut.declared and at_end and is_run_on(first, sentence, cut.change):
                governor = Governor(GovernorClass.FRAME, first, target)
        elif at_end:
            governor = self._limit(first, cut, sentence)
        elif cut.before:
            governor = attitude_before(target, sentence, self._compensation)
            governor = governor or self._share(first, target, sentence)
            governor = governor or self._setting(first, target, sentence)
        if governor is not None:
            yield governor

    def _setting(self, first: int, target: int, sentence: ReadSentence) -> Governor | None:
        """What opens the clause, where the article has words of its own for it."""
        words = sentence.lexicon.words("function_words")
        known = sentence.lexicon.verb_final or any(word in words for word in sentence.words)
        listed = {GovernorClass.REPORT, GovernorClass.RESTRICTION}
        governors = (each for each in governors_of(sentence) if each.kind not in listed)
        heading = range(first, min(first + _HEADING, target))
        if any(
            each.first in heading or reaches(each, sentence)
            for each in governors
            if each.first in range(first, target)
        ):
            return None
        declared = (
            self._context.excerpt.passages[0].text.lstrip(_MARKS).startswith("[")
        )  # "[T]he", "[will] pay"
        if not known or declared or not self._compensation.has_words_near:
            return None
        while target > first and sentence.words[target - 1] in self._bracketed:
            target -= 1  # „Der Eintritt [bleibt] frei“
        return setting_before(first, target, sentence, self._compensation)

    def _limit(self, first: int, cut: Cut, sentence: ReadSentence) -> Governor | None:
        """What shuts out all else behind a clause, where no mark tells of the cut and the article does not say it again."""
        if cut.declared or is_phrase(self._context) or self._compensation.says_again(cut.tokens):
            return None
        rules = (limit_behind, exception_behind, clause_behind)
        return next((found for rule in rules if (found := rule(first, sentence))), None)

    def _share(self, first: int, target: int, sentence: ReadSentence) -> Governor | None:
        """Of how many, or of whom, a clause is, where the article says neither."""
        base = base_of_share(first, target, sentence)
        if base and not self._compensation.says_again(sentence.tokens[first:target]):
            return base
        mended = any(is_mended(change) for change in self._context.changes)
        part = part_of_whole(target, sentence) if mended or not is_phrase(self._context) else None
        told = self._compensation.makes_up_for
        if (
            part is None
            or told(part, sentence.tokens[:target])
            or self._compensation.leads_in_with(sentence.tokens[target - 1])
        ):
            return None
        return part

    def _before(self, change: Change) -> str:
        """The excerpt up to a change."""
        text, start = self._context.article.document.text, self._context.excerpt.span.start
        return text[start : change.excerpt.span.start]

    def _is_mended_behind(self, cut: Cut, sentence: ReadSentence) -> bool:
        """Whether brackets mend a word at the end of a cut, or in a sentence that the excerpt makes of its rest."""
        mended = [change.source.span for change in self._context.changes if is_mended(change)]
        if cut.change is not None:
            return len(cut.tokens) > 1 and cut.tokens[-1].span in mended
        alone = cut.before and stands_alone(self._context, at_end=False)
        region = Span(cut.tokens[-1].span.end, sentence.tokens[-1].span.end)
        return alone and any(region.covers(span) for span in mended)
