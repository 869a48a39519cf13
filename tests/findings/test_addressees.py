"""Whoever is spoken to, or spoken of, in the words that introduce a quotation is not the one who speaks (ATT501)."""

import pytest

SOURCE = """Tribunal at Tarnmouth, day 2

MS CARO: On the Monday there was a stool, and I sat on it for eleven weeks.

MRS LIND: I have three sons in the yard. They all had measles, and I never missed a day.

MR BELL: The stool was bought for the visitors, and no visitor ever complained of it."""
SAID = "They all had measles, and I never missed a day"
BEFORE = "Jo Caro had been promised a desk. “On the Monday there was a stool,” Caro told the tribunal.\n\nMaud Lind owns the yard. "
RIGHT = [
    f"She told Caro: “{SAID}.”",
    f"“{SAID},” she told Caro.",
    f"She said to Jo Caro: “{SAID}.”",
    f"The owner told Caro: “{SAID}.”",
    f"Her boss told Caro: “{SAID}.”",
    f"In a letter to Caro, the owner wrote: “{SAID}.”",
    f"Asked about Caro, she said: “{SAID}.”",
    f"Confronted by Caro, she said: “{SAID}.”",
    f"Caro was told: “{SAID}.”",
    f"Caro received this answer: “{SAID}.”",
    f"Caro says that Lind told her: “{SAID}.”",
    f"She paused, then added, smiling at Caro: “{SAID}.”",
    f"That did not impress Lind. “{SAID},” she told Caro.",
    f"“{SAID},” Lind said, and Caro wept.",
]
WRONG = [
    f"Caro said: “{SAID}.”",
    f"“{SAID},” said Jo Caro.",
    f"“{SAID},” Caro told the tribunal.",
    f"Under oath Ms Caro said: “{SAID}.”",
    f"On the second day in Tarnmouth, Jo Caro told the judge: “{SAID}.”",
    f"According to Caro, “{SAID}”.",
    f"Asked whether she had been ill, Caro said: “{SAID}.”",
]


@pytest.mark.parametrize("article", RIGHT)
def test_one_who_is_spoken_to_is_not_accused(beside, article):
    assert "ATT501" not in beside(BEFORE + article, SOURCE)


@pytest.mark.parametrize("article", WRONG)
def test_one_who_is_said_to_speak_still_is(beside, article):
    assert beside(BEFORE + article, SOURCE) == ["ATT501"]


OTHERS = [
    ("Sie sagte zu Karau: „Die Brücke hält, solange kein Lastwagen darüber fährt.“", "KARAU: Wir haben sie gestern gezählt.\n\nLOOS: Die Brücke hält, solange kein Lastwagen darüber fährt.", False),
    ("Karau sagte: „Die Brücke hält, solange kein Lastwagen darüber fährt.“", "KARAU: Wir haben sie gestern gezählt.\n\nLOOS: Die Brücke hält, solange kein Lastwagen darüber fährt.", True),
    ("Elle a dit à Carreau : « Le pont tient tant qu'aucun camion ne passe dessus. »", "CARREAU : Nous avons compté hier.\n\nTIXIER : Le pont tient tant qu'aucun camion ne passe dessus.", False),
    ("Carreau a dit : « Le pont tient tant qu'aucun camion ne passe dessus. »", "CARREAU : Nous avons compté hier.\n\nTIXIER : Le pont tient tant qu'aucun camion ne passe dessus.", True),
    ("La ingeniera dijo a Ulloa: «El puente aguanta mientras no pase ningún camión».", "ULLOA: Ayer lo contamos.\n\nMORA: El puente aguanta mientras no pase ningún camión.", False),
    ("Ulloa dijo: «El puente aguanta mientras no pase ningún camión».", "ULLOA: Ayer lo contamos.\n\nMORA: El puente aguanta mientras no pase ningún camión.", True),
]  # fmt: skip


@pytest.mark.parametrize(("article", "source", "wrong"), OTHERS)
def test_it_is_so_in_other_languages(beside, article, source, wrong):
    assert beside(article, source) == (["ATT501"] if wrong else [])


SENATE = """SEN. RUTH AMOS: Four people wrote to the board in the spring of that year.

SEN. PIET LIND: Twelve people wrote to it, and nobody ever wrote back."""


@pytest.mark.parametrize(("speaker", "wrong"), [("Amos", True), ("Lind", False)])
def test_a_title_that_everybody_has_tells_nobody_apart(beside, speaker, wrong):
    article = f"“Twelve people wrote to it, and nobody ever wrote back!” Sen. {speaker} shouted."
    assert beside(article, SENATE) == (["ATT501"] if wrong else [])
