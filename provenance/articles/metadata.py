"""What a page says of itself, in its head and in JSON-LD: title, date, address, outlet, language, author."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from provenance.articles.addresses import absolute, address_parts
from provenance.articles.article import Metadata
from provenance.articles.dates import date_in_address, iso_date
from provenance.articles.decoding import cleaned
from provenance.languages.guessing import guess_language
from provenance.text.language import is_contradicted

_DATES = (
    "article:published_time og:article:published_time datepublished parsely-pub-date sailthru.date pubdate "
    "publish-date publish_date publication_date citation_publication_date dc.date.issued dc.date dc.created "
    "dcterms.created dcterms.date date"
).split()
_AUTHORS = "author article:author parsely-author sailthru.author dc.creator citation_author byl".split()
_TITLES = "og:title twitter:title dc.title headline".split()
_SITES = "og:site_name application-name publisher dc.publisher".split()
_LANGUAGES = "og:locale content-language language dc.language".split()
_LONGEST = 2_000_000
_DEEPEST = 6
_ARTICLES = ("article", "posting", "report", "webpage", "creativework", "review")


def read_metadata(
    root: HtmlElement, said: "StructuredData", text: str, *, url: str | None = None
) -> Metadata:
    """What an HTML page says of itself; each field is None where the page is silent."""
    named = _meta_values(root)
    address = _address(root, named, url)
    title = _first(named, _TITLES) or said.headline or _text_of(root, "h1") or _text_of(root, "title")
    site = _first(named, _SITES[:1]) or said.publisher or _first(named, _SITES[1:])
    authors = (named[name] for name in _AUTHORS if name in named)
    return Metadata(
        title=title,
        published=_published(root, said, named, address),
        url=address,
        site_name=site if site != title else None,
        language=_language(root, said, named, text),
        author=said.author or next((one for one in authors if "://" not in one), None),
    )


def _meta_values(root: HtmlElement) -> dict[str, str]:
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = _line(meta.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(key) or "").strip().lower()
            if name and content:
                named.setdefault(name, content)
    return named


def _line(text: str | None) -> str:
    return cleaned(" ".join((text or "").split()))


def _first(named: Mapping[str, str], names: list[str]) -> str | None:
    return next((named[name] for name in names if name in named), None)


def _text_of(root: HtmlElement, tag: str) -> str | None:
    return next((text for element in root.iter(tag) if (text := _line(element.text_content()))), None)


def _address(root: HtmlElement, named: Mapping[str, str], url: str | None) -> str | None:
    """The page's own address. A canonical link to the front page is a mistake of the template."""
    links = (link for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    for stated in (next(filter(None, (link.get("href") for link in links)), None), named.get("og:url")):
        address = absolute((stated or "").strip(), url)
        parts = address_parts(address)
        is_page = parts.path.strip("/") or parts.query or not url
        if parts.scheme in {"http", "https"} and parts.netloc and is_page:
            return address
    return url


def _published(
    root: HtmlElement, said: "StructuredData", named: Mapping[str, str], address: str | None
) -> str | None:
    stated = chain([said.published], (named[name] for name in _DATES if name in named), _times(root))
    dates = (iso_date(value) for value in stated if value)
    return next(filter(None, dates), None) or date_in_address(address or "")


def _times(root: HtmlElement) -> Iterator[str]:
    """The machine-readable dates in the page's text: those marked as publication first."""
    times = list(root.iterfind(".//time[@datetime]"))
    times += root.iterfind(".//*[@itemprop='datePublished']")
    marked = [time for time in times if _is_publication(time)]
    for time in (*marked, *times[:1]):
        yield time.get("datetime") or time.get("content") or time.get("title") or ""


def _is_publication(time: HtmlElement) -> bool:
    names = f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()
    return time.get("pubdate") is not None or "publish" in names.replace("datepublished", "publish")


def _language(root: HtmlElement, said: "StructuredData", named: Mapping[str, str], text: str) -> str | None:
    guessed = guess_language(text)
    for stated in (root.get("lang"), root.get("xml:lang"), _first(named, _LANGUAGES), said.language):
        subtag = (stated or "").replace("_", "-").partition("-")[0].strip().lower()
        if len(subtag) in {2, 3} and subtag.isascii() and subtag.isalpha() and subtag != "utf":
            return guessed if is_contradicted(subtag, guessed, text) else subtag
    return guessed


class StructuredData(NamedTuple):
    """The fields of a page's JSON-LD that matter here; None where it is silent."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    body: str | None = None
    is_free: bool | None = None


def read_structured(root: HtmlElement) -> StructuredData:
    """Read the JSON-LD of a page; what cannot be read is passed over."""
    items = [
        item
        for script in root.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for item in _items(_load(script.text))
    ]
    articles = [item for item in items if _is_article(item)]
    return StructuredData(
        headline=_first_text(articles, "headline"),
        published=_first_text(articles, "datePublished"),
        publisher=_first_text(articles, "publisher"),
        author=_first_text(articles, "author"),
        language=_first_text(articles, "inLanguage"),
        body=max((_text(item.get("articleBody")) or "" for item in articles), key=len, default="") or None,
        is_free=_is_free(items),
    )


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


def _first_text(items: list[Mapping[str, Any]], key: str) -> str | None:
    return next((text for item in items if (text := _text(item.get(key)))), None)


def _text(value: Any) -> str | None:  # noqa: ANN401 - as above
    """A value as text: itself, the name of what it describes, or the first of several."""
    if isinstance(value, list):
        return next((text for one in value[:20] if not isinstance(one, list) and (text := _text(one))), None)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    return (" ".join(value.split()) if len(value) < 300 else value.strip()) or None


def _is_free(items: list[Mapping[str, Any]]) -> bool | None:
    for item in items:
        value = item.get("isAccessibleForFree")
        if value is not None:
            return str(value).rsplit("/", 1)[-1].lower() != "false"
    return None
