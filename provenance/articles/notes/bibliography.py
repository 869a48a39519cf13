"""Bibliographies that the front matter of a Markdown file holds or names: BibTeX, CSL-JSON, CSL as YAML."""

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from provenance.articles.article import ReferenceEntry
from provenance.articles.notes.entries import people
from provenance.files.reading import is_inside, read_regular

_NAMED = re.compile(r"^(?:bibliography|references)[ \t]*:", re.MULTILINE)
_MOST_BYTES = 2_000_000
_MOST_FILES = 8
_MOST_ENTRIES = 5_000
_LONGEST_FIELD = 1000  # characters
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_CONTAINERS = "journal journaltitle container-title booktitle newspaper publisher institution organization"
_MOST_NAMES = 20


def bibliography(front_matter: str, folder: Path | None) -> tuple[ReferenceEntry, ...]:
    """The entries of an article's bibliography, by its front matter in YAML.

    Files are read from the article's folder and those below it alone; none where it is None.
    """
    if not _NAMED.search(front_matter):
        return ()
    stated = _yaml(front_matter)
    found = list(_csl_entries(stated.get("references")))
    named = stated.get("bibliography")
    for name in named[:_MOST_FILES] if isinstance(named, list) else [named]:
        found += _file_entries(folder, _shown(name) or "") if folder is not None else ()
    return tuple(found[:_MOST_ENTRIES])


def _yaml(text: str) -> dict[str, Any]:
    import yaml

    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, yaml.BaseLoader)):
            return {}  # aliases of aliases stand for more than any memory holds
        stated = yaml.load(text, yaml.BaseLoader)  # noqa: S506 -- it makes lists, mappings and texts alone
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return stated if isinstance(stated, dict) else {}


def _file_entries(folder: Path, name: str) -> Iterator[ReferenceEntry]:
    """The entries of a file beside the article; none where it cannot be read or lies outside of its folder."""
    path = Path(folder, name)
    read = _READERS.get(path.suffix.lower())
    try:
        if read is None or not is_inside(path, [folder]):
            return
        text = read_regular(path, limit=_MOST_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):
        return
    yield from read(text)


def _bibtex(text: str) -> Iterator[ReferenceEntry]:
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import LatexDecodingMiddleware

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)  # else it writes to the terminal
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    for entry in library.entries:
        fields = {one.key: re.sub("[{}]", "", str(one.value)) for one in entry.fields}
        stated = fields.get("author") or fields.get("editor") or fields.get("institution", "")
        parts = stated.split(" and ")[:_MOST_NAMES]  # "Lee, Ann and {Harbour Board}"
        names = (name for part in parts for name in (people(part) or (part,)) if name.strip())
        yield _entry(entry.key, fields, names)


def _csl(text: str) -> Iterator[ReferenceEntry]:
    try:
        yield from _csl_entries(json.loads(text))
    except (ValueError, RecursionError):
        return


def _csl_entries(items: object) -> Iterator[ReferenceEntry]:
    for item in islice(items, _MOST_ENTRIES) if isinstance(items, list) else ():
        key = _shown(item.get("id")) if isinstance(item, dict) else None
        if key:
            yield _entry(key, item, _csl_names(item.get("author") or item.get("editor")))


def _csl_names(stated: object) -> Iterator[str]:
    for one in stated[:_MOST_NAMES] if isinstance(stated, list) else ():
        if isinstance(one, dict):
            parts = (one.get("literal"),) if one.get("literal") else (one.get("given"), one.get("family"))
            yield " ".join(shown for part in parts if (shown := _shown(part)))


def _entry(key: str, fields: Mapping[str, object], names: Iterable[str]) -> ReferenceEntry:
    """An entry of the fields of BibTeX or CSL, which are named alike but for capitals and a few."""
    stated = {name.lower(): shown for name, value in fields.items() if (shown := _shown(value))}
    year = _YEAR.search(stated.get("year") or stated.get("date") or str(fields.get("issued", "")))
    return ReferenceEntry(
        key=key,
        authors=tuple(names),
        title=stated.get("title"),
        container=next((stated[name] for name in _CONTAINERS.split() if name in stated), None),
        year=year[0] if year else None,
        doi=stated.get("doi"),
        address=stated.get("url"),
    )


def _shown(value: object) -> str | None:
    """A text or number as it is shown; None for whatever holds others."""
    return str(value)[:_LONGEST_FIELD] or None if isinstance(value, str | int | float) else None


_READERS: Mapping[str, Callable[[str], Iterator[ReferenceEntry]]] = {
    ".bib": _bibtex,
    ".json": _csl,
    ".yaml": lambda text: _csl_entries(_yaml(text).get("references")),
    ".yml": lambda text: _csl_entries(_yaml(text).get("references")),
}
