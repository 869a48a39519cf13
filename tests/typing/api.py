"""Read by mypy alone: what a user's code may rely on."""

from pathlib import Path
from typing import Any, assert_type

import provenance
from provenance.testing import StaticLoader

article = provenance.read(text="A text that quotes nothing.")
assert_type(article, provenance.Article)
assert_type(provenance.read(Path("article.md"), format="markdown"), provenance.Article)
assert_type(provenance.detect(article), tuple[provenance.Excerpt, ...])
assert_type(provenance.compare("Some words.", "Some other words."), provenance.Comparison)
loader = StaticLoader({"https://ledger.example/pier": "<p>The pier will close in May.</p>"})
trace = provenance.trace(article, sources=loader)
assert_type(trace, provenance.Trace)
assert_type(trace.excerpts[0].verdict, provenance.Verdict)
assert_type(trace.excerpts[0].findings[0].severity, provenance.Severity)
assert_type(provenance.trace("article.html", sources="saved.html", offline=True), provenance.Trace)
assert_type(provenance.to_dict(trace)["schema"], Any)
assert_type(trace.excerpts[0].findings[0].code, str)
with provenance.Tracer(["saved.html"], offline=True) as tracer:
    assert_type(tracer.trace("article.html"), provenance.Trace)
