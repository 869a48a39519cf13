"""Interrupted quotations: «So it is, — said Lee. — It was so.», the author's words between dashes inside the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.excerpts.dashes import is_said
from provenance.excerpts.mention import MentionKind
from provenance.excerpts.sentences import sentence_end
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.excerpts.quotation_marks import Quotation
    from provenance.excerpts.scene import Scene

_BREAK = re.compile(r"[,.!?…]?[ \u00a0][—–―-][ \u00a0](?=\w)")
_COMMA = re.compile(r",[ \u00a0](?=\w)")
_RESUMPTION = re.compile(r"[,.][ \u00a0][—–―-][ \u00a0](?=\w)")
_LONGEST_INTERRUPTION = 260  # characters


def uninterrupted(scene: Scene, quotation: Quotation) -> Iterator[Quotation]:
    """The parts of a quotation between which the author says who speaks, where a language sets that inside the marks.

    Args:
        scene: The article.
        quotation: As its marks show it.

    Yields:
        The quotation itself where nothing interrupts it.
    """
    if scene.language.inner_speech and not _is_attributed(scene, quotation):
        yield from _around_comma(scene, quotation)
    elif scene.language.speech_dashes:
        yield from _around_dashes(scene, quotation)
    else:
        yield quotation


def _around_dashes(scene: Scene, quotation: Quotation) -> Iterator[Quotation]:
    rest, inner = quotation, quotation.inner
    for sign in _BREAK.finditer(scene.text, inner.start, inner.end):
        if sign.start() < rest.inner.start or not is_said(scene, sign.end(), inner.end):
            continue
        end = sign.start() + (scene.text[sign.start()] in "!?…")
        yield _part(rest, Span(rest.inner.start, end))
        limit = min(inner.end, sign.end() + _LONGEST_INTERRUPTION)
        resumed = _RESUMPTION.search(scene.text, sign.end(), limit)
        if resumed is None:
            return
        rest = rest._replace(
            inner=Span(resumed.end(), inner.end), outer=Span(resumed.end(), quotation.outer.end)
        )
    yield rest


def _around_comma(scene: Scene, quotation: Quotation) -> Iterator[Quotation]:
    """Read « So it is, says Ann Lee, head of the mill. It was so. »: the rest of the sentence is the author's."""
    inner = quotation.inner
    for sign in _COMMA.finditer(scene.text, inner.start, inner.end):
        if not is_said(scene, sign.end(), inner.end):
            continue
        limit = min(inner.end, sign.end() + _LONGEST_INTERRUPTION)
        end = sentence_end(scene.text, sign.end(), limit)
        voice = scene.after(sign.end(), end).voice
        if voice is None or voice.kind is not MentionKind.PERSON:
            continue
        yield _part(quotation, Span(inner.start, sign.start()))
        start = end + len(scene.text[end : inner.end]) - len(scene.text[end : inner.end].lstrip())
        if start < inner.end:
            yield quotation._replace(inner=Span(start, inner.end), outer=Span(start, quotation.outer.end))
        return
    yield quotation


def _part(quotation: Quotation, inner: Span) -> Quotation:
    """The beginning of a quotation, up to where the author interrupts it."""
    return quotation._replace(inner=inner, outer=Span(quotation.outer.start, inner.end))


def _is_attributed(scene: Scene, quotation: Quotation) -> bool:
    """Whether a colon before a quotation or a comma behind it leads to whoever speaks."""
    start, end = quotation.outer.start, quotation.outer.end
    return scene.text[max(0, start - 3) : start].rstrip().endswith(":") or scene.text[
        end : end + 2
    ].lstrip().startswith(",")
