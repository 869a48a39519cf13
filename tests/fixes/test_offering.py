import json

import jsonschema
import pytest

from provenance.articles.reading import read, read_text
from provenance.excerpts.model import EditorialMark, Excerpt, MarkKind
from provenance.findings.finding import FixKind, edited
from provenance.fixes.offering import offers, with_fixes
from provenance.fixes.rewording import LONGEST
from provenance.fixes.seams import signs_at_edges
from provenance.reporting import json as json_report
from provenance.reporting import markdown, sarif
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.testing import StaticLoader
from provenance.text.document import Document
from provenance.tracing.tracer import Tracer
from tests.json_schema import schema

URL = "https://courier.example/pier"
SAID = (
    "The harbour council said on Monday that it would not close the old pier before the winter, because the"
    " engineers had found no serious cracks."
)
MORE = "“The water rights of the fishermen are safe for at least 12 years,” said Edith Calloway, the mayor & clerk."
SOURCE = f"<article><h1>The pier stays</h1><p>{SAID}</p><p>{MORE.replace('&', '&amp;')}</p></article>"
WRAPPED = f"""# Pier

The [Courier reports]({URL}):

> The harbour council said on Monday that it would close the
> old [pier](https://map.example/pier "the pier") before the winter, because the \
engineers
> had found no serious cracks.

That is all.
"""
TAGGED = f"""<html><body><article><p>The <a href='{URL}'>Courier reports</a>:</p>
<blockquote><p>The harbour&nbsp;council said on <em>Monday</em> that it would <b>close</b>
the old <a href="https://map.example">pier</a> before the winter, because the &#101;ngineers had found no serious
cracks.</p></blockquote><p>That is all &amp; nothing more is to be said of it.</p></article></body></html>
"""


def traced(text, format_, source=SOURCE):
    with Tracer(StaticLoader({URL: source}), offline=True) as tracer:
        return tracer.trace(read_text(text, origin="post.md", format=read(text="a", format=format_).format))


def offered(text, format_="markdown", source=SOURCE):
    return {offer.finding.code: offer for offer in offers(traced(text, format_, source))}


def fixed(text, code, kind, format_="markdown", source=SOURCE):
    offer = offered(text, format_, source)[code]
    return edited(text, next(fix for fix in offer.fixes if fix.kind == kind).edits)


def inline(words):
    return f"The mayor, Edith Calloway, [said]({URL}) that “{words}”, and we believe her.\n"


def test_words_go_back_into_a_hard_wrapped_quotation_and_every_line_stays():
    assert fixed(WRAPPED, "OMI202", "restore") == WRAPPED.replace("would close", "would not close")


def test_words_go_back_between_tags_and_entities():
    new = fixed(TAGGED, "OMI202", "restore", "html")
    assert new == TAGGED.replace("would <b>close", "would not <b>close")


def test_line_ends_of_windows_stay():
    text = WRAPPED.replace("\n", "\r\n")
    assert fixed(text, "OMI202", "restore") == text.replace("would close", "would not close")


@pytest.mark.parametrize("format_", ["markdown", "text"])
def test_a_word_that_was_put_in_goes_with_one_of_the_spaces_beside_it(format_):
    text = f"The Courier reports ({URL}):\n\n> {SAID.replace('old pier', 'old ugly pier')}\n\nThat is all.\n"
    assert fixed(
        text, "ADD103" if "ADD103" in offered(text, format_) else "ADD101", "restore", format_
    ) == text.replace("ugly ", "")


def test_a_word_that_was_put_in_before_a_stop_leaves_no_space_there():
    text = f"The [Courier reports]({URL}):\n\n> {SAID[:-1]} today.\n"
    codes = offered(text)
    assert fixed(text, next(iter(codes)), "restore") == text.replace(" today", "")


def test_a_word_alone_on_its_line_takes_the_line_with_it():
    text = f"The [Courier reports]({URL}):\n\n> " + SAID.replace("old pier ", "old\n> ugly\n> pier ") + "\n"
    codes = offered(text)
    assert fixed(text, next(iter(codes)), "restore") == text.replace("> ugly\n", "")


def test_marks_around_the_words_of_a_source_are_nested():
    source = f"<article><p>{SAID}</p><p>The council called the pier “an old friend” of every family in the town that year.</p></article>"
    text = inline("The council called the pier of every family in the town that year.")
    assert "the pier ‘an old friend’ of" in fixed(
        text, next(iter(offered(text, source=source))), "restore", source=source
    )


def test_signs_of_the_format_are_escaped():
    source = SOURCE.replace("water rights", "water_* rights &amp; &lt;duties&gt;")
    text = inline("The water_* of the fishermen are safe for at least 12 years")
    new = fixed(text, "OMI201", "restore", source=source)
    assert r"The water_* rights & \<duties> of" in new


def test_a_mark_declares_what_was_put_in_and_the_check_calls_it_faithful():
    text = inline("The precious water rights of the fishermen are safe for at least 12 years")
    new = fixed(text, next(iter(offered(text))), "mark")
    assert new == text.replace("precious", "[precious]")
    assert [str(item.verdict) for item in traced(new, "markdown").excerpts] == ["faithful"]


def test_a_mark_stands_for_what_was_left_out_if_that_governs_nothing():
    text = inline("The water rights are safe for at least 12 years")
    assert fixed(text, "OMI201", "mark") == text.replace("rights are", "rights […] are")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (
            "it would close the old pier before the winter",
            "what was left out governs words that are kept; put it back with --restore",
        ),
        (
            "The water rights of the fishermen are safe for at least 15 years",
            "a figure, a date or a name was replaced; put the source's back with --restore",
        ),
        (
            "The water rights of the fishermen are unsafe for at least 12 years",
            "no mark can declare such a change; put the source's words back with --restore",
        ),
    ],
)
def test_no_mark_is_offered_for_what_no_mark_may_declare(words, reason):
    (offer,) = offered(inline(words)).values()
    assert [fix.kind for fix in offer.fixes] == [FixKind.RESTORE]
    assert offer.refused == {FixKind.MARK: reason}


CLAUSE = "<article><p>The ferry sails every day of the week if the wind allows it. The crew sleeps ashore.</p></article>"


@pytest.mark.parametrize("mark", [" …", " ....", " [...]", "&nbsp;[&hellip;]", ""])
def test_a_clause_that_is_put_back_takes_the_place_of_the_mark_that_stood_for_it(mark):
    text = f'<p>The mayor <a href="{URL}">said</a>: “The ferry sails every day of the week{mark}.”</p>'
    code = "OMI207" if mark else "OMI205"
    new = fixed(text.replace(".....", "...."), code, "restore", "html", CLAUSE)
    assert new.replace("&nbsp;", " ").endswith("every day of the week if the wind allows it.”</p>")


def test_a_tag_around_a_word_that_was_put_in_is_not_broken():
    text = TAGGED.replace("the old", "the <b>ugly</b> old")
    offer = next(each for code, each in offered(text, "html").items() if code.startswith("ADD"))
    assert offer.refused[FixKind.RESTORE] == "a tag stands between the words"


def test_nothing_is_offered_where_the_way_to_the_file_is_not_known():
    from dataclasses import replace

    trace = traced(WRAPPED, "markdown")
    (offer,) = offers(replace(trace, article=replace(trace.article, source_map=None)))
    assert not offer.fixes
    assert set(offer.refused.values()) == {
        "the place in the file is not known",
        "what was left out governs words that are kept; put it back with --restore",
    }


def test_who_said_it_is_nothing_that_words_mend():
    said = "The water rights of the fishermen are safe for at least 12 years"
    source = f"<article><p>{SAID}</p><p>“{said},” said Edith Calloway. “Yes,” said Tom Barrow.</p></article>"
    offer = offered(f"Tom Barrow [said]({URL}): “{said}.”\n", source=source)["ATT501"]
    assert set(offer.refused.values()) == {
        "whom to name is for a person to say; name who the source says it was"
    }


@pytest.mark.parametrize(("length", "offers_it"), [(LONGEST - 100, True), (LONGEST + 100, False)])
def test_as_much_is_put_back_as_a_long_paragraph_holds(length, offers_it):
    filler = "The tide came in and went out again while the band played on the green. "
    left_out = (filler * 50)[:length].rpartition(" ")[0] + "."
    source = f"<article><p>{SAID} {left_out} {MORE.replace('“', '').replace('”', '')}</p></article>"
    text = f"The [Courier reports]({URL}):\n\n> {SAID} The water rights of the fishermen are safe for at least 12 years.\n"
    refused = [offer.refused.get(FixKind.RESTORE, "") for offer in offered(text, source=source).values()]
    assert any("would be put back" in reason for reason in refused) is not offers_it


@pytest.fixture
def run():
    text = (
        WRAPPED.replace("council", "council 𝒜") + "\n" + inline("The land rights of the fishermen are safe")
    )
    return Run((with_fixes(traced(text, "markdown", SOURCE.replace("council", "council 𝒜"))),))


def test_the_json_report_has_the_fixes_and_satisfies_its_schema(run):
    record = json.loads(json_report.report(run, View()))
    jsonschema.validate(record, schema())
    fixes = [
        fix
        for item in record["articles"][0]["excerpts"]
        for each in item["findings"]
        for fix in each.get("fixes", ())
    ]
    assert {fix["kind"] for fix in fixes} == {"restore", "mark"}
    assert {"place": {"line": 5, "column": 53, "end_line": 5, "end_column": 53}, "text": " not"} in fixes[0][
        "edits"
    ]


def test_sarif_has_the_fixes_in_its_own_columns(run):
    results = json.loads(sarif.report(run, View()))["runs"][0]["results"]
    change = results[0]["fixes"][0]["artifactChanges"][0]
    assert change["artifactLocation"]["uri"] == "post.md"
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 54, "endLine": 5, "endColumn": 54},
            "insertedContent": {"text": " not"},
        }
    ]


def test_markdown_has_a_suggestion_of_whole_lines(run):
    text = markdown.report(run, View())
    assert (
        "Instead of line 5:\n\n```suggestion\n> The harbour council 𝒜 said on Monday that it would not close the\n```"
        in text
    )


DRESSED = (
    "<article><h1>Sleep</h1><p>MARA VOSS: A limitation is that the device worn by a subsample (n = 112) gave slightly smaller"
    " estimates. Future work should randomise, if it is feasible, the bedtime of the parents of all children.</p></article>"
)


def test_brackets_and_spellings_beside_the_mended_words_stay():
    figure = inline(
        "A limitation is that the device worn by a subsample (n = 121) gave slightly smaller estimates"
    )
    assert fixed(figure, "ALT303", "restore", source=DRESSED) == figure.replace("121", "112")
    words = inline("Future work should randomize the bedtime of the parents of all children")
    wanted = words.replace("randomize", "randomize, if it is feasible,")
    assert fixed(words, "OMI204", "restore", source=DRESSED) == wanted


def test_the_label_of_a_transcript_is_never_put_into_a_quotation():
    text = inline("the device worn by a subsample (n = 112) gave slightly smaller estimates")
    source = DRESSED.replace("A limitation is that", "We do not think that")
    (offer,) = offered(text, source=source).values()
    assert all("VOSS" not in edit.text for fix in offer.fixes for edit in fix.edits)


def test_markdown_suggests_all_edits_of_a_quotation_at_once():
    said = (
        "<article><h1>The blackout</h1><p>I have not asked for anybody's resignation, and I have offered mine to all three of the"
        " owners.</p></article>"
    )
    text = inline("I have asked for anybody's resignation, and I have offered mine to all four of the owners")
    report = markdown.report(Run((with_fixes(traced(text, "markdown", said)),)), View())
    assert report.count("```suggestion") == 1
    assert (
        "I have not asked for anybody's resignation, and I have offered mine to all three of the owners”"
        in report
    )


@pytest.mark.parametrize(("mark", "suggested"), [("", 1), ("\x01", 0), ("\u202a", 0), ("\u200d", 1)])
def test_markdown_suggests_no_line_that_it_cannot_show_as_it_is(mark, suggested):
    said = "<article><h1>Pay</h1><p>I have not asked for anybody's resignation on this board.</p></article>"
    text = f"A note{mark} of ours. {inline('I have asked for anybody s resignation on this board')}"
    report = markdown.report(Run((with_fixes(traced(text.replace(" s ", "'s "), "markdown", said)),)), View())
    assert report.count("```suggestion") == suggested


PRESSED = (
    "<article><h1>The press</h1><p>“We have asked the regulator, Ms Ilse Brandt, to report by the end of the month. I have not asked"
    " for anybody's resignation unless the owners insist on it,” said Vera Dahl. “We will give two months' pay to everyone who leaves"
    " the works. In all likelihood the presses should stand still until the spring. She was not asked.”</p></article>"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She said: “I have asked for anybody's resignation unless the owners insist on it,” and left.", "“I have not asked for"),
        ("“I have not asked for anybody's resignation,” Vera Dahl [said]({URL}).", "resignation unless the owners insist on it,” Vera"),
        ("Vera Dahl [said]({URL}): “I have not asked for anybody's resignation.” It rained.", "unless the owners insist on it.” It"),
        ("Vera Dahl [said]({URL}) that she had “not asked for anybody's resignation”.", "“not asked for anybody's resignation unless the owners insist on it”."),
        ("Vera Dahl [said]({URL}): “I have not asked for anybody's pension unless the owners insist on it”.", "resignation unless the owners insist on it”."),
    ],
)  # fmt: skip
def test_the_signs_of_the_article_s_own_sentence_stay_where_they_were(text, wanted):
    text = f"Vera Dahl [spoke]({URL}). {text.format(URL=URL)}\n"
    edits = {
        edit
        for offer in offered(text, source=PRESSED).values()
        for fix in offer.fixes
        if fix.kind is FixKind.RESTORE
        for edit in fix.edits
    }
    assert wanted in edited(text, edits)


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        ("that “three months' pay to everyone who leaves the works” is due", "ALT303", "not sure"),
        ("that “will stand still until the spring” is right", "ALT305", "runs into"),
        ("that “would have asked for anybody's resignation unless the owners insist on it” is right", "", "runs into"),
        ("that “We have asked for anybody's resignation unless the owners insist on it” is right", "STR401", "another sentence"),
    ],
)  # fmt: skip
def test_no_words_are_forced_into_the_article_s_own_sentence(words, code, reason):
    found = offered(f"Vera Dahl [said]({URL}) {words}.\n", source=PRESSED)
    assert [fix for offer in found.values() for fix in offer.fixes if fix.kind is FixKind.RESTORE] == []
    assert any(reason in offer.refused[FixKind.RESTORE] for offer in found.values()), found


def test_all_findings_of_a_quotation_s_words_have_the_same_fix():
    text = f"Vera Dahl [said]({URL}): “I have asked for everybody's resignation unless the owners insist on it”.\n"
    found = offered(text, source=PRESSED)
    (fix,) = {fix for offer in found.values() for fix in offer.fixes if fix.kind is FixKind.RESTORE}
    assert len(found) > 1
    assert "“I have not asked for anybody's resignation unless" in edited(text, fix.edits)


def test_signs_at_edges_of_a_piece_that_is_a_sign_behind_an_ellipsis():
    whole = Document("kept […], […] kept too")
    pieces = tuple(whole.passage(*each) for each in ((0, 4), (8, 9), (14, 22)))
    marks = tuple(EditorialMark(MarkKind.ELLIPSIS, whole.passage(*each)) for each in ((5, 8), (10, 13)))
    assert signs_at_edges(Excerpt(pieces, marks=marks))[1] == ("", ",")


@pytest.mark.parametrize(
    "quotation",
    [
        "The gate was locked on that night in May … The keeper slept in the hut all that week.",
        "Mr Doyle, the gate was locked on that night in May … The keeper slept in the hut all that week.",
        "The gate was locked on that night in May. The keeper slept in the hut all that week.",
    ],
)
def test_an_edge_amid_the_pieces_of_an_excerpt_has_no_fix_and_ends_no_report(quotation):
    turns = (
        "QUESTION: Mr Doyle, was the gate locked on that night in May?",
        "ANSWER: I cannot say. I came after seven o'clock.",
        "QUESTION: And the keeper?",
        "ANSWER: The keeper slept in the hut all that week.",
    )
    source = f"<article><h1>The record</h1>{''.join(f'<p>{turn}</p>' for turn in turns)}</article>"
    offer = offered(f"> {quotation}\n>\n> [Courier]({URL})\n", source=source)["ALT312"]
    assert FixKind.RESTORE not in {fix.kind for fix in offer.fixes}
