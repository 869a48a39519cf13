import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from provenance.configuration.grading import regraded
from provenance.configuration.settings import Settings
from provenance.excerpts.model import Boundary
from provenance.findings.trace import Trace, Verdict
from provenance.reporting import markdown
from provenance.reporting.html import page
from provenance.reporting.reporter import FORMATS, View
from provenance.reporting.run import ExitCode, Run
from provenance.reporting.terminal.report import report

LONG = (
    "The harbour board said on Monday evening that she would [-not -]vote for it unless the council removed the "
    "{+disastrous +}amendment on [-water-]{+land+} rights, which the old quarter had asked for in a letter signed by "
    "four hundred people in the spring of last year. It [~[…]|had taken no decision and~] will meet again soon."
)
CODES = ["OMI202", "ADD103", "ALT301"]
CHINESE = "港务局星期一晚上表示她[-不-]会投票支持[-水-]{+土地+}权利修正案，除非理事会取消该修正案。"


def text_of(*traces, exit_code=ExitCode.CLEAN, **view):
    return report(Run(traces, exit_code), View(**view))


def test_the_whole_report_reads_like_this(traced):
    assert text_of(traced(LONG, codes=CODES), exit_code=ExitCode.FINDINGS) == (
        "posts/pier.html:5:1   blockquote\n"
        "  “The harbour board said on Monday evening that she would vote for it…”\n"
        "  cue      The Lowland Courier reports:\n"
        "  source   https://lowland-courier.example/pier/2026 · saved 2026-11-21\n"
        "  altered · 3 findings · placed in paragraph 2 of the source\n"
        "\n"
        "    The harbour board said on Monday evening that she would [-not-] vote for it\n"
        "    unless the council removed the {+disastrous+} amendment on [-water-]{+land+}\n"
        "    rights, which the old quarter ⋯\u00a013\u00a0words\u00a0⋯ spring of last year. It […] [~had\n"
        "    taken no decision and~] will meet again soon.\n"
        "\n"
        "  critical OMI202 dropped-negation  leaves out “not”  posts/pier.html:5:57\n"
        "  major    ADD103 loaded-insertion  puts in “disastrous”  posts/pier.html:5:100\n"
        "  major    ALT301 changed-words     “water” became “land”  posts/pier.html:5:124\n"
        "  open     https://lowland-courier.example/pier/2026"
        "#:~:text=that%20she%20would%20not%20vote%20for%20it\n"
        "\n"
        "[-left out-]  {+put in+}  [~left out, and the article says so~]\n"
        "1 article · 1 excerpt: 1 altered · 3 findings: 1 critical, 2 major\n"
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("notated", [LONG, CHINESE])
def test_no_line_but_an_address_is_wider_than_the_terminal(traced, width, notated):
    lines = text_of(traced(notated, codes=CODES), width=width).splitlines()
    assert max(cell_len(line) for line in lines if "://" not in line) <= width


def test_an_address_is_never_broken(traced):
    url = "https://lowland-courier.example/" + "harbour-" * 12
    text = text_of(traced("Words.", url=url), width=60, verbosity=1)
    assert f"  source   {url}\n           saved 2026-11-21\n" in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_prose_is_wrapped_between_words(traced, width):
    text = text_of(traced(LONG, codes=CODES), width=width, verbosity=1)
    diff = text.partition("of the source\n\n")[2] or text.partition("source\n\n")[2]
    shown = diff.partition("\n\n")[0].split()
    expected = re.sub(r"\[~\[…\]\|", "[…] [~", LONG).replace(" -]", "-] ").replace(" +}", "+} ").split()
    assert shown == expected


def test_colours_stand_beside_the_marks_so_that_what_is_copied_says_the_same(traced):
    text = text_of(traced(LONG, codes=CODES), colour=True)
    assert re.search(r"\[-\x1b\[0m\x1b\[9;38;5;166mnot\x1b\[0m", text)
    assert re.search(r"\{\+\x1b\[0m\x1b\[4;38;5;33mdisastrous\x1b\[0m", text)
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == text_of(traced(LONG, codes=CODES))


def test_notes_that_are_not_shown_are_counted_and_the_last_line_says_what_shows_them(traced):
    trace = traced("A [-b-]{+c+} [-d-]{+e+}.", codes=["ALT301", "DEC701"])
    text = text_of(trace)
    assert "  altered · 1 finding · 1 note · placed in paragraph 2 of the source\n" in text
    assert text.endswith("1 article · 1 excerpt: 1 altered · 2 findings: 1 major, 1 note (-v shows notes)\n")
    assert "-v shows" in text_of(traced("A [-b-]{+c+}.", codes=["DEC701"]), brief=True)
    assert "-v shows" not in text_of(trace, verbosity=1)
    assert "-v shows" not in text_of(traced("A [-b-]{+c+}.", codes=["ALT301"]))


@pytest.mark.parametrize(
    ("empty", "hint"), [(True, "--allow-empty lets it pass."), (False, "--accept-unchecked lets it pass.")]
)
def test_what_lets_a_run_pass_is_what_it_lacks(traced, unchecked, empty, hint):
    trace = Trace(traced("Words.").article, (), "0.1.0") if empty else unchecked()
    text = text_of(trace, exit_code=ExitCode.UNCHECKED)
    assert text.endswith(f"{hint}\n")


def test_without_colour_there_is_no_escape_sequence(traced, unchecked):
    assert "\x1b" not in text_of(traced(LONG, codes=CODES), unchecked())


def test_the_same_run_gives_the_same_bytes_in_colour(traced):
    assert text_of(traced(LONG, codes=CODES), colour=True) == text_of(traced(LONG, codes=CODES), colour=True)


def test_an_unchecked_excerpt_says_why_and_what_to_do(unchecked):
    text = text_of(unchecked(), exit_code=ExitCode.UNCHECKED)
    assert (
        "  unchecked\n  why      The article names no address for this quotation; give its source with\n"
        in text
    )
    assert "--accept-unchecked" in text


def test_a_verbatim_excerpt_takes_no_diff(traced):
    text = text_of(traced("Plain words."), verbosity=1)
    assert text.splitlines()[4:] == [
        "  verbatim · placed in paragraph 2 of the source",
        "",
        "1 article · 1 excerpt: 1 verbatim · no findings",
    ]


def test_quiet_shows_what_went_wrong_only(traced):
    text = text_of(
        traced("Plain words.", origin="fine.md"), traced(LONG, codes=CODES, origin="bad.md"), verbosity=-1
    )
    assert "fine.md" not in text
    assert "bad.md" in text


def test_notes_are_shown_on_request(traced):
    trace = traced("Plain [-words-]{+Words+}.", codes=["DEC702"])
    assert "1 note (-v shows notes)" in text_of(trace)
    assert "DEC702" not in text_of(trace)
    assert "DEC702" in text_of(trace, verbosity=1)


def test_an_accepted_finding_shows_its_reason(traced):
    assert "(accepted: agreed with the desk)" in text_of(
        traced("A [-b-]{+c+}.", codes=["ALT301"], accepted="agreed with the desk")
    )


def test_a_moved_passage_says_where_it_stands(traced):
    text = text_of(traced("It met in {>the old house<} again.", codes=["STR402"]))
    assert "{>the old house<}" in text
    assert "moved    “the old house” stands in paragraph 3 of the source" in text


SIDES = {
    "an ellipsis before a comma": ("He spoke[~ […]| at length~], and sat.", "He spoke […], and sat."),
    "an omission before a full stop": (
        "It will reopen in June[- or in July-]. Nobody waits.",
        "It will reopen in June‸. Nobody waits.",
    ),
    "brackets after a quotation mark": ("“[~[The board]|It~] met.”", "“[The board] met.”"),
    "an ellipsis after a quotation mark": ("“[~[…] |It sat and ~]met.”", "“[…] met.”"),
    "a substitution before a comma": ("The [-band-]{+choir+}, and the rest.", "The choir, and the rest."),
    "an addition before a comma": ("The choir{+, the old one+}, and the rest.", None),
    "without spaces": ("港务局表示[~（中略）|他们~]会投票。", "港务局表示（中略）会投票。"),
}


@pytest.mark.parametrize(("notated", "ours"), SIDES.values(), ids=SIDES)
def test_side_by_side_each_side_has_the_spaces_of_its_own_text(traced, notated, ours):
    trace = traced(notated)
    text = text_of(trace, width=120, side_by_side=True, verbosity=1)
    row = next(line for line in text.partition("│ the source\n")[2].splitlines() if "│" in line)
    left, right = (re.sub(r"\[-|-\]|\{\+|\+\}|\[~|~\]", "", side).strip() for side in row.split("│"))
    assert left == (ours or trace.excerpts[0].excerpt.text)
    assert right == trace.excerpts[0].comparison.alignment.placements[0].source.text


def test_side_by_side_a_blank_row_parts_paragraphs(traced):
    text = text_of(
        traced("It met.\n\nIt [-never -]sat.\n\nIt rose."), width=100, side_by_side=True, verbosity=1
    )
    rows = [[side.strip() for side in line.split("│")] for line in text.splitlines() if "│" in line]
    assert rows[1:] == [
        ["It met.", "It met."],
        ["", ""],
        ["It ‸sat.", "It [-never-] sat."],
        ["", ""],
        ["It rose.", "It rose."],
    ]


def test_side_by_side_needs_a_hundred_columns(traced):
    trace = traced(LONG, codes=CODES)
    assert "│" not in text_of(trace, width=99, side_by_side=True)
    wide = text_of(trace, width=100, side_by_side=True)
    rows = [line.split("│") for line in wide.splitlines() if "│" in line]
    assert len(rows) > 3
    assert not any("[-" in left for left, _ in rows)
    assert not any("{+" in right or "[…]" in right for _, right in rows)


def test_an_article_without_excerpts_says_so(traced):
    text = text_of(Trace(traced("Words.").article, (), "0.1.0"), exit_code=ExitCode.UNCHECKED)
    assert "no excerpt found" in text
    assert text.endswith("--allow-empty lets it pass.\n")


def test_an_article_that_was_read_in_part_says_so(traced):
    article = replace(traced("Words.").article, doubts=("The page is nested too deep to be read whole.",))
    assert "nested too deep" in text_of(Trace(article, (), "0.1.0"))


HOSTILE = "A \x1b[31mred\x1b]0;title\x07 [bold]word[/bold] \u202eevil :smile: 1234567890"


def test_page_text_neither_steers_the_terminal_nor_counts_as_markup(traced):
    trace = traced(
        f"{HOSTILE} and [-more-]{{+less+}}.", codes=["ALT301"], origin="bad\x1b[2Jname.html", reason=HOSTILE
    )
    text = text_of(trace)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "[bold]word[/bold]" in text
    assert ":smile:" in text


@pytest.mark.parametrize(
    "url", ["https://bank.example@evil.example/", "https://a.example/\x1b]8;;", "javascript:x"]
)
def test_a_doubtful_address_is_never_a_hyperlink(traced, url):
    assert f"\x1b]8;;{url}" not in text_of(
        traced("Words [-here-]{+there+}.", url=url, codes=["ALT301"]), colour=True, hyperlinks=True
    )


def test_a_plain_address_is_a_hyperlink_where_the_terminal_has_them(traced):
    assert "\x1b]8;;https://lowland-courier.example/pier/2026\x1b\\" in text_of(
        traced("Words."), colour=True, hyperlinks=True, verbosity=1
    )


def with_unclear_end(trace):
    (item,) = trace.excerpts
    excerpt = replace(item.excerpt, boundary=Boundary.UNCLEAR)
    return replace(trace, excerpts=(replace(item, excerpt=excerpt),))


def test_an_end_that_nothing_settles_is_said_to_be_unclear(unchecked):
    assert "posts/pier.html:5   blockquote · end unclear\n" in text_of(with_unclear_end(unchecked()))


def test_an_end_that_the_source_settles_is_said_to_stand_there(traced):
    text = text_of(with_unclear_end(traced("First words.\n\nLast words.")), verbosity=1)
    assert "end unclear" not in text
    assert "placed in paragraphs 2-3 of the source, where it ends\n" in text


def test_an_end_that_the_source_does_not_hold_stays_unclear(traced):
    trace = with_unclear_end(traced("First words.\n\nLast words."))
    (item,) = trace.excerpts
    first, _ = item.comparison.alignment.placements
    alignment = replace(item.comparison.alignment, placements=(first,))
    short = replace(item, comparison=replace(item.comparison, alignment=alignment))
    text = text_of(replace(trace, excerpts=(short,)), verbosity=1)
    assert "end unclear" in text
    assert "where it ends" not in text


def test_a_cleared_excerpt_takes_one_line_behind_its_place(traced):
    text = text_of(traced("Plain words."), traced("Other words.", origin="b.md"))
    assert text.startswith(
        "posts/pier.html:5:1  verbatim  “Plain words.”\nb.md:5:1  verbatim  “Other words.”\n\n"
    )


def test_a_rule_stands_between_excerpts_of_more_than_a_line(traced):
    bad = traced(LONG, codes=CODES)
    assert text_of(bad, traced("Plain words."), bad, width=60).count("\n" + "─" * 60 + "\n") == 2


def test_sorted_by_severity_the_gravest_comes_first(traced):
    mild, grave = traced("A [-b-]{+c+}.", codes=["ALT301"]), traced("It is [-not -]so.", codes=["OMI202"])
    text = text_of(traced("Plain."), mild, grave, gravest_first=True)
    assert text.index("OMI202") < text.index("ALT301") < text.index("“Plain.”")
    text = text_of(traced("Plain."), mild, grave)
    assert text.index("“Plain.”") < text.index("ALT301") < text.index("OMI202")


def test_reasons_that_are_alike_are_told_once(unchecked):
    trace = unchecked("The article gives no link; give the source with --source FILE.")
    text = text_of(replace(trace, excerpts=trace.excerpts * 3))
    assert "3 quotations could not be checked: The article gives no link;" in text
    assert text.count("no link") == 1
    assert " ".join(text.split()).count("Line 5.") == 1
    assert text_of(replace(trace, excerpts=trace.excerpts * 3), verbosity=1).count("no link") == 3


def test_reasons_that_differ_in_their_addresses_alone_are_told_once(traced):
    def missing(url):
        (item,) = traced("Words.", url=url).excerpts
        reason = f"{url} is not among the sources at hand; give it with --source {url}=FILE."
        return replace(item, verdict=Verdict.UNCHECKED, witness=None, comparison=None, reason=reason)

    trace = traced("Words.")
    items = tuple(map(missing, ("https://one.example/a", "https://two.example/b")))
    text = " ".join(text_of(replace(trace, excerpts=items)).split())
    assert "the page cited is not among the sources at hand; give it with --source ADDRESS=FILE." in text
    assert "https://two.example/b is not among" in " ".join(
        text_of(replace(trace, excerpts=items[1:])).split()
    )


@pytest.mark.parametrize("width", [60, 80])
def test_as_a_hyperlink_no_address_is_longer_than_its_line(unchecked, width):
    url = f"https://one.example/{'long-path/' * 12}"
    trace = unchecked(f"{url} is not among the sources at hand; give it with --source.")
    (item,) = trace.excerpts
    named = replace(item.excerpt, attribution=replace(item.excerpt.attribution, link=url))
    view = {"colour": True, "hyperlinks": True, "width": width}
    text = text_of(replace(trace, excerpts=(replace(item, excerpt=named),)), **view)
    assert f"\x1b]8;;{url}\x1b\\" in text
    shown = re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", text)
    assert max(map(cell_len, shown.splitlines())) <= width


def test_a_finding_ends_with_its_place_as_editors_open_it_where_there_is_room_for_the_path(traced):
    assert "“not”  posts/pier.html:5:57\n" in text_of(traced(LONG, codes=CODES))
    far = traced(LONG, codes=CODES, origin=f"{'deep/' * 12}pier.html")
    assert "“not”  5:57\n" in text_of(far)


def test_folded_words_are_counted_and_never_look_like_an_ellipsis_of_the_article(traced):
    text = text_of(traced(LONG, codes=CODES))
    assert "⋯\u00a013\u00a0words\u00a0⋯" in text
    assert text.count("…") == 2  # the heading's, and the mark of the article itself


def test_as_a_hyperlink_the_link_to_the_source_shows_no_address_and_else_it_does(traced):
    assert "open     the source" not in (plain := text_of(traced(LONG, codes=CODES), colour=True))
    assert "/pier/2026#:~:text=" in plain
    text = text_of(traced(LONG, codes=CODES), colour=True, hyperlinks=True)
    shown = re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", text)
    assert "#:~:text=" in text
    assert "#:~:text=" not in shown
    assert "open     the source at these words" in shown


@pytest.mark.parametrize(
    "view", [{}, {"brief": True}, {"verbosity": -1}, {"side_by_side": True, "width": 120}]
)
def test_an_excerpt_is_never_shown_as_cleared_since_its_findings_are_left_out(traced, view):
    trace = regraded(
        traced("It is [-not -]so [-b-]{+c+}.", codes=["OMI202", "ALT301"]), Settings(select=("ADD",))
    )
    text = text_of(trace, **view)
    assert "  altered · 2 findings not shown · placed" in text
    assert text.endswith("1 article · 1 excerpt: 1 altered · no findings · 2 findings not shown\n")


def test_statistics_count_the_findings_by_code_the_most_frequent_first(traced):
    twice = traced("A [-b-]{+c+} [-d-]{+e+} [-not -]f.", codes=["ALT301", "ALT301", "OMI202"])
    first, second, *_ = text_of(twice, statistics=True, width=120).splitlines()
    assert first.startswith("2  ALT301 changed-words")
    assert second.startswith("1  OMI202 dropped-negation")


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_reports_every_kind_of_run(traced, unchecked, name):
    reporter = FORMATS[name].load()
    for traces in [(), (unchecked(),), (traced(LONG, codes=CODES), traced("Words."))]:
        assert reporter(Run(traces), View()).endswith("\n")


def test_the_speaker_that_was_read_is_shown_whatever_the_cue_says_and_how_a_source_was_chosen_once(traced):
    trace = traced("Words [-here-]{+there+}.", codes=["ALT301"])
    (item,) = trace.excerpts
    said = replace(item.excerpt, attribution=replace(item.excerpt.attribution, speaker="Vera Dahl"))
    reason = "The article gives no link for it; compared with the only source given."
    items = [replace(item, excerpt=said, reason=reason)] * 2
    text = text_of(replace(trace, excerpts=tuple(items)))
    assert text.count("  said by  Vera Dahl\n") == 2
    assert text.count("  chosen   The article gives no link for it;") == 1
    told = markdown.report(Run((replace(trace, excerpts=tuple(items)),)), View())
    assert told.count(", said by Vera Dahl, ") == 2
    assert told.count(reason) == 1
    shown = page.report(Run((replace(trace, excerpts=tuple(items)),)), View())
    assert shown.count("<dt>Said by</dt>") == 2
    assert shown.count(reason) == 1
