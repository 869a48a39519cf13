from dataclasses import replace

import pytest

from provenance.alignment.alignment import Disclosure, Variant, VariantKind
from provenance.excerpts.model import Excerpt
from provenance.findings.trace import ExcerptTrace, SourceStatus, Verdict
from provenance.reporting.diff.clips import widened
from provenance.reporting.diff.rows import RowKind, diff_of, differs
from provenance.reporting.diff.setting import TERMINAL, SegmentKind, folded, marked_line
from provenance.reporting.diff.views import inline_diff, paired_paragraphs
from provenance.text.document import Document


def line(item):
    return marked_line(inline_diff(diff_of(item)))


def folded_line(item):
    return marked_line(folded(paragraph, TERMINAL) for paragraph in inline_diff(diff_of(item)))


def drawn(traced, notated):
    return line(traced(notated).excerpts[0])


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
        ("[-The-]{+The beloved+} pier", "The {+beloved+} pier"),
        ("in [-the old house today-]{+the house today+}", "in the [-old-] house today"),
        ("a [-big blue dog-]{+big red dog+} ran", "a big [-blue-]{+red+} dog ran"),
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
    own = [row.quoted.text for row in diff_of(item)]
    assert " ".join(own).split() == item.excerpt.text.split()


def test_the_source_can_be_read_off_as_well(traced):
    item = traced("One [-two-]{+three+} four [-five -]six {+seven +}eight.").excerpts[0]
    theirs = [passage.text for row in diff_of(item) for passage in row.source]
    assert " ".join(theirs).split() == item.comparison.alignment.placements[0].source.text.split()


def test_a_new_line_in_the_article_is_no_new_paragraph():
    document = Document("with a piece of a\nbicycle in it")
    excerpt = Excerpt((document.passage(0, 17), document.passage(18, 31)))
    item = ExcerptTrace(excerpt, Verdict.UNCHECKED, SourceStatus.NONE)
    assert line(item) == "with a piece of a bicycle in it"


def test_the_article_s_own_words_between_two_pieces_part_them():
    document = Document("“It will close,” she said, “for good.”")
    excerpt = Excerpt((document.passage(1, 15), document.passage(28, 37)))
    item = ExcerptTrace(excerpt, Verdict.UNCHECKED, SourceStatus.NONE)
    assert line(item) == "It will close, ¶ for good."


def test_an_unchecked_excerpt_is_all_equal(unchecked):
    rows = diff_of(unchecked().excerpts[0])
    assert [row.kind for row in rows] == [RowKind.EQUAL]
    assert not differs(rows)


def test_equal_text_over_twelve_words_is_folded_to_five_at_either_edge(traced):
    words = [f"w{n}" for n in range(13)]
    item = traced(" ".join(words)).excerpts[0]
    assert folded_line(item) == "w0 w1 w2 w3 w4 ⋯\u00a03\u00a0words\u00a0⋯ w8 w9 w10 w11 w12"


def test_twelve_words_are_not_folded(traced):
    words = " ".join(f"w{n}" for n in range(12))
    assert folded_line(traced(words).excerpts[0]) == words


def test_a_very_long_omission_says_how_much_it_is(traced):
    lost = " ".join(f"w{n}" for n in range(100))
    text = folded_line(traced(f"Before [-{lost} -]after.").excerpts[0])
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


def test_what_was_left_out_in_one_place_is_folded_as_one_with_one_pair_of_marks(traced):
    first, second = (" ".join(f"{letter}{number}" for number in range(50)) for letter in "ab")
    (item,) = traced(f"It met.[- {first}-][-\n\n{second}-] Again.").excerpts
    shown = folded_line(item)
    assert shown.startswith("It met. [-a0 a1 ")
    assert "a19 ⋯\u00a061\u00a0words\u00a0⋯ b30" in shown
    assert shown.endswith("b49-] Again.")
    assert (shown.count("[-"), shown.count("-]")) == (1, 1)


def test_of_what_was_left_out_round_a_heading_one_row_remains(traced):
    (item,) = traced("It met.[- One thing.-][- A heading.-][- Another.-] Again.").excerpts
    alignment = item.comparison.alignment
    one, heading, other = alignment.variants
    apart = (one, replace(heading, disclosure=Disclosure.PERMITTED), other)
    comparison = replace(item.comparison, alignment=replace(alignment, variants=apart, placements=()))
    rows = diff_of(replace(item, comparison=comparison))
    assert [row.kind for row in rows] == [RowKind.EQUAL, RowKind.CHANGED, RowKind.EQUAL]
    assert [passage.text for passage in rows[1].source] == [" One thing.", " Another."]


def test_words_that_were_moved_have_their_number_and_stand_in_no_column_of_the_source_s_own_order(traced):
    (item,) = traced("Inside the {>old house<} again").excerpts
    rows = diff_of(item)
    assert [(row.quoted.text, row.moved) for row in rows] == [
        ("Inside the ", 0), ("old house", 1), (" again", 0),
    ]  # fmt: skip
    ((article, source),) = paired_paragraphs(rows)
    assert [part.text for part in article if part.kind is SegmentKind.MOVED] == ["old house"]
    assert "house" not in " ".join(part.text for part in source)


@pytest.mark.parametrize(
    ("notated", "source"),
    [
        ("that she would [-not -]vote", "that she would [-not-] vote"),
        ("on [-water-]{+land+} rights", "on [-water-] rights"),
        ("gone.[- One.\n\nTwo.-] Then", "gone. [-One. ¶ Two.-] Then"),
        ("he [~[…]|had said and~] went", "he [~had said and~] went"),
    ],
)
def test_beside_the_article_the_source_reads_as_it_stands(traced, notated, source):
    pairs = list(paired_paragraphs(diff_of(traced(notated).excerpts[0])))
    assert ("‸" in marked_line(article for article, _ in pairs)) is (
        "+}" not in notated and "|" not in notated
    )
    assert marked_line(theirs for _, theirs in pairs) == source
