"""Words that an article has as its source does, right beside a quotation and in its own voice: that the mill “has been sold”."""

from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Prefix

from provenance.excerpts.model import Markup
from provenance.findings.context import JudgingContext
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.reading import ReadSentence, article_sentence
from provenance.languages.sentences import splitter

_MARKS: Final = " \u00a0\u202f\"“”„«»‘’'「」『』"
# Words that join a clause to what stands above it: there the article speaks, whatever the source has.
_JOINING: Final = (
    "complementizers",
    "infinitive",
    "relative",
    "coordinators",
    "condition",
    "pseudo_condition",
)
_STEM: Final = 4  # letters that two forms of a word share, and that an ending has at the most
_SUBJECT: Final = 3  # words for which a pronoun stands: "the old flood"


def carried(context: JudgingContext) -> tuple[tuple[Token, Token], ...]:
    """The article's words next to a quotation that its source has there too, each with the source's own."""
    sentence = article_sentence(context) if context.excerpt.markup is Markup.INLINE else None
    if sentence is None or not context.alignment.found or True not in sentence.kept:
        return ()
    placements, units = context.alignment.placements, context.source_units.items
    start, end = placements[0].source.span.start, placements[-1].source.span.end
    first = sentence.first_kept
    last = len(sentence.kept) - sentence.kept[::-1].index(True)
    before = [unit for unit in reversed(units) if unit.span.end <= start]
    behind = [unit for unit in units if unit.span.start >= end]
    opens = any(sentence.has(name, first) for name in _JOINING)  # the letter “that she wrote”
    left = zip(range(first - 1, -1, -1), () if opens else before, strict=False)
    right = zip(range(last, len(sentence.tokens)), behind, strict=False)
    found = tuple(_alike(left, start, sentence, context))
    rest = _subject(before[len(found) :], start, context)
    at = first - len(found) - 1
    if found and at >= 0 and not sentence.has("negators", at):
        of_pronouns = all(unit.word in context.lexicon.words("pronouns_first") for unit in rest)
        if of_pronouns or sentence.has("pronouns_third", at):
            found += tuple((sentence.tokens[at], unit) for unit in rest)
    return (*found, *_alike(right, end, sentence, context))


def _subject(before: list[Token], place: int, context: JudgingContext) -> list[Token]:
    """The words with which the source's sentence begins, if a pronoun may stand for them or they are one: "the flood", "we"."""
    opening = splitter(context.lexicon.language).at(context.witness.document, place).start
    rest = [unit for unit in before if unit.span.start >= opening]
    heads = [context.lexicon.words(name) for name in ("articles", "pronouns_first")]
    return rest if 0 < len(rest) <= _SUBJECT and any(rest[-1].word in words for words in heads) else []


def _alike(
    pairs: Iterator[tuple[int, Token]], place: int, sentence: ReadSentence, context: JudgingContext
) -> Iterator[tuple[Token, Token]]:
    """Those of the pairs, from the quotation outwards, before the first that differs or that a sign parts from the one before."""
    text = context.witness.document.text
    for at, other in pairs:
        token, back = sentence.tokens[at], other.span.end <= place
        ours = sentence.gaps[at + 1] if back else sentence.gaps[at]
        theirs = text[other.span.end : place] if back else text[place : other.span.start]
        joins = sentence.says(at) or bool(sentence.having(_JOINING, at))
        if ours.strip(_MARKS) or theirs.strip() or joins or not _is_form(token, other, context):
            return
        place = other.span.start if back else other.span.end
        yield token, other


def _is_form(one: Token, other: Token, context: JudgingContext) -> bool:
    """Whether two words are forms of one, as far as their endings tell: "fermerons", "fermera"."""
    shared, shorter = Prefix.similarity(one.key, other.key), min(len(one.key), len(other.key))
    rest = max(len(one.key), len(other.key)) - shared
    alike = shorter >= _STEM <= shared and rest <= _STEM and context.is_content(other)
    return alike or context.lexicon.stem(one.key) == context.lexicon.stem(other.key)
