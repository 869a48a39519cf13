"""A negation that came or went takes words with it ("not any", "some"): one place, one finding."""

import pytest

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
