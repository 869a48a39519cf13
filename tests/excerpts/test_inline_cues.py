"""Cues of inline quotations: the many ways to say whose words follow. All texts are invented."""

from tests.excerpts import cues_by_language, cues_in_english
from tests.excerpts.floors import assert_most
from tests.excerpts.quoting import ADDRESS, found_in


def is_heard(language, text, name):
    """Whether the first excerpt is whole, has the link and names whoever is quoted."""
    first = found_in(text, language)[0]
    told = first.attribution
    named = name is None or name in f"{told.speaker} {told.outlet} {told.work}"
    linked = told.link == (ADDRESS if "(U)" in text else None)
    return named and linked and first.text[:1] not in "“«„— " and not first.text.endswith(("”", "»", "“"))


def test_nearly_every_cue_is_heard():
    assert_most([*cues_in_english.CUES, *cues_by_language.CUES], is_heard, share=0.95)


def test_nearly_no_words_that_only_look_like_a_cue_are_one():
    cases = [*cues_in_english.NO_CUES, *cues_by_language.NO_CUES]
    assert_most(cases, lambda language, text: found_in(text, language) == (), share=0.5)


def test_short_words_behind_a_clause_of_their_own_are_no_part_of_the_quotation():
    text = (
        "“She has run the ferry well for years,” Mira Holm said, adding that Cole is a “right hand man” now."
    )
    assert all(len(excerpt.passages) == 1 for excerpt in found_in(text, "en"))


def test_mark_that_is_typed_twice_opens_once():
    (excerpt,) = found_in('""The ferry has sailed since before I was born," Mira Holm said.', "en")
    assert excerpt.text == "The ferry has sailed since before I was born,"


def test_space_between_inner_and_outer_mark_closes_both():
    (excerpt,) = found_in("\"People say, 'Oh, I never cared for it at all,' \" says Mira Holm.", "en")
    assert excerpt.text.startswith("People say")


def test_common_noun_speaks():
    (found,) = found_in("The lighthouse keeper replied: “We were never asked about any of it.”", "en")
    assert found.attribution.speaker == "lighthouse keeper"
