import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import ConfigurationError
from provenance.sources.capture import Capture
from provenance.sources.storage.manifest import Manifest, SavedSource, parse_manifest, read_manifest
from provenance.sources.storage.store import Store

PATH = Path("saved/sources.toml")
PIER = SavedSource(
    url="https://ledger.example/pier", file="pier.html", sha256="ab", fetched=datetime(2026, 3, 2, tzinfo=UTC)
)
QUAY = SavedSource(url="https://ledger.example/quay", file="quay.html", status=200, etag='W/"x"')


def test_what_is_written_is_read_back():
    manifest = Manifest().including([QUAY, PIER])
    assert parse_manifest(manifest.text, PATH).sources == (PIER, QUAY)


@given(st.text(), st.text(min_size=1))
def test_any_text_survives_being_written(title, etag):
    source = SavedSource(url="https://a.example/", file="a.html", title=title, etag=etag)
    again = parse_manifest(Manifest().including([source]).text, PATH).sources[0]
    assert again == source or "\ufffd" in again.title + again.etag


def test_tables_are_sorted_by_address_then_age():
    old = SavedSource(url=PIER.url, file="old.html", fetched=datetime(2025, 1, 1, tzinfo=UTC))
    assert Manifest().including([QUAY, PIER, old]).sources == (old, PIER, QUAY)


def test_adding_a_source_leaves_every_other_line_as_it_was():
    by_hand = (
        "# Kept by the desk.\n\n"
        "# Asked the editor, 3 March.\n"
        "[[source]]\n"
        "file   = 'quay.html'   # renamed\n"
        "url = 'https://ledger.example/quay'\n"
        "note = 'ours'\n"
    )
    text = parse_manifest(by_hand, PATH).including([PIER]).text
    for line in by_hand.splitlines():
        assert line in text
    again = parse_manifest(text, PATH)
    assert [source.url for source in again.sources] == [PIER.url, QUAY.url]
    assert again.text == text


def test_a_comment_goes_with_the_table_below_it():
    text = (
        Manifest().including([QUAY]).text
        + "\n# about the pier\n[[source]]\nurl='https://ledger.example/pier'\nfile='p.html'\n"
    )
    again = parse_manifest(text, PATH).including([])
    assert again.text.index("# about the pier") < again.text.index("/pier'") < again.text.index("/quay")


def test_a_value_that_looks_like_a_table_does_not_break_it():
    text = '[[source]]\nurl="https://a.example/"\nfile="a.html"\ntitle="""\n[[source]]\n"""\n'
    manifest = parse_manifest(text, PATH)
    assert len(manifest.sources) == 1
    assert parse_manifest(manifest.text, PATH).sources == manifest.sources


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[source]\n", "no valid TOML"),
        ("[[source]]\nfile='a.html'\n", "a.html needs the url"),
        ("[[source]]\nurl='https://a.example/'\n", "needs a file inside"),
        ("[[source]]\nurl='https://a.example/'\nfile='../a.html'\n", "needs a file inside"),
        ("[[source]]\nurl='https://a.example/'\nfile='/etc/passwd'\n", "needs a file inside"),
        ("[[source]]\nurl='https://a.example/'\nfile='..\\\\a.html'\n", "needs a file inside"),
        ("[[source]]\nurl='file:///etc/passwd'\nfile='a.html'\n", "needs the url"),
        (
            "[[source]]\nurl='https://a.example/'\nfile='a.html'\nstatus='ok'\n",
            "status of a.html must be a int",
        ),
        ("source = 3\n", "source must be a list of tables"),
        ("[[sources]]\nurl='https://a.example/'\n", "'sources' is unknown"),
    ],
)
def test_a_broken_manifest_is_one_sentence_that_names_the_place(text, said):
    with pytest.raises(ConfigurationError, match=r"sources\.toml") as caught:
        parse_manifest(text, PATH)
    assert said in str(caught.value)


def test_no_manifest_is_an_empty_one(tmp_path):
    assert read_manifest(tmp_path / "sources.toml").sources == ()


def test_a_local_time_is_taken_for_utc():
    text = "[[source]]\nurl='https://a.example/'\nfile='a.html'\nfetched = 2026-03-02T10:00:00\n"
    assert parse_manifest(text, PATH).sources[0].fetched == datetime(2026, 3, 2, 10, tzinfo=UTC)


GOOD = "[[source]]\nurl='https://a.example/'\nfile='a.html'\n"
HOSTILE = {
    "a truth value": (GOOD + "status = true\n", "status of a.html must be a int"),
    "a day": (GOOD + "fetched = 2026-03-02\n", "fetched of a.html must be a datetime"),
    "a time": (GOOD + "checked = 07:32:00\n", "checked of a.html must be a datetime"),
    "the end of time": (GOOD + "fetched = 9999-12-31T23:59:59-14:00\n", "no date of our times"),
    "the beginning of time": (GOOD + "checked = 0001-01-01T00:00:00+14:00\n", "no date of our times"),
    "no date": (GOOD + "fetched = 2026-13-45T00:00:00Z\n", "no valid TOML"),
    "a long key": (GOOD + ".".join(["a"] * 20_000) + " = 1\n", "more than 64 parts"),
    "a deep list": (GOOD + "a = " + "[" * 50_000, "nested too deep"),
    "a long number": (GOOD + "status = " + "9" * 5_000, "no valid TOML"),
    "no tables": ("source = ['a']\n[[source]]\n", "list of tables|no valid TOML|is unknown"),
}


@pytest.mark.parametrize(("text", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_manifest_is_one_sentence_and_stays_as_it_is(tmp_path, text, said):
    (tmp_path / "sources.toml").write_text(text)
    store = Store(tmp_path)
    for use in (store.sources, lambda: store.save(Capture(b"x", "a", url="https://a.example/"))):
        with pytest.raises(ConfigurationError, match=said) as caught:
            use()
        assert str(tmp_path / "sources.toml") in str(caught.value)
    assert (tmp_path / "sources.toml").read_text() == text


def test_comments_above_tables_are_found_in_linear_time():
    begun = time.process_time()
    assert len(parse_manifest((GOOD + "#\n" * 2_000) * 100, PATH).sources) == 100
    assert time.process_time() - begun < 3
