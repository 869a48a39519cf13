"""DOCX, ODT and EPUB: what is read of them, and what hostile ones come to."""

import sys

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read, read_bytes
from provenance.errors import ArticleError
from provenance.text.document import BlockKind
from tests.articles.documents import make_docx, make_epub, make_odt, paragraph, run, zipped

SAID = "The pier was never safe."
CALL = '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body></text:note>'


def opened(data):
    return read_bytes(data, origin="article")


def blocks(article):
    return [article.document.text[block.span.start : block.span.end] for block in article.document.blocks]


def docx(*paragraphs, **parts):
    return blocks(opened(make_docx(*paragraphs, **parts)))


def odt(body, **parts):
    return blocks(opened(make_odt(body, **parts)))


def epub(*bodies):
    return blocks(opened(make_epub({f"c{number}.xhtml": body for number, body in enumerate(bodies)})))


def test_a_docx_is_read_with_its_notes_behind_its_text_and_without_their_calls():
    said = f"She said: “{SAID}”"
    found = docx(
        f"{said}[^2] They met.[^e2]", footnotes={2: "The Herald, 4."}, endnotes={2: "The Courier, 5."}
    )
    assert found == [f"{said} They met.", "The Herald, 4.", "The Courier, 5."]


def test_links_and_metadata_of_a_docx_are_kept():
    link = f'<w:p><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rlink">{run("the Herald")}</w:hyperlink></w:p>'
    article = opened(make_docx(link))
    assert [each.href for each in article.links] == ["https://herald.example/pier"]
    assert (article.metadata.title, article.metadata.author) == ("The pier", "Lena Orth")
    assert article.format is Format.DOCX


def test_tracked_changes_are_read_as_accepted_and_comments_are_not_read():
    changed = (
        f'<w:p>{run("The pier was ")}<w:ins w:id="1" w:author="a">{run("never ")}</w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>always </w:delText></w:r></w:del>'
        f'<w:commentRangeStart w:id="0"/>{run("safe.")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    assert docx(changed) == [SAID]


@pytest.mark.parametrize(("indent", "quotations"), [(720, 1), (360, 1), (359, 0)])
def test_a_paragraph_that_is_set_in_is_set_off_as_a_quotation(indent, quotations):
    article = opened(make_docx("She wrote:", paragraph(SAID, indent=indent), "It was closed."))
    assert len(article.quotes) == quotations


def test_a_style_for_quotations_sets_them_off_in_docx_and_odt():
    style = '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    body = f'<text:p>She wrote:</text:p><text:p text:style-name="P1">{SAID}</text:p>'
    for data in (make_docx("She wrote:", paragraph(SAID, style="Zitat")), make_odt(body, styles=style)):
        article = opened(data)
        assert [
            article.document.text[quote.spans[0].start : quote.spans[0].end] for quote in article.quotes
        ] == [SAID]


def test_an_odt_is_read_with_its_notes_lists_tables_and_spaces():
    body = (
        '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h text:outline-level="2">The pier</text:h>'
        f'<text:p>“{SAID}”{CALL.format("The Herald, 4.")} They<text:s text:c="2"/>met<text:span>.</text:span></text:p>'
        "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list><office:annotation><text:p>a remark</text:p></office:annotation>"
        "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row></table:table>"
    )
    article = opened(make_odt(body))
    assert blocks(article) == ["The pier", f"“{SAID}” They met.", "one", "cell", "The Herald, 4."]
    assert article.document.blocks[0].kind is BlockKind.HEADING
    assert (article.metadata.title, article.metadata.author) == ("The pier", "Lena Orth")


def test_an_odt_is_read_whatever_numbers_it_states_and_in_however_many_pieces_its_text_stands():
    many = "9" * 5000
    pieces = "".join(f'<text:s text:c="{many}"/>{letter}' for letter in "abc")
    body = f'<text:h text:outline-level="{many}">Pier</text:h><text:p>x{pieces}<text:note/> z</text:p>'
    assert odt(body) == ["Pier", "x a b c z"]


def test_italics_and_links_of_an_odt_are_kept():
    style = '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>'
    body = '<text:p>It was <text:span text:style-name="T1">never</text:span> <text:a xlink:href="https://herald.example/pier">safe</text:a>.</text:p>'
    article = opened(make_odt(body, styles=style))
    assert [article.document.text[span.start : span.end] for span in article.emphasis] == ["never"]
    assert [link.href for link in article.links] == ["https://herald.example/pier"]


def test_a_book_is_read_in_the_order_of_its_spine_and_its_files_are_sections():
    article = opened(make_epub({"b.xhtml": "<p>First.</p>", "a.xhtml": "<p>Second.</p>"}))
    assert blocks(article) == ["First.", "Second."]
    assert [(mark.start, mark.number) for mark in article.landmarks] == [(0, 1), (8, 2)]
    said = article.metadata
    assert (said.title, said.published, said.language) == ("The pier", "2031-04-02", "en")


def test_a_note_call_of_a_book_is_no_word_though_its_note_stands_in_another_file():
    call = '<a epub:type="noteref" href="notes.xhtml#n1">1</a>'
    data = make_epub(
        {
            "a.xhtml": f"<p>“{SAID}”{call} They met.</p>",
            "notes.xhtml": '<p id="n1"><a href="https://herald.example/">The Herald</a></p>',
        }
    )
    article = opened(data)
    assert blocks(article) == [f"“{SAID}” They met.", "The Herald"]
    assert [link.href for link in article.links] == ["https://herald.example/"]


def test_an_element_that_xml_closes_at_once_swallows_nothing():
    assert epub('<p><a id="x"/>One.</p><p>Two.</p>') == ["One.", "Two."]


def test_a_book_without_its_files_holds_no_text():
    assert opened(make_epub({})).document.text == ""


def test_the_line_of_a_block_is_its_number_and_no_way_leads_back_to_the_file():
    article = opened(make_docx("One.", "", "Two."))
    assert [block.line for block in article.document.blocks] == [1, 2]
    assert article.source_map is None


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old or a locked Word file; save it as .docx"),
        (lambda: zipped({"inner.docx": make_docx("One.")}), "is a zip file and no DOCX, ODT or EPUB"),
        (lambda: make_docx("One.")[:700], "is no sound zip file"),
        (lambda: make_docx("One.", parts={"word/document.xml": "<w:document"}), "holds broken XML"),
        (lambda: make_docx("One.", parts={"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "is a DOCX that"),
        (lambda: make_docx("<w:p/>" * 400_000), "more than 200,000 elements"),
        (lambda: make_odt("<text:p/>" * 150_000), "more than 75,000 elements"),
        (lambda: make_docx("<w:p>" + "<w:r>" * 300 + "</w:r>" * 300 + "</w:p>"), "holds broken XML"),
        (lambda: make_docx(run("x" * 120_000_000)), "unpacks to more than"),
        (lambda: make_odt("<text:p>" + "x" * 120_000_000 + "</text:p>"), "unpacks to more than"),
        (lambda: make_odt("<text:p>" * 300 + "</text:p>" * 300), "holds broken XML"),
        (lambda: make_odt("<text:p>"), "holds broken XML"),
        (lambda: make_epub({"a.xhtml": "<p>x</p>" * 60_000}), "more than 50,000 elements"),
        (lambda: make_epub({f"{number}.xhtml": "" for number in range(3001)}), "more than 3,000 files"),
        (lambda: make_epub({"a.xhtml": "y" * 12_000_000, "b.xhtml": "y" * 12_000_000}), "unpacks to more than"),
        (lambda: make_epub({"a.xhtml": "x"}, parts={"META-INF/encryption.xml": '<e><CipherReference URI="book/a.xhtml"/></e>'}), "is locked"),
        (lambda: make_epub({}, parts={"META-INF/container.xml": "<container/>"}), "is no sound zip file"),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_file_is_one_sentence(made, message):
    with pytest.raises(ArticleError, match=message) as caught:
        opened(made())
    assert "\n" not in str(caught.value)


def test_no_entity_opens_a_file(tmp_path):
    (tmp_path / "secret").write_text("the secret", "utf-8")
    doctype = f'<!DOCTYPE x [<!ENTITY secret SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    content = f'{doctype}<x xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:text>a&secret;b</office:text></x>'
    assert "secret" not in opened(make_odt("", parts={"content.xml": content})).document.text


def test_thousands_of_notes_are_read_and_a_call_that_leads_nowhere_is_one_sentence():
    calls = [f"One.[^{number}]" for number in range(1000)]
    assert len(docx(*calls, footnotes=dict.fromkeys(range(1000), "A note."))) == 2000
    with pytest.raises(ArticleError, match="breaks its reader"):
        docx("She left.[^7]", footnotes={})


def test_a_style_is_looked_into_once_however_many_words_have_it(monkeypatch):
    looked = []
    monkeypatch.setattr("provenance.articles.formats.odt._is_italic", looked.append)
    odt(
        '<text:p><text:span text:style-name="T1">a</text:span></text:p>' * 50,
        styles='<style:style style:name="T1"/>',
    )
    assert len(looked) == 1


def test_without_mammoth_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(ArticleError, match=r"is a DOCX, .*pip install '\.\[docx\]'"):
        opened(make_docx("One."))


def test_a_file_with_large_pictures_is_read_from_its_path(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx(SAID, parts={"word/media/image1.png": bytes(range(256)) * 50_000}))
    (tmp_path / "big.docx").write_bytes(path.read_bytes() + b"\0" * 50_000_000)
    assert read(path).document.text == SAID
    with pytest.raises(ArticleError, match="is larger than 50,000,000 bytes"):
        read(tmp_path / "big.docx")
