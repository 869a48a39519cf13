"""Bytes to text, as browsers do it; control characters are made visible, one code point for one."""

import re
import unicodedata
from itertools import chain
from typing import NamedTuple

from provenance.errors import ArticleError

# The share of control bytes above which a file is no text: browsers sniff binary data much alike (MIME Sniffing, 7.2).
_BINARY_SHARE = 0.02
_BINARY_BYTES = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B})
_SNIFFED = 100_000
# Who writes in Windows-1250; pages of other languages look alike in it and in Windows-1252, which is far more common.
_CENTRAL = frozenset("Polish Czech Slovak Hungarian Slovene Croatian Romanian".split())
_STRANGE = "[\x80-\x9f\xa1-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u201a\u201e\u2020-\u2022\u2030\u2039\ufffd]"
_MOST_STRANGE = 0.4  # of the characters; languages that are written with such letters stay below half of it
_SAMPLE = 20_000  # characters
WEB_ENCODINGS = frozenset(
    (
        "utf-8 gb18030 big5hkscs euc_jp iso2022_jp cp932 cp949 koi8-r koi8-u mac-roman cp866 cp874"
        " iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14"
        " iso8859-15 iso8859-16 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258"
    ).split()
)
"""The encodings of the Encoding Standard, as Python calls those that w3lib takes for them. What a page names besides is a
codec of Python at best (zlib, rot13, idna), and no encoding; UTF-16 cannot be named by what is read as ASCII."""
# How the byte order marks of UTF-8, UTF-16 and UTF-32 begin.
_MARK_STARTS = frozenset((b"\x00", b"\xef", b"\xfe", b"\xff"))
REPLACEMENT = "\ufffd"

# Line ends other than the line feed; a form feed is a page break in text taken from a printed page.
_LINE_ENDS = {0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x2028: "\n", 0x2029: "\n"}
# Bidirectional embeddings, overrides and isolates reorder what a terminal shows; annotation anchors hide text.
_DECEIVERS = (range(0x202A, 0x202F), range(0x2066, 0x206A), range(0xFFF9, 0xFFFC))
_BLANKS = (0x2800, 0x3164)  # a cell of Braille without dots, a letter of Hangul that is none
_SURROGATES = range(0xD800, 0xE000)

# The keys of the table above but tab and line feed, as ranges: one by one they take long to compile.
_UNCLEAN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\u2800\u3164\ufff9-\ufffb\ud800-\udfff]"
)


_TO_THE_LEFT = "\u202e"  # the right-to-left override; U+202D is the other one
_OVERRIDDEN = re.compile("([\u202d\u202e])([^\n\r\u2028-\u202e\u2066-\u2069]+)")
_LEFTWARD = frozenset(("R", "AL"))


class Decoded(NamedTuple):
    """A text, and how its encoding is known: told by the bytes themselves, or only stated, or only the likeliest."""

    text: str
    stated: bool = False
    guessed: bool = False


def decode(data: bytes, *, origin: str, content_type: str | None = None) -> Decoded:
    """Decode a page by byte order mark, strict UTF-8, HTTP header, ``<meta>`` and, last, by likelihood.

    ISO-8859-1 is read as Windows-1252 and GB 2312 as GB 18030, as the Encoding Standard asks. An ArticleError if the
    bytes are no text.
    """
    encoding, mark = byte_order_mark(data)
    if encoding:
        return Decoded(data[len(mark) :].decode(encoding, "replace"))
    if _is_binary(data):
        raise ArticleError(f"{origin} is not text; give an HTML, Markdown or plain text file")
    try:
        # ISO-2022-JP is the one encoding of the web that is also valid UTF-8: its escapes tell it.
        return Decoded((_escaped(data, content_type) if b"\x1b$" in data else None) or data.decode("utf-8"))
    except UnicodeDecodeError:
        if (declared := _declared(data, content_type)) is not None:
            return Decoded(declared, stated=True)
        return Decoded(_guessed(data, origin), guessed=True)


def is_garbled(text: str) -> bool:
    """Whether a text is full of what the bytes of other scripts look like in Windows-1252."""
    sample = "".join(text[:_SAMPLE].split())
    return not sample.isascii() and len(re.findall(_STRANGE, sample)) > _MOST_STRANGE * len(sample)


def byte_order_mark(data: bytes) -> tuple[str, bytes]:
    """The encoding that a byte order mark tells, and the mark; both empty where there is none."""
    if data[:1] not in _MARK_STARTS:
        return "", b""
    from w3lib.encoding import read_bom

    encoding, mark = read_bom(data)
    return encoding or "", mark or b""


def _is_binary(data: bytes) -> bool:
    head = data[:_SNIFFED]
    return len(head) - len(head.translate(None, _BINARY_BYTES)) > _BINARY_SHARE * len(head)


def _escaped(data: bytes, content_type: str | None) -> str | None:
    """The text of bytes with the escapes of ISO-2022-JP; None if that is not what they are."""
    try:
        return _declared(data, content_type) or data.decode("iso2022_jp")
    except UnicodeDecodeError:
        return None


def declared_encodings(data: bytes, content_type: str | None) -> tuple[str, ...]:
    """The encodings that the HTTP header and the page itself name, as Python calls them; others than the web's left out."""
    from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding

    named = (http_content_type_encoding(content_type), html_body_declared_encoding(data))
    return tuple(encoding for encoding in named if encoding in WEB_ENCODINGS)


def _declared(data: bytes, content_type: str | None) -> str | None:
    """The text by the encoding that the header or the page names; None where neither helps."""
    from w3lib.encoding import to_unicode

    named = declared_encodings(data, content_type)
    for encoding in named:
        if encoding != "utf-8":
            return to_unicode(data, encoding)
    # Declared as UTF-8 and broken in places, a page shows U+FFFD there; broken throughout, it was declared wrongly.
    text = to_unicode(data, "utf-8") if "utf-8" in named else "\ufffd"
    return text if text.count("\ufffd") <= len(text) // 100 else None


def _guessed(data: bytes, origin: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SNIFFED]).best()
    if best is None:
        raise ArticleError(f"the encoding of {origin} is unknown; save it as UTF-8")
    western = best.encoding in {"latin_1", "ascii"}
    if best.encoding == "cp1250":  # the letters of tags say nothing of the language
        said = from_bytes(re.sub(rb"<[^<>]*>", b" ", data[:_SNIFFED])).best()
        western = (said or best).language not in _CENTRAL
    return data.decode("cp1252" if western else best.encoding, "replace")


def _c1(code: int) -> str:
    """What a C1 control stands for: pages that hold one mean the Windows-1252 character of that number."""
    try:
        return bytes((code,)).decode("cp1252")
    except UnicodeDecodeError:
        return REPLACEMENT


_CLEANED = (
    dict.fromkeys(chain(range(0x20), (0x7F,), *_DECEIVERS, _SURROGATES), REPLACEMENT)
    | {code: _c1(code) for code in range(0x80, 0xA0)}
    | _LINE_ENDS
    | dict.fromkeys(_BLANKS, " ")
    | {0x09: "\t", 0x0A: "\n"}
)


def cleaned(text: str) -> str:
    """``text`` with line ends as line feeds, and U+FFFD for control characters, for what reorders text, and for lone surrogates.

    It is as long as before, so that offsets hold. What an override of direction turns round is in the order that is shown. Tabs, joiners (ZWJ, ZWNJ) and soft hyphens stay.
    """
    if _UNCLEAN.search(text) is None:
        return text
    return _OVERRIDDEN.sub(_as_shown, text).translate(_CLEANED)


def _as_shown(found: re.Match[str]) -> str:
    """What stands behind an override of direction, in the order in which it is shown."""
    override, letters = found.groups()
    leftward = any(unicodedata.bidirectional(letter) in _LEFTWARD for letter in letters)
    return override + (letters if leftward == (override == _TO_THE_LEFT) else letters[::-1])


def with_line_feeds(text: str) -> str:
    """``text`` with ``CR LF`` and lone ``CR`` as line feeds, as Python reads a text file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
