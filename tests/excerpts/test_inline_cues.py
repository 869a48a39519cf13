"""Cues of inline quotations: the many ways to say whose words follow. All texts are invented."""

import pytest

from tests.excerpts import cues_by_language, cues_in_english
from tests.excerpts.quoting import ADDRESS, found_in


@pytest.mark.parametrize(("language", "text", "name"), [*cues_in_english.CUES, *cues_by_language.CUES])
def test_cue_is_heard(language, text, name):
    first = next(iter(found_in(text, language)), None)
    assert first is not None
    told = first.attribution
    assert name is None or name in f"{told.speaker} {told.outlet}"
    assert told.link == (ADDRESS if "(U)" in text else None)
    assert first.text[:1] not in "“«„— "
    assert not first.text.endswith(("”", "»", "“"))


@pytest.mark.parametrize(("language", "text"), [*cues_in_english.NO_CUES, *cues_by_language.NO_CUES])
def test_words_that_only_look_like_a_cue_are_none(language, text):
    assert found_in(text, language) == ()


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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The lighthouse keeper replied: “We were never asked about any of it.”", "keeper"),
        ("The old wooden sign said: “We were never asked about any of it.”", None),
    ],
)
def test_common_noun_speaks_unless_it_is_a_sign(text, speaker):
    found = found_in(text, "en")
    assert [one.attribution.speaker for one in found] == ([speaker] if speaker else [])
