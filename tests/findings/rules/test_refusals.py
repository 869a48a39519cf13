"""Frames of the article that leave open what the speaker rules out (ALT302), and those that say as much as the speaker does."""

import pytest

TURNED = [
    ("The mayor refused to rule out a new charge, saying: “I cannot bind those who come after me.”", "MAYOR: There will be no charge. I have ruled it out, and nobody is working on one. I cannot bind those who come after me."),
    ("Ms Lind has not ruled out job losses, saying that “nobody honest could promise anything after that”.", "Q. Can you rule out job losses at the yard?\n\nA. Yes. There will be none this year.\n\nQ. And later?\n\nA. By then nobody honest could promise anything after that."),
    ("Holm did not deny the meeting: “The door was open all the evening.”", "HOLM: I deny it flatly. The door was open all the evening. I was at home."),
    ("La alcaldesa no descartó una subida: «Quien venga después hará lo que quiera».", "ALCALDESA: No habrá subida. La he descartado en marzo y la descarto hoy. Quien venga después hará lo que quiera."),
    ("Le maire n'a pas exclu une hausse : « Mes successeurs feront ce qu'ils voudront. »", "LE MAIRE : Il y aura le même taux. La hausse est exclue. Mes successeurs feront ce qu'ils voudront."),
    ("Il sindaco non esclude aumenti: «Chi verrà dopo farà quello che vuole».", "SINDACO: Aumenti? Li escludo. Chi verrà dopo farà quello che vuole."),
]  # fmt: skip
TRUE = [
    ("The mayor refused to rule out a new charge, saying: “I cannot bind those who come after me.”", "MAYOR: I rule nothing out. I cannot bind those who come after me."),
    ("The mayor refused to rule out a new charge, saying: “I cannot bind those who come after me.”", "MAYOR: It would be wrong to rule it out today. I cannot bind those who come after me."),
    ("The mayor refused to rule out a new charge, saying: “I cannot bind those who come after me.”", "COUNCILLOR: Do you rule out a charge?\n\nMAYOR: Ask me in May. I cannot bind those who come after me."),
    ("The mayor ruled out a new charge: “There will be none while I hold this office.”", "MAYOR: I have ruled it out. There will be none while I hold this office."),
    ("Holm did not deny the meeting: “The door was open all the evening.”", "HOLM: I don't deny it. The door was open all the evening."),
    ("La alcaldesa no descartó una subida: «Quien venga después hará lo que quiera».", "ALCALDESA: No descarto nada. Quien venga después hará lo que quiera."),
    ("Le maire n'a pas exclu une hausse : « Mes successeurs feront ce qu'ils voudront. »", "LE MAIRE : Je n'exclus rien. Mes successeurs feront ce qu'ils voudront."),
    ("Il sindaco non esclude aumenti: «Chi verrà dopo farà quello che vuole».", "SINDACO: Non li escludo affatto. Chi verrà dopo farà quello che vuole."),
]  # fmt: skip


@pytest.mark.parametrize(("article", "source"), TURNED)
def test_what_is_ruled_out_is_not_left_open(beside, article, source):
    assert beside(article, source) == ["ALT302"]


@pytest.mark.parametrize(("article", "source"), TRUE)
def test_a_frame_that_says_as_much_as_the_speaker_passes(beside, article, source):
    assert beside(article, source) == []
