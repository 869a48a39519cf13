"""Answers that lean on their question, below another one that the article asks or states (ATT504)."""

import pytest

SOURCES = {
    "en": """Ostrand Foods, call on the half-year results, 9 August

Lena Moor, Brook Capital: Are you going to stop making the tinned range?

Arvid Enqvist: Yes, absolutely. It should have been done two years ago.

Lena Moor, Brook Capital: And will there be job losses at the Dunmore plant?

Arvid Enqvist: It is too early to say. We are talking to the works council.

Piers Hallam, Tarn Bank: Is the dividend safe?

Arvid Enqvist: Completely. We raised it in the spring and we can pay it.""",
    "nl": """Vraaggesprek met de directeur van het Sint-Elisabeth, Joke Verhulst

Moet de spoedeisende hulp dicht?

Daar is nog niets over besloten. We praten met de verzekeraars.

En het parkeerdek?

Dat gaat dicht, ja. Het beton is rot.

Komt er een nieuwe kapel?

Nee. Dat kunnen we niet betalen.""",
    "de": """Interview mit Bürgermeister Jens Harder

Frage: Wird das Freibad verkauft?
Harder: Das prüfen wir noch. Es gibt keinen Beschluss.
Frage: Und der alte Lokschuppen?
Harder: Ja, den verkaufen wir. Im Mai ist Notartermin.
Frage: Treten Sie noch einmal an?
Harder: Nein, das habe ich meiner Frau versprochen.""",
    "fr": """Entretien avec la maire, Mme Odile Brossard

Q. Allez-vous fermer la bibliothèque du quartier ?
R. Rien n'est décidé. Nous consultons les habitants.
Q. Et la vieille piscine ?
R. Oui, elle fermera. Elle fuit de partout.
Q. Serez-vous candidate ?
R. Non, je l'ai dit à mes enfants.""",
    "es": """Entrevista al alcalde Tomás Iriarte

P. ¿Van a subir el precio del agua?
R. No lo sabemos todavía. Depende de las lluvias.
P. ¿Y el autobús escolar?
R. Sí, eso subirá. No hay otra salida.
P. ¿Se presentará de nuevo?
R. Jamás. Ya he cumplido.""",
    "it": """Intervista al sindaco Dario Fenoglio

D. Venderete il mulino?
R. Non abbiamo deciso. Ne parla il consiglio a marzo.
D. E la vecchia stazione?
R. Sì, quella la vendiamo. È vuota da dieci anni.
D. Si ricandida?
R. No, l'ho promesso.""",
    "sv": """Intervju med kommunalrådet Karin Ståhl

Fråga: Ska skolan i Norrby läggas ned?
Ståhl: Det är inte bestämt. Vi räknar på saken.
Fråga: Och badhuset?
Ståhl: Ja, det lägger vi ned. Taket håller inte.
Fråga: Ställer ni upp igen?
Ståhl: Nej, det räcker nu.""",
    "pl": """Rozmowa z burmistrzem Janem Kostką

Pytanie: Czy zamkniecie szpital miejski?
Kostka: Nie ma decyzji. Rozmawiamy z lekarzami.
Pytanie: A stary most?
Kostka: Tak, zamkniemy go. Filary pękają.
Pytanie: Wystartuje pan znowu?
Kostka: Nie, wystarczy.""",
    "ru": """Интервью с главой района Ильёй Ветровым

Вопрос: Закроете ли вы сельскую больницу?
Ветров: Пока ничего не решено. Мы считаем расходы.
Вопрос: А паром?
Ветров: Да, его мы закроем. Он опасен.
Вопрос: Пойдёте на новый срок?
Ветров: Нет, хватит.""",
}  # fmt: skip
WRONG = [
    ("en", "Asked by an analyst whether jobs would go at the Dunmore plant, Enqvist did not hesitate. “Yes, absolutely. It should have been done two years ago,” he said."),
    ("en", "Would jobs go at Dunmore? “Yes, absolutely,” Enqvist told analysts. “It should have been done two years ago.”"),
    ("en", "Jobs will go at the Dunmore plant. “Yes, absolutely. It should have been done two years ago,” Enqvist said."),
    ("en", "Asked about the tinned range, Enqvist was cautious: “It is too early to say. We are talking to the works council.”"),
    ("nl", "Het ziekenhuis raakt zijn spoedeisende hulp kwijt. „Dat gaat dicht, ja. Het beton is rot”, zegt Verhulst."),
    ("nl", "Op de vraag of de spoedeisende hulp verdwijnt, zegt Verhulst: „Dat gaat dicht, ja.”"),
    ("de", "Auf die Frage, ob das Freibad verkauft wird, sagte Harder: „Ja, den verkaufen wir. Im Mai ist Notartermin.“"),
    ("de", "Das Freibad kommt unter den Hammer. „Ja, den verkaufen wir. Im Mai ist Notartermin“, sagte Harder."),
    ("fr", "Interrogée sur la bibliothèque du quartier, la maire ne cache rien : « Oui, elle fermera. Elle fuit de partout. »"),
    ("fr", "La bibliothèque du quartier va disparaître. « Oui, elle fermera », dit Odile Brossard."),
    ("es", "Preguntado por el precio del agua, Iriarte no dudó: «Sí, eso subirá. No hay otra salida»."),
    ("it", "Alla domanda sul mulino Fenoglio risponde: «Sì, quella la vendiamo. È vuota da dieci anni»."),
    ("it", "Il mulino cambia padrone. «Sì, quella la vendiamo», dice Fenoglio."),
    ("sv", "På frågan om skolan i Norrby svarade Ståhl: ”Ja, det lägger vi ned. Taket håller inte.”"),
    ("sv", "Skolan i Norrby försvinner. ”Ja, det lägger vi ned”, säger Ståhl."),
    ("pl", "Zapytany o szpital, Kostka odpowiedział: „Tak, zamkniemy go. Filary pękają”."),
    ("pl", "Szpital miejski zniknie. „Tak, zamkniemy go”, mówi Kostka."),
    ("ru", "На вопрос о больнице Ветров ответил: «Да, его мы закроем. Он опасен»."),
    ("ru", "Сельская больница исчезнет. «Да, его мы закроем», — сказал Ветров."),
]  # fmt: skip
RIGHT = [
    ("en", "Asked by an analyst whether the company would drop its tins, Enqvist did not hesitate. “Yes, absolutely. It should have been done two years ago,” he said."),
    ("en", "Ostrand Foods will give up the tinned range. “Yes, absolutely. It should have been done two years ago,” Enqvist said."),
    ("en", "Will jobs go at Dunmore? “It is too early to say,” Enqvist told analysts."),
    ("en", "Enqvist was in a good mood when he spoke to analysts. “Yes, absolutely. It should have been done two years ago,” he said of one plan."),
    ("nl", "Het parkeerdek sluit. „Dat gaat dicht, ja. Het beton is rot”, zegt Verhulst."),
    ("nl", "Over de spoedeisende hulp zegt Verhulst: „Daar is nog niets over besloten.”"),
    ("de", "Der Lokschuppen kommt unter den Hammer. „Ja, den verkaufen wir. Im Mai ist Notartermin“, sagte Harder."),
    ("de", "Auf die Frage, ob er noch einmal kandidiert, sagte Harder: „Nein, das habe ich meiner Frau versprochen.“"),
    ("fr", "Interrogée sur la piscine, la maire ne cache rien : « Oui, elle fermera. Elle fuit de partout. »"),
    ("fr", "La vieille piscine va disparaître. « Oui, elle fermera », dit Odile Brossard."),
    ("es", "Preguntado por el autobús, Iriarte no dudó: «Sí, eso subirá. No hay otra salida»."),
    ("es", "El transporte de los escolares será más caro. «Sí, eso subirá. No hay otra salida», dijo Iriarte."),
    ("it", "Alla domanda sulla stazione Fenoglio risponde: «Sì, quella la vendiamo. È vuota da dieci anni»."),
    ("it", "La stazione cambia padrone. «Sì, quella la vendiamo», dice Fenoglio."),
    ("sv", "På frågan om badhuset svarade Ståhl: ”Ja, det lägger vi ned. Taket håller inte.”"),
    ("sv", "Badhuset försvinner. ”Ja, det lägger vi ned”, säger Ståhl."),
    ("pl", "Zapytany o most, Kostka odpowiedział: „Tak, zamkniemy go. Filary pękają”."),
    ("pl", "Stary most zniknie. „Tak, zamkniemy go”, mówi Kostka."),
    ("ru", "На вопрос о пароме Ветров ответил: «Да, его мы закроем. Он опасен»."),
    ("ru", "Паром исчезнет. «Да, его мы закроем», — сказал Ветров."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), WRONG)
def test_an_answer_that_leans_on_another_question(beside, source, article):
    assert beside(article, SOURCES[source]) == ["ATT504"]


@pytest.mark.parametrize(("source", "article"), RIGHT)
def test_an_answer_that_leans_on_its_own_question_in_other_words_passes(beside, source, article):
    assert beside(article, SOURCES[source]) == []
