import pytest

import provenance
from provenance.articles.article import Format
from provenance.articles.reading import read_bytes, read_text, sniffed
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.source import FoundBy, Reference, Via
from provenance.text.document import ApparatusKind

VTT = """WEBVTT - Harbour hour

NOTE made by hand

STYLE
::cue { color: red }

intro
00:00:01.000 --> 00:00:03.200 align:start
<v.loud Orla Venn>The pier was <i>never</i> safe,

00:00:03.300 --> 00:00:06.000
<v Orla Venn>and the board &amp; the mayor knew it.

01:02:03.000 --> 01:02:05.000
<v Tam Reed>We had no report.
"""
SRT = """1
00:00:01,000 --> 00:00:03,200
The pier was never safe,

2
00:00:03,300 --> 00:00:06,000
and the board knew it.
"""


def read(text):
    return read_text(text, format=Format.CAPTIONS)


def blocks(article):
    return [article.document.text[block.span.start : block.span.end] for block in article.document.blocks]


def cues(*said):
    """SubRip of cues: first second, last second, text."""
    return "".join(
        f"{number}\n00:00:{start:02},000 --> 00:00:{end:02},000\n{text}\n\n"
        for number, (start, end, text) in enumerate(said, 1)
    )


def test_cues_are_joined_into_the_paragraphs_of_each_speaker():
    assert blocks(read(VTT)) == [
        "Orla Venn: The pier was never safe, and the board & the mayor knew it.",
        "Tam Reed: We had no report.",
    ]


def test_the_second_of_each_cue_and_the_line_of_each_paragraph_are_kept():
    article = read(VTT)
    assert [mark.number for mark in article.landmarks] == [1, 3, 3723]
    assert article.document.text[article.landmarks[1].start :].startswith("and the board")
    assert [block.line for block in article.document.blocks] == [9, 15]


def test_who_speaks_is_a_label_and_none_of_the_words():
    article = read(VTT)
    labels = [piece for piece in article.document.apparatus if piece.kind is ApparatusKind.TURN_LABEL]
    assert [article.document.text[each.span.start : each.span.end] for each in labels] == [
        "Orla Venn:",
        "Tam Reed:",
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [(VTT, Format.CAPTIONS), (SRT, Format.CAPTIONS), ("WEBVTTS are fun", Format.TEXT)]
)
def test_captions_are_told_by_how_they_begin(text, expected):
    assert sniffed(text) is expected


def test_a_silence_behind_a_sentence_begins_a_paragraph_and_one_within_a_sentence_does_not():
    assert len(blocks(read(cues((1, 3, "It was never safe."), (5, 6, "We knew."))))) == 2
    assert len(blocks(read(cues((1, 3, "It was never safe."), (4, 6, "We knew."))))) == 1
    assert len(blocks(read(cues((1, 3, "It was never"), (9, 10, "safe."))))) == 1


def test_a_dash_or_two_brackets_show_that_another_one_speaks():
    assert blocks(read(cues((1, 3, "Is it safe?"), (3, 4, ">> No."), (4, 5, "- Why not?")))) == [
        "Is it safe?",
        "No.",
        "Why not?",
    ]


def test_lines_that_roll_up_are_read_once():
    rolling = cues(
        (1, 2, "the pier was"),
        (2, 3, "the pier was\nnever safe and"),
        (3, 4, "never safe and\nthe board knew"),
        (4, 5, "the board knew"),
    )
    assert read(rolling).document.text == "the pier was never safe and the board knew"


def test_captions_without_a_cue_hold_no_text():
    assert read("WEBVTT\n\nNOTE nothing\n").document.text == ""


def test_a_witness_that_is_speech_keeps_its_moments():
    capture = Capture(SRT.encode(), "talk.srt", content_type="application/x-subrip")
    witness = to_witness(capture, Reference("talk.srt", FoundBy.GIVEN), Via.GIVEN)
    assert [mark.number for mark in witness.page.landmarks] == [1, 3]


def test_captions_are_an_article_too():
    article = read_bytes(SRT.encode(), origin="talk.srt")
    assert article.format is Format.CAPTIONS
    assert provenance.detect(article) == ()


def transcript(*codes, label="ORLA VENN"):
    said = zip(codes, (label, "TAM REED", label), strict=True)
    return "\n\n".join(f"[{code}] {name}: The pier was never safe, and we knew." for code, name in said)


@pytest.mark.parametrize(
    ("codes", "seconds"),
    [
        (("00:05", "01:10", "1:02:03"), [5, 70, 3723]),
        (("05:00", "05:10", "06:00"), [300, 310, 360]),
        (("05:01", "05:10", "06:00"), []),
        (("00:05", "00:03", "00:09"), []),
    ],
)
def test_time_codes_of_a_labelled_transcript_are_moments_if_they_count_from_its_beginning(codes, seconds):
    article = read_text(transcript(*codes), format=Format.TEXT)
    assert [mark.number for mark in article.landmarks] == seconds


def test_a_cue_ends_where_the_next_begins_without_a_blank_line_between():
    text = "WEBVTT\n\n" + "".join(
        f"00:0{minute}:01.000 --> 00:0{minute}:03.000\nWord {minute}.\n" for minute in range(3)
    )
    assert read(text).document.text.split("\n\n") == ["Word 0.", "Word 1.", "Word 2."]
