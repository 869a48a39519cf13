"""Mutants of seeds: the same for the same number, everywhere."""

import random

TOKENS = [
    b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n\r\n", b"\n\n", b"[", b"]", b"{", b"}", b'"', b"'", b"\\", b"<", b">", b"&",
    b"&#0;", b"&#xd800;", b"http://evil]x.example/", b"http://[::1", b"http://xn--/", b"http://a:99999/", b"//", b"mailto:",
    b"charset=zlib", b"charset=hex", b"charset=rot13", b"charset=idna", b"charset=punycode", b"charset=undefined",
    b"charset=utf-16", b"charset=unicode_escape", b'<meta charset="zlib">', b'<?xml version="1.0" encoding="idna"?>',
    b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59-14:00", b"Mon, 01 Jan 0001 00:00:00 +1400",
    b"Fri, 31 Dec 9999 23:59:59 -1400", b"100000000000000000000", b"-1", b"0", b"1e999", b"NaN", b"true", b"null", b"[]", b"{}",
    b"2026-13-45", b"../", b"a.b.c.d", "“".encode(), "”".encode(), "»".encode(), "\u202e".encode(), "\ud7ff\U0001f600".encode(),
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", b"Content-Transfer-Encoding: base64\r\n", b"WARC/1.0\r\n",
    b"Content-Length: 5\r\n", b"\x1f\x8b\x08", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"blockquote", b"<blockquote cite=",
]  # fmt: skip


def mutants(seeds, number, *, start=0):
    """So many mutants of seeds, each with the number that makes it again."""
    for each in range(start, start + number):
        yield each, mutant(seeds, each)


def mutant(seeds, number):
    chance = random.Random(number)
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        chance.choice(CHANGES)(data, chance, seeds)
    return bytes(data[:200_000])


def _flip(data, chance, seeds):
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(data, chance, seeds):
    start = chance.randrange(len(data) + 1)
    del data[start : start + chance.choice((1, 2, 4, 16, 200))]


def _repeat(data, chance, seeds):
    start = chance.randrange(len(data) + 1)
    data[start:start] = data[start : start + chance.choice((1, 4, 40, 400))] * chance.choice((1, 2, 20))


def _insert(data, chance, seeds):
    start = chance.randrange(len(data) + 1)
    data[start:start] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 30))


def _overwrite(data, chance, seeds):
    start, token = chance.randrange(len(data) + 1), chance.choice(TOKENS)
    data[start : start + len(token)] = token


def _truncate(data, chance, seeds):
    del data[chance.randrange(len(data) + 1) :]


def _splice(data, chance, seeds):
    other = chance.choice(seeds)
    data[chance.randrange(len(data) + 1) :] = other[chance.randrange(len(other) + 1) :]


CHANGES = (_flip, _flip, _cut, _repeat, _insert, _insert, _overwrite, _overwrite, _truncate, _splice)
