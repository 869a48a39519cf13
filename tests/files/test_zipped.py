import io
import zipfile

import pytest

from provenance.files.unpacking import UnpackingError, ZipReader
from tests.sources.bombs import many_members, overlapping, zip_of


def read(data, name="a.xml", limit=1000):
    with ZipReader(io.BytesIO(data)) as archive:
        return archive.read(name, limit=limit)


def test_members_are_listed_and_read():
    data = zip_of({"a.xml": b"<a/>", "../evil": b"x"})
    with ZipReader(io.BytesIO(data)) as archive:
        assert archive.names == ("a.xml", "../evil")
        assert archive.read("a.xml", limit=4) == b"<a/>"
        with pytest.raises(UnpackingError, match="more than 3 bytes"):
            archive.read("a.xml", limit=3)


def of_kind(kind):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as archive:
        archive.writestr("a.xml", b"x" * 100)
    return stream.getvalue()


def changed(data, at, value):
    return data[:at] + value + data[at + len(value) :]


SOUND = zip_of({"a.xml": b"x" * 100})
LISTED = SOUND.index(b"PK\x01\x02")
BROKEN = {
    "no zip file": b"junk" * 99,
    "empty": b"",
    "overlapping members": overlapping(),
    "too many members": many_members(),
    "packed with LZMA": of_kind(zipfile.ZIP_LZMA),
    "packed with bzip2": of_kind(zipfile.ZIP_BZIP2),
    "locked": changed(changed(SOUND, 6, b"\x01"), LISTED + 8, b"\x01"),
    "another name in the member": SOUND.replace(b"a.xml", b"b.xml", 1),
    "a member before the file": changed(SOUND, SOUND.index(b"PK\x05\x06") + 16, b"\xff\xff\xff\x7f"),
    "a checksum that is wrong": changed(SOUND, LISTED + 16, b"\0\0\0\0"),
    "a member that is missing": zip_of({"c.xml": b""}),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_zip_file_that_is_not_sound_is_one_sentence(data):
    with pytest.raises(UnpackingError, match=r"is no sound zip file|is packed in a way"):
        read(data)
