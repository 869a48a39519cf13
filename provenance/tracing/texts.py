"""Comparing one quotation with one source: no detection, no search for the source, no I/O."""

import re
from dataclasses import replace

from provenance.articles import reading
from provenance.articles.article import Article, Format
from provenance.articles.source_map import SourceMap
from provenance.configuration.settings import Settings
from provenance.errors import ArticleError, SourceError
from provenance.excerpts.building import whole_excerpt
from provenance.findings.trace import Comparison, ExcerptTrace, SourceStatus, Trace
from provenance.sources.loading.extraction import without_asides
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.tracing.comparison import SourceComparer, judging_settings
from provenance.version import __version__

# Markdown's strong emphasis, around words of one line: of "5 ** 3" and a masked "f**k" neither star opens or closes.
_STRONG = r"(?<![\w*\\])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])"
_TAG = re.compile(r"<(?=[\w/!?])")


def compare(quotation: str, source: str, *, settings: Settings | None = None) -> Comparison:
    """Compare one quotation with one source. No file is opened and no network touched.

    Args:
        quotation: The quoted words and nothing else; quotation marks around all of them are taken off.
        source: The text that they are said to come from. Markup is recognised in both.
        settings: Profile, loaded words and what else a configuration holds.

    Raises:
        ArticleError: If the quotation holds no words.
        SourceError: If the source holds none.
    """
    pages = _alike(quotation, source)
    comparison = compare_pages(*pages, settings=settings).excerpts[0].comparison
    if comparison is None:
        raise AssertionError("a comparison of two texts always has an outcome")
    return comparison


def compare_pages(quotation: Article, source: Article, *, settings: Settings | None = None) -> Trace:
    """Compare a page that is only a quotation with a source; an ArticleError or a SourceError if either holds no words."""
    quotation, source = _with_emphasis(quotation, source)
    excerpt = whole_excerpt(quotation)
    if not source.document.text.strip():
        raise SourceError("The source holds no words; give its text.", source.document.origin)
    page = without_asides(source)
    witness = Witness(Reference(page.document.origin, FoundBy.GIVEN), page, via=Via.GIVEN)
    laid = SourceComparer(quotation, judging_settings(settings or Settings())).compare(excerpt, witness)
    outcome = ExcerptTrace(
        laid.excerpt,
        laid.comparison.verdict,
        SourceStatus.LOADED,
        findings=laid.comparison.findings,
        references=(witness.reference,),
        witness=laid.witness,
        comparison=laid.comparison,
    )
    return Trace(quotation, (outcome,), __version__)


def _alike(quotation: str, source: str) -> tuple[Article, Article]:
    """Both texts, read alike: if one shows signs of Markdown, plain text beside it is read as Markdown too."""
    formats = {reading.sniffed(quotation), reading.sniffed(source)}
    plain = Format.MARKDOWN if Format.MARKDOWN in formats else Format.TEXT
    one, other = (
        reading.read_text(text, origin=origin, format=plain if reading.sniffed(text) is Format.TEXT else None)
        for text, origin in ((quotation, "quotation"), (source, "source"))
    )
    return one, other


def _with_emphasis(one: Article, other: Article) -> tuple[Article, Article]:
    """Two pages of plain text, read as Markdown if either sets words off with stars."""
    texts = [page.document.text for page in (one, other)]
    plain = one.format is other.format is Format.TEXT
    if not plain or not any("**" in text and re.search(_STRONG, text) for text in texts):
        return one, other
    try:
        return _starred(one), _starred(other)
    except ArticleError:  # what is read as text may be too much as Markdown
        return one, other


def _starred(page: Article) -> Article:
    """A page of plain text as Markdown in which a tag is still text: a page about tags quotes them."""
    text, origin = page.document.text, page.document.origin
    read = reading.read_text(_TAG.sub(r"\\<", text), origin=origin, format=Format.MARKDOWN)
    return replace(read, source_map=SourceMap(text, read.document, Format.MARKDOWN))
