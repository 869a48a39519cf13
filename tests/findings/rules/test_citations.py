"""Citations left out: their abbreviations end no sentence, and a declared omission of citations allows their loss."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detect import detect
from provenance.tracing.texts import compare

ARGUES, OFFERS = "The town argues that the rule is old", "but it offers no authority for that view."


@pytest.mark.parametrize(
    "cited",
    [
        ", Br. for Resp. 12",
        ", App. to Pet. for Cert. 3a",
        ", Dunmore v. Hale, 301 W.2d 14, 19 (Mass. App. Ct. 1988)",
    ],
)
def test_a_citation_inside_a_sentence_parts_no_sentences(compared, cited):
    assert compared(f"{ARGUES}, {OFFERS}", f"{ARGUES}{cited}, {OFFERS}") == ["OMI201 minor"]


@pytest.mark.parametrize(
    "pointer",
    [
        ", see Tr. of Oral Arg. 14",
        " (see Art. 5, Sec. 2, No. 7, pp. 12–14)",
        ", jf. bekendtgørelsens § 8, stk. 2",
        " (правило)",
        "《правило》",
    ],
)
def test_a_pointer_or_a_gloss_in_another_script_may_go(compared, pointer):
    assert compared(f"{ARGUES}, {OFFERS}", f"{ARGUES}{pointer}, {OFFERS}") == []


@pytest.mark.parametrize("aside", [" (in 1988)", " (see it as you like)", " (an old one)"])
def test_another_aside_may_not(compared, aside):
    assert compared(f"{ARGUES}, {OFFERS}", f"{ARGUES}{aside}, {OFFERS}") == ["OMI201 minor"]


def test_sentences_behind_an_abbreviation_are_spliced_all_the_same(compared):
    source = "The bridge was closed by Dr. Holm of St. Orm. The boats were kept on land all winter, but the ferry sank."
    assert compared("The bridge was closed by Dr. Holm, but the ferry sank.", source) == ["STR401 critical"]


TAXES = "A town may not tax."
FEES = "It may levy a fee."
NOTES = [
    "(citation omitted)",
    "(citations omitted)",
    "(footnote omitted)",
    "(internal quotation marks omitted)",
    "(cleaned up)",
]
CITATIONS = [
    "See Dunmore v. Hale, 301 W.2d 14, 19 (1988).",
    "Id. at 14.",
    "Dunmore v. Hale, 301 W.2d 14, 19 n. 3 (Mass. App. Ct. 1988) (Quill, J., dissenting).",
    "Cf. Town of Orsk v. Board of Trade, 12 Ark. 3, 9 (1911) (citing Dunmore, 301 W.2d, at 14).",
    "See Br. for Resp. 12; App. 14a.",
    "(Holm, 2019)",
    "[12]",
    "See Fn. 3.",
    "Vgl. Holm, S. 14.",
    "See Act of May 3, § 12.",
]  # fmt: skip
OTHERS = [
    "It tried to, in Dunmore v. Hale, 301 W.2d 14 (1988).",
    "The mayor knew it in 1988.",
    "Nobody paid (Holm, 2019).",
    "See Dunmore v. Hale, which said that it could (1988).",
    "The county, in Dunmore v. Hale, agreed.",
    "Not in Orsk (1988).",
]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("cited", CITATIONS)
def test_a_declared_omission_allows_the_loss_of_a_citation(compared, cited, note):
    assert compared(f"{TAXES} {FEES} {note}", f"{TAXES} {cited} {FEES}") == []


@pytest.mark.parametrize("other", OTHERS)
def test_and_of_nothing_else(compared, other):
    assert compared(f"{TAXES} {FEES} (citations omitted)", f"{TAXES} {other} {FEES}") != []


@pytest.mark.parametrize("note", ["", "(emphasis added)", "(brackets omitted)", "(links omitted)"])
def test_what_is_not_declared_is_found(compared, note):
    assert compared(f"{TAXES} {FEES} {note}", f"{TAXES} {CITATIONS[0]} {FEES}") == ["OMI201 major"]


def test_a_citation_inside_a_sentence(compared):
    source = "A town may not tax (Holm 2019, p. 4; Dray 2020), and no county, Dunmore v. Hale, 301 W.2d 14 (1988), may forbid it."
    quotation = "A town may not tax, and no county may forbid it. (citations omitted)"
    assert compared(quotation, source) == []


def test_the_message_has_the_bracket_that_closes_one():
    found = compare(f"{TAXES} {FEES}", f"{TAXES} {CITATIONS[0]} {FEES}").findings
    assert "19 (1988)”" in found[0].message


@pytest.mark.parametrize("signature", [" --- Ida Holm, *Tides*", "\n> — Ida Holm"])
def test_who_is_quoted_is_none_of_the_words_that_are_compared(signature):
    source = "The rule is as old as the mill. It holds for boats, too, and for those who mend them."
    told = compare(f"> It holds for boats, too, and for those who mend them.{signature}", source).findings
    assert {finding.code for finding in told} <= {"DEC702"}


def test_a_chinese_title_behind_a_quotation_is_its_source():
    text = "> 老人说：“潮水退了，船才看得见底。”---《灯塔札记 • 第二章》。"
    (excerpt,) = detect(read_text(text, format=Format.MARKDOWN)).excerpts
    assert excerpt.passages[-1].text == "潮水退了，船才看得见底。"
