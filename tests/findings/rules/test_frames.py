"""What the kept words hang on, told by its place: main clauses, mended verbs, leads of lists, dialogues, antecedents, tags."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detect import detect
from provenance.findings.context import JudgingSettings
from provenance.findings.finding import Severity
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.tracing.comparison import SourceComparer


def told(sentence, source):
    """The findings above note of the one quotation of an article that is laid against a source."""
    article = read_text(sentence + "\n", origin="article.md", format=Format.MARKDOWN)
    page = read_text(source + "\n", origin="source.txt", format=Format.TEXT)
    witness = Witness(Reference("source.txt", FoundBy.GIVEN), page, via=Via.GIVEN)
    (excerpt,) = detect(article).excerpts
    judged = SourceComparer(article, JudgingSettings()).compare(excerpt, witness).comparison
    return [f"{f.rule.code} {f.severity.label}" for f in judged.findings if f.severity > Severity.NOTE]


CHAT = "10:02 heron_fan: the guild keeps the ferry money for itself\n10:03 Clerk_Brandt: The books lie open in the hall."
DASHES = "— Vous n'avez jamais réparé le bac du nord, lança le maire.\n— Je l'ai peint deux fois, répondit le passeur Louis Verne."
ASKED = "Question : Le bac du nord est-il réparé ?\nRéponse : Je l'ai peint deux fois depuis la crue.\nQuestion : Et l'autre ?\nRéponse : Non."
BOARD = (
    "The clerk wrote to the ferryman in June. The ferryman framed the letter. He never mended the old gate."
)

FALSIFIED = [
    ("The ferryman Ole Brandt said that “the old pier at the ferry will hold another winter”. ", "I have a hunch that the old pier at the ferry will hold another winter.", ["OMI205 minor"]),
    ("Ole Brandt told the Ledger: “The old pier will hold another winter.”", "My cousin's line is that the old pier will hold another winter.", ["OMI205 minor"]),
    ("“The guild … mend[ed] the old pier at the ferry,” Ole Brandt said.", "“The guild forwent to mend the old pier at the ferry,” Ole Brandt said.", ["OMI207 minor"]),
    ("“The guild … mended the old pier at the ferry,” Ole Brandt said.", "“The guild ought to have mended the old pier at the ferry,” Ole Brandt said.", ["OMI207 minor"]),
    ("The clerk, Brandt, wrote in the chat that “the guild keeps the ferry money for itself”.", CHAT, ["ATT501 critical"]),
    ("“[The clerk] never mended the old gate,” the report says.", BOARD, ["ALT307 minor"]),
    ("Ole Brandt told the Ledger: “The old drains were blocked.”", "“Some of my colleagues say the old drains were blocked, which I doubt,” Ole Brandt said.", ["OMI206 major", "OMI205 critical"]),
    ("“The old pier was … sound after the flood of that spring,” Ole Brandt said.", "“The old pier was middling sound after the flood of that spring,” Ole Brandt said.", ["OMI207 minor"]),
]  # fmt: skip
HONEST = [
    ("The ferryman Ole Brandt has a hunch that “the old pier at the ferry will hold another winter”.", "I have a hunch that the old pier at the ferry will hold another winter."),
    ("The ferryman Ole Brandt noted that “the old pier at the ferry will hold another winter”.", "The ferryman noted that the old pier at the ferry will hold another winter."),
    ("The ferryman Ole Brandt remained doubtful that the pier would “hold for yet another winter with ice”.", "Ole Brandt was not persuaded that the pier would hold for yet another winter with ice."),
    ("The heron wrote in the chat that “the guild keeps the ferry money for itself”.", CHAT),
    ("À la question de savoir si le bac du nord est réparé, le passeur répond : « Je l'ai peint deux fois depuis la crue. »", ASKED),
    ("“[The ferryman] never mended the old gate,” the report says.", BOARD),
    ("Ole Brandt: “The old pier will hold, and the ferry will sail.”", "“The old pier will hold,” chuckles Ole Brandt, “and the ferry will sail.”"),
    ("Le passeur Louis Verne : « Le bac est vieux, mais il flotte encore. »", "« Le bac est vieux, soupire le passeur Louis Verne, mais il flotte encore. »"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "source", "findings"), FALSIFIED)
def test_what_the_kept_words_hang_on_is_told_where_it_is_gone(sentence, source, findings):
    assert told(sentence, source) == findings


@pytest.mark.parametrize(("sentence", "source"), HONEST)
def test_nothing_is_told_where_the_article_says_as_much(sentence, source):
    assert told(sentence, source) == []
