"""Signs that make other words of the same letters: blanks, hyphens, round brackets, the stop behind a negation."""

import pytest

ABLE = "The mayor said on Monday that the council was @ to keep the old pier open for the winter."
TURNED = [
    ("not able", "notable"),
    ("now here", "nowhere"),
    ("in capable", "incapable"),
    ("no(t)", "not"),
    ("(not) paid", "not paid"),
    ("(in)famous", "infamous"),
]
OTHER = [
    ("the rapist", "therapist"),
    ("a moral", "amoral"),
    ("(re)opened", "reopened"),
]


@pytest.mark.parametrize(
    ("parted", "whole", "severity"),
    [*((*pair, "critical") for pair in TURNED), *((*pair, "major") for pair in OTHER)],
)
def test_words_that_a_sign_makes_other_words_are_a_finding_either_way(compared, parted, whole, severity):
    for quoted, source in ((parted, whole), (whole, parted)):
        found = compared(ABLE.replace("@", quoted), ABLE.replace("@", source))
        assert [finding.split()[1] for finding in found] == [severity]


SAME = [
    ("health care", "healthcare"),
    ("health-care", "healthcare"),
    ("on-line", "online"),
    ("re-elect", "reelect"),
    ("any more", "anymore"),
    ("a while", "awhile"),
    ("alot", "a lot"),
    ("can not", "cannot"),
    ("no one", "noone"),
    ("un able", "unable"),
    ("appropr iate", "appropriate"),
    ("not-\nable", "notable"),
    ("under-\nstand", "understand"),
    ("fast (and cheap)", "fast, and cheap,"),
]
ELSEWHERE = [
    ("Die Sitzung ist nach dem Willen des Rats am Montag @, sagte die Bürgermeisterin.", "nicht öffentlich", "nichtöffentlich"),
    ("Der Rat will den Pier @ der Fischer offen halten, sagte die Bürgermeisterin.", "zu Gunsten", "zugunsten"),
    ("Der Vertrag war so schlecht, @ der Rat ihn am Montag gekündigt hat.", "so dass", "sodass"),
    ("Borgmästaren vill att rådet @ håller den gamla piren öppen för fiskarna.", "i dag", "idag"),
    ("@港の橋は、町の皆さんの手で架かったのです。", "この(拍手)", "この"),
    ("De burgemeester zei dat de raad de oude pier @ open wil houden.", "ten slotte", "tenslotte"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "parted", "whole"), [*((ABLE, *pair) for pair in SAME), *ELSEWHERE])
def test_a_house_style_and_a_broken_word_pass_either_way(compared, source, parted, whole):
    assert compared(source.replace("@", parted), source.replace("@", whole)) == []
    assert compared(source.replace("@", whole), source.replace("@", parted)) == []


ANSWERED = [
    ("No, more boats will come in winter.", "No more boats will come in winter."),
    ("No. One of the boats is ready to sail.", "No one of the boats is ready to sail."),
    ("Never! Again we see the boats fail in winter.", "Never again we see the boats fail in winter."),
    ("I said no: taxes will rise in the town.", "I said no taxes will rise in the town."),
    ("No – boats were lost in the storm.", "No boats were lost in the storm."),
]
TOWN = "The mayor spoke on Monday in the old town hall. {} That is what he said, and the council heard it."


@pytest.mark.parametrize(("answered", "negated"), ANSWERED)
def test_an_answer_that_becomes_a_negation_of_what_follows_turns_the_sense(compared, answered, negated):
    for quoted, source in ((answered, negated), (negated, answered)):
        assert compared(TOWN.format(quoted), TOWN.format(source)) == ["ALT302 critical"]


def test_a_negation_that_answers_negates_a_verb_where_one_word_does_both(compared):
    source = "El alcalde habló el lunes en el ayuntamiento viejo. {} Eso es lo que dijo, y el consejo lo oyó."
    one, other = "No, vendrán más barcos al muelle.", "No vendrán más barcos al muelle."
    assert compared(source.format(one), source.format(other)) == ["ALT302 critical"]
    one, other = "No, gracias, cerraremos el muelle.", "No gracias, cerraremos el muelle."
    assert compared(source.format(one), source.format(other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No, we will not close the school.", "No we will not close the school."),
        ("No, the boats will come in winter.", "No the boats will come in winter."),
        ("No, sir, I will not close the school.", "No sir, I will not close the school."),
        ("No, thanks, I have seen the pier.", "No thanks, I have seen the pier."),
        ("No! We will not close the school.", "No, we will not close the school."),
        ("It is not, however, the end.", "It is not however the end."),
        ("He never, ever lied to the council.", "He never ever lied to the council."),
        ("There was no, or hardly any, wind.", "There was no or hardly any wind."),
    ],
)
def test_a_comma_beside_a_negation_that_negates_nothing_new_is_dress(compared, one, other):
    assert compared(TOWN.format(one), TOWN.format(other)) == []
    assert compared(TOWN.format(other), TOWN.format(one)) == []


def test_a_capital_that_makes_a_million_of_a_thousandth_is_another_amount(compared):
    assert compared(TOWN.format("It takes 300 mW."), TOWN.format("It takes 300 MW.")) == ["ALT303 critical"]
    assert compared(TOWN.format("It takes 5mg a day."), TOWN.format("It takes 5Mg a day.")) == [
        "ALT303 critical"
    ]
    assert compared(TOWN.format("It takes 300 mw."), TOWN.format("It takes 300 MW.")) == []
    assert compared(TOWN.format("It takes 300 Km."), TOWN.format("It takes 300 km.")) == []
