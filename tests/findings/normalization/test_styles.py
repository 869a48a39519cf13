"""Polite speech printed in plain style: dress, as long as nothing else is changed with it."""

import tomllib
from pathlib import Path

import pytest

from provenance import compare
from provenance.findings.finding import Severity
from provenance.languages import politeness
from provenance.languages.orthography import orthographic_key
from provenance.languages.politeness import cut_plainly, polite_endings

FOLDER = Path(politeness.__file__).parent / "ja"

# What was said, how it is printed, and how it is falsified.
JAPANESE = [
    ("来年三月に橋を開通させます。工事は順調です。", "来年三月に橋を開通させる", "来年三月に橋を開通させない"),
    ("私は報告書を二回読みました。質問はまだありません。", "私は報告書を二回読んだ", "私は報告書を三回読んだ"),
    ("町は補助金を受け取りませんでした。理由は分かりません。", "町は補助金を受け取らなかった", "町は補助金を受け取った"),
    ("私は町長に手紙を書きました。返事は来ませんでした。", "私は町長に手紙を書いた。返事は来なかった", "私は町長に手紙を書いた。返事は来た"),
    ("住民の皆さんと一緒に森を守りましょう。小さな一歩が大切です。", "住民の皆さんと一緒に森を守ろう", "住民の皆さんと一緒に森を守った"),
    ("灯台の修理には五年かかると思います。予算はこれからです。", "灯台の修理には五年かかると思う", "灯台の修理には五年かかる"),
    ("船はもう古くて危険でした。去年の秋に売りました。", "船はもう古くて危険だった", "船はもう古くて危険だ"),
    ("船はもう古くて危険でしょう。秋には売ります。", "船はもう古くて危険だろう。秋には売る", "船はもう古くて危険だ。秋には売る"),
    ("港の水深は十分ではありません。大型船は入れません。", "港の水深は十分ではない", "港の水深は十分だ"),
    ("もう一度この舞台に立ちたいです。けがは治りました。", "もう一度この舞台に立ちたい", "もう一度この舞台に立つ"),
    ("原因は調査しております。結果は公表いたします。", "原因は調査している。結果は公表する", "原因は調査していない。結果は公表する"),
    ("工場の煙突は残すつもりです。町の目印ですから。", "工場の煙突は残すつもりだ。町の目印だから", "工場の煙突は残す。町の目印だから"),
    ("父は何も話しませんでした。母も黙っていました。", "父は何も話さなかった。母も黙っていた", "父は何でも話した。母も黙っていた"),
    ("投票率は四割を超えませんでした。若い人が来なかったのでしょう。", "投票率は四割を超えなかった。若い人が来なかったのだろう", "投票率は四割を超えた。若い人が来なかったのだろう"),
    ("祖母は毎朝この坂を上りました。雪の日も休みませんでした。", "祖母は毎朝この坂を上った。雪の日も休まなかった", "祖母は毎朝この坂を上った。雪の日は休んだ"),
    ("応募は一件もございません。人手が足りないんです。", "応募は一件もない。人手が足りないのだ", "応募は一件ある。人手が足りないのだ"),
    ("犯人は私じゃありません。隣の家にいました。", "犯人は私ではない。隣の家にいた", "犯人は私だ。隣の家にいた"),
    ("工事のことは聞いてません。回覧板は読んでます。", "工事のことは聞いていない。回覧板は読んでいる", "工事のことは聞いている。回覧板は読んでいる"),
]  # fmt: skip
KOREAN = [
    ("내년 3월에 다리를 개통하겠습니다. 공사는 순조롭습니다.", "내년 3월에 다리를 개통하겠다", "내년 3월에 다리를 개통하지 않겠다"),
    ("우리 군은 보조금을 받지 않았습니다. 이유는 모릅니다.", "우리 군은 보조금을 받지 않았다. 이유는 모른다", "우리 군은 보조금을 받았다. 이유는 모른다"),
    ("숲은 우리가 함께 지킵시다. 작은 걸음이 중요합니다.", "숲은 우리가 함께 지키자. 작은 걸음이 중요하다", "숲은 우리가 함께 지켰다. 작은 걸음이 중요하다"),
    ("이 마을의 겨울은 정말 추워요. 그래도 사람들은 남아요.", "이 마을의 겨울은 정말 춥다. 그래도 사람들은 남는다", "이 마을의 겨울은 정말 춥지 않다. 그래도 사람들은 남는다"),
    ("그 배는 너무 낡고 위험했습니다. 작년 가을에 팔았습니다.", "그 배는 너무 낡고 위험했다. 작년 가을에 팔았다", "그 배는 너무 낡고 위험하다. 작년 가을에 팔았다"),
    ("사고 뒤에 검사원을 12명으로 늘렸어요. 그래도 모자라요.", "사고 뒤에 검사원을 12명으로 늘렸다. 그래도 모자라다", "사고 뒤에 검사원을 20명으로 늘렸다. 그래도 모자라다"),
    ("버스를 줄이는 일은 없을 겁니다. 기사도 늘립니다.", "버스를 줄이는 일은 없을 것이다. 기사도 늘린다", "버스를 줄이는 일이 있을 것이다. 기사도 늘린다"),
    ("기부금이 목표에 닿지 못했습니다만 공사는 계속합니다.", "기부금이 목표에 닿지 못했지만 공사는 계속한다", "기부금이 목표에 닿았지만 공사는 계속한다"),
    ("그 밤은 지금도 잘 기억해요. 아주 조용한 밤이었어요.", "그 밤은 지금도 잘 기억한다. 아주 조용한 밤이었다", "그 밤은 이제 기억하지 못한다. 아주 조용한 밤이었다"),
    ("선수에게 쉬라고 했잖아요. 무리하게 하고 싶지 않았거든요.", "선수에게 쉬라고 했다. 무리하게 하고 싶지 않았다", "선수에게 쉬라고 했다. 무리하게 하고 싶었다"),
    ("많은 분이 오셨으면 좋겠습니다. 자리는 150개입니다.", "많은 분이 오셨으면 좋겠다. 자리는 150개다", "많은 분이 오셨으면 좋겠다. 자리는 115개다"),
]  # fmt: skip
ALIKE = """
    합니다 한다 해요 하네요, 했습니다 했다 했어요 했거든요 했잖아요, 않습니다 않는다 않아요, 못합니다 못한다 못해요, 자랑입니다 자랑이다 자랑이에요, 친구예요 친구다,
    아닙니다 아니다 아니에요, 모릅니다 모른다 몰라요, 바쁩니다 바쁘다 바빠요, 씁니다 쓴다 써요, 겁니다 것이다 거예요, 옵니다 온다 와요, 됩니다 된다 돼요, 만듭니다 만든다 만들어요"""
APART = (
    "합니다 했습니다 하겠습니다 합시다 한답니다 할 하지, 있습니다 없습니다, 보인다 봅니다, 삽니다 샀다 쓴다"
)


@pytest.mark.parametrize(("said", "printed", "falsified"), [*JAPANESE, *KOREAN])
def test_plain_style_is_dress_and_other_words_are_told(compared, said, printed, falsified):
    assert compared(printed, said) == []
    assert compared(falsified, said)


@pytest.mark.parametrize("row", ALIKE.split(","))
def test_the_endings_of_a_korean_verb_share_a_key(row):
    assert len({orthographic_key(word, "ko") for word in row.split()}) == 1


@pytest.mark.parametrize("row", APART.split(","))
def test_other_forms_of_it_do_not(row):
    assert len({orthographic_key(word, "ko") for word in row.split()}) == len(row.split())


@pytest.mark.parametrize("joined", ["이라고 말했다", "이라며 웃었다"])
def test_a_copula_may_stand_behind_the_mark(beside, joined):
    said = "안녕하십니까. 공장 굴뚝은 남길 생각입니다. 감사합니다."
    assert beside(f"군수는 “공장 굴뚝은 남길 생각”{joined}.", said) == []
    assert beside(f"군수는 “공장 굴뚝은 남길 계획”{joined}.", said)


@pytest.mark.parametrize(
    ("ending", "clean"),
    [("합니다", True), ("했습니다", True), ("하지 않습니다", False), ("할 수도 있습니다", False)],
)
def test_a_noun_may_stand_without_the_verb_that_is_made_of_it(ending, clean):
    source = f"등대지기의 일지는 폭풍 뒤에 바뀐 물길을 빠짐없이 기록{ending}. 그 뒤로 배는 없었다."
    told = compare("폭풍 뒤에 바뀐 물길을 빠짐없이 기록", source).findings
    assert all(finding.severity is Severity.NOTE for finding in told) == clean


def test_no_polite_ending_has_fewer_characters_than_what_is_read_for_it_has_words():
    endings = politeness._style().plain
    assert [ending for ending, plain in endings.items() if not 0 < len(plain) <= len(ending)] == []


def test_of_two_stems_the_longer_one_is_read():
    endings = polite_endings("駅にありません。思っています。", 0, 15)
    assert [(each.text, "".join(each.plain)) for each in endings] == [
        ("ありません", "ない"),
        ("ています", "ている"),
    ]


@pytest.mark.parametrize("name", ["words", "governors"])
def test_the_lists_have_plain_endings(name):
    """What is never read cannot be found."""
    lists = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["lists"]
    entries = {entry for row in lists.values() for entry in row.split(",") if " " in entry.strip()}
    for entry in entries:
        signs = "".join(entry.split())
        read = [word for words, *_ in cut_plainly(signs, 0, len(signs)) for word in words]
        assert read == entry.split()
