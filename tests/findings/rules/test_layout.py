"""Layout that an excerpt leaves behind: the calls of notes, a page's calls on its readers."""

import pytest

CALLOUTS = ["[2]", "[2][3]", "[1, 7–9]", "[note 2]", "[b]", "[citation needed]", "²"]


@pytest.mark.parametrize("callout", CALLOUTS)
def test_the_call_of_a_note_is_layout(callout, compared):
    source = f"The bridge was built in 1961.{callout} It has been repaired twice since then."
    assert compared(source.replace(callout, ""), source) == []


ADDRESSES = [
    "(https://mill.example/sale?id=3)",
    "<https://mill.example/3>",
    "https://mill.example/3/",
    "www.mill.example",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_in_place_of_a_link_is_layout(address, compared):
    source = f"The old mill {address} was sold to a firm from Ostby last week."
    assert compared(source.replace(f"{address} ", ""), source) == []


def test_a_word_that_the_source_put_in_brackets_is_no_call_of_a_note(compared):
    source = "The keeper saw [two] boats off the skerry before the fog came down."
    assert compared("The keeper saw boats off the skerry before the fog came down.", source) == [
        "OMI201 minor"
    ]


LEFT = {
    "en": ("The barge left at dawn from the north quay.", "It sank off Orm Head with its cargo."),
    "de": ("Der Kahn fuhr im Morgengrauen vom Nordkai ab.", "Er sank vor Orm Head mit der ganzen Ladung."),
    "fr": ("La barge est partie à l'aube du quai nord.", "Elle a coulé devant Orm Head avec sa cargaison."),
}


@pytest.mark.parametrize(
    ("language", "call"),
    [
        ("en", "Sign up for our newsletter to get the harbour's news at breakfast every day."),
        ("en", "Click here to support the work of the Quay Log."),
        ("en", "Editor's note: an earlier version gave another number of barrels."),
        ("de", "Melden Sie sich für unseren Newsletter an."),
        ("fr", "Note de la rédaction : cet article a été complété."),
    ],
)
def test_a_page_calling_on_its_readers_is_no_part_of_its_text(compared, language, call):
    left, sank = LEFT[language]
    assert compared(f"{left}\n\n{sank}", f"{left}\n\n{call}\n\n{sank}") == []


def test_a_paragraph_that_only_speaks_of_a_newsletter_is_text(compared):
    left, sank = LEFT["en"]
    told = "The owners had a newsletter printed that told nobody of the tar."
    assert compared(f"{left}\n\n{sank}", f"{left}\n\n{told}\n\n{sank}") == ["OMI201 minor"]
