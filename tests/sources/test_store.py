import errno
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import SourceError
from provenance.files.writing import write_atomically
from provenance.sources.capture import Capture
from provenance.sources.storage import store as store_module
from provenance.sources.storage.manifest import read_manifest
from provenance.sources.storage.store import Store, file_name

URL = "https://ledger.example/pier"


def capture(text: str = "<p>The pier closes in May.</p>", url: str = URL, **more) -> Capture:
    return Capture(text.encode(), url, url=url, content_type="text/html; charset=utf-8", **more)


def test_a_saved_page_is_read_back_with_all_that_is_known_of_it(tmp_path):
    when = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    kept = capture(
        final_url=URL + "/",
        retrieved=when,
        status=200,
        etag='"1"',
        last_modified="Mon",
        memento="https://m.example/",
    )
    saved = Store(tmp_path / "new").save(kept)
    again = Store(tmp_path / "new").open(saved)
    for name in (
        "data",
        "url",
        "final_url",
        "retrieved",
        "status",
        "content_type",
        "etag",
        "last_modified",
        "memento",
    ):
        assert getattr(again, name) == getattr(kept, name), name
    assert Store(tmp_path / "new").sources() == (saved,)


def test_a_changed_file_is_an_error_that_names_it(tmp_path):
    store = Store(tmp_path)
    saved = store.save(capture())
    (tmp_path / saved.file).write_text("changed")
    with pytest.raises(SourceError, match=saved.file):
        store.open(saved)


def test_a_missing_file_is_an_error_that_names_it(tmp_path):
    store = Store(tmp_path)
    saved = store.save(capture())
    (tmp_path / saved.file).unlink()
    with pytest.raises(SourceError, match=saved.file):
        store.open(saved)


def test_a_file_that_is_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    store = Store(tmp_path / "saved")
    saved = store.save(capture())
    path = tmp_path / "saved" / saved.file
    path.unlink()
    path.symlink_to(tmp_path / "secret.txt")
    with pytest.raises(SourceError, match="leads out"):
        store.open(saved)


def test_a_page_that_changed_is_kept_beside_its_older_copy(tmp_path):
    store = Store(tmp_path)
    store.save(capture("old", retrieved=datetime(2026, 1, 1, tzinfo=UTC)))
    newer = store.save(capture("new", retrieved=datetime(2026, 2, 1, tzinfo=UTC)))
    assert len(store.sources()) == 2
    assert store.latest("http://www.ledger.example/pier/") == newer


def test_a_page_that_did_not_change_is_kept_once(tmp_path):
    store = Store(tmp_path)
    store.save(capture(retrieved=datetime(2026, 1, 1, tzinfo=UTC)))
    store.save(capture(retrieved=datetime(2026, 2, 1, tzinfo=UTC)))
    assert [source.fetched.month for source in store.sources()] == [2]


def test_two_addresses_with_the_same_bytes_are_both_named(tmp_path):
    store = Store(tmp_path)
    store.save(capture(url=URL + "?id=1"))
    store.save(capture(url=URL + "?id=2"))
    assert {source.url for source in store.sources()} == {URL + "?id=1", URL + "?id=2"}


def test_what_another_process_saved_is_seen(tmp_path):
    first, second = Store(tmp_path), Store(tmp_path)
    first.save(capture("a"))
    second.save(capture("b", url="https://ledger.example/quay"))
    first.save(capture("c", url="https://ledger.example/ship"))
    assert len(first.sources()) == len(Store(tmp_path).sources()) == 3


def test_a_failed_write_leaves_nothing_behind(tmp_path, monkeypatch):
    def broken(descriptor):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(tmp_path / "a.html", b"x")
    assert list(tmp_path.iterdir()) == []


def test_an_abandoned_temporary_file_is_swept_away(tmp_path):
    abandoned, fresh = tmp_path / ".a.html.123.tmp", tmp_path / ".b.html.123.tmp"
    for path in (abandoned, fresh):
        path.write_text("half")
    os.utime(abandoned, (0, 0))
    Store(tmp_path).save(capture())
    assert not abandoned.exists()
    assert fresh.exists()


@given(st.text(max_size=6000), st.text(max_size=40))
def test_names_are_legal_everywhere(path, host):
    name = file_name(f"https://a.example/{path}", "0123456789ab", "text/html")
    assert len(name) <= 100
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")
    assert not name.startswith(".")
    assert ".." not in name


@pytest.mark.parametrize(
    ("url", "kind", "name"),
    [
        (
            "https://ledger.example/2026/Pier%20Closing",
            "text/html",
            "ledger.example-2026-pier-closing-0123456789.html",
        ),
        ("https://ledger.example/../../etc/passwd", "text/plain", "ledger.example-etc-passwd-0123456789.txt"),
        ("https://con/nul", "application/pdf", "con-nul-0123456789.pdf"),
        ("https://ledger.example/" + "x" * 5000, None, "ledger.example-" + "x" * 65 + "-0123456789.html"),
    ],
)
def test_names_are_slug_and_digest(url, kind, name):
    assert file_name(url, "0123456789ab", kind) == name


SAVERS = """
import os, signal, sys, time
from pathlib import Path
from provenance.sources.capture import Capture
from provenance.sources.storage.store import Store

def save(number):
    os.close(release)
    os.read(gate, 1)
    store = Store(Path(sys.argv[1]))
    for page in range(100_000 if number % 5 == 0 else 3):
        url = f"https://ledger.example/{number}/{page}"
        store.save(Capture(f"<p>{url}</p>".encode() * 50, url, url=url, content_type="text/html"))

gate, release = os.pipe()
savers = []
for number in range(50):
    savers.append(os.fork())
    if savers[-1] == 0:
        save(number)
        os._exit(0)
os.close(release)  # all begin at once
time.sleep(0.5)
for saver in savers[::5]:
    os.kill(saver, signal.SIGKILL)
ends = [os.waitpid(saver, 0)[1] for saver in savers]
assert ends == [signal.SIGKILL if number % 5 == 0 else 0 for number in range(50)], ends
"""


@pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills by signal")
def test_fifty_savers_at_once_some_of_them_killed_leave_a_whole_store(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", SAVERS, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    store = Store(tmp_path)
    saved = {source.url for source in store.sources()}
    assert {f"https://ledger.example/{n}/{i}" for n in range(50) if n % 5 for i in range(3)} <= saved
    for source in store.sources():
        store.open(source)
    assert read_manifest(tmp_path / "sources.toml").text == (tmp_path / "sources.toml").read_text()


def test_no_lock_is_left_in_the_folder(tmp_path):
    Store(tmp_path).save(capture())
    assert {path.suffix for path in tmp_path.iterdir()} == {".html", ".toml"}


def test_a_full_disk_leaves_no_page_behind_that_nothing_names(tmp_path, monkeypatch):
    store = Store(tmp_path)
    store.save(capture())
    before = {path.name for path in tmp_path.iterdir()}

    def full(path, data, *, write=store_module.write_atomically):
        if path.name == "sources.toml":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(store_module, "write_atomically", full)
        with pytest.raises(OSError, match="No space"):
            store.save(capture("<p>another page</p>"))
    assert {path.name for path in tmp_path.iterdir()} == before
