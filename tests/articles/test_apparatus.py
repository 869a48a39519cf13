"""Apparatus is told from words when a page is read: by its form and its place, and numbers only in series."""

from itertools import pairwise
from time import process_time

import pytest

from provenance.articles.reading import read_text
from provenance.text.document import ApparatusKind


def apparatus(text):
    document = read_text(text).document
    return [
        (piece.kind.value, document.text[piece.span.start : piece.span.end]) for piece in document.apparatus
    ]


TOLD = {
    "turn labels in capitals": (
        "CLERK: The hall is open.\nMS ODA: Thank you.\nCLERK: Please begin.",
        "turn-label",
        ["CLERK:", "MS ODA:", "CLERK:"],
    ),
    "letters of questions and answers": (
        "Q. You saw the boat?\nA. I saw it.\nQ. When?\nA. At four.",
        "turn-label",
        ["Q.", "A.", "Q.", "A."],
    ),
    "French labels with a space before the colon": (
        "LE GREFFIER : La salle est ouverte.\nMME ODA : Merci.\nLE GREFFIER : Commencez.",
        "turn-label",
        ["LE GREFFIER :", "MME ODA :", "LE GREFFIER :"],
    ),
    "labels in a list": (
        "<ul><li>Holm: The nets are lost.</li><li>Lie: All of them?</li><li>Holm: All of them.</li></ul>",
        "turn-label",
        ["Holm:", "Lie:", "Holm:"],
    ),
    "Chinese labels": (
        "记者:桥还能用吗?\n林工:能用,但要修。\n记者:要多久?\n林工:一年。".replace(":", "："),
        "turn-label",
        ["记者：", "林工：", "记者：", "林工："],
    ),
    "numbers behind a space of no width": (
        "\u200b1. The bell is cast.\n\n\u200b2. The tower is not.\n\n\u200b3. Both are ours.",
        "number",
        ["\u200b1.", "\u200b2.", "\u200b3."],
    ),
    "labels in bold inside a paragraph": (
        "<p><b>Clerk:</b> The hall is open. <b>Ms Oda:</b> Thank you. <b>Clerk:</b> Please begin.</p>",
        "turn-label",
        ["Clerk:", "Ms Oda:", "Clerk:"],
    ),
    "what the hall was heard to do": (
        "The pier stays. (Applause.) It stays [laughter] for good. (Heiterkeit) And so do I.（笑）",
        "stage-direction",
        ["(Applause.)", "[laughter]", "(Heiterkeit)", "（笑）"],
    ),
    "time codes": ("00:01 The pier stays.\n00:09 It stays for good.", "time-code", ["00:01", "00:09"]),
    "one with seconds": ("The pier stays.\n\n00:01:12\n\nIt stays for good.", "time-code", ["00:01:12"]),
    "a time code in brackets": ("The pier [00:12:40] stays for good.", "time-code", ["[00:12:40]"]),
    "a list": (
        "The board wants:\n\n1. a pier\n2. a boat\n3. a lamp",
        "number",
        ["1.", "2.", "3."],
    ),
    "verses": (
        "15 And he rowed. 16 They saw him; 17 nobody called. 18 The boat was gone.",
        "number",
        ["15", "16", "17", "18"],
    ),
    "numbered lines": (
        "  1   The pier was built of oak\n  2   and stood in the water\n  3   for ninety years and\n  4   nobody mended it.",
        "number",
        ["1", "2", "3", "4"],
    ),
    "letters of a running list": (
        "The tenant shall (a) pay the rent; (b) keep the roof; and (c) leave in May.",
        "number",
        ["(a)", "(b)", "(c)"],
    ),
    "page numbers and running heads": (
        "The pier was long.\n\nHARBOUR REPORT\n\n12\n\nIt was old.\n\nHARBOUR REPORT\n\n13\n\nIt fell.\n\nHARBOUR REPORT\n\n14\n\nIt is gone.",
        "page-break",
        ["HARBOUR REPORT", "12", "HARBOUR REPORT", "13", "HARBOUR REPORT", "14"],
    ),
    "page numbers in brackets": (
        "The pier [p. 48] was long; (S. 49) it was old [fol. 7].",
        "page-break",
        ["[p. 48]", "(S. 49)", "[fol. 7]"],
    ),
    "numbers of posts": (
        "1/3 The pier is shut.\n(2/3) It was old.\nNobody came. 3/3",
        "number",
        ["1/3", "(2/3)", "3/3"],
    ),
    "section labels": (
        "§ 4 The tenant pays.\n\n¶ 12 The roof leaks.\n\nr[roof.leak-rule]\nA roof may leak.",
        "section-label",
        ["§ 4", "¶ 12", "r[roof.leak-rule]"],
    ),
    "calls of notes": (
        "The pier was built in 1911.[3][4] It leaks,[b] they say.[citation needed] It was mended [14, 22] by [12] men.",
        "note-call",
        ["[3]", "[4]", "[b]", "[citation needed]", "[14, 22]"],
    ),
}


@pytest.mark.parametrize(("text", "kind", "pieces"), TOLD.values(), ids=TOLD)
def test_apparatus_is_told_by_its_form(text, kind, pieces):
    assert apparatus(text) == [(kind, piece) for piece in pieces]


WORDS = [
    "1984 was a bad year for the pier.\n\n1985 was worse.\n\n1986 was the last.",
    "1/3 cup of flour goes in.\n2/3 cup of milk goes in.",
    "We owed the bank 1/2\nand the keeper took the other 2/2\nhome.",
    "12 men rowed to the pier, and all of them came back.",
    "1. May is a holiday on the island.",
    "The keeper saw [two] boats and said that it was [not] his lamp[s].",
    "The keeper (a tall man) saw them, and (he said) they saw him.",
    "Listen: the pier is old.\n\nIt stands in the water and nobody mends it.",
    "At 10:30 the pier was shut.\n\nNobody came.",
    "A. Holm built the pier. B. Lie mended it.",
    "<ul><li>Boats: ours stay in.</li><li>Nets: all are mended.</li><li>Oars: two are lost.</li></ul>",
    "主桥：给行人用。\n\n副桥：给船工用。\n\n便桥：给马车用。",
    "灯塔管理员 Lena 说好。\n老码头 A3 关了。\n潮水表 7 点更新。",
    "石桥无人过 潮声满旧楼。\n灯塔照空水 归船载薄愁。",
    "He called it a laughter that (he laughed at the laughter of the others and then went home).",
]


@pytest.mark.parametrize("text", WORDS)
def test_what_only_looks_like_apparatus_is_words(text):
    assert apparatus(text) == []


def test_apparatus_lies_in_order_and_apart():
    document = read_text(
        "  1   Q.  You saw it? [laughter]\n  2   A.  (Pause.) I saw it.[1]\n  3   Q.  When?\n  4   A.  Then."
    ).document
    spans = [piece.span for piece in document.apparatus]
    assert len(spans) == 11
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert document.running_text(0, document.span.end).split() == "You saw it? I saw it. When? Then.".split()


@pytest.mark.parametrize(
    "sign", ["(", "[1]", "1. ", "(a) ", "Q. ", "A: ", "\n1\n", "(laughter", "§ 1 ", "00:01 ", "\nAB: x.\n"]
)
def test_a_page_of_apparatus_is_read_in_time(sign):
    start = process_time()
    apparatus(sign * (50_000 // len(sign)))
    assert process_time() - start < 3


def test_every_kind_of_apparatus_has_an_example():
    assert {ApparatusKind(kind) for _, kind, _ in TOLD.values()} == set(ApparatusKind)
