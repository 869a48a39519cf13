"""Verifying a draft against texts: nothing is opened, and no network touched."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Final

from provenance.articles import reading
from provenance.articles.article import Article, Format
from provenance.configuration.settings import Settings
from provenance.findings.trace import Trace
from provenance.sources.addresses import is_address
from provenance.sources.capture import Capture
from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.source import Via
from provenance.tracing.tracer import Tracer

_MEDIA_TYPES = {kind: f"{media}; charset=utf-8" for media, kind in [*reading.MEDIA_TYPES.items()][::-1]}
NEW_OBJECTS: Final = 500_000
"""From how many on they are looked through."""


def verify(
    draft: str | Article,
    sources: Mapping[str, str],
    *,
    format: str | None = None,  # noqa: A002 - as in read()
    settings: Settings | None = None,
) -> Trace:
    """Trace what a draft quotes back to texts at hand.

    Args:
        draft: Its text, or the draft as read.
        sources: The text of each source by its name: the address that the draft links, the outlet that it names, or any
            other. Markup is recognised in both.
        format: What the draft is written in, as for ``read``; by default the text itself tells.
        settings: Profile, loaded words, outlets and what else a configuration holds.

    Raises:
        ArticleError: If the draft is made to cost time and memory.
        ValueError: If the format is unknown.
        TypeError: If the sources are no mapping of names to texts.

    Example:
        >>> draft = 'The Courier says: "The ferry to Skerry Bay will not sail on Sunday in any weather."'
        >>> trace = verify(draft, {"The Courier": "The ferry to Skerry Bay will not sail on Sunday in any weather."})
        >>> str(trace.excerpts[0].verdict)
        'verbatim'
    """
    if not isinstance(sources, Mapping) or not all(isinstance(text, str) for text in sources.values()):
        raise TypeError("verify() takes the text of each source by its name: {name: text}")
    catalogue = Catalogue(tuple(text_holding(name, text) for name, text in sources.items()))
    with collecting.seldom(), Tracer(catalogue, offline=True, settings=settings) as tracer:
        return tracer.trace(draft if isinstance(draft, Article) else reading.read(text=draft, format=format))


def text_holding(name: str, text: str) -> Holding:
    """A source of which the text is at hand."""
    url = name if is_address(name) else None
    kind = reading.sniffed(text)
    if url is None and kind is Format.TEXT:
        kind = reading.SUFFIXES.get(name[name.rfind(".") :].lower(), kind)
    data = text.encode("utf-8", "replace")
    capture = Capture(data, name, url=url, content_type=_MEDIA_TYPES[kind])
    return Holding(name, Via.GIVEN, lambda: capture, (url,) if url else (), None if url else name)


class Collecting:
    """Sets the threshold of the garbage collector, which is the whole process's, and gives the caller's own back.

    A draft of a megabyte keeps half a million objects for a moment, and Python looks through all of them each time that
    a quarter has come to them: a fifth of the time, for some twenty objects that stand in a cycle.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._calls = 0
        self._before = gc.get_threshold()

    @contextmanager
    def seldom(self) -> Iterator[None]:
        """Collect seldom until the last of several calls, in whatever threads, ends; a higher threshold, and none, stay."""
        with self._lock:
            self._calls += 1
            if self._calls == 1:
                self._before = gc.get_threshold()
                if 0 < self._before[0] < NEW_OBJECTS:
                    gc.set_threshold(NEW_OBJECTS, *self._before[1:])
        try:
            yield
        finally:
            with self._lock:
                self._calls -= 1
                if not self._calls:
                    gc.set_threshold(*self._before)


collecting: Final = Collecting()
"""The one of this process."""
