"""Interrupted quotations: «So it is, — said Lee. — It was so.», the author's words between dashes inside the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.languages.cues import language as language_of
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.excerpts.annotation.article import AnnotatedArticle
    from provenance.excerpts.annotation.quotation_marks import Quotation

_DASH = re.compile(r"(?P<stop>[,.!?…]?)[ \u00a0][—–―-]{1,2}[ \u00a0](?=\w)")
_COMMA = re.compile(r",[ \u00a0](?=\w)")
_RESUMPTION = re.compile(r"(?P<stop>[,.]?)[ \u00a0][—–―-]{1,2}[ \u00a0](?=\w)")
_LONGEST_INTERRUPTION = 260  # characters
_VERB_WINDOW = 40  # characters behind a dash or comma in which its verb stands
_INVERTED = 2  # words before the verb of "a-t-elle dit"
_FEWEST_OTHERS = 2  # words behind the verb that may name who speaks


def uninterrupted(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    """The parts of a quotation between which the author says who speaks; the quotation itself where nothing interrupts it.

    Args:
        annotated: The article.
        quotation: As its marks show it.
    """
    text = annotated.cut(quotation.inner)
    if " — " in text or " – " in text or "\u00a0— " in text or "\u00a0– " in text or " - " in text:
        yield from _around_dashes(annotated, quotation)
    elif language_of(annotated.language).inner_speech and not _is_attributed(annotated, quotation):
        yield from _around_comma(annotated, quotation)
    else:
        yield quotation


def is_said(annotated: AnnotatedArticle, start: int, end: int) -> bool:
    """Whether what begins at ``start``, behind a dash or a comma, begins with a verb of reporting that the language names."""
    language = language_of(annotated.language)
    words = language.words(annotated.text, start, min(end, start + _VERB_WINDOW))
    if not words:
        return False
    joined = len(words) > _INVERTED and words[1].text.startswith("-")
    return bool(language.verbs.at(words, _INVERTED if joined else 0))


def _around_dashes(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    text, rest, inner = annotated.text, quotation, quotation.inner
    for sign in _DASH.finditer(text, inner.start, inner.end):
        if sign.start() < rest.inner.start or not is_said(annotated, sign.end(), inner.end):
            continue
        limit = min(inner.end, sign.end() + _LONGEST_INTERRUPTION)
        resumed = _RESUMPTION.search(text, sign.end(), limit)
        if resumed is None and not sign["stop"]:
            continue
        end = sign.start() + (text[sign.start()] in "!?…")
        yield _part(rest, Span(rest.inner.start, end))
        if resumed is None:
            return
        rest = rest._replace(
            inner=Span(resumed.end(), inner.end), outer=Span(resumed.end(), quotation.outer.end)
        )
    yield rest


def _around_comma(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    """Read « So it is, says Ann Lee, head of the mill. It was so. »: the rest of the sentence is the author's."""
    text, inner = annotated.text, quotation.inner
    for sign in _COMMA.finditer(text, inner.start, inner.end):
        if not is_said(annotated, sign.end(), inner.end):
            continue
        end = annotated.sentence_end(sign.end(), min(inner.end, sign.end() + _LONGEST_INTERRUPTION))
        if not _names_somebody(text[sign.end() : end]):
            continue
        yield _part(quotation, Span(inner.start, sign.start()))
        start = end + len(text[end : inner.end]) - len(text[end : inner.end].lstrip())
        if start < inner.end:
            yield quotation._replace(inner=Span(start, inner.end), outer=Span(start, quotation.outer.end))
        return
    yield quotation


def _names_somebody(clause: str) -> bool:
    """Whether two words in capitals side by side stand in a clause behind its verb."""
    words = clause.split()
    return any(
        one[:1].isupper() and two[:1].isupper()
        for one, two in zip(words[1:], words[_FEWEST_OTHERS:], strict=False)
    )


def _part(quotation: Quotation, inner: Span) -> Quotation:
    """The beginning of a quotation, up to where the author interrupts it."""
    return quotation._replace(inner=inner, outer=Span(quotation.outer.start, inner.end))


def _is_attributed(annotated: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether a colon before a quotation or a comma behind it leads to whoever speaks."""
    text, start, end = annotated.text, quotation.outer.start, quotation.outer.end
    return text[max(0, start - 3) : start].rstrip().endswith(":") or text[end : end + 2].lstrip().startswith(
        ","
    )
