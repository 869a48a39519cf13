"""Whose words an inline quotation is said to be: named rightly, or not at all. All texts are invented."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detector import detect

RIGHT = {
    "the stop of a title ends no sentence": (
        "en",
        "“The pump house was dry for a week,” Dr. Varga says. “Nobody had asked for that.”",
        "The pump house",
        "Varga",
    ),
    "a surname like a trade": (
        "en",
        "“The mill pays its way and always has,” says veteran grain analyst Ruth Baker.",
        "The mill pays",
        "Ruth Baker",
    ),
    "an adjective is no verb": (
        "en",
        "Okafor said that Dunmore was why the mill could buy Seaholm below its asking price: “We had no better friend in the county.”",
        "We had no",
        "Okafor",
    ),
    "in somebody's words": (
        "en",
        "In Dr. Varga’s words, “a bridge that nobody paints is a bridge that nobody owns.”",
        "a bridge that",
        "Varga",
    ),
    "an owner's group is not the speaker": (
        "en",
        "“Nobody asked us about the quay at all,” Ruth Adeyemi, a member of Dunmore’s BTR community, said of the plan.",
        "Nobody asked",
        "Ruth Adeyemi",
    ),
    "what somebody is, is not who somebody is": (
        "en",
        "Ruth Adeyemi stood trial. Adeyemi was charged because she was a well-known harbour author and on Friday had written “the time to wait for the council is over”.",
        "the time to wait",
        "Ruth Adeyemi",
    ),
    "an official of a body without a name": (
        "en",
        "“We have never run the ferry at a loss,” said a senior council official.",
        "We have never",
        "official",
    ),
    "whoever is questioned, not whoever asks": (
        "en",
        "Ruth Adeyemi opened the hearing. Cross-examined by Tom Brandvold, she said the quay had been “watched day and night by two men”.",
        "watched day",
        "Ruth Adeyemi",
    ),
    "the only woman of the page, far back": (
        "en",
        (
            "Ruth Adeyemi runs the harbour.\n\nThe cranes are old, and the rails on the quay have not been changed since the fire that took the first warehouse, long ago."
            "\n\nThe council pays for the paint, the county pays for the rails, and the state pays for the lamps, which have been dark since the spring flood."
            "\n\nThe lamps are another matter, for they belong to the railway, and the railway has been sold three times in four years, each time for less."
            "\n\nShe is blunt about it: “We keep the light on with tape and hope.”"
        ),
        "We keep the light",
        "Ruth Adeyemi",
    ),
    "a verb behind a comma in German": (
        "de",
        "„Der Kran war wie ein alter Freund“, etwa wenn es dunkel wurde, sagt Ina Roth, die lange am Hafen gearbeitet hat.",
        "Der Kran",
        "Ina Roth",
    ),
    "a noun between verb and name in German": (
        "de",
        "„Die Mauer wird im Herbst neu gesetzt“, erklärt auf Anfrage Martin Beckstein aus dem Bauamt.",
        "Die Mauer",
        "Martin Beckstein",
    ),
    "a verb in two parts in German": (
        "de",
        "Dazu führt Ina Roth weiter aus: „Wir haben den Damm zweimal vergeblich geprüft.“",
        "Wir haben",
        "Ina Roth",
    ),
    "the object before the verb in German": (
        "de",
        "Jan Beck ist Lotse. Oder wie er es formuliert: „Das Wasser kennt keinen Feierabend und keinen Sonntag.“",
        "Das Wasser",
        "Jan Beck",
    ),
}


@pytest.mark.parametrize("case", RIGHT, ids=list(RIGHT))
def test_names_whoever_says_it(case):
    language, text, first, speaker = RIGHT[case]
    found = [
        one
        for one in detect(read_text(text, format=Format.TEXT), language=language)
        if one.text.startswith(first)
    ]
    assert [one.attribution.speaker for one in found][:1] == [speaker]


SILENT = {
    "a person told something is no outlet": (
        "en",
        "Ruth Adeyemi and Tom Brandvold run the mill. “I know we are glad to be rid of it,” Adeyemi told Brandvold.",
        "I know we are",
        lambda told: told.outlet is None,
    ),
    "initials are no surname": (
        "en",
        "The Harbour Inquiry BTR closed in May.\n\n“I had never seen the ledger before that day,” he wrote.",
        "I had never",
        lambda told: told.speaker is None,
    ),
    "a noun is nobody in German": (
        "de",
        "Der Hafen schrieb Zeitgeschichte. Die Große Mole steht noch. Die Mole kennt jeder. Über die Große Mole heißt es: „So ein stolzes, so ein kaltes Bauwerk am Wasser.“",
        "So ein stolzes",
        lambda told: told.speaker is None,
    ),
    "two women, one pronoun, far back": (
        "en",
        "Ruth Adeyemi and Jane Moore met on Tuesday.\n\n“It was a good meeting for both of us,” she said.",
        "It was a good",
        lambda told: told.speaker is None,
    ),
    "no word that opens a sentence is an outlet's": (
        "en",
        "When Harbor News’ Tom Brandvold asked about it, Adeyemi said: “We get our sand where we can find it.”",
        "We get our sand",
        lambda told: not (told.outlet or "").startswith("When"),
    ),
}


@pytest.mark.parametrize("case", SILENT, ids=list(SILENT))
def test_names_nobody_wrongly(case):
    language, text, first, holds = SILENT[case]
    for one in detect(read_text(text, format=Format.TEXT), language=language):
        if one.text.startswith(first):
            assert holds(one.attribution), one.attribution
