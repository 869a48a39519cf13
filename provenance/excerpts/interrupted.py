"""Interrupted quotations: «So it is, — said Lee. — It was so.», the author's words between dashes inside the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.excerpts.dashes import is_said
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.excerpts.quotation_marks import Quotation
    from provenance.excerpts.scene import Scene

_BREAK = re.compile(r"[,.!?…]?[ \u00a0][—–―-][ \u00a0](?=\w)")
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
    rest = quotation
    if scene.language.speech_dashes:
        inner = quotation.inner
        for sign in _BREAK.finditer(scene.text, inner.start, inner.end):
            if sign.start() < rest.inner.start or not is_said(scene, sign.end(), inner.end):
                continue
            end = sign.start() + (scene.text[sign.start()] in "!?…")
            yield rest._replace(inner=Span(rest.inner.start, end), outer=Span(rest.outer.start, end))
            limit = min(inner.end, sign.end() + _LONGEST_INTERRUPTION)
            resumed = _RESUMPTION.search(scene.text, sign.end(), limit)
            if resumed is None:
                return
            rest = rest._replace(
                inner=Span(resumed.end(), inner.end), outer=Span(resumed.end(), quotation.outer.end)
            )
    yield rest
