"""How far governors reach: for each class what a cut loses, and the counter-examples that lose nothing."""

import pytest

LOST = [
    # negation, denial, doubt
    ("It is not a victory for anybody who wants the levy gone.", "a victory for anybody who wants the levy gone"),
    ("I doubt that the road to the pass will open in May.", "the road to the pass will open in May"),
    ("He denied that the road to the pass would open in May.", "the road to the pass would open in May"),
    ("It would be wrong to say that the road will open in May.", "the road will open in May"),
    ("There is no sign that the herd fell ill from the water.", "… the herd fell ill from the water."),
    ("The commission did not renew the licence of the ferry.", "The commission did [at last] renew the licence of the ferry."),
    ("It is not, the engineer said, safe to cross at night.", "safe to cross at night"),
    ("The claim that the mill was burned for money is a myth.", "the mill was burned for money"),
    # somebody else's claim
    ("Critics say that the barrage will silt up in ten years.", "The barrage will silt up in ten years."),
    ("The barrage will silt up in ten years, critics say.", "The barrage will silt up in ten years."),
    ("They speak of a so-called miracle cure from the moor.", "miracle cure from the moor"),
    # conditions and exceptions
    ("The bridge will open in May, provided that the frost is over.", "The bridge will open in May."),
    ("Unless the frost is over, the bridge will stay shut in May.", "The bridge will stay shut in May."),
    ("All piers are open to anglers, except the one at Orm Head.", "All piers are open to anglers."),
    # behind a full stop
    ("The bridge will open in May. Provided that the frost is over.", "The bridge will open in May."),
    ("The bridge will open in May. Except on Sundays, of course.", "The bridge will open in May."),
    # which of a kind
    ("The bridge will carry lorries that weigh less than 12 tonnes.", "The bridge will carry lorries."),
    ("Those who refused the test will lose their posts in June.", "will lose their posts in June"),
    # limits and hedges
    ("Fewer than 30 percent of tenants paid late in the winter.", "30 percent of tenants paid late in the winter"),
    ("Almost all of the hives on the hill survived the winter.", "all of the hives on the hill survived the winter"),
    ("It is possible that the well was dug before the war.", "the well was dug before the war"),
    # questions
    ("Is the county ready to pay for two stadiums?", "the county ready to pay for two stadiums"),
    ("Nobody said whether the brakes had been serviced in May.", "the brakes had been serviced in May"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "quotation"), LOST, ids=[source for source, _ in LOST])
def test_a_lost_governor_is_found(compared, source, quotation):
    assert compared(quotation, source) != []


KEPT = [
    # islands
    ("The minister, who had not read the report, said the bill would pass.", "The minister … said the bill would pass."),
    ("The viaduct, which was never surveyed, carries 900 cars a day.", "The viaduct … carries 900 cars a day."),
    # a new scope in front
    ("It isn't about money, it's about trust between two towns.", "it's about trust between two towns"),
    ("I don't know how, but we will rebuild the pier by spring.", "we will rebuild the pier by spring"),
    # verbs that take what they say for granted
    ("The crew did not realise that the hatch had been unsealed.", "the hatch had been unsealed"),
    # two that cancel each other
    ("The board did not deny that the bridge had been unsafe.", "the bridge had been unsafe"),
    # turns that deny nothing
    ("Not only the fishermen voted against the new dam in March.", "the fishermen voted against the new dam in March"),
    ("The office shall, not later than 60 days after the vote, publish the list.", "The office shall … publish the list."),
    # an answer to whoever is spoken to
    ("No, Senator, the ferry will come back in the spring.", "the ferry will come back in the spring"),
    ("No, no, no, the ferry will come back in the spring.", "the ferry will come back in the spring"),
    # a clause of its own
    ("Members may bring a guest, except in March; tickets cost forty crowns.", "tickets cost forty crowns"),
    ("The mill was sold in May; but the town may still buy it back.", "The mill was sold in May."),
    ("The boats are ready for the crossing. If the wind drops, we sail.", "The boats are ready for the crossing."),
    ("The boats are ready for the crossing. Only the mayor knows it.", "The boats are ready for the crossing."),
    ("The boats are ready for the crossing. But one thing we must do is count the oars.", "The boats are ready for the crossing."),
    ("The mill was sold in May; nor will the town buy it back.", "The mill was sold in May."),
    ("Whatever the union may claim, the shift was told in writing on 3 March.", "the shift was told in writing on 3 March"),
    # a first person's own assertion
    ("So let me assert my firm belief that the only thing to fear is fear.", "the only thing to fear is fear"),
    # restriction of one
    ("The plan that the council drew up in May costs nothing.", "The plan … costs nothing."),
    # even if, until Friday
    ("The ferry will sail on Sunday even if the wind rises.", "The ferry will sail on Sunday"),
    ("The ferry will stay in port until Friday.", "The ferry will stay in port"),
    # who, why, how
    ("Why did the council close the pool on the hill?", "the council close the pool on the hill"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "quotation"), KEPT, ids=[source for source, _ in KEPT])
def test_a_governor_that_reaches_no_kept_word_is_no_loss(compared, source, quotation):
    assert compared(quotation, source) == []


def test_a_hedge_in_a_clause_that_a_comma_closes_reaches_no_further(compared):
    source = "Although we expect that most of the boats will stay, it is impossible to promise that all will."
    assert compared("[It] is impossible to promise that all will.", source) == []
