from time import process_time

import pytest

from provenance.alignment.collation import collate
from provenance.findings.voices import kept_spans, speaker_of, speech, voices
from provenance.text.document import Block, Document
from provenance.text.span import Span


def document(*paragraphs):
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    return Document(text, "", tuple(blocks))


def heard(*paragraphs):
    text = document(*paragraphs)
    return [(text.text[voice.span.start : voice.span.end], voice.speaker) for voice in voices(text, "en")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We were too late,” said Petra Valk, who runs the laboratory.", "Petra Valk"),
        ("“We were too late,” Petra Valk said.", "Petra Valk"),
        ("“We were too late,” a fitter, Mr Piet Halvar, told the board.", "Piet Halvar"),
        ("“We were too late,” said rival bidder Moss.", "Moss"),
        ("Petra Valk told reporters: “We were too late.”", "Petra Valk"),
        ("“Were we too late?” said Tom Reed, a spokesman for Petra Valk.", "Tom Reed"),
    ],
)
def test_a_tag_names_the_speaker(text, speaker):
    assert [name for _, name in heard(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "“We were too late,” she said.",
        "“We were too late,” said the mayor.",
        "“We were too late,” a fitter told the board.",
        "“We were too late.” Petra Valk left the room.",
        "The “late trams” of Velmar were gone.",
        "Petra Valk was at home. “We were too late.”",
    ],
)
def test_nobody_is_named_where_the_sentence_names_nobody(text):
    assert [name for _, name in heard(text)] == [None]


def test_a_speech_goes_on_behind_its_tag():
    text = document("“We waited,” said Lena Orlo. “Nobody came.” The others left. “We slept,” said Ivo Lund.")
    first, second, third = voices(text, "en")
    assert (first.chain, second.speaker) == (second.chain, "Lena Orlo")
    assert (third.chain == first.chain, third.speaker) == (False, "Ivo Lund")


def test_each_paragraph_has_its_own_speeches():
    assert heard("“We waited,” said Lena Orlo.", "“Nobody came.”") == [
        ("We waited,", "Lena Orlo"),
        ("Nobody came.", None),
    ]


def test_a_speech_holds_the_pieces_around_its_tag_and_nothing_else():
    text = document("“We waited,” said Lena Orlo. “Nobody came.” The others left.")
    place = text.text.index
    pieces = [Span(place("We"), place("waited") + 6), Span(place("Nobody"), place("came") + 5)]
    assert speaker_of(speech(text, pieces, "en")) == "Lena Orlo"
    assert speech(text, [*pieces, Span(place("The others"), place("left"))], "en") == ()


def test_two_speeches_are_not_one():
    text = document("“We waited,” said Lena Orlo. “We slept,” said Ivo Lund.")
    place = text.text.index
    spans = [Span(place("We waited"), place(",”")), Span(place("We slept"), place("We slept") + 8)]
    assert speech(text, spans, "en") == ()


def test_what_was_kept_leaves_out_what_was_omitted():
    source = document("“We waited for hours on the long quay,” said Lena Orlo. “Nobody came to tell us why.”")
    quote = document("We waited for hours on the long quay. Nobody came to tell us why.")
    alignment = collate((quote.passage(0, len(quote.text.strip())),), source)
    kept = " ".join(source.text[span.start : span.end] for span in kept_spans(alignment))
    assert "Lena Orlo" not in kept
    assert "Nobody came" in kept


@pytest.mark.parametrize(
    "unit", ["“a ", '"', "said “x” ", "“We were,” said Ann Lee. ", "“We,” he said, “went,” "]
)
def test_hostile_text_takes_no_more_than_linear_time(unit):
    def seconds(count):
        text = Document(unit * count)
        start = process_time()
        voices(text, "en")
        return process_time() - start

    seconds(10)
    small, large = min(seconds(1000) for _ in range(3)), min(seconds(4000) for _ in range(2))
    assert large < 10 * small + 0.05
