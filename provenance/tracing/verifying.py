"""Verifying a draft against texts: nothing is opened, and no network touched."""

from __future__ import annotations

from collections.abc import Mapping

from provenance.articles import reading
from provenance.articles.article import Article, Format
from provenance.configuration.settings import Settings
from provenance.findings.trace import Trace
from provenance.sources.addresses import is_address
from provenance.sources.capture import Capture
from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.source import Via
from provenance.tracing.collecting import collecting
from provenance.tracing.tracer import Tracer

_MEDIA_TYPES = {kind: f"{media}; charset=utf-8" for media, kind in [*reading.MEDIA_TYPES.items()][::-1]}


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
