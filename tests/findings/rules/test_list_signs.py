"""The signs of a running list may go; a sign that stands alone is part of what it stands behind."""

import time

import pytest

RUNNING = [
    "The board wants (a) a new pier, (b) more boats and (c) lights along the quay.",
    "The board wants (i) a new pier, (ii) more boats and (iii) lights along the quay.",
    "The board wants (1) a new pier, (2) more boats and (3) lights along the quay.",
    "The board wants a) a new pier, b) more boats and c) lights along the quay.",
    "The board wants three things. (1) The pier must be new. (2) The boats must be more. (3) The quay needs lights.",
    "Der Rat will (a) einen neuen Steg, (b) mehr Boote und (c) Lampen am Ufer.",
    "Le conseil veut (1) un nouveau quai, (2) plus de bateaux et (3) des lampes.",
    "El consejo quiere a) un muelle nuevo, b) más barcos y c) luces en la orilla.",
]


@pytest.mark.parametrize("source", RUNNING)
def test_the_signs_of_a_running_list_may_go(compared, source):
    words = (word for word in source.split() if not word.endswith(")"))
    assert compared(" ".join(words), source) == []


ALONE = [
    ("The clerk acted under @ of the code of the harbour.", "rule 4(i)", "rule 4"),
    ("The clerk found @ under the pier of the harbour.", "(2) boats", "boats"),
    ("The clerk found @ under the pier of the harbour.", "40 (4) boats", "40 boats"),
    ("The clerk acted under @ of the code of the harbour.", "section (d)", "section"),
    ("The clerk sells @ under the pier of the harbour.", "vitamin (C)", "vitamin"),
    ("The clerk sells @ under the pier of the harbour.", "vitamin C", "vitamin"),
    ("The clerk acted under @ of the code of the harbour.", "paragraphs (a) and (b)", "paragraphs and"),
    ("The clerk saw @ under the pier of the harbour.", "Ada (1), Bo (2) and Cai (3)", "Ada, Bo and Cai"),
    ("Die Beamtin handelte nach @ der Hafenordnung.", "Absatz (2)", "Absatz"),
    ("La alcaldesa citó @ del código del puerto.", "el inciso (b)", "el inciso"),
]


@pytest.mark.parametrize(("source", "words", "others"), ALONE)
def test_a_sign_that_stands_alone_is_left_out(compared, source, words, others):
    assert compared(source.replace("@", others), source.replace("@", words)) != []


def test_a_page_of_signs_is_read_in_time(compared):
    source = "The board wants (a) a pier, " + "(b) more boats, (b) " * 400 + "and lights along the quay."
    start = time.process_time()
    compared("The board wants a pier, more boats, and lights along the quay.", source)
    assert time.process_time() - start < 2
