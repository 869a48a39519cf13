"""Front matter: what a Markdown file says of itself before its text."""

from __future__ import annotations

import re
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.articles.article import Metadata
from provenance.articles.dates import iso_date
from provenance.files.reading import parse_table

if TYPE_CHECKING:
    from collections.abc import Mapping

_FENCED = re.compile(
    r"\A(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>.*?)\n(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELDS = tuple(field.name for field in fields_of(Metadata))
_LINE = re.compile(r"([A-Za-z][\w.-]{0,60})[ \t]*:[ \t]*(.*)")
_LONGEST = 20_000
_SUBJECTS = (
    *(
        "external-url",
        "external_url",
        "externalurl",
        "external_link",
        "externallink",
        "bookmark-of",
        "bookmark_of",
    ),
    *("in-reply-to", "in_reply_to", "link", "link_url", "linkurl", "source_url", "original_url"),
)
"""Under which names link blogs state the page that a post is about."""


def yaml_front_matter(text: str) -> str:
    """What stands between the fences of a Markdown file's front matter; empty where it is none, or TOML."""
    found = _FENCED.match(text[:_LONGEST])
    return found["body"] if found and found["fence"] == "---" else ""


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Part a Markdown file into its front matter and its text.

    Args:
        text: The file.

    Returns:
        The fields of the top level that are plain values (YAML lines, or TOML), and the text with blank lines in the
        front matter's place, so that line numbers hold.
    """
    found = _FENCED.match(text[:_LONGEST])
    if found is None:
        return {}, text
    read = _toml if found["fence"] == "+++" else _yaml
    return read(found["body"]), "\n" * found.group().count("\n") + text[found.end() :]


def _yaml(body: str) -> dict[str, str]:
    lines = (_LINE.fullmatch(line.rstrip()) for line in body.split("\n"))
    return {line[1].lower(): _unquoted(line[2]) for line in lines if line and _unquoted(line[2])}


def _unquoted(value: str) -> str:
    """A scalar without its quotes, or without its comment."""
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value.partition(" #")[0].strip(" []")


def _toml(body: str) -> dict[str, str]:
    try:
        fields = parse_table(body)
    except ValueError:
        return {}
    return {key.lower(): str(value) for key, value in fields.items() if not isinstance(value, (dict, list))}


def completed(stated: Metadata, found: Metadata) -> Metadata:
    """``stated``, with what it is silent about from ``found``."""
    silent = {
        name: value for name in _FIELDS if getattr(stated, name) is None and (value := getattr(found, name))
    }
    return replace(stated, **silent)


def front_metadata(fields: Mapping[str, str]) -> Metadata:
    """The metadata that front matter states, by the names that site generators use."""

    def first(*names: str) -> str | None:
        return next((fields[name] for name in names if fields.get(name)), None)

    about = (fields[name] for name in _SUBJECTS if fields.get(name, "").startswith(("https://", "http://")))
    date = first("date", "published", "pubdate", "published_at", "publishdate")
    language = first("lang", "language", "locale")
    return Metadata(
        title=first("title"),
        published=iso_date(date) if date else None,
        url=first("canonical_url", "canonical", "canonicalurl", "url", "permalink"),
        site_name=first("site_name", "site", "publication", "outlet"),
        language=re.split("[-_]", language)[0].lower() if language else None,
        author=first("author", "authors", "byline"),
        subject=next(about, None),
    )
