import os
import time

import pytest

from provenance.errors import ConfigurationError
from provenance.files.reading import is_inside, parse_table, read_regular, read_table


@pytest.fixture(params=["a pipe", "a link to a device", "a link to a pipe"])
def endless(request, tmp_path):
    path = tmp_path / "table.toml"
    if "pipe" in request.param:
        os.mkfifo(tmp_path / "pipe")
    target = "/dev/zero" if "device" in request.param else tmp_path / "pipe"
    path.symlink_to(target) if "link" in request.param else (tmp_path / "pipe").rename(path)
    return path


def test_what_may_never_end_is_not_read(endless):
    with pytest.raises(ConfigurationError, match="no regular file"):
        read_table(endless)


def test_a_file_is_read_up_to_its_limit_and_not_a_byte_beyond(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 100)
    assert read_regular(path, limit=100) == b"x" * 100
    with pytest.raises(OSError, match="larger than 99 bytes"):
        read_regular(path, limit=99)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 100_000, "nested too deep"),
        (".".join(["a"] * 20_000) + " = 1", "more than 64 parts"),
        ('x = {"a"' + "." + ".".join(["'b'"] * 66) + " = 1}", "more than 64 parts"),
        ("a = " + "9" * 5000, "4300"),
        ("a = 2026-13-45", "Expected|Invalid"),
    ],
)
def test_a_table_that_nobody_wrote_by_hand_is_one_error(text, said):
    with pytest.raises(ValueError, match=said):
        parse_table(text)


def test_a_key_of_sixty_four_parts_is_read():
    assert parse_table(".".join(["a"] * 64) + " = 1")


@pytest.mark.parametrize("unit", ["a.", '"a".', "a", '"'])
def test_a_table_is_looked_through_in_linear_time(unit):
    begun = time.process_time()
    with pytest.raises(ValueError, match=r"."):
        parse_table(unit * 200_000)
    assert time.process_time() - begun < 5


def test_a_link_is_where_it_leads(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link").symlink_to(tmp_path)
    assert is_inside(tmp_path / "in/a", [tmp_path / "in"])
    assert not is_inside(tmp_path / "in/link", [tmp_path / "in"])
    assert is_inside(tmp_path / "in/link", [tmp_path / "in", tmp_path])
