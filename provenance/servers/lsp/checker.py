"""Checking what stands in an editor. What is known of a document and of its sources is kept as long as neither changes."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from provenance.articles.article import Format
from provenance.articles.reading import SUFFIXES, read_text
from provenance.configuration.settings import (
    DEFAULT_SOURCES,
    Settings,
    configured_place,
    read_settings,
    settings_for,
)
from provenance.errors import ProvenanceError, foreseeing_article_faults
from provenance.findings.trace import Trace
from provenance.sources.storage.manifest import MANIFEST_NAME
from provenance.tracing.reuse import TraceMemory
from provenance.tracing.tracer import Tracer

_LANGUAGES = {
    "html": Format.HTML,
    "markdown": Format.MARKDOWN,
    "mdx": Format.MARKDOWN,
    "plaintext": Format.TEXT,
}


class Checked(NamedTuple):
    """What is known of one version of a document."""

    text: str  # the version
    trace: Trace | None = None  # what was found; None where it could not be read
    trouble: str = ""  # why not, in a sentence
    settings: Settings | None = None  # those that hold for it
    saved: Path | None = None  # the folder of its saved sources, which need not exist


class _Workspace(NamedTuple):
    """A folder's settings and sources, and what is known of the documents checked with them."""

    settings: Settings
    stamp: tuple[int, ...]
    tracer: Tracer
    memories: dict[str, TraceMemory]


class Checker:
    """Checks documents. What it knows of a document and of the sources is kept as long as neither changes.

    Args:
        sources: The folder of saved sources; by default the configured one, or ``sources`` beside the configuration.
        config: The configuration; by default the nearest one above each document.
    """

    def __init__(self, sources: Path | None = None, config: Path | None = None) -> None:
        self._sources = sources
        self._config = config
        self._workspaces: dict[tuple[Path, Path], _Workspace] = {}

    def check(self, path: Path, text: str, language: str, *, anew: bool = False) -> Checked:
        """Check a version of a document."""
        settings, saved = None, None
        try:
            settings = read_settings(self._config) if self._config else settings_for(path.parent)
            saved = self._sources or configured_place(settings, "sources") or _usual(settings, path)
            with foreseeing_article_faults(path.name):
                workspace = self._workspace(settings, saved)
                kind = SUFFIXES.get(path.suffix.lower()) or _LANGUAGES.get(language)
                article = read_text(text, origin=str(path), format=kind, folder=path.parent)
                memory = TraceMemory() if anew else workspace.memories.get(str(path), TraceMemory())
                workspace.memories[str(path)] = memory
                trace = workspace.tracer.graded(article, each=memory.each(article))
        except ProvenanceError as error:
            return Checked(text, None, str(error), settings, saved)
        return Checked(text, trace, "", settings, saved)

    def forget(self, path: Path) -> None:
        """Forget a document that is closed."""
        for workspace in self._workspaces.values():
            workspace.memories.pop(str(path), None)

    def _workspace(self, settings: Settings, saved: Path) -> _Workspace:
        key, stamp = (settings.folder, saved), _stamp(saved)
        known = self._workspaces.get(key)
        if known and known.settings == settings and known.stamp == stamp:
            return known
        if known:
            known.tracer.close()
        tracer = Tracer(saved=[saved] if saved.is_dir() else [], offline=True, settings=settings)
        self._workspaces[key] = workspace = _Workspace(settings, stamp, tracer, {})
        return workspace


def _usual(settings: Settings, path: Path) -> Path:
    folder = settings.folder if settings.origins else path.parent
    return folder / DEFAULT_SOURCES


def _stamp(folder: Path) -> tuple[int, ...]:
    """What changes when a page is saved in a folder."""
    stamps = []
    for path in (folder, folder / MANIFEST_NAME):
        with suppress(OSError):
            stamps.append(path.stat().st_mtime_ns)
    return tuple(stamps)
