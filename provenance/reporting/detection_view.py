"""What was detected in articles, before anything is traced, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from provenance.reporting.cleaning import one_line
from provenance.reporting.excerpt_view import attribution_lines, heading, linked, located
from provenance.reporting.summary import counted
from provenance.reporting.terminal import rendered
from provenance.reporting.untraced_view import untraced_lines
from provenance.reporting.wrapping import indented, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.model import Excerpt
    from provenance.reporting.detection import Detection
    from provenance.reporting.reporter import View


def as_text(detections: Sequence[Detection], view: View) -> str:
    """The excerpts one by one, whole, each with its cue and link."""
    return rendered((line for detection in detections for line in _lines(detection, view)), view)


def _lines(detection: Detection, view: View) -> Iterator[Text]:
    if not detection.excerpts:
        yield Text(one_line(detection.article.document.origin) or "-", "bold")
    for excerpt in detection.excerpts:
        yield from _excerpt_lines(detection.article, excerpt, view)
        yield Text()
    yield Text(counted(len(detection.excerpts), "excerpt"), "bold")
    yield from untraced_lines(detection.untraced, view.width)


def _excerpt_lines(article: Article, excerpt: Excerpt, view: View) -> Iterator[Text]:
    width = view.width - 2
    yield heading(article, excerpt, view.width)[0]
    yield from indented(attribution_lines(excerpt, width), 2)
    yield from indented(located("link", linked(excerpt.attribution.link or "none", view), "", width), 2)
    for passage in excerpt.passages:
        yield Text()
        yield from indented(wrapped(Text(one_line(passage.text)), width - 2), 4)
