"""Rules about attribution: another outlet, a report that is none, and the author's own words given to somebody else.

Both names must be at hand, in the article and in the source. When in doubt, these rules are silent: to say that
somebody was misattributed is itself an accusation.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from provenance.articles.addresses import address_parts
from provenance.articles.article import Article
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.model import Excerpt
from provenance.excerpts.outlets import OutletTable, outlets
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.rules.speakers import cue_text, person_named
from provenance.findings.rules.third_parties import shows_marks
from provenance.findings.scope.reading import read_sentence
from provenance.findings.voices.model import (
    Utterance,
    VoiceKind,
    share_a_name,
    speaker_of,
    speaks_for_another,
)
from provenance.findings.wording import quoted
from provenance.languages.cues import language
from provenance.languages.notices import alternatives, notice
from provenance.languages.sentences import splitter
from provenance.text.document import Block, BlockKind
from provenance.text.span import Span, merged
from provenance.text.tokens import count_words

_LABEL_LENGTH = 60  # code points of a label that are said
_FIRST_BLOCKS = 6  # in which a page labels itself
_LEAST_BESIDE: Final = 2  # words of the author's that are more than a slip of a sign
_LEAST: Final = 3  # words that are more than a term
_MODES: Final = frozenset({"de"})  # languages whose verbs tell that somebody else says so


def authors_beside(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: what the author of the source writes beside somebody's speech, kept with the speech as if it were part of it.

    Silent where the article keeps who speaks too, or shows marks of the source's inside its own.
    """
    excerpt, voices = context.excerpt, context.voices
    held = [one for one in voices.holding(context.kept) if one]
    if not held or not excerpt.quoted or excerpt.attribution.speaker is None or _has_marks_inside(excerpt):
        return
    speech = [one for one in voices.utterances if one.speech == held[0].speech]
    told = all(one.kind is VoiceKind.SPEAKER and one.tagged and one.label is None for one in speech)
    named = speaker_of(speech)
    other = named and not share_a_name(named, excerpt.attribution.speaker)
    if not told or other or any(one.speech != held[0].speech for one in held):
        return
    beside = [*_beside(speech, context)]
    units = [unit for span in beside for unit in context.source_units.between(span)]
    names = any(one.speaker and share_a_name(unit.text, one.speaker) for one in speech for unit in units)
    if len(units) < _LEAST_BESIDE or names:
        return
    source = context.witness.document.passage(beside[0].start, beside[-1].end)
    message = f"the source has {quoted(source.text)} as its author's words beside the speech"
    yield context.finding("ATT501", message, source=source, severity=Severity.MAJOR)


def _has_marks_inside(excerpt: Excerpt) -> bool:
    """Whether an excerpt shows, by marks of any kind, what its source quotes."""
    return shows_marks(excerpt) or any(
        quotations(passage.document.text, passage.span.start, passage.span.end)
        for passage in excerpt.passages
    )


def _beside(speech: Sequence[Utterance], context: JudgingContext) -> Iterator[Span]:
    """What is kept of the author's words behind a speech in its paragraph: outside of all marks, or of what its dash sets off."""
    document = context.witness.document
    block = document.block_at(speech[0].span.start)
    marked = quotations(document.text, block.span.start, block.span.end) if block else ()
    if block is None or not all(one.closed for one in marked):
        return
    said = merged([*(one.span for one in context.voices.utterances), *(one.outer for one in marked)])
    for run in context.kept:
        start, end = max(run.start, speech[0].span.end), min(run.end, block.span.end)
        for one in (*said, None):
            stop = min(end, one.start) if one else end
            if start < stop and any(map(str.isalnum, document.text[start:stop])):
                yield Span(start, stop)
            start = max(start, one.end) if one else end


def wrong_outlet(context: JudgingContext) -> Iterator[Finding]:
    """ATT502: the article names one known outlet, and both the link and the page belong to another known one."""
    attribution, page = context.excerpt.attribution, context.witness.page
    if not attribution.outlet or not attribution.link or not page.metadata.site_name:
        return
    table = outlets(context.settings.outlets)
    named, owner = _listed_outlet(attribution.outlet, table), _listed_outlet(page.metadata.site_name, table)
    linked = table.at_address(attribution.link)
    if named is None or owner is None or owner not in linked or named in linked or named == owner:
        return
    if table.is_shared(attribution.outlet) or _passes_on(attribution.link, context.article):
        return
    if _credits(page, named):
        return
    message = f"the article names {quoted(attribution.outlet)}, and the link leads to {quoted(owner)}"
    yield context.finding("ATT502", message, excerpt=attribution.cue)


def _listed_outlet(name: str, table: OutletTable) -> str | None:
    """The outlet of the table that a name stands for, with or without its article."""
    bare = name.removeprefix("The ").removeprefix("the ")
    return next((found for found in map(table.named, (name, bare, f"The {bare}")) if found), None)


def _passes_on(link: str, article: Article) -> bool:
    """Whether a link leads to a place that passes on other publications' texts, or stays on the article's own site."""
    host = (address_parts(link).hostname or "").removeprefix("www.")
    own = (address_parts(article.metadata.url or "").hostname or "").removeprefix("www.")
    return host == own or re.fullmatch(rf"(?:.*\.)?{alternatives('passing_on')}", host) is not None


def _credits(page: Article, outlet: str) -> bool:
    """Whether a page names the outlet: as the one it reprints, the agency it has the text from, a partner."""
    bare = outlet.removeprefix("The ").casefold()
    return bare in page.document.text.casefold() or bare in (page.metadata.author or "").casefold()


def no_report(context: JudgingContext) -> Iterator[Finding]:
    """ATT503: "OUTLET reports", while the page calls itself an opinion, a letter or an advertisement."""
    if not context.alignment.found or not _reports(context):
        return
    label = _label(context)
    if label:
        message = f"gives as a report what the page calls {quoted(label)}"
        yield context.finding("ATT503", message, excerpt=context.excerpt.attribution.cue)


def _reports(context: JudgingContext) -> bool:
    """Whether the cue says that an outlet reports or finds, and names no author and no kind of text."""
    attribution = context.excerpt.attribution
    if attribution.cue is None or not attribution.outlet or attribution.speaker:
        return False
    spoken = language(context.lexicon.language)
    owned = notice("owned_up").search(attribution.cue.text.replace(attribution.outlet, ""))
    return bool(spoken.reporting.find(spoken.words(attribution.cue.text))) and not owned


def _label(context: JudgingContext) -> str | None:
    """What the page calls itself, if that is not a report: by its title, a line of its own at the top, or its address."""
    page = context.witness.page
    title = page.metadata.title or ""
    found = _labelled().match(title) or re.search(
        rf"[|–—]\s{{0,9}}{alternatives('page_label')}\s{{0,9}}\Z", title, re.IGNORECASE
    )
    if found:
        return found[0].strip(" |:–—-")
    linked = {link.span for link in page.links}
    for block in page.document.blocks[:_FIRST_BLOCKS]:
        text = page.document.text[block.span.start : block.span.end]
        plain = block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and block.span not in linked
        if plain and _labelled().match(text):
            return text.strip()[:_LABEL_LENGTH]
    path = address_parts(context.witness.url or context.excerpt.attribution.link or "").path
    return next((part for part in path.split("/") if notice("page_path").fullmatch(part)), None)


@cache
def _labelled() -> re.Pattern[str]:
    """The label of a page at the beginning of a line, with nothing or a sign behind it."""
    return re.compile(rf"\s{{0,9}}{alternatives('page_label')}\s{{0,9}}(?:[:|–—]|\s-\s|\Z)", re.IGNORECASE)


def authors_own(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: words that nobody is said to say in the source, given to somebody whom it quotes elsewhere.

    Silent where the sentence, or the one before it, has a verb of saying or a name: what an author reports without marks
    is somebody's too.
    """
    kept, named = context.kept, person_named(context)
    if not kept or named is None or not context.excerpt.quoted or context.lexicon.language in _MODES:
        return
    document = context.witness.document
    block = document.block_at(kept[0].start)
    if block is None or block.kind is not BlockKind.PARAGRAPH or count_words(context.excerpt.text) < _LEAST:
        return
    if not _is_said(context) or any(context.voices.holding(kept)) or not _is_quoted(named, context):
        return
    if speaks_for_another(cue_text(context)) or _is_told(kept, block, named, context):
        return
    source = document.passage(kept[0].start, kept[-1].end)
    message = f"the source has these words as its author's own, and not as {named}'s"
    yield context.finding("ATT501", message, source=source, severity=Severity.MAJOR)


def _is_said(context: JudgingContext) -> bool:
    """Whether the article has a whole sentence said, or a clause with "that": not words in a frame of its own ("in what was “…”")."""
    cue = context.excerpt.attribution.cue
    spans = [cue.span] if cue is not None else []
    words = [unit.word for unit in read_tokens(context.article.document, spans, context.lexicon).items]
    clause = any(word in context.lexicon.words("complementizers") for word in words)
    return clause or context.excerpt.text.lstrip()[:1].isupper()


def _is_quoted(named: str, context: JudgingContext) -> bool:
    """Whether the source quotes somebody in marks elsewhere."""
    spoken = (one.speaker for one in context.voices.utterances if one.label is None)
    return any(name and share_a_name(name, named) for name in spoken)


def _is_told(kept: list[Span], block: Block, named: str, context: JudgingContext) -> bool:
    """Whether the words may be somebody's though no marks say so."""
    document, lexicon = context.witness.document, context.lexicon
    text, split = document.text, splitter(lexicon.language)
    own = split.at(document, kept[0].start)
    before = Span(block.span.start, max(block.span.start, own.start)).worded(text)
    start = split.at(document, before.end - 1).start if len(before) else own.start
    marked = [one.outer for one in quotations(text, block.span.start, block.span.end)]
    tokens = [
        unit
        for unit in read_tokens(document, [Span(start, own.end)], lexicon).items
        if not any(span.overlaps(unit.span) for span in marked)
    ]
    sentence = read_sentence(
        document, tokens, lambda unit: any(span.overlaps(unit.span) for span in kept), lexicon, end=own.end
    )
    return any(map(sentence.says, sentence.own)) or any(share_a_name(unit.text, named) for unit in tokens)
