"""Layout of the source that an excerpt leaves behind: numbers of notes, signs of lists, lines of the page (DEC705)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.findings.rules.scope import is_omission
from provenance.findings.wording import left_out, quoted
from provenance.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.languages.lexicon import Lexicon
    from provenance.text.document import Document

# A line of the page's own furniture has at most so many words, unless a colon stands behind its first ones.
_FURNITURE = 8
_CALL = 25  # and one that opens with several words of such a line ("sign up for …") so many
_SIGN_IN_TEXT: Final = r"\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)"
# The same with a word before and one behind it, neither of them run together with it.
_ITEM: Final = (
    r"(?:(?<!\w)(?P<before>[^\W_]{1,20})[^\S\n]{1,3}|(?<!\w))"
    r"\(?(?P<sign>[a-hA-H]|[ivxIVX]{1,4}|\d{1,2})\)\s{1,3}(?=[\"“„«]?(?P<item>[^\W_]{1,20}))"
)
_ORDERS: Final = (
    tuple("abcdefgh"),
    tuple("i ii iii iv v vi vii viii ix x".split()),
    tuple(str(number) for number in range(1, 21)),
)
_LIST: Final = 1500  # code points to either side
_SIGN_OF_LIST: Final = r"\s*\n\s*(?:[-*•·–—]|\(?\d{1,2}[.)])?\s*"
_JOINT: Final = r"\s*(?:[,;:.]|[-–—])?\s*"
# A number run together with the full stop before it: "in 1974.3 It had …".
_GLUED = re.compile(r"(\d{4})\.\d{1,2}")
_SENTENCE = re.compile(r"[\])]?\s+[\"“„«‘]?[^\W\d_]|[\])]?\s*\Z")
_CALLOUT = re.compile(r"\[\d{1,3}\]|[.,;:!?”\"’')]\d{1,3}(?=\s|\Z)")
# Calls of notes in brackets, one or several: "[2]", "[3][4]", "[1, 7–9]", "[b]", "[note 2]", an encyclopedia's "[citation needed]".
_BRACKETED = (
    r"(?:\s?\[(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}|[a-z]{1,2}|"
    r"(?:note|nb|fn|ref|anm|réf|nota|noot|n)\.?\s?[a-z\d]{1,3}|"
    r"citation needed|clarification needed|according to whom\?|who\?|when\?|by whom\?|"
    r"beleg fehlt|réf\. nécessaire|cita requerida|senza fonte|bron\?|carece de fontes)\]){1,8}"
)


def note_number(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: the number of a note is gone, in brackets or run together with the sign before it."""
    if _is_callout(change) or _is_glued(change):
        return context.finding(
            "DEC705", f"leaves out the number of a note: {quoted(change.source.text)}", change=change
        )
    return None


def _is_callout(change: Change) -> bool:
    if not is_omission(change) or not change.lost:
        return False
    start, end, text = change.lost[0].span.start, change.lost[-1].span.end, change.source.document.text
    around = text[max(0, start - 1) : end + 1]
    if re.fullmatch(_BRACKETED, around.lstrip(), re.IGNORECASE) and not text[: start - 1].endswith(
        (" ", "\n")
    ):
        return True
    return len(change.lost) == 1 and change.lost[0].text.isdecimal() and _CALLOUT.match(around) is not None


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
    if _is_letter(change, context):
        return context.finding(
            "DEC705", f"leaves out the sign of an item of a list: {quoted(change.source.text)}", change=change
        )
    if change.lost or change.gained or not re.fullmatch(_SIGN_OF_LIST, change.variants[0].source.text):
        return None
    if not re.fullmatch(_JOINT, change.excerpt.text):
        return None
    return context.finding(
        "DEC705", f"{quoted(change.excerpt.text.strip())} joins the items of a list", change=change
    )


def _is_letter(change: Change, context: JudgingContext) -> bool:
    """Whether what is gone is the sign of an item in a running list: "(a)", "(iv)", "(2)", "b)"."""
    if not is_omission(change) or len(change.lost) != 1:
        return False
    span, document = change.lost[0].span, change.source.document
    around = document.text[max(0, span.start - 1) : span.end + 1].strip()
    if re.fullmatch(_SIGN_IN_TEXT, around, re.IGNORECASE) is None:
        return False
    signs = _signs_around(document, span.start, context.lexicon)
    return any(_is_run(signs, span.start, order) for order in _ORDERS)


def _signs_around(document: Document, place: int, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The signs close by that an item of a list can follow, each with its place; none of "four (4)", "rule 4(i)"."""
    block = document.block_at(place)
    low, high = (block.span.start, block.span.end) if block else (0, len(document.text))
    low, high = max(low, place - _LIST), min(high, place + _LIST)
    joints = lexicon.words("connectives")
    signs = []
    for found in re.finditer(_ITEM, document.text[low:high]):
        counted = fold_word(found["before"] or "") in lexicon.values or (found["before"] or "").isdecimal()
        if not counted and joints.group(fold_word(found["item"])) not in {"and", "or"}:
            signs.append((low + found.start("sign"), found["sign"].lower()))
    return signs


def _is_run(signs: Sequence[tuple[int, str]], place: int, order: Sequence[str]) -> bool:
    """Whether the sign at a place is one of a row that begins with the first of its order and has another behind it."""
    run: list[int] = []
    for start, sign in signs:
        if sign == order[0]:
            run = [start]
        elif run and len(run) < len(order) and sign == order[len(run)]:
            run.append(start)
        if len(run) > 1 and place in run:
            return True
    return False


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
