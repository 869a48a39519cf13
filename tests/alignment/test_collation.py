import re

import pytest

from provenance.alignment.alignment import DeclaredKind, DeclaredPlace, Disclosure, VariantKind
from provenance.alignment.coding import PreparedSource
from provenance.alignment.collation import collate
from provenance.text.document import Block, BlockKind, Document
from provenance.text.span import Span
from tests.growing import grows_in_proportion

HARBOUR = (
    "The mayor of Marlow said on Tuesday that she would not sign the harbour ordinance. "
    "The council voted 7 to 2 for it, however, after a long debate about fees. "
    "It would cost $4.2 million over six years, according to the treasurer. Is that too much? "
    "Residents of the old town were divided on the plan, and some of them left before the vote."
)
KINDS = {"[…]": DeclaredKind.GAP, "…": DeclaredKind.GAP, "[sic]": DeclaredKind.ASIDE}


def passages_of(text):
    document = Document(text)
    return [document.passage(*match.span()) for match in re.finditer(r"[^\n]+", text)]


def collated(text, source=HARBOUR, *, marked=True):
    places = [
        DeclaredPlace(KINDS.get(mark.group(), DeclaredKind.EDIT), Span(*mark.span()))
        for mark in re.finditer(r"\[[^\]]*\]|…", text)
    ]
    return collate(
        passages_of(text),
        source if isinstance(source, Document) else Document(source),
        declared=places if marked else (),
    )


def shown(text, source=HARBOUR, **options):
    """The variants that are not permitted: kind, excerpt, source."""
    return [
        (variant.kind.value, variant.excerpt.text, variant.source.text)
        for variant in collated(text, source, **options).variants
        if variant.disclosure is not Disclosure.PERMITTED
    ]


@pytest.mark.parametrize(
    ("excerpt", "expected"),
    [
        ("she would sign the harbour ordinance", [("omission", "", "not ")]),
        ("It would cost $4.2 billion over six years", [("substitution", "billion", "million")]),
        ("It would cost €4.2 million over six years", [("substitution", "€", "$")]),
        ("The council voted 7 to 3 for it, however, after", [("substitution", "3", "2")]),
        ("The council voted 7 to 2 for it after a long debate", [("omission", "", ", however,")]),
        ("divided on the bold plan, and some of them left", [("addition", "bold ", "")]),
        ("according to the treasurer. Is that too much.", [("substitution", ".", "?")]),
        ("Several of the old town were divided on the plan", [("substitution", "Several", "Residents")]),
        ("some of them left before the count.", [("substitution", "count", "vote")]),
        ("she would not sign the h\u0430rbour ordinance.", [("substitution", "h\u0430rbour", "harbour")]),
    ],
)
def test_a_change_comes_out_as_its_smallest_variant(excerpt, expected):
    assert shown(excerpt) == expected


@pytest.mark.parametrize(
    "excerpt",
    [
        "“It would cost $4.2 million over six years,” according to the treasurer.",
        "the council voted 7 to 2 for it – however – after a long debate about fees",
        "THE MAYOR OF MARLOW said on\u00a0Tuesday",
        "It would cost $4.2 million over six years, according to the treasurer.\n\nIs that too much?",
        "The mayor of Márlow said on Tues\u00adday",
    ],
)
def test_typography_and_layout_are_permitted(excerpt):
    assert collated(excerpt).found
    assert shown(excerpt) == []


@pytest.mark.parametrize(
    ("excerpt", "expected"),
    [
        (
            "The mayor of Marlow said […] that she would not sign the harbour ordinance.",
            [("omission", "[…]", "on Tuesday")],
        ),
        (
            "The mayor […] would not sign the harbour ordinance.",
            [("omission", "[…]", "of Marlow said on Tuesday that she")],
        ),
        ("The council voted 7 to 2 for it, […] debate.", [("omission", "[…]", "however, after a long")]),
        (
            "she would not sign [the rule]. The council voted",
            [("substitution", "[the rule]", "the harbour ordinance")],
        ),
        ("[He] would not sign the harbour ordinance", [("substitution", "[He]", "she")]),
        ("The council [of Marlow] voted 7 to 2 for it", [("addition", " [of Marlow]", "")]),
        ("The council voted 7 to 2 for it, [sic] however, after", [("addition", "[sic] ", "")]),
    ],
)
def test_what_a_mark_declares_is_declared(excerpt, expected):
    assert shown(excerpt) == expected
    assert Disclosure.UNDECLARED not in {variant.disclosure for variant in collated(excerpt).variants}


@pytest.mark.parametrize("mark", ["[…]", "[sic]", "[the old form]", "…"])
def test_a_mark_that_stands_in_the_source_is_no_difference(mark):
    text = f"The form says {mark} that depots are exempt, and nobody at the office knows why."
    assert collated(text, text).variants == ()


def test_an_inserted_sentence_replaces_nothing():
    text = (
        "The mayor of Marlow said on Tuesday that she would not sign the harbour ordinance. Nobody believes her any more. "
        "It would cost $4.2 million over six years, according to the treasurer."
    )
    assert sorted(kind for kind, _, _ in shown(text)) == ["addition", "omission"]


def test_swapped_paragraphs_are_one_that_moved():
    first, second = (
        HARBOUR.split(". ", maxsplit=1)[0] + ".",
        "It would cost $4.2 million over six years, according to the treasurer.",
    )
    alignment = collated(f"{second}\n\n{first}")
    assert [placement.moved for placement in alignment.placements].count(True) == 1
    assert [variant.kind for variant in alignment.variants] == [VariantKind.TRANSPOSITION]


def filler(count):
    return " ".join(
        f"Entry {number} was read out by clerk {number * 7} and nobody objected." for number in range(count)
    )


def test_a_splice_has_two_placements_and_what_lies_between():
    one, two = (
        "The harbour board met in private on Monday night.",
        "The lease of the net loft was not renewed by the town.",
    )
    source = f"{one} {filler(40)} {two}"
    alignment = collated(f"{one} {two}", source)
    assert [placement.source.text.strip() for placement in alignment.placements] == [one, two]
    assert [variant.kind for variant in alignment.variants] == [VariantKind.OMISSION]
    assert alignment.variants[0].source.text.strip() == filler(40)
    marked = collated(f"{one} […] {two}", source)
    assert [variant.disclosure for variant in marked.variants] == [Disclosure.DECLARED]


def test_text_outside_the_main_content_may_be_missing():
    parts = [
        ("The harbour board met in private on Monday night.", BlockKind.PARAGRAPH, True),
        ("Read more: the harbour in pictures", BlockKind.PARAGRAPH, False),
        ("A long night", BlockKind.HEADING, True),
        ("The lease of the net loft was not renewed by the town.", BlockKind.PARAGRAPH, True),
    ]
    blocks, start = [], 0
    for text, kind, main in parts:
        blocks.append(Block(Span(start, start + len(text)), kind, main=main))
        start += len(text) + 2
    source = Document("\n\n".join(text for text, _, _ in parts), "source", tuple(blocks))
    assert shown(f"{parts[0][0]}\n\n{parts[3][0]}", source) == []
    assert shown(f"{parts[0][0]} {parts[3][0]}", source) == []


def test_the_words_between_the_pieces_of_a_quotation_are_not_its_own():
    text = "“The mayor of Marlow said on Tuesday,” wrote Ilse Brand, “that she would not sign the harbour ordinance.”"
    document = Document(text)
    pieces = [document.passage(1, text.index(",”")), document.passage(text.index("that"), len(text) - 1)]
    assert [variant.disclosure for variant in collate(pieces, Document(HARBOUR)).variants] in (
        [],
        [Disclosure.PERMITTED],
    )


def test_a_repeated_sentence_stands_where_its_neighbours_stand():
    again = "The board will meet again on the last Monday of the month."
    source = f"{again} {filler(30)} The lease was not renewed by the town this year. {again} {filler(5)}"
    alignment = collated(f"The lease was not renewed by the town this year. {again}", source)
    assert len(alignment.placements) == 1
    assert not alignment.variants


def test_a_script_without_spaces_is_cut_by_character():
    source = "港の新しい船は来年の春に完成する予定であると市長は火曜日に述べた。"
    assert shown("新しい船は来年の秋に完成する予定である", source) == [("substitution", "秋", "春")]


def test_an_excerpt_that_stands_nowhere_is_not_found():
    assert not collated("A goat ate the whole of my homework and I was rather glad of it.").found
    assert not collated("the harbour was").found
    assert collated("the harbour ordinance").found


def test_a_prepared_source_gives_the_same_for_every_excerpt():
    source = Document(HARBOUR)
    prepared = PreparedSource(source)
    for text in (
        "some of them quietly left before the vote",
        "she would gladly sign the harbour ordinance",
    ) * 2:
        assert (
            collate(passages_of(text), prepared).variants[0].kind
            == collate(passages_of(text), source).variants[0].kind
        )
        assert collate(passages_of(text), prepared).score == collate(passages_of(text), source).score


def test_no_passages_are_refused():
    with pytest.raises(ValueError, match="at least one passage"):
        collate([], Document(HARBOUR))


def laid(pair):
    collate(passages_of(pair[0]), Document(pair[1]))


def test_the_time_grows_no_faster_than_the_source():
    edited = HARBOUR.replace("not sign", "sign").replace("six", "seven")
    assert grows_in_proportion(laid, lambda count: (edited, f"{filler(count)} {HARBOUR}"), 1500, floor=0.002)


@pytest.mark.parametrize("unit", ["the ", "the of ", "a b ", "… ", "[", "[a] ", "a\n\n", "$", "港", "1."])
def test_a_monotonous_text_costs_no_more_than_its_length(unit):
    assert grows_in_proportion(
        laid, lambda count: (f"x {unit * count} y", f"z {unit * 3 * count} w"), 400, floor=0.002
    )
