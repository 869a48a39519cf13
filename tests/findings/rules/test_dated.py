"""Statements of long ago that the article dates as new (ALT304)."""

import pytest

EN = "In an interview in 2009, the painter Gil Aronson said: “I will never touch a brush again.” This week he opened a gallery in Hove."
DE = "Schon 2009 sagte der Maler Gil Aronsohn: „Ich rühre keinen Pinsel mehr an.“ In dieser Woche eröffnete er eine Galerie."
DATED_ANEW = [
    (EN, "Opening his gallery this week, Gil Aronson said: “I will never touch a brush again.”"),
    (EN.replace("This week", "In 2019"), "Gil Aronson said yesterday: “I will never touch a brush again.”"),
    (DE, "„Ich rühre keinen Pinsel mehr an“, sagte Gil Aronsohn heute."),
]
DATED = [
    (EN, "In 2009 Gil Aronson said: “I will never touch a brush again.” This week he opened a gallery."),
    (EN, "Gil Aronson said: “I will never touch a brush again.”"),
    (EN, "Today Gil Aronson no longer says what he said in 2009: “I will never touch a brush again.”"),
    (EN.replace(" in 2009", ""), "This week Gil Aronson said: “I will never touch a brush again.”"),
    (EN.replace("This week", "Later"), "This week Gil Aronson said: “I will never touch a brush again.”"),
    ("Gil Aronson, who was born in 1950, said yesterday: “I will never touch a brush again.” He paints today.", "Gil Aronson said yesterday: “I will never touch a brush again.”"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), DATED_ANEW)
def test_what_was_said_long_ago_was_not_said_this_week(beside, source, article):
    assert beside(article, source) == ["ALT304"]


@pytest.mark.parametrize(("source", "article"), DATED)
def test_what_is_dated_as_its_source_dates_it_passes(beside, source, article):
    assert "ALT304" not in beside(article, source)
