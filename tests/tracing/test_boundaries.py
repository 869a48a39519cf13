import pytest

from provenance.alignment import prepare
from provenance.articles.reading import read_text
from provenance.excerpts.model import Boundary, Excerpt, Markup
from provenance.tracing.boundaries import resolve_boundary

MIN_SUPPORT = [
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
        *MIN_SUPPORT,
        "The mayor thanked the members for a debate that she called long and fair.",
        "The contract will be signed in June, the clerk of the council told reporters afterwards.",
    ]
)


def excerpt(paragraphs, soft=1):
    document = read_text("\n\n".join(paragraphs)).document
    reach = tuple(document.passage(block.span.start, block.span.end) for block in document.blocks)
    return Excerpt(reach[:soft], markup=Markup.PARAGRAPHS, boundary=Boundary.UNCLEAR, reach=reach)


def settled(paragraphs, soft=1):
    source = prepare(read_text(SOURCE).document)
    return [passage.text for passage in resolve_boundary(excerpt(paragraphs, soft), source).passages]


def test_it_runs_as_far_as_the_source_holds_the_paragraphs():
    assert settled([*MIN_SUPPORT, *OWN]) == MIN_SUPPORT


def test_it_shrinks_to_what_the_source_holds():
    assert settled([*MIN_SUPPORT[:2], *OWN], soft=4) == MIN_SUPPORT[:2]


def test_a_paragraph_between_two_that_the_source_holds_was_put_in():
    assert settled([MIN_SUPPORT[0], OWN[0], MIN_SUPPORT[1], OWN[1]]) == [
        MIN_SUPPORT[0],
        OWN[0],
        MIN_SUPPORT[1],
    ]


def test_where_the_author_takes_over_for_long_nothing_more_belongs_to_it():
    assert settled([MIN_SUPPORT[0], *OWN, MIN_SUPPORT[1]]) == [MIN_SUPPORT[0]]


def test_a_changed_paragraph_still_belongs_to_it():
    changed = MIN_SUPPORT[1].replace("Four of the eleven", "Nine of the eleven").replace("public", "private")
    assert settled([MIN_SUPPORT[0], changed, OWN[0]]) == [MIN_SUPPORT[0], changed]


def test_one_missing_paragraph_at_the_head_stands_under_the_cue_and_counts():
    assert settled([OWN[0], MIN_SUPPORT[0], OWN[1]]) == [OWN[0], MIN_SUPPORT[0]]


@pytest.mark.parametrize("soft", [1, 3])
def test_if_the_source_holds_nothing_the_detected_extent_stays(soft):
    assert settled(OWN, soft=soft) == OWN[:soft]


def test_a_clear_boundary_is_left_alone():
    article = read_text(OWN[0]).document
    clear = Excerpt((article.passage(0, len(OWN[0])),))
    assert resolve_boundary(clear, prepare(read_text(SOURCE).document)) is clear
