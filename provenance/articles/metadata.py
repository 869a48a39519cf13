"""What a page says of itself: title, date, address, outlet, language, author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.article import Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read_metadata(root: HtmlElement, *, url: str | None = None) -> Metadata:
    """Read what an HTML page says of itself."""
    named = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            named.setdefault(name, content)
    canonical = root.find(".//link[@rel='canonical'][@href]")
    address = (canonical.get("href") if canonical is not None else None) or named.get("og:url")
    title = named.get("og:title") or (root.findtext(".//title") or "").strip() or None
    language = (root.get("lang") or named.get("og:locale") or "").replace("_", "-").partition("-")[
        0
    ].lower() or None
    return Metadata(
        title=title,
        published=(named.get("article:published_time") or "")[:10] or None,
        url=url or address,
        site_name=named.get("og:site_name"),
        language=language,
        author=named.get("author"),
    )
