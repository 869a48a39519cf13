"""The manifest of a folder of saved sources: ``sources.toml``, one table a saved page, sorted, made to be edited."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from provenance.articles.dates import in_utc
from provenance.errors import ConfigurationError, describe
from provenance.files.reading import parse_table, read_regular, toml_string
from provenance.sources.addresses import is_address

MANIFEST_NAME = "sources.toml"
_HEADER = (
    "# The saved originals of this folder, one table each, sorted by address. May be edited by hand:\n"
    "# `file` and `url` are required, comments and further keys are kept, and sha256 must be that of the file.\n"
)
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*source[ \t]*\]\]", re.MULTILINE)
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SavedSource:
    """One saved page, as the manifest describes it. The fields are in the manifest's order."""

    url: str  # the address that was asked for
    file: str  # the saved bytes: a path relative to the manifest's folder
    final_url: str | None = None  # the address that answered, if it was another
    fetched: datetime | None = None  # when
    checked: datetime | None = None  # when the page was last found to say the same still, if that was later
    memento: str | None = None  # the address of the snapshot, if the bytes came from an archive
    status: int | None = None  # the HTTP status
    content_type: str | None = None  # the Content-Type header
    etag: str | None = None  # the ETag header
    last_modified: str | None = None  # the Last-Modified header
    sha256: str | None = None  # the digest of the saved bytes
    caveat: str | None = None  # why the file may not hold the page that was quoted, or all of it, or None
    page_sha256: str | None = None  # the digest of the whole page, where the file does not hold it
    title: str | None = None  # the page's headline
    site_name: str | None = None  # the outlet, as the page names it
    tool: str | None = None  # the program that saved it, with its version

    @property
    def order(self) -> tuple[str, datetime, str]:
        """By address, then the oldest first."""
        return (self.url, self.fetched or _EPOCH, self.file)


class Entry(NamedTuple):
    """A saved source and the very text of its table, comments above it included."""

    source: SavedSource
    text: str


class Manifest(NamedTuple):
    """What stands in a manifest: the text before the first table, and the tables."""

    header: str = _HEADER
    entries: tuple[Entry, ...] = ()

    @property
    def sources(self) -> tuple[SavedSource, ...]:
        """The saved sources, in the manifest's order."""
        return tuple(entry.source for entry in self.entries)

    @property
    def text(self) -> str:
        """The manifest as it is written."""
        return "\n".join(
            (self.header.rstrip("\n") + "\n", *(entry.text.strip("\n") + "\n" for entry in self.entries))
        )

    def including(self, sources: Iterable[SavedSource]) -> "Manifest":
        """A manifest that has ``sources`` too. One with the same address and file takes the place of the old one.

        Tables that are not replaced keep their text, with comments and keys that this program does not know.
        """
        known = {(entry.source.url, entry.source.file): entry for entry in self.entries}
        for source in sources:
            known[source.url, source.file] = Entry(source, _table(source))
        return Manifest(self.header, tuple(sorted(known.values(), key=lambda entry: entry.source.order)))


def read_manifest(path: Path) -> Manifest:
    """Read a manifest, empty where there is none; a ConfigurationError if it is no TOML, or a table lacks what it needs."""
    try:
        return parse_manifest(read_regular(path).decode("utf-8"), path)
    except FileNotFoundError:
        return Manifest()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"{path} cannot be read ({describe(error)}); it must be a UTF-8 text file."
        ) from error


def parse_manifest(text: str, path: Path) -> Manifest:
    """Read the text of a manifest. ``path`` is named in errors; a ConfigurationError as for ``read_manifest``."""
    header, *texts = _pieces(text)
    try:
        stated = parse_table(text)
    except ValueError as error:
        raise ConfigurationError(f"{path} is no valid TOML ({error}); mend that place.") from error
    tables = stated.pop("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError(f"{path}: source must be a list of tables; begin each with [[source]].")
    if stated:
        raise ConfigurationError(
            f"{path}: {next(iter(stated))!r} is unknown; begin each saved source with [[source]]."
        )
    sources = [_source(values, path) for values in tables]
    if len(texts) != len(sources):  # a value holds what looks like a table: the tables are written anew
        header, texts = header if texts else _HEADER, [_table(source) for source in sources]
    return Manifest(header, tuple(Entry(*pair) for pair in zip(sources, texts, strict=True)))


def _pieces(text: str) -> list[str]:
    """The header and the tables, each table with the comments that stand directly above it."""
    cuts: list[int] = []
    for found in _TABLE.finditer(text):
        cuts.append(_start_of_comments(text, found.start()) if cuts else found.start())
    edges = [0, *cuts, len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def _start_of_comments(text: str, start: int) -> int:
    above = text.rfind("\n", 0, start - 1) + 1
    while above < start and text[above:start].lstrip(" \t").startswith("#"):
        start, above = above, text.rfind("\n", 0, above - 1) + 1 if above else 0
    return start


def _source(values: dict[str, Any], path: Path) -> SavedSource:
    name = f"{values.get('file') or values.get('url') or 'a table'!s:.80}"
    known = {field.name: values[field.name] for field in fields(SavedSource) if field.name in values}
    for key, value in known.items():
        expected = {"fetched": datetime, "checked": datetime, "status": int}.get(key, str)
        if not isinstance(value, expected) or isinstance(value, bool):
            raise ConfigurationError(
                f"{path}: {key} of {name} must be a {expected.__name__}; it is {value!r:.80}, so correct it."
            )
    if not is_address(known.get("url", "")):
        raise ConfigurationError(
            f'{path}: {name} needs the url that it was saved from; add `url = "https://…"`.'
        )
    file = PurePosixPath(known.get("file", ""))
    if not file.name or file.is_absolute() or ".." in file.parts or "\\" in str(file) or "\0" in str(file):
        raise ConfigurationError(f"{path}: {known['url']} needs a file inside this folder; correct `file`.")
    for key in ("fetched", "checked"):
        if key in known:
            known[key] = in_utc(known[key])
            if known[key] is None:
                raise ConfigurationError(f"{path}: {key} of {name} is no date of our times; correct it.")
    return SavedSource(**known)


def _table(source: SavedSource) -> str:
    values = ((field.name, getattr(source, field.name)) for field in fields(source))
    return "[[source]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in values if value is not None)


def _toml(value: str | int | datetime) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")  # the year has four digits, see above
    if isinstance(value, int):
        return str(value)
    return toml_string(value)
