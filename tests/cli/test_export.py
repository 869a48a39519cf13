"""``provenance export``, as its user calls it."""

from datetime import UTC, datetime

import pytest

from provenance.sources.capture import Capture
from provenance.sources.containers.container import captures_in
from provenance.sources.storage.passages import PASSAGES_ONLY
from provenance.sources.storage.store import Store
from tests.sources.pages import PIER, page


@pytest.fixture
def folder(tmp_path):
    store = Store(tmp_path / "saved")
    for text, day in ((page(), 1), (page().replace("May", "June"), 2)):
        when = datetime(2026, 3, day, tzinfo=UTC)
        store.save(
            Capture(text.encode(), PIER, url=PIER, retrieved=when, content_type="text/html", etag='"7"')
        )
    return tmp_path / "saved"


@pytest.mark.parametrize("name", ["all.warc.gz", "all.warc"])
def test_what_is_exported_is_read_back_as_it_was_saved(provenance, folder, tmp_path, name):
    run = provenance("export", folder, "--to", name, cwd=tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, f"2 sources written to {name}.\n", "")
    store = Store(folder)
    saved = [store.open(source) for source in store.sources()]
    found = list(captures_in(tmp_path / name))
    for each in ("data", "url", "retrieved", "status", "content_type", "etag"):
        wanted = 200 if each == "status" else None
        assert [getattr(one, each) for one in found] == [wanted or getattr(one, each) for one in saved]
    packed = (tmp_path / name).read_bytes()[:2] == b"\x1f\x8b"
    assert packed == name.endswith(".gz")


def test_what_does_not_belong_into_such_a_file_is_named(provenance, folder, tmp_path):
    (folder / "note.txt").write_text("Words of which nobody knows where they are from.\n")
    passages = Capture(
        b"Some words.", PIER, url=f"{PIER}?page=2", content_type="text/plain", partial=PASSAGES_ONLY
    )
    Store(folder).save(passages, page_digest="0" * 64)
    next(folder.glob("*.html")).write_text("changed")
    run = provenance("export", folder, "--to", "all.warc.gz", cwd=tmp_path)
    assert run.returncode == 3
    assert run.stdout == "1 source written to all.warc.gz.\n"
    assert "nobody knows its address" in run.stderr
    assert "only passages" in run.stderr
    assert "SHA-256 differs" in run.stderr


def test_nothing_is_exported_into_the_folder_that_it_comes_from(provenance, folder, tmp_path):
    run = provenance("export", folder, "--to", "saved/all.warc", cwd=tmp_path)
    assert run.returncode == 2
    assert "write it elsewhere" in run.stderr
    assert not (folder / "all.warc").exists()


def test_an_export_that_fails_leaves_the_older_one(provenance, folder, tmp_path, monkeypatch):
    (tmp_path / "all.warc.gz").write_bytes(b"older")
    monkeypatch.setattr("gzip.compress", lambda *_, **__: 1 / 0)
    assert provenance("export", folder, "--to", "all.warc.gz", cwd=tmp_path).returncode == 2
    assert (tmp_path / "all.warc.gz").read_bytes() == b"older"
    assert {path.name for path in tmp_path.iterdir()} == {"saved", "all.warc.gz"}


@pytest.mark.parametrize("name", ["all.zip", "nowhere/all.warc"])
def test_a_file_that_cannot_be_is_named(provenance, folder, tmp_path, name):
    run = provenance("export", folder, "--to", name, cwd=tmp_path)
    assert run.returncode == 2
    assert name in run.stderr


def test_an_empty_folder_holds_nothing_to_export(provenance, tmp_path):
    (tmp_path / "saved").mkdir()
    assert provenance("export", "saved", "--to", "all.warc.gz", cwd=tmp_path).returncode == 3
    assert not (tmp_path / "all.warc.gz").exists()
