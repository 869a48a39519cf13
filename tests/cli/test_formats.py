"""Articles and sources that are no pages: what each command makes of them, and how their places are told."""

import io
import json
import sys

import docx
import pytest

from provenance.articles.reading import read_bytes
from provenance.reporting.places import place_in_words
from tests.articles.documents import R, make_docx, make_epub, make_odt, paragraph, run, zipped
from tests.articles.test_captions import VTT
from tests.articles.test_pdf import make_pdf

SOURCE = "<article><p>Orla Venn: the pier was never safe, and the board and the mayor knew it. She left at noon.</p></article>"
QUOTING = "Orla Venn said: “The pier was safe, and the board and the mayor knew it.”"


def test_a_quotation_is_told_with_the_moment_of_its_source(provenance, tmp_path):
    (tmp_path / "a.html").write_text(f"<p>{QUOTING}</p>", "utf-8")
    (tmp_path / "talk.vtt").write_text(VTT, "utf-8")
    source = "https://video.example/watch?v=1=talk.vtt"
    done = provenance(
        "trace",
        "a.html",
        "--offline",
        "--source",
        source,
        "--format",
        "text",
        "--format",
        "json:t.json",
        "--format",
        "html:t.html",
        cwd=tmp_path,
    )
    assert "given · at 0:01" in done.stdout
    assert "https://video.example/watch?v=1#t=1" in done.stdout
    record = json.loads((tmp_path / "t.json").read_text("utf-8"))
    assert record["articles"][0]["excerpts"][0]["source"]["second"] == 1
    page = (tmp_path / "t.html").read_text("utf-8")
    assert "spoken at 0:01" in page
    assert 'href="https://video.example/watch?v=1#t=1"' in page


def test_a_pdf_is_an_article_whose_places_are_pages(provenance, tmp_path):
    (tmp_path / "a.pdf").write_bytes(
        make_pdf(
            ["On the pier."], ['Orla Venn said: "The pier was safe, and the board', 'and the mayor knew it."']
        )
    )
    (tmp_path / "s.html").write_text(SOURCE, "utf-8")
    done = provenance(
        "trace",
        "a.pdf",
        "--offline",
        "--source",
        "s.html",
        "--format",
        "text",
        "--format",
        "json:t.json",
        "--format",
        "html:t.html",
        "--format",
        "markdown:t.md",
        "--format",
        "sarif:t.sarif",
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert "a.pdf:page 2" in done.stdout
    excerpt = json.loads((tmp_path / "t.json").read_text("utf-8"))["articles"][0]["excerpts"][0]
    assert (excerpt["where"], excerpt["place"]) == ("page 2", None)
    assert '<span class="place">page 2' in (tmp_path / "t.html").read_text("utf-8")
    assert "**altered**, page 2" in (tmp_path / "t.md").read_text("utf-8")
    assert "It stands in page 2." in (tmp_path / "t.sarif").read_text("utf-8")


def commented(data):
    """What each comment of a DOCX says, and the words that it is about."""
    document = docx.Document(io.BytesIO(data))
    words, open_ = {}, set()
    for element in document.element.body.iter():
        name, key = element.tag.rpartition("}")[2], element.get(f"{element.tag.rpartition('}')[0]}}}id")
        if name == "commentRangeStart":
            open_.add(key)
        elif name == "commentRangeEnd":
            open_.discard(key)
        elif name in {"t", "footnoteReference"}:
            words |= {key: words.get(key, "") + (element.text or f"[{name}]") for key in open_}
    return [(comment.text, words[str(comment.comment_id)]) for comment in document.comments]


def annotated(provenance, tmp_path, *paragraphs, **notes):
    (tmp_path / "a.docx").write_bytes(make_docx(*paragraphs, **notes))
    (tmp_path / "s.html").write_text(SOURCE, "utf-8")
    done = provenance(
        "trace",
        "a.docx",
        "--offline",
        "--source",
        "s.html",
        "--format",
        "text",
        "--format",
        "docx:b.docx",
        cwd=tmp_path,
    )
    return done, commented((tmp_path / "b.docx").read_bytes())


def test_a_docx_is_traced_by_paragraphs_and_copied_with_a_comment_at_each_finding(provenance, tmp_path):
    cut = f"<w:p>{run('Orla Venn said: “The pier was sa')}{run('fe, and the council and the mayor knew it.”')}</w:p>"
    done, comments = annotated(provenance, tmp_path, "Orla Venn", "The pier is old.", cut)
    assert done.returncode == 1
    assert "a.docx:paragraph 3" in done.stdout
    (dropped, where), (changed, there) = sorted(comments, key=lambda each: "OMI202" not in each[0])
    assert dropped.startswith("critical OMI202 dropped-negation: leaves out “never”\nThe source has: “")
    assert "never safe" in dropped
    assert not any("““" in comment for comment, _ in comments)
    assert where == "was safe,"
    assert ("council" in changed, there) == (True, "council")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            {
                "word/media/p.png": " <a>" + "<b/>" * 400_000 + "</a>"
            },  # nor need a part say in its name that it is XML
            "a.docx cannot be opened again (holds more elements than are read); trace a .docx file.",
        ),
        (
            {
                "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="c" Type="{R}/comments" Target="https://a.example" TargetMode="External"/></Relationships>'
            },
            "a.docx takes no comments (",
        ),
    ],
)
def test_a_file_that_takes_no_comments_is_one_sentence_and_costs_no_other_report(
    provenance, tmp_path, parts, message
):
    data = make_docx(paragraph(QUOTING), parts=parts)
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "s.html").write_text(SOURCE, "utf-8")
    given = ("trace", "a.docx", "--offline", "--source", "s.html")
    done = provenance(*given, "--format", "docx:b.docx", "--format", "json:t.json", cwd=tmp_path)
    assert (done.returncode, message in done.stderr, len(done.stderr.splitlines())) == (2, True, 1)
    assert (tmp_path / "t.json").exists()


def test_the_copy_says_what_the_article_says(provenance, tmp_path):
    annotated(provenance, tmp_path, paragraph(QUOTING), "She left.")
    texts = [[p.text for p in docx.Document(tmp_path / name).paragraphs] for name in ("a.docx", "b.docx")]
    assert texts[0] == texts[1] == [QUOTING, "She left."]


@pytest.mark.parametrize(
    ("target", "article", "message"),
    [
        ("docx", "a.docx", "write --format docx:FILE"),
        ("docx:a.docx", "a.docx", "is the article itself"),
        ("docx:b.docx", "a.html", "trace one .docx file alone"),
    ],
)
def test_a_copy_that_cannot_be_written_is_one_sentence(provenance, tmp_path, target, article, message):
    data = make_docx(QUOTING)
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "a.html").write_text(f"<p>{QUOTING}</p>", "utf-8")
    done = provenance("trace", article, "--offline", "--format", target, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "a.docx").read_bytes() == data


def test_without_python_docx_the_extra_is_named(provenance, tmp_path, monkeypatch):
    (tmp_path / "a.docx").write_bytes(make_docx(QUOTING))
    monkeypatch.setitem(sys.modules, "docx", None)
    done = provenance("trace", "a.docx", "--offline", "--format", "docx:b.docx", cwd=tmp_path)
    assert "pip install '.[docx]'" in done.stderr


def test_a_docx_whose_pictures_unpack_to_gigabytes_is_not_copied(provenance, tmp_path):
    (tmp_path / "a.docx").write_bytes(make_docx(QUOTING, parts={"word/media/a.png": b"\0" * 210_000_000}))
    done = provenance("trace", "a.docx", "--offline", "--format", "docx:b.docx", cwd=tmp_path)
    assert "unpacks to more than" in done.stderr


DOCUMENTS = {
    "a.docx": make_docx,
    "a.odt": lambda text: make_odt(f"<text:p>{text}</text:p>"),
    "a.epub": lambda text: make_epub({"one.xhtml": "<p>One.</p>", "two.xhtml": f"<p>Two.</p><p>{text}</p>"}),
}


@pytest.mark.parametrize(
    ("name", "place"),
    [("a.docx", "paragraph 1"), ("a.odt", "paragraph 1"), ("a.epub", "section 2, paragraph 2")],
)
def test_each_is_detected_saved_from_checked_and_compared_as_a_source(provenance, tmp_path, name, place):
    (tmp_path / name).write_bytes(DOCUMENTS[name](QUOTING))
    assert f"{name}:{place}" in provenance("detect", name, cwd=tmp_path).stdout
    assert provenance("check", name, "--accept-unchecked", cwd=tmp_path).returncode == 0
    assert "cites a page; nothing was saved" in provenance("save", name, cwd=tmp_path).stderr
    (tmp_path / "q.html").write_text(
        "<p>Orla Venn said: “The pier was never safe, and the board knew it.”</p>", "utf-8"
    )
    (tmp_path / name).write_bytes(
        DOCUMENTS[name]("Orla Venn: the pier was never safe, and the board knew it.")
    )
    assert "verbatim" in provenance("trace", "q.html", "--offline", "--source", name, cwd=tmp_path).stdout


def test_what_is_no_document_is_one_sentence_of_the_command_line(provenance, tmp_path):
    (tmp_path / "a.docx").write_bytes(zipped({"a.txt": "x"}))
    done = provenance("trace", "a.docx", "--offline", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


FABRICATED = (
    "Orla Venn wrote in a letter: “The pier was painted blue in the spring, and the mayor held the brush.”"
)
ADDRESS = "https://herald.example/pier"
NOTED = {
    "a.docx": lambda: make_docx(f"{FABRICATED}[^2] They met.", footnotes={2: f"Lena Orth, The pier, The Herald, {ADDRESS}."}),
    "a.odt": lambda: make_odt(
        f'<text:p>{FABRICATED}<text:note text:note-class="footnote"><text:note-body><text:p>Lena Orth, The pier, {ADDRESS}.'
        "</text:p></text:note-body></text:note> They met.</text:p>"
    ),
    "a.epub": lambda: make_epub(
        {
            "one.xhtml": f'<p>{FABRICATED}<a epub:type="noteref" href="n.xhtml#n1">1</a> They met.</p>',
            "n.xhtml": f'<aside epub:type="footnote" id="n1"><p>Lena Orth, <a href="{ADDRESS}">The pier</a>.</p></aside>',
        }
    ),
    "a.pdf": lambda: make_pdf(
        ["Orla Venn wrote in a letter: “The pier was painted blue in the spring,", "and the mayor held the brush.”^1^ They met", "at noon.",
         "~^1^ Lena Orth, The pier, The Herald, 4 May 2031, https://herald.example/", "~pier."],
        ["More of it.", "And more.", "It ends here."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTED)
def test_a_fabricated_quotation_with_a_note_to_a_saved_source_is_not_found(provenance, tmp_path, name):
    (tmp_path / name).write_bytes(NOTED[name]())
    page = (
        "<p>" + "The harbour board met at noon to hear the surveyor on the state of the wall. " * 30 + "</p>"
    )
    (tmp_path / "s.html").write_text(f"{SOURCE}{page}", "utf-8")
    done = provenance("trace", name, "--offline", "--source", f"{ADDRESS}=s.html", cwd=tmp_path)
    assert "not-found" in done.stdout
    assert ADDRESS in done.stdout
    assert done.returncode == 1


def test_words_of_a_note_are_told_by_its_number():
    article = read_bytes(
        make_docx("The pier[^1] is old.[^2]", footnotes={1: "A note.", 2: "Another."}), origin="a.docx"
    )
    places = [
        place_in_words(article, article.document.passage(block.span.start, block.span.end))
        for block in article.document.blocks
    ]
    assert places == ["paragraph 1", "note 1", "note 2"]
