"""Trace what an article quotes back to its source, and say what was changed on the way."""

from __future__ import annotations

from importlib import import_module

from provenance.version import __version__

TYPE_CHECKING = False  # typing takes long to import; an interruption would show a traceback until it is there
if TYPE_CHECKING:
    from provenance.alignment.alignment import Alignment, Variant
    from provenance.articles.article import Article
    from provenance.articles.reading import read
    from provenance.configuration.settings import Settings
    from provenance.errors import (
        ArticleError,
        ConfigurationError,
        ProvenanceError,
        SourceError,
        SourceExtractionError,
        SourceFetchError,
        SourceNotSavedError,
    )
    from provenance.excerpts.model import Attribution, EditorialMark, Excerpt
    from provenance.findings.finding import Finding, Rule, Severity
    from provenance.findings.fix import Fix
    from provenance.findings.trace import Comparison, ExcerptTrace, Trace, Verdict
    from provenance.fixes.offering import with_fixes
    from provenance.reporting.json import to_dict
    from provenance.sources.source import Reference, Witness
    from provenance.text.document import Document, Passage
    from provenance.text.span import Span
    from provenance.tracing.texts import compare
    from provenance.tracing.tracer import Tracer, detect, trace
    from provenance.tracing.verifying import verify

# Imported when first asked for: reading a page loads a parser, and a script that only compares two texts needs none.
_HOMES = {
    "Alignment": "alignment.alignment",
    "Article": "articles.article",
    "ArticleError": "errors",
    "Attribution": "excerpts.model",
    "Comparison": "findings.trace",
    "ConfigurationError": "errors",
    "Document": "text.document",
    "EditorialMark": "excerpts.model",
    "Excerpt": "excerpts.model",
    "ExcerptTrace": "findings.trace",
    "Finding": "findings.finding",
    "Fix": "findings.fix",
    "Passage": "text.document",
    "ProvenanceError": "errors",
    "Reference": "sources.source",
    "Rule": "findings.finding",
    "Settings": "configuration.settings",
    "Severity": "findings.finding",
    "SourceError": "errors",
    "SourceExtractionError": "errors",
    "SourceFetchError": "errors",
    "SourceNotSavedError": "errors",
    "Span": "text.span",
    "Trace": "findings.trace",
    "Tracer": "tracing.tracer",
    "Variant": "alignment.alignment",
    "Verdict": "findings.trace",
    "Witness": "sources.source",
    "compare": "tracing.texts",
    "detect": "tracing.tracer",
    "read": "articles.reading",
    "to_dict": "reporting.json",
    "trace": "tracing.tracer",
    "verify": "tracing.verifying",
    "with_fixes": "fixes.offering",
}

__all__ = [
    "Alignment",
    "Article",
    "ArticleError",
    "Attribution",
    "Comparison",
    "ConfigurationError",
    "Document",
    "EditorialMark",
    "Excerpt",
    "ExcerptTrace",
    "Finding",
    "Fix",
    "Passage",
    "ProvenanceError",
    "Reference",
    "Rule",
    "Settings",
    "Severity",
    "SourceError",
    "SourceExtractionError",
    "SourceFetchError",
    "SourceNotSavedError",
    "Span",
    "Trace",
    "Tracer",
    "Variant",
    "Verdict",
    "Witness",
    "__version__",
    "compare",
    "detect",
    "read",
    "to_dict",
    "trace",
    "verify",
    "with_fixes",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"provenance.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
