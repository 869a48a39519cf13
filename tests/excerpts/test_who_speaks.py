"""Who speaks, where the nearest name is not the one: offices, appositions, pronouns, capitals. All texts are invented."""

import pytest

from tests.excerpts.floors import assert_most
from tests.excerpts.quoting import ADDRESS, found_in

NEAREST_NAME_IS_NOT_THE_SPEAKER = [
    ("en", "“We have a waiting list for the boats,” says Brenn Quay president Rob Tarn.", "Rob Tarn"),
    (
        "en",
        "“We are slow and we will stay slow,” said the president of the Brenn River Board, Ann Tarn, on Monday.",
        "Ann Tarn",
    ),
    (
        "es",
        "“La espera genera más espera en el puerto” apunta el presidente de la Junta de Brenn, Juan Lerma, preocupado.",
        "Juan Lerma",
    ),
    (
        "en",
        "Efforts were made, “but we have not found a single clue,” according to an official in the Velmish agency.",
        "official",
    ),
    (
        "en",
        "The second boat is late. Second, the board says that the quay “is prepared to use all of its tugs”.",
        "board",
    ),
    (
        "en",
        "“The oil is still out there and will stay,” says Rob Tarn. (See the ten worst spills.)",
        "Rob Tarn",
    ),
    (
        "es",
        "Carmen Lerma recibe quejas sobre esa “manipulación”. “La situación es tremenda para la gente”, expone.",
        "Carmen Lerma",
    ),
    ("en", "“The lamps are older than the town itself,” the Herald quoted Ann Tarn as saying.", "Ann Tarn"),
    (
        "de",
        "Die Varner Zeitung zitiert Ina Roth mit den Worten: „Wir bleiben alle hier am Hafen.“",
        "Ina Roth",
    ),
    (
        "en",
        "Jo Cole was described by Ann Tarn as “the only pilot who never lost a single barge”.",
        "Ann Tarn",
    ),
    (
        "en",
        "The memo, written by Ann Tarn, states that “no pilot may leave the quay before dawn”.",
        "Ann Tarn",
    ),
]


def is_speaker(language, text, speaker):
    """Whether the last excerpt of a text is given to somebody."""
    told = found_in(text, language)[-1].attribution.speaker
    return told == speaker or (told or "").endswith(speaker)


def test_speaker_is_mostly_whoever_the_sentence_says():
    assert_most(NEAREST_NAME_IS_NOT_THE_SPEAKER, is_speaker, share=0.9)


def test_owner_with_a_bare_apostrophe_is_named_only_in_passing():
    text = (
        "Board chairman Art Levin, in a statement, said Jonas’ “great vision saved the ferry from ruin.”\n\n"
        "He said that Jonas would provide “his unique insights and his tireless cheer,” and left.\n\n"
        "Later Mary Jonas spoke."
    )
    assert found_in(text)[-1].attribution.speaker in {"Art Levin", None}


def test_link_of_the_sentence_that_names_the_speaker_counts():
    text = f"Ann Tarn [answered in her memo]({ADDRESS}). “The lamps will stay on until I am gone.”"
    assert found_in(text)[-1].attribution.link == ADDRESS


def test_link_of_the_sentence_before_that_names_an_outlet_counts():
    text = f"Ann Tarn was met on the quay by [the Varn Gazette]({ADDRESS}). “I owed the bank nine cornets,” she said."
    assert found_in(text)[-1].attribution.link == ADDRESS


MORE_THAN_ONE_NAME = [
    ("en", "“We built a lamp that never goes out,” quipped Salt and Sons co-founder Rob Tarn.", "Rob Tarn"),
    (
        "en",
        "Jo Tarn, the nephew of the founder and RNX member, spoke and said of him: “He built a town out of nothing.”",
        "Jo Tarn",
    ),
    ("es", "«Las meras sospechas no son ninguna prueba», murmuraba Juan Lerma.", "Juan Lerma"),
    ("fr", "«Nous n’avons pas de dossier sur ce port», précise un proche du ministre.", "proche"),
    (
        "fr",
        "«Nous pensons à vendre une partie du port.» Cette phrase d’Anne Vasseur a surpris.",
        "Anne Vasseur",
    ),
]


def test_speaker_is_mostly_the_person_and_not_the_body():
    assert_most(MORE_THAN_ONE_NAME, is_speaker, share=0.79)


def test_impersonal_it_is_nobody():
    text = (
        "Others closed, according to the Varn Gazette.\n\nIt would not be a fair if it did not involve the mayor,"
        " Ann Tarn, asking for the keys, saying just before she left: “If anyone has the courage, I know who will sail.”"
    )
    told = found_in(text)[-1].attribution
    assert told.outlet is None


def test_mark_behind_a_stop_without_a_space_opens():
    text = 'The lamps stay on, said Ann Tarn."So that is one of the things that we will do," she said.'
    assert any(excerpt.text.startswith("So that is one") for excerpt in found_in(text))


def test_verb_of_one_without_a_subject_is_of_whoever_was_named():
    text = "Juan Lerma viajó ayer a El Puerto. «Nunca fuimos consultados sobre nada de esto», explicó."
    assert found_in(text, "es")[-1].attribution.speaker == "Juan Lerma"


def test_name_in_the_capitals_of_a_heading_is_nobodys_fuller_name():
    text = "# DOCTOR TARN S VISITOR\n\nThe lamps were out.\n\n“I never heard of such a thing in all my days,” said Tarn."
    (excerpt,) = found_in(text)
    assert excerpt.attribution.speaker == "Tarn"


BEFORE = "“The weir is older than the mill,” said Hugo Lorne. "
FRENCH = "« Le barrage est plus vieux que le moulin », a dit Odile Marre. "
OWN_WORDS_LEAD_UP = [
    ("en", BEFORE + "Vera Stamp retorted that “the guild has never asked for a new weir”.", "Vera Stamp"),
    ("en", BEFORE + "Vera Stamp granted that “the guild has never asked for a new weir”.", "Vera Stamp"),
    ("en", BEFORE + "According to Vera Stamp, “the guild has never asked for a new weir”.", "Vera Stamp"),
    (
        "en",
        BEFORE + "Vera Stamp wants to move Lorne: “He has never once set foot on the weir.”",
        "Vera Stamp",
    ),
    ("en", BEFORE + "Not so the millers: “We have waited nine years for a new weir.”", None),
    ("en", BEFORE + "A surveyor for the guild granted that the weir “could have failed on any night”.", None),
    ("en", BEFORE + "And the miller? “I shall cross it when the paint is dry,” he joked.", None),
    ("fr", FRENCH + "Un arpenteur a concédé que le barrage « pouvait céder à tout moment cet hiver ».", None),
    ("fr", FRENCH + "Le préfet, lui, se dit « favorable à une solution qui dure un hiver ».", "préfet"),
    (
        "pt",
        "«Ninguém sabe», disse Rui Serra. Num comunicado, a empresa de limpeza admite que «o dique vai ceder este inverno».",
        None,
    ),
    (
        "de",
        "„Das Wehr ist älter als die Mühle“, sagte Ida Kern. Jens Wolter beharrte darauf, das Wehr sei „in Ordnung, solange man es in Ruhe lässt“.",
        "Jens Wolter",
    ),
    (
        "it",
        "«La diga è più vecchia del mulino», ha detto Rita Moro. Secondo l’avvocato Elio Bassi, il suo cliente è «un uomo onesto e molto stanco».",
        "Elio Bassi",
    ),
    (
        "en",
        BEFORE[:-2] + ", but Vera Stamp warned: “The guild has never asked for a new weir.”",
        "Vera Stamp",
    ),
    (
        "en",
        BEFORE[:-2] + ", while Vera Stamp called it “a heap of wet sand with a flag on it”.",
        "Vera Stamp",
    ),
    ("fr", FRENCH[:-2] + ", mais Vera Stamp prévient : « Nul ne le sait encore. »", "Vera Stamp"),
    (
        "de",
        "„Das Wehr hält noch Jahre“, sagte Ida Kern, doch Jens Wolter warnte: „Keiner weiß das so genau.“",
        "Jens Wolter",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), OWN_WORDS_LEAD_UP)
def test_words_that_lead_up_to_a_quotation_of_their_own_give_it_to_nobody_before(language, text, speaker):
    told = found_in(text, language)[-1].attribution
    assert speaker is None or (told.speaker or "").endswith(speaker)
    assert not told.is_certain or not {"Lorne", "Marre", "Serra"} & set((told.speaker or "").split())


def test_a_beat_behind_a_quotation_is_not_its_cue_where_one_before_names_somebody():
    text = "Vera Stamp shook her head. “The guild has never asked for a weir.” Lorne laughed. “We have waited for nine years,” he said."
    assert found_in(text)[0].attribution.speaker == "Vera Stamp"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Vera Stamp ruled against Mr Lorne. “The owner shall pay for the weir himself,” she said.",
            "Vera Stamp",
        ),
        (
            "Hugo Lorne wrote to Mrs Stamp. “The weir has been broken since the spring,” he said.",
            "Hugo Lorne",
        ),
    ],
)
def test_a_pronoun_is_nobody_whose_title_tells_otherwise(text, speaker):
    assert found_in(text)[-1].attribution.speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Zwanzig Jahre später schrieb er: „Ich habe mich geirrt, sie war schneller als ich.“", None),
        ("ja", "市議の白川道夫は「予算は十分にあるとは言えないと思う」と述べた。", "白川道夫"),
        ("ja", "霧浜市の大槻健二は「閉館はまったく考えていない」と語った。", "大槻健二"),
        ("ar", "قال مدير المرفأ كمال الساحلي: «لن نغلق الرصيف في هذا الشتاء مهما حدث».", "كمال الساحلي"),
    ],
)
def test_no_span_of_time_is_a_person_and_no_office_part_of_a_name(language, text, speaker):
    assert [one.attribution.speaker for one in found_in(text, language)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Silke Ahlers kam spät. Darin schrieb sie: „Das Wasser steigt jedes Jahr um eine Handbreit.“",
        "Nachdem Jan Cole gegangen war, sagte Silke Ahlers: „Das Wasser steigt jedes Jahr um eine Handbreit.“",
    ],
)
def test_a_german_subject_stands_behind_a_verb_that_a_clause_or_an_adverb_opens(text):
    (excerpt,) = found_in(text, "de")
    assert excerpt.attribution.speaker == "Silke Ahlers"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Silke Ahlers leitet den Hafen. „Das Wasser steigt jedes Jahr um eine Handbreit“, berichtet die 50-Jährige über die "
                "Schwierigkeiten im Hafen."
            ),
            "Silke Ahlers",
        ),
        (
            (
                "Jan Cole leitet den Hafen. Die Zahl der Boote, der Preis der Kohle, die Länge der Mole und der Zustand der Lampen machen "
                "ihm Sorge. Das Wasser, der Wind und das Eis tun ein Übriges. „Das Wasser steigt jedes Jahr um eine Handbreit“, sagt er."
            ),
            "Jan Cole",
        ),
    ],
)
def test_nouns_that_never_speak_are_nobody(text, speaker):
    (excerpt,) = found_in(text, "de")
    assert excerpt.attribution.speaker == speaker


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Jo Cole came back. He clearly says: “The boats will run as soon as the ice is gone.”", "clearly"),
        ("“The boats will run again as soon as the ice is gone,” he slowly replied.", "slowly"),
    ],
)
def test_a_word_behind_a_pronoun_describes_nobody(text, word):
    assert all(excerpt.attribution.speaker != word for excerpt in found_in(text))
