import pytest

from provenance.alignment.coding import PreparedSource
from provenance.articles.reading import read_text
from provenance.excerpts.model import Boundary, Excerpt, Markup
from provenance.tracing.boundaries import resolve_boundary

HELD = [
    "The council of Velm voted on Monday to sell the old granary to a theatre company for 310,000 crowns.",
    "Four of the eleven members opposed the sale, saying the building should stay in public hands.",
    "The theatre plans to open a hall for two hundred visitors in the autumn of next year.",
]
OWN = [
    "I walked past the granary yesterday, and nobody was at work there.",
    "One wonders what else the town is going to part with before the winter.",
    "My own view has not changed since the last time I wrote about it.",
]
SOURCE = "\n\n".join(
    [
        *HELD,
        "The mayor thanked the members for a debate that she called long and fair.",
        "The contract will be signed in June, the clerk of the council told reporters afterwards.",
    ]
)


def excerpt(paragraphs, soft=1, cue=""):
    document = read_text("\n\n".join([*([cue] if cue else []), *paragraphs])).document
    reach = tuple(
        document.passage(block.span.start, block.span.end) for block in document.blocks[bool(cue) :]
    )
    return Excerpt(reach[:soft], markup=Markup.PARAGRAPHS, boundary=Boundary.UNCLEAR, reach=reach)


def settled(paragraphs, soft=1, cue="", source=SOURCE):
    settled = resolve_boundary(excerpt(paragraphs, soft, cue), PreparedSource(read_text(source).document))
    return [passage.text for passage in settled.passages]


def test_it_runs_as_far_as_the_source_holds_the_paragraphs():
    assert settled([*HELD, *OWN]) == HELD


def test_it_shrinks_to_what_the_source_holds():
    assert settled([*HELD[:2], *OWN], soft=4) == HELD[:2]


def test_a_paragraph_between_two_that_the_source_holds_was_put_in():
    assert settled([HELD[0], OWN[0], HELD[1], OWN[1]]) == [
        HELD[0],
        OWN[0],
        HELD[1],
    ]


def test_where_the_author_takes_over_for_long_nothing_more_belongs_to_it():
    assert settled([HELD[0], *OWN, HELD[1]]) == [HELD[0]]


def test_a_changed_paragraph_still_belongs_to_it():
    changed = HELD[1].replace("Four of the eleven", "Nine of the eleven").replace("public", "private")
    assert settled([HELD[0], changed, OWN[0]]) == [HELD[0], changed]


def test_one_missing_paragraph_right_under_a_colon_counts():
    assert settled([OWN[0], HELD[0], OWN[1]], cue="The Velm Post reports:") == [OWN[0], HELD[0]]


def test_one_missing_paragraph_under_a_cue_without_a_colon_is_the_authors():
    assert settled([OWN[0], HELD[0], OWN[1]], cue="The Velm Post has a report on the granary.") == [HELD[0]]


def test_a_sentence_of_the_authors_behind_the_last_one_of_the_source_is_no_part_of_it():
    assert settled([HELD[0], f"{HELD[1]} {OWN[0]} {OWN[1]}", OWN[2]]) == [HELD[0], HELD[1]]


def test_a_sentence_put_in_between_two_of_the_source_is_part_of_it():
    assert settled([f"{HELD[0]} {OWN[0]} {HELD[1]}", OWN[2]]) == [f"{HELD[0]} {OWN[0]} {HELD[1]}"]


ABOUT = [
    "Four of the members were against the sale of the granary, and I think that they were right.",
    "The theatre wants to open its hall in the autumn, and nobody has asked who is going to pay for it.",
    "The mayor had nothing but praise for the debate, which is what mayors say of debates that they win.",
    "So Velm will sell the old granary to a theatre company, and the council calls that a good year.",
]


@pytest.mark.parametrize("own", ABOUT)
def test_a_paragraph_of_the_authors_about_the_same_thing_is_no_part_of_it(own):
    assert settled([HELD[0], HELD[1], own]) == [HELD[0], HELD[1]]


QUOTING = "\n\n".join(
    [
        HELD[0],
        "“Nobody will ever get this building back for the price of a roof,” said Ida Holm, who voted against it.",
    ]
)


@pytest.mark.parametrize(
    "own",
    [
        "Ida Holm told me much the same on the phone: “Nobody will ever get this building back for the price of a roof.”",
        "“Nobody will ever get this building back for the price of a roof” is how Holm sees it, and she knows roofs.",
    ],
)
def test_the_same_quotation_under_a_cue_of_the_authors_is_no_part_of_it(own):
    assert settled([HELD[0], own], source=QUOTING) == [HELD[0]]


def test_the_same_quotation_under_the_sources_own_cue_is_part_of_it():
    assert settled(QUOTING.split("\n\n"), source=QUOTING) == QUOTING.split("\n\n")


@pytest.mark.parametrize(
    "changed",
    [
        "Four of the eleven members opposed the sale, saying the building should stay in private hands.",
        "Nine of the eleven members opposed the sale, saying that the building should be in public hands.",
        "Four of the eleven members opposed the sale, saying the building was a ruin and would fall.",
    ],
)
def test_a_changed_last_sentence_still_belongs_to_it(changed):
    assert settled([HELD[0], changed]) == [HELD[0], changed]


@pytest.mark.parametrize("soft", [1, 3])
def test_if_the_source_holds_nothing_the_detected_extent_stays(soft):
    assert settled(OWN, soft=soft) == OWN[:soft]


def test_a_clear_boundary_is_left_alone():
    article = read_text(OWN[0]).document
    clear = Excerpt((article.passage(0, len(OWN[0])),))
    assert resolve_boundary(clear, PreparedSource(read_text(SOURCE).document)) is clear
