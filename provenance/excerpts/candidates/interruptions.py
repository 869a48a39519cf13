"""Interrupted quotations: «So it is, — said Lee. — It was so.», the author's words inside the marks, by dashes or commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.quotation_marks import CLOSERS, Quotation
from provenance.excerpts.model import Candidate
from provenance.languages.cues import language as language_of
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.span import Span

_DASH = re.compile(r"(?P<stop>[,.!?…]?)[ \u00a0](?:[—–―-]{1,2}[ \u00a0]|(?P<attached>[—–―]))(?=\w)")
_COMMA = re.compile(r",[ \u00a0](?=\w)")
_RESUMPTION = re.compile(r"(?:(?P<stop>[,.]?)[ \u00a0][—–―-]{1,2}|(?<=\w)[—–―][,.;:]?)[ \u00a0](?=[\w¿¡])")
_LONGEST_INTERRUPTION = 260  # characters
_VERB_WINDOW = 40  # characters behind a dash or comma in which its verb stands
_INVERTED = 2  # words before the verb of "a-t-elle dit"


def uninterrupted(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    """The parts of a quotation between which the author says who speaks; the quotation itself where nothing interrupts it."""
    for part in _around_dashes(annotated, quotation):
        yield from _around_commas(annotated, part)


def resumes(annotated: AnnotatedArticle, first: Candidate, second: Candidate) -> bool:
    """Whether a candidate goes on with the one before it inside the same marks, behind the words that say who speaks."""
    if not first.mark or (first.mark, first.blocks, first.shape) != (
        second.mark,
        second.blocks,
        second.shape,
    ):
        return False
    between = annotated.text[first.span.end : second.span.start]
    return not any(sign in between for sign in (first.mark, *CLOSERS.get(first.mark, ())))


def is_said(annotated: AnnotatedArticle, start: int, end: int) -> bool:
    """Whether what begins at ``start``, behind a dash or a comma, begins with a verb of reporting that the language names."""
    language = language_of(annotated.language)
    words = language.words(annotated.text, start, min(end, start + _VERB_WINDOW))
    if not words:
        return False
    joined = len(words) > _INVERTED and words[1].text.startswith("-")
    helped = len(words) > 1 and words[0].key in lexicon_of(annotated.language).words("auxiliaries")
    return any(language.saying.at(words, index) for index in {0, _INVERTED * joined, int(helped)})


def _around_dashes(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    text, rest, inner = annotated.text, quotation, quotation.inner
    for sign in _DASH.finditer(text, inner.start, inner.end):
        if sign.start() < rest.inner.start or not is_said(annotated, sign.end(), inner.end):
            continue
        limit = min(inner.end, sign.end() + _LONGEST_INTERRUPTION)
        resumed = _RESUMPTION.search(text, sign.end(), limit)
        if resumed is None and not (sign["stop"] or sign["attached"]):
            continue
        end = sign.start() + (text[sign.start()] in "!?…")
        yield _part(rest, Span(rest.inner.start, end))
        if resumed is None:
            return
        rest = rest._replace(
            inner=Span(resumed.end(), inner.end), outer=Span(resumed.end(), quotation.outer.end)
        )
    yield rest


def _around_commas(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    """Read « So it is, says Ann Lee, of the mill, and was so. »: from comma to comma, or to the sentence's end."""
    text, inner, rest = annotated.text, quotation.inner, quotation
    for sign in _COMMA.finditer(text, inner.start, inner.end):
        end = sign.start() >= rest.inner.start and _tag_end(annotated, sign.end(), inner.end)
        if not end:
            continue
        yield _part(rest, Span(rest.inner.start, sign.start()))
        start = end + len(text[end : inner.end]) - len(text[end : inner.end].lstrip(", \u00a0"))
        if start >= inner.end:
            return
        rest = quotation._replace(inner=Span(start, inner.end), outer=Span(start, quotation.outer.end))
    yield rest


def _tag_end(annotated: AnnotatedArticle, start: int, end: int) -> int | None:
    """Where the words end that say who speaks and begin behind a comma; None where they do not."""
    if not is_said(annotated, start, end):
        return None
    sentence = annotated.sentence_end(start, min(end, start + _LONGEST_INTERRUPTION))
    comma = _COMMA.search(annotated.text, start, sentence)
    stop = comma.start() if comma else sentence
    if _has_pronoun(annotated, start, stop):
        return stop
    words = annotated.text[start:stop].split()
    if language_of(annotated.language).nouns_capitalised:  # "sagt Lee", not "stellt ein Risiko dar"
        words = words[1:2]
    return stop if any(word[:1].isupper() for word in words) else None


def _has_pronoun(annotated: AnnotatedArticle, start: int, end: int) -> bool:
    """Whether a clause is no more than a verb and its pronoun: "dit-elle", "she said"."""
    words = language_of(annotated.language).words(annotated.text, start, end)
    joined = any(word.text.startswith("-") for word in words)
    return joined or (len(words) <= _INVERTED and any(_is_pronoun(annotated, word.key) for word in words))


def _is_pronoun(annotated: AnnotatedArticle, word: str) -> bool:
    return word in lexicon_of(annotated.language).words("pronouns_third")


def _part(quotation: Quotation, inner: Span) -> Quotation:
    """The beginning of a quotation, up to where the author interrupts it."""
    return quotation._replace(inner=inner, outer=Span(quotation.outer.start, inner.end))
