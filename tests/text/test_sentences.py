"""Where sentences end, in many languages, with a language's rules and with those of all."""

import time

import pytest

from provenance.languages.sentences import splitter
from provenance.text.document import Block, Document
from provenance.text.sentences import SentenceSplitter
from provenance.text.span import Span

# "|" marks where a sentence ends; the text itself has none.
SPLIT = [
    ("en", "They saw it rise to $63. | Tom Brand was furious."),
    ("en", "It rose by 3.5 percent. | It fell. | Then 12 men came."),
    ("en", "He came; then he left. | What; no?"),
    ("en", "We waited… | Nobody came."),
    ("en", "We waited… and nobody came. | We left..."),
    ("en", "“Stop it.” | He left (for good.) | She stayed."),
    ("en", "“Really?” he asked. | “Yes!” | Tom nodded."),
    ("en", "J. R. Holm and A. Smith met on Jan. 5. | They talked."),
    ("en", "In the U.S. President Holm spoke. | He lives in the U.S. | It is big. | The U.S. economy grew."),
    ("en", "We make a good team, you and I. | Did you see Albert I. Jones?"),
    ("en", "He weighs 50 kg. | Tom weighs less."),
    ("en", "The chair of Orr Inc. Holm spoke. | He works at Orr Inc. | He left at 5 p.m. | Then it rained."),
    ("en", "Salt, oil, etc. are there. | Salt, oil, etc. | The rest is not."),
    ("en", "It was so.[2][3] | Then not.² | End."),
    ("en", "One case. | [...] The practice was kept."),
    ("en", "They left . . . and slept. | They rose. . . . | Nobody stayed . . ."),
    ("en", "• 9. Salt and oil. | Water at 120.5°C. | Nobody."),
    ("en", "They left […] | Nobody stayed."),
    ("en", "1. Salt and oil. | 2.) The rest."),
    ("de", "Das war am 14. Oktober in Orm. | Es regnete."),
    ("de", "Das 20. Jahrhundert endete. | Am 3. 4. 2024 kam er."),
    ("de", "Er nahm z.B. Brot, z. B. Butter und u. a. Käse. | Dann ging er."),
    ("de", "„Das ist gut.“ | Er ging. | »Wirklich?« | »Ja!«"),
    ("de", "Friedrich II. König von Orm war da. | Er blieb."),
    ("pl", "Kupił np. Jana Pardo. | Potem poszedł."),
    ("ru", "Это, т. е. Орм, далеко. | Он ушёл. | Он и я. | Потом дождь."),
    ("ru", "Был там А. И. Орм. | Он ушёл."),
    ("fr", "« C'est fini. » | Il partit. | « Non ! » dit-elle."),
    ("fr", "M. Vire est venu. | Mme. Vire aussi, p. ex. Anne."),
    ("es", "¿Qué pasa? | ¡Nada! | El Sr. Pardo vino."),
    ("it", "Il dott. Vire è qui. | La sig.ra Orm no."),
    ("nl", "Dhr. Orm kwam, d.w.z. Jan. | Hij bleef."),
    ("sv", "Kvällen är ung. | Mormor sov. | Det kom ung. 30 gäster."),
    ("cs", "Sešli se 14. října v Ormě. | Pak šli domů."),
    ("el", "Τι ώρα είναι; | Είναι πέντε. | Πού πας\u037e | Εδώ."),
    ("zh", "今天很好。|他说：“真的吗？”|然后走了！|好。"),
    ("ja", "「そうだ。」と彼は言った。|それから帰った。|円周率は３．１４だ。"),
    ("ko", "그는 갔다. | 나는 왔다. | 2024. 5. 3. 서울에서."),
    ("ar", "هل هذا صحيح؟ | نعم، هو كذلك. | وصل د. أحمد."),
    ("he", "הוא הלך. | ד. כהן בא. | מה?"),
    ("hi", "यह अच्छा है। | वह गया।"),
    ("ka", "კაცი წავიდა. | ქალი მოვიდა."),
]  # fmt: skip
ABBREVIATED = (
    "Br. for Resp. 12", "Pl. Br. 14", "Dunmore v. Hale", "301 F. Supp. 2d", "Mr. Orr", "Mme. Vire", "M. Vire", "Sr. Pardo", "St. Orm",
    "J. R. Holm", "No. 12", "Art. 5", "Sec. 9", "Fig. 3", "Tr. 14", "App. 14", "vol. 2", "see Tr. of Oral Arg. 14.", "Pet. for Cert. 3a,", "pp. 3", "p. 3", "ca. 300", "z. B. Brot", "u. a. Brot",
    "Vgl. Holm", "Abs. 2", "núm. 4", "art. 7", "et al. on", "(Mass. App. Ct. 1988)",
)  # fmt: skip
ENDED = (
    "He paid. Nobody", "He said no. Nobody", "of that art. He", "in May. 12 men", "at noon. 12 men", "She won’t. He", "It was s3. Nobody",
    "with Tom. 14 men",
)  # fmt: skip
TEXT = "Mr. Orr came on Jan. 3 with 4.2 tons of salt. “Nobody asked!” he said. The gate was shut"


def sentences(text, language=None, **options):
    return [text[span.start : span.end] for span in splitter(language).spans(text, **options)]


def stops(text):
    return [at for at, sign in enumerate(text) if sign == "." and text[at + 1 : at + 2] == " "]


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(("language", "marked"), SPLIT)
def test_a_text_is_split_at_its_sentences(language, marked, known):
    text = marked.replace(" | ", " ").replace("|", "")
    assert sentences(text, language if known else None) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("text", ABBREVIATED)
def test_no_sentence_ends_behind_an_abbreviation(text):
    document = Document(f"They say {text} and more.")
    for at in stops(document.text):
        assert not splitter().ends_at(document, at), document.text[:at]
        assert not splitter().ends_between(document.text, at, at + 2)


@pytest.mark.parametrize("text", ENDED)
def test_a_sentence_ends_behind_a_word(text):
    document = Document(f"They say {text} and more.")
    (at,) = stops(document.text)
    assert splitter().ends_at(document, at)
    assert splitter().ends_between(document.text, at, at + 2)


def test_a_language_decides_what_is_an_ordinal():
    text = "Es war der 3. Orm kam. Det var til 3. Orm kom"
    assert len(sentences(text, "de")) == 3
    assert len(sentences(text, "da")) == 2 + 1
    assert len(sentences(text, "en")) == 4


def test_a_line_feed_ends_a_sentence_only_where_lines_count():
    text = "The gate\nwas shut\n\nNobody came"
    assert sentences(text) == ["The gate\nwas shut", "Nobody came"]
    assert sentences(text, lines=True) == ["The gate", "was shut", "Nobody came"]


def test_a_part_of_a_text_is_split_alone():
    text = "One came. Two left. Three stayed."
    assert sentences(text, start=4, end=18) == ["came.", "Two left"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Mr.", "Mr. Orr came on Jan. 3 with 4.2 tons of salt."),
        ("tons", "Mr. Orr came on Jan. 3 with 4.2 tons of salt."),
        ("Nobody", "“Nobody asked!” he said."),
        ("gate", "The gate was shut"),
    ],
)
def test_the_sentence_that_holds_a_word(place, expected):
    span = splitter().at(Document(TEXT), TEXT.index(place))
    assert TEXT[span.start : span.end] == expected


def test_a_block_ends_its_sentence():
    document = Document("A heading\n\nA text.", blocks=(Block(Span(0, 9)), Block(Span(11, 18))))
    assert splitter().at(document, 3) == Span(0, 9)


def test_ends_and_beginnings():
    document = Document(TEXT)
    assert splitter().ends_at(document, TEXT.index("salt") + 4)
    assert not splitter().ends_at(document, TEXT.index("Jan") + 3)
    assert splitter().begins_at(document, TEXT.index("The gate"))
    assert splitter().begins_at(document, TEXT.index("Nobody"))
    assert not splitter().begins_at(document, TEXT.index("gate"))


def test_words_behind_the_number_of_an_item_begin_a_sentence():
    document = Document("The gate was shut. 27. Nobody came.")
    assert splitter().begins_at(document, document.text.index("Nobody"))
    assert sentences(document.text) == ["The gate was shut.", "27. Nobody came."]


@pytest.mark.parametrize("gap", [" ", "-", ", ", "; "])
def test_no_sentence_ends_between_words_without_its_sign(gap):
    text = f"salt{gap}Oil"
    assert not splitter().ends_between(text, 4, 4 + len(gap))


@pytest.mark.parametrize(
    "character", [".", "!?", "a", " ", "\n", "”", "a. ", "[", "。", ";", "1. ", ".”", " .", "A.B"]
)
def test_a_long_run_of_one_sign_is_split_in_no_time(character):
    document = Document(character * (50_000 // len(character)))
    begin = time.process_time()
    assert splitter().at(document, 25_000).start <= 25_000
    list(splitter().spans(document.text))
    assert time.process_time() - begin < 2


def test_a_splitter_without_words_knows_signs_alone():
    assert len(list(SentenceSplitter().spans("He said so. She did. Not 3.5 of J. Orm."))) == 3
