"""Whom brackets put in the place of a "she": those whom the source spoke of last, over sentences that only take them up."""

import pytest

HONEST_CHAINS = [
    ("“[The pilot] shut the engine down at once,” Ines Moor said.", "The plane was flown by a pilot from Orre. The witness, Ines Moor, sat behind him. “I saw him through the door,” she said. “He shut the engine down at once.”"),
    ("“[The twins] never left the hut,” Aud Lie told the paper.", "The twins had climbed up alone. “They were cold,” said Aud Lie. “They never left the hut.”"),
    ("„[Der Pächter] hat jede Rechnung bezahlt“, sagte Grete Ohl.", "Der Pächter gab im Mai auf. „Ich kannte ihn gut“, sagte Grete Ohl. „Er hat jede Rechnung bezahlt.“"),
    ("«[El piloto] apagó el motor enseguida», dijo Inés Mora.", "El avión lo llevaba un piloto de Orre. «Yo lo vi por la puerta», dijo Inés Mora. «Él apagó el motor enseguida.»"),
    ("The rule says: “[a new lamp] MAY be bought in May.”", "A new lamp MUST be lit by the Keeper. It MUST burn all night for the Harbour Board. It MAY be bought in May."),
    ("« [Le facteur] a sonné deux fois », dit Anne Vey.", "Le facteur est passé à midi. « Il était pressé, dit Anne Vey. Il a sonné deux fois. »"),
]  # fmt: skip
FALSE_CHAINS = [
    ("“[The pilots] walked out without a word,” Ines Moor said.", "The pilots were calm and kind. The mechanics looked at one another. They walked out without a word, said Ines Moor."),
    ("“They [the pilots] walked out without a word,” Ines Moor said.", "The pilots were calm and kind. The mechanics looked at one another. They walked out without a word, said Ines Moor."),
    ("„Sie [die Ärzte] gingen ohne ein Wort“, sagte Grete Ohl.", "Die Ärzte blieben bis zum Morgen. Die Leute der Agentur sahen einander an. Sie gingen ohne ein Wort, sagte Grete Ohl."),
    ("«Ellos [los pilotos] se marcharon sin decir palabra», dijo Inés Mora.", "Los pilotos estuvieron tranquilos. Los mecánicos se miraron. Ellos se marcharon sin decir palabra, dijo Inés Mora."),
    ("« Ils [les pilotes] sont partis sans un mot », dit Anne Vey.", "Les pilotes ont gardé leur calme. Les mécaniciens se sont regardés. Ils sont partis sans un mot, dit Anne Vey."),
]  # fmt: skip


@pytest.mark.parametrize(("article", "source"), HONEST_CHAINS)
def test_those_whom_a_chain_of_pronouns_leads_to_pass(beside, article, source):
    assert beside(article, source) == []


@pytest.mark.parametrize(("article", "source"), FALSE_CHAINS)
def test_those_whom_the_source_left_for_others_are_a_finding(beside, article, source):
    assert beside(article, source) == ["ALT307"]
