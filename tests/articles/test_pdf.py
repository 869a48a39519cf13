import sys

import pytest

from provenance.articles.formats.pdf import read_pdf
from provenance.errors import ArticleError, SourceExtractionError
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.source import FoundBy, Reference, Via

HEAD, INDENT = 14, 18


def shown(text):
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def annotation(link):
    number, address = link
    low = 717 - 14 * number
    return b"<< /Type /Annot /Subtype /Link /Rect [70 %d 560 %d] /A << /S /URI /URI (%s) >> >>" % (
        low,
        low + 12,
        address.encode(),
    )


def make_pdf(*pages, leading=14, linked=()):
    """A PDF of pages of lines; an empty line is space, a line that begins with a tab is set in, one with ~ small; ^12^ is raised.

    ``linked`` are the lines of each page that are set on a link, by their numbers, each with its address.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R"
            b" /Annots [%s] >>" % (len(objects) + 2, b" ".join(map(annotation, linked)))
        )
        stream = b"BT /F1 11 Tf %d TL 72 720 Td " % leading
        for line in lines:
            inset = INDENT if line.startswith("\t") else 0
            size = 8 if line.startswith("~") else 11
            stream += b"%d 0 Td /F1 %d Tf " % (inset, size)
            for number, piece in enumerate(line.strip().lstrip("~").split("^")):
                raised = b"5 Ts /F1 %d Tf (%s) Tj 0 Ts /F1 %d Tf " % (size - 4, shown(piece), size)
                stream += raised if number % 2 else b"(%s) Tj " % shown(piece)
            stream += b"%d 0 Td T* " % -inset
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


def test_short_paragraphs_with_space_between_them_are_told_apart_where_most_lines_have_space_above():
    lines = [
        "The piers",
        "",
        "Lena Orth",
        "",
        "The pier was closed in",
        "the winter.",
        "",
        "Nobody said",
        "a word.",
        "",
        "It met.",
    ]
    assert text(lines).split("\n\n")[2:] == [
        "The pier was closed in the winter.",
        "Nobody said a word.",
        "It met.",
    ]


def test_the_lines_of_an_entry_that_are_set_in_begin_no_paragraph():
    lines = [
        "It met.",
        "1. Lee, Empire:",
        "\tthe Piers of Orsk, and what",
        "\tthey cost.",
        "2. Holm, Quay:",
        "\ta History.",
    ]
    assert text(lines).split("\n\n")[1:] == [
        "1. Lee, Empire: the Piers of Orsk, and what they cost.",
        "2. Holm, Quay: a History.",
    ]


def test_links_that_are_set_on_words_are_links_of_the_article_and_of_its_notes():
    lines = ["It met in May.[1]", "", "More of it", "is told here.", "", "[1] Lee, The Pier"]
    linked = ((3, "https://quay.example/a"), (5, "https://pier.example/b"), (0, "javascript:1"))
    article = read_pdf(make_pdf(lines, linked=linked), origin="report.pdf")
    shown = [(article.document.text[link.span.start : link.span.end], link.href) for link in article.links]
    assert shown == [
        ("is told here.", "https://quay.example/a"),
        ("[1] Lee, The Pier", "https://pier.example/b"),
    ]
    assert [entry.address for entry in article.references] == ["https://pier.example/b"]


def test_a_running_head_counts_as_pages_do_and_a_note_that_returns_does_not():
    pages = [
        [f"{n + 6} Harbour report", "It was closed.", "All agreed.", f"~{n * n} Ibid."] for n in range(1, 6)
    ]
    found = text(*pages)
    assert "Harbour report" not in found
    assert [found.count(f"{n * n} Ibid.") for n in range(1, 6)] == [1] * 5


def test_a_line_that_two_pages_share_by_chance_stays():
    assert (
        text(["The end.", "One more line here."], ["The end.", "Another line there."]).count("The end.") == 2
    )


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (
            ["See https://herald.example/harbour/", "pier/2031 for more."],
            "https://herald.example/harbour/pier/2031",
        ),
        (["See https://herald.example/harbour-", "pier for more."], "https://herald.example/harbour-pier"),
        (
            ["See https://herald.example/harbour", "/pier?page=", "2 for more."],
            "https://herald.example/harbour/pier?page=2",
        ),
        (["See https://doi.org/10.5555/ab.", "c12 for more."], "https://doi.org/10.5555/ab.c12"),
        (["See https://doi.org/10.5555%2F", "abc for more."], "https://doi.org/10.5555%2Fabc"),
        (["See https://herald.example/a", "pier/b for more."], "https://herald.example/apier/b"),
    ],
)
def test_an_address_that_a_line_s_end_broke_is_whole_again(lines, address):
    assert text(lines) == f"See {address} for more."


@pytest.mark.parametrize(
    "lines",
    [
        ["See https://herald.example/harbour.", "The pier is old."],
        ["See https://herald.example/harbour", "and the pier."],
        ["It is the end of", "harbour/pier matters."],
    ],
)
def test_what_follows_an_address_is_no_part_of_it(lines):
    assert text(lines) == " ".join(lines)


def test_raised_numbers_are_calls_and_powers_are_none():
    assert text(["He said “it was never safe.”^12^ They", "met^3^ on 40 km^2^ of land in room12."]) == (
        "He said “it was never safe.”[12] They met3 on 40 km2 of land in room12."
    )
    assert text(["The harbour board knew^3,4^ it."]) == "The harbour board knew[3,4] it."


def test_notes_at_the_foot_stand_behind_the_text_and_are_told_with_their_page():
    pages = [
        [
            "It was closed.",
            "The harbour",
            "board knew^1^ that the old",
            "~^1^ Lena Orth, The Herald, 4 May 2031.",
            "~^2^ The Courier.",
        ],
        ["pier was^3^ closed,", "as the mayor", "had said.", "~^3^ https://herald.example/pier"],
    ]
    read = read_pdf(make_pdf(*pages), origin="report.pdf")
    found = read.document.text
    assert found.split("\n\n") == [
        "It was closed. The harbour board knew[1] that the old pier was3 closed, as the mayor had said.",
        "[1] Lena Orth, The Herald, 4 May 2031.",
        "[2] The Courier.",
        "[3] https://herald.example/pier",
    ]
    places = {"pier was": 2, "[1] Lena": 1, "[2] The": 1, "[3] https": 2}
    assert [(mark.start, mark.number) for mark in read.landmarks] == [
        (0, 1),
        *((found.index(words), number) for words, number in places.items()),
    ]


def test_each_entry_of_a_numbered_list_is_a_paragraph_and_a_call_at_a_line_s_beginning_begins_none():
    assert paragraphs(
        [
            "Sources",
            "",
            "[1] Lena Orth, The Herald",
            "[2] The Courier, 5 May",
            "of the year 2031",
            "[3] A letter",
        ]
    )[1:] == [
        "[1] Lena Orth, The Herald",
        "[2] The Courier, 5 May of the year 2031",
        "[3] A letter",
    ]
    assert len(paragraphs(["It was never safe, and the board knew", "[7] of it."])) == 1


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
