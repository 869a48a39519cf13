"""Citations left out: their abbreviations end no sentence, and a declared omission of citations allows their loss."""

import pytest

ARGUES, OFFERS = "The town argues that the rule is old", "but it offers no authority for that view."


@pytest.mark.parametrize(
    "cited",
    [
        ", Br. for Resp. 12",
        ", see Tr. of Oral Arg. 14",
        ", App. to Pet. for Cert. 3a",
        ", Dunmore v. Hale, 301 W.2d 14, 19 (Mass. App. Ct. 1988)",
        " (see Art. 5, Sec. 2, No. 7, pp. 12–14)",
    ],
)
def test_a_citation_inside_a_sentence_parts_no_sentences(compared, cited):
    assert compared(f"{ARGUES}, {OFFERS}", f"{ARGUES}{cited}, {OFFERS}") == ["OMI201 minor"]


def test_sentences_behind_an_abbreviation_are_spliced_all_the_same(compared):
    source = "The bridge was closed by Dr. Holm of St. Orm. The boats were kept on land all winter, but the ferry sank."
    assert compared("The bridge was closed by Dr. Holm, but the ferry sank.", source) == ["STR401 critical"]
