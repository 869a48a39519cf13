"""Who speaks where in a source: told by marks, dashes, incises, labels and parts of the page, in many languages."""

import pytest

from provenance.articles.reading import read_text
from provenance.findings.voices.model import VoiceKind, VoiceMap
from provenance.findings.voices.turns import voices_of
from provenance.text.span import Span
from tests.growing import grows_in_proportion

NARRATOR = "narrator"
ASKS = VoiceKind.QUESTIONER


def heard(text, code):
    """The voices of a text by some of their words: the speaker's name, or else the kind of voice."""
    page = read_text(text, origin="source")
    return voices_of(page, code), page.document


def at(voices, document, words):
    place = document.text.index(words)
    utterance = voices.at(place)
    if utterance is None:
        return NARRATOR
    assert voices.at(place + len(words) - 1) is utterance, words
    return utterance.speaker or utterance.kind


QUOTED = {
    "a tag behind": ("en", "“The ferry was late,” said Ada Lund, who keeps the inn.", {"The ferry was late": "Ada Lund", "who keeps": NARRATOR}),
    "a tag before": ("en", "Ada Lund told the board: “The ferry was late.”", {"The ferry was late": "Ada Lund", "told the board": NARRATOR}),
    "a tag amid": (
        "en",
        "“The ferry,” said Ada Lund, “was late, and nobody told us.”",
        {"The ferry": "Ada Lund", "was late, and nobody": "Ada Lund", "said": NARRATOR},
    ),
    "a pronoun for the one named before": (
        "en",
        "“It was late,” said Ada Lund. Her brother Ivo Lund was not so sure. “It came at noon,” he said. “I saw it.”",
        {"It was late": "Ada Lund", "It came at noon": "Ivo Lund", "I saw it": "Ivo Lund"},
    ),
    "a paragraph that opens with a dash": (
        "sv",
        "– Färjan kom för sent, sade Ada Lund. Ingen hade varnat oss.\n\nSedan sjönk dimman över kajen.",
        {"Färjan kom": "Ada Lund", "Ingen hade": "Ada Lund", "sade": NARRATOR, "Sedan sjönk": NARRATOR},
    ),
    "words that nobody says": ("en", "The “late ferries” of Holm were gone.", {"late ferries": VoiceKind.SPEAKER, "of Holm": NARRATOR}),
    "paragraphs that reopen": (
        "en",
        "“We waited on the quay for hours,” said Ada Lund. “Nobody came.\n\n“Then the fog fell, and we went home.”",
        {"Nobody came": "Ada Lund", "Then the fog fell": "Ada Lund"},
    ),
    "German marks": (
        "de",
        "„Die Fähre kam zu spät“, sagte die Wirtin Ada Lund, die am Steg wohnt, „und niemand hat uns gewarnt.“",
        {"Die Fähre kam": "Ada Lund", "und niemand hat": "Ada Lund", "die am Steg": NARRATOR},
    ),
    "guillemets inward": (
        "de",
        "»Die Fähre kam zu spät«, sagte Ada Lund. »Niemand hat uns gewarnt.«",
        {"Die Fähre kam": "Ada Lund", "Niemand hat uns": "Ada Lund"},
    ),
    "guillemets outward": (
        "fr",
        "« Le bac est arrivé trop tard », a déclaré Ada Lund. « Personne ne nous a prévenus. »",
        {"Le bac est arrivé": "Ada Lund", "Personne ne nous": "Ada Lund"},
    ),
    "a French incise inside the marks": (
        "fr",
        "« Le bac est arrivé trop tard, dit Mme Lund, qui n'était pas seule. Personne ne nous a prévenus. »",
        {"Le bac est arrivé": "Lund", "Personne ne nous": "Lund", "qui n'était pas": NARRATOR},
    ),
    "Spanish dashes": (
        "es",
        "—El barco llegó tarde —dijo Ada Lunde, sin mirar a nadie—. Nadie nos avisó.",
        {"El barco llegó": "Ada Lunde", "Nadie nos avisó": "Ada Lunde", "sin mirar": NARRATOR},
    ),
    "Italian marks": (
        "it",
        "«Il battello è arrivato tardi», ha detto Ada Lunde. «Nessuno ci ha avvisati.»",
        {"Il battello è": "Ada Lunde", "Nessuno ci ha": "Ada Lunde"},
    ),
    "Portuguese dashes": (
        "pt",
        "— O barco chegou tarde — disse Ada Lunde, sem levantar os olhos. — Ninguém nos avisou.",
        {"O barco chegou": "Ada Lunde", "Ninguém nos avisou": "Ada Lunde", "sem levantar": NARRATOR},
    ),
    "single marks in Dutch": (
        "nl",
        "‘De boot was te laat’, zei Ada Lunde. ‘Niemand had ons gewaarschuwd.’",
        {"De boot was": "Ada Lunde", "Niemand had ons": "Ada Lunde"},
    ),
    "Swedish dashes and a comma": (
        "sv",
        "– Färjan kom för sent, säger Ada Lunde, som inte vill vara med på bild. – Ingen sa något till oss.",
        {"Färjan kom": "Ada Lunde", "Ingen sa något": "Ada Lunde", "som inte vill": NARRATOR},
    ),
    "Norwegian dashes and a comma": (
        "no",
        "– Ferja kom for seint, sier Ada Lunde, som ikke ville sitte. – Ingen sa fra til oss.",
        {"Ferja kom": "Ada Lunde", "Ingen sa fra": "Ada Lunde", "som ikke ville": NARRATOR},
    ),
    "a tag between commas": (
        "sv",
        "– Färjan kom för sent, säger Ada Lunde, men ingen sa något till oss. Vi väntade i kylan.",
        {"Färjan kom": "Ada Lunde", "säger": NARRATOR, "men ingen": "Ada Lunde", "Vi väntade": "Ada Lunde"},
    ),
    "a clause behind a tag that tells of whoever speaks": (
        "ro",
        "— Bacul a venit târziu, spune Ada Lunde, care locuiește pe insulă. Nimeni nu ne-a spus.",
        {"Bacul a": "Ada Lunde", "care locuiește": NARRATOR},
    ),
    "a sentence behind a tag that goes on about whoever speaks": (
        "no",
        "– Ferja kom for seint, sier Ada Lunde. Hun selger fisk på kaia. Båten ligger der ennå.",
        {"Ferja kom": "Ada Lunde", "Hun selger": NARRATOR, "Båten ligger": NARRATOR},
    ),
    "dashes with a sign behind them": (
        "it",
        "– Il traghetto è arrivato tardi – dice Ada Lunde –. Nessuno ci ha detto nulla.",
        {"Il traghetto": "Ada Lunde", "Nessuno ci": "Ada Lunde"},
    ),
    "Danish marks": (
        "da",
        "»Færgen kom for sent,« siger Ada Lunde. »Ingen havde advaret os.«",
        {"Færgen kom": "Ada Lunde", "Ingen havde": "Ada Lunde"},
    ),
    "Finnish marks": (
        "fi",
        "”Lautta tuli liian myöhään”, sanoi Ada Lunde. ”Kukaan ei varoittanut meitä.”",
        {"Lautta tuli": "Ada Lunde", "Kukaan ei": "Ada Lunde"},
    ),
    "Polish dashes": (
        "pl",
        "– Prom przypłynął za późno – powiedziała Ada Lunde, nie patrząc na nikogo. – Nikt nas nie ostrzegł.",
        {"Prom przypłynął": "Ada Lunde", "Nikt nas nie": "Ada Lunde", "nie patrząc": NARRATOR},
    ),
    "Russian dashes inside the marks": (
        "ru",
        "«Паром пришёл слишком поздно, — сказала Ада Лунд, не поднимая глаз. — Никто нас не предупредил».",
        {"Паром пришёл": "Ада Лунд", "Никто нас не": "Ада Лунд", "не поднимая": NARRATOR},
    ),
    "Ukrainian dashes": (
        "uk",
        "— Пором прийшов запізно, — сказала Ада Лунд, не підводячи очей. — Ніхто нас не попередив.",
        {"Пором прийшов": "Ада Лунд", "Ніхто нас не": "Ада Лунд"},
    ),
    "Turkish marks": (
        "tr",
        "“Vapur çok geç geldi,” dedi Ada Lunde, kimseye bakmadan. “Kimse bizi uyarmadı.”",
        {"Vapur çok geç": "Ada Lunde", "Kimse bizi": "Ada Lunde", "kimseye bakmadan": NARRATOR},
    ),
    "Hungarian dashes": (
        "hu",
        "– A komp túl későn jött – mondta Lund Ada, aki nem akart leülni. – Senki sem szólt nekünk.",
        {"A komp túl": "Lund Ada", "Senki sem szólt": "Lund Ada", "aki nem akart": NARRATOR},
    ),
    "Hebrew marks": (
        "he",
        "״המעבורת איחרה מאוד,״ אמרה עדה לונד, שלא רצתה לשבת. ״אף אחד לא הזהיר אותנו.״",
        {"המעבורת איחרה": "עדה לונד", "אף אחד לא": "עדה לונד", "שלא רצתה": NARRATOR},
    ),
    "Arabic guillemets": (
        "ar",
        "قالت ليلى مراد: «وصلت العبارة متأخرة جدا ولم يخبرنا أحد».",
        {"وصلت العبارة": "ليلى مراد", "قالت": NARRATOR},
    ),
    "Chinese marks": (
        "zh",
        "“渡船来得太晚了，”林秀兰说，她没有抬头，“谁也没有告诉我们。”",
        {"渡船来得太晚了": "林秀兰", "谁也没有告诉": "林秀兰", "她没有抬头": NARRATOR},
    ),
    "Japanese brackets": (
        "ja",
        "「船は遅れて来ました。誰も知らせてくれませんでした」と宿の主人の森田は話した。",
        {"船は遅れて": "宿の主人の森田", "は話した": NARRATOR},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "text", "voices"), QUOTED.values(), ids=QUOTED)
def test_the_words_between_marks_or_dashes_are_the_speakers(code, text, voices):
    voice_map, document = heard(text, code)
    assert {words: at(voice_map, document, words) for words in voices} == voices


SPOKEN = {
    "a deposition": (
        "en",
        "Q. So the board had read the letter by May?\nA. I could not tell you. I put it on the desk.\nQ. On the desk.\nA. Yes, at about four.",
        {"So the board": ASKS, "I could not": VoiceKind.SPEAKER, "On the desk.": ASKS, "Yes, at": VoiceKind.SPEAKER},
    ),
    "a deposition with numbered lines": (
        "en",
        "  1   Q.  Did you see the boat?\n  2   A.  I saw it by the pier, and\n  3       then the fog came down.\n  4   Q.  When was that?\n  5   A.  At noon.",
        {"Did you see": ASKS, "I saw it by": VoiceKind.SPEAKER, "then the fog": VoiceKind.SPEAKER},
    ),
    "a hearing": (
        "en",
        "SENATOR HOLM: Did the ferry sail in the fog?\n\nMS LUND: It did. Nobody stopped it.\n\nI was on the quay myself.\n\nSENATOR HOLM: Who gave the order?\n\nMS LUND: I do not know.",
        {"Did the ferry": ASKS, "It did. Nobody": "MS LUND", "I was on the quay": "MS LUND"},
    ),
    "a French trial": (
        "fr",
        "LE PRÉSIDENT : Vous étiez donc sur le quai ?\nMME LUND : J'y étais, oui.\nLE PRÉSIDENT : Seule ?\nMME LUND : Avec mon frère.",
        {"Vous étiez donc": "LE PRÉSIDENT", "J'y étais": "MME LUND", "Avec mon frère": "MME LUND"},
    ),
    "a German interview": (
        "de",
        "Frage: War die Fähre im Mai schon alt?\nAda Lund: Sie war nie jung.\nFrage: Und wer hat sie gekauft?\nAda Lund: Mein Vater.",
        {"War die Fähre": ASKS, "Sie war nie": "Ada Lund", "Mein Vater": "Ada Lund"},
    ),
    "Spanish letters": (
        "es",
        "P. ¿Firmó usted la carta?\nR. La firmé yo.\nP. ¿Y el alcalde lo sabía?\nR. No se lo dije.",
        {"¿Firmó usted": ASKS, "La firmé yo": VoiceKind.SPEAKER, "¿Y el alcalde": ASKS},
    ),
    "Italian letters": (
        "it",
        "D. Lei era sul molo?\nR. Ero sul molo, da solo.\nD. Fino a quando?\nR. Fino a mezzogiorno.",
        {"Lei era": ASKS, "Ero sul molo": VoiceKind.SPEAKER},
    ),
    "a Chinese interview": (
        "zh",
        "记者：渡船还能用吗？\n林工：能用，但是要修。\n记者：要多久？\n林工：一年。",
        {"渡船还能用吗": ASKS, "能用，但是要修": "林工"},
    ),
    "a Japanese interview with dashes": (
        "ja",
        "――値上げは決まったのですか。\n森田　まだ決めていません。\n――いつ決めますか。\n森田　秋に決めます。",
        {"値上げは決まった": ASKS, "まだ決めて": "森田"},
    ),
    "a Norwegian dialogue": (
        "no",
        "– Har dere solgt ferja?\n– Vi har ikke solgt noe som helst.\n– Men den ligger ikke ved kaia?\n– Den er på verksted, sånn er det.",
        {"Har dere solgt": ASKS, "Vi har ikke": VoiceKind.SPEAKER, "Men den ligger": ASKS},
    ),
    "a Finnish interview in bold": (
        "fi",
        ("<p><strong>Miksi lautta myytiin?</strong></p><p>Sitä ei myyty lainkaan, se on telakalla.</p>"
        "<p><strong>Milloin se palaa?</strong></p><p>Keväällä, jos jäät lähtevät ajoissa.</p>"),
        {"Miksi lautta": ASKS, "Sitä ei myyty": VoiceKind.SPEAKER, "Milloin se": ASKS, "Keväällä, jos": VoiceKind.SPEAKER},
    ),
    "a speaker quoted in somebody's turn": (
        "en",
        "MR HOLM: The keeper called at noon. “The lamp is out,” said Ivo Brandt, and hung up.\nMS LUND: Who heard it?\nMR HOLM: I heard it.",
        {"The keeper called": "MR HOLM", "The lamp is out": "Ivo Brandt", "I heard it": "MR HOLM"},
    ),
    "a nickname in marks in somebody's turn": (
        "en",
        "MR HOLM: We call it the “old lady” here.\nMS LUND: Since when?\nMR HOLM: Always.",
        {"old lady": "MR HOLM"},
    ),
    "a dissent": (
        "en",
        ("Justice Orme delivered the opinion of the Court.\n\nThe statute does not reach a moored vessel.\n\n"
        "Justice Abel Cole, dissenting.\n\nI would hold that it reaches any vessel."),
        {"The statute does not": NARRATOR, "I would hold": "Abel Cole"},
    ),
    "a German dissent": (
        "de",
        "Die Beschwerde hat keinen Erfolg. So hat der Senat entschieden.\n\nAbweichende Meinung der Richterin Ada Lund\n\nIch hätte der Beschwerde stattgegeben.",
        {"Die Beschwerde hat": NARRATOR, "Ich hätte der": "Ada Lund"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "text", "voices"), SPOKEN.values(), ids=SPOKEN)
def test_turns_are_those_of_the_one_whom_a_label_a_dash_or_bold_type_shows(code, text, voices):
    voice_map, document = heard(text, code)
    shown = {}
    for words, expected in voices.items():
        utterance = voice_map.at(document.text.index(words))
        shown[words] = (
            NARRATOR
            if utterance is None
            else utterance.kind
            if isinstance(expected, VoiceKind)
            else utterance.speaker
        )
    assert shown == voices


PAGE = """<html lang="en"><body><article><h1>The old ferry will sail again</h1>
<p>The board of the harbour met for nine hours on Monday and heard all of the fishermen of the bay.</p>
<p class="ad">No ferry crosses as fast as the boats of Holm.</p>
<figure><img src="a.png"><figcaption>The ferry at the pier in May.</figcaption></figure>
<p>It then voted to mend the ferry, which was built in 1911 and has been at the pier since the war.</p>
<p>The vote was seven to two, and nobody spoke after it was read out in the hall.</p></article>
<section id="comments" class="comments"><div class="comment"><p>They never mended anything in all my years on the bay.</p></div></section>
</body></html>"""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The old ferry will", VoiceKind.HEADLINE),
        ("The ferry at the pier", VoiceKind.HEADLINE),
        ("No ferry crosses", VoiceKind.ADVERTISER),
        ("They never mended", VoiceKind.READER),
        ("It then voted", NARRATOR),
    ],
)
def test_the_parts_of_a_page_have_their_voices(words, kind):
    voices, document = heard(PAGE, "en")
    assert at(voices, document, words) == kind


def test_a_speech_holds_the_pieces_around_its_tag_and_nothing_else():
    voices, document = heard("“We waited,” said Lena Orlo. “Nobody came.” The others left.", "en")
    place = document.text.index
    pieces = [Span(place("We"), place("waited") + 6), Span(place("Nobody"), place("came") + 4)]
    assert [one.speaker for one in voices.speech_of(pieces)] == ["Lena Orlo", "Lena Orlo"]
    assert voices.speech_of([*pieces, Span(place("The others"), place("left"))]) == ()


def test_the_words_between_two_pieces_of_a_speech_are_its_tag():
    voices, document = heard(
        "“We waited,” said Lena Orlo. “Nobody came.” The others left. “We slept,” said Ivo Lund.", "en"
    )
    place = document.text.index
    assert voices.is_tag(Span(place("said Lena"), place(" “Nobody")))
    assert not voices.is_tag(Span(place("The others"), place(" “We slept")))
    assert not voices.is_tag(Span(place("waited"), place("Nobody")))


def test_a_page_without_speech_has_no_voices():
    assert heard("The ferry was late, and nobody was told.", "en")[0].utterances == ()


def test_of_two_utterances_the_inner_one_speaks():
    voices, document = heard(SPOKEN["a speaker quoted in somebody's turn"][1], "en")
    assert isinstance(voices, VoiceMap)
    held = voices.holding([document.span])
    assert [one.speaker for one in held if one] == ["MR HOLM", "Ivo Brandt", "MR HOLM", "MS LUND", "MR HOLM"]


@pytest.mark.parametrize(
    "unit",
    [
        "“a ",
        '"',
        "said “x” ",
        "“We were,” said Ann Lee. ",
        "“We,” he said, “went,” ",
        "– We, säger ",
        "\nA B: x?\n",
        "\n― a?\n",
    ],
)
def test_hostile_text_takes_no_more_than_linear_time(unit):
    language = "sv" if "säger" in unit else "en"
    assert grows_in_proportion(  # what is heard of a page is kept: each round reads it anew
        lambda text: voices_of(read_text(text, origin="source"), language), lambda count: unit * count, 500
    )
