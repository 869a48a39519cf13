"""Layout of the source that an excerpt leaves behind, where reading could not tell it for apparatus (DEC705)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.findings.rules.scope import is_omission
from provenance.findings.wording import left_out, quoted

if TYPE_CHECKING:
    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding

# A line of the page's own furniture has at most so many words, unless a colon stands behind its first ones.
_FURNITURE = 8
_CALL = 25  # and one that opens with several words of such a line ("sign up for …") so many
_SIGN_OF_LIST: Final = r"\s*\n\s*(?:[-*•·–—]|\(?\d{1,2}[.)])?\s*"
_JOINT: Final = r"\s*(?:[,;:.]|[-–—])?\s*"
# A number run together with the full stop before it: "in 1974.3 It had …".
_GLUED = re.compile(r"(\d{4})\.\d{1,2}")
_SENTENCE = re.compile(r"[\])]?\s+[\"“„«‘]?[^\W\d_]|[\])]?\s*\Z")
_CALLOUT = re.compile(r"[.,;:!?”\"’')]\d{1,3}(?=\s|\Z)")


def note_number(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: the number of a note is gone that runs together with the sign before it."""
    if _is_callout(change) or _is_glued(change):
        return context.finding(
            "DEC705", f"leaves out the number of a note: {quoted(change.source.text)}", change=change
        )
    return None


def _is_callout(change: Change) -> bool:
    if not is_omission(change) or len(change.lost) != 1 or not change.lost[0].text.isdecimal():
        return False
    start, text = change.lost[0].span.start, change.source.document.text
    return _CALLOUT.match(text, max(0, start - 1)) is not None


def _is_glued(change: Change) -> bool:
    """Whether a number with a note's number behind its full stop became the number alone, at the end of a sentence."""
    if len(change.lost) != 1 or len(change.gained) != 1:
        return False
    lost, gained = change.lost[0], change.gained[0]
    glued = _GLUED.fullmatch(lost.text)
    ours, theirs = change.excerpt.document.text, change.source.document.text
    ended = ours[gained.span.end : gained.span.end + 1] in {".", ""}
    following = _SENTENCE.match(theirs, lost.span.end)
    return (
        glued is not None
        and glued[1] == gained.text
        and ended
        and bool(following and not following[0][-1:].islower())
    )


def list_sign(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: the signs before the items of a list became the signs between the parts of a sentence."""
    if change.lost or change.gained or not re.fullmatch(_SIGN_OF_LIST, change.variants[0].source.text):
        return None
    if not re.fullmatch(_JOINT, change.excerpt.text):
        return None
    return context.finding(
        "DEC705", f"{quoted(change.excerpt.text.strip())} joins the items of a list", change=change
    )


def furniture_left_out(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: a caption, an advertisement or a link of the page that stood between two paragraphs."""
    if not is_omission(change) or not change.lost:
        return None
    document, first, last = change.source.document, change.lost[0].span, change.lost[-1].span
    block = document.block_at(first.start)
    if (
        block is None
        or any(map(str.isalnum, document.text[block.span.start : first.start]))
        or last.end > block.span.end
    ):
        return None
    hit = context.lexicon.words("advertisement").at([unit.word for unit in change.lost], 0)
    if hit is None or any(map(str.isalnum, document.text[last.end : block.span.end])):
        return None
    named = document.text[change.lost[hit.last - 1].span.end :].startswith(":")
    if not named and len(change.lost) > (_FURNITURE if len(hit.entry) == 1 else _CALL):
        return None
    return context.finding("DEC705", left_out(change.source), change=change)
