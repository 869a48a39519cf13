"""What is done with one page of a corpus, in a process of its own: what it quotes, its runs of words, and how well it quotes."""

import gc
import pickle
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from provenance.articles.article import Article
from provenance.articles.reading import read_bytes
from provenance.configuration.settings import Settings
from provenance.corpus.tables import rows_of
from provenance.errors import ProvenanceError, SourceError, fault_in
from provenance.excerpts.detect import DetectionOptions, detect, may_quote
from provenance.sources.addresses import is_address, page_key
from provenance.sources.capture import Capture, read_capture
from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.containers.http_message import parse_answer
from provenance.sources.containers.warc import captured
from provenance.sources.page_head import read_head
from provenance.sources.resolver import cited_references
from provenance.sources.source import Via
from provenance.text.memo import Memo
from provenance.text.tokens import folded_words, runs
from provenance.tracing.tracer import Tracer, may_be_traced

Page = dict[str, Any]  # a page as the engine has it: `pages.COLUMNS`, and `keys` where it is a source
HTTP = "application/http"
GRAM_WORDS = 4
MAX_WORDS = 500  # of an excerpt; more would not tell more
_CODES = Memo(lambda word: crc32(word.encode("utf-8", "replace")))


class Detected(NamedTuple):
    """What is known of one page before anything is compared."""

    keys: list[str]  # what other pages may cite it as
    redirect: str | None = None  # what it sends its readers to, where it is no page itself
    published: str | None = None  # the day it was published, ISO 8601
    grams: Sequence[int] = ()  # its runs of words
    excerpts: Sequence[
        dict[str, Any]
    ] = ()  # of each its number, the keys of its cited pages, its runs of words
    error: str | None = None  # why it could not be read


def begin(settings: bytes) -> Settings:
    """What a process needs once: the settings, which come pickled."""
    gc.freeze()
    unpickled: Settings = pickle.loads(settings)  # noqa: S301 -- of the process that began this one
    return unpickled


def detected(settings: Settings, page: Page) -> dict[str, Any]:
    """``Detected`` of a page, as a dictionary. Raises nothing."""
    keys = [page_key(page["url"])]
    if target := _redirect(page):
        return Detected(keys, redirect=page_key(target))._asdict()
    try:
        capture = capture_of(page)
        noted = read_head(capture.data).url
        article, excerpts = _excerpts(capture, page, settings)
    except ProvenanceError as error:
        return Detected(keys, error=str(error))._asdict()
    except Exception as error:  # noqa: BLE001 -- a page is hostile
        return Detected(keys, error=fault_in(page["url"], error))._asdict()
    return Detected(
        list(dict.fromkeys((*keys, *([page_key(noted)] if noted else ())))),
        published=(page["published"] or article.metadata.published or "")[:10] or None,
        grams=grams_of(article.document.text),
        excerpts=excerpts,
    )._asdict()


def _excerpts(capture: Capture, page: Page, settings: Settings) -> tuple[Article, list[dict[str, Any]]]:
    """A page and what it quotes. Its main content is told from the rest only where it may quote something."""
    language = _with_language(settings, page).languages
    spoken, hopeless = language[0] if len(language) == 1 else None, False

    def needs_main(unmasked: Article) -> bool:
        nonlocal hopeless
        hopeless = not may_quote(unmasked, spoken)
        return not hopeless

    article = _article(capture, needs_main)
    if hopeless:
        return article, []
    found = filter(may_be_traced, detect(article, DetectionOptions(spoken)).excerpts)
    return article, [
        {
            "number": number,
            "keys": [
                page_key(one.locator) for one in cited_references(excerpt, Catalogue(), article=article)
            ],
            "grams": grams_of(excerpt.text, MAX_WORDS),
        }
        for number, excerpt in enumerate(found)
    ]


def compared(settings: Settings, page: Page, sources: Sequence[Page]) -> list[tuple[str, dict[str, Any]]]:
    """The rows of an article, traced against pages of the corpus, each with its table. Raises nothing."""
    name = page["path"] or page["url"]
    chosen = _with_language(settings, page)
    try:
        catalogue = Catalogue(tuple(map(_holding, sources)))
        with Tracer(catalogue, offline=True, settings=chosen) as tracer:
            trace = tracer.graded(_article(capture_of(page)))
        rows = list(rows_of(trace, name))
    except ProvenanceError as error:
        return [lost(name, "compare", str(error))]
    except Exception as error:  # noqa: BLE001 -- a page is hostile
        return [lost(name, "compare", fault_in(name, error))]
    return [*rows, *(lost(name, "compare", fault) for fault in trace.faults)]


def lost(name: str, stage: str, reason: str) -> tuple[str, dict[str, Any]]:
    """The row of a page that gave no answer."""
    return "errors", {"page": name, "stage": stage, "reason": reason}


def capture_of(page: Page) -> Capture:
    """The bytes of a page: its file, a record of a WARC file, or a cell of a table; a SourceError if they cannot be had."""
    url, data = page["url"], page["data"]
    if page["path"]:
        return read_capture(Path(page["path"]))
    if (page["content_type"] or "").startswith(HTTP):
        capture = captured({"content-type": HTTP, "warc-target-uri": url}, data, url)
        if capture is None or capture.fault:
            why = capture.fault if capture else "is no page that can be read"
            raise SourceError(f"{url} {why}.", url)
        return capture
    if not data:
        raise SourceError(f"{url} is empty.", url)
    return Capture(data, url, url=url if is_address(url) else None, content_type=page["content_type"])


def _redirect(page: Page) -> str | None:
    """Where a record of a WARC file sends its readers; None for a page."""
    if not (page["content_type"] or "").startswith(HTTP):
        return None
    answer = parse_answer(page["data"])
    return answer.headers.get("location") if answer and 300 <= answer.status < 400 else None


def _article(capture: Capture, masked: bool | Callable[[Article], bool] = True) -> Article:  # noqa: FBT001, FBT002 -- or what says it
    return read_bytes(
        capture.data, origin=capture.origin, url=capture.url, content_type=capture.content_type, masked=masked
    )


def _holding(page: Page) -> Holding:
    """A page of the corpus as a source at hand, under every key by which the article may cite it."""
    capture = capture_of(page)
    head = read_head(capture.data)
    urls = (capture.url, head.url, *page["keys"])
    return Holding(
        page["path"] or page["url"],
        Via.SAVED,
        lambda: capture,
        tuple(dict.fromkeys(url for url in urls if url)),
        head.site_name,
        capture.retrieved,
        Path(page["path"]) if page["path"] else None,
    )


def _with_language(settings: Settings, page: Page) -> Settings:
    return replace(settings, languages=(page["language"],)) if page["language"] else settings


def grams_of(text: str, most: int | None = None) -> "array[int]":
    """A 64-bit number for each different run of four words, the same in every process; folded, so that dress counts for nothing."""
    codes = [*map(_CODES.__getitem__, folded_words(text)[:most])]
    return array("q", set(map(hash, runs(codes, GRAM_WORDS))))  # no process salts a hash of whole numbers
