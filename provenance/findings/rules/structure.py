"""Rules about structure: pieces joined, moved, far apart, taken out of somebody's mouth or out of a headline.

One place gets one code. An omission is STR401 where it makes one sentence of two, or one paragraph of several, or
passes over more than ``LONG`` words; any shorter one is left to the rules on omissions. What an ellipsis declares is
STR403 where it is as long, and else left to the rules on declared edits.
"""

from collections.abc import Iterator, Sequence

from provenance.alignment.alignment import VariantKind
from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.reading import article_sentence
from provenance.findings.voices.model import Utterance, VoiceKind, share_a_name
from provenance.findings.wording import quoted
from provenance.languages.notices import notice
from provenance.languages.sentences import splitter
from provenance.text.document import Block, BlockKind, Passage, whole
from provenance.text.span import Span
from provenance.text.tokens import count_words, folded_words, tokenize

LONG = 150  # passing over more words than this is a jump to another place (a news report has 30 to 60 in a paragraph)
_JOINT = 2  # a splice may be smoothed by so many words of the quoter ("and", "and so"); more are a rewriting
_SENTENCE = 4  # fewer words are no sentence of their own
_OPENING = ("connectives", "complementizers", "condition", "reasons")  # lists of what opens a clause
MANY_PARAGRAPHS = 3  # so many whole paragraphs are a jump as well, whatever their length


def reordered(change: Change, context: JudgingContext) -> Finding | None:
    """STR402: a piece stands in the excerpt where it does not stand in the source, marked or not."""
    if change.kind is not VariantKind.TRANSPOSITION:
        return None
    message = f"puts {quoted(change.excerpt.text)} in another place than the source does"
    return context.finding("STR402", message, change=change)


def silent_splice(change: Change, context: JudgingContext) -> Finding | None:
    """STR401: two places that do not follow each other, joined without a mark."""
    if change.kind in {VariantKind.TRANSPOSITION, VariantKind.ADDITION} or not len(change.source.span):
        return None
    left, right = _edges(change.excerpt)
    quoted_words = context.excerpt.span
    if left is None or right is None or left < quoted_words.start or right >= quoted_words.end:
        return None
    if _length(change.excerpt) > _JOINT:
        return None
    if _fuses(change, left, right) and any(not unit.text.isdecimal() for unit in change.lost):
        message = f"makes one sentence of two and leaves out {_words(change.source)} between them"
        return context.finding("STR401", message, change=change, severity=Severity.CRITICAL)
    if _merges(change, left, right, context.excerpt) or _length(change.source) > LONG:
        message = f"joins two places without a mark and leaves out {_sized(change.source)}"
        return context.finding("STR401", message, change=change)
    return None


def _edges(place: Passage) -> tuple[int | None, int | None]:
    """The last letter before a place and the first one behind it; None where there is none."""
    text, before, after = place.document.text, place.span.start - 1, place.span.end
    while before >= 0 and not text[before].isalnum():
        before -= 1
    while after < len(text) and not text[after].isalnum():
        after += 1
    return (before if before >= 0 else None), (after if after < len(text) else None)


def _fuses(change: Change, left: int, right: int) -> bool:
    """Whether one sentence of the excerpt begins in one sentence of the source and ends in another.

    A sentence's border lies in what was left out. Where whole sentences are kept on both sides of it, or items of a list,
    a comma may join them; with a whole sentence gone between them they are spliced all the same.
    """
    quoting, source = change.excerpt.document, change.source.document
    if splitter().ends_at(quoting, left + 1) or splitter().begins_at(quoting, right):
        return False
    kept, resumed = _edges(change.source)
    tokens = tokenize(source.text, change.source.span.start, change.source.span.end)
    begun = any(splitter().begins_at(source, token.span.start) for token in tokens)
    if kept is None or resumed is None or not begun:
        return False
    whole_ones = splitter().ends_at(source, kept + 1) and splitter().begins_at(source, resumed)
    return not whole_ones or _length(change.source) >= _SENTENCE


def _merges(change: Change, left: int, right: int, excerpt: Excerpt) -> bool:
    """Whether pieces of two paragraphs became one paragraph, and at least one whole paragraph is gone between them."""
    joined = any(passage.span.start <= left and right < passage.span.end for passage in excerpt.passages)
    return joined and len(_whole_paragraphs(change.source)) > 0


def _whole_paragraphs(passage: Passage) -> list[Block]:
    kinds = {BlockKind.PARAGRAPH, BlockKind.PREFORMATTED}
    first = passage.document.block_index_at(passage.span.start)
    found = []
    for block in passage.document.blocks[max(0, first) :]:
        if block.span.start > passage.span.end:
            break
        words = block.span.worded(passage.document.text)
        if block.main and block.kind in kinds and len(words) and passage.span.covers(words):
            found.append(block)
    return found


def _length(passage: Passage) -> int:
    return count_words(passage.text)


def _sized(passage: Passage) -> str:
    return f"{_words(passage)} ({_length(passage)} words)"


def _words(passage: Passage) -> str:
    """What a passage says, without the stops and spaces at its beginning."""
    start = passage.span.worded(passage.document.text).start
    return quoted(passage.document.text[start : passage.span.end])


def long_jump(change: Change, context: JudgingContext) -> Finding | None:
    """STR403: a declared omission that passes over a long stretch, or over another speaker's words."""
    if any(variant.kind is not VariantKind.OMISSION for variant in change.variants):
        return None
    other = _other_speaker(change, context)
    if other:
        message = f"the ellipsis passes over the words of {other}: {quoted(change.source.text)}"
        return context.finding("STR403", message, change=change, severity=Severity.MAJOR)
    if _leads_elsewhere(change, context):
        message = f"the ellipsis joins a clause to words of another sentence: {quoted(change.source.text)}"
        return context.finding("STR403", message, change=change, severity=Severity.MAJOR)
    paragraphs = len(_whole_paragraphs(change.source))
    if _length(change.source) <= LONG and paragraphs < MANY_PARAGRAPHS:
        return None
    return context.finding("STR403", f"the ellipsis passes over {_sized(change.source)}", change=change)


def _leads_elsewhere(change: Change, context: JudgingContext) -> bool:
    """Whether an ellipsis welds part of one sentence to part of another: "I am proud of … the closure of three clinics".

    Gone are the clause behind a "because" or "that", the noun behind a preposition, or the predicate of the other one.
    """
    kept, resumed = _edges(change.source)
    document, split = change.source.document, splitter(context.lexicon.language)
    if kept is None or resumed is None or split.at(document, kept).end > change.source.span.end:
        return False
    before, words = context.source_units.between(Span(kept, kept + 1)), context.lexicon.words
    if not before:
        return False
    begins = split.begins_at(document, resumed)
    if any(before[-1].word in words(name) for name in _OPENING):
        return not begins
    gaps = [each.source.span.start for each in context.changes if each.is_omission]
    ends = (*gaps, context.alignment.placements[-1].source.span.end)
    end = min((at for at in ends if at > resumed), default=resumed)
    rest = _run_on(end, context) if begins else None
    if _run_on(kept + 1, context) is None or (begins and rest is None):
        return False
    light = before[-1].word in words("function_words") and before[-1].word not in words("pronouns")
    return light or (rest is not None and rest.word in words("auxiliaries"))


def _run_on(end: int, context: JudgingContext) -> Token | None:
    """The next word of the source where no sign stands before it."""
    text = context.witness.document.text
    place = next((at for at in range(end, len(text)) if not text[at].isspace()), len(text))
    found = context.source_units.between(Span(place, place + 1)) if text[place : place + 1].isalnum() else ()
    return found[0] if found else None


def _other_speaker(change: Change, context: JudgingContext) -> str | None:
    """Who speaks in the gap, if the words on both sides of it are another person's."""
    beside = _beside(change, context)
    names = [one.speaker for one in beside if one is not None and one.speaker]
    if len(names) < len(beside):
        return None
    between = (
        one.speaker
        for one in context.voices.utterances
        if one.kind is VoiceKind.SPEAKER and one.speaker and change.source.span.covers(one.span)
    )
    strangers = (name for name in between if not any(share_a_name(name, known) for known in names))
    return next(strangers, None)


def _beside(change: Change, context: JudgingContext) -> tuple[Utterance | None, Utterance | None]:
    """Who speaks right before a gap, and who right behind it."""
    left, right = _edges(change.source)
    at = context.voices.at
    return (at(left) if left is not None else None), (at(right) if right is not None else None)


def headline_only(context: JudgingContext) -> Iterator[Finding]:
    """STR405: the words stand in a headline or a caption of the source and not in its text; a note of a whole section heading."""
    excerpt, document = context.excerpt, context.witness.document
    place: Passage | None = None
    severity: Severity | None = None
    if context.alignment.found:
        blocks = [document.block_at(p.source.span.start) for p in context.alignment.placements]
        if not all(block and block.kind in {BlockKind.HEADING, BlockKind.CAPTION} for block in blocks):
            return
        place = whole(placement.source for placement in context.alignment.placements)
        severity = Severity.NOTE if _is_section_heading(blocks, context) else None
    elif not stands_in_headline(excerpt, context.witness.page):
        return
    cue, sentence = excerpt.attribution.cue, article_sentence(context)
    own = " ".join(sentence.tokens[index].text for index in sentence.own) if sentence else ""
    if notice("headline").search(f"{cue.text if cue else ''} {own}"):
        return
    message = "stands in a headline or caption of the source and not in its text"
    yield context.finding("STR405", message, source=place, severity=severity)


def _is_section_heading(blocks: Sequence[Block | None], context: JudgingContext) -> bool:
    """Whether an excerpt is the whole heading of a section, its number apart: it is no headline, and no part of one."""
    document, said = context.witness.document, context.excerpt.text
    titled = _holds(document.first_heading or "", said)
    if titled or stands_in_headline(context.excerpt, context.witness.page):
        return False
    headings = [block.span.of(document.text) for block in blocks if block and block.kind is BlockKind.HEADING]
    ours, theirs = ([*map(str, folded_words(text))] for text in (said, headings[0] if headings else ""))
    label = theirs[: max(0, len(theirs) - len(ours))]
    numbered = all(word.isdecimal() or len(word) == 1 for word in label)  # "3.2", "c."
    return len(set(blocks)) == 1 and numbered and theirs[len(label) :] == ours


def stands_in_headline(excerpt: Excerpt, page: Article) -> bool:
    """Whether the title that a page states for itself holds the whole excerpt, word for word."""
    return bool(page.metadata.title) and _holds(page.metadata.title or "", excerpt.text)


def _holds(text: str, words: str) -> bool:
    ours, theirs = (" ".join(folded_words(each)) for each in (words, text))
    return f" {ours} " in f" {theirs} "
