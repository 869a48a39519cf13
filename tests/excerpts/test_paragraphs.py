"""Quotations that no markup sets off: cued paragraphs, marks over several paragraphs, addressed passages."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.model import Boundary, Markup
from tests.excerpts.quoting import detect

FIRST = "The town had asked for a new gauge in March, and again in June, and was told to wait until the next budget year."
SECOND = "Nobody at the ministry could say on Monday where the letters had gone, or who, if anybody, had read them."
SPOKEN = "Letters get lost when nobody wants to find them, and we have stopped asking why"
THIRD = f"“{SPOKEN},” said Ruth Okoro, the mayor."
AUTHOR = "Of course, nobody at the ministry lives by a river."


def found_in(*paragraphs):
    return detect(read_text("\n\n".join(paragraphs), format=Format.TEXT), language="en")


def test_cue_on_its_own_line_sets_up_the_paragraphs_after_it():
    (excerpt,) = found_in("The Dunmore Herald reports:", FIRST, SECOND, AUTHOR)
    assert excerpt.markup is Markup.PARAGRAPHS
    assert excerpt.attribution.outlet == "The Dunmore Herald"
    assert excerpt.attribution.link is None


def test_soft_end_is_where_the_author_speaks_again_and_the_reach_goes_on():
    mine = "What The Dunmore Herald does not say is that nobody at the ministry lives by a river."
    (excerpt,) = found_in("The Dunmore Herald reports:", FIRST, SECOND, mine)
    assert excerpt.boundary is Boundary.UNCLEAR
    assert [passage.text for passage in excerpt.passages] == [FIRST, SECOND]
    assert [passage.text for passage in excerpt.reach] == [FIRST, SECOND, mine]


def test_next_cue_is_a_hard_end():
    first, second = found_in("The Dunmore Herald reports:", FIRST, "The Tarn Gazette adds:", SECOND)
    assert [passage.text for passage in first.reach] == [FIRST]
    assert [passage.text for passage in second.reach] == [SECOND]
    assert second.attribution.outlet == "The Tarn Gazette"


def test_inline_quotation_inside_an_unclear_end_is_reported_too():
    cued, inline = found_in("The Dunmore Herald reports:", FIRST, THIRD, SECOND)
    assert cued.boundary is Boundary.UNCLEAR
    assert inline.text == SPOKEN + ","
    assert inline.attribution.speaker == "Ruth Okoro"


def test_paragraph_that_names_the_outlet_is_the_authors():
    (excerpt,) = found_in(
        "The Dunmore Herald reports:",
        FIRST,
        "One wonders whom The Dunmore Herald asked for that last figure.",
    )
    assert [passage.text for passage in excerpt.passages] == [FIRST]


def test_own_list_of_points_is_no_excerpt():
    assert found_in("The plan has three parts:", FIRST, SECOND) == ()


def test_every_paragraph_opens_and_the_last_closes():
    (excerpt,) = found_in("The mayor, Ruth Okoro, said in a statement:", f"“{FIRST}", f"“{SECOND}”")
    assert [passage.text for passage in excerpt.passages] == [FIRST, SECOND]
    assert excerpt.boundary is Boundary.CLEAR
    assert excerpt.attribution.speaker == "Ruth Okoro"


def test_marks_may_open_behind_a_cue_and_close_paragraphs_later_in_another_shape():
    (excerpt,) = found_in(f'Ruth Okoro said: "{FIRST}', SECOND, f"{FIRST}”", AUTHOR)
    assert [passage.text for passage in excerpt.passages] == [FIRST, SECOND, FIRST]
    assert excerpt.attribution.speaker == "Ruth Okoro"


def test_mark_that_nothing_closes_ends_at_its_paragraph():
    (excerpt,) = found_in(f"Ruth Okoro said: “{FIRST}", SECOND, AUTHOR)
    assert excerpt.text == FIRST


def test_passage_between_a_title_and_a_bare_address_is_that_addresss():
    html = (
        '<html lang="en"><body><article><p>What others wrote this week about the river, the town and the money that was promised.</p>'
        f"<h3>Gauge delayed again</h3><p>{FIRST}</p><p>https://herald.example/2021/gauge</p>"
        f"<h3>Letters lost</h3><p>{SECOND}</p><p>https://tarn.example/2021/letters</p></article></body></html>"
    )
    first, second = detect(read_text(html, format=Format.HTML))
    assert (first.text, first.attribution.link) == (FIRST, "https://herald.example/2021/gauge")
    assert (second.text, second.attribution.link) == (SECOND, "https://tarn.example/2021/letters")
    assert first.boundary is Boundary.CLEAR


def test_home_page_behind_a_paragraph_is_no_source_of_it():
    html = f'<html lang="en"><body><article><p>{SECOND}</p><h3>Join us</h3><p>{FIRST}</p><p>https://club.example/</p></article></body></html>'
    assert detect(read_text(html, format=Format.HTML)) == ()


def test_post_or_film_behind_a_paragraph_is_no_source_of_it():
    html = (
        f'<html lang="en"><body><article><p>{SECOND}</p><h3>The gauge</h3><p>{FIRST}</p>'
        "<p>https://twitter.com/okoro/status/4711</p></article></body></html>"
    )
    assert detect(read_text(html, format=Format.HTML)) == ()


def test_whole_paragraph_of_a_name_and_its_report_sets_up_what_follows():
    (excerpt,) = found_in("The gauge stays shut.", "Riverwire reported:", FIRST, SECOND)
    assert [passage.text for passage in excerpt.passages] == [FIRST, SECOND]


def test_label_amid_a_sentence_sets_up_nothing():
    assert (
        found_in("Most gauges tell more of the river than ours, but in small figures:", FIRST, SECOND) == ()
    )


def test_cue_before_a_post_shows_the_post():
    post = '<div class="tweet"><p>Ruth Okoro @okoro</p><p>We wrote in March and nobody answered us, not even once.</p></div>'
    html = f'<html lang="en"><body><article><p>{SECOND}</p><p>Ruth Okoro writes:</p>{post}<p>{FIRST}</p></article></body></html>'
    assert detect(read_text(html, format=Format.HTML)) == ()


def test_paragraph_that_names_the_speaker_is_the_authors():
    mine = "The letters that Okoro means were found in April, in a drawer of the town hall itself."
    (excerpt,) = found_in(
        "The mayor, Ruth Okoro, spoke to the council. In her speech Ruth Okoro said:", FIRST, mine
    )
    assert [passage.text for passage in excerpt.passages] == [FIRST]


PICTURED = '<html lang="en"><body><article><p>{}</p><p>{}</p><p><img src="gauge.png" alt=""></p><p>{}</p><p>{}</p></article></body></html>'


@pytest.mark.parametrize(
    "cue",
    [
        "This table of the gauges is from the company’s letter to the town:",
        "The letter has this helpful picture:",
        "Here is what they look like:",
        "The Dunmore Herald reports:",
        "Ruth Okoro wrote:",
    ],
)
def test_colon_before_a_picture_announces_the_picture(cue):
    assert detect(read_text(PICTURED.format(AUTHOR, cue, FIRST, SECOND), format=Format.HTML)) == ()


def test_arrow_of_a_path_opens_no_quotation():
    path = "Home » River » Gauges and what they tell us of the floods of other years"
    assert found_in("Gauges of the river", path, f'{FIRST} It is 10" wide.', SECOND) == ()


@pytest.mark.parametrize(
    "shown", ["<pre>gauge 4.10 m</pre>", "<table><tr><td>gauge</td><td>4.10 m</td></tr></table>"]
)
def test_cue_before_code_or_a_table_shows_that_whoever_reports(shown):
    html = f'<html lang="en"><body><article><p>{AUTHOR}</p><p>The Dunmore Herald reports:</p>{shown}<p>{FIRST}</p></article></body></html>'
    assert detect(read_text(html, format=Format.HTML)) == ()


def test_colon_before_a_list_announces_the_list():
    points = "".join(f"<li>Who reads gauge {number}?</li>" for number in range(3))
    html = f'<html lang="en"><body><article><p>{AUTHOR}</p><p>They told me what the letters ask:</p><ul>{points}</ul><p>{FIRST}</p></article></body></html>'
    assert detect(read_text(html, format=Format.HTML)) == ()


def test_an_explanation_is_announced_and_nobody_quoted():
    assert found_in("The gauge is new.", "Here's how it works:", FIRST, SECOND) == ()


def test_colon_of_an_address_opens_no_quotation():
    html = f'<html lang="en"><body><article><p>{AUTHOR}</p><p>See the <a href="https://herald.example/a">Dunmore Herald story</a> https://herald.example/a and, after that, {SECOND}</p></article></body></html>'
    assert detect(read_text(html, format=Format.HTML)) == ()


@pytest.mark.parametrize("brackets", ["[ ]", "( )", "[]"])
def test_empty_brackets_behind_a_paragraph_sign_nothing(brackets):
    assert not found_in(f"{FIRST[:-1]}:", brackets, SECOND)
