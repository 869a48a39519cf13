"""The tables of docs/cuts.md, run row by row: one source, and ways to cut it."""

import re
from pathlib import Path

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.findings.finding import Severity
from provenance.testing import StaticLoader
from provenance.tracing.texts import compare
from provenance.tracing.tracer import Tracer

PAGE = (Path(__file__).parents[2] / "docs" / "cuts.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## (?P<name>[^\n]+)\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SOURCE = re.compile(r"^```source\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(
    r"^\| (?P<quoted>[^|]+) \| (?P<verdict>verbatim|faithful|altered) \| ?(?P<findings>[A-Z0-9a-z, ]*?) ?\|$",
    re.MULTILINE,
)
URL = "https://ledger.example/a"
ROWS = [
    pytest.param(
        source[1], row["quoted"], row["verdict"], row["findings"], id=f"{section['name']}: {row['quoted']}"
    )
    for section in SECTION.finditer(PAGE)
    if (source := SOURCE.search(section["text"]))
    for row in ROW.finditer(section["text"])
]


def judged(quoted, source):
    """The comparison of a quotation, in the sentence of an article where the row gives one."""
    if "“" not in quoted:
        return compare(quoted, source)
    article = read_text(f"{quoted} [Source]({URL})", origin="article.md", format=Format.MARKDOWN)
    with Tracer(StaticLoader({URL: f"<p>{source}</p>"}), offline=True) as tracer:
        return tracer.trace(article).excerpts[0].comparison


def test_each_class_is_cut_in_six_ways():
    assert len(ROWS) == 6 * 10


@pytest.mark.parametrize(("source", "quoted", "verdict", "findings"), ROWS)
def test_a_cut_gets_its_verdict_and_its_finding(source, quoted, verdict, findings):
    comparison = judged(quoted, source)
    found = [f"{f.rule.code} {f.severity.label}" for f in comparison.findings if f.severity > Severity.NOTE]
    assert (comparison.verdict.value, ", ".join(found)) == (verdict, findings)
