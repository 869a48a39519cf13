"""Quotations of people without a name, found by the link that is set on the saying. All texts are invented."""

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.floors import assert_most
from tests.excerpts.quoting import detect

WARD = "https://ward.example/falls/8"
OTHER = "https://quay.example/map"
SAID = "Night shifts kill, and every manager in the country knows it"
PART = "a lamp in every window until the last boat is in"


def found(text, language="en"):
    text = text.replace("(W)", f"({WARD})").replace("(O)", f"({OTHER})")
    article = read_text(text, format=Format.MARKDOWN)
    return detect(article, language=language)


ON_THE_SAYING = [
    (f"“{SAID},” the [authors write](W).", "en"),
    (f"“{SAID},” they [conclude](W).", "en"),
    (f"“{SAID},” the [researchers](W) also said.", "en"),
    (f"“{SAID},” the judges [wrote](W) in their second report.", "en"),
    (f"“{SAID},” [officials said](W).", "en"),
    (f"“{SAID},” officials said in [a statement](W).", "en"),
    (f"“{SAID},” [wrote one reviewer](W).", "en"),
    (f"“{SAID},” wrote one [reviewer](W).", "en"),
    (f"The judges [wrote](W) that “{PART}” was owed to them.", "en"),
    (f"In [their words](W), “{PART}”.", "en"),
    (f"According to the [leaflet](W), “{PART}” will do.", "en"),
    (f"“{SAID}”, [so the report](W).", "en"),
    (f"“{SAID},” according to [a leaflet](W).", "en"),
    (f"“{SAID}” ([source](W)).", "en"),
    (f"“{SAID}.” ([Source](W))", "en"),
    (f"“{SAID}.” [[4](W)]", "en"),
    (f"[“{PART}”](W) is what it comes to.", "en"),
    (f"“{SAID}.”[^1]\n\n[^1]: [The ward study](W)", "en"),
    ("„Nachtschichten töten, und jeder Verwalter im Land weiß es“, [so der Bote](W).", "de"),
]


def test_link_on_the_saying_leads_to_the_words():
    assert_most(
        ON_THE_SAYING, lambda text, language: found(text, language)[0].attribution.link == WARD, share=0.9
    )


ON_SOMETHING_ELSE = [
    f"The town of [Velm](O) had for its motto “{PART}”.",
    f"The [bridge](O) bears the words “{PART}”.",
    f"The [sign](O) reads “{PART}”.",
    f"The old hands at [the quay](O) know “{PART}” by heart.",
    f"In [“{PART.capitalize()}”](O) nobody sails.",
    f"[“{SAID}”](O) is the essay to read.",
    f"[“{SAID}”](O) is the best piece of the week.",
    f"^ [“{PART}”](O). quay.example.",
    f"See [“{PART}”](O) for more.",
    f"Re. [“{SAID},”](O) Page 8:",
    f"My favourite post is [“{PART}”](O).",
    f"“{SAID}” (see [the map of the quay](O)).",
    f"“{SAID}” (h/t [Bob](O)).",
    f"“{SAID}.” [Velm](O) is a town of old lamps.",
    "The [authors](O) say it is a “bold and overdue” plan.",
]


def test_link_on_something_else_is_mostly_no_source():
    cases = [(text,) for text in ON_SOMETHING_ELSE]
    assert_most(cases, lambda text: not any(one.attribution.link for one in found(text)), share=0.6)


NAMED = [
    f"“{SAID},” said Ana Ruiz. ([Ward Journal](W))",
    f"“{SAID},” said Ana Ruiz. [Source](W)",
    f"“{SAID},” said Ana Ruiz. (Via [Velmico](W).)",
    f"“{SAID},” said Ana Ruiz of the [quay](O). (Source: [Ward Journal](W))",
    f"In [Walden](W), Ana Ruiz writes: “{SAID}.”",
    f"On [Velmodon](W), Ana Ruiz wrote: “{SAID}.”",
    f"In her [newsletter](W), Ana Ruiz wrote: “{SAID}.”",
    f"In [Walden](W), Ana Ruiz wrote:\n\n> {SAID}.",
]


def test_link_of_a_named_speaker_is_mostly_where_the_words_stand():
    def is_there(text):
        (excerpt,) = found(text)
        return (excerpt.attribution.speaker, excerpt.attribution.link) == ("Ana Ruiz", WARD)

    assert_most([(text,) for text in NAMED], is_there, share=0.7)


def test_teaser_between_does_not_hide_the_link_that_leads_up_to_a_block():
    teaser = "[Ten lamps for the winter](https://quay.example/lamps)"
    text = f"The ward study [says so of its nights](W).\n\n{teaser}\n\n> {SAID}.\n\nThe town read it twice."
    assert found(text)[0].attribution.link == WARD


def test_later_quotations_of_somebody_follow_the_link_of_the_first_one():
    text = (
        f"“{SAID},” Ann Lee [wrote in the study](W).\n\n“{PART.capitalize()} is what we owed them,” Ann Lee added. "
        "“And nobody came to look at them for a whole year.”"
    )
    assert [one.attribution.link for one in found(text)] == [WARD] * 3


def test_licence_of_a_picture_is_no_source():
    licence = "[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)"
    (excerpt,) = found(f"Crews sleep by day. ({licence})\n\n> {SAID}, and nobody says so.\n>\n> — Ana Ruiz")
    assert excerpt.attribution.link is None
