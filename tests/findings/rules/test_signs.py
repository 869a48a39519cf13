"""Words that blanks, hyphens and breaks part, and no others."""

import pytest

ABLE = "The mayor said on Monday that the council was @ to keep the old pier open for the winter."
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
