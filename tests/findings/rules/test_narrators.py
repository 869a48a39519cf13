"""What the author of a source writes in their own words, given to somebody whom they quote (ATT501), and what is reported without marks."""

import pytest

EN = "The minister swept past the cameras. It was, by any measure, the worst week of her career. “I have a train to catch,” Leonie Strake told reporters."
FR = "Le maire est sorti par la porte du jardin. La salle était à moitié vide et personne n'a applaudi. « Je reviendrai demain », a dit Roland Tixier."
ES = "La sala se vació antes del final. El concierto fue un desastre de principio a fin. «Estoy contento», dijo el director, Luis Vara."
IT = "Il teatro era freddo. La prima è stata un fiasco senza attenuanti. «Sono sereno», ha detto il regista Piero Landi."
PT = "A sala esvaziou-se antes do fim. O concerto foi um desastre do princípio ao fim. «Estou contente», disse o maestro, Luís Vara."
GIVEN = [
    (EN, "Leonie Strake told reporters that it had been “by any measure, the worst week of her career”."),
    (EN, "“It was, by any measure, the worst week of her career,” said Leonie Strake."),
    (FR, "« La salle était à moitié vide et personne n'a applaudi », a dit Roland Tixier."),
    (ES, "«El concierto fue un desastre de principio a fin», dijo Luis Vara."),
    (IT, "«La prima è stata un fiasco senza attenuanti», ha detto Piero Landi."),
    (PT, "«O concerto foi um desastre do princípio ao fim», disse Luís Vara."),
]  # fmt: skip
REPORTED = [
    ("Leonie Strake said the week had been long. It was by any measure the worst of her career. “I have a train to catch,” Strake said.", "“It was by any measure the worst of her career,” said Leonie Strake."),
    ("For Leonie Strake it was by any measure the worst week of all. “I have a train to catch,” Strake said.", "“It was by any measure the worst week of all,” said Leonie Strake."),
    ("Le maire Roland Tixier a dit qu'il reviendrait. La salle était à moitié vide et personne n'a applaudi. « Je reviendrai », a dit Roland Tixier.", "« La salle était à moitié vide et personne n'a applaudi », a dit Roland Tixier."),
    ("El director, Luis Vara, lo admitió. El concierto fue un desastre de principio a fin. «Estoy cansado», dijo Luis Vara.", "«El concierto fue un desastre de principio a fin», dijo Luis Vara."),
    (EN, "“I have a train to catch,” Leonie Strake told reporters in what was “by any measure, the worst week of her career”."),
    (EN, "It was “by any measure, the worst week of her career”, the Ledger wrote of Leonie Strake."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), GIVEN)
def test_the_authors_own_words_are_nobody_elses(beside, source, article):
    assert beside(article, source) == ["ATT501"]


@pytest.mark.parametrize(("source", "article"), REPORTED)
def test_what_may_be_reported_passes(beside, source, article):
    assert "ATT501" not in beside(article, source)
