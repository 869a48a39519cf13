"""Articles and sources that are no pages: what each command makes of them, and how their places are told."""

import json

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
