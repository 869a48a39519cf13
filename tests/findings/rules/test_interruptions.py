"""What interrupts a sentence or a turn in the source, and is no loss; and what is one all the same."""

import pytest

BEFORE = "The board of the harbour met in May, as it does each year, and heard what had become of the lights."
FIRST, SECOND = "The keeper said that the lamp had failed", "and asked the board for a new one."


@pytest.mark.parametrize(
    "between",
    [
        "Harbour Board of Orm — Minutes — Page 3 of 9",
        "Report on the lamps\n\n42",
        "Also on this page: the new ferry",
        "(Photo: I. Holm)",
    ],
)
def test_a_block_between_halves_of_a_sentence_is_none_of_it(between, compared):
    assert compared(f"{FIRST} {SECOND}", f"{BEFORE}\n\n{FIRST}\n\n{between}\n\n{SECOND}") == []


@pytest.mark.parametrize(
    ("first", "between", "second"),
    [
        (f"{FIRST}.", "Nobody believed her.", "And she asked the board for a new one."),
        (FIRST, "though nobody had seen it", SECOND),
        ("The keeper asked for", "- no lamp\n- no oil", "and a new boat for the pilots of the bar."),
    ],
)
def test_a_sentence_its_own_words_and_a_list_are_lost(first, between, second, compared):
    assert compared(f"{first} {second}", f"{first}\n\n{between}\n\n{second}") != []


TURNS = {
    "en": ("HOLM: I have had that letter since May.", "CHAIR: Since May.", "HOLM: By then the lamp was out."),
    "nl": (
        "De heer VAN HOLM: Ik heb die brief sinds mei.",
        "De VOORZITTER: In mei.",
        "De heer VAN HOLM: Toen was de lamp al uit.",
    ),
    "ja": ("沢井:手紙は五月に読みました。", "聞き手:はい。", "沢井:灯台の明かりはもう消えていました。"),
    "ko": ("홍가람: 그 편지는 오월에 읽었습니다.", "의장: 오월에요.", "홍가람: 등대는 이미 꺼져 있었습니다."),
}


@pytest.mark.parametrize("language", TURNS)
def test_a_word_that_somebody_puts_in_is_none_of_the_speaker(language, compared):
    one, other, two = TURNS[language]
    said = [turn.partition(":")[2].strip() for turn in (one, two)]
    joint = "" if language == "ja" else " "
    assert compared(joint.join(said), f"{one}\n{other}\n{two}") == []


def test_a_question_put_in_is_no_such_word(compared):
    one, _, two = TURNS["en"]
    said = [turn.partition(":")[2].strip() for turn in (one, two)]
    assert compared(" ".join(said), f"{one}\nCHAIR: Was it?\n{two}") != []


RECORDS = {
    "a time": "[12:40] The keeper asked for a lamp. [sighs] Nobody sent one.",
    "a label in capitals": "Minutes of May. KEEPER IDA HOLM: The keeper asked for a lamp. (strikes the table) Nobody sent one.",
    "a label on its line": "Delegate Ida Holm:\nThe keeper asked for a lamp. (Voice from the gallery: Two!) Nobody sent one.",
    "the mark of minutes": "○沢井君　灯台守は明かりを求めました。（「二つだ」と呼ぶ者あり）　誰も送りませんでした。",
}


@pytest.mark.parametrize("kind", RECORDS)
def test_what_is_heard_besides_is_told_by_any_sign_of_a_record(kind, compared):
    said = (
        "灯台守は明かりを求めました。誰も送りませんでした。"
        if "○" in RECORDS[kind]
        else "The keeper asked for a lamp. Nobody sent one."
    )
    assert compared(said, RECORDS[kind]) == []


def test_in_other_texts_a_bracket_is_the_authors_own(compared):
    assert (
        compared(
            "The keeper asked for a lamp. Nobody sent one.",
            "The keeper asked for a lamp. (or so I hear) Nobody sent one.",
        )
        != []
    )


def test_a_call_in_round_brackets_behind_a_word_leads_to_its_note(compared):
    source = (
        "The pilots never paid the toll(17) nor was it asked of them.\n\n(17) Book of the harbour, leaf 3."
    )
    assert compared("The pilots never paid the toll nor was it asked of them.", source) == []
    assert (
        compared(
            "鑑札の数は前年より一割増えました。",
            "鑑札の数は前年より一割増えました（注1）。据え置きです。\n\n（注1）分室を含みます。",
        )
        == []
    )
