"""What becomes of a quotation whose source a note or a reference gives; a wrong source and made-up words told apart."""

import re

import pytest

from provenance.articles.reading import read
from provenance.findings.finding import Severity
from provenance.findings.rules.sources import nearest_passage
from provenance.findings.trace import Verdict
from provenance.reporting.cited_works import cited_works
from provenance.reporting.html.page import report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.sources.source import FoundBy
from provenance.testing import StaticLoader
from provenance.tracing.saving import citations, citing
from provenance.tracing.tracer import Tracer
from tests.tracing.conftest import only

SAID = "the north pier was closed in the spring without a single word to the crews"
ALTERED = "the north pier was closed in the winter without a single word to the crews"
FILL = "".join(
    f"<p>The harbour of Orsk has {number} sheds along its eastern quay, and in each of them stands an engine that was"
    " bought in the year when the railway came, as the older clerks still tell their guests on long evenings.</p>"
    for number in ("two", "three", "four", "five")
)
BOARD = "https://board.example/report"


def page(*paragraphs, title="A page of Orsk", url=None):
    link = f'<link rel="canonical" href="{url}">' if url else ""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><head><title>{title}</title>{link}</head><body><h1>{title}</h1>{body}{FILL}</body></html>"


def article(words=SAID, note=f"Harbour Board, {BOARD}", more=""):
    return read(text=f"The report holds that “{words}”.[^1] {more}\n\n[^1]: {note}\n", format="markdown")


def graver(item):
    return [(one.code, one.severity) for one in item.findings if one.severity > Severity.NOTE]


def test_an_honest_quotation_passes_by_its_note():
    item = only(Tracer(StaticLoader({BOARD: page(f"It found that {SAID}.")})).trace(article()))
    assert (item.verdict, graver(item)) == (Verdict.VERBATIM, [])


def test_an_altered_quotation_names_its_change_though_a_page_that_nobody_cites_has_the_altered_words(saved):
    tracer = saved(one=page(f"It found that {SAID}.", url=BOARD), decoy=page(f"It found that {ALTERED}."))
    item = only(tracer.trace(article(ALTERED)))
    assert item.verdict is Verdict.ALTERED
    assert any("“spring” became “winter”" in finding.message for finding in item.findings)


def test_made_up_words_are_found_nowhere_and_it_is_said_in_how_many_sources_and_what_is_nearest(saved):
    tracer = saved(one=page("Nobody said a word of the northern pier.", url=BOARD), two=page("Nothing."))
    item = only(tracer.trace(article()))
    (finding,) = [one for one in item.findings if one.code == "SRC601"]
    assert item.verdict is Verdict.NOT_FOUND
    assert "nor does any of the 2 sources that were searched" in finding.message


def test_the_nearest_passage_of_a_source_has_most_of_the_words_and_a_good_part_of_them():
    near = "A pier is one single thing, the clerk said, and crews come and go."
    document = read(text=page("It met.", near), format="html").document
    assert nearest_passage(SAID, document).text == near
    assert nearest_passage("every gull on the southern mole has eaten", document) is None


@pytest.mark.parametrize(
    ("more", "severity"),
    [("", Severity.MAJOR), ("See [the union](https://union.example/l) too.", Severity.MINOR)],
)
def test_a_wrong_source_is_graver_where_no_link_leads_to_the_right_one(saved, more, severity):
    tracer = saved(
        one=page("Nothing.", url=BOARD),
        two=page("It met.", f"It found that {SAID}.", url="https://union.example/l"),
    )
    item = only(tracer.trace(article(more=more)))
    assert (item.verdict, graver(item)) == (Verdict.VERBATIM, [("SRC602", severity)])
    assert "https://union.example/l does, in paragraph 2" in item.findings[-1].message


def test_the_second_of_two_notes_may_hold_the_words_and_the_first_is_not_said_to_have_changed():
    text = f"The report holds that “{SAID}”.[^1][^2]\n\n[^1]: A, https://a.example/x\n[^2]: B, https://b.example/x\n"
    loader = StaticLoader(
        {"https://a.example/x": page("Nothing."), "https://b.example/x": page(f"It found that {SAID}.")}
    )
    item = only(Tracer(loader).trace(read(text=text, format="markdown")))
    assert (item.verdict, graver(item)) == (Verdict.VERBATIM, [])
    assert "SRC604" not in [one.code for one in item.findings]


def test_an_archive_s_copy_that_a_reference_gives_stands_in_for_a_page_that_is_gone():
    copy = "https://web.archive.org/web/2031/https://board.example/report"
    note = f"Harbour Board, <{BOARD}>, [archived]({copy})"
    item = only(Tracer(StaticLoader({copy: page(f"It found that {SAID}.")})).trace(article(note=note)))
    assert item.verdict is Verdict.VERBATIM


def test_a_work_without_an_address_is_found_among_saved_sources_by_its_title_and_may_accuse(saved):
    tracer = saved(one=page("Nothing.", title="The Piers of Orsk"), two=page("Nothing either."))
    for note in (
        "Ann Lee, *The Piers of Orsk*, Orsk 2030.",
        "Board of Works, The Piers of Orsk, 4 May 2030.",
    ):
        item = only(tracer.trace(article(note=note)))
        assert (item.verdict, item.references[0].found_by) == (Verdict.NOT_FOUND, FoundBy.TITLE)


def test_save_follows_every_reference_of_a_page_once_and_no_archive_s_copy():
    page_text = (
        "<p>The pier is old.<sup class='reference'><a href='#n1'>[1]</a></sup> It is long.<sup class='reference'>"
        "<a href='#n2'>[2]</a></sup><sup class='reference'><a href='#n3'>[3]</a></sup></p><ol class='references'>"
        "<li id='n1'><cite>Lee, Ann. <a href='https://a.example/1'>Piers</a>. <a href='https://web.archive.org/web/1/"
        "https://a.example/1'>Archived</a></cite></li><li id='n2'><cite><a href='https://b.example/2'>Quays</a></cite></li>"
        "<li id='n3'><cite><a href='https://c.example/3'>Moles</a></cite></li></ol>"
    )
    cited = citations([citing(read(text=page_text, format="html"))])
    assert [one.url for one in cited] == ["https://a.example/1", "https://b.example/2", "https://c.example/3"]


def test_a_short_quotation_that_a_note_cites_is_counted_with_its_line():
    trace = Tracer(StaticLoader({})).trace(article("a great loss"))
    assert (trace.excerpts, [passage.text for passage in trace.untraced]) == ((), ["a great loss"])


def test_a_quotation_whose_call_leads_to_no_entry_is_unchecked_and_the_reason_says_so():
    dangling = read(text=f"Critics point out that “{SAID}” [12].", format="markdown")
    item = only(Tracer(StaticLoader({})).trace(dangling))
    assert item.verdict is Verdict.UNCHECKED
    assert (
        item.reason
        == "[12] is in no list of the article; give the source with --source FILE or --source URL."
    )


def test_a_quotation_of_another_source_counts_for_its_work_as_of_a_wrong_source():
    sources = {BOARD: page("Nothing of the kind."), "https://other.example/x": page(f"It found that {SAID}.")}
    text = article(more="See [the other page](https://other.example/x).")
    (work,) = cited_works(Tracer(StaticLoader(sources)).trace(text))[:1]
    assert work.verdicts == {"wrong-source": 1}


def test_the_page_of_a_report_lists_each_quoted_work_with_a_link_to_its_first_excerpt():
    trace = Tracer(StaticLoader({BOARD: page(f"It found that {SAID}.")})).trace(article())
    markup = report(Run((trace,)), View())
    (anchor,) = re.findall(r'<li><a href="#([^"]+)" dir="auto">Harbour Board</a>: 1 verbatim</li>', markup)
    assert f'id="{anchor}"' in markup


def test_a_quotation_whose_note_has_no_address_is_unchecked_and_the_reason_says_what_is_cited():
    item = only(Tracer(StaticLoader({})).trace(article(note="Ann Lee, “The Pier”, *Courier*.")))
    assert item.reason.startswith(
        "The article cites Ann Lee, The Pier, Courier and gives no address of it; give"
    )
