"""Whose words an inline quotation is said to be: named rightly, or not at all. All texts are invented."""

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.floors import assert_most
from tests.excerpts.quoting import detect

RIGHT = {
    "whoever is described is new": (
        "en",
        "Ann Lee left. The contractor says that drilling “will go on in the spring of next year”.",
        "will go on in",
        "contractor",
    ),
    "whose somebody is, is not who somebody is": (
        "en",
        "Ida Munk runs the ferry. Her captain, who drives a van, says only: “She never once told us what was in them.”",
        "She never",
        "captain",
    ),
    "a phrase behind a preposition goes with whoever stands before it": (
        "en",
        "Ruth Amaral spoke first. A taxi driver at the rank said: “I sleep in the day, so nobody asks me.”",
        "I sleep",
        "taxi driver",
    ),
    "the stop of a title ends no sentence": (
        "en",
        "“The pump house was dry for a week,” Dr. Varga says. “Nobody had asked for that.”",
        "The pump house",
        "Varga",
    ),
    "a surname like a trade": (
        "en",
        "“The mill pays its way and always has,” says veteran grain analyst Ruth Baker.",
        "The mill pays",
        "Ruth Baker",
    ),
    "an adjective is no verb": (
        "en",
        "Okafor said that Dunmore was why the mill could buy Seaholm below its asking price: “We had no better friend in the county.”",
        "We had no",
        "Okafor",
    ),
    "in somebody's words": (
        "en",
        "In Dr. Varga’s words, “a bridge that nobody paints is a bridge that nobody owns.”",
        "a bridge that",
        "Varga",
    ),
    "an owner's group is not the speaker": (
        "en",
        "“Nobody asked us about the quay at all,” Ruth Adeyemi, a member of Dunmore’s BTR community, said of the plan.",
        "Nobody asked",
        "Ruth Adeyemi",
    ),
    "what somebody is, is not who somebody is": (
        "en",
        "Ruth Adeyemi stood trial. Adeyemi was charged because she was a well-known harbour author and on Friday had written “the time to wait for the council is over”.",
        "the time to wait",
        "Ruth Adeyemi",
    ),
    "an official of a body without a name": (
        "en",
        "“We have never run the ferry at a loss,” said a senior council official.",
        "We have never",
        "official",
    ),
    "whoever is questioned, not whoever asks": (
        "en",
        "Ruth Adeyemi opened the hearing. Cross-examined by Tom Brandvold, she said the quay had been “watched day and night by two men”.",
        "watched day",
        "Ruth Adeyemi",
    ),
    "the only woman of the page, far back": (
        "en",
        (
            "Ruth Adeyemi runs the harbour.\n\nThe cranes are old, and the rails on the quay have not been changed since the fire that took the first warehouse, long ago."
            "\n\nThe council pays for the paint, the county pays for the rails, and the state pays for the lamps, which have been dark since the spring flood."
            "\n\nThe lamps are another matter, for they belong to the railway, and the railway has been sold three times in four years, each time for less."
            "\n\nShe is blunt about it: “We keep the light on with tape and hope.”"
        ),
        "We keep the light",
        "Ruth Adeyemi",
    ),
    "somebody described with a common noun": (
        "en",
        "“You have to put it to him as his own idea,” said the old confidant.",
        "You have to put",
        "confidant",
    ),
    "somebody described with a common noun in German": (
        "de",
        "„Wir haben hier seit Mai kein Wasser mehr gesehen“, sagt ein älterer Torfstecher.",
        "Wir haben hier",
        "Torfstecher",
    ),
    "a closing mark behind the comma in German": (
        "de",
        "Es war knapp. „Wir sind mit dem Stand der Arbeiten sehr zufrieden,“ sagte Bauleiter Jan Beck.",
        "Wir sind mit",
        "Jan Beck",
    ),
    "a title in two parts in German": (
        "de",
        "„Wir haben viel zu lange gewartet“, sagte der Dunmorer Gesundheits-, Sozial- und Hafendirektor Jan Beck.",
        "Wir haben viel",
        "Jan Beck",
    ),
    "initials before an office": (
        "en",
        "“We believe that the river has been served in this case,” said U.S. Attorney Ruth Adeyemi.",
        "We believe",
        "Ruth Adeyemi",
    ),
    "an answer from somebody": (
        "de",
        "Wie gering die Aussichten der Rothschen Mühle sind, zeigt eine Antwort von Bauleiter Jan Beck auf unsere Frage: „Wir sehen dort keinen Bedarf.“",
        "Wir sehen",
        "Jan Beck",
    ),
    "the verb far behind the quotation": (
        "en",
        "“It makes for a compelling story” if the lamps fail again on a hot day because of a lack of oil and of wicks, Ms. Varga said.",
        "It makes",
        "Varga",
    ),
    "a paragraph behind reported speech": (
        "en",
        "Ruth Adeyemi added that the promised boats had never come.\n\n“I think only two people from this village have ever seen one of them.”",
        "I think only two",
        "Ruth Adeyemi",
    ),
    "whoever writes to somebody, not the one written to": (
        "en",
        "John Okafor built the weir. Later he emailed Tom Brandvold about the stones. “It is not as if I could carry them up myself,” he wrote.",
        "It is not as if",
        "John Okafor",
    ),
    "a second verb behind a fragment": (
        "en",
        "Minister Ruth Adeyemi sees the port as a “toy of the big owners of the north” and says: “We do not count on their services.”",
        "We do not count",
        "Ruth Adeyemi",
    ),
    "a verb behind a comma in German": (
        "de",
        "„Der Kran war wie ein alter Freund“, etwa wenn es dunkel wurde, sagt Ina Roth, die lange am Hafen gearbeitet hat.",
        "Der Kran",
        "Ina Roth",
    ),
    "a noun between verb and name in German": (
        "de",
        "„Die Mauer wird im Herbst neu gesetzt“, erklärt auf Anfrage Martin Beckstein aus dem Bauamt.",
        "Die Mauer",
        "Martin Beckstein",
    ),
    "a verb in two parts in German": (
        "de",
        "Dazu führt Ina Roth weiter aus: „Wir haben den Damm zweimal vergeblich geprüft.“",
        "Wir haben",
        "Ina Roth",
    ),
    "the object before the verb in German": (
        "de",
        "Jan Beck ist Lotse. Oder wie er es formuliert: „Das Wasser kennt keinen Feierabend und keinen Sonntag.“",
        "Das Wasser",
        "Jan Beck",
    ),
}


def attributions(language, text, first):
    """The attributions of the excerpts of a text that begin with some words."""
    found = detect(read_text(text, format=Format.TEXT), language=language)
    return [one.attribution for one in found if one.text.startswith(first)]


def is_named(language, text, first, speaker):
    """Whether the first of those excerpts is given to whoever says it."""
    told = attributions(language, text, first)[0].speaker
    return told is not None and (speaker.endswith(told) or told.endswith(speaker))


def test_nearly_everybody_is_named_who_says_it():
    assert_most(RIGHT.values(), is_named, share=0.86)


SILENT = {
    "a person told something is no outlet": (
        "en",
        "Ruth Adeyemi and Tom Brandvold run the mill. “I know we are glad to be rid of it,” Adeyemi told Brandvold.",
        "I know we are",
        lambda told: told.outlet is None,
    ),
    "initials are no surname": (
        "en",
        "The Harbour SourceSelector BTR closed in May.\n\n“I had never seen the ledger before that day,” he wrote.",
        "I had never",
        lambda told: told.speaker is None,
    ),
    "a noun is nobody in German": (
        "de",
        "Der Hafen schrieb Zeitgeschichte. Die Große Mole steht noch. Die Mole kennt jeder. Über die Große Mole heißt es: „So ein stolzes, so ein kaltes Bauwerk am Wasser.“",
        "So ein stolzes",
        lambda told: told.speaker is None,
    ),
    "two women, one pronoun, far back": (
        "en",
        "Ruth Adeyemi and Jane Moore met on Tuesday.\n\n“It was a good meeting for both of us,” she said.",
        "It was a good",
        lambda told: told.speaker is None,
    ),
    "no word that opens a sentence is an outlet's": (
        "en",
        "When Harbor News’ Tom Brandvold asked about it, Adeyemi said: “We get our sand where we can find it.”",
        "We get our sand",
        lambda told: not (told.outlet or "").startswith("When"),
    ),
}


def test_most_are_not_named_wrongly():
    assert_most(
        SILENT.values(),
        lambda language, text, first, holds: all(map(holds, attributions(language, text, first))),
        share=0.79,
    )


PAGES = {
    "whoever spoke in the sentence before the last": (
        "<p>Ruth Adeyemi runs the mill. The sluice has to be opened by hand, Adeyemi said on Friday. It takes an hour.</p>",
        "",
        "Ruth Adeyemi",
    ),
    "a signature inside": ("<p>The mill keeps a diary.</p>", "<p>Ruth Adeyemi, miller</p>", "Ruth Adeyemi"),
    "according to, behind somebody's verb": (
        "<p>Ruth Adeyemi runs the mill. Wheels are like horses, Adeyemi said according to minutes seen by the Dunmore Herald.</p>",
        "",
        "Ruth Adeyemi",
    ),
}
QUOTED = (
    "The wheel turns when the river lets it, and nobody in this valley has ever told the river what to do."
)


def page(before, inside):
    return (
        '<html lang="en"><head><title>Mill</title></head><body><article><h1>The mill</h1>'
        f"<p>The valley has had a mill for three hundred years, and for most of them the mill has had a miller who lived in it.</p>{before}"
        f"<blockquote><p>{QUOTED}</p>{inside}</blockquote>"
        "<p>The council will decide in the spring whether the weir is to be raised, and who is to pay for the stones.</p></article></body></html>"
    )


def is_named_in_a_block(before, inside, speaker):
    """Whether a page's one excerpt is the block, given to its speaker."""
    (found,) = detect(read_text(page(before, inside), format=Format.HTML))
    return (found.text, found.attribution.speaker) == (QUOTED, speaker)


def test_most_blocks_are_given_to_whoever_is_quoted():
    assert_most(PAGES.values(), is_named_in_a_block, share=0.6)


def test_leaves_a_note_behind_closed_marks_out_of_the_block():
    body = page(
        "<p>The miller wrote in the diary:</p>", "<p>About the author</p><p>Ruth Adeyemi</p>"
    ).replace(QUOTED, f"“{QUOTED}”")
    (found,) = detect(read_text(body, format=Format.HTML))
    assert found.text == QUOTED


def test_keeps_the_first_paragraph_of_an_announced_block_that_ends_in_a_colon():
    first = "The Weir Society stands by its charter and by its members. In this valley, we will:"
    body = page("<p>According to the Weir Society:</p>", "").replace(
        f"<p>{QUOTED}</p>", f"<p>{first}</p><p>{QUOTED}</p>"
    )
    (found,) = detect(read_text(body, format=Format.HTML))
    assert found.text == f"{first}\n\n{QUOTED}"


UNQUOTED = {
    "a thing is nobody": (
        "en",
        "The first page sets the pace: “a step, then a step, and then another step”.",
    ),
    "a label with an adjective": (
        "en",
        "Let us try the more elegant repair:\n\nThis time all the planks hold, so that no further nails are needed at all.",
    ),
    "a term in Japanese": (
        "ja",
        "規則は行政上の定めであり、「前法律的に反規範性を有する行為である」という考え方がある。",
    ),
    "a menu between guillemets that point inwards": (
        "de",
        "Klicken Sie auf » Start – Einstellungen « – das Fenster öffnet sich.\n\nDort klicken Sie auf » Programme – Liste « – die Liste öffnet sich.",
    ),
}


def test_half_of_what_is_nobodys_at_least_is_no_quotation():
    assert_most(
        UNQUOTED.values(),
        lambda language, text: not detect(read_text(text, format=Format.TEXT), language=language),
        share=0.5,
    )
