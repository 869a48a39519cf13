import pytest

from provenance.alignment.alignment import Disclosure
from provenance.alignment.coding import PreparedSource
from provenance.alignment.collation import collate
from provenance.text.document import Document

QUESTION = "Le conseil du port peut-il fermer la vieille jetée avant la fin du mois de mai"
ANSWER = "Les ingénieurs disent que les poutres pourrissent depuis la crue de 2019."


@pytest.mark.parametrize("ours", ["\u00a0?", "\u202f?", " ?", "?"])
@pytest.mark.parametrize("theirs", ["\u00a0?", "\u202f?", " ?", "?"])
@pytest.mark.parametrize("between", ["\n\n", "\n\nQu’en est-il des pêcheurs{}\n\n"])
def test_the_space_that_french_sets_before_a_mark_changes_nothing(ours, theirs, between):
    source = Document(QUESTION + theirs + between.format(theirs) + ANSWER)
    excerpt = Document(f"{QUESTION}{ours}\n\n{ANSWER}")
    split = len(QUESTION + ours)
    passages = (excerpt.passage(0, split), excerpt.passage(split + 2, len(excerpt.text)))
    variants = collate(passages, PreparedSource(source)).variants
    telling = [variant for variant in variants if variant.disclosure is not Disclosure.PERMITTED]
    assert [variant.excerpt.text.strip() for variant in telling] == [""] * len(telling)
    assert len(telling) == (between != "\n\n")
