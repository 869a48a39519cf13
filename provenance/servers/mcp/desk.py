"""Desk: what the tools may read, take and answer, of the JSON report no more than a model needs. Nothing knows the protocol."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import NamedTuple, Self

from pydantic import BaseModel, Field, model_validator

from provenance.articles.article import Article
from provenance.articles.reading import read_text
from provenance.configuration.grading import regraded
from provenance.configuration.settings import Settings
from provenance.errors import ConfigurationError, ProvenanceError, foreseeing_article_faults
from provenance.excerpts.model import Excerpt
from provenance.files.reading import MAX_TEXT_BYTES, is_inside
from provenance.findings.finding import Finding as Found
from provenance.findings.trace import CLEAN, ExcerptTrace, Trace, Verdict
from provenance.reporting.cited_works import is_of_wrong_source
from provenance.reporting.cleaning import one_line
from provenance.reporting.places import source_url
from provenance.reporting.summary import counted
from provenance.sources.addresses import is_address
from provenance.sources.catalogue import Catalogue, CatalogueLoader
from provenance.sources.loading.given import GivenSource, build_catalogue
from provenance.sources.source import FoundBy, Reference
from provenance.tracing.texts import compare_pages
from provenance.tracing.tracer import Each, Tracer
from provenance.tracing.verifying import text_holding

MOST_QUOTATIONS = 30  # how many quotations an answer tells of one by one; the report has the others
_SHOWN = 300  # code points of a text in an answer
_HELD_BY_NONE = ("None of the ", "The source at hand does not hold it")  # how tracing/reasons.py begins


class Source(BaseModel):
    """A source: exactly one of text, path and url."""

    name: str = Field("", description="The address that the draft links, or the outlet that it names.")
    text: str | None = Field(
        None, min_length=1, max_length=MAX_TEXT_BYTES, description="The whole text, with or without markup."
    )
    path: str | None = Field(None, description="A file below a root of the server.")
    url: str | None = Field(None, description="An address, where the server may use the network.")

    @model_validator(mode="after")
    def _names_one_place(self) -> Self:
        if sum(each is not None for each in (self.text, self.path, self.url)) != 1:
            raise ValueError("give exactly one of text, path and url")
        return self


class Finding(BaseModel):
    """A difference from the source."""

    code: str
    name: str
    severity: str
    message: str


class Quotation(BaseModel):
    """A quotation that somebody should look at."""

    line: int
    text: str
    verdict: str = Field(description="verbatim, faithful, altered, not-found or unchecked")
    meaning: str = Field(description="The verdict in words.")
    speaker: str | None = None
    outlet: str | None = None
    source: str | None = Field(None, description="The page that the words were compared with.")
    source_text: str | None = Field(None, description="What that page says in this place.")
    findings: list[Finding] = []


class Answer(BaseModel):
    """What a call comes to."""

    summary: str
    verdicts: dict[str, int]
    quotations: list[Quotation] = Field(description="Those that somebody should look at, the first ones.")
    left_off: int = Field(0, description="How many more there are; the report has them.")
    untraced_lines: list[int] = Field(
        [],
        description="Where quotations stand that name neither a speaker nor a source, or are too short to compare.",
    )
    report: str = Field(description="The resource that holds the whole JSON report.")


def answer(trace: Trace, sources: int, report: str, *, every: bool = False) -> Answer:
    """A trace, as a model is told of it."""
    verdicts = [str(item.verdict) for item in trace.excerpts]
    counts = {str(each): verdicts.count(each) for each in Verdict if each in verdicts}
    told = [item for item in trace.excerpts if every or item.verdict not in CLEAN or _grave(item)]
    wrong = sum(map(is_of_wrong_source, trace.excerpts))
    parts = [f"{number} {verdict}" for verdict, number in counts.items()] or ["no quotation was found"]
    parts += [f"{wrong} of a wrong source"] if wrong else []
    return Answer(
        summary=f"{counted(len(verdicts), 'quotation')} against {counted(sources, 'source')}: {', '.join(parts)}",
        verdicts=counts,
        quotations=[_quotation(item, sources) for item in told[:MOST_QUOTATIONS]],
        left_off=max(0, len(told) - MOST_QUOTATIONS),
        untraced_lines=[passage.line for passage in trace.untraced][:MOST_QUOTATIONS],
        report=report,
    )


def _quotation(item: ExcerptTrace, sources: int) -> Quotation:
    placements = item.comparison.alignment.placements if item.comparison else ()
    said = item.excerpt.attribution
    origin = item.witness.document.origin if item.witness else None
    return Quotation(
        line=item.excerpt.line,
        text=_shown(item.excerpt.text),
        verdict=str(item.verdict),
        meaning=meaning(item, sources),
        speaker=said.speaker,
        outlet=said.outlet,
        source=(source_url(item) or origin) if placements else None,
        source_text=_shown(" … ".join(each.source.text for each in placements)) if placements else None,
        findings=[
            Finding(
                code=each.code,
                name=each.rule.name,
                severity=each.severity.label,
                message=_shown(each.message),
            )
            for each in _grave(item)[:MOST_QUOTATIONS]
        ],
    )


def _grave(item: ExcerptTrace) -> list[Found]:
    grave = (each for each in item.findings if each.counts)
    return sorted(grave, key=lambda each: -each.severity)


def meaning(item: ExcerptTrace, sources: int) -> str:
    """What became of a quotation, so that a made-up one, one of another source and an unchecked one never sound alike."""
    elsewhere = next((each.message for each in item.findings if each.code == "SRC602"), None)
    if elsewhere:
        return f"wrong source: {_shown(elsewhere)}"
    if item.verdict is Verdict.NOT_FOUND or (item.reason or "").startswith(_HELD_BY_NONE):
        call = item.excerpt.attribution.unlisted
        nowhere = f"; {one_line(call)} is in no list of the article" if call else ""
        return (
            f"not found in any of {sources} sources" if sources > 1 else "not found in the source"
        ) + nowhere
    if item.verdict is Verdict.UNCHECKED:
        return f"not checked: {one_line(item.reason or 'there is no source to compare it with')}"
    return {
        Verdict.VERBATIM: "word for word as in the source",
        Verdict.FAITHFUL: "as in the source, with changes that are marked or harmless",
    }.get(item.verdict, "the source says something else")


def _shown(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


class StoppedError(ProvenanceError):
    """Nobody waits for the answer any more."""


class Desk(NamedTuple):
    """What holds for every call."""

    settings: Settings  # of the folder that the server was started in
    roots: tuple[Path, ...] = ()  # the folders below which a source may be named by its path
    saved: Path | None = None  # the folder of saved sources, or None
    network: bool = False  # whether addresses may be fetched

    def verify(self, draft: str, given: Sequence[Source], stop: Event) -> tuple[Trace, int]:
        """The draft traced, and among how many sources; a ProvenanceError if one cannot be read, or it was stopped."""
        catalogue = self._catalogue(given)
        with foreseeing_article_faults("the draft"), self._tracer(catalogue) as tracer:
            article = read_text(draft, origin="draft")
            trace = tracer.graded(article, each=_until(stop))
        return trace, len(catalogue.holdings) + len(catalogue.addresses)

    def compare(self, quotation: str, given: Source) -> tuple[Trace, int]:
        """The quotation compared with one source; a ProvenanceError if either cannot be read."""
        with foreseeing_article_faults("the quotation"):
            page = read_text(quotation, origin="quotation")
            source = self._page(given)
            return regraded(compare_pages(page, source, settings=self.settings), self.settings), 1

    def find(self, quotation: str) -> tuple[Trace, int]:
        """The quotation looked for in the folder of saved sources; a ProvenanceError if there is none, or it holds no words."""
        if self.saved is None:
            raise ConfigurationError("No saved sources are at hand; start the server with --sources DIR.")
        catalogue = build_catalogue((), [self.saved])
        with (
            foreseeing_article_faults("the quotation"),
            Tracer(catalogue, offline=True, settings=self.settings) as tracer,
        ):
            trace = tracer.find(read_text(quotation, origin="quotation"))
        return regraded(trace, self.settings), len(catalogue.holdings)

    def _tracer(self, catalogue: Catalogue) -> Tracer:
        return Tracer(catalogue, offline=not self.network, robots=True, settings=self.settings)

    def _catalogue(self, given: Iterable[Source]) -> Catalogue:
        parts = [self._part(each, number) for number, each in enumerate(given, start=1)]
        saved = build_catalogue((), [self.saved] if self.saved else [])
        holdings = {held.locator: held for part in (*parts, saved) for held in part.holdings}
        addresses = tuple(url for part in parts for url in part.addresses)
        return replace(saved, holdings=tuple(holdings.values()), addresses=addresses)

    def _part(self, given: Source, number: int = 1) -> Catalogue:
        if given.text is not None:
            return Catalogue((text_holding(given.name or f"source {number}", given.text),))
        if given.path is not None:
            url = given.name if is_address(given.name) else None
            return build_catalogue([GivenSource(url, self._inside(given.path))])
        return Catalogue(addresses=(self._fetchable(given.url or ""),))

    def _page(self, given: Source) -> Article:
        part = self._part(given)
        if part.addresses:
            with self._tracer(part) as tracer:
                return tracer.read(part.addresses[0])
        if len(part.holdings) != 1:
            raise ConfigurationError(f"{given.path} holds {len(part.holdings)} pages; name one file.")
        return CatalogueLoader(part).load(Reference(part.holdings[0].locator, FoundBy.GIVEN)).page

    def _inside(self, name: str) -> Path:
        """The place that a path names below a root, links followed. Whether anything stands elsewhere is not told."""
        if not self.roots:
            raise ConfigurationError(
                "No path may be read; give the text, or start the server with --root DIR."
            )
        for root in self.roots:
            try:
                path = (root / name).resolve(strict=True)
            except (OSError, ValueError, RuntimeError):
                continue
            if is_inside(path, self.roots):
                return path
        raise ConfigurationError(
            f"{name} is nothing that may be read; name a file below a root, or give its text."
        )

    def _fetchable(self, url: str) -> str:
        if not is_address(url):
            raise ConfigurationError(f"{url} is no address; give one that begins with https:// or http://.")
        if not self.network:
            raise ConfigurationError(
                f"{url} may not be fetched; give its text, or start the server with --allow-network."
            )
        return url


def _until(stop: Event) -> Each:
    def each(excerpts: Sequence[Excerpt], trace: Callable[[Excerpt], ExcerptTrace]) -> Iterator[ExcerptTrace]:
        for excerpt in excerpts:
            if stop.is_set():
                raise StoppedError("The call was cancelled.")
            yield trace(excerpt)

    return each
