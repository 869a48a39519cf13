import pytest

from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect

QUOTED = "The harvest failed in September, and the pickers were sent home in the second week of it."


def attributed(cue):
    article = read_text(f"# Hops\n\nIt was a wet year.\n\n{cue}\n\n> {QUOTED}\n\nSo there you are.\n")
    return detect(article)[0].attribution


@pytest.mark.parametrize(
    ("cue", "outlet"),
    [
        ("As [Tollgate](https://tollgate.example/hops) put it:", "Tollgate"),
        ("[The Granary](https://www.granary.example/2031/hops) explains:", "The Granary"),
        ("[The Ost Quay Log writes](https://ostquay.example/hops):", "The Ost Quay Log"),
        ("The [report from Kiln Road](https://kiln-road.example/hops) begins like this:", "Kiln Road"),
    ],
)
def test_a_name_that_the_link_spells_is_an_outlet(cue, outlet):
    found = attributed(cue)
    assert (found.outlet, found.speaker) == (outlet, None)
    assert found.link


def test_a_person_with_a_site_of_their_own_stays_a_person():
    found = attributed("[Ada Renn](https://adarenn.example/hops) writes:")
    assert (found.outlet, found.speaker) == (None, "Ada Renn")


def test_a_name_that_the_link_does_not_spell_is_none():
    assert attributed("As [somebody put it](https://tollgate.example/hops):").outlet is None
