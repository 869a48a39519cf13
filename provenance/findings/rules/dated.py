"""A statement of long ago that the article dates as new (ALT304)."""

from collections.abc import Iterator, Sequence
from typing import Final

from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import PartialDate, Quantity, Token
from provenance.findings.scope.reading import article_sentence
from provenance.findings.wording import quoted
from provenance.languages.sentences import splitter
from provenance.text.span import Span, hull

_NEAR: Final = 300  # code points around an excerpt in which the article may date the words itself
_YEARS: Final = range(1500, 2100)  # a bare number is a year


def dated_anew(context: JudgingContext) -> Iterator[Finding]:
    """ALT304: the source dates a speech to a year and tells of another time too, and the article has it said "this week"."""
    spoken, sentence = context.voices.speech_of(context.kept), article_sentence(context)
    if sentence is None or not spoken or spoken[0].label is not None:
        return
    document, lexicon = context.witness.document, context.lexicon
    region, speech = hull(one.region for one in spoken), hull(one.span for one in spoken)
    own = splitter(lexicon.language).at(document, speech.start)
    around = [Span(min(own.start, region.start), speech.start), Span(speech.end, max(own.end, region.end))]
    told, present = read_tokens(document, around, lexicon).items, lexicon.words("present")
    years, anew = _years(told), any(present.hits([unit.word for unit in told]))
    new = [hit for hit in present.hits(sentence.words) if not any(sentence.kept[hit.first : hit.last])]
    if len(years) != 1 or anew or not new:
        return
    span, article = context.excerpt.span, context.article.document
    near = Span(max(0, span.start - _NEAR), min(len(article.text), span.end + _NEAR))
    rest = read_tokens(document, [Span(own.end, len(document.text))], lexicon).items
    later = any(present.hits([unit.word for unit in rest])) or any(year > min(years) for year in _years(rest))
    if later and not _years(read_tokens(article, [near], lexicon).items):
        when = " ".join(unit.text for unit in sentence.tokens[new[0].first : new[0].last])
        message = (
            f"the article has these words said {quoted(when)}, and the source dates them to {min(years)}"
        )
        yield context.finding("ALT304", message, source=document.passage(region.start, region.end))


def _years(units: Sequence[Token]) -> set[int]:
    """The years that some words name."""
    values = [unit.value for unit in units]
    dated = {value.year for value in values if isinstance(value, PartialDate) and value.year}
    plain = {int(one.value) for one in values if isinstance(one, Quantity) and one == Quantity(one.value)}
    return dated | {year for year in plain if year in _YEARS}
