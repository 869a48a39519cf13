import pytest

ABOUT = 'title = "A pier"\nwhy = "It shows a pier."\ntexts = "written for this project, Apache-2.0"\n'
SOURCE = """<html><head><link rel="canonical" href="https://pier.example/a"></head><body><article><h1>The pier</h1>
<p>It has been a long winter for the people who look after the pier, and for the people who only look at it.</p>
<p>The pier will close for repairs on the first of May. Ferries are going to run every hour until the autumn.</p>
<p>The fishermen have been told that they may stay, provided that they move. Most of them have moved already, to the
other pier, which is not a pier at all but a wall. Nobody minds. The wall is higher, and it has never been repaired,
because nobody has ever said that it was broken. A seal was seen there on Thursday, and a second one on Friday.</p>
</article></body></html>"""
ARTICLE = """# Repairs

[The paper](https://pier.example/a) writes:

> The pier will close for repairs on the first of {month}. Ferries are going to run every hour until the autumn.

That is a long time to look at a wall. [The paper](https://pier.example/a) adds:

> A seal was seen there on Thursday, and a second one on Friday.

I have seen neither.
"""


@pytest.fixture
def folder(tmp_path):
    """A case with two faithful excerpts and no expectations yet."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "case.toml").write_text(ABOUT, "utf-8")
    (tmp_path / "article.md").write_text(ARTICLE.format(month="May"), "utf-8")
    (tmp_path / "sources/a.html").write_text(SOURCE, "utf-8")
    (tmp_path / "findings.toml").write_text("excerpt = []\n", "utf-8")
    return tmp_path


@pytest.fixture
def write_article(folder):
    """Writes the article with another month, with or without the seals."""

    def write(*, month="May", seals=True):
        text = ARTICLE.format(month=month)
        if not seals:
            text = text.replace("> A seal was seen there on Thursday, and a second one on Friday.", "")
        (folder / "article.md").write_text(text, "utf-8")

    return write


@pytest.fixture
def expect(folder):
    """Writes findings.toml."""
    return lambda text: (folder / "findings.toml").write_text(text, "utf-8")
