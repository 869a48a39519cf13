"""What confirms a quotation whose cited page was not read, and what does not."""

import pytest

from provenance.articles.reading import read
from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict
from provenance.reporting.places import source_url
from provenance.sources.storage.manifest import MANIFEST_NAME
from provenance.tracing.tracer import Tracer

CITED = "https://courier.example/school"
OTHER = "https://mirror.example/school"
SAID = "No teacher was ever asked what the new school should be."
POST = f"A note on the town.\n\nMayor Ruth Alder [said]({CITED}): “{SAID}”\n\nWe shall see.\n"
SPEECH = f"Mayor Ruth Alder spoke in the town hall.\n\n“{SAID}” she said.\n\nThen it rained.\n"


def traced(folder, article=POST, **pages):
    for name, text in pages.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    with Tracer(saved=[folder], offline=True) as tracer:
        (item,) = tracer.trace(read(text=article)).excerpts
    return item


def told(item):
    return [(f.rule.code, f.severity) for f in item.findings if f.rule.code == "SRC603"]


@pytest.mark.parametrize(
    "copy",
    [
        POST,
        POST.replace("We shall see.", "Nobody was surprised.").replace("A note on the town.", "Of the town."),
        f"The mayor, Ruth Alder, [put it so]({CITED}):\n\n> {SAID}\n",
    ],
)
def test_what_only_repeats_the_article_confirms_nothing(tmp_path, copy):
    item = traced(tmp_path, copy_md=copy)
    assert item.verdict is Verdict.UNCHECKED
    assert item.reason.endswith(" and confirms nothing.")
    assert traced(tmp_path, copy_md=copy, speech_txt=SPEECH).verdict is Verdict.VERBATIM


def test_a_copy_of_an_article_without_links_confirms_nothing(tmp_path):
    post = POST.replace(f"[said]({CITED})", "said")
    assert traced(tmp_path, post, copy_txt=post).verdict is Verdict.UNCHECKED


def test_a_copy_in_html_confirms_nothing(tmp_path):
    page = f"<p>A note.</p><p>Mayor Ruth Alder <a href='{CITED}'>said</a>: “{SAID}”</p><p>We shall see.</p>"
    assert traced(tmp_path, copy_html=page).verdict is Verdict.UNCHECKED


@pytest.mark.parametrize(
    ("head", "severity"),
    [
        ("", Severity.NOTE),  # it may be the cited page
        ("https://courier.example/school-2\n\n", Severity.NOTE),  # of the same publisher
        (f"{OTHER}\n\n", Severity.MINOR),  # a reprint, to which the article leads nobody
    ],
)
def test_another_source_that_has_the_words_confirms_them_and_is_named(tmp_path, head, severity):
    item = traced(tmp_path, speech_txt=head + SPEECH)
    assert (item.verdict, told(item)) == (Verdict.VERBATIM, [("SRC603", severity)])
    assert source_url(item) == (head.strip() or None)
    assert f"{CITED} was not read" in item.findings[-1].message


def test_a_page_that_the_article_links_elsewhere_confirms_with_a_note(tmp_path):
    item = traced(tmp_path, f"{POST}\nSee also [this]({OTHER}).\n", speech_txt=f"{OTHER}\n\n{SPEECH}")
    assert (item.verdict, told(item)) == (Verdict.VERBATIM, [("SRC603", Severity.NOTE)])


def test_the_cited_page_itself_leaves_nothing_to_say(tmp_path):
    item = traced(tmp_path, speech_txt=f"{CITED}\n\n{SPEECH}", copy_md=POST)
    assert (item.verdict, told(item), source_url(item)) == (Verdict.VERBATIM, [], CITED)


def test_no_other_page_stands_in_for_a_saved_file_that_was_tampered_with(tmp_path):
    row = f'[[source]]\nurl = "{CITED}"\nfile = "cited.txt"\nsha256 = "{"0" * 64}"\n'
    (tmp_path / MANIFEST_NAME).write_text(row, "utf-8")
    item = traced(tmp_path, cited_txt=SPEECH, speech_txt=SPEECH)
    assert item.verdict is Verdict.UNCHECKED
    assert "cited.txt is not what was saved" in item.reason


def test_a_page_too_short_to_hold_the_words_says_so(tmp_path):
    item = traced(tmp_path, cited_txt=f"{CITED}\n\nThe town hall was full.\n")
    assert item.verdict is Verdict.UNCHECKED
    assert "fewer words than the quotation" in item.reason
