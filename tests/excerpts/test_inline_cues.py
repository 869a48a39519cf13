"""Cues of inline quotations in English: the many ways to say whose words follow. All texts are invented."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detector import detect

ADDRESS = "https://herald.example/2031/the-lamps-of-varn"

CUES = [
    (
        "en",
        "[The Varn Herald](U) quoted her as saying “the lamps will stay on until the last boat is in”.",
        "Herald",
    ),
    (
        "en",
        "[The Varn Herald](U) quoted Holm as saying: “The lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "The Varn Herald has Holm saying “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "Mira Holm is quoted as saying “the lamps will stay on until the last boat is in”.", "Holm"),
    (
        "en",
        "Mira Holm was quoted by the Varn Herald as saying that “the lamps will stay on until the last boat is in”.",
        "Holm",
    ),
    ("en", "In Holm’s words, “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "In the words of Mira Holm, “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "[Holm’s words](U): “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Holm’s exact words: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Holm’s own words were: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "As Holm put it, “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "As Holm puts it: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in,” as Holm put it.", "Holm"),
    ("en", "To quote Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "To quote Mira Holm, “the lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "To borrow a phrase from Mira Holm, “the lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Holm’s claim that “the lamps will stay on until the last boat is in” drew laughter.", "Holm"),
    (
        "en",
        "Mira Holm’s assertion that “the lamps will stay on until the last boat is in” drew laughter.",
        "Holm",
    ),
    ("en", "Critics point to Holm’s remark that “the lamps will stay on until the last boat is in”.", "Holm"),
    (
        "en",
        "Her statement that “the lamps will stay on until the last boat is in” drew laughter. Mira Holm was not amused.",
        None,
    ),
    (
        "en",
        "Holm told reporters that the harbour would open and that “the lamps will stay on until the last boat is in”.",
        "Holm",
    ),
    ("en", "Mira Holm told reporters on Monday “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "Mira Holm wrote in her memo: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "In her memo, Mira Holm writes, “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "According to Mira Holm, “the lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in,” according to Mira Holm.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in” is how Mira Holm described the plan.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in” was how Holm put it.", "Holm"),
    (
        "en",
        "“The lamps will stay on until the last boat is in” was the answer of harbour master Mira Holm.",
        "Holm",
    ),
    (
        "en",
        "“The lamps will stay on until the last boat is in” — that is what Mira Holm said on Monday.",
        "Holm",
    ),
    ("en", "“The lamps will stay on until the last boat is in” were the words Mira Holm used.", "Holm"),
    (
        "en",
        "“The lamps will stay on until the last boat is in,” the Herald quoted Mira Holm as saying.",
        "Holm",
    ),
    ("en", "“The lamps will stay on until the last boat is in,” Mira Holm was quoted as saying.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in,” reads the memo by Mira Holm.", "Holm"),
    ("en", "The lamps were described by Mira Holm as “the last thing that I would ever switch off”.", "Holm"),
    (
        "en",
        "The plan was dismissed by Mira Holm as “the last thing that a harbour town would ever need”.",
        "Holm",
    ),
    ("en", "Mira Holm dismissed the plan as “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "Mira Holm denounced it as “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "It was “the last thing that a harbour town would ever need”, in the words of Mira Holm.", "Holm"),
    ("en", "It was, in Holm’s words, “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "It was, as Mira Holm put it, “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "It was what Mira Holm called “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "Here is what Mira Holm said: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Here’s Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "This is Mira Holm on the lamps: “They will stay on until the last boat is in.”", "Holm"),
    ("en", "Mira Holm’s response: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Holm’s response was blunt: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Mira Holm had a simple answer: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "The reply from Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Mira Holm, on the other hand: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in” (Mira Holm, 2031).", "Holm"),
    ("en", "From [the Varn Herald](U): “The lamps will stay on until the last boat is in.”", "Herald"),
    ("en", "Per [the Varn Herald](U), “the lamps will stay on until the last boat is in.”", "Herald"),
    ("en", "As [the Varn Herald reported](U), “the lamps will stay on until the last boat is in.”", "Herald"),
    (
        "en",
        "As reported by [the Varn Herald](U): “The lamps will stay on until the last boat is in.”",
        "Herald",
    ),
    ("en", "[The Varn Herald](U): “The lamps will stay on until the last boat is in.”", "Herald"),
    (
        "en",
        "Mira Holm [told the Varn Herald](U) that “the lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    (
        "en",
        "Citing Mira Holm, the Varn Herald [reported](U) that “the lamps will stay on until the last boat is in.”",
        "Herald",
    ),
    (
        "en",
        "Mira Holm, in an interview with the Varn Herald: “The lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "Mira Holm is on record saying that “the lamps will stay on until the last boat is in.”", "Holm"),
    (
        "en",
        "Mira Holm went so far as to say that “the lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "Mira Holm was heard to say “the lamps will stay on until the last boat is in.”", "Holm"),
    (
        "en",
        "The memo, written by Mira Holm, states that “the lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "Mira Holm’s memo says “the lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "A memo from Mira Holm says that “the lamps will stay on until the last boat is in.”", "Holm"),
    (
        "en",
        "In a memo to staff, Mira Holm promised “to keep the lamps on until the last boat is in.”",
        "Holm",
    ),
    (
        "en",
        "A spokesperson for Brenn Harbour Works said that “the lamps will stay on until the last boat is in.”",
        "spokesperson",
    ),
    (
        "en",
        "Asked whether the lamps would go, Mira Holm was blunt. “They will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "“The lamps will stay on,” Holm’s letter reads, “until the very last boat is in.”", "Holm"),
    ("en", "Mira Holm spoke of “a plan that the harbour town would never have needed”.", "Holm"),
    ("en", "Mira Holm accused the board of “hiding the state of the lamps from every skipper”.", "Holm"),
    ("en", "Mira Holm tweeted [this](U): “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Mira Holm’s verdict? “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "The Varn Herald’s Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    (
        "en",
        "Writing in the Varn Herald, Mira Holm argues that “the lamps will stay on until the last boat is in”.",
        "Holm",
    ),
    (
        "en",
        "Mira Holm, writing in the Varn Herald: “The lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    (
        "en",
        "A line from Mira Holm’s speech, “the lamps will stay on until the last boat is in”, is on every wall.",
        "Holm",
    ),
    ("en", "Mira Holm’s argument is that “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in.” Those are the words of Mira Holm.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in.” So said Mira Holm on Monday.", "Holm"),
    ("en", "Said Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "So said Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
]

NO_CUES = [
    ("en", "Mira Holm wore a coat with the words “Never again will I dance alone tonight” on it."),
    ("en", "Mira Holm sang a line from the song “the lamps will stay on until the boats are in”."),
    ("en", "The answer to the riddle was “the lamps that stay on until the boats are in”."),
    (
        "en",
        "The charter—which Mira Holm swore to uphold—bars whoever has “given aid or comfort to wreckers of ships”.",
    ),
]


def found_in(text, language):
    return detect(read_text(text.replace("(U)", f"({ADDRESS})"), format=Format.MARKDOWN), language=language)


@pytest.mark.parametrize(("language", "text", "name"), CUES)
def test_cue_is_heard(language, text, name):
    first = next(iter(found_in(text, language)), None)
    assert first is not None
    told = first.attribution
    assert name is None or name in f"{told.speaker} {told.outlet}"
    assert told.link == (ADDRESS if "(U)" in text else None)
    assert first.text[:1] not in "“«„— "
    assert not first.text.endswith(("”", "»", "“"))


@pytest.mark.parametrize(("language", "text"), NO_CUES)
def test_words_that_only_look_like_a_cue_are_none(language, text):
    assert found_in(text, language) == ()


def test_short_words_behind_a_clause_of_their_own_are_no_part_of_the_quotation():
    text = (
        "“She has run the ferry well for years,” Mira Holm said, adding that Cole is a “right hand man” now."
    )
    (excerpt,) = found_in(text, "en")
    assert len(excerpt.passages) == 1


def test_mark_that_is_typed_twice_opens_once():
    (excerpt,) = found_in('""The ferry has sailed since before I was born," Mira Holm said.', "en")
    assert excerpt.text == "The ferry has sailed since before I was born,"


def test_space_between_inner_and_outer_mark_closes_both():
    (excerpt,) = found_in("\"People say, 'Oh, I never cared for it at all,' \" says Mira Holm.", "en")
    assert excerpt.text.startswith("People say")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The lighthouse keeper replied: “We were never asked about any of it.”", "keeper"),
        ("The old wooden sign said: “We were never asked about any of it.”", None),
    ],
)
def test_common_noun_speaks_unless_it_is_a_sign(text, speaker):
    found = found_in(text, "en")
    assert [one.attribution.speaker for one in found] == ([speaker] if speaker else [])
