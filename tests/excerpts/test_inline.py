"""Inline quotations in every language: what is quoted, by whom, and what is no quotation. All texts are invented."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.model import Markup
from tests.excerpts.floors import assert_most
from tests.excerpts.quoting import detect

ATTRIBUTED = [
    (
        "en",
        "Harbour master Ruth Adeyemi shrugged off the criticism. “We have moved four thousand crates without losing one,” she said on Friday. “Nobody writes about that.”",
        [("We have moved", "Adeyemi"), ("Nobody writes about that", "Adeyemi")],
    ),
    (
        "en",
        '"The levee was never designed for this," Tom Brandvold, a county engineer, told the Prairie Courier.',
        [("The levee was", "Brandvold")],
    ),
    (
        "en",
        "According to a report in the Dunmore Herald, the mill “has been losing money every month since the spring”.",
        [("has been losing", "Herald")],
    ),
    (
        "en",
        "‘We will not be selling the field to anyone,’ said farmer Alan Pugh, 62. ‘It’s our children’s.’",
        [("We will not be", "Pugh")],
    ),
    (
        "en",
        "Asked about the delay, Mr Okafor replied: “I would rather be late than sorry about it.”",
        [("I would rather", "Okafor")],
    ),
    (
        "en",
        "Petra Lindqvist and Jane Moore met on Tuesday. “It was a good meeting for both of us,” she said.",
        [("It was a good meeting", None)],
    ),
    (
        "en",
        "Police said the suspect had shouted “get out of my way now please” before running.",
        [("get out of my way", None)],
    ),
    (
        "en",
        "The museum said in a statement that the theft was “an attack on everybody who has ever lent us a painting”.",
        [("an attack on everybody", None)],
    ),
    (
        "en",
        "“No comment,” said Ms Varga. “You will have to ask the people who signed the contract.”",
        [("No comment", "Varga")],
    ),
    (
        "en",
        "“I have never,” said Varga, “in thirty years of office seen a bill this badly written.”",
        [("I have never", "Varga")],
    ),
    (
        "en",
        "Judge Helen Stroud, writing for the majority, said the rule was “a solution in search of a problem that nobody has”.",
        [("a solution in", "Stroud")],
    ),
    (
        "de",
        "„Wir haben die Brücke dreimal geprüft und jedes Mal für sicher befunden“, sagte Bauleiter Henning Vossberg der Wesermark-Zeitung.",
        [("Wir haben die Brücke", "Vossberg")],
    ),
    (
        "de",
        "Die Sprecherin des Verbands, Ilka Thomsen, kritisierte: „So kann man mit den Leuten auf dem Land nicht umgehen.“ Der Minister schwieg.",
        [("So kann man", "Thomsen")],
    ),
    (
        "de",
        "Laut der Ostheimer Rundschau war das Gebäude „seit Jahren nicht mehr ordentlich gewartet worden“.",
        [("seit Jahren", "Rundschau")],
    ),
    (
        "de",
        "„Das Wasser kam in zehn Minuten“, so Feuerwehrchef Uwe Petersen. „Wir konnten nur noch die Tiere retten.“",
        [("Das Wasser kam", "Petersen"), ("Wir konnten nur", "Petersen")],
    ),
    (
        "fr",
        "« Nous n’avons jamais reçu la moindre réponse du ministère », déplore Aurélie Vasseur. « C’est insupportable pour les familles d’ici », ajoute-t-elle.",
        [("Nous n’avons", "Vasseur"), ("C’est insupportable", "Vasseur")],
    ),
    (
        "fr",
        "Selon Le Courrier de la Loire, l’usine « ne tournera plus qu’un jour sur deux à partir de mars ».",
        [("ne tournera plus", "Courrier")],
    ),
    (
        "fr",
        "Le maire, Paul Garnier, a déclaré : « La place restera ouverte tout l’été, je m’y engage. »",
        [("La place restera", "Garnier")],
    ),
    (
        "es",
        "«No vamos a cerrar el hospital por una avería», aseguró la consejera Marta Olmedo. «Es una promesa que hago a todos», añadió.",
        [("No vamos a cerrar", "Olmedo"), ("Es una promesa", "Olmedo")],
    ),
    (
        "es",
        "Según El Faro de Lerma, la obra “lleva parada desde el mes de noviembre”.",
        [("lleva parada", "Faro")],
    ),
    (
        "it",
        "«Non abbiamo ricevuto nessuna richiesta ufficiale», ha detto il sindaco Carlo Benedetti. ",
        [("Non abbiamo", "Benedetti")],
    ),
    (
        "pt",
        "“Não vamos aceitar mais adiamentos nesta obra”, afirmou a vereadora Lúcia Prado.",
        [("Não vamos aceitar", "Prado")],
    ),
    (
        "nl",
        "„We hebben het dak drie keer laten controleren”, aldus wethouder Joris van den Berg.",
        [("We hebben het dak", "Berg")],
    ),
    (
        "ru",
        "«Мы проверили мост три раза и каждый раз находили трещины», — сказал инженер Олег Савин.",
        [("Мы проверили", "Савин")],
    ),
    (
        "ru",
        "— Мы проверили мост три раза и нашли трещины, — сказал инженер Олег Савин.",
        [("Мы проверили", "Савин")],
    ),
    (
        "uk",
        "«Ми тричі перевірили міст і щоразу знаходили тріщини», — сказала інженерка Олена Савчук.",
        [("Ми тричі", "Савчук")],
    ),
    ("zh", "市长李明表示：“这座桥我们已经检查了三次，每次都发现了裂缝。”", [("这座桥", "李明")]),
    ("zh", "《海港日报》报道称，“新码头将在明年春天之前全部完工并投入使用”。", [("新码头", "海港日报")]),
    ("ja", "田中市長は「橋は三回点検し、そのたびにひび割れが見つかった」と述べた。", [("橋は三回", "田中")]),
    (
        "ja",
        "海港新聞によると、市は「来年の春までに工事を終える予定である」という。",
        [("来年の春", "海港新聞")],
    ),
    (
        "pl",
        "– Sprawdziliśmy most trzy razy i za każdym razem były pęknięcia – powiedział inżynier Marek Wilk.",
        [("Sprawdziliśmy", "Wilk")],
    ),
    (
        "en",
        "“Where is the money?” asked one resident, Gloria Nwosu, to loud applause. “Who has it now, and why can’t we see it?”",
        [("Where is the money", "Nwosu"), ("Who has it now", "Nwosu")],
    ),
    (
        "en",
        "Speaking to the Tarn Valley Gazette, Mr. Doyle described the night as “the longest six hours of my whole life”.",
        [("the longest six", "Doyle")],
    ),
    (
        "en",
        "The bank’s chief executive, Ana Sousa, who joined in May, said: “We were slow and we will be faster.” Its shares fell.",
        [("We were slow", "Sousa")],
    ),
    (
        "en",
        "Smith said he was tired. Jones, his deputy, disagreed. “There is plenty of energy left in this team,” he said.",
        [("There is plenty", None)],
    ),
    (
        "en",
        "“It’s the worst harvest that I can remember,” says Dilys Rowe, whose family has farmed here since 1911.",
        [("It’s the worst", "Rowe")],
    ),
]

NOT_QUOTED = [
    ("en", "The council called the plan “bold and overdue” and moved on to the next item."),
    ("en", "In her book “The Long Way Down to the River,” Ms Calloway describes the flood."),
    ("en", "The film “A Winter of Quiet Lies and Loud Men” opens tomorrow."),
    ("en", "Fans held up a banner reading “Our club is not for sale today”."),
    ("en", "He wore a T-shirt with the words “never again will I dance alone” on it."),
    ("de", "Im Roman „Die Stunde der kleinen grauen Leute“ geht es um Geld."),
    ("en", "The group’s motto is “leave nothing behind but your footprints”, and it shows."),
    ("en", "Under the headline “Bridge of Sighs, Bridge of Lies”, the paper ran a photograph."),
    ("en", "The so-called “people’s alliance for clean water now” has three members."),
]


def found_in(text, language):
    article = read_text(text, format=Format.TEXT)
    return detect(article, language=language)


@pytest.mark.parametrize(("language", "text", "expected"), ATTRIBUTED)
def test_quotation_is_found_with_who_said_it(language, text, expected):
    excerpts = found_in(text, language)
    assert len(excerpts) == len(expected)
    for excerpt, (beginning, name) in zip(excerpts, expected, strict=True):
        assert excerpt.text.startswith(beginning)
        told = excerpt.attribution
        if name is None:
            assert told.outlet is None
        else:
            assert name in f"{told.outlet} {told.speaker}"


def test_hardly_any_titles_slogans_and_scare_quotes_are_quotations():
    assert_most(NOT_QUOTED, lambda language, text: found_in(text, language) == (), share=0.88)


def test_passages_cut_out_the_words_between_the_marks():
    for language, text, _ in ATTRIBUTED:
        for excerpt in found_in(text, language):
            for passage in excerpt.passages:
                assert passage.document.text[passage.span.start : passage.span.end] == passage.text
                assert passage.text[0] not in '“„«»「"'
                assert passage.text[-1] not in "”»」"


def test_pieces_of_a_split_quotation_know_that_they_belong_together():
    text = "“The gate was open all night,” said Ann Lee. “Anybody could have walked straight in.”"
    first, second = found_in(text, "en")
    assert not first.continues
    assert second.continues
    assert first.attribution == second.attribution


def test_short_piece_is_a_passage_of_the_excerpt_it_belongs_to():
    text = "“I have never,” said Ann Lee, “in all my years at the mill seen a bill like it.”"
    (excerpt,) = found_in(text, "en")
    assert [passage.text for passage in excerpt.passages] == [
        "I have never,",
        "in all my years at the mill seen a bill like it.",
    ]


def test_two_people_who_fit_alike_leave_the_speaker_open():
    text = "Petra Lind met Jane Moore on Tuesday. “It was a good meeting for both of us,” she said."
    (excerpt,) = found_in(text, "en")
    assert excerpt.attribution.speaker is None
    assert excerpt.attribution.cue is not None


def test_pronoun_stands_for_the_one_whose_name_fits_it():
    text = "Petra Lind met John Moore on Tuesday. “It was a good meeting for both of us,” she said."
    (excerpt,) = found_in(text, "en")
    assert excerpt.attribution.speaker == "Petra Lind"


def test_surname_is_completed_by_the_name_the_article_gives():
    text = "The ferry is run by Tom Brandt.\n\n“We lost two days to the storm,” Brandt said."
    (excerpt,) = found_in(text, "en")
    assert excerpt.attribution.speaker == "Tom Brandt"


@pytest.mark.parametrize(
    "text", ["“We are going home,” said Ann Lee.", "Ann Lee said it was “a bit of luck” in the end."]
)
def test_four_words_suffice_where_somebody_is_named(text):
    (excerpt,) = found_in(text, "en")
    assert excerpt.markup is Markup.INLINE


def test_three_words_do_not_suffice():
    assert found_in("Ann Lee said it was “bits of luck” in the end.", "en") == ()


def test_outlet_and_speaker_are_told_apart():
    text = "“We lost two days to the storm,” Tom Brandt told the Tarn Valley Gazette."
    (excerpt,) = found_in(text, "en")
    assert excerpt.attribution.speaker == "Tom Brandt"
    assert excerpt.attribution.outlet == "Tarn Valley Gazette"


def test_unknown_language_still_reads_names_before_a_colon():
    (excerpt,) = found_in("Anneli Saar: “Me ei müü seda metsa mitte kellelegi.”", "et")
    assert excerpt.attribution.speaker == "Anneli Saar"


HEADED = "# Town news\n\nMayor Anna Berg spoke in the town hall on Tuesday.\n\n{}\n\nShe talked for an hour, and nobody left the hall.\n"


def test_a_heading_below_the_title_that_gives_words_to_somebody_quotes_them():
    words = "We will never close the school on the hill, whatever it costs"
    (excerpt,) = detect(read_text(HEADED.format(f"## Berg: “{words}”"), format=Format.MARKDOWN))
    assert (excerpt.text, excerpt.attribution.speaker) == (words, "Anna Berg")


@pytest.mark.parametrize(
    "heading",
    [
        "## “We will never close the school on the hill, whatever it costs”",
        "## The song “We will never close the school on the hill again”",
        "## School: how it came to be “the most expensive one on the hill”",
    ],
)
def test_a_heading_that_names_nobody_before_a_colon_quotes_nobody(heading):
    assert detect(read_text(HEADED.format(heading), format=Format.MARKDOWN)) == ()


def test_the_title_of_an_article_is_no_quotation():
    title = "# Berg: “We will never close the school on the hill, whatever it costs”"
    assert detect(read_text(f"{title}\n\nMayor Anna Berg spoke.\n", format=Format.MARKDOWN)) == ()
