"""Who stands at the verb of saying beside some words of a text, be they in quotation marks or not: "The mayor said that …"."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import Final

from provenance.articles.article import Article
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.mention import Mention, MentionKind, gender_of
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Position
from provenance.excerpts.attribution.slots import Slot, head_of, slots, subject_slot
from provenance.excerpts.attribution.surroundings import is_according, is_attached, is_verb
from provenance.excerpts.candidates.marks import sentence_around
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.languages.cues import language
from provenance.languages.lexicon_files import lexicon_of
from provenance.languages.sentences import splitter
from provenance.text.document import Passage
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span, hull
from provenance.text.tokens import folded_words

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


@lru_cache(maxsize=256)
def reporters(page: Article, block: int, code: str) -> tuple[Mention, ...]:
    """Who says something in each sentence of a block of a page, in order; the span of each holds all who are named before.

    They say it outside of marks. It is the subject of the sentence's first verb of saying, or where verbs close sentences of
    the last; a verb that no list has is known by its place between the name that opens the sentence and "that" or a comma.
    """
    near = page.document.blocks[max(0, block - _BESIDE) : block + _BESIDE + 1]
    annotated = AnnotatedArticle(replace(page, document=replace(page.document, blocks=near)), code)
    article, own = MentionedArticle(annotated, []), page.document.blocks[block].span
    found = (
        _reporter(
            article, at, range(bisect_left(line.sentences, number), bisect_right(line.sentences, number))
        )
        for at, line in enumerate(article.lines)
        for number in range(line.last_sentence + 1)
        if line.span == own
    )
    return tuple(filter(None, found))


def _reporter(article: MentionedArticle, at: int, words: range) -> Mention | None:
    line, lexicon = article.lines[at], lexicon_of(article.pack.code)
    verbs = [index for index in words if is_verb(article, line, index)]
    near = article.places_in(at, words.start, words.stop)
    named = [one for one in near if not is_attached(article, line, one)]
    if not named:
        return None
    first = named[0].mention
    behind = line.words[first.words.stop : words.stop]
    joins = any(word.key in lexicon.words("complementizers") for word in behind[1:3])
    if not verbs and not (len(behind) > 1 and behind[0].is_word and (joins or not behind[1].is_word)):
        return None
    if lexicon.verb_final or not verbs:
        subject: Mention | None = head_of(article, named).mention
    else:
        subject = _mention(subject_slot(article, at, words, verbs[0], 0), article)
    if subject is None:
        return None
    single = subject.kind is MentionKind.NAME and not (verbs or article.pack.nouns_capitalised)
    kind = MentionKind.PERSON if single else subject.kind
    return subject._replace(kind=kind, span=hull([first.span, subject.span]))


def holder_before(page: Article, place: Span, code: str) -> Mention | None:
    """Who last says something before some words in their paragraph, and may go on in them: "Lee said that it leaked. | It would not last.".

    The span goes back to all others who may: to the paragraph's beginning, unless the pronoun that opens the sentence tells. None
    where "she said" stands before, and where an author tells of what "we" were told.
    """
    document = page.document
    at = document.block_index_at(place.start)
    start = splitter(code).at(document, place.start).start
    found = [one for one in (reporters(page, at, code) if at >= 0 else ()) if one.span.end <= place.start]
    before = [one for one in found if one.span.start < start or one.kind is MentionKind.PERSON]
    if not before or MentionKind.PRONOUN in {before[0].kind, before[-1].kind}:
        return None
    own = lexicon_of(code).words("first_person")
    if any(word in own for word in folded_words(document.text[document.blocks[at].span.start : place.start])):
        return None
    last, others = before[-1], {one.gender for one in before if one.name != before[-1].name}
    opening = language(code).words(document.text, start, place.end)[:1]
    told = last.gender and any(gender_of(word.key, language(code)) is last.gender for word in opening)
    if told and others.isdisjoint({None, last.gender}):
        return last
    return last._replace(span=Span(document.blocks[at].span.start, last.span.end))


def reports(page: Article, name: str, code: str) -> bool:
    """Whether a page has somebody, by the last word of a name, say something outside of marks."""
    document, last = page.document, name.rsplit(maxsplit=1)[-1]
    blocks = {document.block_index_at(found.start()) for found in re.finditer(re.escape(last), document.text)}
    return any(last in one.name for at in sorted(blocks - {-1}) for one in reporters(page, at, code))


def _mention(slot: Slot, article: MentionedArticle) -> Mention | None:
    places = (place for row in article.places for place in row)
    return next((place.mention for place in places if id(place) in {slot.nearest, slot.after}), None)


def _framing(position: Position, article: MentionedArticle) -> Mention | None:
    """The subject of a clause that leads to the words in their sentence, by a "that" or a verb that only the lexicon knows."""
    at, stop = position.before
    if not position.woven or article.sentence(at, max(0, stop - 1)) != article.sentence(at, stop):
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
