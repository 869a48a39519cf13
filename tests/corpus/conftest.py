"""A small corpus of three kinds of files, traced once: broken off after the first stage, and gone on with."""

import gzip
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance.configuration.settings import Settings
from provenance.sources.capture import Capture
from provenance.sources.containers.warc import write_warc

WORDS = (
    "The harbour board voted on Monday to close the old pier for four months. It will not reopen before the inspection"
    " in May, the chair said after the meeting."
)
OTHER = (
    "Divers found that nine of the forty piles under the market hall have been eaten away by worms, and that the hall"
    " may stand for two winters more at the most."
)
FILLER = " ".join(
    f"The clerk of ward {number} read out figures for month {number * 7}, and nobody asked about them."
    for number in range(9)
)


def page(*paragraphs, site="", head=""):
    named = f"<meta property=og:site_name content='{site}'>" if site else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<!doctype html><html lang=en>{named}{head}<title>A page of {site}</title><article>{body}</article></html>"


def quoting(words, cue, site):
    return page(FILLER, f"{cue}:</p><blockquote>{words}</blockquote><p>", FILLER[::-1], site=site)


LINK = "<a href='{}'>The Harbour Post</a> reports"
TABLE = {
    "https://harbour.example/pier": page("On Tuesday.", WORDS, FILLER, site="The Harbour Post"),
    "https://blog.example/faithful": quoting(
        WORDS, LINK.format("https://www.harbour.example/pier?utm_source=x"), "A Blog"
    ),
    "https://blog.example/altered": quoting(
        WORDS.replace("not ", ""), LINK.format("https://harbour.example/moved"), "A Blog"
    ),
    "https://blog.example/dead": quoting(FILLER[:200], LINK.format("https://gone.example/"), "A Blog"),
    "https://blog.example/plain": page(FILLER, "Nothing is quoted here.", site="A Blog"),
    "https://copy.example/later": page(OTHER.replace("nine", "nine or ten"), FILLER, site="The Later Copy"),
}
RECORDED = {"https://market.example/hall": page("In short.", OTHER, FILLER, site="The Market Echo")}
SAVED = {
    "unlinked.html": quoting(OTHER, "A report on the market hall says", "The Weekly"),
    "broken.pdf": "%PDF-1.7 and no more",
}
DAYS = {"https://copy.example/later": "2031-05-01"}


@dataclass(frozen=True)
class Traced:
    """The folder of the tables, what was to be read, and what was told of the two runs."""

    out: Path
    inputs: list
    told: list


@pytest.fixture(scope="session")
def traced(tmp_path_factory):
    pytest.importorskip("daft", reason="the extra is not installed: pip install -e '.[corpus]'")
    from provenance.corpus.running import Options, trace_corpus

    folder = tmp_path_factory.mktemp("corpus")
    inputs, told = written(folder), []

    def broken_off(line):
        told.append(line)
        if line == "2 of 3 parts detected":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        trace_corpus(inputs, folder / "out", Settings(), Options(jobs=1, progress=broken_off))
    told.append("broken off")
    trace_corpus(inputs, folder / "out", Settings(), Options(jobs=1, progress=told.append))
    return Traced(folder / "out", inputs, told)


def written(folder):
    """The corpus on disk: a table, a WARC file with a redirect, and a folder of saved pages."""
    import pyarrow as pa
    from pyarrow import parquet

    columns = {
        "url": list(TABLE),
        "html": list(TABLE.values()),
        "published": [DAYS.get(url) for url in TABLE],
    }
    parquet.write_table(pa.table(columns), folder / "pages.parquet")
    taken = datetime(2031, 3, 1, tzinfo=UTC)
    captures = [
        Capture(html.encode(), url, url=url, retrieved=taken, content_type="text/html")
        for url, html in RECORDED.items()
    ]
    with (folder / "crawl.warc.gz").open("wb") as stream:
        write_warc(captures, stream, tool="tests")
        stream.write(gzip.compress(redirect("https://harbour.example/moved", "https://harbour.example/pier")))
    saved = folder / "saved"
    saved.mkdir()
    for name, text in SAVED.items():
        (saved / name).write_text(text)
    return [str(folder / "pages.parquet"), str(folder / "crawl.warc.gz"), str(saved)]


def redirect(url, target):
    """A record of an answer that leads elsewhere."""
    answer = f"HTTP/1.1 301 Moved\r\nLocation: {target}\r\n\r\n".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:5d1c1e5e-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"
