"""Sources that the user gives: ``--source FILE|FOLDER|URL|URL=FILE`` and ``--sources FOLDER``."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from provenance.errors import ConfigurationError, SourceError, SourceFaultError, fault_in
from provenance.sources.addresses import is_address
from provenance.sources.capture import CONTENT_TYPES, Capture, pages_in, read_capture
from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.containers.container import CONTAINER_SUFFIXES, Container, captures_in, is_container
from provenance.sources.page_head import read_head
from provenance.sources.source import Via
from provenance.sources.storage.manifest import MANIFEST_NAME, SavedSource
from provenance.sources.storage.store import Store

_SUFFIXES = frozenset(CONTENT_TYPES) | CONTAINER_SUFFIXES


class GivenSource(NamedTuple):
    """What one ``--source`` says: an address, a path, or a path with the address that it was saved from."""

    url: str | None = None
    path: Path | None = None


def parse_source_option(text: str, folders: Iterable[Path] = ()) -> GivenSource:
    """Read ``FILE``, ``FOLDER``, ``URL`` or ``URL=FILE``; a ConfigurationError if it is none, or no such file exists."""
    if not text.strip():
        raise ConfigurationError("A source is empty; give a file, a folder, a URL or URL=FILE.")
    if not is_address(text):
        return GivenSource(path=_existing(Path(text), text, folders))
    # An address may hold equals signs of its own: the file begins after the first one that makes it exist.
    for index in (index for index, char in enumerate(text) if char == "="):
        if text[index + 1 :] and Path(text[index + 1 :]).is_file():
            return GivenSource(text[:index], Path(text[index + 1 :]))
    url, equals, name = text.rpartition("=")
    if equals and ("?" not in url or Path(name).suffix.lower() in _SUFFIXES):
        return GivenSource(url, _existing(Path(name), text, folders))
    return GivenSource(url=text)


def build_catalogue(given: Iterable[GivenSource] = (), folders: Iterable[Path] = ()) -> Catalogue:
    """Everything at hand; a ConfigurationError for a folder or manifest, a SourceError for a file that cannot be read."""
    every, saved = tuple(given), tuple(folders)
    holdings = [holding for source in every for holding in _given_holdings(source)]
    holdings += [holding for one in folders for holding in _folder_holdings(_existing_folder(one), Via.SAVED)]
    addresses = tuple(source.url for source in every if source.url and source.path is None)
    searched = (*saved, *(source.path for source in every if source.path and source.path.is_dir()))
    return Catalogue(_each_once(holdings), addresses, tuple(dict.fromkeys(searched)))


def _each_once(holdings: Iterable[Holding]) -> tuple[Holding, ...]:
    """Each page once: as given if it is both given and saved, and with its address if one of its names has it."""
    unique: dict[str, Holding] = {}
    for holding in holdings:
        known = unique.setdefault(holding.locator, holding)
        if holding.urls and not known.urls:
            unique[holding.locator] = replace(holding, via=known.via)
    return tuple(unique.values())


def _given_holdings(source: GivenSource) -> Iterator[Holding]:
    if source.path is None:
        return
    if source.path.is_dir():
        yield from _folder_holdings(source.path, Via.GIVEN)
    else:
        yield from _file_holdings(source.path, Via.GIVEN, url=source.url)


def _folder_holdings(folder: Path, via: Via) -> Iterator[Holding]:
    store = Store(folder)
    listed = set()
    for source in store.sources():
        listed.add(folder / source.file)
        yield _saved_holding(store, source, via)
    for path in pages_in(folder, _SUFFIXES):
        if path not in listed and path.name != MANIFEST_NAME:
            yield from _any_file_holdings(path, via)


def _saved_holding(store: Store, source: SavedSource, via: Via) -> Holding:
    return Holding(
        locator=str(store.folder / source.file),
        via=via,
        open=partial(store.open, source),
        urls=tuple(url for url in (source.url, source.final_url) if url),
        site_name=source.site_name,
        retrieved=source.fetched,
        file=store.folder / source.file,
    )


def _any_file_holdings(path: Path, via: Via) -> Iterator[Holding]:
    """What a file of a folder holds. One that cannot be read says so when it is opened, and spoils no other."""
    try:
        yield from _file_holdings(path, via)
    except SourceError as error:
        yield Holding(str(path), via, partial(_fail, error), file=path)
    except Exception as error:  # noqa: BLE001 -- a saved page is hostile
        fault = SourceFaultError(fault_in(str(path), error), str(path))
        yield Holding(str(path), via, partial(_fail, fault), file=path)


def _fail(error: SourceError) -> Capture:
    raise error


def _file_holdings(path: Path, via: Via, *, url: str | None = None) -> Iterator[Holding]:
    if is_container(path):
        yield from _container_holdings(path, via, url)
        return
    capture = read_capture(path)
    if url:
        capture = replace(capture, url=url)
    yield _holding(path, via, capture)


def _container_holdings(path: Path, via: Via, url: str | None) -> Iterator[Holding]:
    held = [_holding(path, via, capture) for capture in captures_in(path)]
    container = Container(path, len(held))
    for number, holding in enumerate(held):
        yield replace(
            holding,
            locator=f"{path}#{number + 1}",
            open=partial(container.capture, number),
            urls=holding.urls or ((url,) if url else ()),
        )


def _holding(path: Path, via: Via, capture: Capture) -> Holding:
    """A page at hand. Its bytes are read again when they are needed: a folder may hold more than memory does."""
    urls = tuple(url for url in (capture.url, capture.final_url) if url)
    site_name = read_head(capture.data).site_name
    reopen = partial(_reopened, path, capture.url)
    return Holding(str(path), via, reopen, urls, site_name, capture.retrieved, path)


def _reopened(path: Path, url: str | None) -> Capture:
    return replace(read_capture(path), url=url)


def _existing(path: Path, text: str, folders: Iterable[Path]) -> Path:
    if path.exists():
        return path
    meant = next((folder / path for folder in folders if (folder / path).exists()), None)
    advice = f"give {meant}, which does" if meant else "give a file, a folder, a URL or URL=FILE"
    raise ConfigurationError(f"The source {text} does not exist; {advice}.")


def _existing_folder(path: Path) -> Path:
    if not path.is_dir():
        raise ConfigurationError(
            f"{path} is no folder of saved sources; name one, or make it with `provenance save`."
        )
    return path
