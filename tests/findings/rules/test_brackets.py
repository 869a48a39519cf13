"""Brackets whose word says something else than the word of its kind that they replace, and those that say it more closely."""

import pytest

from provenance.findings.finding import Severity
from provenance.tracing.texts import compare

OTHERWISE = [
    ("The guild will keep a guard on call [if] the rent is cut again in the autumn", "The guild will keep a guard on call unless the rent is cut again in the autumn.", "ALT302"),
    ("The guild counted [more than] 400 people on the pier", "The guild counted fewer than 400 people on the pier.", "ALT306"),
    ("[All] of the potters on the pier have signed the letter", "Some of the potters on the pier have signed the letter.", "ALT306"),
    ("The kiln [must] close before the winter comes to the pier", "The kiln may close before the winter comes to the pier.", "ALT305"),
    ("The kiln will close on [Friday] after a vote of the guild", "The kiln will close on Monday after a vote of the guild.", "ALT304"),
    ("The kiln will close in [June] after a vote of the guild", "The kiln will close in May after a vote of the guild.", "ALT304"),
    ("The kiln had sunk by 3.5 [centimetres] in the night before", "The kiln had sunk by 3.5 millimetres in the night before.", "ALT303"),
    ("Der Ofen schließt am [Freitag] nach einer Wahl der Zunft", "Der Ofen schließt am Montag nach einer Wahl der Zunft.", "ALT304"),
]  # fmt: skip
CLOSER = [
    ("The kiln will close on [Monday] after a vote of the guild", "The kiln will close tomorrow after a vote of the guild."),
    ("The kiln will close on [3 May] after a vote of the guild", "The kiln will close on Monday after a vote of the guild."),
    ("The kiln closed in [2030] after a vote of the guild", "The kiln closed last year after a vote of the guild."),
    ("The kiln [would] close before the winter comes to the pier", "The kiln will close before the winter comes to the pier."),
    ("The kiln had sunk by [0.35 centimetres] in the night before", "The kiln had sunk by 3.5 millimetres in the night before."),
    ("[The potters] have signed the letter to the guild", "All of them have signed the letter to the guild."),
    ("The guild counted [over] 400 people on the pier", "The guild counted more than 400 people on the pier."),
]  # fmt: skip


def told(quotation, source):
    return [
        finding.rule.code
        for finding in compare(quotation, source).findings
        if finding.severity > Severity.NOTE
    ]


@pytest.mark.parametrize(("quotation", "source", "code"), OTHERWISE)
def test_another_word_of_the_same_kind_is_an_alteration(quotation, source, code):
    assert told(quotation, source) == [code]


@pytest.mark.parametrize(("quotation", "source"), CLOSER)
def test_a_word_that_says_the_same_or_what_was_meant_is_none(quotation, source):
    assert told(quotation, source) == []


LEDGERS = (
    "The trial of the former treasurer, Simon Attwater, went on. “He kept the ledgers in a biscuit tin, and I never asked"
    " to see inside,” Lucy Rowe said."
)


@pytest.mark.parametrize("name", ["Attwater", "Holm", "the former treasurer"])
def test_round_brackets_are_read_where_they_stand(compared, name):
    quotation = f"He ({name}) kept the ledgers in a biscuit tin, and I never asked to see inside"
    assert compared(quotation, LEDGERS) == ["ADD101 minor"]


def test_wide_brackets_declare(compared):
    source = "旧公民館のお別れの会が開かれた。会長は「あれは町のみんなで瓦を一枚ずつ買って建てたものです」と話した。"
    assert compared("あれ（旧公民館）は町のみんなで瓦を一枚ずつ買って建てたものです", source) == []


def test_round_brackets_declare_in_korean(compared):
    source = "문: 연맹과는 이야기가 됐습니까?\n표다솜 선수: 연맹이요? 우리한테 한 번도 묻지 않았어요. 기사 보고 알았어요."
    assert compared("(연맹이) 우리한테 한 번도 묻지 않았어요. 기사 보고 알았어요", source) == []
    assert compared("(연맹이) 우리한테 한 번도 물었어요. 기사 보고 알았어요", source) != []


def test_signs_of_a_comment_before_a_bracket_are_no_change_of_words(compared):
    source = "/// This emits when deeds are made (`from` == 0) and burnt\n///  (`to` == 0). Any number may be made at once."
    quotation = (
        "This emits when deeds are made (from == 0) and burnt (to == 0). Any number may be made at once."
    )
    assert compared(quotation, source) == []
