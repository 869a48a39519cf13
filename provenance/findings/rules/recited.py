"""Words that a speaker reads out from somebody else, given to him as his own (STR404), and a party's case given to the court (ATT503)."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from provenance.excerpts.annotation.mention import MentionKind
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.excerpts.annotation.quotation_marks import Quotation, quotations
from provenance.excerpts.model import Markup
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.findings.rules.people import cue_language, mentions_of, set_off, signatures, tag_of
from provenance.findings.rules.third_parties import shows_marks, third_party
from provenance.findings.scope.governor import CLAIMING
from provenance.findings.voices.model import Utterance, share_a_name
from provenance.languages.apparatus import vocabulary
from provenance.languages.notices import notice
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span, hull
from provenance.text.tokens import count_words, folded_words, is_unspaced

_LEAST: Final = 5  # words in marks that are more than a term
_BESIDE: Final = 160  # code points of an article around an excerpt in which it says whose words they are
_LEADING: Final = frozenset(":：,，、")
_SIGNS: Final = " .,:;()[]"
_TOLD: Final = ("said_neutral", "said_loaded", "opinions", "claim_verbs")
# Code points of the article around an excerpt in which it names the court, or the party.
_NEAR_COURT: Final = 200
_COLONS: Final = (":", "：")


def recited(context: JudgingContext) -> Iterator[Finding]:
    """STR404: whoever speaks or writes in the source has these words in marks, somebody else's, and the article none.

    It is so in a turn of a transcript, in marks within marks, and in a text that says "I": what stands in marks there is quoted,
    unless "I said" stands beside it. It is so too where the source's own sentence says that somebody read out what was none of his.
    """
    said = context.excerpt.quoted or context.excerpt.attribution.speaker is not None
    found = _quotation(context) if said and not shows_marks(context.excerpt) else None
    if found is None or third_party(context):
        return
    quotation, region = found
    beside = _beside(quotation, region, context)
    read_out = _holds(beside.sentence, "reciting") and not _holds(beside.around, "own_papers")
    signed = bool(quotation.mark) and _is_author(region, beside, context)  # set off: another rule's
    if (read_out or signed) and not _owns_up(beside, context):
        source = context.witness.document.passage(quotation.outer.start, quotation.outer.end)
        message = "gives to somebody as their own what they quote from another in the source"
        yield context.finding("STR404", message, source=source)


def _quotation(context: JudgingContext) -> tuple[Quotation, Span] | None:
    """The innermost marks in the source that hold all that the excerpt keeps, a sentence at least, and the marks, turn or block around them."""
    kept, document = context.kept, context.witness.document
    block = document.block_at(kept[0].start) if kept else None
    if block is None:
        return None
    turns = (one.span for one in context.voices.utterances if one.label and one.span.covers(kept[0]))
    region, held = next(turns, block.span), None
    within = block.span
    while (marks := _holding(kept, within, document)) is not None:
        region, held, within = within if held else region, marks, marks.inner
    if held is None and (spans := set_off(kept, context.witness.page)):
        region, held = hull(spans), Quotation(spans[1], spans[1], "", closed=True)
    text = document.text[held.inner.start : held.inner.end] if held else ""
    opens = text[:1].isupper() or is_unspaced(text[:1])
    return (held, region) if held and count_words(text) >= _LEAST and opens else None


def _holding(kept: Sequence[Span], within: Span, document: Document) -> Quotation | None:
    """The marks of a stretch, all of it apart, that hold some spans."""
    marked = quotations(document.text, within.start, within.end)
    held = (one for one in marked if all(one.outer.covers(span) for span in kept))
    return next((one for one in held if len(one.inner) < len(within)), None)


class _Beside(NamedTuple):
    """The words of the source beside a quotation, outside of any marks."""

    sentence: tuple[Token, ...]  # those of its own sentence
    around: tuple[Token, ...]  # those of the sentences before and behind it too
    all: tuple[Token, ...]  # those of the whole turn or block
    signed: bool  # whether that is a post or no turn at all: who signs a text is said to write


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
    block = document.blocks[document.block_index_at(quotation.outer.start)].span
    first = start if led_in else quotation.outer.start
    last = end if goes_on else quotation.outer.end
    return _Beside(
        tuple(unit for unit in bare if first <= unit.span.start < last),
        tuple(unit for unit in bare if start <= unit.span.start < end),
        tuple(bare),
        signed=region == block or "@" in text[block.start : region.start],
    )


def _holds(units: Sequence[Token], name: str) -> bool:
    return not vocabulary(name).isdisjoint(unit.word for unit in units)


def _is_author(region: Span, beside: _Beside, context: JudgingContext) -> bool:
    """Whether the article names whoever speaks all around the quotation, and he does not say that he said so."""
    lexicon = context.lexicon
    first = any(unit.word in lexicon.words("first_person") for unit in beside.sentence)
    told = any(unit.word in lexicon.words(name) for unit in beside.sentence for name in _TOLD)
    turn = context.voices.at(region.start) or context.voices.at(beside.all[0].span.start if beside.all else 0)
    labelled = turn is not None and (turn.label is not None or not beside.signed)
    speaks = labelled or any(unit.word in lexicon.words("first_person") for unit in beside.all)
    if len(beside.all) < _LEAST or (told and first) or not speaks:
        return False
    whose = (
        _said_beside(turn, context)
        if turn is not None and labelled
        else signatures(region, context.witness.page)
    )
    near = context.surroundings(_BESIDE)
    words = (word.strip(_SIGNS) for word in near.split())
    named = [word for word in words if word[:1].isupper() or word.startswith("@")]
    called = context.excerpt.attribution.speaker or ""
    if not whose.strip():  # a person named nowhere in what somebody says of himself is whoever says it
        people = (one for one in mentions_of(near, context) if one.kind is MentionKind.PERSON)
        person = any(share_a_name(one.name, called) for one in people)
        return person and not share_a_name(called, context.witness.document.text)
    named.append(called)
    if turn is not None and turn.speaker and is_unspaced(turn.speaker[:1]):
        return share_a_name(turn.speaker, near)
    return any(share_a_name(word, whose) for word in named if word)


def _said_beside(turn: Utterance, context: JudgingContext) -> str:
    """How a source calls whoever speaks: in a label, or in the sentence before the speech and in what is said of it behind."""
    document, start = context.witness.document, turn.span.start
    if turn.label:
        return document.text[turn.region.start : start]
    before = splitter(context.lexicon.language).before(document, start)
    led_in = document.text[before.start : start]
    return f"{turn.speaker or ''}\n{led_in}\n{tag_of((turn,), document)}"


def _owns_up(beside: _Beside, context: JudgingContext) -> bool:
    """Whether the article says that the words are read out, or has a word of what the source says of them."""
    document, spoken = context.article.document, cue_language(context)
    text, places = document.text, _near(context)
    near = read_tokens(document, places, context.lexicon).items
    words = [spoken.words(text[place.start : place.end]) for place in places]
    texts = (row[found.start].text.casefold() for row in words for found in spoken.quoting.find(row))
    shown = any(word not in spoken.titles for word in texts)
    unsigned = not beside.signed or _holds(
        beside.sentence, "reciting"
    )  # who reads out a letter has signed none
    if _holds(near, "reciting") or (unsigned and shown):
        return True
    lexicon = context.lexicon
    named = mentions_in(context.witness.document.text, hull(unit.span for unit in beside.around), spoken)
    readers = {MentionKind.PERSON, MentionKind.ROLE if _holds(beside.sentence, "reciting") else None}
    told = (
        unit for unit in context.content(_said_of(beside)) if spoken.nouns_capitalised or not unit.capitalised
    )
    stems = {
        lexicon.stem(unit.key)
        for unit in told
        if not any(unit.word in lexicon.words(name) for name in _TOLD)
        and not any(each.kind in readers and each.span.overlaps(unit.span) for each in named)
    }
    # A handle says nothing of the words.
    return any(lexicon.stem(unit.key) in stems for unit in near if not text.endswith("@", 0, unit.span.start))


def _near(context: JudgingContext) -> list[Span]:
    """The article's words around an excerpt: of its own sentence, or where that has none, on either side of it."""
    document, span = context.article.document, context.excerpt.span
    around = splitter(context.lexicon.language).around(document, span)
    own = any(
        map(str.isalnum, document.text[around.start : span.start] + document.text[span.end : around.end])
    )
    low, high = (around.start, around.end) if own else (0, len(document.text))
    return [
        Span(max(low, span.start - _BESIDE), span.start),
        Span(span.end, min(high, span.end + _BESIDE)),
    ]


def _said_of(beside: _Beside) -> tuple[Token, ...]:
    """What the source says of the words: behind "read out", if it has that in front of them, or all that stands beside."""
    recites = vocabulary("reciting")
    at = next((index for index, unit in enumerate(beside.around) if unit.word in recites), None)
    return beside.around if at is None else beside.around[at + 1 :]


def partys_case(context: JudgingContext) -> Iterator[Finding]:
    """ATT503: the article gives to the court what the source says that a party submits, and names no party for it.

    The source says so in the sentence of the words; in the one before that ends "as follows"; or there, and with "he said" or
    "in her view" before the words.
    """
    excerpt, near = context.excerpt, context.surroundings(_NEAR_COURT)
    if not context.kept or not (excerpt.quoted or excerpt.markup is not Markup.INLINE):
        return
    # The court is asked for first: few articles name one.
    if not notice("courts").search(near) or any(lost.kind in CLAIMING for lost in context.cuts.lost):
        return
    if notice("parties").search(near) or notice("submitting").search(near):
        return
    place = _submission(context)
    if place is not None:
        message = "gives to the court what a party submits in the source"
        source = context.witness.document.passage(place.start, max(place.end, context.kept[0].end))
        yield context.finding("ATT503", message, source=source)


def _submission(context: JudgingContext) -> Span | None:
    """From where a party is said to submit the words that the excerpt begins with, to these."""
    document, split = context.witness.document, splitter(context.lexicon.language)
    start = context.kept[0].start
    own = split.at(document, start)
    head = document.text[own.start : start]
    if _submits(head, context):
        return Span(own.start, start)
    told = split.before(document, own.start)
    before = document.text[told.start : own.start].strip()
    follows = not head.strip() and (notice("as_follows").search(before) or before.endswith(_COLONS))
    if (follows or notice("owner_before").search(head)) and _submits(before, context):
        return Span(told.start, start)
    return _carried_on(own, context)


def _carried_on(own: Span, context: JudgingContext) -> Span | None:
    """From where a party is said to submit what goes on in the sentence of the excerpt, to that: up to where "we" or the court speaks.

    It goes on where the source owns it again ("in her view"), or the court rejects it next ("We are not persuaded.").
    """
    document, split, last = context.witness.document, splitter(context.lexicon.language), context.kept[-1].end
    block, end = document.block_at(own.start) or document, split.at(document, last - 1).end
    while own.start > block.span.start and not _is_courts(own.of(document.text), context):
        own = split.before(document, own.start)
        if _submits(own.of(document.text), context):
            owned = notice("owner_before").search(document.text[own.start : end])
            rejected = _is_rejected(Span(end, block.span.end), context)
            return Span(own.start, last) if owned or rejected else None
    return None


def _is_rejected(behind: Span, context: JudgingContext) -> bool:
    """Whether the first sentence behind some words in which the court speaks denies something."""
    document, split = context.witness.document, splitter(context.lexicon.language)
    sentences = (each.of(document.text) for each in split.spans(document.text, behind.start, behind.end))
    own = next((each for each in sentences if _is_courts(each, context)), "")
    denying = [context.lexicon.words(name) for name in ("negators", "denials")]
    return any(word in each for word in folded_words(own) for each in denying)


def _is_courts(text: str, context: JudgingContext) -> bool:
    """Whether the court stands in some words, or "we"."""
    ours = any(word in context.lexicon.words("first_person") for word in folded_words(text))
    return ours or notice("courts").search(text) is not None


def _submits(text: str, context: JudgingContext) -> bool:
    """Whether words say that a party submits something, and neither the court nor "we" stands in them."""
    found = notice("parties").search(text) and notice("submitting").search(text)
    return bool(found) and not _is_courts(text, context)
