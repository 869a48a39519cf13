"""Who speaks, where the nearest name is not the one: offices, appositions, pronouns, capitals. All texts are invented."""

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
