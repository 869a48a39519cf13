"""Laying an excerpt against witnesses: where it stands in each, what is to be said of it there, and which one counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from provenance.alignment.alignment import Alignment, DeclaredKind, DeclaredPlace, Disclosure, Variant
from provenance.alignment.coding import PreparedSource
from provenance.alignment.collation import collate, count_shared_words
from provenance.alignment.recording import punctuation
from provenance.articles.article import Article
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.marks import find_marks, insertions
from provenance.excerpts.model import Boundary, EditorialMark, Excerpt, MarkKind
from provenance.findings.context import JudgingSettings
from provenance.findings.edits.edit import correspondence_of
from provenance.findings.finding import Finding, Severity
from provenance.findings.judging import judge
from provenance.findings.rules.sources import unreadable
from provenance.findings.trace import Comparison, ExcerptTrace, SourceStatus, Verdict
from provenance.languages.notices import splitter
from provenance.sources.source import Reference, Witness
from provenance.text.document import Document, Passage
from provenance.text.span import Span
from provenance.text.tokens import Token, tokenize
from provenance.tracing import reasons

# A sentence belongs to the excerpt if runs of its words in the source account for this share of its information. An
# author's own on the same subject reaches about a quarter, a heavily edited one of the source keeps more than half.
MIN_SUPPORT: Final = 0.45

# Fewer words in a row are a phrase that any two texts on one subject share.
MIN_RUN: Final = 3

# This many paragraphs in a row that the source lacks are no insertion: the author has taken over.
OWN_VOICE: Final = 2
_Lay = Callable[[tuple[Passage, ...]], Alignment]
DECLARES: Mapping[MarkKind, DeclaredKind] = {
    MarkKind.ELLIPSIS: DeclaredKind.GAP,
    MarkKind.BRACKETS: DeclaredKind.EDIT,
}
"""What a mark declares for the alignment; every other mark is an aside."""

_WIDE = "（"  # in Chinese and Japanese it declares what was put in, as "[" does elsewhere
_RANK: Mapping[Verdict, int] = {
    Verdict.VERBATIM: 0,
    Verdict.FAITHFUL: 1,
    Verdict.ALTERED: 2,
    Verdict.UNCHECKED: 3,
    Verdict.NOT_FOUND: 4,
}


# An article whose markup was lost shows where an excerpt begins (after its cue) and not where it ends. Sentence by sentence,
# what runs in the source in its own words belongs to the excerpt. Outside the first and the last such sentence the author
# speaks; what stands between two of them was put in.
def resolve_boundary(excerpt: Excerpt, source: PreparedSource, lay: _Lay | None = None) -> Excerpt:
    """The excerpt with the extent that its source shows.

    Args:
        excerpt: As detected. If its boundary is clear it is returned as it is.
        source: The text that it is said to come from.
        lay: Lays passages against the source, where what it finds is asked for again; by default ``collate``.

    Returns:
        An excerpt whose passages run from the first sentence of the reach that the source holds to the last one, or from
        the beginning where that stands right under a colon; the excerpt itself if the source holds none. Its boundary
        stays ``UNCLEAR``: the article still does not show it.
    """
    if excerpt.boundary is Boundary.CLEAR or not excerpt.reach:
        return excerpt
    held = dict(_until_own_voice(excerpt.reach, source, lay or (lambda passages: collate(passages, source))))
    if not held:
        return excerpt
    first, last = min(held), max(held)
    start = held[first][0].start
    if first < OWN_VOICE and _is_under_colon(excerpt):
        first, start = 0, excerpt.reach[0].span.start
    spans = [paragraph.span for paragraph in excerpt.reach[first : last + 1]]
    spans[0] = Span(start, spans[0].end)
    spans[-1] = Span(spans[-1].start, held[last][-1].end)
    passages = tuple(Passage(excerpt.reach[0].document, span) for span in spans)
    return replace(excerpt, passages=passages, marks=find_marks(passages))


def _is_under_colon(excerpt: Excerpt) -> bool:
    """Whether a colon hands over to the excerpt: what follows at once is given as the source's."""
    text = excerpt.reach[0].document.text
    return text[: excerpt.reach[0].span.start].rstrip(' \n\t"“„«»‘').endswith((":", "："))


def _until_own_voice(
    reach: Sequence[Passage], source: PreparedSource, lay: _Lay
) -> Iterator[tuple[int, Sequence[Span]]]:
    """The numbers of the paragraphs of which the source holds something, each with those sentences, up to where the author takes over."""
    missing = 0
    for number, paragraph in enumerate(reach):
        held = _held_sentences(paragraph, source, lay)
        missing = 0 if held else missing + 1
        if missing > OWN_VOICE:
            return
        if held:
            yield number, held


def _held_sentences(paragraph: Passage, source: PreparedSource, lay: _Lay) -> list[Span]:
    """The sentences of a paragraph that run in the source in their own words, in order."""
    alignment = lay((paragraph,))
    if not alignment.found:
        return []
    text, runs = paragraph.document.text, [run.excerpt for run in correspondence_of(alignment).runs]
    marked = [each.outer for each in quotations(text, paragraph.span.start, paragraph.span.end)]
    found = []
    for span in splitter().spans(text, paragraph.span.start, paragraph.span.end):
        words = tokenize(text, span.start, span.end)
        own = [word for word in words if not any(outer.covers(word.span) for outer in marked)]
        if _is_held(words, runs, source) and (not own or _is_held(own, runs, source)):
            found.append(span)
    return found


def _is_held(words: Sequence[Token], runs: Sequence[Span], source: PreparedSource) -> bool:
    bits = [tells for _, tells, _ in source.weigh(word.text for word in words)]
    kept = [any(run.covers(word.span) for run in runs) for word in words]
    held = sum(
        bits[at]
        for first, end in _rows(kept)
        if end - first >= min(MIN_RUN, len(words))
        for at in range(first, end)
    )
    return held > 0 and held >= MIN_SUPPORT * sum(bits)


def _rows(kept: Sequence[bool]) -> Iterator[tuple[int, int]]:
    first = 0
    for at in range(len(kept) + 1):
        if at == len(kept) or not kept[at]:
            if first < at:
                yield first, at
            first = at + 1


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
        return self.comparison.verdict in {Verdict.VERBATIM, Verdict.FAITHFUL}


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
            source = self._source(document)
            laid = cache(lambda passages: collate(passages, source))
            settled = resolve_boundary(excerpt, source, laid)
            put_in = tuple(insertions(settled.passages, document))
            wide = tuple(mark for mark in put_in if mark.passage.text.startswith(_WIDE))
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
    gravity = sum(finding.severity for finding in findings if finding.severity > Severity.NOTE)
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
        reason=doubt or reason or (reasons.undecided(findings) if verdict is Verdict.UNCHECKED else None),
    )
