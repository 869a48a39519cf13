"""What a page says for machines in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 2_000_000
_DEEPEST = 6
_ARTICLES = ("article", "posting", "report", "webpage", "creativework", "review")


@dataclass(frozen=True, slots=True)
class StructuredData:
    """The fields of a page's JSON-LD that matter here; None where it is silent."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    body: str | None = None
    is_free: bool | None = None


def read_structured(root: HtmlElement) -> StructuredData:
    """Read the JSON-LD of a page; what cannot be read is passed over.

    Args:
        root: The page's element.
    """
    items = [
        item for script in root.iter("script") if _is_json_ld(script) for item in _items(_load(script.text))
    ]
    articles = [item for item in items if _is_article(item)]
    return StructuredData(
        headline=_first(articles, "headline"),
        published=_first(articles, "datePublished"),
        publisher=_first(articles, "publisher"),
        author=_first(articles, "author"),
        language=_first(articles, "inLanguage"),
        body=max((_text(item.get("articleBody")) or "" for item in articles), key=len, default="") or None,
        is_free=_is_free(items),
    )


def _is_json_ld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _load(text: str | None) -> Any:  # noqa: ANN401 - JSON holds anything
    try:
        return json.loads((text or "")[:_LONGEST], strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - as above
    """Every object at the top, in a list or in a graph."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _items(one, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(value.get(key), depth + 1)


def _is_article(item: Mapping[str, Any]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.lower().endswith(_ARTICLES) for name in names)


def _first(items: list[Mapping[str, Any]], key: str) -> str | None:
    return next((text for item in items if (text := _text(item.get(key)))), None)


def _text(value: Any) -> str | None:  # noqa: ANN401 - as above
    """A value as text: itself, the name of what it describes, or the first of several."""
    if isinstance(value, list):
        return next((text for one in value[:20] if not isinstance(one, list) and (text := _text(one))), None)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@value")
    return " ".join(value.split()) or None if isinstance(value, str) and len(value) < 300 else _long(value)


def _long(value: Any) -> str | None:  # noqa: ANN401 - as above
    return value.strip() or None if isinstance(value, str) else None


def _is_free(items: list[Mapping[str, Any]]) -> bool | None:
    for item in items:
        value = item.get("isAccessibleForFree")
        if value is not None:
            return str(value).rsplit("/", 1)[-1].lower() != "false"
    return None
