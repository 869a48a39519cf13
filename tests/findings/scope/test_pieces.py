"""The pieces of an interrupted quotation know of one another: what one leaves to the next is not cut off."""

import pytest

WRONG = "It means that we are probably going to be wrong, and that you will probably be angry with me on Thursday."
OPEN = "We shall come if the road is open, but only if somebody pays for the bus."


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("“It means that we are probably going to be wrong,” Ann Lee said, “and that you will probably be angry with me on Thursday.”", WRONG),
        ("“It means that we are probably going to be wrong,” said Ann Lee, adding: “You will probably be angry with me on Thursday.”", WRONG),
        ("“We shall come if the road is open,” Ann Lee said. “But only if somebody pays for the bus.”", OPEN),
        ("“It is not certain that the old bridge,” Ann Lee said, “will ever be opened to traffic again.”",
         "It is not certain that the old bridge will ever be opened to traffic again."),
    ],
)  # fmt: skip
def test_the_next_piece_is_no_cut(beside, article, source):
    assert beside(article, f"ANN LEE: {source}") == []


@pytest.mark.parametrize(
    "second", ["Everybody on the island knows how bad the winter was.", "but somebody pays for the bus."]
)
def test_what_the_next_piece_leaves_out_is_told(beside, second):
    article = f"“We shall come if the road is open,” Ann Lee said, “{second}”"
    assert beside(article, f"ANN LEE: {OPEN} Everybody on the island knows how bad the winter was.") != []
