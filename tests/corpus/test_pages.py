"""Which pages an article may quote, told by the runs of words that they share: how rare these are, and how many pages."""

import pytest

pytest.importorskip("daft")

import daft
import pyarrow as pa

from provenance.corpus.pages import candidates

EXCERPT = pa.struct({"number": pa.int64(), "keys": pa.list_(pa.string()), "grams": pa.list_(pa.int64())})
SCHEMA = pa.schema(
    {
        "page": pa.int64(),
        "keys": pa.list_(pa.string()),
        "redirect": pa.string(),
        "published": pa.string(),
        "grams": pa.list_(pa.int64()),
        "excerpts": pa.list_(EXCERPT),
        "error": pa.string(),
    }
)


def sources(grams, *held):
    """The pages that an article with such runs of words may quote, of pages with the runs that they hold."""
    quoting = {"page": 0, "excerpts": [{"number": 0, "keys": [], "grams": grams}], "grams": []}
    others = [{"page": number, "excerpts": [], "grams": runs} for number, runs in enumerate(held, start=1)]
    rows = [{"keys": [], **row} for row in (quoting, *others)]
    pairs = candidates(daft.from_arrow(pa.Table.from_pylist(rows, SCHEMA))).to_pylist()
    return sorted(pair["source"] for pair in pairs)


def test_a_run_of_words_counts_in_a_hundred_pages_and_in_one_more_no_longer():
    assert len(sources([7], *[[7]] * 100)) == 5
    assert sources([7], *[[7]] * 101) == []


def test_of_the_pages_that_share_runs_the_five_that_share_most_are_compared():
    most = [[1, 2, 3]] * 5
    assert sources([1, 2, 3], [1, 2], *most) == [2, 3, 4, 5, 6]
    assert sources([1, 2, 3], [1, 2], *most[1:]) == [1, 2, 3, 4, 5]


def test_a_page_that_shares_one_run_in_sixteen_is_not_compared():
    assert sources([*range(16)], [3], [3, 4]) == [2]
    assert sources([*range(15)], [3], [3, 4]) == [1, 2]
