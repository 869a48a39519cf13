"""WARC files (ISO 28500), plain or compressed: read the pages they hold, and write one."""

import base64
import gzip
import io
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import IO, BinaryIO

from provenance.articles.dates import point_in_time
from provenance.errors import SourceError
from provenance.files.unpacking import PieceStream, UnpackingError, gunzipped
from provenance.files.writing import atomically
from provenance.sources.capture import FILE_ENDINGS, MAX_FILE_BYTES, Capture
from provenance.sources.catalogue import Holding
from provenance.sources.containers.http_message import HttpMessage, parse_answer, parse_headers

SUFFIXES = (".warc", ".warc.gz")  # of such files
MAX_UNPACKED = 4_000_000_000  # of a whole file, read as a stream; a page has its own limit
_LINE_COST = 2000  # bytes: a line of a head takes as long as so many of a page
_STEP = 65_536
_MAX_LINE = 8192
_MAX_HEADERS = 200
_MAX_BLANK = 100  # lines between two records; there are two
_PAGE_TYPES = FILE_ENDINGS.keys() - {"text/vtt"}
_BROKEN = (EOFError, ValueError, UnpackingError)


def read_warc(pieces: Iterator[bytes], origin: str) -> Iterator[Capture]:
    """The pages of a WARC file, those before a break too: answers of status 200, and resources; a SourceError if none is."""
    found = False
    try:
        for headers, block in _records(_unpacked(pieces)):
            if (capture := captured(headers, block, origin)) is not None:
                found = True
                yield capture
    except _BROKEN as error:
        if not found:
            raise SourceError(f"{origin} is no WARC file ({error}); save it again.", origin) from error
    if not found:
        raise SourceError(f"{origin} holds no page that can be read; save it again.", origin)


def write_warc(captures: Iterable[Capture], stream: IO[bytes], *, tool: str, compressed: bool = True) -> int:
    """Write pages as a WARC 1.1 file; how many they were."""
    packed = partial(gzip.compress, mtime=0) if compressed else bytes
    stream.write(packed(_record("warcinfo", "application/warc-fields", f"software: {tool}\r\n".encode())))
    count = 0
    for capture in captures:
        if capture.url is None:
            continue
        head = f"HTTP/1.1 {capture.status or 200} OK\r\nContent-Length: {len(capture.data)}\r\n"
        known = {
            "Content-Type": capture.content_type,
            "ETag": capture.etag,
            "Last-Modified": capture.last_modified,
        }
        head += "".join(f"{name}: {_one_line(value)}\r\n" for name, value in known.items() if value)
        block = head.encode("latin-1", "replace") + b"\r\n" + capture.data
        stream.write(packed(_record("response", "application/http; msgtype=response", block, of=capture)))
        count += 1
    return count


def _unpacked(pieces: Iterator[bytes]) -> BinaryIO:
    first = next(pieces, b"")
    whole: Iterator[bytes] = chain([first], pieces)
    if first.startswith(b"\x1f\x8b"):
        whole = _up_to_break(gunzipped(whole, limit=MAX_UNPACKED))
    return io.BufferedReader(PieceStream(whole))


def _up_to_break(pieces: Iterable[bytes]) -> Iterator[bytes]:
    with suppress(UnpackingError):
        yield from pieces


def _records(stream: BinaryIO) -> Iterator[tuple[Mapping[str, str], bytes]]:
    left = MAX_UNPACKED
    while line := _next_line(stream):
        if not line.startswith(b"WARC/"):
            raise ValueError("a record does not begin with WARC/")
        lines = list(_header_lines(stream))
        headers = parse_headers(lines)
        length = int(headers.get("content-length", ""))
        left -= length + _LINE_COST * len(lines)
        if length < 0 or left < 0:
            raise ValueError("a record has no sound length")
        if headers.get("warc-type") in {"response", "resource"} and length <= MAX_FILE_BYTES:
            yield headers, _exactly(stream, length)
        else:
            while length > 0:
                length -= len(_exactly(stream, min(length, _STEP)))


def _next_line(stream: BinaryIO) -> bytes:
    """The next line that is not blank; empty at the end, or where too many are."""
    lines = (stream.readline(_MAX_LINE) for _ in range(_MAX_BLANK))
    return next((line for line in lines if line.strip()), b"")


def _header_lines(stream: BinaryIO) -> Iterator[str]:
    for _ in range(_MAX_HEADERS):
        line = stream.readline(_MAX_LINE)
        if not line.strip():
            return
        yield line.decode("utf-8", "replace")
    raise ValueError("a record has too many headers")


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError("a record breaks off")
    return data


def captured(headers: Mapping[str, str], block: bytes, origin: str) -> Capture | None:
    """The page that a record holds, or None. A page that cannot be unpacked is one that says so when it is read."""
    answer = _answer(headers, block)
    if answer is None or answer.status != 200:
        return None
    content_type, fault = answer.headers.get("content-type", ""), None
    if content_type.partition(";")[0].strip().lower() not in _PAGE_TYPES:
        return None
    try:
        data = answer.body()
    except UnpackingError as error:
        data, fault = b"", str(error)
    if not (fault or data.strip()):
        return None
    url = headers.get("warc-target-uri", "").strip("<>") or None
    return Capture(
        data,
        f"{origin} ({url})" if url else origin,
        url=url,
        retrieved=point_in_time(headers.get("warc-date", "")),
        status=answer.status,
        content_type=content_type,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        fault=fault,
    )


def _answer(headers: Mapping[str, str], block: bytes) -> HttpMessage | None:
    """What a record holds, as an answer: a resource is the body of one."""
    content_type = headers.get("content-type", "")
    if not content_type.lower().startswith("application/http"):
        return HttpMessage(200, {"content-type": content_type}, block)
    return parse_answer(block)


def _record(kind: str, content_type: str, block: bytes, *, of: Capture | None = None) -> bytes:
    taken = (of.retrieved if of and of.retrieved else datetime.now(UTC)).astimezone(UTC)
    target = _one_line(of.url or "") if of else ""
    identity = uuid.uuid5(
        uuid.NAMESPACE_URL, f"{kind} {target} {taken.isoformat()} {of.digest if of else ''}"
    )
    payload = [f"WARC-Payload-Digest: {_digest(of.data)}"] if of else []
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        *([f"WARC-Target-URI: {target}"] if target else []),
        f"WARC-Date: {taken:%Y-%m-%dT%H:%M:%SZ}",
        f"WARC-Record-ID: <urn:uuid:{identity}>",
        f"WARC-Block-Digest: {_digest(block)}",
        *payload,
        f"Content-Type: {content_type}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def _digest(data: bytes) -> str:
    return f"sha256:{base64.b32encode(sha256(data).digest()).decode()}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def export(
    holdings: Iterable[Holding], path: Path, *, tool: str, progress: Callable[[Holding], object]
) -> tuple[int, tuple[str, ...]]:
    """Write saved pages to a WARC file, whole or not at all; how many, and why each of the others was not.

    A page whose address nobody knows has no place in such a file, nor has one of which only passages were saved: the
    file would say that the server answered so. The file is compressed if its name ends in ``.gz``. An OSError if it
    cannot be written.
    """
    left_out: list[str] = []
    with atomically(path) as stream:
        captures = _captures(holdings, left_out, progress)
        written = write_warc(captures, stream, tool=tool, compressed=path.suffix.lower() == ".gz")
    return written, tuple(left_out)


def _captures(
    holdings: Iterable[Holding], left_out: list[str], progress: Callable[[Holding], object]
) -> Iterator[Capture]:
    for holding in holdings:
        try:
            capture = holding.open()
        except SourceError as error:
            left_out.append(str(error))
        else:
            if reason := _unfit(capture):
                left_out.append(f"{holding.locator} is left out: {reason}")
            else:
                yield capture
        progress(holding)


def _unfit(capture: Capture) -> str | None:
    if capture.fault:
        return f"it {capture.fault}."
    if capture.partial:
        return "only passages of the page were saved."
    return None if capture.url else "nobody knows its address; name it in the manifest."
