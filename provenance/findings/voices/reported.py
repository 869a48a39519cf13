"""Who stands at the verb of saying beside some words of a text, be they in quotation marks or not: "The mayor said that …"."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from provenance.articles.article import Article
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.mention import Mention
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Position
from provenance.excerpts.attribution.slots import Slot, slots
from provenance.excerpts.attribution.surroundings import is_according, is_attached
from provenance.excerpts.candidates.marks import sentence_around
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.document import Passage
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span

_BESIDE: Final = 2  # blocks beside some words that are read with theirs
_MARKS: Final = ' \n\u00a0"“”„«»‚‘’'
_GATES: Final = ("complementizers", "said_neutral", "said_loaded", "claim_verbs")
_COLONS: Final = (":", "：")


@lru_cache(maxsize=64)  # several rules ask of the same words
def subject_beside(page: Article, place: Span, code: str) -> Mention | None:
    """Who says some words of a page, read as detection reads an article that has them in quotation marks; None where nobody stands there.

    Of "According to Brack, Alder said …" it is Alder; of "A journalist pointed out that …", whatever the verb, the journalist.
    """
    at = page.document.block_index_at(place.start)
    if at < 0:
        return None
    near = page.document.blocks[max(0, at - _BESIDE) : at + _BESIDE + 1]
    annotated = AnnotatedArticle(replace(page, document=replace(page.document, blocks=near)), code)
    index = annotated.block_at(place.start)
    block = annotated.blocks[index].span
    words = Passage(annotated.article.document, Span(place.start, min(place.end, block.end)))
    around = sentence_around(annotated, words.span, block)
    run = range(index, index + 1)
    candidate = Candidate((words,), Shape.MARKS, Markup.INLINE, run, *around, quoted=True, mark='"')
    article = MentionedArticle(annotated, [candidate])
    position = article.position(candidate)
    found, subject = slots(article, position), None
    if position.woven or annotated.text[: block.start].rstrip().endswith(_COLONS):
        subject = _mention(found.before, article)
    behind = annotated.text[words.span.end : block.end].lstrip(_MARKS)[:1]
    ends = words.text.rstrip(_MARKS)[-1:] in SENTENCE_ENDS
    if subject is None and not (ends and behind.isupper()):
        subject = _mention(found.behind, article)
    return subject or _framing(position, article)


def _mention(slot: Slot, article: MentionedArticle) -> Mention | None:
    places = (place for row in article.places for place in row)
    return next((place.mention for place in places if id(place) in {slot.nearest, slot.after}), None)


def _framing(position: Position, article: MentionedArticle) -> Mention | None:
    """The subject of a clause that leads to the words in their sentence, by a "that" or a verb that only the lexicon knows."""
    at, stop = position.before
    if not position.woven:
        return None
    line, lexicon = article.lines[at], lexicon_of(article.pack.code)
    gates = [lexicon.words(name) for name in _GATES]
    sentence = article.sentence(at, max(0, stop - 1))
    found = (
        index for index in range(stop - 1, -1, -1) if any(line.words[index].key in gate for gate in gates)
    )
    places = article.places_in(at, 0, next(found, 0))
    free = [one.mention for one in places if one.sentence == sentence and not is_attached(article, line, one)]
    if not free:
        return None
    return free[-1] if is_according(article, line, free[0]) else free[0]
