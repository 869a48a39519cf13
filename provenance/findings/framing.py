"""Framing: what stands around the differences, gathered for the rules."""

from collections.abc import Iterator
from typing import Final

from provenance.alignment.alignment import Alignment, Placement
from provenance.alignment.coding import SLIGHT_BITS
from provenance.alignment.encoding import passed_over
from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt, MarkKind
from provenance.findings.context import JudgingContext, JudgingSettings
from provenance.findings.edits.changes import changes_of
from provenance.findings.edits.edge_alignment import with_edges_answered
from provenance.findings.edits.edit import AlignedTokens, correspondence_of, read_at_brackets
from provenance.findings.edits.older_spelling import is_modernised, respelled
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Tokens
from provenance.findings.scope.cuts import read_cuts
from provenance.findings.scope.governor import Cuts
from provenance.languages.guessing import guess_language
from provenance.languages.lexicon import Lexicon
from provenance.languages.lexicon_files import lexicon_of
from provenance.languages.sentences import splitter
from provenance.sources.source import Witness
from provenance.text.document import Document, Passage
from provenance.text.span import Span, merged

# Of a longer omission only the ends are read, in code points: what stands far from the kept words qualifies none.
_LONGEST: Final = 20_000
_ENDS: Final = 5_000
_FEW: Final = 20  # fewer spaces are in too short a text to tell its own language against the page's
_NEAR: Final = 200  # code points around an excerpt in which it is said how it is spelled
_TELLING: Final = 2_000  # so much of a page tells its language, in code points
# Marks whose words are no words of the excerpt.
_ASIDE: Final = frozenset(MarkKind) - {MarkKind.BRACKETS}


def context_of(
    excerpt: Excerpt, alignment: Alignment, witness: Witness, *, article: Article, settings: JudgingSettings
) -> JudgingContext:
    """All that a rule may ask about an excerpt laid against a witness."""
    language = _language(excerpt, witness, article, settings, placed=alignment.placements)
    lexicon = lexicon_of(language, (("labels", settings.labels), *settings.words))
    aside = sorted(mark.passage.span for mark in excerpt.marks if mark.kind in _ASIDE)
    spans = [passage.span for passage in excerpt.passages]
    bare = not passed_over(excerpt.passages)
    ours = read_tokens(article.document, spans, lexicon, aside=aside, with_apparatus=bare)
    if alignment.bits <= SLIGHT_BITS and alignment.score < 1:
        alignment = _found_otherwise(excerpt, ours, witness.document, lexicon, slight=alignment)
    theirs = read_tokens(witness.document, _region(alignment, witness.document), lexicon)
    places = correspondence_of(alignment)
    variants = read_at_brackets(alignment.variants, excerpt.marks, lexicon)
    sides = AlignedTokens(ours, theirs, places, lexicon)
    changes = with_edges_answered(changes_of(variants, sides), alignment.placements, sides)
    modernised = is_modernised(changes, sides, _around(excerpt, article.document), witness.document.text)
    if modernised:
        changes = respelled(changes, sides)
    context = JudgingContext(
        excerpt=excerpt,
        alignment=alignment,
        witness=witness,
        article=article,
        lexicon=lexicon,
        settings=settings,
        changes=changes,
        excerpt_units=ours,
        source_units=theirs,
        places=places,
        cuts=Cuts(),
        modernised=modernised,
    )
    return context._replace(cuts=read_cuts(context))


def _around(excerpt: Excerpt, document: Document) -> str:
    span = excerpt.span
    return document.text[max(0, span.start - _NEAR) : span.start] + document.text[span.end : span.end + _NEAR]


def _found_otherwise(
    excerpt: Excerpt, ours: Tokens, document: Document, lexicon: Lexicon, *, slight: Alignment
) -> Alignment:
    """The place of words that share too little with the source to be aligned as they stand, or else what aligning made of them."""
    from provenance.findings.normalized_match import around_brackets, restyled, retold

    dressed = restyled(excerpt, ours, document, lexicon)
    if dressed or slight.found:
        return dressed or slight
    return around_brackets(excerpt, document) or retold(excerpt, ours, document, lexicon) or slight


def _language(
    excerpt: Excerpt,
    witness: Witness,
    article: Article,
    settings: JudgingSettings,
    *,
    placed: tuple[Placement, ...],
) -> str:
    """The language to judge in: as set, as the words tell clearly, as the source has it in which they stand, else English."""
    if settings.language:
        return settings.language
    told = guess_language(excerpt.text, clearly=True) if excerpt.text.count(" ") >= _FEW else None
    stated, other = article.metadata.language, witness.page.metadata.language
    if told or (stated and stated == other):
        return told or stated or ""
    place = placed[0].source.span.start if placed else 0  # far from what an archive's head says
    near = witness.document.text[max(0, place - _TELLING // 2) :][:_TELLING]
    around = f"{article.document.text[:_TELLING]}\n{near}"
    ranked = (other, stated) if placed else (stated, other)
    return guess_language(around, clearly=True) or ranked[0] or ranked[1] or guess_language(around) or "en"


def _region(alignment: Alignment, document: Document) -> tuple[Span, ...]:
    """The stretches of the source that the excerpt comes from, with what it leaves out, widened to whole sentences."""
    placed = [placement.source.span for placement in alignment.placements]
    differing = [part for variant in alignment.variants for part in _ends_of(variant.source)]
    return tuple(merged(splitter().around(document, span) for span in (*placed, *differing)))


def _ends_of(passage: Passage) -> Iterator[Span]:
    span = passage.span
    if len(span) <= _LONGEST:
        yield span
        return
    yield Span(span.start, span.start + _ENDS)
    yield Span(span.end - _ENDS, span.end)
