"""Fillers of speech that a quoter tidies away."""

import pytest


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("The radio went and nobody said anything for a minute.",
         "The radio went and, you know, nobody said anything for a minute."),
        ("The radio went. And nobody said anything for a minute.",
         "The radio went. And I mean, nobody said anything for a minute."),
        ("Je hoort de mensen op de wal en je ziet ze niet. Dat is het mooiste van de rivier.",
         "Je hoort de mensen op de wal en je ziet ze niet, weet je wel. Dat is het mooiste van de rivier."),
        ("Vi har bott vid fyren i tolv år och det är bra.", "Vi har ju bott vid fyren i tolv år och det är bra."),
        ("Ich bin am Hafen geblieben und das ist so.", "Ich bin halt am Hafen geblieben und das ist eben so."),
        ("Мы приехали на маяк в сумерках, и там никого не было.", "Ну, в общем, мы, значит, приехали на маяк в сумерках, и там никого не было."),
        ("La red tiene que secarse al sol una tarde entera.", "La red tiene que secarse, ¿vale?, tiene que secarse al sol una tarde entera."),
        ("Мы живём у маяка. Почта у нас раз в неделю.", "Мы живём у маяка. Это самое, почта, почта у нас раз в неделю."),
    ],
)  # fmt: skip
def test_a_filler_may_go(compared, quotation, source):
    assert compared(quotation, source) == []


# What was said, how it is printed, and how it is falsified.
SPOKEN = [
    ("Well, um, the thing is we, we washed the plates in the, in the river because nobody had told us, you know, that the dye was poisonous.", "we washed the plates in the river because nobody had told us that the dye was poisonous.", "we washed the plates in the river because they had told us that the dye was poisonous."),
    ("I was gonna say, like, we was never asked, not once, and that's the, that's the bit that hurts, innit.", "we was never asked, not once, and that's the bit that hurts.", "we was asked once, and that's the bit that hurts."),
    ("He goes, uh, he goes every day to the — to the lock and he checks it, 'cause he don't trust the gauge.", "he goes every day to the lock and he checks it, because he don't trust the gauge.", "he goes every day to the lock and he checks it, but he don't trust the gauge."),
    ("No siis, me, me pelattiin niinku hyvin tunti ja sitten tota noin lopetettiin. Ei siinä sen kummempaa.", "Me pelattiin hyvin tunti ja sitten lopetettiin. Ei siinä sen kummempaa.", "Me pelattiin huonosti tunti ja sitten lopetettiin. Ei siinä sen kummempaa."),
    ("Alltså, vi, vi spelade ju liksom bra i en timme och sen, eh, sen slutade vi.", "vi spelade bra i en timme och sen slutade vi.", "vi spelade dåligt i en timme och sen slutade vi."),
    ("Jag har aldrig sett nåt sånt, va, att nån kommer och tar båten.", "Jag har aldrig sett något sådant, att någon kommer och tar båten.", "Jag har sett något sådant, att någon kommer och tar båten."),
    ("Altså, vi, vi spillede jo ligesom godt en time, og så, øh, så holdt vi op.", "vi spillede godt en time, og så holdt vi op.", "vi spillede skidt en time, og så holdt vi op."),
    ("Altså, vi, vi spilte jo liksom bra en time, og så, eh, så ga vi oss.", "vi spilte bra en time, og så ga vi oss.", "vi spilte dårlig en time, og så ga vi oss."),
    ("Also, ähm, wir, wir haben halt eine Stunde lang gut gespielt und dann, äh, dann war Schluss, ne.", "wir haben eine Stunde lang gut gespielt und dann war Schluss.", "wir haben eine Stunde lang schlecht gespielt und dann war Schluss."),
    ("Ich hab nix gewusst, und ich hab auch keinen gefragt, weil's mich net interessiert hat.", "Ich habe nichts gewusst, und ich habe auch keinen gefragt, weil es mich nicht interessiert hat.", "Ich habe alles gewusst, und ich habe auch keinen gefragt, weil es mich nicht interessiert hat."),
    ("Nou, eh, wij, wij hebben zeg maar een uur goed gespeeld en toen, ja, toen was het klaar.", "wij hebben een uur goed gespeeld en toen was het klaar.", "wij hebben een uur slecht gespeeld en toen was het klaar."),
    ("Ik heb 'm nooit gezien, en ik weet ook niet of-ie nog leeft, hoor.", "Ik heb hem nooit gezien, en ik weet ook niet of hij nog leeft.", "Ik heb hem nog gezien, en ik weet ook niet of hij nog leeft."),
    ("Pues, eh, nosotros, nosotros jugamos bien, o sea, una hora y luego, bueno, luego paramos.", "nosotros jugamos bien una hora y luego paramos.", "nosotros jugamos mal una hora y luego paramos."),
    ("Yo no he visto na, y estoy cansao de que pa todo haya que pedir permiso.", "Yo no he visto nada, y estoy cansado de que para todo haya que pedir permiso.", "Yo he visto todo, y estoy cansado de que para todo haya que pedir permiso."),
    ("Cioè, ehm, noi, noi abbiamo giocato bene, diciamo, un'ora e poi, insomma, e poi abbiamo smesso.", "noi abbiamo giocato bene un'ora e poi abbiamo smesso.", "noi abbiamo giocato male un'ora e poi abbiamo smesso."),
    ("Pois, hã, nós, nós jogámos bem, tipo, uma hora e depois, pronto, depois parámos.", "nós jogámos bem uma hora e depois parámos.", "nós jogámos mal uma hora e depois parámos."),
    ("Eu não tô cansado, mas cê sabe que a gente tava aqui pra trabalhar.", "Eu não estou cansado, mas você sabe que a gente estava aqui para trabalhar.", "Eu estou cansado, mas você sabe que a gente estava aqui para trabalhar."),
    ("No więc, yyy, my, my graliśmy, że tak powiem, dobrze godzinę, a potem, no, potem koniec.", "my graliśmy dobrze godzinę, a potem koniec.", "my graliśmy źle godzinę, a potem koniec."),
    ("Já sem ho nikdy neviděl a vůbec nevim, jestli eště žije.", "Já jsem ho nikdy neviděl a vůbec nevím, jestli ještě žije.", "Já jsem ho viděl a vůbec nevím, jestli ještě žije."),
    ("Я ваще его никогда не видел, и чё с ним щас, не знаю.", "Я вообще его никогда не видел, и что с ним сейчас, не знаю.", "Я вообще его видел, и что с ним сейчас, не знаю."),
    ("Ну, е-е, ми, ми, типу, добре грали годину, а потім, ну, потім усе.", "ми добре грали годину, а потім усе.", "ми погано грали годину, а потім усе."),
    ("Păi, ăă, noi, noi am jucat bine, cum să zic, o oră și apoi, mă rog, apoi gata.", "noi am jucat bine o oră și apoi gata.", "noi am jucat prost o oră și apoi gata."),
    ("Ε, εμείς, εμείς παίξαμε, ξέρω γω, καλά μια ώρα και μετά, εντάξει, μετά τέλος.", "εμείς παίξαμε καλά μια ώρα και μετά τέλος.", "εμείς παίξαμε άσχημα μια ώρα και μετά τέλος."),
    ("えーと、まあ、父が、あの、豆腐屋だったんですよ。でも私は朝が苦手で、ええ、継ぐ気は全然なかった。", "父が豆腐屋だったんですよ。でも私は朝が苦手で、継ぐ気は全然なかった。", "父が豆腐屋だったんですよ。でも私は朝が苦手で、継ぐ気はあった。"),
    ("음, 그, 저희는, 저희는 뭐 한 시간 동안 잘했고요, 그 다음에는, 어, 끝났어요.", "저희는 한 시간 동안 잘했고요, 그 다음에는 끝났어요.", "저희는 한 시간 동안 못했고요, 그 다음에는 끝났어요."),
]  # fmt: skip


@pytest.mark.parametrize(("said", "printed", "falsified"), SPOKEN)
def test_speech_may_be_tidied_and_no_more(compared, said, printed, falsified):
    assert compared(printed, said) == []
    assert compared(falsified, said) != []


def test_a_name_and_a_verb_may_close_what_a_dash_opens(beside):
    source = "Valmentaja Outi Harjunpää: No siis, me pelattiin hyvin tunti ja sitten lopetettiin."
    assert beside("– Me pelattiin hyvin tunti ja sitten lopetettiin, Harjunpää tiivisti.", source) == []
    assert beside("– Me pelattiin hyvin tunti ja sitten lopetettiin, tuomari tiivisti.", source) != []


@pytest.mark.parametrize(
    ("ending", "is_another"), [("다고 이렇게 직접 알립니다", False), ("다는 헛소문이 있습니다", True)]
)
def test_a_joined_that_may_stand_behind_the_mark(beside, ending, is_another):
    article = "빵집 주인은 신문에 “가게가 다음 달에 문을 닫는다”고 답했다."
    assert (
        "ALT301" in beside(article, f"빵집 주인은 “가게가 다음 달에 문을 닫는{ending}”라고 썼다.")
    ) is is_another


def test_the_same_words_that_say_something_stay(compared):
    source = "The boy was right, and nobody said anything for a minute."
    assert compared("The boy was, and nobody said anything for a minute.", source) != []


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("Wir haben am Hafen gewohnt, und er ist geblieben.", "Wir haben nur am Hafen gewohnt, und er ist geblieben."),
        ("Vi har bott vid fyren i tolv år och det är bra.", "Vi har knappt bott vid fyren i tolv år och det är bra."),
        ("La red tiene que secarse al sol una tarde entera.", "La red no tiene que secarse, ¿vale?, tiene que secarse al sol una tarde entera."),
    ],
)  # fmt: skip
def test_a_small_word_that_says_something_stays(compared, quotation, source):
    assert compared(quotation, source) != []


GARDIENNE = "La gardienne du phare, Anne Vey, part en mai."
INSIDE = [
    ("„A ló nem buta, de lassú – mosolyog az edző. – Aki siet, az gyalog megy haza, én is így tanultam meg.”", "A ló nem buta, de lassú. Aki siet, az gyalog megy haza, én is így tanultam meg."),
    ("Anne Vey tells it: “The lighthouse is shut (said the keeper), and nobody will open it again.”", "“The lighthouse is shut, and nobody will open it again,” Anne Vey said."),
    ("“The lighthouse is shut (moans the bishop), and nobody will open it again.”", "“The lighthouse is shut, and nobody will open it again,” the bishop said."),
    ("« Le phare est fermé, martèle-t-il, et personne ne le rouvrira. »", "« Le phare est fermé, et personne ne le rouvrira », dit Luc Ory."),
    ("Luc Ory reste seul. « Le phare, s'amuse Ory, et personne d'autre ne le gardera. »", "« Le phare, et personne d'autre ne le gardera », dit Luc Ory."),
    (f"{GARDIENNE} « Le phare est fermé, se souvient la gardienne, et personne ne le rouvrira. »", "« Le phare est fermé, et personne ne le rouvrira », dit Anne Vey."),
    ("Lo sabe Inés Mora. «El faro está cerrado —cuenta Inés Mora— y nadie lo abrirá otra vez».", "«El faro está cerrado y nadie lo abrirá otra vez», dijo Inés Mora."),
    ("Parla Piero Landi. «Il faro è chiuso, sospira Piero Landi, e nessuno lo riaprirà.»", "«Il faro è chiuso, e nessuno lo riaprirà», ha detto Piero Landi."),
]  # fmt: skip
PUT_IN = [
    ("„A ló nem buta, de lassú – sem az edző. – Aki siet, az gyalog megy haza, én is így tanultam meg.”", "A ló nem buta, de lassú. Aki siet, az gyalog megy haza, én is így tanultam meg."),
    ("“The lighthouse is shut (without the bishop), and nobody will open it again.”", "“The lighthouse is shut, and nobody will open it again,” the bishop said."),
    ("“The lighthouse is shut (by order of the bishop), and nobody will open it again.”", "“The lighthouse is shut, and nobody will open it again,” the bishop said."),
    ("Le préfet a écrit. « Le phare est fermé, malgré le préfet, et personne ne le rouvrira. »", "« Le phare est fermé, et personne ne le rouvrira », dit Luc Ory."),
    ("« Le phare est fermé, par pure bêtise, et personne ne le rouvrira. »", "« Le phare est fermé, et personne ne le rouvrira », dit Luc Ory."),
    ("Lo sabe Inés Mora. «El faro está cerrado —gracias a Inés Mora— y nadie lo abrirá otra vez».", "«El faro está cerrado y nadie lo abrirá otra vez», dijo Luis Vara."),
    ("«Il faro è chiuso, tranne per Piero Landi, e nessuno lo riaprirà.»", "«Il faro è chiuso, e nessuno lo riaprirà», ha detto Anna Galli."),
    ("“The lighthouse is shut, thank God, and nobody will open it again,” Ann Lee said.", "“The lighthouse is shut, and nobody will open it again,” Ann Lee said."),
]  # fmt: skip


@pytest.mark.parametrize(("article", "source"), INSIDE)
def test_who_speaks_may_stand_between_signs_inside_the_marks(beside, article, source):
    assert beside(article, source) == []


@pytest.mark.parametrize(("article", "source"), PUT_IN)
def test_what_else_is_put_in_between_signs_is_a_finding(beside, article, source):
    assert set(beside(article, source)) & {"ADD101", "ADD103"}


VOIX = "Cette voix, je la connais, {}elle habite à côté de chez moi, et elle boit la même eau que vous."
TAGS = [
    "a-t-elle glissé, ", "martèle-t-elle, ", "s’emporte Odile Ferrand, ", "ironise Odile Ferrand, ", "tempère le préfet, ",
    "se souvient la gardienne, ", "nuance-t-elle, ",
]  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_who_speaks_may_be_put_between_commas_by_any_verb(compared, tag):
    assert compared(VOIX.format(tag), VOIX.format("")) == []


@pytest.mark.parametrize("tag", TAGS)
def test_who_speaks_in_the_source_may_go_whatever_the_verb(compared, tag):
    assert compared(VOIX.format(""), VOIX.format(tag)) == []


@pytest.mark.parametrize("dashes", ["—{}—", "–{}–"])
def test_who_speaks_may_be_put_between_dashes(compared, dashes):
    source = "Llevo cuarenta y dos años subiendo a la torre {}y todavía me da miedo el último tramo de la escalera."
    assert compared(source.format(dashes.format("tercia Remedios Cobo") + " "), source.format("")) == []


@pytest.mark.parametrize(
    "words", ["et à mes frais, ", "la nuit surtout, ", "n’est-ce pas lui, ", "avec Odile Ferrand, "]
)
def test_other_words_between_commas_are_put_in(compared, words):
    assert compared(VOIX.format(words), VOIX.format("")) != []


@pytest.mark.parametrize("told", ["si", "si, sì"])
def test_a_reflexive_pronoun_alone_between_signs_says_nobody_speaks(compared, told):
    source = "Il faro è chiuso, e nessuno lo riaprirà."
    assert compared(source.replace(",", f", {told},"), source) != []
    assert compared(source, source.replace(",", f", {told},")) != []
