"""Traces made by hand, from a notation that reads like the report itself."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance.alignment.alignment import Alignment, Disclosure, Placement, Variant, VariantKind
from provenance.articles.article import Article, Format, Metadata
from provenance.articles.source_map import SourceMap
from provenance.excerpts.model import Attribution, Boundary, Excerpt, Markup
from provenance.findings.codes import RULES
from provenance.findings.finding import Finding
from provenance.findings.trace import Comparison, ExcerptTrace, SourceStatus, Trace, Verdict
from provenance.reporting.json import report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.text.document import Block, Document
from provenance.tracing.tracer import Tracer

CASES = sorted((Path(__file__).parents[2] / "fixtures" / "cases").glob("*/*/case.toml"))
URL = "https://lowland-courier.example/pier/2026"
LEAD = "Harbour news from the old quarter.\n\nThe Lowland Courier reports:\n\n"
TAIL = "\n\nThe council meets again in May."
_PART = re.compile(
    r"\[-(?P<left>[^\]]*?)-\]\{\+(?P<put>[^}]*?)\+\}|\[-(?P<omitted>.*?)-\]|\{\+(?P<added>.*?)\+\}"
    r"|\[~(?P<mark>[^|]*)\|(?P<under>.*?)~\]|\{>(?P<moved>.*?)<\}",
    re.DOTALL,
)


class _Maker:
    """Builds an article, its source and the alignment of both from one notated text.

    What was moved stands behind the rest in the source, and parts the text into placements.
    """

    def __init__(self, notated):
        self.article, self.source, self.variants = LEAD, "Dateline.\n\n", []
        self.placements, self.moved = [], []
        self.begun = (len(self.article), len(self.source))
        at = 0
        for part in _PART.finditer(notated):
            self.both(notated[at : part.start()])
            self.lay(part.groupdict(default=""))
            at = part.end()
        self.both(notated[at:])
        self.place()
        for number, start, words in self.moved:
            span = (len(self.source) + 2, len(self.source) + 2 + len(words))
            self.source += f"\n\n{words}"
            there = (start, start + len(words))
            self.placements.insert(number, (there, span, True))
            self.variants.append((VariantKind.TRANSPOSITION, there, span, Disclosure.UNDECLARED))

    def place(self):
        """End the placement that was begun, unless it is empty."""
        here = (len(self.article), len(self.source))
        if here != self.begun:
            pairs = zip(self.begun, here, strict=True)
            self.placements.append((*pairs, False))

    def both(self, text):
        for part in re.split("(\n\n)", text):
            if part == "\n\n":
                self.place()
            self.article += part
            self.source += part
            if part == "\n\n":
                self.begun = (len(self.article), len(self.source))

    def lay(self, part):
        if part["moved"]:
            self.place()
            self.moved.append((len(self.placements) + len(self.moved), len(self.article), part["moved"]))
            self.article += part["moved"]
            self.begun = (len(self.article), len(self.source))
            return
        excerpt = part["put"] or part["added"] or part["mark"]
        source = part["left"] or part["omitted"] or part["under"]
        kind = (
            VariantKind.SUBSTITUTION
            if excerpt and source
            else VariantKind.ADDITION
            if excerpt
            else VariantKind.OMISSION
        )
        kind = VariantKind.OMISSION if part["under"] else kind
        told = Disclosure.DECLARED if part["under"] else Disclosure.UNDECLARED
        places = (
            (len(self.article), len(self.article) + len(excerpt)),
            (len(self.source), len(self.source) + len(source)),
        )
        self.variants.append((kind, *places, told))
        self.article += excerpt
        self.source += source


def document(text, origin):
    starts = [0, *(m.end() for m in re.finditer(r"\n\n", text))]
    ends = [*(m.start() for m in re.finditer(r"\n\n", text)), len(text)]
    from provenance.text.span import Span

    blocks = tuple(
        Block(Span(a, b), line=text.count("\n", 0, a) + 1) for a, b in zip(starts, ends, strict=True)
    )
    return Document(text, origin, blocks)


def finding(code, message, excerpt=None, source=None, *, severity=None, accepted=None, variant=None):
    rule = RULES[code]
    return Finding(rule, message, severity or rule.severity, excerpt, source, variant, accepted)


def traced(
    notated,
    *,
    codes=(),
    verdict=None,
    url=URL,
    reason=None,
    origin="posts/pier.html",
    markup=Markup.BLOCKQUOTE,
    accepted=None,
):
    """A trace of one excerpt: `codes` are given to the undeclared variants in order."""
    maker = _Maker(notated)
    article, source = (
        document(maker.article + TAIL, origin),
        document(maker.source + "\n\nMore.", "saved/pier.html"),
    )
    cut = (len(LEAD), len(maker.article))
    pieces = tuple(
        article.passage(cut[0] + m.start(), cut[0] + m.end())
        for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", article.text[cut[0] : cut[1]])
    )
    cue = article.passage(LEAD.index("The Lowland"), LEAD.index(":") + 1)
    excerpt = Excerpt(pieces, Attribution(cue, "The Lowland Courier", None, url), (), markup, Boundary.CLEAR)
    variants = tuple(
        Variant(kind, article.passage(*ours), source.passage(*theirs), told)
        for kind, ours, theirs, told in maker.variants
    )
    undeclared = [variant for variant in variants if variant.disclosure is Disclosure.UNDECLARED]
    findings = tuple(
        finding(code, message(variant), variant.excerpt, variant.source, variant=variant, accepted=accepted)
        for code, variant in zip(codes, undeclared, strict=False)
    )
    placements = tuple(
        Placement(article.passage(*ours), source.passage(*theirs), moved=moved)
        for ours, theirs, moved in maker.placements
    )
    verdict = verdict or (Verdict.ALTERED if findings else Verdict.FAITHFUL if variants else Verdict.VERBATIM)
    reference = Reference(url or "saved/pier.html", FoundBy.LINK)
    page = Article(source, Format.HTML, metadata=Metadata(title="Pier to close", url=url))
    witness = Witness(reference, page, Via.SAVED, url, datetime(2026, 11, 21, 9, 30, tzinfo=UTC), "ab" * 32)
    comparison = Comparison(Alignment(placements, variants, 0.9, 120.0), findings, verdict)
    item = ExcerptTrace(
        excerpt, verdict, SourceStatus.LOADED, findings, (reference,), witness, comparison, reason
    )
    page = Article(
        article,
        Format.HTML,
        metadata=Metadata(title="The pier", language="en"),
        source_map=SourceMap(article.text, article, "text"),
    )
    return Trace(page, (item,), "0.1.0")


def message(variant):
    ours, theirs = variant.excerpt.text.strip(), variant.source.text.strip()
    if ours and theirs:
        return f"“{theirs}” became “{ours}”"
    return f"puts in “{ours}”" if ours else f"leaves out “{theirs}”"


def unchecked(reason="The article names no address for this quotation; give its source with --source FILE."):
    article = document(LEAD + "The pier will close for good." + TAIL, "posts/pier.html")
    excerpt = Excerpt(
        (article.passage(len(LEAD), len(LEAD) + 29),), Attribution(outlet="The Lowland Courier")
    )
    item = ExcerptTrace(excerpt, Verdict.UNCHECKED, SourceStatus.NONE, reason=reason)
    return Trace(Article(article, Format.TEXT), (item,), "0.1.0")


@pytest.fixture(name="traced")
def _traced():
    return traced


@pytest.fixture(name="unchecked")
def _unchecked():
    return unchecked


@pytest.fixture(
    scope="session", params=CASES, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}"
)
def run_of_case(request):
    """The run of each case, for all the tests that are about what a report tells of it."""
    folder = request.param.parent
    (article,) = folder.glob("article.*")
    saved = [path for path in [folder / "sources"] if path.is_dir()]
    with Tracer(saved=saved, offline=True) as tracer:
        return Run((tracer.trace(article),))


@pytest.fixture(scope="session")
def document_of_case(run_of_case):
    """The JSON report of each case, with the texts."""
    return json.loads(report(run_of_case, View(with_text=True)))
