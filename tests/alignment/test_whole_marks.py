import pytest

from provenance.alignment.collation import collate
from provenance.excerpts.marks import find_marks
from provenance.text.document import Document
from provenance.tracing.comparison import declared_places

SOURCE = "The crossing had suffered long delays, provided the winter figures are right. She would resign."


@pytest.mark.parametrize("mark", [" ...", " . . .", " …", " ....", " [...]", " ***", " . . . ."])
@pytest.mark.parametrize(
    "source",
    [SOURCE, SOURCE.replace("delays, provided", "delays. Provided"), SOURCE.replace("right.", "right;")],
)
def test_no_dot_of_an_ellipsis_is_taken_for_a_full_stop(mark, source):
    excerpt = Document(f"The crossing had suffered long delays{mark} She would resign.")
    whole = (excerpt.passage(0, len(excerpt.text)),)
    found = collate(whole, Document(source), declared=declared_places(find_marks(whole))).variants
    shown = [variant.excerpt.text.strip() for variant in found if "rovided" in variant.source.text]
    least = 3 if "..." in mark and "[" not in mark else len(mark.strip())
    assert [words in mark and len(words) >= least for words in shown] == [True]


def test_of_four_dots_one_may_be_the_full_stop():
    excerpt = Document("The crossing had suffered long delays .... She would resign.")
    whole = (excerpt.passage(0, len(excerpt.text)),)
    (variant,) = collate(whole, Document(SOURCE), declared=declared_places(find_marks(whole))).variants
    assert (variant.excerpt.text.strip(), variant.source.text) == (
        "...",
        ", provided the winter figures are right",
    )
