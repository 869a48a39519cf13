"""Words that a speaker or an author reads out from somebody else, given to him as his own (STR404)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from provenance.excerpts.annotation.mentions import mentions_in
from provenance.excerpts.annotation.quotation_marks import Quotation, quotations
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.findings.rules.subjects import cue_language
from provenance.findings.rules.third_parties import shows_marks, third_party
from provenance.findings.voices.names import share_a_name
from provenance.languages.apparatus import vocabulary
from provenance.languages.sentences import splitter
from provenance.text.document import whole
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span, hull
from provenance.text.tokens import count_words

_LEAST: Final = 5  # words in marks that are more than a term
_BESIDE: Final = 160  # code points of an article around an excerpt in which it says whose words they are
_LINE: Final = 8  # words of a line that names its author
_LEADING: Final = frozenset(":：,，、")
_SIGNS: Final = " .,:;()[]"
_TOLD: Final = ("said_neutral", "said_loaded", "opinions", "claim_verbs")


def recited(context: JudgingContext) -> Iterator[Finding]:
    """STR404: whoever speaks or writes in the source has these words in marks, somebody else's, and the article none.

    It is so in a turn of a transcript and in a text that says "I": what stands in marks there is quoted, unless "I said"
    stands beside it. It is so too where the source's own sentence says that somebody read out what was none of his.
    """
    found = _quotation(context) if context.excerpt.quoted and not shows_marks(context.excerpt) else None
    if found is None or third_party(context):
        return
    quotation, region = found
    beside = _beside(quotation, region, context)
    read_out = _holds(beside.sentence, "reciting") and not _holds(beside.around, "own_papers")
    if (read_out or _is_author(region, beside, context)) and not _owns_up(beside, context):
        source = context.witness.document.passage(quotation.outer.start, quotation.outer.end)
        message = "gives to somebody as their own what they quote from another in the source"
        yield context.finding("STR404", message, excerpt=whole(context.excerpt.passages), source=source)


def _quotation(context: JudgingContext) -> tuple[Quotation, Span] | None:
    """The marks in the source that hold all that the excerpt keeps, a sentence at least, and the turn or block around them."""
    kept, document = context.kept, context.witness.document
    block = document.block_at(kept[0].start) if kept else None
    if block is None:
        return None
    marked = quotations(document.text, block.span.start, block.span.end)
    held = [one for one in marked if all(one.outer.covers(span) for span in kept)]
    text = document.text[held[-1].inner.start : held[-1].inner.end] if held else ""
    if count_words(text) < _LEAST or not text[:1].isupper():
        return None
    turn = context.voices.at(kept[0].start)
    return held[-1], turn.span if turn is not None and turn.label else block.span


class _Beside(NamedTuple):
    """The words of the source beside a quotation, outside of any marks."""

    sentence: tuple[Token, ...]  # those of its own sentence
    around: tuple[Token, ...]  # those of the sentences before and behind it too
    all: tuple[Token, ...]  # those of the whole turn or block
    signed: bool  # whether that is no turn of a transcript: who signs a text is said to write


def _beside(quotation: Quotation, region: Span, context: JudgingContext) -> _Beside:
    document, lexicon = context.witness.document, context.lexicon
    split, text = splitter(lexicon.language), document.text
    marked = [one.outer for one in quotations(text, region.start, region.end)]
    tokens = read_tokens(document, [region], lexicon).items
    bare = [unit for unit in tokens if not any(span.overlaps(unit.span) for span in marked)]
    before = text[region.start : quotation.outer.start].rstrip()
    led_in = bool(before) and before[-1] not in SENTENCE_ENDS
    start = split.at(document, region.start + len(before) - 1).start if before else region.start
    following = text[quotation.outer.end : region.end]
    goes_on = following.lstrip(" ,").strip()[:1].islower() or following.lstrip()[:1] in _LEADING
    worded = Span(quotation.outer.end, region.end).worded(text)
    end = split.at(document, worded.start).end if len(worded) else region.end
    first = start if led_in else quotation.outer.start
    last = end if goes_on else quotation.outer.end
    return _Beside(
        tuple(unit for unit in bare if first <= unit.span.start < last),
        tuple(unit for unit in bare if start <= unit.span.start < end),
        tuple(bare),
        signed=region == document.blocks[document.block_index_at(quotation.outer.start)].span,
    )


def _holds(units: Sequence[Token], name: str) -> bool:
    return not vocabulary(name).isdisjoint(unit.word for unit in units)


def _is_author(region: Span, beside: _Beside, context: JudgingContext) -> bool:
    """Whether the article names whoever speaks all around the quotation, and he does not say that he said so."""
    lexicon = context.lexicon
    first = any(unit.word in lexicon.words("first_person") for unit in beside.sentence)
    told = any(unit.word in lexicon.words(name) for unit in beside.sentence for name in _TOLD)
    turn = context.voices.at(region.start)
    labelled = turn is not None and turn.label is not None
    speaks = labelled or any(unit.word in lexicon.words("first_person") for unit in beside.all)
    if len(beside.all) < _LEAST or (told and (first or not labelled)) or not speaks:
        return False
    whose = turn.label or "" if turn is not None and labelled else _signed(region, context)
    named = [word.strip(_SIGNS) for word in context.surroundings(_BESIDE).split()]
    return any(share_a_name(word, whose) for word in named if word[:1].isupper() or word.startswith("@"))


def _signed(region: Span, context: JudgingContext) -> str:
    """Where a text that says "I" names its author: on a short line above the words, at its end, in its metadata."""
    page = context.witness.page
    above, _, below = page.document.text[region.start : region.end].partition("\n")
    lines = (above if below else "", page.document.text.strip().rpartition("\n")[2])
    return " ".join((*(line for line in lines if count_words(line) <= _LINE), page.metadata.author or ""))


def _owns_up(beside: _Beside, context: JudgingContext) -> bool:
    """Whether the article says that the words are read out, or has a word of what the source says of them."""
    document, span = context.article.document, context.excerpt.span
    end = min(span.end + _BESIDE, len(document.text))
    places = [Span(max(0, span.start - _BESIDE), span.start), Span(span.end, end)]
    near = read_tokens(document, places, context.lexicon).items
    spoken, text = cue_language(context), document.text
    texts = (spoken.quoting.find(spoken.words(text[place.start : place.end])) for place in places)
    if _holds(near, "reciting") or (not beside.signed and any(texts)):
        return True
    lexicon = context.lexicon
    named = mentions_in(
        context.witness.document.text, hull(unit.span for unit in beside.around), cue_language(context)
    )
    words = (unit for unit in context.content(_said_of(beside)) if not unit.capitalised)
    stems = {
        lexicon.stem(unit.key)
        for unit in words
        if not any(unit.word in lexicon.words(name) for name in _TOLD)
        and not any(each.span.overlaps(unit.span) for each in named)
    }
    return any(lexicon.stem(unit.key) in stems for unit in near if not _is_of_name(unit, context))


def _said_of(beside: _Beside) -> tuple[Token, ...]:
    """What the source says of the words: behind "read out", if it has that in front of them, or all that stands beside."""
    recites = vocabulary("reciting")
    at = next((index for index, unit in enumerate(beside.around) if unit.word in recites), None)
    return beside.around if at is None else beside.around[at + 1 :]


def _is_of_name(unit: Token, context: JudgingContext) -> bool:
    """Whether a word of the article is a handle."""
    return context.article.document.text[: unit.span.start].endswith("@")
