"""Whatever a copy desk may do without a word is no finding above note, wherever in a text it is done."""

import random
import re

import pytest

from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict
from provenance.tracing.texts import compare

SOURCE = """The Velmar tram company will close its oldest line on 14 September, the directors said on Tuesday. “We haven’t made this choice lightly,” said Ebba Lind, who has led the company since 2019. The line carried 1,200 passengers a day in its best years; last winter it carried forty-one.

Neighbours of the depot are divided. Some, like Mr Orr, recall the noise of the night shift – “you could feel it in your teeth” – and won’t miss it. Others have organised a petition, which has been signed by 12 percent of the town, and they say that it is not too late. The colour of the cars, a green that nobody else uses, may be kept for the buses.

The company lost $4.2 million in the first quarter. It hopes to sell the depot by May, if the province agrees to clean the soil, and to move the workshops to a site five kilometres away. Dr. Imre Valk, an engineer, is not sure that this can be done: “The rails are older than the street. Take them out and the street goes too.” The U.K. firm that built the cars doesn’t exist any more…"""

SENTENCES = re.split(r"(?<=[.”…])(?<!Dr\.)(?<!U\.K\.)\s+(?=[A-Z“])", SOURCE)


def _first(text, change):
    return change(text[0]) + text[1:]


EDITS = {
    "none": lambda text: text,
    "straight marks": lambda text: text.translate(str.maketrans("“”’", '""\'')),
    "dashes": lambda text: text.replace(" – ", "—"),
    "ellipsis glyph": lambda text: text.replace("…", "..."),
    "spaces": lambda text: text.replace(" ", "\u00a0", 4).replace(". ", ".  "),
    "soft hyphens": lambda text: text.replace("company", "com\u00adpany").replace(
        "workshops", "work\u00adshops"
    ),
    "first letter": lambda text: _first(text, str.swapcase),
    "bracketed first letter": lambda text: (
        _first(text, lambda letter: f"[{letter.lower()}]") if text[0].isalpha() else text
    ),
    "final sign": lambda text: re.sub(r"[.…]$", ",", text),
    "spelled out": lambda text: text.replace("n’t", " not").replace("wo not", "will not"),
    "contracted": lambda text: text.replace("is not", "isn’t").replace("it is ", "it’s "),
    "percent": lambda text: text.replace("12 percent", "12%"),
    "number words": lambda text: (
        text.replace("five", "5").replace("forty-one", "41").replace("1,200", "1200")
    ),
    "scale": lambda text: text.replace("$4.2 million", "$4.2m"),
    "month": lambda text: text.replace("14 September", "Sept. 14"),
    "unit": lambda text: text.replace("kilometres", "km"),
    "spelling": lambda text: (
        text.replace("colour", "color").replace("Neighbours", "Neighbors").replace("organised", "organized")
    ),
    "abbreviations": lambda text: (
        text.replace("Mr Orr", "Mr. Orr").replace("Dr. ", "Dr ").replace("U.K.", "UK")
    ),
    "ampersand": lambda text: text.replace(" and ", " & ", 1),
    "marked omission": lambda text: text.replace(", who has led the company since 2019", " […]").replace(
        ", a green that nobody else uses,", " ..."
    ),
    "clarified": lambda text: text.replace("It hopes", "[The company] hopes").replace(" it ", " [it] "),
    "said to be kept": lambda text: text.replace("recall", "recall [sic]"),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("sentence", range(len(SENTENCES)))
def test_one_honest_edit(name, sentence):
    _assert_honest(EDITS[name](SENTENCES[sentence]))


@pytest.mark.parametrize("seed", range(60))
def test_several_honest_edits_of_several_sentences(seed):
    chance = random.Random(seed)
    first = chance.randrange(len(SENTENCES))
    text = " ".join(SENTENCES[first : first + chance.randint(1, 4)])
    for name in chance.sample(sorted(EDITS), 4):
        text = EDITS[name](text)
    _assert_honest(text)


def _assert_honest(quotation):
    comparison = compare(quotation, SOURCE)
    above = [f"{f.rule.code} {f.message}" for f in comparison.findings if f.severity > Severity.NOTE]
    assert not above, quotation
    assert comparison.verdict in {Verdict.VERBATIM, Verdict.FAITHFUL}, quotation
