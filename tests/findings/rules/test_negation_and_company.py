"""A negation that came or went takes words with it ("not any", "some"): one place, one finding."""

import pytest

GONE = [
    ("She did not take any of the boats last night.", "She did take some of the boats last night."),
    ("She has not told anyone about the boats here.", "She has told someone about the boats here."),
    ("The board did not sell anything to the town.", "The board did sell something to the town."),
    ("She has not sold the boats in the harbour yet.", "She has sold the boats in the harbour already."),
    ("Elle n'a pas pris de bateaux dans le port hier.", "Elle a pris des bateaux dans le port hier."),
    ("No tomó ningún barco del puerto anoche, dijo él.", "Tomó algún barco del puerto anoche, dijo él."),
]


@pytest.mark.parametrize(("source", "quotation"), GONE)
def test_what_goes_with_a_negation_is_no_second_finding(compared, source, quotation):
    assert compared(quotation, source) == ["OMI202 critical"]
    assert len(compared(source, quotation)) == 1


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("She could take any of the boats last night.", "She could take some of the boats last night."),
        ("Somebody saw the boats near the pier yet again.", "Anybody saw the boats near the pier yet again."),
        ("She has sold a boat in the harbour already.", "She has sold any boat in the harbour already."),
    ],
)
def test_without_a_negation_it_is_one(compared, source, quotation):
    assert compared(quotation, source) != []


ENDINGS = "町長は月曜日に役場で話した。古い桟橋は冬の間も{}。町の人たちは静かに聞いていた。"


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("閉めることはありません", "閉めることはあります"),
        ("使えません", "使えます"),
        ("閉めませんでした", "閉めました"),
    ],
)
def test_the_end_of_a_verb_that_negates_is_a_negation(compared, denied, said):
    assert compared(ENDINGS.format(said), ENDINGS.format(denied)) == ["OMI202 critical"]
    assert compared(ENDINGS.format(denied), ENDINGS.format(said)) == ["ALT302 critical"]
    assert compared(ENDINGS.format("使えず"), ENDINGS.format("使えずに")) != ["ALT302 critical"]
