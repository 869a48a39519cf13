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


BESIDE = [
    ("– Kvarnen stänger i mars, säger Maja Lind, som själv sålde den i fjol.", "Maja Lind säger: ”Kvarnen stänger i mars, som själv sålde den i fjol.”"),
    ("– Kvarnen stänger i mars, säger Maja Lind. Hon sålde den själv i fjol.", "Maja Lind säger: ”Kvarnen stänger i mars. Hon sålde den själv i fjol.”"),
    ("– Ferja er gammel, sier Pål Vik og sparker til en rusten planke.", "Pål Vik sier: «Ferja er gammel og sparker til en rusten planke.»"),
    ("– Mylly suljetaan keväällä, sanoo Aino Kari ja näyttää rikkinäistä patoa.", "Aino Kari sanoo: ”Mylly suljetaan keväällä ja näyttää rikkinäistä patoa.”"),
    ("– Le bac est vieux, dit Luc Morin en donnant un coup de pied à la coque.", "Luc Morin déclare : « Le bac est vieux en donnant un coup de pied à la coque. »"),
    ("—El molino cierra en marzo —dice Inés Robledo mientras esconde la llave—. Nadie quiere pan.", "Inés Robledo dice: «El molino cierra en marzo mientras esconde la llave. Nadie quiere pan.»"),
    ("– Il forno chiude a marzo – dice Carla Nuti, che lo ha venduto al fratello –. Nessuno compra più pane.", "Carla Nuti dice: «Il forno chiude a marzo, che lo ha venduto al fratello. Nessuno compra più pane.»"),
    ("– Młyn zostaje – mówi Piotr Gaj, chowając umowę do szuflady. – Nikt go nie kupi.", "Piotr Gaj mówi: „Młyn zostaje, chowając umowę do szuflady. Nikt go nie kupi.”"),
    ("— Лодка готова, — говорит Степан Гордин и прячет бутылку под лавку. — Завтра выходим.", "Степан Гордин говорит: «Лодка готова и прячет бутылку под лавку. Завтра выходим.»"),
    ("“The mill closes in March,” says Maja Lind. The council had promised to keep it open.", "Maja Lind says: “The mill closes in March. The council had promised to keep it open.”"),
    ("„Die Mühle schließt im März“, sagt Maja Lind, die sie selbst verkauft hat.", "Maja Lind sagt: „Die Mühle schließt im März, die sie selbst verkauft hat.“"),
    ("「水車は三月に閉まる」とリンド氏は述べた。町は別の約束をしていた。", "リンド氏は「水車は三月に閉まる。町は別の約束をしていた」と述べた。"),
]  # fmt: skip
SPOKEN = [
    ("– Kvarnen stänger i mars, säger Maja Lind, ingen vill baka längre.", "Maja Lind säger: ”Kvarnen stänger i mars, ingen vill baka längre.”"),
    ("– Kvarnen stänger i mars, säger Maja Lind. Den var vår i hundra år.", "Maja Lind säger: ”Kvarnen stänger i mars. Den var vår i hundra år.”"),
    ("– Le bac est vieux, dit Luc Morin. Il flotte pourtant encore.", "Luc Morin déclare : « Le bac est vieux. Il flotte pourtant encore. »"),
    ("– A ponte aguenta – diz Rui Sampaio –, mas ninguém quer passar.", "Rui Sampaio diz: “A ponte aguenta, mas ninguém quer passar.”"),
    ("— Köprü sağlam, diyor Murat Eser, dün kontrol ettik.", 'Murat Eser diyor: "Köprü sağlam, dün kontrol ettik."'),
    ("“The mill closes in March,” Maja Lind said. “Nobody wants to bake any more.”", "Maja Lind said: “The mill closes in March. Nobody wants to bake any more.”"),
    ("“The mill closes in March,” Maja Lind said, adding that nobody wants to bake.", "“The mill closes in March,” Maja Lind said, adding that “nobody wants to bake”."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), BESIDE)
def test_the_authors_words_beside_a_speech_are_no_part_of_it(beside, source, article):
    assert "ATT501" in beside(article, source)


@pytest.mark.parametrize(("source", "article"), SPOKEN)
def test_what_goes_on_behind_a_tag_is_the_speech(beside, source, article):
    assert beside(article, source) == []
