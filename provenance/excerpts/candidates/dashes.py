"""Candidates between dashes: "— We shall see, — said Ann Lee. — Soon." and "– We shall see, said Ann Lee."."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from provenance.excerpts.annotation.article import RUNNING, AnnotatedArticle
from provenance.excerpts.candidates.marks import is_said
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.languages.cues import language as language_of
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.document import Passage
from provenance.text.span import Span

_OPENING = re.compile(r"[—–―-]{1,2}[ \u00a0\u202f\u2009](?=[^\W\d_]|[“\"«„¿¡‘…\d])|[—―–](?=[^\W\d_]|[¿¡…])")
_INNER_OPENING = re.compile(r"[:：][ \u00a0][—–―][ \u00a0]?(?=[^\W\d_])")
_CLOSING = re.compile(
    r"(?P<stop>[,.!?…]?)[ \u00a0]?(?:(?<=[ \u00a0])[—–―-]{1,2}|(?<=\w)[—―]|(?<=[.!?…,])[—―–])[ \u00a0]?(?=[^\W\d_])"
)
_COMMA = re.compile(r"[,!?…][ \u00a0](?=[^\W\d_])")
_FOLLOWING = re.compile(r"[,.!?…][ \u00a0\n](?=[^\W\d_]|[“\"«„¿¡‘…\d])")
_RESUMED = re.compile(r"(?:[.,:;]?[ \u00a0][—–―-]{1,2}|[—―])[.,;:]?[ \u00a0]?(?=[^\W\d_]|[¿¡])")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_DASHES = 40  # that may close one speech
_WINDOW = 260  # characters of the author's words behind the speech that are read
_PERSONAL = frozenset("en sv da no fi".split())  # languages in which "he" and "she" are people alone
_OPENS = 40  # characters in which the first word of a sentence stands
_REPEATED = 2  # paragraphs of the page in which the same word follows the speech


def dashed_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """The speech that dashes set off: in a paragraph that opens with one, or behind a colon."""
    repeated = _words_behind_speech(annotated)
    for index, block in enumerate(annotated.blocks):
        if block.kind not in RUNNING:
            continue
        opening = _OPENING.match(annotated.text, block.span.start, block.span.end)
        found = opening or _INNER_OPENING.search(annotated.text, block.span.start, block.span.end)
        # Else speech begins behind a colon and a dash: "Asked again, she said: – We shall see."
        goes_on = opening is not None and annotated.text[opening.end() : opening.end() + 1].islower()
        if found and not goes_on:  # "– and so it was" goes on with the author's sentence
            yield from _speech(annotated, index, found.end(), repeated)


def _speech(
    annotated: AnnotatedArticle, index: int, start: int, repeated: frozenset[str]
) -> Iterator[Candidate]:
    """The speech up to the author's words, and what goes on behind them."""
    block = annotated.blocks[index].span
    # Each dash is looked at from several before it.
    says = cache(lambda at: is_said(annotated, at, block.end))
    while start < block.end:
        sign = _author_at(annotated, start, block.end, repeated, says)
        end = sign.start() + (annotated.text[sign.start()] in "!?….") if sign else block.end
        said = Span(start, end)
        stop, start = _resumption(annotated, sign, said, block.end) if sign else (block.end, block.end)
        if any(map(str.isalnum, annotated.cut(said))):
            yield Candidate(
                passages=(Passage(annotated.article.document, said),),
                shape=Shape.DASHES,
                markup=Markup.INLINE,
                blocks=range(index, index + 1),
                lead_in=Span(block.start, said.start),
                tail=Span(end, max(end, min(stop, block.end))),
                mark="—",
            )


def _author_at(
    annotated: AnnotatedArticle, start: int, end: int, repeated: frozenset[str], says: Callable[[int], bool]
) -> re.Match[str] | None:
    """The sign behind which the author's words begin; None where they do not."""
    text = annotated.text
    dashes = list(islice(_CLOSING.finditer(text, start, end), _MOST_DASHES))
    low = (sign for sign in dashes if not text[sign.end()].isupper())
    lower = (sign for sign in low if not _is_quoted(annotated, sign.start()))
    said = next((sign for sign in dashes if says(sign.end())), None)
    return said or next(lower, None) or _comma_at(annotated, start, end, repeated)


def _resumption(annotated: AnnotatedArticle, sign: re.Match[str], said: Span, end: int) -> tuple[int, int]:
    """Where the author's words behind a sign end, and where speech goes on behind them: at ``end`` where it does not.

    It does behind another dash; behind a tag that began at a comma it does at the next comma, or with the next sentence.
    """
    text, limit = annotated.text, min(end, sign.end() + _WINDOW)
    dash = _RESUMED.search(text, sign.end(), limit)
    sentence = annotated.sentence_end(sign.end(), limit)
    if sign.re is not _COMMA or (dash and dash.start() <= sentence):
        return (dash.start(), dash.end()) if dash else (sentence, end)
    stop = next(
        (
            comma.start()
            for comma in _COMMA.finditer(text, sign.end(), sentence)
            if not _describes(annotated, Span(comma.end(), sentence), said)
        ),
        sentence,
    )
    following = _FOLLOWING.match(text, stop - (stop == sentence), end)
    if following is None:
        return stop, end
    if stop == sentence and _tells_of_speaker(annotated, Span(following.end(), end), said, among=1):
        return end, end
    return stop, following.end()


def _describes(annotated: AnnotatedArticle, clause: Span, said: Span) -> bool:
    """Whether what stands behind a comma tells of whoever speaks: a relative clause, an office, a name, "while she …"."""
    words = language_of(annotated.language).words(annotated.text, clause.start, clause.end)
    relative = lexicon_of(annotated.language).words("relative")
    titles = language_of(annotated.language).titles
    named = any(
        word.is_capitalised or word.key in relative or word.key in titles or titles.closes[word.key]
        for word in words[:1]
    )
    return named or _tells_of_speaker(annotated, clause, said, among=2)


def _tells_of_speaker(annotated: AnnotatedArticle, rest: Span, said: Span, *, among: int) -> bool:
    """Whether "he" or "she", of whom the speech has not spoken, is among the first words behind a tag: then they are the author's."""
    if annotated.language not in _PERSONAL:
        return False
    spoken = language_of(annotated.language)
    opening = spoken.words(annotated.text, rest.start, min(rest.end, rest.start + _OPENS))[:among]
    people = (spoken.masculine, spoken.feminine)
    mentioned = {word.key for word in spoken.words(annotated.text, said.start, said.end)}
    return any(word.key in pronouns and word.key not in mentioned for word in opening for pronouns in people)


def _is_quoted(annotated: AnnotatedArticle, at: int) -> bool:
    """Whether quotation marks stand around a place."""
    quoted = annotated.quotations_in(annotated.block_at(at))
    return any(one.outer.start < at < one.outer.end for one in quoted)


def _comma_at(
    annotated: AnnotatedArticle, start: int, end: int, repeated: frozenset[str]
) -> re.Match[str] | None:
    """The comma behind which the author says who speaks: before a verb of reporting, or a word that often follows speech."""
    for sign in _COMMA.finditer(annotated.text, start, end):
        word = _WORD.match(annotated.text, sign.end(), end)
        if word is None or not word[0][0].islower():
            continue
        if is_said(annotated, sign.end(), end) or _word_before_name(annotated.text, sign.end()) in repeated:
            return sign
    return None


def _words_behind_speech(annotated: AnnotatedArticle) -> frozenset[str]:
    """The words that several paragraphs which open with a dash have behind the last comma of a sentence with a name in it."""
    counts: Counter[str] = Counter()
    for block in annotated.blocks:
        opening = _OPENING.match(annotated.text, block.span.start, block.span.end)
        if opening is None:
            continue
        text = annotated.text[opening.end() : block.span.end]
        words = {_word_before_name(text, sign.end()) for sign in _COMMA.finditer(text)}
        counts.update(filter(None, words))
    return frozenset(word for word, count in counts.items() if count >= _REPEATED)


def _word_before_name(text: str, at: int) -> str | None:
    """The word in lower case at ``at``, if a name follows at once: "sier Retzius"."""
    found = re.compile(r"([^\W\d_]+) (?=\w)").match(text, at)
    return found[1] if found and found[1].islower() and text[found.end()].isupper() else None
