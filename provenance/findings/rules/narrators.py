"""The author's own words in the source, given to somebody of whom the author writes (ATT501)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.rules.speakers import cue_text, person_named
from provenance.findings.scope.governor import GovernorClass
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.reading import read_sentence
from provenance.findings.voices.names import share_a_name, speaks_for_another
from provenance.languages.sentences import splitter
from provenance.text.document import Block, BlockKind, whole
from provenance.text.span import Span
from provenance.text.tokens import count_words

_LEAST: Final = 3  # words that are more than a term
_REPORTING: Final = frozenset((GovernorClass.CLAIM, GovernorClass.REPORT, GovernorClass.HEDGE))
_MODES: Final = frozenset({"de"})  # languages whose verbs tell that somebody else says so


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
    yield context.finding(
        "ATT501", message, excerpt=whole(context.excerpt.passages), source=source, severity=Severity.MAJOR
    )


def _is_said(context: JudgingContext) -> bool:
    """Whether the article has a whole sentence said, or a clause with "that": not words in a frame of its own ("in what was “…”")."""
    words = [
        unit.word
        for unit in read_tokens(context.article.document, _cue_spans(context), context.lexicon).items
    ]
    clause = any(word in context.lexicon.words("complementizers") for word in words)
    return clause or context.excerpt.text.lstrip()[:1].isupper()


def _cue_spans(context: JudgingContext) -> list[Span]:
    cue = context.excerpt.attribution.cue
    return [cue.span] if cue is not None else []


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
    led_in = text[: block.span.start].rstrip()[-1:] in (":", "：") or not all(
        one.closed for one in quotations(text, block.span.start, block.span.end)
    )
    marked = [one.outer for one in quotations(text, block.span.start, block.span.end)]
    tokens = [
        unit
        for unit in read_tokens(document, [Span(start, own.end)], lexicon).items
        if not any(span.overlaps(unit.span) for span in marked)
    ]
    if led_in or not tokens:
        return True
    sentence = read_sentence(
        document, tokens, lambda unit: any(span.overlaps(unit.span) for span in kept), lexicon, end=own.end
    )
    says = any(sentence.says(index) for index, kept_one in enumerate(sentence.kept) if not kept_one)
    names = any(share_a_name(unit.text, named) for unit in tokens)
    return says or names or any(each.kind in _REPORTING for each in governors_of(sentence))
