"""What brackets do to the sense: a negation put in, taken away, or said in other words."""

import pytest

KEPT = [
    (
        "The crew couldn't reach the pier before the storm.",
        "The crew [were unable to] reach the pier before the storm.",
    ),
    (
        "I dunno where the boats are now, the captain said.",
        "I [don't know] where the boats are now, the captain said.",
    ),
    ("The council said no to the plan for a new pier.", "The council [rejected] the plan for a new pier."),
    ("It's not legal to fish there at night in spring.", "It's [illegal] to fish there at night in spring."),
    ("It is not safe to cross the old bridge at night.", "It is [unsafe] to cross the old bridge at night."),
    (
        "The board denied it had sold the boats to anyone.",
        "The board [said it had not] sold the boats to anyone.",
    ),
    (
        "They will get no votes in the next election here.",
        "[Those who are not registered] will get no votes in the next election here.",
    ),
    (
        "Few of the crew had seen the island before that day.",
        "[Not many] of the crew had seen the island before that day.",
    ),
    (
        "The mayor never liked the plan for the new pier.",
        "The mayor [always disliked] the plan for the new pier.",
    ),
    (
        "The members did not back the plan for the new pier.",
        "The members [opposed] the plan for the new pier.",
    ),
    ("Das ist nicht legal, sagte die Beamtin am Montag.", "Das ist [illegal], sagte die Beamtin am Montag."),
    (
        "Ce n'est pas possible cette année, a dit la mairie.",
        "C'est [impossible] cette année, a dit la mairie.",
    ),
    (
        "No pudieron llegar al muelle antes de la tormenta.",
        "[Fueron incapaces de] llegar al muelle antes de la tormenta.",
    ),
    (
        "Él jamás aceptó el plan del puerto, dijo la alcaldesa.",
        "Él [no aceptó nunca] el plan del puerto, dijo la alcaldesa.",
    ),
]


@pytest.mark.parametrize(("source", "quotation"), KEPT)
def test_brackets_that_keep_the_sense_are_accused_of_nothing(compared, source, quotation):
    found = compared(quotation, source)
    assert not any(code[:6] in {"ALT302", "OMI202"} for code in found)


TURNED = [
    (
        "The members supported the plan for the new pier.",
        "The members [did not support] the plan for the new pier.",
    ),
    ("The members did not support the plan for a pier.", "The members [supported] the plan for a pier."),
    (
        "The crew couldn't reach the pier before the storm.",
        "The crew [could] reach the pier before the storm.",
    ),
    (
        "The mayor never spoke about the plan for the pier.",
        "The mayor [always] spoke about the plan for the pier.",
    ),
    (
        "The board confirms the sale of the boats to the town.",
        "The board [denies] the sale of the boats to the town.",
    ),
    (
        "The board will publish the memo in the spring.",
        "The board [will not] publish the memo in the spring.",
    ),
    (
        "Die Stadt genehmigte den Umbau des alten Hafens.",
        "Die Stadt [genehmigte nicht] den Umbau des alten Hafens.",
    ),
    (
        "La mairie a accepté le projet du nouveau port.",
        "La mairie [n'a pas accepté] le projet du nouveau port.",
    ),
]


@pytest.mark.parametrize(("source", "quotation"), TURNED)
def test_brackets_that_turn_the_sense_are_major(compared, source, quotation):
    assert {"ALT302 major", "ALT302 critical", "OMI202 critical"} & set(compared(quotation, source))


def test_brackets_may_clarify(compared):
    source = "She froze it after the second audit of the northern depots."
    quotation = "[The director] froze [the budget] after the second audit of the northern depots."
    assert compared(quotation, source) == []


@pytest.mark.parametrize(
    ("bracketed", "expected"), [("Ines [Duarte]", ["ALT307 minor"]), ("Ines [C]aro", []), ("Ines [Caro]", [])]
)
def test_brackets_may_not_change_a_name(compared, bracketed, expected):
    source = "Deputy Ines Caro wrote the memo for the harbour board."
    assert compared(source.replace("Ines Caro", bracketed), source) == expected


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("The damage to the dam was survivable.", "The damage to the dam was [not] survivable."),
        ("The board will publish the memo in spring.", "The board will [never] publish the memo in spring."),
        ("The report found evidence of a leak.", "The report found [no] evidence of a leak."),
        ("The old dam was safe in winter.", "The old dam was [un]safe in winter."),
        ("Die Mauer wird den Winter überstehen.", "Die Mauer wird den Winter [nicht] überstehen."),
        ("La presa aguantaría el invierno sin obras.", "La presa [no] aguantaría el invierno sin obras."),
    ],
)
def test_brackets_may_not_add_a_negation(compared, source, quotation):
    assert compared(quotation, source) == ["ALT302 major"]


def test_a_negation_inside_a_gloss_negates_nothing_kept(compared):
    source = "The keeper left the tower after the second winter of the war."
    quotation = "The keeper [who had no licence] left the tower after the second winter of the war."
    assert compared(quotation, source) == []


def test_an_ellipsis_that_swallows_a_negation_excuses_no_other_one(compared):
    source = (
        "There are machines that do not need to be sung to. The works changed hands in May. "
        "Nobody was asked, and no letter was sent. The results are expected in the autumn."
    )
    quotation = "There are machines that do need to be sung to. […] The results are expected in the autumn."
    assert "OMI202 critical" in compared(quotation, source)
