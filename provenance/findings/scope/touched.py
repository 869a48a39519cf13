"""The sentences of a source that a quotation touches, each with what another only adds: "Provided the council pays.", "Suppose it pays."."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from provenance.alignment.alignment import Disclosure
from provenance.findings.context import JudgingContext
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Quantity, Token
from provenance.findings.scope.carried import carried
from provenance.findings.scope.governor import LIMITING, Governor, GovernorClass
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.listing import as_items
from provenance.findings.scope.openers import is_made_of_markers
from provenance.findings.scope.reading import (
    ReadSentence,
    is_mended,
    is_only_moved,
    read_sentence,
    voice_at,
)
from provenance.findings.scope.ways import opens_complement
from provenance.languages.cues import language
from provenance.languages.lexicon import Lexicon
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.span import Span, merged

_LONGEST: Final = 160  # code points of an afterthought
_GAP: Final = 3  # code points between two sentences
_LEADING: Final = 2  # words before the one that sets the condition: "But only if"
_PHRASE: Final = 3  # words of a phrase that has no room for a clause of its own


def source_sentences(context: JudgingContext) -> Iterator[ReadSentence]:
    """The sentences of the source of which the excerpt keeps some words and leaves others out."""
    document, kept, lexicon = context.witness.document, _kept_spans(context), context.lexicon
    starts = [span.start for span in kept]

    def is_kept(token: Token) -> bool:
        place = bisect_right(starts, token.span.end - 1) - 1
        return place >= 0 and kept[place].end > token.span.start

    units = context.source_units.items
    first = 0
    while first < len(units):
        sentence = splitter(lexicon.language).at(document, units[first].span.start)
        last = first + 1
        while last < len(units) and units[last].span.start < sentence.end:
            last += 1
        halved = [half for unit in units[first:last] for half in _halves(unit, kept, document, lexicon)]
        tokens = _of_one_voice(halved, list(map(is_kept, halved)), document)
        if any(map(is_kept, tokens)):
            added = afterthought(tokens[-1].span.start, document, lexicon)
            supposed = forethought(tokens[0].span.start, document, lexicon)
            read = read_sentence(document, (*supposed, *tokens, *added), is_kept, lexicon, end=sentence.end)
            joints = {len(supposed), len(supposed) + len(tokens)} - {0}
            yield as_items(
                read._replace(gaps=tuple(" " if at in joints else gap for at, gap in enumerate(read.gaps)))
            )
        first = last


def _kept_spans(context: JudgingContext) -> list[Span]:
    """What of the source is kept, in the same words or in others, quoted or not, in order and disjoint."""
    spans = [run.source for run in context.places.runs]
    for change in context.changes:
        answered = len(change.source.span) and len(change.excerpt.span) and not is_only_moved(change, context)
        letters = not change.lost and not change.gained  # "[T]he" declares its capital and nothing before it
        if answered and (letters or is_mended(change) or change.disclosure is not Disclosure.DECLARED):
            spans.append(change.source.span)
        else:
            gained = {unit.word for unit in change.gained}  # "Theoretisch fasst die" for "[D]ie … [fasst]"
            spans.extend(unit.span for unit in change.lost if unit.word in gained)
    return merged([*spans, *(theirs.span for _, theirs in carried(context))])


def _halves(unit: Token, kept: Sequence[Span], document: Document, lexicon: Lexicon) -> tuple[Token, ...]:
    """A range of which a cut keeps one end as two words, the lost end ("40 to") with its figure and the kept one's; else the unit."""
    value, span = unit.value, unit.span
    if not isinstance(value, Quantity) or value.upper is None:
        return (unit,)
    for each in kept:
        if span.start < each.start < span.end <= each.end:
            lost, own, ends = (
                Span(span.start, each.start),
                Span(each.start, span.end),
                (value.value, value.upper),
            )
        elif each.start <= span.start < each.end < span.end:
            lost, own, ends = Span(each.end, span.end), Span(span.start, each.end), (value.upper, value.value)
        else:
            continue
        text = lost.of(document.text)
        half = Token(fold_word(text), text, lost, value._replace(value=ends[0], upper=ends[1]), unit.opens)
        rest = read_tokens(document, [own], lexicon).items
        return (half, *rest) if lost.start < own.start else (*rest, half)
    return (unit,)


def _of_one_voice(tokens: Sequence[Token], kept: Sequence[bool], document: Document) -> tuple[Token, ...]:
    """Those words that stand in the same marks as the kept ones, or in none as they do: the others are a reporter's."""
    voices = [voice_at(document, token.span.start) for token in tokens]
    heard = {voice for voice, keeps in zip(voices, kept, strict=True) if keeps}
    return tuple(token for token, voice in zip(tokens, voices, strict=True) if voice in heard)


def afterthought(offset: int, document: Document, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of the sentence behind the one that holds a place, where they only add to that one; else none.

    They are a condition or an exception without a clause of its own, in the same block and the same marks.
    """
    block = document.block_at(offset)
    text, stop = document.text, block.span.end if block else len(document.text)
    end = splitter(lexicon.language).at(document, offset).end
    start = next((at for at in range(end, min(stop, end + _GAP)) if not text[at].isspace()), stop)
    sentence = _beside(start, offset, document, lexicon) if start < stop else None
    return sentence.tokens if sentence and not sentence.asks and _only_adds(sentence) else ()


def forethought(offset: int, document: Document, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of the sentence before the one that holds a place, where that one is said on their supposition; else none.

    "Suppose the grant comes. Then …", and a question that sets a condition: "If it does not? We close".
    """
    block = document.block_at(offset)
    start = splitter(lexicon.language).at(document, offset).start
    before = Span(block.span.start if block else 0, start).worded(document.text)
    sentence = _beside(before.end - 1, offset, document, lexicon) if len(before) else None
    if sentence is None:
        return ()
    limits = [each for each in governors_of(sentence) if each.kind is GovernorClass.CONDITION]
    limit = next((each for each in limits if _leads(each.first, sentence)), None)
    if limit is None or not (sentence.asks or limit.entry in lexicon.words("suppositions").groups):
        return ()
    commas = (at for at in range(limit.last + 1, len(sentence.tokens)) if sentence.has_comma(at))
    return () if any(not opens_complement(at, sentence) for at in commas) else sentence.tokens


def _beside(start: int, offset: int, document: Document, lexicon: Lexicon) -> ReadSentence | None:
    """The sentence that holds one place, next to that of another, if it is short and in the same marks."""
    span, voice = splitter(lexicon.language).at(document, start), voice_at(document, offset)
    if span.start <= offset < span.end or not 0 < len(span) <= _LONGEST or voice_at(document, start) != voice:
        return None
    every = read_tokens(document, [span], lexicon).items
    tokens = tuple(token for token in every if voice_at(document, token.span.start) == voice)
    return read_sentence(document, tokens, lambda _: False, lexicon, end=span.end) if tokens else None


def _only_adds(sentence: ReadSentence) -> bool:
    """Whether a sentence is nothing but a condition or an exception."""
    limits = [each for each in governors_of(sentence) if each.kind in LIMITING]
    if sentence.lexicon.verb_final and any(each.last == len(sentence.words) > 1 for each in limits):
        return True
    limit = next((each for each in limits if each.first <= _LEADING), None)
    if limit is None or (not limit.first and _goes_on(limit, sentence)):
        return False
    return _leads(limit.first, sentence) and _has_no_clause(limit, sentence)


def _goes_on(limit: Governor, sentence: ReadSentence) -> bool:
    """Whether a sentence opens with a "but" of which an entry is made, and has a clause of its own: "But one thing we must do is"."""
    joins = len(limit.entry) > 1 and sentence.has("contrast", 0)
    return joins and len(sentence.words) > limit.last + _PHRASE


def _leads(target: int, sentence: ReadSentence) -> bool:
    """Whether the words before one only lead to it: "But only", "Of course"."""
    return all(sentence.having(("markers", "contrast"), at) for at in sentence.content_between(0, target))


def _has_no_clause(limit: Governor, sentence: ReadSentence) -> bool:
    """Whether nothing but a limit's own clause or phrase stands behind it: a main clause would follow a comma."""
    lexicon, count, entry = sentence.lexicon, len(sentence.tokens), limit.entry
    if sentence.has("provisos", limit.first):
        return True
    commas = (at for at in range(limit.last + 1, count) if sentence.has_comma(at))
    borders = [limit.last, *(at for at in commas if not opens_complement(at, sentence)), count]
    parts = [sentence.words[one:other] for one, other in pairwise(borders)]
    own = [part for part in parts if not is_made_of_markers(part, lexicon)]
    if len(own) != 1:
        return False
    prepositions, only = language(lexicon.language).prepositions, lexicon.words("only").groups
    if entry in only:
        return own[0][0] in prepositions and len(own[0]) <= _PHRASE
    several = len(entry) > 1 or lexicon.comma_before_relative
    softened = len(parts) > 1 or any(sentence.has("only", at) for at in range(limit.first))
    return (several and entry[-1] not in prepositions) or softened or len(own[0]) <= _PHRASE
