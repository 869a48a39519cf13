"""Trace what an article quotes back to its source, and say what was changed on the way."""

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
    from provenance.findings.finding import Finding, Fix, Rule, Severity
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
_MODULES = {
    "alignment.alignment": "Alignment Variant",
    "articles.article": "Article",
    "articles.reading": "read",
    "configuration.settings": "Settings",
    "errors": "ArticleError ConfigurationError ProvenanceError SourceError SourceExtractionError SourceFetchError SourceNotSavedError",
    "excerpts.model": "Attribution EditorialMark Excerpt",
    "findings.finding": "Finding Fix Rule Severity",
    "findings.trace": "Comparison ExcerptTrace Trace Verdict",
    "fixes.offering": "with_fixes",
    "reporting.json": "to_dict",
    "sources.source": "Reference Witness",
    "text.document": "Document Passage",
    "text.span": "Span",
    "tracing.texts": "compare",
    "tracing.tracer": "Tracer detect trace",
    "tracing.verifying": "verify",
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names.split()}

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
