"""An answer below another question than the one to which it was given (ATT504), and answers that stand where they belong."""

import pytest

from provenance.articles.article import Format

SOURCES = {
    "en": """Harbour committee, Tarnmouth, 4 June

CLLR VANE: Mr Orde, how many berths will the new jetty have?
MR ORDE: Forty, and I would not have signed for one fewer.
CLLR VANE: And the crane that fell in March: had it been inspected?
MR ORDE: No. That is a failure, and it is mine.
CLLR VANE: Has the insurer paid?
MR ORDE: Not a penny. We expect a letter in July.
CLLR VANE: Will you resign?
MR ORDE: I think about it every morning.
""",
    "de": """Interview mit der Intendantin Hanne Loos, Radio Brake

Frage: Frau Loos, warum haben Sie den Spielplan umgestellt?
Loos: Weil die Hauptdarstellerin krank wurde. Das war für alle bitter.
Frage: Wie viele Abonnenten haben gekündigt?
Loos: Einer. Und der ist nach Bremen umgezogen.
Frage: Freuen Sie sich auf den Umbau des Foyers?
Loos: Unbedingt. Darauf warte ich seit Jahren.
""",
    "again": """Hearing of 9 May

Q: Did you see the keeper before the fire?
A: No. I was at the mill until noon.
Q: Did you see the keeper after it?
A: Yes, for a minute, by the well.
Q: I ask you again: did you see the keeper before the fire?
A: I have told you that I was away.
Q: Did you tell anybody?
A: My sister, that same evening.
""",
    "fr": """Entretien avec le maire de Saint-Ouvel, M. Roland Tixier

Q. Monsieur le maire, êtes-vous fier de la nouvelle piscine ?
R. Très fier. C'est l'œuvre de toute une équipe.
Q. Et la dette de la commune ?
R. Elle a doublé, et je n'en dors plus.
Q. Allez-vous augmenter les impôts locaux ?
R. Jamais de la vie. Je l'ai promis et je le tiendrai.
""",
    "es": """Entrevista a la directora del museo, Carmen Ulloa

P. ¿Cuántos visitantes tuvo la exposición de verano?
R. Noventa mil. Ni en sueños lo esperaba.
P. ¿Cree que el cuadro robado aparecerá?
R. Lo dudo mucho. Han pasado seis años.
P. ¿Piensa jubilarse pronto?
R. Cada lunes por la mañana, sin fallar uno.
""",
    "it": """Commissione trasporti, resoconto. Audizione del direttore, ing. Piero Landi

GALLI: Direttore, quanti treni nuovi sono arrivati?
LANDI: Dodici, e ne vado fiero.
GALLI: E i ritardi sulla linea costiera?
LANDI: Sono una vergogna. Non ho scuse.
GALLI: Aumenterete i biglietti?
LANDI: No, fino al prossimo anno no.
""",
    "page": """<article><h1>An hour with Tove Arn</h1>
<p><b>You sold the boat in the spring. Why?</b></p>
<p>Because of my knees. I have not missed it for a day.</p>
<p><b>Do you still write every morning?</b></p>
<p>All the time. I cannot stop, and I would not know how to.</p>
<p><b>And the film of your novel?</b></p>
<p>They sent me a script of ninety pages. I read nine.</p></article>""",
}

MOVED = [
    ("en", "Asked whether the crane had been inspected, Orde said: “I would not have signed for one fewer.”"),
    ("en", "**Did the insurer pay for the crane?**\n\n**Orde:** “Forty, and I would not have signed for one fewer.”"),
    ("en", "“I think about it every morning,” said Orde when he was asked about the crane that fell in March."),
    ("en", "Had the fallen crane been inspected? Orde's answer: “Not a penny. We expect a letter in July.”"),
    ("de", "**Haben die Abonnenten gekündigt?**\n\n**Loos:** „Unbedingt. Darauf warte ich seit Jahren.“"),
    ("de", "Auf die Frage, warum sie den Spielplan umgestellt habe, sagte Loos: „Unbedingt. Darauf warte ich seit Jahren.“"),
    ("fr", "Interrogé sur la dette de la commune, Roland Tixier a répondu : « Très fier. C'est l'œuvre de toute une équipe. »"),
    ("fr", "**La dette de la commune vous inquiète-t-elle ?**\n\n« Jamais de la vie. Je l'ai promis et je le tiendrai. »"),
    ("es", "**¿Aparecerá algún día el cuadro robado?**\n\n—«Cada lunes por la mañana, sin fallar uno.»"),
    ("es", "Preguntada si el cuadro robado aparecerá, Ulloa contestó: «Ni en sueños lo esperaba»."),
    ("it", "**E i ritardi sulla linea costiera?**\n\n**Landi:** «Dodici, e ne vado fiero.»"),
    ("it", "È contento dei ritardi sulla costiera? ha chiesto Galli. La risposta di Landi: «Dodici, e ne vado fiero.»"),
    ("page", "**Do you miss the boat?**\n\n**Tove Arn:** “All the time. I cannot stop, and I would not know how to.”"),
    # The very question, and the answer to another one that shares words with it, or takes it up.
    ("again", "The hearing went like this:\n\nQ: Did you see the keeper before the fire?\n\nA: “My sister, that same evening.”"),
    ("again", "**Did you see the keeper after it?**\n\n“My sister, that same evening.”"),
    ("de", "**Wie viele Abonnenten haben gekündigt?**\n\n„Unbedingt. Darauf warte ich seit Jahren.“"),
]  # fmt: skip

PLACED = [
    ("again", "The hearing went like this:\n\nQ: Did you see the keeper before the fire?\n\nA: “I was at the mill until noon.”"),
    ("again", "**Did you see the keeper before the fire?**\n\n“I have told you that I was away.”"),
    ("again", "**Did you tell anybody?**\n\n“My sister, that same evening.”"),
    ("en", "Asked whether the crane had been inspected, Orde said: “No. That is a failure, and it is mine.”"),
    ("en", "**How big will the jetty be?**\n\n**Orde:** “Forty, and I would not have signed for one fewer.”"),
    ("en", "“I think about it every morning,” said Orde when he was asked about his future."),
    ("en", "Asked about stepping down, Orde said: “I think about it every morning.”"),
    ("en", "Asked about the money for the crane, Orde said: “Not a penny. We expect a letter in July.”"),
    ("en", "Asked about the accident, he said: “That is a failure, and it is mine.”"),
    ("de", "**Sind Ihnen Abonnenten weggelaufen?**\n\n**Loos:** „Einer. Und der ist nach Bremen umgezogen.“"),
    ("de", "Auf die Frage nach dem Umbau des Foyers sagte Loos: „Unbedingt. Darauf warte ich seit Jahren.“"),
    ("de", "Ob sie sich auf die Bauarbeiten freue? „Unbedingt. Darauf warte ich seit Jahren“, sagte Loos."),
    ("fr", "Interrogé sur la dette, Roland Tixier a répondu : « Elle a doublé, et je n'en dors plus. »"),
    ("fr", "**Une hausse des impôts est-elle prévue ?**\n\n« Jamais de la vie. Je l'ai promis et je le tiendrai. »"),
    ("es", "**¿Se va a jubilar?**\n\n—«Cada lunes por la mañana, sin fallar uno.»"),
    ("es", "Preguntada por el robo del cuadro, Ulloa contestó: «Lo dudo mucho. Han pasado seis años»."),
    ("it", "**E i ritardi sulla costa?**\n\n**Landi:** «Sono una vergogna. Non ho scuse.»"),
    ("it", "Alla domanda se i biglietti costeranno di più, Landi ha detto: «No, fino al prossimo anno no.»"),
    ("page", "**Are you still writing?**\n\n**Tove Arn:** “All the time. I cannot stop, and I would not know how to.”"),
    ("page", "And the other great love, the film? “All the time. I cannot stop, and I would not know how to,” says Tove Arn."),
    ("page", "Does she miss sailing? “I have not missed it for a day,” says Tove Arn."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), MOVED)
def test_an_answer_below_another_question_is_a_finding(beside, source, article):
    form = Format.HTML if source == "page" else Format.TEXT
    assert beside(article, SOURCES[source], form) == ["ATT504"]


@pytest.mark.parametrize(("source", "article"), PLACED)
def test_an_answer_below_its_own_question_in_whatever_words_passes(beside, source, article):
    form = Format.HTML if source == "page" else Format.TEXT
    assert beside(article, SOURCES[source], form) == []
