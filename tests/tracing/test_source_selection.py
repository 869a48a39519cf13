"""Which source an excerpt is laid against, and when its absence is a fault."""

import pytest

from provenance.articles.reading import read
from provenance.findings.trace import SourceStatus, Verdict
from provenance.sources.source import FoundBy
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer
from tests.tracing.conftest import only

HELD = (
    "The ferry to Skarn will sail twice a day from the first of May, the operator said on Tuesday, one crossing more than"
    " in any summer since the yard at Velm closed and the old boat was sold."
)
ABSENT = (
    "Every passenger over sixty will be carried free of charge until the end of the year, whatever the weather does and"
    " however many of them turn up at the quay on the same morning."
)
OWN = (
    "I have taken that boat more often than I can count, and I was glad to read it over breakfast this week."
)
FILL = [
    (
        "The second boat was built eleven years ago for a route in the south and has been lying at the quay since January."
        " Its crew of six was hired in March, and two of them had sailed on the boat that was sold."
    ),
    (
        "Fares stay as they are. Bicycles, which used to cost as much as a child, are carried for nothing on the early boat,"
        " and the operator hopes that this will draw some of the traffic away from the noon crossing."
    ),
    (
        "On the island the news was met with relief. The shop will open an hour earlier, its owner said, and the school has"
        " asked for a crossing that fits the end of lessons. An answer is expected before the end of the month."
    ),
]


def source(*paragraphs, site="The Skarn Courier", url=None):
    body = "".join(f"<p>{text}</p>" for text in (*paragraphs, *FILL))
    link = f'<link rel="canonical" href="{url}">' if url else ""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Ferry</title>{link}<meta property="og:site_name" content="{site}">'
        f"</head><body><main><article><h1>Ferry</h1>{body}</article></main></body></html>"
    )


def codes(item):
    return [finding.rule.code for finding in item.findings if finding.severity]


def linked(text, url="https://courier.example/ferry"):
    return f"{OWN}\n\nThe Skarn Courier [reports]({url}):\n\n> {text}\n\n{OWN}\n"


def test_the_linked_page_is_the_source():
    loader = StaticLoader({"https://courier.example/ferry": source(HELD)})
    item = only(Tracer(loader).trace(linked(HELD)))
    assert (item.verdict, item.references[0].found_by) == (Verdict.VERBATIM, FoundBy.LINK)


def test_too_few_words_to_compare_are_unchecked_with_the_reason_and_what_to_do():
    words = "The ferry is quite cheap"
    page = source(
        HELD, "The ferry of the old town is, as all of us say to the guests, not so very cheap at all."
    )
    item = only(Tracer(StaticLoader({"https://courier.example/ferry": page})).trace(linked(words)))
    assert item.verdict is Verdict.UNCHECKED
    assert item.reason.startswith("too little to compare: ")
    assert item.reason.endswith("; quote more of the sentence, or compare it by hand")


def test_what_the_linked_page_does_not_hold_is_not_found():
    loader = StaticLoader({"https://courier.example/ferry": source(HELD)})
    item = only(Tracer(loader).trace(linked(ABSENT)))
    assert (item.verdict, codes(item)) == (Verdict.NOT_FOUND, ["SRC601"])


def test_without_a_link_the_named_outlet_leads_to_its_page(saved):
    tracer = saved(one=source(HELD), two=source(HELD.replace("twice", "thrice"), site="The Orsk Mirror"))
    item = only(tracer.trace(f"{OWN}\n\nThe Skarn Courier reports:\n\n> {HELD}\n\n{OWN}\n"))
    assert (item.verdict, item.references[0].found_by) == (Verdict.VERBATIM, FoundBy.OUTLET)
    assert "outlet" in item.reason


def test_without_link_and_outlet_the_page_that_holds_the_words_is_taken(saved):
    tracer = saved(one=source(HELD), two=source(ABSENT, site="The Orsk Mirror"))
    item = only(tracer.trace(f"{OWN}\n\nSomebody wrote this:\n\n> {HELD}\n\n{OWN}\n"))
    assert (item.verdict, item.references[0].found_by) == (Verdict.VERBATIM, FoundBy.TEXT)


def test_pages_that_are_merely_at_hand_accuse_nobody(saved):
    tracer = saved(one=source(HELD), two=source(HELD, site="The Orsk Mirror"))
    item = only(tracer.trace(f"{OWN}\n\nSomebody wrote this:\n\n> {ABSENT}\n\n{OWN}\n"))
    assert (item.verdict, item.status, codes(item)) == (Verdict.UNCHECKED, SourceStatus.NONE, [])
    assert "--source" in item.reason


def test_an_inline_quotation_is_not_missed_in_a_source_that_it_does_not_name(tmp_path):
    (tmp_path / "s.html").write_text(source(HELD), encoding="utf-8")
    quotation = f"“{ABSENT}” Orla Venn said."
    item = only(Tracer([tmp_path / "s.html"], offline=True).trace(f"{OWN}\n\n{quotation}\n\n{OWN}\n"))
    assert (item.verdict, codes(item)) == (Verdict.UNCHECKED, [])


def test_a_block_is_missed_in_the_only_source_given(tmp_path):
    (tmp_path / "s.html").write_text(source(HELD), encoding="utf-8")
    text = f"{OWN}\n\nThe Skarn Courier reports:\n\n> {ABSENT}\n\n{OWN}\n"
    item = only(Tracer([tmp_path / "s.html"], offline=True).trace(text))
    assert (item.verdict, item.references[0].found_by) == (Verdict.NOT_FOUND, FoundBy.GIVEN)


@pytest.mark.parametrize(
    ("cue", "verdict"),
    [("Somebody wrote this:", Verdict.UNCHECKED), ("The Skarn Courier reports:", Verdict.NOT_FOUND)],
)
def test_a_block_without_link_or_outlet_is_not_missed_in_a_page_that_is_linked_for_another(
    tmp_path, cue, verdict
):
    url = "https://courier.example/ferry"
    (tmp_path / "s.html").write_text(source(HELD, url=url), encoding="utf-8")
    trace = Tracer([tmp_path / "s.html"], offline=True).trace(
        f"{linked(HELD, url)}\n\n{cue}\n\n> {ABSENT}\n\n{OWN}\n"
    )
    assert [item.verdict for item in trace.excerpts] == [Verdict.VERBATIM, verdict]


def test_another_link_of_the_article_that_holds_the_words_is_named():
    loader = StaticLoader(
        {
            "https://courier.example/ferry": source(ABSENT),
            "https://mirror.example/boats": source(HELD, site="The Orsk Mirror"),
        }
    )
    article = linked(HELD) + "\nThe [Mirror](https://mirror.example/boats) had it first.\n"
    item = only(Tracer(loader).trace(article))
    assert (item.verdict, codes(item)) == (Verdict.VERBATIM, ["SRC602"])
    assert "https://mirror.example/boats" in item.witness.url


HARBOUR, MIRROR = "https://harbour.example/notice", "https://mirror.example/boats"
SAID = "No ferry will sail from the southern quay before the repairs are paid for."


@pytest.mark.parametrize(
    ("text", "format_", "fires"),
    [
        (f"The [notice]({HARBOUR}) hangs at the quay. The purser, Oda Brekk, is blunt: “{SAID}” {OWN}", "markdown", False),
        (f"{OWN} The purser, Oda Brekk, is blunt: “{SAID}” She wrote more of it in [a notice]({HARBOUR}).", "markdown", False),
        (f"{OWN} In [a notice]({HARBOUR}) the purser, Oda Brekk, said: “{SAID}”", "markdown", True),
        (f"{OWN} “{SAID}” says the purser, Oda Brekk, in [a notice]({HARBOUR}).", "markdown", True),
        (f"<p>{OWN}</p><p>Oda Brekk writes:</p><blockquote cite='{HARBOUR}'><p>{SAID}</p></blockquote>", "html", True),
        (f"{OWN}\n\nOda Brekk writes ({HARBOUR}):\n\n> {SAID}\n\n{OWN}\n", "text", True),
        (f"{OWN}\n\n> {SAID}\n>\n> — Oda Brekk, [a notice]({HARBOUR})\n\n{OWN}\n", "markdown", True),
    ],
)  # fmt: skip
def test_only_a_link_in_the_sentence_of_a_quotation_or_its_cue_can_be_the_wrong_one(text, format_, fires):
    pages = {HARBOUR: source(ABSENT), MIRROR: source(f"Oda Brekk, the purser, said: “{SAID}”")}
    more = (
        f"<p>See <a href='{MIRROR}'>here</a>.</p>" if format_ == "html" else f"\n\nSee also [this]({MIRROR})."
    )
    item = only(Tracer(StaticLoader(pages)).trace(read(text=text + more, format=format_)))
    assert (item.verdict, "SRC602" in codes(item)) == (Verdict.VERBATIM, fires)


def test_a_page_of_another_outlet_than_the_named_one_accuses_nobody(saved):
    tracer = saved(one=source(HELD.replace("twice a day", "three times a day")))
    item = only(tracer.trace(f"{OWN}\n\nThe Orsk Mirror reports:\n\n> {HELD}\n\n{OWN}\n"))
    assert (item.verdict, codes(item)) == (Verdict.UNCHECKED, [])
    assert "not what the article names" in item.reason


def test_fragments_woven_into_one_sentence_are_not_taken_for_one_quotation():
    text = (
        "The [Skarn Courier](https://courier.example/ferry) says the early boat “carries bicycles for nothing” and that"
        " “two of them had sailed on the boat that was sold”."
    )
    loader = StaticLoader({"https://courier.example/ferry": source(HELD)})
    assert [
        codes(item)
        for item in Tracer(loader).trace(read(text=text)).excerpts
        if item.verdict is Verdict.ALTERED
    ] == []


def test_a_source_that_is_not_saved_is_missing():
    item = only(Tracer(StaticLoader({}), offline=True).trace(linked(HELD)))
    assert (item.verdict, item.status) == (Verdict.UNCHECKED, SourceStatus.MISSING)


def test_where_the_cited_page_is_missing_another_may_clear_and_not_accuse(saved):
    tracer = saved(other=source(HELD.replace("twice a day", "three times a day"), site="The Orsk Mirror"))
    item = only(tracer.trace(linked(HELD)))
    assert (item.verdict, codes(item)) == (Verdict.UNCHECKED, [])


def test_spans_cut_out_what_they_name_in_both_documents():
    altered = HELD.replace("twice a day", "four times a day").replace("the operator said on Tuesday, ", "")
    loader = StaticLoader({"https://courier.example/ferry": source(HELD)})
    item = only(Tracer(loader).trace(linked(altered)))
    assert codes(item)
    for finding in item.findings:
        for passage, text in ((finding.excerpt, altered), (finding.source, HELD)):
            assert passage is None or passage.text in text


RETOLD = (
    "<p>Every week this desk reads the papers of the coast for those who have no time to do it themselves.</p>"
    '<p>The Orsk Mirror <a href="https://mirror.example/boats">reports</a>:</p><blockquote><p>{}</p></blockquote>'
    "<p>Nobody at this desk has been on that boat, and we should like to hear from readers who have.</p>"
)


def retelling(text, *, follow):
    mirror = source(HELD, site="The Orsk Mirror")
    courier = source(*FILL).replace("<h1>Ferry</h1>", "<h1>Ferry</h1>" + RETOLD.format(text))
    pages = {"https://courier.example/ferry": courier, "https://mirror.example/boats": mirror}
    return only(Tracer(StaticLoader(pages), follow=follow).trace(linked(text)))


def test_a_page_that_has_the_words_from_a_third_one_is_told_of():
    item = retelling(HELD, follow=False)
    assert [finding.message for finding in item.findings if finding.rule.code == "SRC606"] == [
        "https://courier.example/ferry quotes these words itself, from https://mirror.example/boats"
    ]
    assert item.references[0].found_by is FoundBy.LINK


def test_the_third_page_is_followed_where_that_is_wished():
    item = retelling(HELD.replace("twice a day", "four times a day"), follow=True)
    assert (item.verdict, item.references[0].found_by) == (Verdict.ALTERED, FoundBy.FOLLOWED)


def test_how_many_pages_were_searched_is_told_and_what_makes_the_rest_searchable(
    saved, tmp_path, monkeypatch
):
    monkeypatch.setattr("provenance.sources.text_search.MAX_UNINDEXED", 21)
    pages = {f"page{number}": source(FILL[number % 3], site="The Orsk Mirror") for number in range(25)}
    article = f"{OWN}\n\nSomebody wrote this:\n\n> {ABSENT}\n\n{OWN}\n"
    with saved(**pages) as tracer:
        reason = only(tracer.trace(article)).reason
    assert "None of the 21 sources that were searched holds it, of 25 at hand" in reason
    assert f"`provenance index {tmp_path}`" in reason
    with Tracer(sources=[tmp_path], offline=True) as tracer:
        monkeypatch.undo()
        assert "None of the 25 sources at hand holds it" in only(tracer.trace(article)).reason


UNLINKED = f"{OWN}\n\nSomebody wrote this:\n\n> {HELD}\n\n{OWN}\n"


@pytest.mark.parametrize("article", [linked(HELD), UNLINKED], ids=["linked", "unlinked"])
@pytest.mark.parametrize("others", [0, 1])
def test_a_given_source_that_cannot_be_read_is_named(tmp_path, article, others):
    (tmp_path / "blank.html").write_text(" \n", encoding="utf-8")
    for number in range(others):
        (tmp_path / f"{number}.html").write_text(source(FILL[0]), encoding="utf-8")
    item = only(Tracer(tmp_path.glob("*.html"), offline=True).trace(article))
    assert item.verdict is Verdict.UNCHECKED
    assert f"{tmp_path / 'blank.html'} is empty; " in item.reason


def test_a_file_that_cannot_be_read_spoils_no_other_of_its_folder(tmp_path):
    (tmp_path / "good.html").write_text(source(HELD), encoding="utf-8")
    (tmp_path / "junk.warc").write_bytes(b"no archive")
    assert only(Tracer([tmp_path], offline=True).trace(UNLINKED)).verdict is Verdict.VERBATIM
    reason = only(Tracer([tmp_path], offline=True).trace(UNLINKED.replace(HELD, ABSENT))).reason
    assert "junk.warc is no WARC file" in reason


def test_a_given_page_of_unknown_address_may_be_said_to_be_the_cited_one(tmp_path):
    path = tmp_path / "s.html"
    path.write_text(source(*FILL), encoding="utf-8")
    item = only(Tracer([path], offline=True).trace(linked(HELD)))
    assert f"--source https://courier.example/ferry={path}." in item.reason


@pytest.mark.parametrize(
    "article", [linked(ABSENT), UNLINKED.replace("Somebody wrote this", "The Skarn Courier reports")]
)
def test_another_page_of_the_named_outlet_accuses_nobody_of_what_it_does_not_hold(saved, article):
    item = only(saved(one=source(HELD), two=source(FILL[0])).trace(article.replace(HELD, ABSENT)))
    assert (item.verdict, codes(item)) == (Verdict.UNCHECKED, [])


def test_no_further_page_is_opened_once_one_clears_the_excerpt(tmp_path, monkeypatch):
    for number in range(6):
        text = HELD if number == 2 else ABSENT
        (tmp_path / f"{number}.html").write_text(source(text))
    opened = []
    with Tracer(saved=[tmp_path], offline=True) as tracer:
        load = tracer._loader.load
        monkeypatch.setattr(tracer._loader, "load", lambda ref: opened.append(ref.locator[-6]) or load(ref))
        item = only(tracer.trace(f"{OWN}\n\nThe Skarn Courier reports:\n\n> {HELD}\n\n{OWN}\n"))
    assert item.verdict is Verdict.VERBATIM
    assert opened == ["0", "1", "2"]


@pytest.mark.parametrize("through_a_link", [False, True])
def test_an_article_among_the_sources_is_no_source_of_its_own(tmp_path, through_a_link):
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "article.md").write_text(f"“{HELD}”, Ann Lee said. “{ABSENT}”, Bob Ray said.\n", "utf-8")
    (folder / "source.txt").write_text(f"ANN LEE: {HELD}\n", "utf-8")
    given = tmp_path / "link" if through_a_link else folder
    if through_a_link:
        given.symlink_to(folder)
    with Tracer(given, offline=True) as tracer:
        held, absent = tracer.trace(folder / "article.md").excerpts
    assert held.witness.document.origin.endswith("source.txt")
    assert absent.verdict is Verdict.UNCHECKED
    assert "is the article itself and confirms nothing" in absent.reason


def test_a_saved_copy_of_the_article_is_no_source_of_it(tmp_path):
    url = "https://blog.example/ferry"
    copy = tmp_path / "saved.html"
    copy.write_text(source(f"“{ABSENT}”, Bob Ray said.", url=url), "utf-8")
    article = read(text=copy.read_text("utf-8"))
    with Tracer(copy, offline=True) as tracer:
        assert only(tracer.trace(article)).verdict is Verdict.UNCHECKED


@pytest.mark.parametrize(
    "tag", ["Ann Lee conceded.", "Ann Lee thundered.", "she shrugged.", "wie Ann Lee konterte."]
)
def test_a_verb_that_no_list_has_keeps_nothing_from_being_compared(tmp_path, tag):
    (tmp_path / "source.txt").write_text(
        "ANN LEE: We have waited for eleven years and nobody came.\n\nBOB RAY: The bridge is safe.\n", "utf-8"
    )
    article = read(text=f"“We have waited for twelve years and nobody came,” {tag}\n")
    with Tracer(tmp_path / "source.txt", offline=True) as tracer:
        item = only(tracer.trace(article))
    assert codes(item) == ["ALT303"]


def test_what_nobody_is_named_for_and_no_source_holds_is_only_counted(tmp_path):
    (tmp_path / "source.txt").write_text("ANN LEE: The ferry will sail twice a day from May.\n", "utf-8")
    article = read(text="The quay had a motto. It was all about “a lamp in every window of the town”.\n")
    with Tracer(tmp_path / "source.txt", offline=True) as tracer:
        trace = tracer.trace(article)
    assert (trace.excerpts, len(trace.untraced)) == ((), 1)


INHERITED = [
    "A spokesman for the council said: “We are sorry. We will study it carefully and respond in due course.”",
    "The manager of the yard was less sanguine. “We were robbed, and I want to see who was paid for it,” he said.",
]


@pytest.mark.parametrize("last", INHERITED)
def test_a_link_that_is_set_on_earlier_quotations_accuses_nobody(tmp_path, last):
    url = "https://courier.example/ferry"
    copy = tmp_path / "saved.html"
    copy.write_text(source(HELD, url=url), "utf-8")
    article = read(
        text=f"Piet Halvar [said]({url}): “The ferry to Skarn will sail twice a day from the first of May.”\n\n"
        f"It was, he [said]({url}), “one crossing more than in any summer since the yard at Velm closed”.\n\n{last}\n"
    )
    with Tracer(copy, offline=True) as tracer:
        verdicts = [item.verdict for item in tracer.trace(article).excerpts]
    assert verdicts[-1] is Verdict.UNCHECKED


def test_a_link_in_the_sentence_of_a_quotation_is_its_own(tmp_path):
    url = "https://courier.example/ferry"
    copy = tmp_path / "saved.html"
    copy.write_text(source(HELD, url=url), "utf-8")
    with Tracer(copy, offline=True) as tracer:
        item = only(tracer.trace(read(text=f"The report [says]({url}) that “{ABSENT}”.\n")))
    assert codes(item) == ["SRC601"]


@pytest.mark.parametrize(
    ("speaker", "verdicts"), [("Kuru Demiray", ["altered"]), ("Ada Renn", ["unchecked"])]
)
def test_three_words_in_a_sentence_accuse_only_where_the_speaker_is_named(tmp_path, speaker, verdicts):
    (tmp_path / "one.txt").write_text(
        "Kuru Demiray: The yard lost seven hundred crates. It rained.\n", "utf-8"
    )
    (tmp_path / "two.txt").write_text("Nothing happened at the quay that year, as the log has it.\n", "utf-8")
    text = f"“Lost nine hundred crates,” said {speaker} on Monday.\n"
    with Tracer(saved=[tmp_path], offline=True) as tracer:
        assert [str(item.verdict) for item in tracer.trace(read(text=text)).excerpts] == verdicts


def test_few_words_in_marks_are_looked_for_and_else_counted(tmp_path):
    (tmp_path / "source.txt").write_text(
        "Ada Renn: It was warm, brown and slightly smug, I thought.\n", "utf-8"
    )
    with Tracer(tmp_path / "source.txt", offline=True) as tracer:
        held = tracer.trace(read(text="Ada Renn said that the tea was “brown and slightly smug”.\n"))
        other = tracer.trace(read(text="Ada Renn said that the tea “isn’t hot”.\n"))
    assert ([str(item.verdict) for item in held.excerpts], held.untraced) == (["verbatim"], ())
    assert (other.excerpts, [one.text for one in other.untraced]) == ((), ["isn’t hot"])


def test_words_that_hardly_look_quoted_are_looked_for_where_somebody_says_them(tmp_path):
    (tmp_path / "source.txt").write_text(
        "LUCIA FERRANTE: If I turn off my sign at eleven, I lose a third of my trade, and eleven people lose their jobs.\n"
        "\nRAY DUNN: I do not much care for signs.\n",
        "utf-8",
    )
    text = 'Lucia Ferrante said that if she turned off her sign she would "lose half of her trade, and eleven people lose their jobs".\n'
    with Tracer(tmp_path / "source.txt", offline=True) as tracer:
        assert "ALT303" in codes(only(tracer.trace(read(text=text))))
        elsewhere = text.replace(
            "lose half of her trade, and eleven people lose their jobs",
            "the moon over a harbour of other men",
        )
        assert tracer.trace(read(text=elsewhere)).excerpts == ()
