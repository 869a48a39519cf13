"""What a house writes its own way: times of day, oaths with hidden letters, short units."""

import pytest

OATH = "And then they sent me a {} letter about the footbridge."
TRAIN = "My father drove the {} train to Fenny for twenty years."
WATER = "The well held {} of nitrate at the last test in the village."


@pytest.mark.parametrize("mask", ["b-----", "b——", "b—y", "b_____", "b***", "bl**dy"])
def test_letters_that_an_oath_hides_are_its_own(compared, mask):
    assert compared(OATH.format(mask), OATH.format("bloody")) == []


@pytest.mark.parametrize("mask", ["d-----", "b—x"])
def test_letters_that_an_oath_shows_must_be_its_own(compared, mask):
    assert compared(OATH.format(mask), OATH.format("bloody")) != []


@pytest.mark.parametrize(("ours", "theirs"), [("6.14", "6:14"), ("6:14", "6.14"), ("6.14pm", "18:14")])
def test_a_time_of_day_is_written_with_either_sign(compared, ours, theirs):
    assert compared(TRAIN.format(ours), TRAIN.format(theirs)) == []


def test_another_time_of_day_is_told(compared):
    assert compared(TRAIN.format("6.15"), TRAIN.format("6:14")) != []


TIMES = [
    ("La grue est tombée vers {} dans le port.", "16 h 45", "seize heures quarante-cinq", "16 h 40"),
    ("Le film sur le port dure {} sans entracte.", "90 minutes", "1h30", "80 minutes"),
    ("Le film sur le port dure {} sans entracte.", "1 h 30", "une heure et demie", "1 h 20"),
    ("Der Kran fiel gegen {} auf die Mole.", "16.30 Uhr", "sechzehn Uhr dreißig", "16.20 Uhr"),
    ("La grúa cayó a las {} en el muelle del puerto.", "16:30", "cuatro y media", "17:30"),
    ("Kranen faldt ned på molen klokken {}, og der var ikke nogen i havnen.", "16.30", "halv fem", "16.20"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "ours", "theirs", "another"), TIMES)
def test_a_time_in_words_is_one_in_figures(compared, sentence, ours, theirs, another):
    assert compared(sentence.format(ours), sentence.format(theirs)) == []
    assert compared(sentence.format(another), sentence.format(theirs)) != []


@pytest.mark.parametrize(
    ("ours", "theirs"), [("50 mg", "50 milligrams"), ("50mg", "50 milligrammes"), ("200 ml", "200 millilitres"), ("5 kWh", "5 kilowatt hours")]
)  # fmt: skip
def test_a_unit_may_be_short(compared, ours, theirs):
    assert compared(WATER.format(ours), WATER.format(theirs)) == []


def test_another_unit_is_told(compared):
    assert "ALT303 critical" in compared(WATER.format("50 grams"), WATER.format("50 milligrams"))


@pytest.mark.parametrize(
    ("sentence", "ours", "theirs", "another"),
    [
        ("The rules of {} are kept at the lock.", "DOCK125", "DOCK 125", "DOCK126"),
        ("We flew in an {} over the bay that summer.", "A 380", "A380", "A 320"),
        ("The {} ministers met in the old hall and left.", "G 7", "G7", "G 8"),
        ("Die Strecke der {} wird im Sommer gesperrt.", "S7", "S 7", "S 9"),
        ("Шоссе {} перекрыто снегом до самой границы области.", "М7", "М 7", "М 8"),
    ],
)
def test_a_name_and_its_number_are_joined_or_parted(compared, sentence, ours, theirs, another):
    assert compared(sentence.format(ours), sentence.format(theirs)) == []
    assert compared(sentence.format(another), sentence.format(theirs)) != []
