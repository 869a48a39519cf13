"""Answers that the article puts below another question than the one to which the source gives them (ATT504)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.reading import ASKING, ReadSentence, article_sentence, read_sentence
from provenance.findings.voices.model import VoiceKind
from provenance.findings.voices.turns import TURNS
from provenance.findings.wording import quoted
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import language
from provenance.languages.sentences import splitter
from provenance.text.document import ApparatusKind, Document
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_REACH: Final = 400  # code points before an excerpt in which the article may print a question
_BETWEEN: Final = 8  # words between that question and the excerpt: who answers
_BEGUN: Final = 4  # letters with which two words begin that may be forms of one
_OPENING: Final = 2  # words of an answer, one of which shows that it leans on what was said
_FEW: Final = 2  # fewer words of its own, and a question is about what was said before it
_SHARED: Final = 2  # words of a question that is only told of, which another exchange must have
_PART: Final = 4  # of so many words of a printed one, one
_ALIKE: Final = 0.75  # of the words of a question that is printed as it was put, at least
# What a question is put with, and what holds for every answer.
_FORMAL: Final = (
    *("asks", "whether", "condition", "interrogatives", "said_neutral", "said_loaded", "titles", "modals"),
    *("assertives", "pronouns_third"),
)
_MARKS: Final = (*"?？؟\u037e", "か。")


class _Exchange(NamedTuple):
    """A question of the source, and all that is said up to the next one."""

    asked: Span
    whole: Span


class _Question(NamedTuple):
    """What the article says was asked."""

    words: frozenset[str]
    printed: bool  # whether it stands as a question before the excerpt
    above: bool  # whether it does so on a line of its own
    told: bool  # whether the article says that it was asked; else it states something, and the answer leans on that


def moved_answer(context: JudgingContext) -> Iterator[Finding]:
    """ATT504: an answer of the source below another question of it, which the article has right before the excerpt.

    A question of which the article has the very words is told by them. One in other words must have nothing that stands only in
    the question before the answer and in all that is answered there, and much of another question.
    """
    place, exchanges = next(iter(context.kept), None), _exchanges(context)
    own = next((one for one in exchanges if place is not None and one.whole.covers(place)), None)
    asked = _question(context) if own else None
    if place is None or own is None or asked is None or own.asked.covers(place):
        return
    put = _reprinted(asked, exchanges, own, context)
    if put is None:
        put = _retold(asked, exchanges, exchanges.index(own), context)
    if put is None or put is own:
        return
    document = context.witness.document
    words, had = (quoted(document.text[one.asked.start : one.asked.end]) for one in (put, own))
    message = f"the source has these words in answer to {had}, and not to {words}"
    yield context.finding("ATT504", message, source=document.passage(own.asked.start, place.end))


def _reprinted(
    asked: _Question, exchanges: Sequence[_Exchange], own: _Exchange, context: JudgingContext
) -> _Exchange | None:
    """The exchange of which the article prints the question in its own words, the answer's own one before others."""
    if not asked.printed:
        return None
    document = context.witness.document
    shares = [len(_shared(asked.words, _stems(one.asked, document, context))) for one in exchanges]
    alike = [one for one, share in zip(exchanges, shares, strict=True) if share == max(shares)]
    if max(shares) < max(_FEW, _ALIKE * len(asked.words)):
        return None
    return own if own in alike else alike[0]


def _retold(
    asked: _Question, exchanges: Sequence[_Exchange], own: int, context: JudgingContext
) -> _Exchange | None:
    """The exchange of which the article tells the question in other words, if it has nothing of an answer's own one."""
    document = context.witness.document
    about = [_stems(one.whole, document, context) for one in exchanges]
    about[own].update(*about[_topic_begins(own, exchanges, context) : own])
    shared = [len(_shared(asked.words, words)) for words in about]
    other = max(range(len(about)), key=lambda index: shared[index])
    least = -(-len(asked.words) // _PART) if asked.above else _SHARED
    if shared[other] >= max(least, 2 * shared[own]) and asked.words.isdisjoint(about[own]):
        return exchanges[other]
    put = ((one, _stems(one.asked, document, context)) for one in exchanges)
    return next((one for one, words in put if _fits_better(asked, words, about[own])), None)


def _fits_better(asked: _Question, put: set[str], own: set[str]) -> bool:
    """Whether what the article asks has the words that only another question of the source has, and none that only an answer's own exchange has."""
    shared, theirs = _shared(asked.words, put), put - _shared(frozenset(put), own)
    only = _shared(frozenset(shared), theirs)
    if not only or _shared(asked.words, own) - shared:
        return False
    all_told = asked.told and shared == asked.words
    return all_told or len(only) == len(theirs) or len(only) >= max(_SHARED, len(theirs) / 2)


def _exchanges(context: JudgingContext) -> list[_Exchange]:
    """The questions of a source that is made of questions and answers, each with what is answered."""
    document = context.witness.document
    text = document.text
    labelled = any(piece.kind is ApparatusKind.TURN_LABEL for piece in document.apparatus)
    if not labelled and not any(sign in text for sign in _MARKS):
        return []  # nobody asks, and whoever speaks need not be known
    turns = [one for one in context.voices.utterances if one.label or one.speech >= TURNS]
    ends = [text[one.span.start : one.span.end].rstrip(' \n"”»’)')[-1:] for one in turns]
    asks = [one.kind is VoiceKind.QUESTIONER or end in ASKING for one, end in zip(turns, ends, strict=True)]
    starts = [index for index, asked in enumerate(asks) if asked and not (index and asks[index - 1])]
    return [
        _Exchange(turns[first].span, Span(turns[first].region.start, turns[last - 1].span.end))
        for first, last in pairwise([*starts, len(turns)])
        if last - first > 1
    ]


def _topic_begins(own: int, exchanges: Sequence[_Exchange], context: JudgingContext) -> int:
    """The first exchange that a question is about: one of few words, or with a pronoun in it, takes up the one before."""
    document = context.witness.document
    while own:
        span = exchanges[own].asked
        tokens = read_tokens(document, [span], context.lexicon).items
        joined = any(token.word in language(context.lexicon.language).prepositions for token in tokens)
        if len(_words(tokens, context)) >= (_FEW if joined else 1):
            sentence = read_sentence(document, tokens, lambda _: False, context.lexicon, end=span.end)
            if not any(_takes_up(index, sentence) for index in range(len(tokens))):
                break
        own -= 1
    return own


def _takes_up(index: int, sentence: ReadSentence) -> bool:
    """Whether a word is "he" or "it": not the article that is spelled alike, nor a polite "you" (German "Sie")."""
    token = sentence.tokens[index]
    polite = token.capitalised and not token.opens
    return sentence.has("pronouns_third", index) and not polite and token.word not in vocabulary("articles")


def _question(context: JudgingContext) -> _Question | None:
    """What the article says was asked, names of those who speak left out; None where it says nothing of a question."""
    printed = _printed(context)
    told = printed or _told(context)
    tokens = told or _stated(context)
    if not tokens:
        return None
    speaker = context.excerpt.attribution
    named = {*_labels(context), *folded_words(speaker.speaker or "" if speaker.is_certain else "")}
    words = _words([token for token in tokens if token.word not in named], context)
    block = context.article.document.block_at(context.excerpt.span.start)
    above = bool(printed) and (block is None or printed[-1].span.end <= block.span.start)
    return _Question(frozenset(words), bool(printed), above, bool(told)) if words else None


def _labels(context: JudgingContext) -> set[str]:
    """The words by which a transcript calls who speaks."""
    return {word for one in context.voices.utterances if one.label for word in folded_words(one.label)}


def _printed(context: JudgingContext) -> list[Token]:
    """The words of a question that stands right before the excerpt, with the sentence before it where it says little."""
    document, start = context.article.document, context.excerpt.span.start
    text = document.text[max(0, start - _REACH) : start]
    end = max(text.rfind(sign) for sign in ASKING - {";"})
    if end < 0 or len(folded_words(text[end:])) > _BETWEEN:
        return []
    end += start - len(text)
    split, block = splitter(context.lexicon.language), document.block_at(end)
    begun = split.at(document, end).start
    before = split.before(document, begun).start
    if block is not None and before >= block.span.start:
        begun = min(before, begun)
    return list(read_tokens(document, [Span(begun, end)], context.lexicon).items)


def _told(context: JudgingContext) -> list[Token]:
    """The words behind "asked" in the article's own sentence, or the one before, up to the next comma; before it where verbs close a clause."""
    for sentence in filter(None, (article_sentence(context), _sentence_before(context))):
        open_lists = [sentence.lexicon.words(name).groups for name in ("whether", "condition")]
        asks = [
            index
            for index in sentence.own
            if sentence.has("asks", index)
            and not any((sentence.words[index],) in each for each in open_lists)
        ]
        if asks:
            told: list[Token] = []
            behind = range(asks[0] + 1, len(sentence.tokens))
            for index in reversed(range(asks[0])) if sentence.lexicon.verb_final else behind:
                if sentence.kept[index] or (told and sentence.has_comma(index)):
                    break
                told.append(sentence.tokens[index])
            return told
    return []


def _stated(context: JudgingContext) -> list[Token]:
    """The words of the sentence before the excerpt, where this says nothing without one: it opens with "yes" or "no", or with a pronoun."""
    sentence, opening = _sentence_before(context), context.excerpt_units.items[:_OPENING]
    pronouns = context.lexicon.words("pronouns_third"), context.lexicon.words("particulars")
    replies = opening[0].word in vocabulary("affirmations") | vocabulary("refusals") if opening else False
    leans = replies or any(unit.word in each for unit in opening for each in pronouns)
    return list(sentence.tokens) if sentence is not None and leans else []


def _sentence_before(context: JudgingContext) -> ReadSentence | None:
    """The article's sentence before the one that the excerpt stands in, in their paragraph."""
    document, split = context.article.document, splitter(context.lexicon.language)
    start = split.around(document, context.excerpt.span).start
    span, block = split.before(document, start), document.block_at(context.excerpt.span.start) or document
    tokens = read_tokens(document, [span], context.lexicon).items
    if not tokens or not block.span.start <= span.start < start:
        return None
    return read_sentence(document, tokens, lambda _: False, context.lexicon, end=start)


def _words(tokens: Sequence[Token], context: JudgingContext) -> set[str]:
    """The stems of the words that say what is asked about."""
    lexicon = context.lexicon
    return {
        lexicon.stem(token.key)
        for token in context.content(tokens)
        if not any(token.word in lexicon.words(name) for name in _FORMAL)
    }


def _stems(span: Span, document: Document, context: JudgingContext) -> set[str]:
    return _words(read_tokens(document, [span], context.lexicon).items, context)


def _shared(words: frozenset[str], others: set[str]) -> set[str]:
    """Those words of a question of which another text has a form."""
    return {word for word in words if any(_are_forms(word, other) for other in others)}


def _are_forms(one: str, other: str) -> bool:
    """Whether two stems begin alike so far that they may be forms of one word: "leak", "leakage"."""
    least = max(_BEGUN, max(len(one), len(other)) // 2)
    return one == other or (one[:least] == other[:least] and min(len(one), len(other)) >= least)
