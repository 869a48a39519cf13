"""What a model gives and what it is answered: of the JSON report no more than it needs."""

from typing import Self

from pydantic import BaseModel, Field, model_validator

from provenance.files.reading import MAX_TEXT_BYTES
from provenance.findings.finding import Finding as Found
from provenance.findings.trace import CLEAN, ExcerptTrace, Trace, Verdict
from provenance.reporting.cited_works import is_of_wrong_source
from provenance.reporting.cleaning import one_line
from provenance.reporting.places import source_url
from provenance.reporting.summary import counted

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
