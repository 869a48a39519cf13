"""What holds for every excerpt and every source."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment.alignment import DeclaredKind, DeclaredPlace, Disclosure, VariantKind
from provenance.alignment.coding import PreparedSource
from provenance.alignment.collation import collate
from provenance.text.document import Apparatus, ApparatusKind, Block, BlockKind, Document
from provenance.text.span import Span
from provenance.text.tokens import tokenize

WORDS = "the of not a harbour mayor Marlow ordinance 1,200 $5 5% don’t well-known fees ferry é naïve 港 湾 は voted sign".split()
JOINTS = [" ", " ", " ", " ", ", ", ". ", "? ", " – ", "—", "\n", "\n\n", ' "', "” ", " … ", " [", "] ", "; "]
PIECES = [word + joint for word in WORDS for joint in JOINTS]


def apply_variants(alignment, passage):
    """The text of one of the excerpt's passages, made from the source's placed passages and the variants alone."""
    inside = [placement for placement in alignment.placements if passage.span.covers(placement.excerpt.span)]
    edits = [variant for variant in alignment.variants if variant.kind is not VariantKind.TRANSPOSITION]
    between = [
        variant.excerpt
        for variant in edits
        if passage.span.covers(variant.excerpt.span)
        and len(variant.excerpt.span)
        and not any(placement.excerpt.span.covers(variant.excerpt.span) for placement in inside)
    ]
    parts = [(placement.excerpt.span, _source_with_edits(placement, edits)) for placement in inside]
    parts += [(excerpt.span, excerpt.text) for excerpt in between]
    return "".join(text for _, text in sorted(parts))


def _source_with_edits(placement, edits):
    """A placement's source passage with every variant's source replaced by its excerpt."""
    source = placement.source
    text, reached = "", source.span.start
    for variant in edits:
        within = placement.excerpt.span.covers(variant.excerpt.span) and source.span.covers(
            variant.source.span
        )
        if within and variant.source.span.start >= reached:
            text += source.document.text[reached : variant.source.span.start] + variant.excerpt.text
            reached = variant.source.span.end
    return text + source.document.text[reached : source.span.end]


def texts(least=0, most=60):
    return st.lists(st.sampled_from(PIECES), min_size=least, max_size=most).map("".join)


@st.composite
def documents(draw, text):
    """A text cut into blocks at blank lines, some of them outside the main content."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        kind = draw(st.sampled_from([BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.HEADING]))
        blocks.append(Block(Span(start, start + len(part)), kind, main=draw(st.integers(0, 4)) > 0))
        start += len(part) + 2
    return Document(text, "source", tuple(blocks))


@st.composite
def collations(draw):
    """A source, and an excerpt made of pieces of it and of strange text, in passages, with declared places."""
    source = draw(texts(8, 80))
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(source)))
        piece = source[start : start + draw(st.integers(0, 160))]
        parts.append(draw(st.one_of(st.just(piece), texts(0, 6))))
        parts.append(draw(st.sampled_from(["", " ", " … ", " [mayor] ", "\n\n", " not "])))
    article = Document("Before. " + "".join(parts) + " After.")
    inner = Span(8, len(article.text) - 7)
    cuts = sorted({inner.start, inner.end, *draw(st.lists(st.integers(inner.start, inner.end), max_size=3))})
    passages = tuple(article.passage(one, two) for one, two in pairwise(cuts)) or (article.passage(8, 8),)
    declared, reached = [], inner.start
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(reached, inner.end))
        reached = draw(st.integers(start, min(inner.end, start + 12)))
        declared.append(DeclaredPlace(draw(st.sampled_from(list(DeclaredKind))), Span(start, reached)))
    return passages, draw(documents(source)), tuple(declared)


@given(st.one_of(texts(), st.text(max_size=200)))
def test_a_text_collated_with_itself_is_verbatim(text):
    document = Document(text)
    alignment = collate([document.passage(0, len(text))], Document(text))
    assert not alignment.variants
    if tokenize(text):
        assert [placement.excerpt.text for placement in alignment.placements] == [text]
        assert alignment.score == 1.0


def check_that_the_variants_applied_to_the_source_give_the_excerpt_back(alignment, passages):
    if alignment.found:
        assert [apply_variants(alignment, passage) for passage in passages] == [
            passage.text for passage in passages
        ]


def check_that_variants_are_ordered_disjoint_and_inside_their_passages(alignment, passages, source):
    spans = [
        variant.excerpt.span
        for variant in alignment.variants
        if variant.kind is not VariantKind.TRANSPOSITION
    ]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    for variant in alignment.variants:
        assert any(passage.span.covers(variant.excerpt.span) for passage in passages)
        assert variant.source.document is source
        assert len(variant.excerpt.span) or len(variant.source.span)


def check_that_a_kind_says_which_side_has_words(alignment):
    for variant in alignment.variants:
        if variant.kind is VariantKind.ADDITION:
            assert not len(variant.source.span)
            assert len(variant.excerpt.span)
        elif variant.kind is VariantKind.OMISSION:
            assert len(variant.source.span)
        else:
            assert len(variant.source.span)
            assert len(variant.excerpt.span)


def check_that_placements_follow_the_excerpt_and_moved_ones_have_a_transposition(alignment):
    assert all(one.excerpt.span.end <= two.excerpt.span.start for one, two in pairwise(alignment.placements))
    moved = [
        variant.excerpt.span for variant in alignment.variants if variant.kind is VariantKind.TRANSPOSITION
    ]
    assert moved == [placement.excerpt.span for placement in alignment.placements if placement.moved]
    assert 0.0 <= alignment.score <= 1.0


@settings(max_examples=150, deadline=None)
@given(collations())
def test_every_alignment_keeps_the_laws(case):
    passages, source, declared = case
    alignment = collate(passages, source, declared=declared)
    check_that_the_variants_applied_to_the_source_give_the_excerpt_back(alignment, passages)
    check_that_variants_are_ordered_disjoint_and_inside_their_passages(alignment, passages, source)
    check_that_a_kind_says_which_side_has_words(alignment)
    check_that_placements_follow_the_excerpt_and_moved_ones_have_a_transposition(alignment)


@settings(max_examples=50, deadline=None)
@given(collations())
def test_the_same_input_gives_the_same_result(case):
    passages, source, declared = case
    prepared = PreparedSource(source)
    first = collate(passages, prepared, declared=declared)
    assert (
        collate(passages, prepared, declared=declared)
        == first
        == collate(passages, source, declared=declared)
    )


@settings(max_examples=50, deadline=None)
@given(collations())
def test_without_marks_nothing_is_declared(case):
    passages, source, _ = case
    assert not any(
        variant.disclosure is Disclosure.DECLARED for variant in collate(passages, source).variants
    )


@given(collations(), st.lists(st.integers(0, 400), max_size=8))
@settings(max_examples=300, deadline=None)
def test_apparatus_is_passed_over_and_lost_nowhere(collation, places):
    passages, document, declared = collation
    spans = [
        Span(at, at + 6) for at in sorted({at - at % 7 for at in places}) if at + 6 <= len(document.text)
    ]
    pieces = tuple(Apparatus(span, ApparatusKind.NUMBER) for span in spans)
    source = Document(document.text, document.origin, document.blocks, pieces)
    alignment = collate(passages, source, declared=declared)
    prepared = PreparedSource(source)
    assert not any(span.start <= start < span.end for span in spans for start in prepared.starts)
    check_that_the_variants_applied_to_the_source_give_the_excerpt_back(alignment, passages)
