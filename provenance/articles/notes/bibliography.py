"""Bibliographies that the front matter of a Markdown file holds or names: BibTeX, CSL-JSON, CSL as YAML."""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.articles.article import ReferenceEntry
from provenance.articles.notes.entries import people
from provenance.files.reading import read_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NAMED = re.compile(r"^(?:bibliography|references)[ \t]*:", re.MULTILINE)
_MOST_BYTES = 2_000_000
_MOST_FILES = 8
_MOST_ENTRIES = 5_000
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_CONTAINERS = (
    "journal",
    "journaltitle",
    "booktitle",
    "newspaper",
    "publisher",
    "institution",
    "organization",
)


def bibliography(front_matter: str, origin: str) -> tuple[ReferenceEntry, ...]:
    """The entries of an article's bibliography.

    Args:
        front_matter: What stands between the fences, YAML.
        origin: The article's path. Files are read from its folder and those below it alone.
    """
    if not _NAMED.search(front_matter):
        return ()
    stated = _yaml(front_matter)
    found = list(_csl_entries(stated.get("references")))
    names = stated.get("bibliography") or []
    for name in islice(
        [names] if isinstance(names, str) else names if isinstance(names, list) else [], _MOST_FILES
    ):
        found += _file_entries(Path(origin).parent, str(name)) if Path(origin).is_file() else ()
    return tuple(found[:_MOST_ENTRIES])


def _yaml(text: str) -> dict[str, Any]:
    import yaml

    try:
        stated = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return stated if isinstance(stated, dict) else {}


def _file_entries(folder: Path, name: str) -> Iterator[ReferenceEntry]:
    """The entries of a file beside the article; none where it cannot be read or lies outside of its folder."""
    path = Path(folder, name)
    read = _READERS.get(path.suffix.lower())
    try:
        if read is None or not path.resolve().is_relative_to(folder.resolve()):
            return
        text = read_regular(path, limit=_MOST_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError, RuntimeError):  # a loop of links
        return
    yield from read(text)


def _bibtex(text: str) -> Iterator[ReferenceEntry]:
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import LatexDecodingMiddleware

    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    for entry in library.entries:
        stated = {
            field.key.lower(): str(field.value).replace("{", "").replace("}", "") for field in entry.fields
        }
        year = _YEAR.search(stated.get("year", "") or stated.get("date", ""))
        yield ReferenceEntry(
            key=entry.key,
            authors=_names(stated.get("author") or stated.get("editor") or stated.get("institution", "")),
            title=stated.get("title"),
            container=next((stated[name] for name in _CONTAINERS if name in stated), None),
            year=year[0] if year else None,
            doi=stated.get("doi"),
            isbn=stated.get("isbn"),
            address=stated.get("url"),
        )


def _names(stated: str) -> tuple[str, ...]:
    """BibTeX's "Lee, Ann and Doe, John" and "Ann Lee and {Harbour Board}"."""
    return tuple(
        name for part in stated.split(" and ")[:20] for name in (people(part) or (part,)) if name.strip()
    )


def _csl(text: str) -> Iterator[ReferenceEntry]:
    try:
        yield from _csl_entries(json.loads(text))
    except (ValueError, RecursionError):
        return


def _csl_entries(items: object) -> Iterator[ReferenceEntry]:
    for item in islice(items, _MOST_ENTRIES) if isinstance(items, list) else ():
        if not isinstance(item, dict) or not item.get("id"):
            continue
        year = _YEAR.search(str(item.get("issued", "")))
        container = item.get("container-title") or item.get("publisher")
        yield ReferenceEntry(
            key=str(item["id"]),
            authors=tuple(_csl_names(item.get("author") or item.get("editor"))),
            title=_text(item, "title"),
            container=str(container) if container else None,
            year=year[0] if year else None,
            doi=_text(item, "DOI"),
            isbn=_text(item, "ISBN"),
            address=_text(item, "URL"),
        )


def _text(item: Mapping[str, object], name: str) -> str | None:
    return str(item[name]) if item.get(name) else None


def _csl_names(stated: object) -> Iterator[str]:
    for one in stated[:20] if isinstance(stated, list) else ():
        if isinstance(one, dict):
            yield str(one.get("literal") or f"{one.get('given', '')} {one.get('family', '')}".strip())


_READERS: Mapping[str, Callable[[str], Iterator[ReferenceEntry]]] = {
    ".bib": _bibtex,
    ".json": _csl,
    ".yaml": lambda text: _csl_entries(_yaml(text).get("references")),
    ".yml": lambda text: _csl_entries(_yaml(text).get("references")),
}
