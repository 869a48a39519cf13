"""Reports in which somebody's words may go on as another's: told of where only one may speak, silent where two may (ATT501)."""

import pytest

SOURCES = {
    "a": """Tarnmouth, Tuesday

Mayor Ida Lind said the bridge was safe. Engineer Roon had warned her in May. It would last sixty years, she said.

Roon said that nobody had read his letter.""",
    "b": """Tarnmouth, Tuesday

Mayor Ida Lind spoke last.

She said the bridge was safe. Engineer Tom Roon had said otherwise in May. It would last sixty years.

Roon said that nobody had read his letter. Lind said that she had.""",
    "c": """Tarnmouth, Tuesday

Mayor Ida Lind said the bridge was safe. It would last sixty years, and nobody need fear it.

Engineer Tom Roon disagreed. The bolts were rotten and the plates were thin. He said so in May.""",
    "d": """Remarks by Governor Anna Lind at the opening of the bridge in Tarnmouth

The engineers told us that it could not be done. Mayor Roon said that it could not be paid for. It was done in two years.

Lind said thank you and left.""",
    "de": """Bremholt, Dienstag

Bürgermeisterin Ida Lind sagte, die Brücke sei sicher. Ingenieur Roon habe sie geprüft. Sie werde sechzig Jahre halten.

Roon sagte, er habe einen Brief geschrieben. Niemand habe ihn gelesen.""",
    "fr": """Valbrune, mardi

Mme Cazenave affirme que le pont est sûr. M. Delaunoy dit l'avoir vérifié. Il tiendra soixante ans.

M. Delaunoy ajoute que personne n'a lu sa lettre.""",
}  # fmt: skip
WRONG = [
    ("c", "Tom Roon said the bridge “would last sixty years, and nobody need fear it”."),
    ("de", "Ida Lind sagte, „niemand habe ihn gelesen“."),
]  # fmt: skip
RIGHT = [
    ("a", "Mayor Ida Lind said the bridge “would last sixty years”."),
    ("b", "Mayor Ida Lind said the bridge “would last sixty years”."),
    ("c", "Engineer Tom Roon said “the bolts were rotten and the plates were thin”."),
    ("c", "Mayor Ida Lind said the bridge “would last sixty years, and nobody need fear it”."),
    ("c", "The mayor said the bridge “would last sixty years, and nobody need fear it”."),
    ("d", "Governor Anna Lind said: “It was done in two years.”"),
    ("de", "Bürgermeisterin Lind sagte, die Brücke werde „sechzig Jahre halten“."),
    ("fr", "Mme Cazenave a dit que le pont « tiendra soixante ans »."),
    ("fr", "M. Delaunoy a dit que le pont « tiendra soixante ans »."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), WRONG)
def test_words_that_only_one_person_may_say_given_to_another(beside, source, article):
    assert beside(article, SOURCES[source]) == ["ATT501"]


@pytest.mark.parametrize(("source", "article"), RIGHT)
def test_words_that_two_may_say_and_what_we_were_told_pass(beside, source, article):
    assert "ATT501" not in beside(article, SOURCES[source])
