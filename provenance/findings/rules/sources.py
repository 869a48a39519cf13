"""Rules about the source itself: whether it holds the excerpt, can be read, has changed, is in another language.

SRC601, SRC604 by a correction note, and SRC605 follow from one excerpt and one witness. The others need to know what
else was tried; whoever tries it calls the plain functions at the end.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from provenance.excerpts.model import Excerpt, MarkKind
from provenance.findings.codes import RULES
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalized_match import LEAST_WORDS, remains
from provenance.findings.rules.structure import stands_in_headline
from provenance.findings.wording import quoted
from provenance.languages.guessing import guess_language
from provenance.languages.notices import notice
from provenance.languages.sentences import splitter
from provenance.sources.source import Witness
from provenance.text.document import BlockKind, Document, Passage, whole
from provenance.text.tokens import count_words, folded_words

_LONGEST_NOTE = 900  # characters
_NOTE_OPENING = 80  # characters within which a note of correction says that it is one
_FEWEST_SHARED = 2  # longer words of a quotation in the nearest passage
_LEAST_SHARE = 0.3  # of them
_SENTENCE_OPENINGS = ("The ", "None ", "No ", "Only ")  # of reasons; others begin with an address or a file


def not_in_source(context: JudgingContext) -> Iterator[Finding]:
    """SRC601: the source was read whole and does not hold the excerpt. Any doubt keeps it silent."""
    if context.alignment.found or _is_doubtful(context) or _is_translated(context) or _languages(context):
        return
    if stands_in_headline(context.excerpt, context.witness.page):
        return
    held = remains(context)
    if held:
        message = f"too little to compare: of these words the source has {quoted(held)}"
        yield context.finding("SRC603", message)
    else:
        yield context.finding("SRC601", "the source was read whole and does not hold these words")


def _is_doubtful(context: JudgingContext) -> bool:
    brackets = [mark.passage.text for mark in context.excerpt.marks if mark.kind is MarkKind.BRACKETS]
    words = sum(count_words(passage.text) for passage in context.excerpt.passages)
    words -= sum(map(count_words, brackets))
    page = context.witness.page
    if words < LEAST_WORDS or context.witness.incomplete or page.doubts:
        return True
    return _size_of(page.document) < words


@lru_cache(maxsize=64)  # each excerpt asks its source
def _size_of(document: Document) -> int:
    return count_words(document.text)


def other_language(context: JudgingContext) -> Iterator[Finding]:
    """SRC605: an excerpt that was not found is in another language than the source, or is declared a translation."""
    if context.alignment.found:
        return
    differ = _languages(context)
    if differ:
        message = f"the excerpt is in “{differ[0]}” and the source in “{differ[1]}”"
        yield context.finding("SRC605", message)
    elif _is_translated(context):
        yield context.finding("SRC605", "the article says that this is a translation")


def _is_translated(context: JudgingContext) -> bool:
    return any(mark.kind is MarkKind.TRANSLATION for mark in context.excerpt.marks)


def _languages(context: JudgingContext) -> tuple[str, str] | None:
    """The languages of excerpt and source, where they differ, by their words, else as stated; names and figures have none."""
    article, page, text = context.article, context.witness.page, whole(context.excerpt.passages).text
    if not any(map(str.islower, text.split())):
        return None
    ours = guess_language(text) or article.metadata.language
    theirs = guess_language(page.document.text) or page.metadata.language
    return (ours, theirs) if ours and theirs and ours != theirs else None


def corrected_since(change: Change, context: JudgingContext) -> Finding | None:
    """SRC604: the source's own correction note has the words that the excerpt has and its text has not.

    The words must be more than small words: a figure, a name or at least one word of four letters. Nothing that the excerpt
    quotes is such a note.
    """
    telling = [
        unit
        for unit in change.gained
        if unit.value is not None or len(unit.text) >= LEAST_WORDS or unit.capitalised
    ]
    if not telling:
        return None
    wanted = {word for unit in change.gained for word in folded_words(unit.text)}
    placed = [placement.source.span for placement in context.alignment.placements]
    for note in _correction_notes(context.witness.document):
        if wanted <= set(folded_words(note.text)) and not any(map(note.span.overlaps, placed)):
            message = f"the source's own correction note has {quoted(change.excerpt.text)}, its text has not"
            return context.finding("SRC604", message, change=change)
    return None


def struck_since(change: Change, context: JudgingContext) -> Finding | None:
    """SRC604: the source itself has struck out the words that the excerpt has, at their place."""
    wanted, block = (
        folded_words(change.excerpt.text),
        context.witness.document.block_at(change.source.span.start),
    )
    if not wanted or block is None:
        return None
    near = (one for one in context.witness.page.struck if block.span.start <= one.at <= block.span.end)
    if not any(folded_words(struck.text) == wanted for struck in near):
        return None
    message = f"the source has struck out {quoted(change.excerpt.text)}"
    return context.finding("SRC604", message, change=change)


@lru_cache(maxsize=64)  # each excerpt asks its source
def _correction_notes(document: Document) -> tuple[Passage, ...]:
    blocks = (Passage(document, block.span) for block in document.blocks if len(block.span) <= _LONGEST_NOTE)
    return tuple(block for block in blocks if notice("correction").search(block.text[:_NOTE_OPENING]))


def unreadable(excerpt: Excerpt, reason: str) -> Finding:
    """SRC603: nothing can be said of the excerpt, for a reason that says in a sentence or two what to do about it."""
    said = reason[:1].lower() + reason[1:] if reason.startswith(_SENTENCE_OPENINGS) else reason
    return _about_source("SRC603", excerpt, f"nothing can be said of it: {said}", Severity.NOTE)


def found_elsewhere(
    excerpt: Excerpt, missed: Witness, holder: Witness, place: Passage, *, linked: bool
) -> Finding:
    """SRC602: the page that the article cites does not hold the excerpt, another one does, at a place of it.

    It is graver where the article does not link that page for something else: if only a saved folder has it, no reader finds it.
    """
    where = f"{_address(holder)} does, in {_paragraph(place)}"
    cited = "" if linked else ", which is not cited"
    message = f"{_address(missed)} does not hold these words; {where}{cited}"
    severity = RULES["SRC602"].severity if linked else Severity.MAJOR
    return replace(_about_source("SRC602", excerpt, message, severity), source=place)


def confirmed_elsewhere(
    excerpt: Excerpt, unread: str, holder: Witness, place: Passage, *, other: bool
) -> Finding:
    """SRC603: the page that the article cites was not read, and another one has the words, at a place of it.

    It is graver where that is known to be an ``other`` page: one whose address nobody knows may be the cited page.
    """
    where = f"these words stand in {_address(holder)}, {_paragraph(place)}"
    severity = Severity.MINOR if other else Severity.NOTE
    return replace(
        _about_source("SRC603", excerpt, f"{unread} was not read; {where}", severity), source=place
    )


def found_nowhere(finding: Finding, searched: int, document: Document) -> Finding:
    """SRC601 with how many sources were searched, the cited one included, and the passage of that which has most of the words."""
    near = nearest_passage(finding.excerpt.text, document) if finding.excerpt else None
    others = f", nor does any of the {searched} sources that were searched" if searched > 1 else ""
    nearest = f"; nearest is {_paragraph(near)}: {quoted(near.text)}" if near else ""
    return replace(finding, message=f"{finding.message}{others}{nearest}", source=near)


def nearest_passage(words: str, document: Document) -> Passage | None:
    """The sentence that has most of the longer words of a quotation; None where none has a good part of them."""
    wanted = _longer_words(words)
    blocks = [block.span for block in document.blocks] or [document.span]
    spans = [piece for span in blocks for piece in splitter("en").spans(document.text, span.start, span.end)]
    shared = [len(wanted & _longer_words(document.text[span.start : span.end])) for span in spans]
    most = max(shared, default=0)
    if most < max(_FEWEST_SHARED, _LEAST_SHARE * len(wanted)):
        return None
    return Passage(document, spans[shared.index(most)])


def _longer_words(words: str) -> set[str]:
    return {word for word in folded_words(words) if len(word) >= LEAST_WORDS}


def _paragraph(passage: Passage) -> str:
    """Where a passage stands, as a person counts: paragraph 4."""
    document = passage.document
    last = document.block_index_at(passage.span.start)
    told = sum(block.kind is not BlockKind.HEADING for block in document.blocks[: last + 1])
    return f"paragraph {max(1, told)}"


def source_changed(excerpt: Excerpt, newest: Witness, older: Witness) -> Finding:
    """SRC604: an older copy of the source clears the excerpt, the newest does not."""
    when = f" of {older.retrieved:%Y-%m-%d}" if older.retrieved else ""
    message = f"{_address(newest)} was changed; the copy{when} has these words"
    return _about_source("SRC604", excerpt, message, Severity.NOTE)


def second_hand(excerpt: Excerpt, holder: Witness, origin: str) -> Finding:
    """SRC606: the cited page has the words from a third one, and names its address or outlet."""
    message = f"{_address(holder)} quotes these words itself, from {origin}"
    return _about_source("SRC606", excerpt, message, Severity.NOTE)


def _about_source(code: str, excerpt: Excerpt, message: str, severity: Severity) -> Finding:
    return Finding(RULES[code], message, severity, excerpt=whole(excerpt.passages))


def _address(witness: Witness) -> str:
    return witness.url or witness.reference.locator
