import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import ConfigurationError
from provenance.excerpts.model import Boundary
from provenance.reporting.diff.rows import diff_rows
from provenance.reporting.diff.setting import SegmentKind
from provenance.reporting.diff.views import side_by_side
from provenance.reporting.html.page import page, report
from provenance.reporting.html.texts import Library
from provenance.reporting.json import record
from provenance.reporting.json import report as json_report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from tests.growing import grows_in_proportion
from tests.reporting.conftest import traced as make
from tests.reporting.outline import Outline, attributes, outline

NOTATED = (
    "She would [-not -]vote on [-water-]{+land+} rights. It [~[…]|sat and~] will {+never +}meet.\n\nAgain."
)
CODES = ["OMI202", "ALT301", "ADD103"]


def with_unclear_end(trace):
    (item,) = trace.excerpts
    return replace(trace, excerpts=(replace(item, excerpt=replace(item.excerpt, boundary=Boundary.UNCLEAR)),))


def test_nothing_is_loaded_from_anywhere(traced):
    markup = report(Run((traced(NOTATED, codes=CODES),)), View())
    parsed = Outline(markup)
    assert attributes(parsed, "src") == []
    assert [
        tag for tag, _ in parsed.elements if tag in {"link", "img", "iframe", "object", "embed", "base"}
    ] == []
    assert "url(" not in markup
    assert "@import" not in markup


def test_the_policy_allows_this_style_and_this_script_alone(traced):
    markup = report(Run((traced("Words."),)), View())
    (policy,) = [found["content"] for tag, found in Outline(markup).elements if "http-equiv" in found]
    for tag in ("style", "script"):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", markup, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_names_on_the_page_are_unique(traced):
    same = [traced(NOTATED, codes=CODES, origin=origin) for origin in ("a.html", "b.html")]
    names = attributes(outline(*same), "id")
    assert len(names) == len(set(names))


def test_an_anchor_holds_when_lines_move(traced):
    def anchor(trace):
        return [name for name in attributes(outline(trace), "id") if re.fullmatch(r"e-[0-9a-f]{12}", name)]

    assert anchor(traced("Same words.")) == anchor(traced("[-Old -]Same words.", origin="b.html"))


HOSTILE = (
    '</script><script>ran()</script>"><img src=x onerror=ran()>{{ 7 * 7 }}<b onclick=ran()>\x1b[31m\x00\u202e'
)


def test_text_of_a_page_stays_text(traced):
    parsed = outline(
        traced(f"{HOSTILE} and [-{HOSTILE}-] so", codes=["OMI201"], origin=HOSTILE, reason=HOSTILE)
    )
    assert [tag for tag, _ in parsed.elements].count("script") == 1
    assert not {tag for tag, _ in parsed.elements} & {"img", "b"}
    assert not any(name.startswith("on") for _, found in parsed.elements for name in found)
    assert "{{ 7 * 7 }}" in parsed.text("h3")


def test_no_control_character_goes_out(traced):
    markup = report(Run((traced(f"{HOSTILE} so", origin=HOSTILE, reason=HOSTILE),)), View())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", markup)


@pytest.mark.parametrize(
    "url", ["javascript:ran()", "data:text/html,x", "https://a@b.example/", "//c.example"]
)
def test_an_address_that_is_not_plain_is_no_link(traced, url):
    parsed = outline(traced("Words.", url=url))
    links = attributes(parsed, "href")
    assert len(links) > 0
    assert all(link.startswith("#") for link in links)


def test_without_texts_it_says_what_is_needed(traced):
    with pytest.raises(ConfigurationError, match=r"without the texts; make one with .*--with-text"):
        page(record(Run((traced("Words."),))))


def test_another_document_is_no_report():
    with pytest.raises(ConfigurationError, match="no report of schema provenance-trace/2"):
        page({"runs": []})


@pytest.mark.parametrize(
    "damage",
    [
        lambda article: article["excerpts"][0]["pieces"][0].update(span=[0, 10**6]),
        lambda article: article["excerpts"][0].pop("placements"),
        lambda article: article["excerpts"][0]["variants"][0].update(kind="magic"),
        lambda article: article.update(blocks=None),
        lambda article: article["excerpts"][0].update(source=None),
    ],
)
def test_a_damaged_report_is_said_to_be_damaged(traced, damage):
    damaged = json.loads(json_report(Run((traced(NOTATED),)), View(with_text=True)))
    damage(damaged["articles"][0])
    with pytest.raises(ConfigurationError, match="damaged"):
        page(damaged)


def test_a_code_of_another_version_is_shown_without_explanation(traced):
    report_of_later = record(Run((traced(NOTATED, codes=CODES),)), with_text=True)
    report_of_later["articles"][0]["excerpts"][0]["findings"][0]["code"] = "XYZ999"
    parsed = Outline(page(report_of_later))
    assert "XYZ999" in parsed.text("findings")
    assert "#code-XYZ999" not in attributes(parsed, "href")


def run_with(count):
    notated = " ".join(f"so word{number} [-was{number}-]{{+is{number}+}}" for number in range(count))
    return Run((make(notated, codes=["ALT301"] * count),))


def test_the_time_grows_no_faster_than_the_differences():
    assert grows_in_proportion(lambda run: report(run, View()), run_with, 300)


def columns(trace):
    document = record(Run((trace,)), with_text=True)
    (article,) = document["articles"]
    library = Library()
    texts = library.texts(article["excerpts"][0], library.document(article))
    return texts, side_by_side(diff_rows(texts), {})


def words(column, *without):
    return "".join("".join(part.text for part in column.segments if part.kind not in without).split())


_WORDS = st.lists(st.text("abcdeé😀漢字’“-", min_size=1, max_size=12), min_size=1, max_size=4)


@given(_WORDS, st.booleans())
def test_each_column_is_its_own_text_to_the_letter(some, paragraphs):
    joint = "\n\nx" if paragraphs else " "
    notated = joint.join(
        f"so {word} [-{word}-]{{+{word}y+}} and {{+{word}+}} or [-{word}-] it [~[…]|{word} sat~] on"
        for word in some
    )
    texts, diff = columns(make(notated))
    ours = "".join("".join(piece.text for piece in texts.passages).split())
    theirs = "".join("".join(place.source.text for place in texts.placements).split())
    assert words(diff[0], SegmentKind.CONTEXT, SegmentKind.GAP) == ours
    (source,) = diff[1]
    assert words(source, SegmentKind.CONTEXT, SegmentKind.SKIP) == theirs


def test_the_article_opens_at_the_excerpt_where_its_address_is_known(traced):
    document = record(Run((traced("Words of the pier."),)), with_text=True)
    document["articles"][0]["url"] = "https://blog.example/pier"
    links = attributes(Outline(page(document)), "href")
    assert "https://blog.example/pier#:~:text=Words%20of%20the%20pier." in links


def test_an_end_is_unclear_only_where_the_source_does_not_settle_it(unchecked):
    assert outline(with_unclear_end(unchecked())).text("place").endswith("end unclear")
    assert "unclear" not in outline(with_unclear_end(make("Words."))).text("place")
