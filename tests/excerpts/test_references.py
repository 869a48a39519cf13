"""From a quotation to its note, from the note to the work."""

import pytest

from provenance.articles.article import ReferenceEntry
from provenance.articles.notes import calls
from provenance.articles.notes.entries import read_entry
from provenance.articles.reading import read, read_bytes
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.detect import detect
from provenance.excerpts.model import Citation
from provenance.excerpts.references.citing import article_citations
from provenance.excerpts.references.resolving import ReferenceResolver
from provenance.text.span import Span

SAID = "“the north pier was closed without a single word to the crews”"
OTHER = "“nobody asked the harbour master about the winter tides”"


def attributions(text, form="markdown"):
    return [excerpt.attribution for excerpt in detect(read(text=text, format=form)).excerpts]


def links(text, form="markdown"):
    return [told.link for told in attributions(text, form)]


def notes(*lines):
    return "\n\n" + "\n".join(f"[^{number}]: {line}" for number, line in enumerate(lines, start=1))


def test_a_note_behind_a_quotation_is_a_cue_and_leads_to_its_address():
    assert links(f"The report holds that {SAID}.[^1]" + notes("Harbour Board, https://board.example/r")) == [
        "https://board.example/r"
    ]


def test_a_note_binds_to_its_own_quotation_and_not_to_its_neighbour():
    text = f"It says that {SAID}.[^1] The crews replied that {OTHER}, Ann Lee said."
    found = links(text + notes("Harbour Board, https://board.example/r"))
    assert found == ["https://board.example/r", None]


def test_a_note_at_the_end_of_a_sentence_serves_all_of_its_quotations():
    text = f"It says that {SAID} and that {OTHER}.[^1]" + notes("Board, https://board.example/r")
    assert links(text) == ["https://board.example/r"] * 2


@pytest.mark.parametrize(
    "note",
    [
        "This is my own estimate and nobody else is to blame.",
        "See also https://other.example/x",
        "On the history of the pier see Ole Holm, https://other.example/x",
        "Zur Geschichte des Hafens vgl. Holm, https://other.example/x",
    ],
)
def test_a_note_that_comments_or_cites_for_something_else_gives_no_link(note):
    assert [link for link in links(f"Ann Lee said that {SAID}.[^1]" + notes(note)) if link] == []


@pytest.mark.parametrize(
    "again",
    [
        "Ibid., 14.",
        "*Id.* at 3.",
        "Ebd., S. 4.",
        "Lee, *The Pier*, 14.",
        "Lee, *supra* note 1, at 14.",
        "ibid [17].",
        "ibid [1].",
        "*The Pier* (n 1) [23].",
        "*The Pier* (n 1) [1].",
    ],
)
def test_a_short_form_leads_to_the_note_that_it_stands_for(again):
    text = f"She wrote that {SAID}.[^1] Later she wrote that {OTHER}.[^2]"
    found = links(text + notes("Ann Lee, *The Pier* (2029), https://pier.example/book", again))
    assert found == ["https://pier.example/book"] * 2


def test_a_short_form_that_fits_two_works_leads_nowhere():
    text = f"A.[^1] B.[^2] She wrote that {SAID}.[^3]"
    first, second = (
        "Ann Lee, *The Pier*, https://pier.example/a",
        "Ann Lee, *The Mole*, https://pier.example/b",
    )
    assert links(text + notes(first, second, "Lee, 14.")) == [None]


def test_a_comment_behind_a_quotation_does_not_take_the_link_of_the_one_before():
    text = f"It says that {SAID}.[^1] It says that {OTHER}.[^2]"
    found = links(text + notes("Board, https://board.example/r", "It is a long report."))
    assert found[0] == "https://board.example/r"
    assert found[1:] in ([], [None])


def test_a_reference_without_an_address_names_author_and_title():
    (told,) = attributions(
        f"The oldest account holds that {SAID}.[^1]" + notes("Ann Lee, *The Pier*, Orsk 1974.")
    )
    assert told.link is None
    assert (told.citations[0].authors, told.citations[0].title) == (("Ann Lee",), "The Pier")


def test_a_doi_is_an_address_and_a_search_engine_is_no_source():
    page = (
        f"<p>It holds that {SAID} [<a href='#r1'>1</a>].</p><h2>References</h2><ol><li><p id='r1'>Lee A. Piers. 2029.</p>"
        "<p><a href='https://doi.org/10.5555%2Fpier.1'>Article</a> <a href='https://scholar.google.com/scholar?q=x'>Google "
        "Scholar</a></p></li></ol>"
    )
    assert links(page, "html") == ["https://doi.org/10.5555/pier.1"]


def test_an_archive_s_copy_stands_beside_the_page():
    archived = "https://web.archive.org/web/2031/https://board.example/r"
    (told,) = attributions(
        f"It holds that {SAID}.[^1]" + notes(f"Board, <https://board.example/r>, [copy]({archived})")
    )
    assert (told.link, told.citations[0].archive) == ("https://board.example/r", archived)


def test_an_anchor_is_resolved_by_its_target_and_not_by_the_number_that_is_shown():
    page = (
        f"<p>It holds that {SAID}.<sup><a href='#n2'>1</a></sup></p>"
        "<ol><li id='n1'>A, https://a.example/1</li><li id='n2'>B, https://b.example/2</li></ol>"
    )
    assert links(page, "html") == ["https://b.example/2"]


def test_a_harvard_note_of_an_encyclopedia_leads_over_its_bibliography():
    page = (
        f"<p>It holds that {SAID}.<sup class='reference'><a href='#cite_note-1'>[1]</a></sup></p><ol class='references'>"
        "<li id='cite_note-1'><a href='#cite_ref-1'>^</a> <a href='#CITEREFLee2029'>Lee 2029</a>, p. 3.</li></ol>"
        "<ul><li><cite id='CITEREFLee2029'>Lee, Ann (2029). <a href='https://pier.example/book'>The Pier of Orsk</a>.</cite></li></ul>"
    )
    assert links(page, "html") == ["https://pier.example/book"]


@pytest.mark.parametrize("behind", ["", "\n\n11/29/31, 4:45 The pier\n\nfile:///pier.html 1/1"])
def test_numbered_lines_at_the_end_that_the_text_calls_are_its_notes_without_a_heading(behind):
    text = (
        f"The report holds that {SAID}.[1]\n\nIt says that {OTHER}.[2]\n\n"
        f"[1] Board, Report,\nhttps://board.example/r↩\n\n[2] Ibid., p. 9.{behind}"
    )
    assert links(text, "text") == ["https://board.example/r"] * 2


def test_a_number_at_the_beginning_of_a_line_that_goes_on_begins_no_entry():
    text = (
        f"The report holds that {SAID}.[1]\n\nIt says that {OTHER}.[2]\n\n[1] Ann Lee, Of Piers (Orsk: Harbour Press,\n"
        "1989), 233,\nwith maps, https://pier.example/a\n\n[2] Board, Report, https://board.example/r, pp.\n84."
    )
    assert links(text, "text") == ["https://pier.example/a", "https://board.example/r"]


def test_numbered_lines_at_the_end_that_nothing_calls_are_no_notes():
    assert read(text=f"The board says that {SAID}.\n\n1. Tar.\n\n2. Rope.", format="text").references == ()


@pytest.mark.parametrize(
    ("call", "entry"),
    [
        ("[1]", "1. Board, https://board.example/r"),
        ("【1†source】", "【1】 Board — https://board.example/r"),
        ("(Lee 2029, p. 3)", "- Lee, A. (2029). The Pier. https://board.example/r"),
        ("[[1]](https://board.example/r)", "1. Board"),
        ("¹", "1. Board, https://board.example/r"),
    ],
)
def test_a_list_under_its_heading_is_called_by_number_or_author(call, entry):
    assert links(f"It holds that {SAID} {call}.\n\n## Sources\n\n{entry}\n".replace(" ¹", "¹")) == [
        "https://board.example/r"
    ]


def test_a_bibliography_beside_the_article_is_read_and_none_outside_of_its_folder(tmp_path):
    (tmp_path / "posts").mkdir()
    entry = "@book{lee, author={Lee, Ann}, title={The Pier}, year={2029}, url={https://pier.example/%s}}"
    (tmp_path / "posts" / "own.bib").write_text(entry % "own")
    (tmp_path / "outside.bib").write_text(entry % "outside")
    article = tmp_path / "posts" / "a.md"
    for name, expected in (("own.bib", ["https://pier.example/own"]), ("../outside.bib", [None])):
        article.write_text(f"---\nbibliography: {name}\n---\nAnn Lee holds that {SAID} [@lee, p. 3].\n")
        assert [one.attribution.link for one in detect(read(article)).excerpts] == expected


def test_no_file_is_read_beside_a_name_that_a_page_was_sent_with(tmp_path):
    (tmp_path / "own.bib").write_text("@book{lee, author={Lee, Ann}, title={The Pier}, year={2029}}")
    text = "---\nbibliography: own.bib\n---\nThe pier holds.\n"
    article = tmp_path / "a.md"
    article.write_text(text)
    sent = read_bytes(text.encode(), origin=str(article))
    assert (sent.references, [one.key for one in read(article).references]) == ((), ["lee"])


@pytest.mark.parametrize(
    ("stated", "titles"),
    [
        ("title: The Pier", ["The Pier"]),
        (f"title: {'x' * 5000}", ["x" * 1000]),
        ("title: [[The Pier]]", [None]),
        (
            "title: The Pier\n  a: &a [x, x]\n  b: [*a, *a]",
            [],
        ),  # which can stand for more than any memory holds
        ("title: !!int The Pier", ["The Pier"]),
    ],
)
def test_a_field_of_a_bibliography_is_text_of_some_length_and_an_alias_is_refused(stated, titles):
    article = read(text=f"---\nreferences:\n- id: lee\n  {stated}\n---\nThe pier holds.\n")
    assert [entry.title for entry in article.references] == titles


@pytest.mark.parametrize(
    ("step", "led"), [("Ibid.", "https://board.example/r"), ("See infra note {}.", None)]
)
def test_a_chain_of_hundreds_of_notes_is_followed_back_and_not_on(step, led):
    count = 400
    body = "\n\n".join(f"Word {number}.[^{number}]" for number in range(1, count + 1))
    said = ["Harbour Board, https://board.example/r", *(step.format(at + 1) for at in range(2, count + 1))]
    article = read(text=body + notes(*said), format="markdown")
    resolver = ReferenceResolver(AnnotatedArticle(article))
    last = max(article.notes, key=lambda note: note.span.start).key
    assert [one.address for one in resolver.citations(last)] == [led]
    assert [one.address for one in article_citations(article)][:1] == ["https://board.example/r"]


def test_titles_in_a_reference_list_are_no_quotations():
    text = "It is known [1].\n\n## References\n\n1. Ann Lee, “Why the north pier was closed in the winter of 2029”, 2030."
    found = detect(read(text=text, format="markdown"))
    assert (found.excerpts, [one for one in found.rejected if one.attribution.citations]) == ((), [])


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_notes_that_look_otherwise_than_the_text_are_no_block_that_is_quoted(form):
    text = f"The board wrote that {SAID}.[^1] Later it held that {OTHER}.[^2]\n\nNobody answered."
    said = notes("Harbour Board v. Lee, 12 Rep. 44 (2029), https://board.example/r.", "*Id.* at 46.")
    page = (
        f"<p>The board wrote that {SAID}.<a href='#fn1'>1</a> Later it held that {OTHER}.<a href='#fn2'>2</a></p>"
        "<p>Nobody answered.</p><div class='notes'><p class='note' id='fn1'>1 Harbour Board v. Lee, 12 Rep. 44 (2029), "
        "<a href='https://board.example/r'>r</a>.</p><p class='note' id='fn2'>2 <i>Id.</i> at 46.</p></div>"
    )
    found = detect(read(text=text + said if form == "markdown" else page, format=form)).excerpts
    assert [str(one.markup) for one in found] == ["inline", "inline"]


def test_the_words_that_a_citation_quotes_are_from_its_own_source():
    page = (
        "Ann Lee spoke.<ref>{{cite news|last=Lee|first=Ann|title=Piers|url=https://pier.example/1|work=Courier|"
        "quote=The north pier was closed without a single word to the crews.}}</ref>\n\n{{reflist}}"
    )
    assert links(page, "wikitext") == ["https://pier.example/1"]


@pytest.mark.parametrize(
    "piece",
    ["[^1]", "(Lee 2029) ", "【1†source】", "“a” [1] ", "<ref>a</ref>", "{{sfn|Lee|2029}}", "[@lee] "],
)
def test_many_calls_cost_no_more_than_their_number(piece):
    form = "wikitext" if piece[0] in "<{" else "markdown"
    text = piece * 3000 + "\n\n## References\n\n1. Lee, A. (2029). X. https://a.example/1\n"
    assert detect(read(text=text, format=form)) is not None


@pytest.mark.parametrize(
    ("call", "form"),
    [
        (" [12]", "markdown"),
        ("[^12]", "markdown"),
        ("【4†source】", "text"),
        (" [@lee2031, p. 4]", "markdown"),
        ("<sup>12</sup>", "html"),
        ('<sup><a href="#ref-12">[12]</a></sup>', "html"),
    ],
)
def test_a_call_that_leads_to_no_entry_is_a_cue_and_says_that_it_leads_nowhere(call, form):
    (told,) = attributions(f"<p>Critics point out that {SAID}{call}.</p>", form)
    assert told.unlisted == {"html": "[12]"}.get(form, call.strip())


def test_a_raised_number_without_a_link_leads_to_the_entry_of_that_number():
    listed = "<h2>References</h2><p>[3] Ann Lee, The Pier, 2029. https://pier.example/book</p>"
    assert links(f"<p>Critics point out that {SAID}<sup>3</sup>.</p>{listed}", "html") == [
        "https://pier.example/book"
    ]


@pytest.mark.parametrize("text", [f"[12] Ole Holm, {SAID}, 2029.", f"The title {SAID} [2031] 4 Tarn Rep 12."])
def test_the_number_of_an_entry_and_the_year_of_a_report_of_cases_call_nothing(text):
    assert not any(told.unlisted for told in attributions(text))


def test_the_title_of_a_case_or_a_paper_ends_before_its_volume_and_reporter():
    note = "Holt v. Quay Estates, 12 Tarn Rep. 44, 51 (2029), https://reports.example/holt."
    (told,) = attributions(f"The court held that {SAID}.[^1]" + notes(note))
    assert told.citations[0].title == "Holt v. Quay Estates"


def test_the_words_of_an_entry_are_folded_once_for_all_calls_of_its_author_and_year(monkeypatch):
    entries = [
        ReferenceEntry(f"e{number}", authors=("Ann Lee",), title=f"Pier {number}", year="2029")
        for number in range(40)
    ]
    folded = []
    monkeypatch.setattr(calls, "fold_word", lambda word: folded.append(word) or word.lower())
    assert list(calls._named("It holds (Lee 2029). " * 100, entries)) == []
    assert len(folded) < 1000


def test_an_entry_is_read_by_the_italics_in_it_alone():
    text = "Ann Lee, Pier, 2029. " * 50
    italics = _Counted(Span(at + 9, at + 13) for at in range(0, len(text), 21))
    assert read_entry(text, Span(42, 62), (), emphasis=italics).title == "Pier"
    assert italics.looked_at < 20


class _Counted(list):
    """A list that counts what is taken from it."""

    looked_at = 0

    def __getitem__(self, index):
        self.looked_at += 1
        return super().__getitem__(index)

    def __iter__(self):
        self.looked_at += len(self)
        return super().__iter__()


def test_dozens_of_short_forms_before_their_bibliography_are_each_followed():
    numbers = range(1, 31)
    text = "".join(
        f"The report of {2000 + n} says so.<ref>{{{{harvnb|Lee|{2000 + n}|p=7}}}}</ref> " for n in numbers
    )
    books = "\n".join(
        f"* {{{{cite book|last=Lee|first=Ann C.|date=May {2000 + n}|title=Volume {n}}}}}" for n in numbers
    )
    page = f"{text}She wrote that {SAID}.<ref>{{{{harvnb|Lee|2030|p=14}}}}</ref>\n\n== Notes ==\n{{{{reflist}}}}\n\n{books}"
    told = attributions(page, "wikitext")[0]
    assert (told.link, told.citations) == (None, (Citation(("Ann C Lee",), "Volume 30", None, "2030"),))


def test_a_note_at_the_end_of_a_paragraph_makes_no_quotation_of_it():
    plain = "The harbour has four piers. The board counts the ships every year, and the crews clear the ice in winter."
    page = f"<p>{plain}<a href='https://board.example/r'>https://board.example/r</a><sup><a href='#n1'>1</a></sup></p>"
    listed = "<ol><li id='n1'>Ann Lee, “Piers”, https://board.example/x</li></ol>"
    assert attributions(page * 3 + listed, "html") == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (f"It is true that {SAID}.[^1]", "Ann Lee"),
        (f"Ole Holm of the crews said that {SAID}.[^1]", "Ole Holm"),
        (f"Ole Holm spoke first. As Lee has it, {SAID}.[^1]", "Ann Lee"),
        (f"“The ice came early that year,” said Ole Holm. The account holds that {SAID}.[^1]", "Ann Lee"),
        (f"The account says that {SAID}.[^1] Ole Holm of the crews said: “The ice came early.”", "Ann Lee"),
    ],
)
def test_the_author_of_the_cited_work_is_named_unless_the_sentence_names_somebody_else(sentence, named):
    every = attributions(sentence + notes("Ann Lee, “The Pier”, *Courier*, https://pier.example/a"))
    told = next(one for one in every if one.citations)
    assert told.speaker == named
    assert named == "Ole Holm" or not told.may_accuse


def test_a_source_in_brackets_ends_with_them():
    text = (
        f"The letter holds that {SAID} (Source: [Harbour letter](https://board.example/l)). Fees are common."
    )
    (told,) = attributions(text)
    assert told.citations == (Citation(title="Harbour letter", address="https://board.example/l"),)


def test_a_scan_of_the_page_of_a_book_is_its_address_where_there_is_no_other():
    scan = "https://books.google.com/books?id=x1&pg=PA5"
    found = links(f"She wrote that {SAID}.[^1]" + notes(f"Ann Lee, *The Pier*, [p. 5]({scan})"))
    both = links(
        f"She wrote that {SAID}.[^1]" + notes(f"Ann Lee, *The Pier*, <{scan}>, <https://pier.example/a>")
    )
    assert (found, both) == ([scan], ["https://pier.example/a"])


@pytest.mark.parametrize(
    ("entry", "authors"),
    [
        ("Barr-Lee, Ann (September 2031). “The Pier”. Courier.", ("Ann Barr-Lee",)),
        ("Lee, Ann C. (2031). “The Pier”. Courier.", ("Ann C Lee",)),
        ("Lee A, Holm K. “The Pier”. Courier.", ("A Lee", "K. Holm")),
    ],
)
def test_the_authors_of_an_entry_stand_before_its_date(entry, authors):
    assert read_entry(entry, Span(0, len(entry)), []).authors == authors


def test_a_long_quotation_in_a_citation_is_from_its_own_work():
    long = " ".join(f"The crews of pier {number} were told nothing at all." for number in range(9))
    page = f"Something.<ref>{{{{cite web|title=Pier Law|url=https://law.example/1|quote={long}}}}}</ref>\n\n{{{{reflist}}}}"
    assert links(page, "wikitext") == ["https://law.example/1"]


def test_a_citation_of_an_entry_on_another_page_takes_no_link_of_the_next_line():
    cited = "<a href='references.html#ref-lee'>Lee, 2031</a>"
    page = f"<blockquote><p>The pier was closed without a word to anybody. ({cited})</p></blockquote><p>— see https://x.example/a</p>"
    assert links(page, "html") == [None]


def test_a_raised_call_at_the_end_of_a_sentence_serves_all_of_its_quotations():
    call = "<sup class='reference'><a href='#n1'>[1]</a></sup>"
    page = f"<p>It says that {SAID}, and that {OTHER}.{call} The harbour is old.</p>"
    listed = (
        "<ol class='references'><li id='n1'>Ann Lee, <a href='https://pier.example/a'>The Pier</a></li></ol>"
    )
    assert links(page + listed, "html") == ["https://pier.example/a"] * 2


def test_a_short_form_before_a_see_also_leads_to_its_work_and_not_to_the_other_one():
    text = f"She wrote that {SAID}.[^1] Later she wrote that {OTHER}.[^2]"
    said = (
        "Ann Lee, *The Pier* (2029), https://pier.example/book",
        "Lee, 31. See also Ole Holm, https://holm.example/x.",
    )
    assert links(text + notes(*said)) == ["https://pier.example/book"] * 2


def test_a_note_that_says_in_a_sentence_from_which_edition_it_quotes_leads_there():
    note = "Quotes from Lee are taken from the electronic edition of her memoir, *From Quay to Quay*, at [Pierdocs](https://docs.example/q)."
    assert links(f"Ann Lee remembered that {SAID}.[^1]" + notes(note)) == ["https://docs.example/q"]


def test_in_an_article_that_cites_by_notes_the_link_on_a_name_is_no_source_of_what_is_said_later():
    said = f"[Ann Lee](https://people.example/lee) wrote that {SAID}. Later Ann Lee wrote that {OTHER}."
    text = f"{said} A.[^1] B.[^2] C.[^3]"
    works = [f"Ole Holm, *Quay {number}*, https://holm.example/{number}" for number in range(3)]
    assert links(text + notes(*works))[1] is None


def test_the_titles_of_all_works_in_a_note_are_no_quotations():
    titles = (
        "“Why the North Pier Was Closed in the Winter,”",
        "“How the Crews of the Great Ice Came Home at Last,”",
    )
    works = f"Ann Lee, {titles[0]} *Courier* 4 (2029), 12; Ole Holm, {titles[1]} *Harbour History* 45 (1999), 126."
    assert [one.link for one in attributions(f"It holds that {SAID}.[^1]" + notes(works))] == [None]


@pytest.mark.parametrize(
    "cited",
    [
        '(Lee <a href="#r">2031</a>, 381).',
        '(<a href="#r">Lee 2031</a>)',
        '</p><p>(<a href="#r">Lee 2031</a>)',
    ],
)
def test_a_citation_in_brackets_at_the_end_of_a_block_is_no_part_of_what_it_quotes(cited):
    page = (
        f"<p>There is a way:</p><blockquote><p>The engine should be taken out of the boat. {cited}</p></blockquote><p>So be it.</p>"
        '<h2>References</h2><div id="r">Lee, Ann. 2031. <em>The Pier</em>. <a href="https://pier.example/a">Quay</a>.</div>'
    )
    (excerpt,) = detect(read(text=page, format="html")).excerpts
    assert excerpt.text == "The engine should be taken out of the boat."
    assert (excerpt.attribution.speaker, excerpt.attribution.link) == ("Ann Lee", "https://pier.example/a")


def test_a_call_on_the_year_alone_belongs_to_the_quotation_before_its_brackets():
    page = (
        f'<p>He wondered how {SAID} (Lee <a href="#r">2031</a>, 9). Lee goes on.</p>'
        '<div id="r">Lee, Ann. 2031. <em>The Pier</em>. <a href="https://doi.org/https://doi.org/10.5555/pier">doi</a>.</div>'
    )
    assert links(page, "html") == ["https://doi.org/10.5555/pier"]
