"""``provenance detect``: what would be traced, as what, with which cue and link."""

from __future__ import annotations

import json
import sys

import click

from provenance import __version__
from provenance.reporting.records import article_record, excerpt_record, identifiers


@click.command()
@click.argument("article")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", default=None)
def detect(article: str, format_: str, lang: str | None) -> None:
    """Show the excerpts of ARTICLE."""
    from provenance.articles.reading import read
    from provenance.excerpts.detector import detect as find

    page = read(article)
    excerpts = find(page, language=lang)
    names = identifiers(excerpts)
    records = [excerpt_record(e, n) for e, n in zip(excerpts, names, strict=True)]
    if format_ == "json":
        whole = {
            "schema": "provenance-detection/1",
            "tool": {"name": "provenance", "version": __version__},
            "articles": [article_record(page, records)],
        }
        sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        for r in records:
            click.echo(f"line {r['line']} · {r['markup']} · {r['attribution']}\n    {r['text']}\n")
