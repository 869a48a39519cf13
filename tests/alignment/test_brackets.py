import re

from provenance.alignment.alignment import DeclaredKind, DeclaredPlace, Disclosure
from provenance.alignment.collation import collate
from provenance.text.document import Document
from provenance.text.span import Span

SOURCE = (
    "The council voted to reopen the old tram line to the harbour before the winter. Nobody spoke against the plan, "
    "and the mayor left early. The line was closed in 2009 after a flood. Most of the rails were never taken up."
)


def collated(quotation, source=SOURCE):
    document = Document(quotation)
    edits = [
        DeclaredPlace(DeclaredKind.EDIT, Span(*found.span()))
        for found in re.finditer(r"\[[^\]]*\]", quotation)
    ]
    return collate((document.passage(0, len(quotation)),), Document(source), declared=edits)


def undeclared(alignment):
    return [variant for variant in alignment.variants if variant.disclosure is Disclosure.UNDECLARED]


def test_bracketed_words_that_stand_elsewhere_in_the_source_place_nothing():
    alignment = collated("The line [to the harbour] was closed in 2009 after a flood.")
    assert [placement.source.text for placement in alignment.placements] == [
        "The line was closed in 2009 after a flood."
    ]
    assert undeclared(alignment) == []


def test_a_long_remark_in_brackets_does_not_lower_the_score():
    remark = "[The flood was the worst since the harbour was built and drowned eleven sheep.]"
    alignment = collated(
        f"The line was closed in 2009 after a flood. {remark} Most of the rails were never taken up."
    )
    assert alignment.score > 0.9
    assert undeclared(alignment) == []


def test_an_excerpt_with_a_bracket_every_few_words_is_found():
    assert collated("The line [there] was closed [again] in 2009 [or so] after a [great] flood.").found


def test_brackets_that_the_source_has_are_its_own():
    source = SOURCE.replace("old tram line", "old [horse] tram line")
    alignment = collated(
        "The council voted to reopen the old [horse] tram line to the harbour before the winter.", source
    )
    assert alignment.variants == ()
