import sys

import pytest

from provenance.articles.pdf import read_pdf
from provenance.errors import ArticleError, SourceExtractionError
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.source import FoundBy, Reference, Via

HEAD, INDENT = 14, 18


def make_pdf(*pages, leading=14):
    """A PDF of pages of lines; an empty line is space, a line that begins with a tab is set in."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (len(objects) + 2)
        )
        stream = b"BT /F1 11 Tf %d TL 72 720 Td " % leading
        for line in lines:
            inset = INDENT if line.startswith("\t") else 0
            shown = (
                line.strip()
                .encode("cp1252")
                .replace(b"\\", b"\\\\")
                .replace(b"(", b"\\(")
                .replace(b")", b"\\)")
            )
            stream += b"%d 0 Td (%s) Tj %d 0 Td T* " % (inset, shown, -inset)
        stream += b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids),
        len(kids),
    )
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def text(*pages):
    return read_pdf(make_pdf(*pages), origin="report.pdf").document.text


def paragraphs(*pages):
    article = read_pdf(make_pdf(*pages), origin="report.pdf")
    return [article.document.text[block.span.start : block.span.end] for block in article.document.blocks]


def test_lines_are_joined_and_a_gap_begins_a_paragraph():
    assert paragraphs(
        ["The board voted to close", "the old pier in May.", "", "Repairs would cost", "too much."]
    ) == [
        "The board voted to close the old pier in May.",
        "Repairs would cost too much.",
    ]


def test_a_line_that_is_set_in_begins_a_paragraph():
    found = paragraphs(
        ["\tThe board voted to close", "the old pier in May.", "\tRepairs would cost", "too much."]
    )
    assert found == ["The board voted to close the old pier in May.", "Repairs would cost too much."]


def test_words_that_a_line_s_end_broke_are_whole_again():
    assert "on Tuesday to close" in text(["The board voted on Tues-", "day to close the pier."])


def test_a_hyphen_that_the_text_writes_elsewhere_stays():
    assert text(["A long-term plan. The long-", "term costs."]).count("long-term") == 2
    assert "Venn-Ashe" in text(["The chair, Orla Venn-", "Ashe, agreed."])


def test_a_paragraph_goes_on_over_a_page():
    assert paragraphs(["The board voted to", "close the old"], ["pier in May.", "All agreed."]) == [
        "The board voted to close the old pier in May. All agreed."
    ]


def test_running_heads_and_page_numbers_are_dropped():
    pages = [
        [f"Harbour report, page {n}", f"Body of the {name} page.", "It ends here.", str(n)]
        for n, name in enumerate(("first", "second", "third", "fourth"), 1)
    ]
    found = text(*pages)
    assert "Harbour report" not in found
    assert not any(character.isdigit() for character in found)
    assert all(f"Body of the {name} page." in found for name in ("first", "second", "third", "fourth"))


def test_a_line_that_two_pages_share_by_chance_stays():
    assert (
        text(["The end.", "One more line here."], ["The end.", "Another line there."]).count("The end.") == 2
    )


def test_a_witness_says_that_it_was_a_pdf():
    reference = Reference("https://ledger.example/report.pdf", FoundBy.LINK)
    capture = Capture(
        make_pdf(["The board voted to close the old pier."]), "x", content_type="application/pdf"
    )
    assert to_witness(capture, reference, Via.LIVE).pdf_pages == (0,)


def test_where_each_page_begins_is_known_within_paragraphs_and_words_too():
    read = read_pdf(
        make_pdf(
            ["The board voted to", "close the old"], ["pier in Octo-"], [], ["ber. All agreed."], ["The end."]
        ),
        origin="report.pdf",
    )
    found = read.document.text
    assert found == "The board voted to close the old pier in October. All agreed.\n\nThe end."
    places = [found.index(words) for words in ("pier", ". All", ". All", "The end.")]
    assert [mark.start for mark in read.landmarks] == [0, *places]


@pytest.mark.parametrize("data", [b"%PDF-1.7 nonsense", make_pdf(["x"])[:200], make_pdf([])])
def test_a_broken_pdf_and_a_scan_are_one_sentence(data):
    with pytest.raises(SourceExtractionError, match=r"cannot be opened|may be a scan"):
        to_witness(Capture(data, "report.pdf"), Reference("report.pdf", FoundBy.GIVEN), Via.GIVEN)


def test_without_pdfium_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ArticleError, match=r"provenance-tracer\[pdf\]"):
        read_pdf(make_pdf(["x"]), origin="report.pdf")
