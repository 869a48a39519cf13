"""Japanese and Chinese set whoever speaks right before the marks: another speaker of the source there is a finding (ATT501)."""

import pytest

YU = """商店街の集会が五日に開かれた。銭湯の三代目店主の大橋正一さんは「続けたい気持ちはあるが、ボイラーを直す金がない」と話した。

常連客の浜田清さんは「ここがなくなったら、どこで魚の値段の話をすればいいのか」と嘆いた。"""
HUI = """市民代表李文说：“说明来得太晚了，我们只希望有人听我们讲。”

市长王敏说：“图书馆搬迁的事还没有作出任何决定。”"""
WRONG = [
    (YU, "浜田さんは「続けたい気持ちはあるが、ボイラーを直す金がない」と嘆いた。"),
    (YU, "大橋さんは「ここがなくなったら、どこで魚の値段の話をすればいいのか」と語った。"),
    (HUI, "王敏说：“说明来得太晚了，我们只希望有人听我们讲。”"),
]
RIGHT = [
    (YU, "大橋さんは「続けたい気持ちはあるが、ボイラーを直す金がない」と話した。"),
    (YU, "店主は「続けたい気持ちはあるが、ボイラーを直す金がない」と話した。"),
    (YU, "浜田さんは「ここがなくなったら、どこで魚の値段の話をすればいいのか」と嘆いた。"),
    (HUI, "李文说：“说明来得太晚了，我们只希望有人听我们讲。”"),
]


@pytest.mark.parametrize(("source", "article"), WRONG)
def test_another_speaker_before_the_marks_is_a_finding(beside, source, article):
    assert beside(article, source) == ["ATT501"]


@pytest.mark.parametrize(("source", "article"), RIGHT)
def test_the_speaker_by_name_or_office_passes(beside, source, article):
    assert beside(article, source) == []
