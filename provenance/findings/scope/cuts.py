"""Cuts: the words of a touched sentence that are not kept, each run of them with what marks it.

A cut is a cut, whatever marks it: an edge of the excerpt, words left out silently or under an ellipsis, what brackets
stand for, a speech tag, a splice, a table cell. Each is asked, before any excuse, whether it took away what governs the
kept words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.findings.context import Change, JudgingContext
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.frames import takes_for_granted
from provenance.findings.scope.governor import Cut, Cuts, Edge, Governor, GovernorClass, LostGovernor
from provenance.findings.scope.openers import presented_from
from provenance.findings.scope.reading import ASKING, ReadSentence
from provenance.findings.scope.standing import has_mark
from provenance.findings.scope.touched import afterthought, forethought, source_sentences
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.span import Span
from provenance.text.tokens import folded_words

if TYPE_CHECKING:
    from provenance.findings.scope.compensation import Compensation

_ROW: Final = 3  # words with which the next piece begins, or the last one ends, that tell it
_QUOTED_IN: Final = re.compile(r"[.,]?[\"”»“’]\s{0,2}[?？؟]")  # the end of what a question quotes
_OPENERS: Final = ('"', "“", "«", "„", "‘", "»")
_GAP: Final = 5  # code points between a question and its answer
_ANSWER: Final = 40  # code points of an answer
_OPENING: Final = 3  # words of a question among which the one stands that asks


def read_cuts(context: JudgingContext) -> Cuts:
    """The cuts of an excerpt, each asked whether it took away what governs kept words."""
    if not context.alignment.found or _keeps_whole_sentences(context):
        return Cuts()
    compensation = None
    lost: list[LostGovernor] = []
    edges: list[Edge] = []
    for sentence in source_sentences(context):
        cuts = tuple(_cuts_of(sentence, context))
        if cuts or sentence.asks:
            from provenance.findings.scope.compensation import Compensation  # most excerpts cut no sentence
            from provenance.findings.scope.losses import Losses

            compensation = compensation or Compensation(context)
            lost.extend(Losses(context, compensation).of(sentence, cuts))
            lost.extend(_lost_questions(sentence, context, compensation))
            edges.extend(cut.edge(context) for cut in cuts if cut.change is None and not cut.declared)
    governed = {each.source.span for each in lost if each.change is None}
    return Cuts(tuple(lost), tuple(edge for edge in edges if edge.source.span not in governed))


def _keeps_whole_sentences(context: JudgingContext) -> bool:
    """Whether an excerpt is one stretch of its source to the character, cut where sentences are, and none of them asks."""
    alignment, document = context.alignment, context.witness.document
    if alignment.variants or len(alignment.placements) != 1:
        return False
    span, split = alignment.placements[0].source.span, splitter(context.lexicon.language)
    first, last = split.at(document, span.start), split.at(document, max(span.start, span.end - 1))
    text = document.text
    beyond = text[first.start : span.start] + text[span.end : last.end]
    asks = any(sign in text[first.start : max(last.end, span.end)] for sign in ASKING)
    whole = not asks and not any(map(str.isalnum, beyond))
    added = afterthought(max(span.start, span.end - 1), document, context.lexicon)
    return whole and not added and not forethought(span.start, document, context.lexicon)


def _cuts_of(sentence: ReadSentence, context: JudgingContext) -> Iterator[Cut]:
    """The cuts of a sentence: before its kept words, after them, and between."""
    row: list[Token] = []
    for token, keeps in zip(sentence.tokens, sentence.kept, strict=True):
        if not keeps:
            row.append(token)
        elif row:
            yield from _cut(tuple(row), context)
            row = []
    if row:
        yield from _cut(tuple(row), context)


def _cut(tokens: tuple[Token, ...], context: JudgingContext) -> Iterator[Cut]:
    change = _change_over(tokens, context)
    if change is not None:
        if change.disclosure is not Disclosure.PERMITTED or _is_within_block(change, context):
            yield Cut(tokens, change, declared=change.disclosure is Disclosure.DECLARED)
        return
    first, last = context.alignment.placements[0].source.span, context.alignment.placements[-1].source.span
    before = tokens[0].span.start < first.start
    if _stands_in_next_piece(tokens, context, before=before):
        return
    if before:
        yield Cut(tokens, before=True, declared=has_mark(context, at_end=False))
    elif tokens[-1].span.end > last.end:
        yield Cut(tokens, declared=has_mark(context, at_end=True))


def _change_over(tokens: tuple[Token, ...], context: JudgingContext) -> Change | None:
    """The change that left some words out."""
    for change in context.changes:
        covered = any(change.source.span.overlaps(token.span) for token in tokens)
        if covered and change.kind is not VariantKind.TRANSPOSITION:
            return change
    return None


def _is_within_block(change: Change, context: JudgingContext) -> bool:
    """Whether words dropped as no main text stand in the very block in which kept words lie: then they are dropped words."""
    block = change.source.document.block_at(change.source.span.start)
    if block is None or not block.span.covers(change.source.span):
        return False
    return any(block.span.covers(placement.source.span) for placement in context.alignment.placements)


def _stands_in_next_piece(tokens: Sequence[Token], context: JudgingContext, *, before: bool) -> bool:
    """Whether the article goes on with words that an edge cut off, in the next piece that it quotes in the same block.

    Of words before the kept ones, the piece before ends with them. What a piece leaves out or changes is told of it, where
    it is compared.
    """
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    cut = folded_words(span.of(context.witness.document.text))
    piece = folded_words(_beside(context, before=before))
    if before:
        cut, piece = cut[::-1], piece[::-1]
    row, small = piece[:_ROW], context.lexicon.words("function_words")
    if not row:
        return False
    starts = (at for at in range(len(cut)) if cut[at : at + _ROW] == row[: len(cut) - at])
    at = next(starts, None)
    negators = context.lexicon.words("negators")
    return at is not None and all(word in small and word not in negators for word in cut[:at])


def _beside(context: JudgingContext, *, before: bool) -> str:
    """The words in quotation marks next to an excerpt in its block; empty where there are none."""
    document, own = context.article.document, context.excerpt.span
    block = document.block_at(own.start)
    if block is None:
        return ""
    found = quotations(document.text, block.span.start, block.span.end)
    inner = [one.inner for one in found]
    others = [one for one in inner if (one.end <= own.start if before else one.start >= own.end)]
    if not others:
        return ""
    return (others[-1] if before else others[0]).of(document.text)


def _lost_questions(
    sentence: ReadSentence, context: JudgingContext, compensation: "Compensation"
) -> Iterator[LostGovernor]:
    """A question that the excerpt makes a statement of: its mark is gone, and nothing around the excerpt asks.

    One that asks who, what or why takes for granted what else it says, and one whether somebody knows that something is so
    takes that for granted.
    """
    kept = [token for token, keeps in zip(sentence.tokens, sentence.kept, strict=True) if keeps]
    opening = range(min(_OPENING, len(sentence.tokens)))
    first = sentence.first_kept
    asked = next((at for at in (first - 1, first) if at > 0 and sentence.has("complementizers", at)), None)
    granted = any(sentence.has("interrogatives", index) for index in opening)
    if asked is not None:
        granted = takes_for_granted(asked, sentence)
    if not sentence.asks or not kept or granted:
        return
    document = context.witness.document
    quotes = _QUOTED_IN.match(document.text, kept[-1].span.end)
    if quotes and document.text[: kept[0].span.start].endswith(_OPENERS):
        return
    own = any(sentence.has("first_person", at) for at in range(asked or 0))
    if asked and own and presented_from(asked, sentence) is not None:
        return  # "May I add that …?"
    if sentence.is_parted(sentence.tokens.index(kept[-1]) + 1, len(sentence.tokens)):
        return  # what asks is another clause
    place = context.places.excerpt_of(kept[-1].span.end)
    question = Governor(GovernorClass.QUESTION, 0, 0, _answer_to(sentence, document))
    if place is None or _is_asked(place, context) or compensation.makes_up_for(question, kept):
        return
    source = document.passage(sentence.tokens[0].span.start, sentence.tokens[-1].span.end)
    excerpt = context.article.document.passage(place, place)
    yield LostGovernor(GovernorClass.QUESTION, source, excerpt)


def _answer_to(sentence: ReadSentence, document: Document) -> tuple[str, ...]:
    """The few words behind a question, up to the next sign: "Nonsense."; none where there are more."""
    text, end = document.text, sentence.tokens[-1].span.end
    start = next((at for at in range(end, min(len(text), end + _GAP)) if text[at].isalnum()), len(text))
    start = len(text) if "\n" in text[end:start] else start
    reach = range(start, min(len(text), start + _ANSWER))
    signs = (at for at in reach if not (text[at].isalnum() or text[at] == " "))
    words = tuple(folded_words(text[start : next(signs, reach.stop)]))
    return words if len(words) <= _ROW else ()


def _is_asked(place: int, context: JudgingContext) -> bool:
    """Whether the excerpt has a question mark behind a place, before its next sentence."""
    text, end = context.article.document.text, context.excerpt.span.end
    rest = text[place : max(place, end) + 2]
    stop = next((index for index, sign in enumerate(rest) if sign in ".!。！\n"), len(rest))
    return any(sign in "?？؟;" for sign in rest[: stop + 1])
