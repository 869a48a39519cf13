"""Accepting a finding: the comment in the article, or the entry of the accept file, that lets it stand with a reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.configuration.settings import Settings, configured_place
from provenance.files.reading import read_regular
from provenance.findings.finding import Finding
from provenance.findings.suppression import inline_acceptances
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.cleaning import one_line
from provenance.text.span import Span

LATER = "REASON"  # stands where a person is to say why a finding is accepted; until then it is shown


class Entry(NamedTuple):
    """What accepts a finding, and the line of the accept file, from 0, before which it is put."""

    file: Path
    line: int
    text: str


def accepting_entry(finding: Finding, settings: Settings | None) -> Entry | None:
    """The entry of the accept file that accepts a finding; None where the settings name no file of whole lines."""
    file = configured_place(settings, "accept") if settings else None
    if file is None:
        return None
    try:
        written = read_regular(file).decode("utf-8")
    except (OSError, ValueError):
        return None
    if written and not written.endswith("\n"):
        return None
    values = {
        "code": finding.code,
        "excerpt": finding.excerpt.text if finding.excerpt else "",
        "source": finding.source.text if finding.source else "",
        "reason": LATER,
    }
    rows = (f"{key} = {json.dumps(one_line(value), ensure_ascii=False)}\n" for key, value in values.items())
    return Entry(file, written.count("\n"), f"[[accept]]\n{''.join(rows)}")


def accepting_comment(trace: Trace, item: ExcerptTrace, code: str) -> tuple[int, str] | None:
    """The comment that accepts a finding of an excerpt, and the offset in the file at which it is put.

    None where the article would not read the same with it, or it would belong to another excerpt.
    """
    article, source_map = trace.article, trace.article.source_map
    block = article.document.block_at(item.excerpt.span.start)
    found = source_map.locate(Span(block.span.start, block.span.end)) if source_map and block else None
    if not (source_map and found) or article.format is Format.TEXT:
        return None
    file, at = source_map.file, found.start
    comment = f"<!-- provenance: accept {code} {LATER} -->"
    if article.format is Format.MARKDOWN:  # on a line of its own: what follows on the same one is no Markdown
        at, comment = max(file.rfind("\n", 0, at), file.rfind("\r", 0, at)) + 1, f"{comment}\n"
    before = trace.excerpts[: trace.excerpts.index(item)]
    if any((end := source_map.locate(other.excerpt.span)) and end.end > at for other in before):
        return None
    with_comment = f"{file[:at]}{comment}{file[at:]}"
    read = read_text(with_comment, origin=article.document.origin, format=article.format)
    if read.document.text != article.document.text or not inline_acceptances(comment, origin=""):
        return None
    return at, comment
