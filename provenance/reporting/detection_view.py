"""What was detected in articles, before anything is traced, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from provenance.articles.article import Article
from provenance.excerpts.model import Evidence, Excerpt, Rejected
from provenance.reporting.cleaning import one_line
from provenance.reporting.detection import Detection
from provenance.reporting.excerpt_view import attribution_lines, heading
from provenance.reporting.reporter import View
from provenance.reporting.summary import counted, listed_places, places_told
from provenance.reporting.terminal import rendered, untraced_lines
from provenance.reporting.wrapping import LABEL_WIDTH, indented, linked, located, wrapped

_BEGINNING = 70  # characters
_MOST_EVIDENCE = 6  # features of one candidate that are shown


def as_text(detections: Sequence[Detection], view: View, *, why: bool = False) -> str:
    """The excerpts one by one, whole, each with its cue and link."""
    lines = (line for detection in detections for line in _lines(detection, view, why=why))
    return rendered(lines, view)


def _lines(detection: Detection, view: View, *, why: bool) -> Iterator[Text]:
    if not detection.excerpts:
        yield Text(one_line(detection.article.document.origin) or "-", "bold")
    for excerpt in detection.excerpts:
        yield from _excerpt_lines(detection.article, excerpt, view)
        if why:
            yield from _evidence_lines("quoted", excerpt.probability, excerpt.evidence, view)
        yield Text()
    for rejected in detection.rejected if why else ():
        yield from _rejected_lines(detection.article, rejected, view)
    yield Text(counted(len(detection.excerpts), "excerpt"), "bold")
    yield from untraced_lines(detection, view.width)


def _rejected_lines(article: Article, rejected: Rejected, view: View) -> Iterator[Text]:
    """A candidate that is no excerpt: its place, how it begins, and why it is none."""
    passage = rejected.candidate.passages[0]
    place = listed_places(places_told(article, [passage]))
    yield from wrapped(Text(f"{place}: {one_line(passage.text)[:_BEGINNING]}", "dim"), view.width)
    yield from _evidence_lines(str(rejected.reason), rejected.probability, rejected.evidence, view)


def _evidence_lines(
    said: str, probability: float, evidence: Sequence[Evidence], view: View
) -> Iterator[Text]:
    """The strongest features of a candidate, each with what it adds to the log-odds."""
    told = ", ".join(f"{one.feature} {one.weight:+.1f}" for one in evidence[:_MOST_EVIDENCE])
    yield from indented(wrapped(Text(f"{said} ({probability:.2f}): {told}"), view.width - 2), 2)


def _excerpt_lines(article: Article, excerpt: Excerpt, view: View) -> Iterator[Text]:
    width = view.width - 2
    yield heading(article, excerpt, view.width)[0]
    yield from indented(attribution_lines(excerpt, width), 2)
    yield from indented(
        located("link", linked(excerpt.attribution.link or "none", view, width - LABEL_WIDTH), "", width), 2
    )
    for passage in excerpt.passages:
        yield Text()
        yield from indented(wrapped(Text(one_line(passage.text)), width - 2), 4)
