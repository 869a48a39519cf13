import pytest

from provenance.alignment.alignment import Variant, VariantKind
from provenance.excerpts.model import Excerpt
from provenance.findings.trace import ExcerptTrace, SourceStatus, Verdict
from provenance.reporting.diffing import Stretch, StretchKind, as_marked_line, differs, folded, stretches
from provenance.reporting.widening import widened
from provenance.text.document import Document


def drawn(traced, notated):
    return as_marked_line(stretches(traced(notated).excerpts[0]))


@pytest.mark.parametrize(
    ("notated", "expected"),
    [
        ("that she would [-not -]vote", "that she would [-not-] vote"),
        ("that she would[- not-] vote", "that she would [-not-] vote"),
        ("the {+disastrous +}amendment", "the {+disastrous+} amendment"),
        ("on [-water-]{+land+} rights", "on [-water-]{+land+} rights"),
        ("[-Later she-]{+She+} said", "[-Later she-]{+She+} said"),
        ("she said [-so-]", "she said [-so-]"),
        ("he [~[…]|had said and~] went", "he […] [~had said and~] went"),
        ("if [~[the mayor]|she~] went", "if [the mayor] [~she~] went"),
        ("[~[T]|T~]he pier", "[T]he pier"),
        ("a pause [~...|…~] and on", "a pause ... and on"),
        (
            "fell by 3 [-percent-]{+percentage+} {+points+}, it said",
            "fell by 3 [-percent-]{+percentage points+}, it said",
        ),
        ("gone.[- One thing.-][- Another.-] Then", "gone. [-One thing. Another.-] Then"),
        ("he said[-,-] and went", "he said[-,-] and went"),
        ("first\n\nsecond [-third-]{+fourth+}", "first ¶ second [-third-]{+fourth+}"),
        ("in the {>old house<} again", "in the {>old house<} again"),
        ("表示她[-不-]会投票", "表示她[-不-]会投票"),
    ],
)
def test_differences_stand_where_a_reader_expects_them(traced, notated, expected):
    assert drawn(traced, notated) == expected


def test_an_omitted_paragraph_keeps_its_breaks_visible(traced):
    text = drawn(traced, "First one.[-\n\nSecond one.\n\nThird one.-]\n\nLast one.")
    assert text == "First one. [-Second one. ¶ Third one.-] ¶ Last one."


def test_only_the_article_s_own_words_are_shown_as_equal(traced):
    """Whatever is laid in, the equal and added stretches together are the article's words in order."""
    item = traced("One [-two-]{+three+} four [-five -]six {+seven +}eight.").excerpts[0]
    own = [part.text for part in stretches(item) if part.kind in {StretchKind.EQUAL, StretchKind.ADDED}]
    assert " ".join(own).split() == item.excerpt.text.split()


def test_the_source_can_be_read_off_as_well(traced):
    item = traced("One [-two-]{+three+} four [-five -]six {+seven +}eight.").excerpts[0]
    theirs = [part.text for part in stretches(item) if part.kind in {StretchKind.EQUAL, StretchKind.OMITTED}]
    assert " ".join(theirs).split() == item.comparison.alignment.placements[0].source.text.split()


def test_a_new_line_in_the_article_is_no_new_paragraph():
    document = Document("with a piece of a\nbicycle in it")
    excerpt = Excerpt((document.passage(0, 17), document.passage(18, 31)))
    item = ExcerptTrace(excerpt, Verdict.UNCHECKED, SourceStatus.NONE)
    assert as_marked_line(stretches(item)) == "with a piece of a bicycle in it"


def test_the_article_s_own_words_between_two_pieces_part_them():
    document = Document("“It will close,” she said, “for good.”")
    excerpt = Excerpt((document.passage(1, 15), document.passage(28, 37)))
    item = ExcerptTrace(excerpt, Verdict.UNCHECKED, SourceStatus.NONE)
    assert as_marked_line(stretches(item)) == "It will close, ¶ for good."


def test_an_unchecked_excerpt_is_all_equal(unchecked):
    parts = stretches(unchecked().excerpts[0])
    assert [part.kind for part in parts] == [StretchKind.EQUAL]
    assert not differs(parts)


def test_equal_text_over_twelve_words_is_folded_to_five_at_either_edge(traced):
    words = [f"w{n}" for n in range(13)]
    parts = folded(stretches(traced(" ".join(words)).excerpts[0]))
    assert as_marked_line(parts) == "w0 w1 w2 w3 w4 ⋯\u00a03\u00a0words\u00a0⋯ w8 w9 w10 w11 w12"


def test_twelve_words_are_not_folded(traced):
    words = " ".join(f"w{n}" for n in range(12))
    assert as_marked_line(folded(stretches(traced(words).excerpts[0]))) == words


def test_a_very_long_omission_says_how_much_it_is(traced):
    lost = " ".join(f"w{n}" for n in range(100))
    text = as_marked_line(folded(stretches(traced(f"Before [-{lost} -]after.").excerpts[0])))
    assert "w19 ⋯\u00a060\u00a0words\u00a0⋯ w80" in text


def variant(excerpt, ours, source, theirs):
    kind = (
        VariantKind.SUBSTITUTION
        if ours and theirs
        else VariantKind.OMISSION
        if theirs
        else VariantKind.ADDITION
    )
    left, right = Document(excerpt), Document(source)
    at, other = (
        excerpt.index(ours) if ours else excerpt.index("|"),
        source.index(theirs) if theirs else source.index("|"),
    )
    return Variant(kind, left.passage(at, at + len(ours)), right.passage(other, other + len(theirs)))


@pytest.mark.parametrize(
    ("excerpt", "ours", "source", "theirs", "expected"),
    [
        ("the walker came", "er", "the walking came", "ing", ("walker", "walking")),
        ("an unsafe pier", "un", "an insafe pier", "in", ("unsafe", "insafe")),
        ("the pre-war pier", "pre", "the post-war pier", "post", ("pre-war", "post-war")),
        ("we don’t go", "don", "we won’t go", "won", ("don’t", "won’t")),
        ("the pier", "pier", "the quay", "quay", ("pier", "quay")),
        ("他会去", "会", "他要去", "要", ("会", "要")),
        ("it fell 5.", ".", "it fell 5!", "!", (".", "!")),
    ],
)
def test_a_difference_inside_a_word_is_widened_to_the_word(excerpt, ours, source, theirs, expected):
    (wide,) = widened([variant(excerpt, ours, source, theirs)])
    assert (wide.excerpt.text, wide.source.text) == expected


def test_two_differences_in_one_word_become_one():
    excerpt, source = Document("a pre-worker here"), Document("a co-worked here")
    variants = [
        Variant(VariantKind.SUBSTITUTION, excerpt.passage(2, 5), source.passage(2, 4)),
        Variant(VariantKind.SUBSTITUTION, excerpt.passage(11, 12), source.passage(10, 11)),
    ]
    assert [(each.excerpt.text, each.source.text) for each in widened(variants)] == [
        ("pre-worker", "co-worked")
    ]


def test_what_was_left_out_in_one_place_is_folded_as_one():
    pieces = [" ".join(f"{letter}{number}" for number in range(50)) for letter in "abc"]
    left = [Stretch(StretchKind.OMITTED, text, spaced=True) for text in pieces]
    again = Stretch(StretchKind.EQUAL, "again.", spaced=True)
    shown = folded([Stretch(StretchKind.EQUAL, "It met"), *left, again, left[0]])
    assert [part.kind for part in shown] == [
        StretchKind.EQUAL, StretchKind.OMITTED, StretchKind.EQUAL, StretchKind.OMITTED,
    ]  # fmt: skip
    assert shown[1].text.startswith("a0 a1 ")
    assert "a19 ⋯\u00a0110\u00a0words\u00a0⋯ c30" in shown[1].text
    assert shown[1].spaced
    assert shown[3] == left[0]
