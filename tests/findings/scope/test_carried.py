"""Words that the article has in its own voice beside the marks, lists behind a colon, and what questions take for granted."""

import pytest

from tests.findings.scope.test_frames import told

LOST = [
    (
        "“It is a rumour that the mill has been sold,” said Anna Berg.",
        "Anna Berg said the mill “has been sold”.",
    ),
    (
        "« C'est une rumeur que le moulin a été vendu », dit Anna Berg.",
        "Anna Berg dit que le moulin « a été vendu ».",
    ),
    ("„To plotka, że młyn został sprzedany”, mówi Anna Berg.", "Anna Berg mówi, że młyn „został sprzedany”."),
    (
        "“Three claims are false: it leaks; the mast stands there without a permit; it hums,” said Anna Berg.",
        "Anna Berg said: “The mast stands there without a permit.”",
    ),
    (
        "“Who says that the bridge cannot carry a bus?” said Anna Berg.",
        "Anna Berg said “the bridge cannot carry a bus”.",
    ),
    ("”Anklagelsen är att jag stal pengarna”, sade Anna Berg.", "”Jag stal pengarna”, sade Anna Berg."),
    ("“I fear that the pumps will fail,” said Anna Berg.", "Anna Berg said that “the pumps will fail”."),
]
KEPT = [
    ("“We worked out that the pumps will fail,” said Anna Berg.", "Anna Berg said the pumps “will fail”."),
    ("”Det sorgliga är att båten var nära”, sade Anna Berg.", "Anna Berg sade att ”båten var nära”."),
    (
        "«Lo trágico es que el bote estaba cerca», dijo Anna Berg.",
        "Anna Berg dijo que «el bote estaba cerca».",
    ),
    (
        "“We learned three things: bees hate varnish; goats climb; rain leaks,” said Anna Berg.",
        "“Bees hate varnish,” said Anna Berg.",
    ),
    ("“Did you know that the tower leans?” said Anna Berg.", "Anna Berg said that the tower “leans”."),
    (
        "“The firm poisoned the lake? Nonsense,” said Anna Berg.",
        "Anna Berg called it nonsense that “the firm poisoned the lake”.",
    ),
    (
        "„Ich denke, dass die Mühle verkauft ist“, sagte Anna Berg.",
        "Anna Berg sagte, dass „die Mühle verkauft ist“.",
    ),
    (
        "“There is a risk that the pumps will fail,” said Anna Berg.",
        "Anna Berg sees a risk that “the pumps will fail”.",
    ),
]


@pytest.mark.parametrize(("source", "sentence"), LOST, ids=[source for source, _ in LOST])
def test_what_governs_is_lost_though_the_article_has_the_words_between(source, sentence):
    assert told(sentence, source) != []


@pytest.mark.parametrize(("source", "sentence"), KEPT, ids=[source for source, _ in KEPT])
def test_what_is_taken_for_granted_thought_or_said_again_is_no_loss(source, sentence):
    assert told(sentence, source) == []
