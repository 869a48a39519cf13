"""Laying an excerpt against witnesses: where it stands in each, what is to be said of it there, and which one counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from provenance.alignment.alignment import Alignment, DeclaredKind, DeclaredPlace, Disclosure, Variant
from provenance.alignment.coding import PreparedSource
from provenance.alignment.collation import collate, count_shared_words
from provenance.alignment.recording import punctuation
from provenance.articles.article import Article
from provenance.configuration.settings import Settings
from provenance.excerpts.marks import insertions
from provenance.excerpts.model import EditorialMark, Excerpt, MarkKind
from provenance.findings.context import JudgingSettings
from provenance.findings.finding import Finding
from provenance.findings.judging import judge
from provenance.findings.rules.sources import unreadable
from provenance.findings.trace import CLEAN, Comparison, ExcerptTrace, SourceStatus, Verdict
from provenance.sources.source import Reference, Witness
from provenance.text.document import Document
from provenance.text.span import Span
from provenance.tracing import reasons

DECLARES: Mapping[MarkKind, DeclaredKind] = {
    MarkKind.ELLIPSIS: DeclaredKind.GAP,
    MarkKind.BRACKETS: DeclaredKind.EDIT,
}
"""What a mark declares for the alignment; every other mark is an aside."""

_RANK: Mapping[Verdict, int] = {
    Verdict.VERBATIM: 0,
    Verdict.FAITHFUL: 1,
    Verdict.ALTERED: 2,
    Verdict.UNCHECKED: 3,
    Verdict.NOT_FOUND: 4,
}


def _is_wide(mark: str) -> bool:
    """Whether round brackets hold Chinese, Japanese or Korean, where they declare what was put in, as "[" does elsewhere."""
    inner = mark[1:2]
    east = "\u1100" <= inner <= "\u11ff" or "\u3040" <= inner <= "\u9fff" or "\uac00" <= inner <= "\ud7a3"
    return mark[:1] == "（" or (mark[:1] == "(" and east)


class SourceComparison(NamedTuple):
    """An excerpt laid against one witness and judged."""

    excerpt: Excerpt  # its extent settled by this witness
    witness: Witness  # the text it was laid against; of a page with several texts, the one that holds it
    comparison: Comparison  # the outcome

    @property
    def alignment(self) -> Alignment:
        """Where the excerpt stands in the witness."""
        return self.comparison.alignment

    @property
    def clean(self) -> bool:
        """Whether the witness clears the excerpt."""
        return self.comparison.verdict in CLEAN


class SourceComparer:
    """Lays excerpts of one article against witnesses; each witness is prepared once."""

    def __init__(self, article: Article, settings: JudgingSettings) -> None:
        self._article = article
        self._settings = settings
        self._prepared: dict[Document, PreparedSource] = {}
        # The last one, where it stands in each text it was laid against, and how many words of it each has in rows.
        self._excerpt: Excerpt | None = None
        self._laid: dict[Document, tuple[Excerpt, Alignment]] = {}
        self._shared: dict[Document, int] = {}

    def compare(self, excerpt: Excerpt, witness: Witness) -> SourceComparison:
        """Lay an excerpt against a witness: against each of its texts in turn, until one holds it."""
        tried = []
        for document in witness.documents:
            text = witness if document is witness.document else _with_document(witness, document)
            tried.append(self._against(excerpt, text))
            if tried[-1].alignment.found:
                return tried[-1]
        return tried[0]

    def holds(self, excerpt: Excerpt, witness: Witness) -> bool:
        """Whether one of a witness's texts holds an excerpt, word by word or edited; nothing is judged."""
        return any(self._collated(excerpt, document)[1].found for document in witness.documents)

    def shared_words(self, excerpt: Excerpt, witness: Witness) -> int:
        """How many words of an excerpt a witness has in rows of three and more: cheap to tell, and no proof that it holds it."""
        self._turn_to(excerpt)
        for document in witness.documents:
            if document not in self._shared:
                words = excerpt.reach or excerpt.passages
                self._shared[document] = count_shared_words(words, self._source(document))
        return max(self._shared[document] for document in witness.documents)

    def _against(self, excerpt: Excerpt, witness: Witness) -> SourceComparison:
        settled, alignment = self._collated(excerpt, witness.document)
        comparison = judge(settled, alignment, witness, article=self._article, settings=self._settings)
        return SourceComparison(settled, witness, comparison)

    def _collated(self, excerpt: Excerpt, document: Document) -> tuple[Excerpt, Alignment]:
        """The excerpt with its extent settled by a text, and its alignment with it."""
        self._turn_to(excerpt)
        if document not in self._laid:
            from provenance.tracing.boundaries import resolve_boundary

            source = self._source(document)
            laid = cache(lambda passages: collate(passages, source))
            settled = resolve_boundary(excerpt, source, laid)
            put_in = tuple(insertions(settled.passages, document))
            wide = tuple(mark for mark in put_in if _is_wide(mark.passage.text))
            if wide:
                settled = replace(settled, marks=(*settled.marks, *wide))
            declared = declared_places((*settled.marks, *put_in))
            alignment = (
                collate(settled.passages, source, declared=declared) if declared else laid(settled.passages)
            )
            narrow = [mark.passage.span for mark in put_in if mark not in wide]
            if narrow:
                alignment = _without_disclosure(alignment, narrow)
            self._laid[document] = settled, alignment
        return self._laid[document]

    def _turn_to(self, excerpt: Excerpt) -> None:
        if excerpt is not self._excerpt:
            self._excerpt, self._laid, self._shared = excerpt, {}, {}

    def _source(self, document: Document) -> PreparedSource:
        if document not in self._prepared:
            self._prepared[document] = PreparedSource(document)
        return self._prepared[document]


def declared_places(marks: Iterable[EditorialMark]) -> tuple[DeclaredPlace, ...]:
    """What the editorial marks of an excerpt declare, as the alignment wants it told."""
    return tuple(
        DeclaredPlace(DECLARES.get(mark.kind, DeclaredKind.ASIDE), mark.passage.span) for mark in marks
    )


def _without_disclosure(alignment: Alignment, spans: Sequence[Span]) -> Alignment:
    """An alignment in which some brackets tell where words were put in, and not that it may be so."""
    variants = tuple(
        replace(variant, disclosure=_undeclared(variant))
        if variant.disclosure is Disclosure.DECLARED and any(map(variant.excerpt.span.overlaps, spans))
        else variant
        for variant in alignment.variants
    )
    return replace(alignment, variants=variants)


def _undeclared(variant: Variant) -> Disclosure:
    """How to take a difference that no mark declares: signs alone may differ."""
    texts = variant.excerpt.text, variant.source.text
    return Disclosure.UNDECLARED if any(map(str.isalnum, "".join(texts))) else punctuation(*texts)


def best(laid: Iterable[SourceComparison]) -> SourceComparison | None:
    """The one that speaks best for the excerpt: found before not found, then by verdict, gravity and information."""
    return min(laid, key=_merit, default=None)


def _merit(laid: SourceComparison) -> tuple[bool, int, int, float]:
    findings = laid.comparison.findings
    gravity = sum(finding.severity for finding in findings if not finding.is_note)
    return (not laid.alignment.found, _RANK[laid.comparison.verdict], gravity, -laid.alignment.bits)


def _with_document(witness: Witness, document: Document) -> Witness:
    """The witness with another of its page's texts. That text has no blocks, links or emphasis of its own."""
    page = replace(witness.page, document=document, links=(), quotes=(), emphasis=None)
    return replace(witness, page=page)


def judged(
    laid: SourceComparison,
    references: Iterable[Reference],
    *,
    findings: tuple[Finding, ...] = (),
    reason: str | None = None,
) -> ExcerptTrace:
    """What a comparison makes of its excerpt, with further findings, and the references that led to it."""
    verdict, findings = laid.comparison.verdict, (*laid.comparison.findings, *findings)
    doubt = laid.witness.incomplete if verdict is Verdict.UNCHECKED else None
    first = laid.witness.reference
    told = any(finding.rule.code == "SRC603" for finding in laid.comparison.findings)
    if doubt and not told:
        findings = (*findings, unreadable(laid.excerpt, doubt))
    return ExcerptTrace(
        laid.excerpt,
        verdict,
        SourceStatus.UNREADABLE if doubt else SourceStatus.LOADED,
        findings=findings,
        references=(first, *(ref for ref in references if ref != first)),
        witness=laid.witness,
        comparison=laid.comparison,
        reason=doubt
        or reason
        or (
            reasons.undecided(findings, laid.excerpt, laid.witness) if verdict is Verdict.UNCHECKED else None
        ),
    )


def judging_settings(settings: Settings) -> JudgingSettings:
    """What of a configuration concerns judging."""
    language = settings.languages[0] if len(settings.languages) == 1 else None
    return JudgingSettings(settings.profile, language, settings.labels, settings.outlets, settings.words)
