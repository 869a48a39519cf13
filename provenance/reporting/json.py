"""The JSON report: one document, schema provenance-trace/2, or lines. Its keys are stable; ``schema/`` describes them.

Of the lines there is one for each article, each of its excerpts, and the summary. Each says what it is in ``type``:
``article``, ``excerpt``, ``unmet`` (something in a case that is not as expected), ``remark`` or ``summary``; an excerpt and
what is unmet say whose they are in ``origin``.
"""

from collections.abc import Iterable, Iterator, Mapping
from json import dumps
from typing import Any

from provenance.findings.trace import Trace
from provenance.reporting.records import Record, remark_record, trace_record, unmet_record
from provenance.reporting.reporter import View
from provenance.reporting.run import Gate, Run
from provenance.reporting.summary import summarise
from provenance.version import __version__

SCHEMA = "provenance-trace/2"


def report(run: Run, view: View) -> str:
    """The whole run as JSON, in the articles' order."""
    return written(record(run, with_text=view.with_text))


def report_lines(run: Run, view: View) -> str:
    """The run, one record a line."""
    return lines(_records(record(run, with_text=view.with_text)))


def record(run: Run, *, with_text: bool = False) -> Record:
    """What the report says, before it is written down."""
    return {
        "schema": SCHEMA,
        "tool": tool(),
        "articles": [_article_record(trace, run, with_text=with_text) for trace in run.traces],
        "troubles": list(run.troubles),
        "remarks": list(map(remark_record, run.every_remark)),
        "summary": summarise(run.traces)._asdict() | {"exit_code": int(run.exit_code)},
    }


def to_dict(*traces: Trace, with_text: bool = False) -> dict[str, Any]:
    """Traces as the JSON report has them, for programs: the same keys and values; fixes where `with_fixes` looked for them.

    Args:
        traces: The articles, traced.
        with_text: Whether to carry the documents' whole texts.
    """
    return record(Run(traces, Gate().exit_code(traces)), with_text=with_text)


def _article_record(trace: Trace, run: Run, *, with_text: bool) -> Record:
    expected = run.expected_of(trace)
    unmet = [unmet_record(each, trace) for each in expected.unmet] if expected else []
    return {**trace_record(trace, with_text=with_text), "case": expected is not None, "unmet": unmet}


def article_lines(trace: Trace, *, with_text: bool) -> str:
    """The lines of one article, as a report has them in which it is no case."""
    return lines(article_rows(_article_record(trace, Run((trace,)), with_text=with_text)))


def article_rows(article: Record) -> Iterator[Record]:
    """The records of an article's lines."""
    origin, apart = article["origin"], ("excerpts", "unmet")
    yield {"type": "article", **{key: value for key, value in article.items() if key not in apart}}
    yield from ({"type": "excerpt", "origin": origin, **excerpt} for excerpt in article["excerpts"])
    yield from ({"type": "unmet", "origin": origin, **each} for each in article.get("unmet", ()))


def _records(whole: Record) -> Iterator[Record]:
    for article in whole["articles"]:
        yield from article_rows(article)
    yield from ({"type": "remark", **remark} for remark in whole["remarks"])
    about = {"schema": SCHEMA, "tool": whole["tool"], "troubles": whole["troubles"]}
    yield {"type": "summary", **about, **whole["summary"]}


def lines(rows: Iterable[Record]) -> str:
    """Records, one a line."""
    return "".join(dumps(row, ensure_ascii=False) + "\n" for row in rows)


def tool() -> dict[str, str]:
    """Who made a report."""
    return {"name": "provenance", "version": __version__}


def written(value: Mapping[str, Any]) -> str:
    """A record as indented JSON with a final line feed; letters of all languages stand as themselves."""
    return dumps(value, ensure_ascii=False, indent=2) + "\n"
