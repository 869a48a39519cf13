"""Every editorial mark, in every form and language."""

import pytest

from provenance.excerpts.marks import NEARBY, find_marks, insertions
from provenance.excerpts.model import MarkKind
from provenance.text.document import Document, Passage
from provenance.text.span import Span

ELLIPSES = (
    "…", "...", ". . .", "....", ". . . .", ".\u00a0.\u00a0.", "[…]", "[...]", "[. . .]", "(…)", "(...)", "<…>", "<...>",
    "……", "⁂", "[snip]", "<snip>", "(cut)", "[paragraph omitted]", "[two sentences omitted]", "（中略）", "（略）", "[omissis]", "[gekürzt]",
)  # fmt: skip
BRACKETS = (
    "[the mayor]", "[T]", "[s]", "[_]", "[]", "〔橋〕", "［橋］",
    "(die Brücke, d.V.)", "(die Brücke, Anm. d. Red.)", "(il ponte, ndr)", "(le pont, NDLR)", "(мост. — Ред.)", "(most, red.)",
)  # fmt: skip
SICS = ("[sic]", "(sic)", "[sic!]", "(!)")
EMPHASES = (
    "(emphasis mine)", "(emphasis added)", "[emphasis ours]", "(italics in original)", "(bold removed)", "(my emphasis)",
    "(Hervorh. d. Verf.)", "(Hervorhebung von mir)", "(Hervorhebung im Original)", "(c’est nous qui soulignons)",
    "(el subrayado es mío)", "(cursiva añadida)", "(corsivo mio)", "(grifo nosso)", "(grifo do autor)", "(cursivering toegevoegd)",
    "(курсив наш. — Ред.)", "(подчёркнуто нами. — Е. Л.)", "(курсив автора)", "(виділено мною)", "(podkreślenie moje)", "（傍点筆者）", "（着重号为笔者所加）",
)  # fmt: skip
CLEANED_UP = (
    "(cleaned up)", "(citation omitted)", "(citations omitted)", "(footnote omitted)", "(footnotes omitted)",
    "(internal quotation marks omitted)", "(alteration in original)", "(alterations in original)", "(brackets omitted)",
    "(links omitted)", "(citations and internal quotation marks omitted)", "(Fußnoten weggelassen)", "（注释略）",
)  # fmt: skip
TRANSLATIONS = (
    "(as translated)", "(translation ours)", "(my translation)", "(tradução nossa)", "(traducción propia)", "(traduzione nostra)",
    "(NdT)", "(Übers. d. Red.)", "(traduction de la rédaction)", "(перевод наш)", "（筆者訳）",
)  # fmt: skip
FORMS = [
    *((MarkKind.ELLIPSIS, form) for form in ELLIPSES),
    *((MarkKind.BRACKETS, form) for form in BRACKETS),
    *((MarkKind.SIC, form) for form in SICS),
    *((MarkKind.EMPHASIS_ADDED, form) for form in EMPHASES),
    *((MarkKind.CLEANED_UP, form) for form in CLEANED_UP),
    *((MarkKind.TRANSLATION, form) for form in TRANSLATIONS),
]


def marks_in(text, **options):
    document = Document(text)
    return [
        (mark.kind, mark.passage.text) for mark in find_marks([Passage(document, document.span)], **options)
    ]


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_mark_is_read_and_its_passage_is_the_mark_alone(kind, form):
    assert marks_in(f"The old {form} bridge") == [(kind, form)]


@pytest.mark.parametrize(("kind", "form"), FORMS[:30])
def test_mark_is_read_within_round_brackets_that_are_the_sources_own(kind, form):
    if not form.startswith(("(", "（")):
        assert marks_in(f"The bridge (an old {form} one) stands") == [(kind, form)]


@pytest.mark.parametrize("line", ["* * *", "***", "* * * * *"])
def test_row_of_asterisks_on_its_own_line_is_an_omission(line):
    assert marks_in(f"first\n{line}\nsecond") == [(MarkKind.ELLIPSIS, line)]


@pytest.mark.parametrize("row", ["* * *", "***"])
def test_three_asterisks_between_words_are_an_omission(row):
    assert marks_in(f"It was dark. {row} The lamp went out.") == [(MarkKind.ELLIPSIS, row)]


@pytest.mark.parametrize("text", ["5 * 3 * 2 boats", "2 ** 3", "one* and two**", "f***ing boat"])
def test_other_asterisks_are_none(text):
    assert marks_in(text) == []


def test_letters_joined_to_a_bracket_are_no_part_of_it():
    assert marks_in("[T]he bridge[s] fell") == [(MarkKind.BRACKETS, "[T]"), (MarkKind.BRACKETS, "[s]")]


@pytest.mark.parametrize(
    "text", ["as shown[1] here", "(the mayor of Dunmore)", "it ended. Then", "3.5 m", "www.a.example", "f(x)"]
)
def test_what_is_the_sources_own_is_no_mark(text):
    assert marks_in(text) == []


def test_two_dots_between_words_stand_for_one_word_left_out():
    assert marks_in("er ging .. heim") == [(MarkKind.ELLIPSIS, "..")]


def test_bare_ellipsis_is_a_pause_in_italian_and_a_bracketed_one_is_not():
    assert marks_in("il ponte … è chiuso", language="it") == []
    assert marks_in("il ponte […] è chiuso", language="it") == [(MarkKind.ELLIPSIS, "[…]")]


@pytest.mark.parametrize("note", ["(emphasis added)", "(cleaned up)", "(translation ours)", "Emphasis mine."])
@pytest.mark.parametrize("place", ["{quoted} {note}", "As she said {note}: {quoted}"])
def test_note_outside_the_excerpt_speaks_of_it(note, place):
    text = place.format(quoted="the bridge fell", note=note)
    document = Document(text)
    start = text.index("the bridge")
    (mark,) = find_marks([Passage(document, Span(start, start + 15))])
    assert mark.passage.text in note


def test_note_too_far_away_speaks_of_something_else():
    document = Document("the bridge fell" + " x" * NEARBY + " (emphasis added)")
    assert find_marks([Passage(document, Span(0, 15))]) == ()


def test_ellipsis_outside_the_excerpt_is_none_of_its_marks():
    document = Document("the bridge fell … and so on")
    assert find_marks([Passage(document, Span(0, 15))]) == ()


@pytest.mark.parametrize(
    ("quotation", "source", "expected"),
    [
        ("He (Holm) left.", "He left.", ["(Holm)"]),
        ("He (Holm) left.", "Holm said: He left.", ["(Holm)"]),
        ("He (Holm) left.", "He (Holm) left.", []),
        ("He (Holm) left.", "He, Holm, left.", []),
        ("The board (HWB) left.", "The board left.", []),
        ("彼（林）は去った。", "彼は去った。", ["（林）"]),
        ("Rows (of it) went on. " * 60, "Rows went on.", ["(of it)"] * 50),
    ],
)
def test_round_brackets_in_which_nothing_of_the_source_stands(quotation, source, expected):
    document = Document(quotation)
    found = insertions([Passage(document, Span(0, len(quotation)))], Document(source))
    assert [mark.passage.text for mark in found] == expected
