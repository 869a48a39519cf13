import pytest

SALES = (
    "Sales of the group rose 4.5% to €310 million in the year to March, helped by demand from the islands."
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("€310 million", "310 million euros"),
        ("€310 million", "€310m"),
        ("4.5% to €310 million", "4.5 percent to 310 million euros"),
    ],
)
def test_a_rise_by_a_share_to_a_sum_is_no_range(compared, before, after):
    assert compared(SALES.replace(before, after), SALES) == []


@pytest.mark.parametrize(("before", "after"), [("€310", "£310"), ("4.5%", "45%"), ("310", "301")])
def test_each_of_the_two_figures_counts(compared, before, after):
    assert compared(SALES.replace(before, after), SALES) == ["ALT303 critical"]


def test_the_ends_of_a_range_share_their_unit(compared):
    source = "The works will cost $4 million to $6 million and take two summers."
    assert compared("The works will cost $4-6 million and take two summers.", source) == []
    assert compared("The works will cost $4-7 million and take two summers.", source) == ["ALT303 critical"]
