import gzip
import io
import time
import zlib

import pytest

from provenance.files.unpacking import (
    FREE_GROWTH,
    MOST_GROWTH,
    PieceStream,
    UnpackingError,
    check_size,
    gunzipped,
    inflated,
)

TEXT = b"The pier will close before the end of May. " * 5000


def unpacked(*chunks, limit=10_000_000):
    return b"".join(gunzipped(chunks, limit=limit))


@pytest.mark.parametrize("size", [1, 2, 7, 4096, 1_000_000])
def test_data_are_unpacked_however_they_are_cut(size):
    packed = gzip.compress(TEXT) + gzip.compress(b"more")
    assert unpacked(*(packed[at : at + size] for at in range(0, len(packed), size))) == TEXT + b"more"


def test_what_stands_behind_the_last_member_is_left_out():
    assert unpacked(gzip.compress(b"a") + b"\0\0junk") == b"a"


@pytest.mark.parametrize(
    "data",
    [b"", b"\x1f", b"\x1f\x8b", gzip.compress(TEXT)[:-9], b"junk" * 9, gzip.compress(b"a")[:-4] + b"junk"],
    ids=range(6),
)
def test_broken_data_are_one_sentence(data):
    with pytest.raises(UnpackingError, match=r"breaks off|broken compressed data"):
        unpacked(data)


def test_the_limit_holds_to_the_byte():
    assert unpacked(gzip.compress(TEXT), limit=len(TEXT)) == TEXT
    with pytest.raises(UnpackingError, match="unpacks to more than"):
        unpacked(gzip.compress(TEXT), limit=len(TEXT) - 1)


def test_what_grows_as_no_page_does_is_refused():
    most = FREE_GROWTH + MOST_GROWTH * 1000
    check_size(most, limit=most, packed=1000)
    with pytest.raises(UnpackingError, match=f"more than {MOST_GROWTH} times its size"):
        check_size(most + 1, limit=most + 1, packed=1000)


def test_many_tiny_members_take_time_in_proportion():
    packed = gzip.compress(b"") * 100_000
    begun = time.process_time()
    assert unpacked(packed) == b""
    assert time.process_time() - begun < 3


def test_deflate_is_read_with_its_header_and_without():
    bare = zlib.compressobj(9, zlib.DEFLATED, -15)
    assert inflated(zlib.compress(TEXT), limit=len(TEXT)) == TEXT
    assert inflated(bare.compress(TEXT) + bare.flush(), limit=len(TEXT)) == TEXT
    with pytest.raises(UnpackingError, match="unpacks to more"):
        inflated(zlib.compress(TEXT), limit=len(TEXT) - 1)


def test_pieces_are_a_stream():
    assert io.BufferedReader(PieceStream(iter([b"ab", b"", b"c" * 99_999]))).read() == b"ab" + b"c" * 99_999
