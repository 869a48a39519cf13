"""Own words: what an article says around an excerpt, read as the source is, and what of it governs the quotation."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from provenance.excerpts.model import Markup
from provenance.findings.context import JudgingContext
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.carried import carried
from provenance.findings.scope.clauses import opens_clause
from provenance.findings.scope.governor import NEGATING, Governor, GovernorClass
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.reach import reaches
from provenance.findings.scope.reading import ReadSentence, article_sentence
from provenance.text.span import Span

_SETTING: Final = frozenset({GovernorClass.CONDITION, GovernorClass.EXCEPTION})
_LONG: Final = 5  # letters of a stem that tells a word of which another is made
_NEARBY: Final = 200  # code points of the article around the excerpt
_NEXT: Final = 2  # words of a denial's clause that may say something before the quotation
_BEFORE: Final = 4  # words before a quotation that a denial behind it is still about


class OwnWords:
    """What the article's own words around an excerpt say of it, read when it is first asked for."""

    def __init__(self, context: JudgingContext) -> None:
        self._context = context
        found = article_sentence(context) if context.excerpt.markup is Markup.INLINE else None
        sentence = found or ReadSentence((), (), (), (), asks=False, lexicon=context.lexicon)
        again = {ours.span for ours, _ in carried(context)}
        kept = (
            keeps or token.span in again for token, keeps in zip(sentence.tokens, sentence.kept, strict=True)
        )
        self._sentence = sentence = sentence._replace(kept=tuple(kept))
        own = (each for each in governors_of(sentence) if not any(sentence.kept[each.first : each.last]))
        self._governors = tuple(each for each in own if reaches(each, sentence) or _leads_in(each, sentence))

    @property
    def speaks(self) -> bool:
        """Whether the article has words of its own around the excerpt."""
        return bool(self._sentence.tokens)

    @property
    def says(self) -> bool:
        """Whether a verb of saying stands among them."""
        return any(map(self._sentence.says, self._sentence.own))

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

    def having(self, names: tuple[str, ...]) -> set[str]:
        """Those of some lists of which it has an entry there."""
        return {name for index in self._sentence.own for name in self._sentence.having(names, index)}

    def echoes(self, token: Token) -> bool:
        """Whether the article has a word of the source, in some form, near the excerpt."""
        return self._context.lexicon.stem(token.key) in self._stems

    def has_forms(self, tokens: Sequence[Token]) -> bool:
        """Whether the article has a form of each of some words of the source near the excerpt: "n'accueille", "accueillons"."""
        return all(self._has_form(token, self._nearby) for token in tokens)

    def _has_form(self, token: Token, others: Sequence[Token]) -> bool:
        """Whether one of some words is a form of a word, or one goes on where the other ends: "north", "northern"."""
        stem = self._context.lexicon.stem
        pairs = (sorted((stem(token.key), stem(other.key)), key=len) for other in others)
        return any(one == other or (len(one) >= _LONG and other.startswith(one)) for one, other in pairs)

    def _is_clause(self) -> bool:
        """Whether "that" stands right before the quotation."""
        first = self._sentence.first_kept
        return bool(first) and self._sentence.has("complementizers", first - 1)

    def _denials(self) -> list[Governor]:
        """What denies in the article's own sentence and leads to the quotation by "that", or by a word or two, nobody saying."""
        sentence, first, opened = self._sentence, self._sentence.first_kept, self._is_clause()
        return [
            each
            for each in governors_of(sentence)
            if each.kind in NEGATING
            and any(sentence.kept)
            and not sentence.kept[each.first]
            and _leads_on(each, first, sentence, opened=opened)
        ]

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(self._context.lexicon.stem(unit.key) for unit in self._nearby)

    @cached_property
    def _nearby(self) -> tuple[Token, ...]:
        context = self._context
        span, document = context.excerpt.span, context.article.document
        low, high = max(0, span.start - _NEARBY), min(len(document.text), span.end + _NEARBY)
        return read_tokens(document, [Span(low, span.start), Span(span.end, high)], context.lexicon).items


def _leads_in(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether a condition or an exception opens a sentence that leads in the quotation by a colon: "In case of rain, she says: “…”"."""
    first = sentence.first_kept
    single = governor.entry in sentence.lexicon.words("only").groups
    if governor.kind not in _SETTING or single or governor.first or ":" not in sentence.gaps[first]:
        return False
    gaps = (*sentence.gaps[:first], "", *sentence.gaps[first + 1 :])
    return reaches(governor, sentence._replace(gaps=gaps))


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
    if governor.kind is GovernorClass.NEGATION and ":" in sentence.gaps[first]:
        return False  # "She does not hide it: “…”"
    return near and not parted and not any(sentence.says(index) for index in way)


def negates(governors: Sequence[Governor]) -> bool:
    """Whether governors deny what they reach: plain negations of one clause deny once, and each denial turns that round."""
    plain = any(each.kind is GovernorClass.NEGATION for each in governors)
    return (plain + sum(each.kind is GovernorClass.DENIAL for each in governors)) % 2 == 1
