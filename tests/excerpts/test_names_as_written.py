"""Names as the article writes them, where an address, a heading or a label stands right beside one. All texts are invented."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect

GRANARY = "https://granary.example/2031/lamps"
WORDS = "The lamps are older than the town itself, and they will stay on."


def only(text, *, kind=Format.MARKDOWN, language="en"):
    (excerpt,) = detect(read_text(text, format=kind), language=language)
    return excerpt.attribution


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            f"[The Granary]({GRANARY}) quoted Ana Holm as saying “nobody asked for a second harbour here”.",
            "Ana Holm",
        ),
        (f"[The Granary]({GRANARY}) wrote that “nobody asked for a second harbour here”.", None),
    ],
)
def test_outlet_is_the_name_that_the_links_own_host_spells(text, speaker):
    told = only(text)
    assert (told.speaker, told.outlet, told.link) == (speaker, "The Granary", GRANARY)


def test_link_on_a_person_with_a_site_of_their_own_is_no_outlet():
    told = only("[Ann Holm](https://annholm.example/lamps) said “nobody asked for a second harbour here”.")
    assert (told.speaker, told.outlet) == ("Ann Holm", None)


@pytest.mark.parametrize(
    "line", ["<p><strong>Ann Lee Returns</strong></p>", "<p>Ann Lee Returns</p>", "<h2>Ann Lee</h2>"]
)
def test_heading_behind_a_quotation_speaks_none_of_it(line):
    page = (
        "<article><p>The town has argued about its lamps for years, and nobody knows how that will ever end.</p>"
        f"<p>To quote George Brandt:</p><blockquote><p>{WORDS}</p></blockquote>{line}"
        "<p>She was away for a year, and the board has met without her ever since, which some of it enjoyed.</p></article>"
    )
    assert only(page, kind=Format.HTML).speaker == "George Brandt"


def test_name_behind_a_dash_still_signs_what_a_cue_has_announced():
    assert only(f"The Granary quotes somebody:\n\n> {WORDS}\n\n— Ann Lee\n").speaker == "Ann Lee"


@pytest.mark.parametrize(
    ("cue", "language", "name"),
    [
        ("On Tue, Nov 4, 2031 at 9:12 AM Ann Lee <ann@harbour.example> wrote:", "en", "Ann Lee"),
        ("On 2031-11-04 09:12, Ann Lee <ann.lee@harbour.example> wrote:", "en", "Ann Lee"),
        ("Am 04.11.2031 um 09:12 schrieb Ina Roth <ina@hafen.example>:", "de", "Ina Roth"),
        ("Le 4 nov. 2031 à 09:12, Paul Garnier <paul@port.example> a écrit :", "fr", "Paul Garnier"),
    ],
)
def test_mail_is_its_senders(cue, language, name):
    assert only(f"{cue}\n> {WORDS}\n> {WORDS}\n", kind=Format.TEXT, language=language).speaker == name


def test_words_in_marks_without_a_capital_are_no_outlet():
    told = only(f"Ann Lee wrote of the “gold standard”:\n\n> {WORDS}\n")
    assert (told.speaker, told.outlet) == ("Ann Lee", None)


def test_the_rest_of_a_japanese_phrase_is_no_name():
    text = "きのうの朝、港に人が集まった。会議の前に、ておくは「この船は来年の春まで必ず動かし続けます」と述べた。町の人々は静かに帰った。"
    assert only(text, language="ja").speaker != "ておく"
    assert only(text.replace("ておく", "大西健"), language="ja").speaker == "大西健"
