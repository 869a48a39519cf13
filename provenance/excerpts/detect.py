"""detect(): what an article says it quotes, and what it might have quoted.

annotate → candidates by shape → whose words → is it quoted? → excerpts and rejected candidates.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import compress, pairwise
from typing import NamedTuple, Protocol

from provenance.articles.article import Article
from provenance.excerpts import model
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.attribution.attributing import attribute
from provenance.excerpts.building import excerpt_of
from provenance.excerpts.candidates.announced import addressed_candidates, announced_candidates
from provenance.excerpts.candidates.dashes import dashed_candidates
from provenance.excerpts.candidates.elements import set_off_candidates
from provenance.excerpts.candidates.marks import marked_candidates, resumes
from provenance.excerpts.candidates.paragraphs import quoted_paragraphs, signed_paragraphs
from provenance.excerpts.joining import joined, with_first_source
from provenance.excerpts.marks import find_marks
from provenance.excerpts.quotation import judging
from provenance.excerpts.quotation.page import Page
from provenance.excerpts.quotation.words import count_words
from provenance.excerpts.references.citing import Citer
from provenance.text.document import Passage
from provenance.text.signs import SENTENCE_ENDS

PROVABLE_WORDS = 15  # so many words stand in a source by chance nowhere
GENERATORS: tuple[Callable[[AnnotatedArticle], Iterator[model.Candidate]], ...] = (
    set_off_candidates,
    quoted_paragraphs,
    signed_paragraphs,
    addressed_candidates,
    announced_candidates,
    marked_candidates,
    dashed_candidates,
)
"""What finds candidates, in the order in which their candidates are believed where they share words."""


class Detector(Protocol):
    """Finds excerpts of one kind: any callable of this shape may be offered as a plug-in."""

    def __call__(self, article: Article, context: "Context", /) -> Iterable[model.Excerpt]:
        """The excerpts it sees in ``article``, in article order."""
        ...


class Context(NamedTuple):
    """What a plug-in is told besides the article."""

    language: str = "en"  # the article's language, a BCP 47 primary subtag; `en` where nobody knows
    found: tuple[model.Excerpt, ...] = ()  # the excerpts that are already found, in article order


@dataclass(frozen=True, slots=True)
class DetectionOptions:
    """How to detect."""

    # The article's language, a BCP 47 primary subtag; by default the one the page states.
    language: str | None = None
    # Further detectors by name, asked after the package's own.
    plugins: Mapping[str, Detector] = field(default_factory=dict)


class DetectionResult(NamedTuple):
    """What was detected in an article."""

    excerpts: tuple[model.Excerpt, ...]  # what it says it quotes, in article order; no two share a character
    # What else could have been a quotation, in article order, each with its reason.
    rejected: tuple[model.Rejected, ...] = ()


def detect(article: Article, options: DetectionOptions | None = None) -> DetectionResult:
    """Find what an article says it quotes, by default in the language that it states and without plug-ins."""
    chosen = options or DetectionOptions()
    annotated = AnnotatedArticle(article, chosen.language)
    judged = judging.judge(attributed_page(annotated))
    excerpts = _excerpts(annotated, judged)
    for detector in chosen.plugins.values():
        excerpts = _merged(excerpts, detector(article, Context(annotated.language, excerpts)))
    return DetectionResult(excerpts, _rejected(judged))


@lru_cache(maxsize=64)  # a draft may quote dozens of sources by turns, and two stages ask of each of them
def detection_in(source: Article, language: str | None) -> DetectionResult:
    """What a source says it quotes."""
    return detect(source, DetectionOptions(language))


def may_quote(article: Article, language: str | None = None) -> bool:
    """Whether anything in an article could be an excerpt, whatever belongs to its main content and whoever is named."""
    annotated = AnnotatedArticle(article, language)
    in_marks = any(
        len(one.text) >= judging.SHORTEST for one in marked_candidates(annotated)
    )  # the first one tells
    return in_marks or any(judging.promising(judging.hopeful(annotated, candidates_of(annotated))))


def attributed_page(annotated: AnnotatedArticle, *, every: bool = False) -> Page:
    """An article with its candidates and whose words each of them would be, ``every`` one or those that could be quoted."""
    citer = Citer(annotated)
    page = judging.hopeful(annotated, citer.without_references(candidates_of(annotated)))
    chosen = (True,) * len(page.candidates) if every else judging.promising(page)
    return page.told(_attributions(page, citer, chosen))


def _attributions(page: Page, citer: Citer, chosen: Sequence[bool]) -> list[model.Attribution]:
    """Whose words each candidate would be; of those that are not chosen it is not asked."""
    annotated, candidates = page.annotated, page.candidates
    told = iter(attribute(annotated, list(compress(candidates, chosen))))
    cited: list[model.Attribution] = []
    for index, (candidate, is_chosen) in enumerate(zip(candidates, chosen, strict=True)):
        own = citer.cited(candidate, next(told) if is_chosen else model.Attribution())
        resumed = index and own.link is None and resumes(annotated, candidates[index - 1], candidate)
        cited.append(cited[-1] if resumed else own)
    return cited


def _excerpts(annotated: AnnotatedArticle, judged: Sequence[judging.Judgement]) -> tuple[model.Excerpt, ...]:
    """The excerpts in article order; one that goes on with the quotation before it says so."""
    found = [excerpt_of(annotated, *pieces) for pieces in joined(annotated, judged)]
    continuing = {
        position
        for position, (first, second) in enumerate(pairwise(found), start=1)
        if _continues(annotated, first, second)
    }
    told = (
        replace(excerpt, continues=True) if position in continuing else excerpt
        for position, excerpt in enumerate(found)
    )
    return with_first_source(annotated, tuple(told))


def _continues(annotated: AnnotatedArticle, first: model.Excerpt, second: model.Excerpt) -> bool:
    """Whether an inline quotation goes on under the cue of the one before it in its paragraph."""
    cue = first.attribution.cue
    inline = first.markup is second.markup is model.Markup.INLINE
    same = annotated.block_at(first.span.start) == annotated.block_at(second.span.start)
    return inline and same and cue is not None and cue == second.attribution.cue


def _merged(found: tuple[model.Excerpt, ...], further: Iterable[model.Excerpt]) -> tuple[model.Excerpt, ...]:
    """The excerpts and those of ``further`` that share no character with them or with one another."""
    kept = list(found)
    for excerpt in further:
        if not any(
            one.span.overlaps(other.span)
            for one in excerpt.passages
            for earlier in kept
            for other in earlier.passages
        ):
            kept.append(excerpt)
    return tuple(sorted(kept, key=lambda excerpt: excerpt.span))


def _rejected(judged: Iterable[judging.Judgement]) -> tuple[model.Rejected, ...]:
    """The candidates that are no excerpts, in article order, without those whose words an excerpt has."""
    found = (
        model.Rejected(one.candidate, one.reason, round(one.probability, 3), one.evidence, one.attribution)
        for one in judged
        if one.reason is not None and one.reason is not model.RejectionReason.OVERLAPS
    )
    return tuple(sorted(found, key=lambda rejected: rejected.candidate.span))


def doubtful(rejected: Iterable[model.Rejected]) -> tuple[Passage, ...]:
    """The rejected candidates of which a person should know: words in marks that look quoted, and too few or too doubtful to be judged."""
    return tuple(one.candidate.passages[0] for one in rejected if _is_telling(one))


def _is_telling(one: model.Rejected) -> bool:
    """Whether words in marks were passed over that somebody is said to have said, or that are no mere term or title."""
    if one.candidate.shape is not model.Shape.MARKS or one.reason is model.RejectionReason.NOT_QUOTED:
        return False
    words, told = count_words(one.candidate.text), one.attribution
    is_some = words >= judging.FEWEST_LINKED_WORDS
    if one.reason is model.RejectionReason.DOUBTFUL:
        return words >= judging.FEWEST_WORDS or (is_some and told.cue is not None)
    likely = one.probability >= judging.quotation_model().inline.threshold
    located = told.link is not None and (likely or (is_some and bool(told.speaker or told.outlet)))
    return bool(told.citations) or located or (likely and (is_some or told.cue is not None))


def with_unlikely(found: DetectionResult, language: str | None) -> tuple[model.Excerpt, ...]:
    """The excerpts, with rejected words in marks that a source may hold: too short ones, and unlikely ones that somebody is said to have said."""
    further = (
        model.Excerpt(
            one.candidate.passages,
            one.attribution,
            find_marks(one.candidate.passages, language=language),
            one.candidate.markup,
            quoted=True,
            probability=one.probability,
            if_held=True,
        )
        for one in found.rejected
        if one.candidate.shape is model.Shape.MARKS and _may_be_held(one)
    )
    return _merged(found.excerpts, further)


def _may_be_held(one: model.Rejected) -> bool:
    words, told = count_words(one.candidate.text), one.attribution
    if one.reason is model.RejectionReason.NOT_QUOTED:
        return told.may_accuse and told.is_said and words >= judging.FEWEST_WORDS
    return told.is_named and words >= judging.FEWEST_LINKED_WORDS and _is_telling(one)


def is_provable(excerpt: model.Excerpt) -> bool:
    """Whether an excerpt may be looked for though nobody is named: of fifteen words or two sentences, a match is no chance."""
    text = excerpt.text
    sentences = sum(text.rstrip(SENTENCE_ENDS).count(sign) for sign in ".!?。！？")
    return excerpt.markup is not model.Markup.INLINE or count_words(text) >= PROVABLE_WORDS or sentences > 0


def is_attributed(excerpt: model.Excerpt) -> bool:
    """Whether an article says whose an excerpt's words are, or where they stand."""
    told = excerpt.attribution
    named = told.may_accuse or (told.is_named and told.cue is not None)
    located = told.link is not None or bool(told.citations or told.unlisted)
    return named or located or excerpt.markup is not model.Markup.INLINE


def candidates_of(annotated: AnnotatedArticle) -> tuple[model.Candidate, ...]:
    """Everything in an article that could be a quotation, some of it more than once, by different shapes."""
    return tuple(candidate for generator in GENERATORS for candidate in generator(annotated))
