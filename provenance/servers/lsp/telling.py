"""Checking what stands in an editor, and what that is told, at its own count of lines and columns: diagnostics, hovers, links."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import Diagnostic, DiagnosticSeverity, DocumentLink, Position, Range

from provenance.articles.article import Format
from provenance.articles.reading import SUFFIXES, read_text
from provenance.configuration.settings import Settings, configured_place, read_settings, settings_for
from provenance.errors import ProvenanceError, foreseeing_article_faults
from provenance.findings.finding import Finding, Severity
from provenance.findings.trace import ExcerptTrace, Trace, Verdict
from provenance.reporting.cleaning import is_safe_link, one_line
from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.setting import TERMINAL, folded, marked_line
from provenance.reporting.diff.views import inline_diff
from provenance.reporting.places import around, open_link, source_url
from provenance.sources.storage.manifest import MANIFEST_NAME
from provenance.text.document import Passage, whole
from provenance.text.span import Span
from provenance.tracing.reuse import TraceMemory
from provenance.tracing.tracer import Tracer

USUAL_SOURCES = "sources"  # where `provenance save` keeps pages if nobody says otherwise
_LANGUAGES = {
    "html": Format.HTML,
    "markdown": Format.MARKDOWN,
    "mdx": Format.MARKDOWN,
    "plaintext": Format.TEXT,
}
_SEVERITIES = {
    Severity.CRITICAL: DiagnosticSeverity.Error,
    Severity.MAJOR: DiagnosticSeverity.Error,
    Severity.MINOR: DiagnosticSeverity.Warning,
    Severity.NOTE: DiagnosticSeverity.Hint,
}
LATER = "REASON"  # stands where a person is to say why a finding is accepted; until then it is shown
_UNTRACED = (
    "No speaker and no source is named for these words, so they are not checked; name one or link the source."
)
_LINE_OF_TROUBLE = re.compile(r", line (\d{1,9}):")


class Checked(NamedTuple):
    """What is known of one version of a document."""

    text: str  # the version
    trace: Trace | None = None  # what was found; None where it could not be read
    trouble: str = ""  # why not, in a sentence
    settings: Settings | None = None  # those that hold for it
    saved: Path | None = None  # the folder of its saved sources, which need not exist


class _Room(NamedTuple):
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
        self._rooms: dict[tuple[Path, Path], _Room] = {}

    def check(self, path: Path, text: str, language: str, *, anew: bool = False) -> Checked:
        """Check a version of a document."""
        settings, saved = None, None
        try:
            settings = read_settings(self._config) if self._config else settings_for(path.parent)
            saved = self._sources or configured_place(settings, "sources") or _usual(settings, path)
            with foreseeing_article_faults(path.name):
                room = self._room(settings, saved)
                kind = SUFFIXES.get(path.suffix.lower()) or _LANGUAGES.get(language)
                article = read_text(text, origin=str(path), format=kind, folder=path.parent)
                memory = TraceMemory() if anew else room.memories.get(str(path), TraceMemory())
                room.memories[str(path)] = memory
                trace = room.tracer.graded(article, each=memory.each(article))
        except ProvenanceError as error:
            return Checked(text, None, str(error), settings, saved)
        return Checked(text, trace, "", settings, saved)

    def forget(self, path: Path) -> None:
        """Forget a document that is closed."""
        for room in self._rooms.values():
            room.memories.pop(str(path), None)

    def _room(self, settings: Settings, saved: Path) -> _Room:
        key, stamp = (settings.folder, saved), _stamp(saved)
        known = self._rooms.get(key)
        if known and known.settings == settings and known.stamp == stamp:
            return known
        if known:
            known.tracer.close()
        tracer = Tracer(saved=[saved] if saved.is_dir() else [], offline=True, settings=settings)
        self._rooms[key] = room = _Room(settings, stamp, tracer, {})
        return room


def _usual(settings: Settings, path: Path) -> Path:
    folder = settings.folder if settings.origins else path.parent
    return folder / USUAL_SOURCES


def _stamp(folder: Path) -> tuple[int, ...]:
    """What changes when a page is saved in a folder."""
    stamps = []
    for path in (folder, folder / MANIFEST_NAME):
        with suppress(OSError):
            stamps.append(path.stat().st_mtime_ns)
    return tuple(stamps)


def shown_findings(item: ExcerptTrace) -> list[Finding]:
    """The findings of an excerpt that nobody accepted with a reason."""
    return [finding for finding in item.findings if finding.stands or finding.accepted == LATER]


def trouble_diagnostic(checked: Checked) -> Diagnostic:
    """The one for a document that could not be checked, on the line that it is about."""
    line = int(found[1]) - 1 if (found := _LINE_OF_TROUBLE.search(checked.trouble)) else 0
    place = Range(Position(line, 0), Position(line + 1, 0))
    return _diagnostic(place, DiagnosticSeverity.Error, one_line(checked.trouble))


def diagnostics(trace: Trace, places: "Places") -> Iterator[Diagnostic]:
    """One for each finding, each excerpt that could not be checked, each quotation without a source, and each remark."""
    for item in trace.excerpts:
        yield from (finding_diagnostic(finding, item, places) for finding in shown_findings(item))
    for passage in trace.untraced:
        yield _diagnostic(places.of(passage), DiagnosticSeverity.Information, _UNTRACED)
    for remark in trace.remarks:
        place = places.line(remark.line)
        yield _diagnostic(place, DiagnosticSeverity.Information, remark.message, remark.rule.code)


def finding_diagnostic(finding: Finding, item: ExcerptTrace, places: "Places") -> Diagnostic:
    """The diagnostic of a finding of an excerpt."""
    unchecked = item.verdict is Verdict.UNCHECKED and finding.is_note
    severity = DiagnosticSeverity.Information if unchecked else _SEVERITIES[finding.severity]
    later = f" (accepted: write why in place of {LATER})" if finding.accepted == LATER else ""
    message = f"{one_line(finding.message)}{later} ({finding.rule.name})"
    passage = finding.excerpt or whole(item.excerpt.passages)
    place = places.of(passage if passage.text else around(passage, words=1))  # an empty range shows nowhere
    return _diagnostic(place, severity, message, finding.code)


def hover_text(item: ExcerptTrace) -> str:
    """An excerpt's verdict, its source, where and when that was saved, and the difference; plain text, no markup."""
    witness = item.witness
    lines = [f"{item.verdict} · {source_url(item) or 'no address'}"]
    if witness:
        when = f" on {witness.retrieved:%Y-%m-%d}" if witness.retrieved else ""
        lines.append(f"{witness.via}{when}: {witness.document.origin}")
    if item.comparison and item.comparison.alignment.found:
        lines += ["", marked_line(folded(each, TERMINAL) for each in inline_diff(diff_of(item)))]
    elif item.reason:
        lines += ["", item.reason]
    told = [f"{each.severity.label} {each.code} {each.message}" for each in shown_findings(item)]
    return "\n".join(map(one_line, [*lines, *([""] if told else []), *told]))


def document_links(trace: Trace, places: "Places") -> Iterator[DocumentLink]:
    """From each excerpt whose place in a page of the web is known to that place."""
    for item in trace.excerpts:
        link = open_link(item)
        if link and is_safe_link(link):
            tooltip = "Open the source at this place"
            yield DocumentLink(places.of(whole(item.excerpt.passages)), link, tooltip)


def _diagnostic(
    place: Range, severity: DiagnosticSeverity, message: str, code: str | None = None
) -> Diagnostic:
    return Diagnostic(place, message, severity, code, source="provenance")


class Places:
    """The way from a trace to the places in its file."""

    def __init__(self, trace: Trace, units: Callable[[str], int]) -> None:
        self._trace = trace
        self._source_map = trace.article.source_map
        self._units = units
        self._file = self._source_map.file if self._source_map else ""
        self._starts = self._source_map.line_starts if self._source_map else (0,)

    def position(self, at: int) -> Position:
        """The position of an offset in the file."""
        line = bisect_right(self._starts, at) - 1
        return Position(line, self._units(self._file[self._starts[line] : at]))

    def range(self, span: Span) -> Range:
        """The range of a span of the file."""
        return Range(self.position(span.start), self.position(span.end))

    def of(self, passage: Passage) -> Range:
        """The range of a passage of the article; its first line where no more is known for certain."""
        found = self._source_map.locate(passage.span) if self._source_map else None
        return self.range(found) if found else self.line(passage.line)

    def excerpts_at(self, place: Range) -> list[tuple[ExcerptTrace, Range]]:
        """The excerpts that a range touches, each with its own."""
        placed = ((item, self.of(whole(item.excerpt.passages))) for item in self._trace.excerpts)
        return [(item, own) for item, own in placed if touches(own, place)]

    def line(self, number: int) -> Range:
        """The range of a line, which is counted from 1 here."""
        start, end = (*self._starts, len(self._file))[min(number, len(self._starts)) - 1 :][:2]
        return self.range(Span(start, start + len(self._file[start:end].rstrip("\r\n"))))


def touches(one: Range, other: Range) -> bool:
    """Whether two ranges share a character or meet."""
    return one.start <= other.end and other.start <= one.end
