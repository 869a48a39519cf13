"""Sources as they are found: posts, interviews, captions, pages of a book, speech. What is furniture may go, what was said may not."""

import pytest

from provenance.articles.article import Format

HONEST = {
    "directions of an interview": (
        "Q: Would you do it again?\nA: Tomorrow. (taps the hull) She never leaked once. (looks away) I leaked plenty.\nQ: Thank you.",
        "Tomorrow. She never leaked once. I leaked plenty.",
    ),
    "directions behind dashes": (
        "—¿Y el alcalde?\n—El alcalde vino, miró el agujero y se fue. [golpea la mesa] Eso fue en marzo.",
        "El alcalde vino, miró el agujero y se fue. Eso fue en marzo.",
    ),
    "directions in a language without word lists": (
        "प्रश्न: आपको डर नहीं लगा?\nउत्तर: डर तो लगा, पर नाव हमारी थी। (हँसती हैं) नाव छोड़कर कहाँ जाते?",
        "डर तो लगा, पर नाव हमारी थी। नाव छोड़कर कहाँ जाते?",
    ),
    "directions where words are not parted": (
        "――引退は考えましたか。\n考えましたよ、毎朝。（窓の外を見る）でも窯が冷えないんです。",
        "考えましたよ、毎朝。でも窯が冷えないんです。",
    ),
    "captions in a text": (
        "From the archive\n\n41\n00:02:11,000 --> 00:02:14,500\nWe filled the lock by hand\n\n42\n00:02:14,600 --> 00:02:17,000\nand a boat could pass.\n\n43\n00:02:17,200 --> 00:02:19,000\n(BELL RINGS)\n\n44\n00:02:19,100 --> 00:02:21,000\nNobody thanked us.",
        "We filled the lock by hand and a boat could pass. Nobody thanked us.",
    ),
    "calls of notes that are not raised": (
        "Il parroco teneva due registri7 dei matrimoni, e uno8 è andato perduto nella piena.9\n\n7. Busta 3.\n8. Così il Ferri.\n9. Ivi, p. 40.",
        "Il parroco teneva due registri dei matrimoni, e uno è andato perduto nella piena.",
    ),
    "a word that a page breaks": (
        "Le travi del secon-\ndo piano poggiano su mattoni e nessuna è stata sosti-\n\n       — 19 —\nPerizia Arch. Vanni          Comune di Roccalta\n\ntuita dopo il 1964.",
        "Le travi del secondo piano poggiano su mattoni e nessuna è stata sostituita dopo il 1964.",
    ),
    "a head with its page's number": (
        "Sie belegen, dass die Mühle ver-\n\nOrtschronik Hag        — 44 —\n\nkauft worden ist.\n\nOrtschronik Hag        — 45 —\n\nDer Pächter hieß Thies.",
        "Sie belegen, dass die Mühle verkauft worden ist. Der Pächter hieß Thies.",
    ),
    "a murmur that no list knows": (
        "Q: Kto otworzył?\nA: Otworzył, yyy, otworzył mi syn. Syn wtedy, no, syn wtedy jeszcze mieszkał z nami.",
        "Otworzył mi syn. Syn wtedy jeszcze mieszkał z nami.",
    ),
    "words said again of which the later ones are quoted": (
        "Q: And the dyke?\nA: The dyke, um, the dyke held. It has, it has held since.",
        "The dyke held. It has held since.",
    ),
    "a column's number": (
        "I have asked for the letter four times since July, and\n\ncol. 414\n\nnot one page of it has come to this House.",
        "I have asked for the letter four times since July, and not one page of it has come to this House.",
    ),
    "a head that ends with its page": (
        "The pool shall open at six and on\nHolm Council — Pools — Page 3 of 9\npublic holidays, unless the boiler is being cleaned.",
        "The pool shall open at six and on public holidays, unless the boiler is being cleaned.",
    ),
    "the style of captions": (
        "1\n00:00:01,200 --> 00:00:04,000\n<i>My mother kept the tickets</i>\n\n2\n00:00:04,050 --> 00:00:06,000\n<i>in a tin,</i>\n\n3\n00:00:06,100 --> 00:00:08,000\n[BELL]\n\n4\n00:00:08,100 --> 00:00:10,000\nbecause somebody would ask.",
        "My mother kept the tickets in a tin, because somebody would ask.",
    ),
    "who speaks, where no verb is known": (
        "„Tiltas atlaikys dar dvidešimt metų, – sakė inžinierė Rasa Vilkė, – jeigu jį kasmet dažysime.“ Ji parodė nuotraukas.",
        "Tiltas atlaikys dar dvidešimt metų, jeigu jį kasmet dažysime.",
    ),
    "a square bracket before a comma": (
        "PROKURATOR WERA BIELAK: Nie mamy świadka [szmer na sali], a jednak mamy sprawcę. Dziękuję.",
        "Nie mamy świadka, a jednak mamy sprawcę.",
    ),
    "a bracket behind a label of one word": (
        "도한결: 증인은 없습니다 [장내 소란]. 그래도 범인은 있습니다. (고개를 끄덕였다) 여기 있습니다.",
        "증인은 없습니다. 그래도 범인은 있습니다. 여기 있습니다.",
    ),
    "several citations in one bracket": (
        "The dose was halved in spring (Osei et al., 2009; Holm & Cobb, 2011, pp. 12–14), and no patient relapsed.",
        "The dose was halved in spring, and no patient relapsed.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "quotation"), HONEST.values(), ids=HONEST)
def test_furniture_may_go(compared, source, quotation):
    assert compared(quotation, source) == []


FALSIFIED = {
    "a bracket inside its sentence": (
        "Q: Who played on?\nA: We played on (but for the bass). Nobody went home.\nQ: Nobody?",
        "We played on. Nobody went home.",
    ),
    "a bracket that limits": (
        "Q: Who played on?\nA: We all played on. (almost all) Nobody went home.\nQ: Nobody?",
        "We all played on. Nobody went home.",
    ),
    "a bracket in prose": (
        "The boats came home. (their crews did too) The town sang.",
        "The boats came home. The town sang.",
    ),
    "what a caption says": (
        "5\n00:00:21,000 --> 00:00:24,000\nGrandfather bought the mill.\n\n6\n00:00:24,300 --> 00:00:25,800\nSo they say.\n\n7\n00:00:26,000 --> 00:00:29,000\nHe kept the cow.",
        "Grandfather bought the mill and he kept the cow.",
    ),
    "figures that call no note": (
        "The lamp used type B12 oil, and the keeper burned Avgas100 in the winter.",
        "The lamp used type B oil, and the keeper burned Avgas in the winter.",
    ),
    "words between a broken word and its end": (
        "The beam was repair-\n\n   — 23 —\nReport          Town of Torre\n\ned, though badly, after the quake.",
        "The beam was repaired after the quake.",
    ),
    "words that are not said again": (
        "Q: What did you see?\nA: I did not see, er, I did not see him well. It was dark.",
        "I did see him well. It was dark.",
    ),
    "a square bracket that limits": (
        "PROKURATOR WERA BIELAK: Nie mamy świadka [poza stróżem], a jednak mamy sprawcę. Dziękuję.",
        "Nie mamy świadka, a jednak mamy sprawcę.",
    ),
    "a bracket with a year that limits": (
        "The dose was halved in spring (except in 2014), and no patient relapsed.",
        "The dose was halved in spring, and no patient relapsed.",
    ),
    "a line that only speaks of a page": (
        "The pool shall open at six on\nweekdays, and only as on page 3\npublic holidays are listed.",
        "The pool shall open at six on public holidays are listed.",
    ),
    "what is said between dashes": (
        "„Tiltas atlaikys dar dvidešimt metų – jeigu jį kasmet dažysime – ir nė metų daugiau.“ Ji parodė nuotraukas.",
        "Tiltas atlaikys dar dvidešimt metų ir nė metų daugiau.",
    ),
    "another word between two equal ones": (
        "We tried, failed, tried again and went home at noon.",
        "We failed, tried again and went home at noon.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "quotation"), FALSIFIED.values(), ids=FALSIFIED)
def test_what_was_said_may_not(compared, source, quotation):
    assert compared(quotation, source) != []


POST = "Lifeboat Scarth ✔ @lifeboatscarth\n%s\n8:02 AM · Mar 3 · 1.2K views"
LETTER = "From: Dot Farrow\nTo: Imran Sheikh\n\n%s, the boiler was serviced on the 4th and signed off the same day."


@pytest.mark.parametrize(
    ("source", "article"),
    [
        (POST % "📢 The early boat is running late 🙏 #ferry #Scarth", "“The early boat is running late,” the crew posted."),
        (POST % "The early boat is running late #ferry #Scarth", "“The early boat is running late,” the crew posted."),
        (POST % "The early boat is running late 😅 Thanks to @kelly_h #Scarth", "“The early boat is running late,” the crew posted."),
        (POST % "#Flood: the pier at @TownOfScarth is shut", "“The pier at [Scarth] is shut,” the crew posted."),
        (LETTER % "Imran", "Ms Farrow wrote that “the boiler was serviced on the 4th and signed off the same day.”"),
    ],
)  # fmt: skip
def test_what_no_desk_prints_is_no_cut(beside, source, article):
    assert beside(article, source) == []


def test_a_word_before_a_comma_that_is_no_name_is_looked_at(beside):
    article = "Ms Farrow wrote that “the boiler was serviced on the 4th and signed off the same day.”"
    assert beside(article, LETTER % "Allegedly") != []


TENANT = "Section 4. The tenant shall:\na) mend the fence;\nb) keep the goats off the dyke;\nc) %s."
NOTE = "Press release. “%s only what we pay ourselves, and not a cent more,” said Till Brandes."
SPLIT = """<html><body><article><p>“We took the organ apart ourselves, all of it, in the cold”,</p><div class="ad">Advertisement</div>
<figure><img src="o.jpg"><figcaption>The organ of Holm. Photo: E. Zimm</figcaption></figure>
<p>— %s. “There were two thousand pipes.”</p></article></body></html>"""


@pytest.mark.parametrize(
    ("article", "source", "is_told"),
    [
        ("Section 4 says: “The tenant shall … keep the goats off the dyke.”", TENANT % "report in May", False),
        ("Till Brandes said that the works charge “only what we pay ourselves, and not a cent more.”", NOTE % "We charge", False),
        ("Das Dach sei „ein Dach für alle Kinder der Stadt“, sagte sie.", "Das Dach ist ein Dach für alle Kinder der Stadt.", False),
        ("According to Sarte, “the tower is in no danger at all”.", "Report of J. Sarte. In our view the tower is in no danger at all.", False),
    ],
)  # fmt: skip
def test_what_the_article_or_the_list_keeps_is_not_lost(beside, article, source, is_told):
    assert bool(beside(article, source)) is is_told


@pytest.mark.parametrize(
    ("tag", "is_told"),
    [("recalls the organist, Ulla Behn", False), ("Nobody believed them for a year", True)],
)
def test_a_tag_may_stand_in_a_paragraph_of_its_own(beside, tag, is_told):
    article = "“We took the organ apart ourselves, all of it, in the cold. There were two thousand pipes,” the organist recalls."
    assert bool(beside(article, SPLIT % tag, Format.HTML)) is is_told
