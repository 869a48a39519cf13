import stat
import subprocess

import pytest
from click.testing import CliRunner

from provenance.cli.entry import commands

URL = "https://courier.example/pier"
SAID = "The harbour council said on Monday that it would not close the café pier before the winter of 2031."
SOURCE = f'<html><head><meta charset="utf-8"><link rel="canonical" href="{URL}"></head><body><article><h1>The pier</h1><p>{SAID}</p><p>Nothing else was said about it on that day by anybody.</p></article></body></html>'
MARKDOWN = f"""---
title: Pier
---
The [Courier reports]({URL}):

> The harbour council said on Monday that it would close
> the café pier before the bitter winter of 2031.

That is all."""
HTML = f"""<html><head><meta charset="iso-8859-1"></head><body><article><p>The <a href="{URL}">Courier reports</a>:</p>
<blockquote><p>The harbour&nbsp;council said on <em>Monday</em> that it would <a href='#c'>close</a> the
café pier before the winter of 2031.</p></blockquote><p>That is all there is to say.</p></article></body></html>
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved/pier.html").write_text(SOURCE, "utf-8")
    subprocess.run(["git", "init", "-q", "."], check=True, capture_output=True)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(commands, ["fix", *arguments, "--sources", "saved"], standalone_mode=False)


@pytest.mark.parametrize(
    ("name", "data", "mended"),
    [
        ("post.md", MARKDOWN.encode(), MARKDOWN.replace("would close", "would not close").replace("bitter ", "").encode()),
        ("a post.md", MARKDOWN.replace("\n", "\r\n").encode(), MARKDOWN.replace("would close", "would not close").replace("bitter ", "").replace("\n", "\r\n").encode()),
        ("post.html", HTML.encode("latin-1"), HTML.replace("would <a href='#c'>", "would not <a href='#c'>").encode("latin-1")),
        ("marked.html", b"\xef\xbb\xbf" + HTML.encode(), b"\xef\xbb\xbf" + HTML.replace("would <a href='#c'>", "would not <a href='#c'>").encode()),
    ],
)  # fmt: skip
def test_git_applies_the_patch_every_other_byte_stays_and_the_check_passes_then(desk, name, data, mended):
    (desk / name).write_bytes(data)
    result = run(name)
    assert result.return_value == 1
    subprocess.run(["git", "apply", "-"], input=result.stdout_bytes, check=True)
    assert (desk / name).read_bytes() == mended
    again = run(name)
    assert (again.return_value, again.stdout, again.stderr) == (0, "", "0 findings can be mended, 0 left\n")


def test_written_files_keep_their_rights_and_links_their_target(desk):
    (desk / "post.md").write_text(MARKDOWN, "utf-8")
    (desk / "post.md").chmod(0o640)
    (desk / "link.md").symlink_to("post.md")
    result = run("link.md", "--write")
    assert result.return_value == 0
    assert "would not close" in (desk / "post.md").read_text("utf-8")
    assert (desk / "link.md").is_symlink()
    assert stat.S_IMODE((desk / "post.md").stat().st_mode) == 0o640


def test_what_is_not_mended_is_listed_with_its_reason(desk):
    (desk / "post.md").write_text(MARKDOWN, "utf-8")
    result = run("post.md", "--mark", "--write")
    assert result.return_value == 1
    assert "post.md:6:52: critical OMI202 dropped-negation: leaves out “not”" in result.stderr
    assert (
        "  not mended: what was left out governs words that are kept; put it back with --restore\n"
        in result.stderr
    )
    assert result.stderr.endswith("1 finding mended, 1 left\n")
    assert "[bitter] winter" in (desk / "post.md").read_text("utf-8")


def test_only_the_selected_findings_are_mended(desk):
    (desk / "post.md").write_text(MARKDOWN, "utf-8")
    run("post.md", "--select", "OMI", "--write")
    assert (desk / "post.md").read_text("utf-8") == MARKDOWN.replace("would close", "would not close")


@pytest.mark.parametrize("name", ["-", "https://blog.example/post", "missing.md"])
def test_only_files_are_mended(desk, name):
    result = run(name)
    assert result.return_value == 2
    assert result.stderr.startswith("provenance: ")


def test_letters_that_the_encoding_of_a_page_lacks_become_references(desk):
    (desk / "saved/pier.html").write_text(SOURCE.replace("the winter", "the “Δ” winter"), "utf-8")
    (desk / "post.html").write_bytes(
        HTML.replace("would <a href='#c'>close", "would not <a href='#c'>close").encode("latin-1")
    )
    run("post.html", "--write")
    assert "before the “&#916;” winter" in (desk / "post.html").read_text("cp1252")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_file_with_a_byte_order_mark_is_written_in_the_encoding_that_it_tells(desk, encoding):
    (desk / "post.md").write_bytes(MARKDOWN.encode(encoding))
    run("post.md", "--select", "OMI", "--write")
    assert (desk / "post.md").read_bytes() == MARKDOWN.replace("would close", "would not close").encode(
        encoding
    )


def test_a_file_that_cannot_be_written_back_has_nothing_told_as_mended(desk):
    (desk / "post.md").write_bytes(f"{MARKDOWN}\n\nThe café was closed, too.\n".encode("cp1252"))
    told = run("post.md", "--write").stderr
    assert ("cannot be written back" in told, "OMI202" in told) == (True, False)


def test_a_file_that_cannot_be_written_is_named_and_is_no_fault_of_the_program(desk, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("provenance.files.writing.write_atomically", refuse)
    (desk / "post.md").write_text(MARKDOWN, "utf-8")
    result = run("post.md", "--write")
    assert result.return_value == 2
    assert "post.md cannot be written (Permission denied); check the file." in result.stderr
