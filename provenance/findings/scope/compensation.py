"""Compensation: what an article has in the place of a lost governor, from words that themselves govern the quotation."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from provenance.excerpts.model import Markup
from provenance.findings.context import JudgingContext
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.clauses import opens_clause
from provenance.findings.scope.governor import NEGATING, Governor, GovernorClass
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.reach import reaches
from provenance.findings.scope.reading import ReadSentence, article_sentence
from provenance.languages.lexicon import Lexicon
from provenance.text.span import Span

_LIMITING: Final = frozenset({GovernorClass.CONDITION, GovernorClass.EXCEPTION, GovernorClass.RESTRICTION})
_WEAKENING: Final = frozenset({GovernorClass.LIMIT, GovernorClass.HEDGE})
_TIMES: Final = frozenset({"before", "after"})
_WEAK_MODALS: Final = frozenset({"1", "2"})  # may, might; would, plans to
_DENYING: Final = ("negators", "denials")
_PLAIN: Final = ("factives", "assertives", "claim_verbs", "claim_nouns", "opinions")
_HEAD: Final = 6  # words before "that" among which the one stands that takes the clause
_NEARBY: Final = 200  # code points of the article around the excerpt
_NEXT: Final = 2  # words of the article's next sentence among which a contrast opens it
_BEFORE: Final = 4  # words before the quotation that may say "could" or "plans to"


class Compensation:
    """What the article's own words around an excerpt say of it, read when it is first asked for."""

    def __init__(self, context: JudgingContext) -> None:
        self._context = context
        found = article_sentence(context) if context.excerpt.markup is Markup.INLINE else None
        self._sentence = sentence = found or ReadSentence((), (), (), (), asks=False, lexicon=context.lexicon)
        own = (each for each in governors_of(sentence) if not any(sentence.kept[each.first : each.last]))
        self._governors = tuple(governor for governor in own if reaches(governor, sentence))

    @property
    def speaks(self) -> bool:
        """Whether the article has words of its own around the excerpt."""
        return bool(self._sentence.tokens)

    @property
    def has_words_near(self) -> bool:
        """Whether the article has words of its own near the excerpt, be they in another sentence or block."""
        return bool(self._nearby)

    def kinds(self) -> set[GovernorClass]:
        """The classes of what governs the quotation in the article's own sentence."""
        return {each.kind for each in self._governors}

    def has(self, name: str) -> bool:
        """Whether the article's own sentence has an entry of a list beside the quotation."""
        return any(self._sentence.has(name, index) for index in self._sentence.own)

    def makes_up_for(self, governor: Governor, cut: Sequence[Token]) -> bool:
        """Whether the article says in its own words what a cut took away with a governor."""
        kinds = self.kinds()
        if governor.kind in NEGATING:
            told = negates(self._governors) or negates(self._denials())
            return told or self.has_clause_of_its_own()
        if governor.kind is GovernorClass.QUESTION:
            return self._asks()
        if governor.kind in {GovernorClass.CLAIM, GovernorClass.REPORT}:
            return self._names_source(governor, cut)
        if governor.kind in _LIMITING:
            told = bool(kinds & _LIMITING) or self._takes_back() or self.says_again(cut)
            return told and not self.turns_time(cut)
        if governor.kind is GovernorClass.LIMIT and self._turns_round(governor):
            return False
        # It may say that it is believed or hoped, as the speaker did.
        opinion = governor.is_opinion(self._context.lexicon) and self.has("opinions")
        return opinion or bool(kinds & _WEAKENING) or self._softens() or self.has("hedges")

    def echoes(self, token: Token) -> bool:
        """Whether the article has a word of the source, in some form, near the excerpt."""
        stem = self._context.lexicon.stem
        return stem(token.key) in {stem(unit.key) for unit in self._nearby}

    def turns_time(self, cut: Sequence[Token]) -> bool:
        """Whether the article says "after" of what the source says "before" of, or the other way round."""
        groups = self._context.lexicon.words("connectives").group
        ours, theirs = ({groups(unit.word) for unit in row} & _TIMES for row in (self._nearby, cut))
        return (
            bool(ours and theirs)
            and ours.isdisjoint(theirs)
            and any(map(self.echoes, self._context.content(cut)))
        )

    def frames(self) -> bool:
        """Whether the article puts the quotation in a frame of its own that is no plain report."""
        lists = (self._context.lexicon.words(name).groups for name in ("claim_phrases", "said_neutral"))
        sources = set().union(*lists)
        plain = {GovernorClass.REPORT, GovernorClass.RESTRICTION}
        if any(each.kind not in plain and each.entry not in sources for each in self._governors):
            return True
        sentence = self._sentence
        gates = [index for index in sentence.own if sentence.has("complementizers", index)]
        fronted = bool(gates) and gates[0] < _NEXT and not any(map(sentence.says, sentence.own))
        if gates and (fronted or any(map(self.has, _DENYING))):  # "That the files “…”, the clerk waves away"
            return True
        return self.has_clause_of_its_own()

    def has_clause_of_its_own(self) -> bool:
        """Whether the quotation is a clause with "that" of a word that no list knows: "remained unconvinced that “…”"."""
        sentence, first = self._sentence, self._sentence.first_kept
        near = range(first - 1, max(0, first - _BEFORE - 1), -1)
        gate = next((index for index in near if sentence.has("complementizers", index)), 0)
        if not gate:
            return False
        head = range(max(0, gate - _HEAD), gate)
        plain = any(sentence.says(at) or sentence.has(name, at) for at in head for name in _PLAIN)
        return sentence.is_content(gate - 1) and not plain

    def _denials(self) -> list[Governor]:
        """What denies in the article's own sentence and leads to the quotation by "that", or by a word or two, nobody saying."""
        sentence, first = self._sentence, self._sentence.first_kept
        opened = bool(first) and sentence.has("complementizers", first - 1)
        return [
            each
            for each in governors_of(sentence)
            if each.kind in NEGATING
            and any(sentence.kept)
            and not sentence.kept[each.first]
            and _leads_on(each, first, sentence, opened=opened)
        ]

    def _turns_round(self, governor: Governor) -> bool:
        """Whether the article sets a limit of another direction before the figure: "fewer than" for "at least"."""
        lexicon = self._context.lexicon
        limits = [each for each in self._governors if each.kind is GovernorClass.LIMIT]
        ours = {direction_of(each.entry, lexicon) for each in limits} - {None}
        theirs = direction_of(governor.entry, lexicon)
        return theirs is not None and bool(ours) and theirs not in ours

    def _asks(self) -> bool:
        return self._sentence.asks or self.has("asks")

    def _names_source(self, governor: Governor, cut: Sequence[Token]) -> bool:
        """Whether the article names whose claim it is, or that it is somebody else's."""
        lexicon = self._context.lexicon
        if governor.entry in lexicon.words("distancing").groups:
            return any(each.kind in {GovernorClass.CLAIM, *NEGATING} for each in self._governors)
        if self.has("third_parties") or negates(self._governors) or self._asks():
            return True
        if self._says_that_somebody_says():
            return True
        nearby = self._nearby
        said = {lexicon.stem(unit.key) for unit in nearby}
        saying = lexicon.words("said_neutral")
        subjects = [unit for unit in self._context.content(cut) if unit.word not in saying]
        # Words of Chinese and Japanese are cut by character.
        if all(len(unit.text) == 1 for unit in subjects):
            pairs = {one.key + other.key for one, other in pairwise(nearby)}
            return any(one.key + other.key in pairs for one, other in pairwise(subjects))
        return any(lexicon.stem(unit.key) in said for unit in subjects)

    def _says_that_somebody_says(self) -> bool:
        """Whether the article tells of two who say so, of one between commas: "Her master, she writes, liked to say that “…”"."""
        sentence = self._sentence
        before = range(sentence.first_kept)
        said = [index for index in before if sentence.says(index)]
        commas = [index for index in before if sentence.has_comma(index)]
        islands = [range(one, other) for one, other in pairwise(commas) if other - one <= _BEFORE]
        return any(
            any(index in island for index in said) and any(index not in island for index in said)
            for island in islands
        )

    def says_again(self, cut: Sequence[Token]) -> bool:
        """Whether the article says half of what was cut off right beside the excerpt."""
        stem = self._context.lexicon.stem
        document, span = self._context.article.document, self._context.excerpt.span
        block = document.block_at(span.start) if self.speaks else None  # a heading says nothing of a sentence
        nearby = (unit for unit in self._nearby if block is None or block.span.covers(unit.span))
        saying = self._context.lexicon.words("said_neutral")
        said = {stem(unit.key) for unit in nearby}
        words = [unit for unit in self._context.content(cut) if unit.word not in saying]
        again = sum(stem(unit.key) in said for unit in words)
        return bool(words) and (2 * again >= len(words) or (bool(again) and self._leads_in_with_condition()))

    def _leads_in_with_condition(self) -> bool:
        """Whether the article's words before a block set a condition: "So long as the accounts pass, the ministry writes,"."""
        start = self._context.excerpt.span.start
        words = [unit.word for unit in self._nearby if unit.span.end <= start]
        condition = self._context.lexicon.words("condition")
        return not self.speaks and any(condition.at(words, index) for index in range(len(words)))

    @cached_property
    def _nearby(self) -> tuple[Token, ...]:
        context = self._context
        span, document = context.excerpt.span, context.article.document
        low, high = max(0, span.start - _NEARBY), min(len(document.text), span.end + _NEARBY)
        return read_tokens(document, [Span(low, span.start), Span(span.end, high)], context.lexicon).items

    def _takes_back(self) -> bool:
        """Whether the article's next sentence opens with a contrast: "But that hangs on one more trial"."""
        if not self.speaks:
            return False
        end = self._sentence.tokens[-1].span.end
        words = [unit.word for unit in self._nearby if unit.span.start >= end][:_NEXT]
        contrast = self._context.lexicon.words("contrast")
        return any(contrast.at(words, index) for index in range(len(words)))

    def _softens(self) -> bool:
        """Whether a modal verb, a hedge or "to" stands right before the quotation."""
        sentence, first = self._sentence, self._sentence.first_kept
        near = [*self._before_island(first), *range(max(0, first - _BEFORE), first)]
        modals, words = self._context.lexicon.words("modals"), sentence.words
        weak = any(modals.group(words[index]) in _WEAK_MODALS for index in near)
        hedged = any(sentence.has(name, index) for index in near for name in ("hedges", "approx"))
        return weak or hedged or (first > 0 and sentence.has("infinitive", first - 1))

    def _before_island(self, first: int) -> range:
        """The words before the first comma, where one stands before the quotation too: "Fog could, he said, “…”"."""
        sentence = self._sentence
        if not first or not sentence.has_comma(first):
            return range(0)
        comma = next((index for index in range(1, first) if sentence.has_comma(index)), 0)
        return range(max(0, comma - _NEXT), comma)


def _leads_on(governor: Governor, first: int, sentence: ReadSentence, *, opened: bool) -> bool:
    """Whether a denial is about a quotation: before it with "that" or little else between, or behind one that "that" opens."""
    if governor.first > first:
        return opened and first <= _BEFORE
    if governor.first < _NEXT and opens_clause(governor.last, first, sentence):
        return True
    way = range(governor.last, first)
    gate = next((index for index in reversed(way) if sentence.has("complementizers", index)), None)
    if gate is not None:  # "did not resign, she said that" denies nothing of what she said
        before = range(max(way.start, gate - _NEXT), gate)
        return not any(sentence.says(index) and not sentence.has("according", index) for index in before)
    near = len(sentence.content_between(governor.last, first)) <= _NEXT
    parted = any(sentence.has_comma(index) for index in (*way, first))
    return near and not parted and not any(sentence.says(index) for index in way)


def direction_of(entry: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """The direction of a limit, ``least``, ``most`` or ``about``; None where it is not known. "Well over" is as "over"."""
    bounds, negators = lexicon.words("bounds").groups, lexicon.words("negators")
    if entry in bounds or not entry or entry[0] in negators:
        return bounds.get(entry)
    return bounds.get(entry[1:])


def negates(governors: Sequence[Governor]) -> bool:
    """Whether governors deny what they reach: plain negations of one clause deny once, and each denial turns that round."""
    plain = any(each.kind is GovernorClass.NEGATION for each in governors)
    return (plain + sum(each.kind is GovernorClass.DENIAL for each in governors)) % 2 == 1
