"""The pages of the findings are tests: every example on them is run through all stages."""

import hashlib
import re
import tomllib
from dataclasses import dataclass, replace

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.configuration.settings import Settings
from provenance.findings.codes import RULES, page
from provenance.findings.finding import Severity
from provenance.tracing.texts import compare
from provenance.tracing.tracer import Tracer

FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
FIRES, SILENT = "An example that fires", "An example that stays silent"


@dataclass(frozen=True)
class Source:
    """One text of a source, as an example gives it."""

    text: str
    url: str = ""
    fetched: str = "2026-06-01"


@dataclass(frozen=True)
class Example:
    """One example of a page: what quotes, what is quoted, what is expected."""

    quotation: str = ""
    article: str = ""
    settings: str = ""
    sources: tuple[Source, ...] = ()
    expected: tuple[str, ...] = ()


def examples(code, part):
    """The examples in one part of a page; one that gives no source uses that of the example before it."""
    found, building, sources = [], Example(), ()
    heading = ""
    for match in re.finditer(r"^## ([^\n]+)$|" + FENCE.pattern, page(RULES[code]), re.MULTILINE | re.DOTALL):
        if match[1]:
            heading = match[1]
            continue
        building, done = extended(building, match[2], match[3].split(), match[4])
        if done:
            sources = building.sources or sources
            if heading == part:
                found.append(replace(building, sources=sources))
            building = Example()
    return found


def extended(example, role, info, text):
    if role == "findings":
        return replace(example, expected=tuple(text.splitlines())), True
    if role in {"source", "snapshot"}:
        source = Source(text, *info[1:])
        return replace(example, sources=(*example.sources, source)), False
    if role in {"quotation", "article", "settings"}:
        return replace(example, **{role: text}), False
    return example, False


def run(example, folder):
    """The verdict and the findings of an example, as code and severity."""
    settings = Settings(outlets=outlets(example.settings))
    if example.quotation:
        outcome = compare(example.quotation, example.sources[0].text, settings=settings)
    else:
        save(example.sources, folder)
        with Tracer(saved=[folder], offline=True, settings=settings) as tracer:
            excerpts = tracer.trace(
                read_text(example.article, origin="article.md", format=Format.MARKDOWN)
            ).excerpts
        assert len(excerpts) == 1, [excerpt.excerpt.text for excerpt in excerpts]
        outcome = excerpts[0]
    return outcome.verdict.value, {(finding.rule.code, finding.severity) for finding in outcome.findings}


def outlets(text):
    return tuple((name, tuple(domains)) for name, domains in tomllib.loads(text).get("outlets", {}).items())


def save(sources, folder):
    """A folder of saved sources, as ``provenance save`` writes one."""
    rows = []
    for number, source in enumerate(sources):
        data = source.text.encode()
        (folder / f"{number}.html").write_bytes(data)
        rows.append(
            f'[[source]]\nurl = "{source.url}"\nfile = "{number}.html"\nfetched = {source.fetched}T08:00:00Z\n'
            f'status = 200\ncontent_type = "text/html; charset=utf-8"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
        )
    (folder / "sources.toml").write_text("\n".join(rows), encoding="utf-8")


def expected_findings(example):
    return {(code, Severity[severity.upper()]) for code, severity in map(str.split, example.expected[1:])}


def above_note(findings):
    return {(code, severity) for code, severity in findings if severity > Severity.NOTE}


def numbered(part):
    return [
        pytest.param(code, each, id=f"{code}-{n}")
        for code in RULES
        for n, each in enumerate(examples(code, part), 1)
    ]


@pytest.mark.parametrize("code", RULES)
def test_a_page_has_an_example_that_fires_and_one_that_stays_silent(code):
    assert examples(code, FIRES)
    assert examples(code, SILENT)


@pytest.mark.parametrize(("code", "example"), numbered(FIRES))
def test_an_example_that_fires_gives_what_the_page_says(code, example, tmp_path):
    verdict, findings = run(example, tmp_path)
    assert code in {name for name, _ in expected_findings(example)}
    assert above_note(findings) == above_note(expected_findings(example))
    assert expected_findings(example) <= findings
    assert verdict == example.expected[0]


@pytest.mark.parametrize(("code", "example"), numbered(SILENT))
def test_an_example_that_stays_silent_gives_nothing_above_note(code, example, tmp_path):
    verdict, findings = run(example, tmp_path)
    assert not above_note(findings)
    assert code not in {name for name, _ in findings}
    assert verdict == example.expected[0]
