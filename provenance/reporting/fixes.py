"""Fixes in reports: as records, as SARIF has them, and as the lines that GitHub takes for a suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.articles.article import Article
from provenance.articles.decoding import cleaned
from provenance.findings.finding import OF_WORDS, Finding
from provenance.findings.fix import Fix, FixKind, edited, overlap
from provenance.reporting.record_types import Record

if TYPE_CHECKING:
    from provenance.articles.source_map import SourceMap

_DESCRIPTIONS = {FixKind.RESTORE: "Put the source's words back.", FixKind.MARK: "Mark the change."}
_LINES = re.compile(r"\r\n|\r|\n")


def fix_records(finding: Finding, article: Article) -> list[Record]:
    """The fixes of a finding, for the JSON report."""
    return [
        {
            "kind": str(fix.kind),
            "edits": [
                {"place": source_map.place_in_file(edit.span)._asdict(), "text": edit.text}
                for edit in fix.edits
            ],
        }
        for fix, source_map in _with_map(finding, article)
    ]


def sarif_fixes(finding: Finding, article: Article, artifact: Record) -> list[Record]:
    """The fixes of a finding, as SARIF 2.1.0 has them (3.55); columns in UTF-16 code units."""
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    return [
        {
            "description": {"text": _DESCRIPTIONS[fix.kind]},
            "artifactChanges": [
                {
                    "artifactLocation": artifact,
                    "replacements": [
                        {
                            "deletedRegion": dict(
                                zip(keys, source_map.utf16_place_in_file(edit.span), strict=True)
                            ),
                            "insertedContent": {"text": edit.text},
                        }
                        for edit in fix.edits
                    ],
                }
            ],
        }
        for fix, source_map in _with_map(finding, article)
    ]


def suggestion(findings: Sequence[Finding], article: Article) -> list[str]:
    """The lines of a GitHub suggestion: the lines of the file that the first fixes of an excerpt's findings change.

    All of them are made at once, since one of several may turn the sense by itself; none where the words of one cannot
    be mended.
    """
    source_map = article.source_map
    fixes = [each.fixes[0] for each in findings if each.fixes]
    left = any(each.rule.kind in OF_WORDS and not each.fixes for each in findings)
    edits = sorted({edit for fix in fixes for edit in fix.edits})
    if source_map is None or not edits or (left and len(findings) > 1) or overlap(edits):
        return []
    places = [source_map.place_in_file(edit.span) for edit in edits]
    first, last = min(place.line for place in places), max(place.end_line for place in places)
    before, after = (_LINES.split(text) for text in (source_map.file, edited(source_map.file, edits)))
    shown = after[first - 1 : len(after) - (len(before) - last)]
    longest = max(map(len, re.findall("`+", "\n".join(shown))), default=0)
    fence = "`" * max(3, longest + 1)
    where = f"line {first}" if first == last else f"lines {first} to {last}"
    return [f"Instead of {where}:", "", f"{fence}suggestion", *map(cleaned, shown), fence, ""]


def _with_map(finding: Finding, article: Article) -> Iterator[tuple[Fix, SourceMap]]:
    return ((fix, article.source_map) for fix in finding.fixes if article.source_map)
