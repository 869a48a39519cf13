"""Signs of quotation: which of them may open and which may close, by their shape and what stands beside them."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from provenance.files.reading import shipped
from provenance.text.folding import fold_character

# What may close a quotation that a mark opens.
CLOSERS: Mapping[str, frozenset[str]] = {
    mark: frozenset(closing.split()) for mark, closing in shipped(__file__, "quotation_marks.toml").items()
}
SINGLE = frozenset("‘‚'’‹›")
_ALWAYS_OPEN = frozenset((*"„‚「『﹁‟", "``"))
ALWAYS_CLOSE = frozenset((*"」』﹂″", "’’"))
MARK = re.compile("''(?!')|``|‘‘|’’|,,(?=[\\w…(\\[])|[„“”\"‟«»‹›「」『』﹁﹂‘’‚'＂״″]")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f\u2009\u3000([{<—–-―/:…,;。，：、！？>")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u202f\u2009\u3000)]}.,;:!?…—–-/<。，：；、！？”»\"’'")
# What opens among these is told from what follows: they close as well, or stand for letters.
_EITHER = frozenset("“”»›‘'")
# What a quotation may begin with before its first word or figure: "»[D]ie", "”… och", "»$5"; a note's "[1]" is none.
_LEADING = re.compile(r"(?=[^\w\s])(?:\[[…. ]*\]|…|\.{3}|[(\[](?!\d+[\])])|[$€£¥@#–—-])[^\S\n]?[\[(]?(\w)")
_CLIPPED = re.compile(r"[dkmnst]\b")  # 's avonds, rock 'n roll: one consonant is what is left of a word
_DECADE = re.compile(r"\d\ds?\b")  # the '90s
SPACES = " \t\n\u00a0\u202f\u2009"
_INVISIBLE = 5  # characters in a row beside a mark that may show nothing


class Mark(NamedTuple):
    """A quotation mark: its signs, where it stands, and whether it may open and close."""

    text: str
    at: int
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.at + len(self.text)


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """The marks of ``text[start:end]`` that may open or close a quotation, in order."""
    found: list[Mark] = []
    inward: bool | None = None  # »German«, and no « French »: which it is, the block's first mark tells
    for match in MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        before = _visible(reversed(text[max(start, at - _INVISIBLE) : at]))
        after = _visible(text[match.end() : min(end, match.end() + _INVISIBLE)])
        if mark == after == '"' and before in _BEFORE_OPENING and text[at + 2 : at + 3].isalpha():
            continue  # typed twice
        if before in SPACES and at - 2 >= start and text[at - 2] in "'’" and not after.isalnum():
            before = "'"  # the end of the inner quotation, and a space between it and that of the outer
        elif mark == '"' and _is_prefix(text, start, at) and after.isalpha():
            before = " "
        if mark in _EITHER and before in _BEFORE_OPENING:
            ahead = _LEADING.match(text, match.end(), end)
            after = ahead[1] if ahead else after
        opens, closes = _directions(mark, before, after)
        opens = opens and not (mark in "'‘" and _is_left_out(text, at, end))
        if mark in "«»":
            inward = mark == "»" and before in _BEFORE_OPENING if inward is None else inward
            spaced = before in SPACES and after in SPACES
            opens, closes = (mark == "»", mark == "«") if inward and spaced else (opens, closes)
        if opens or closes:
            found.append(Mark(mark, at, opens, closes))
    return found


def _visible(characters: Iterable[str]) -> str:
    """The first character that is seen; a space where there is none."""
    seen = (each for each in characters if each.isascii() or (each != "\ufffd" and fold_character(each)))
    return next(seen, " ")


def _is_left_out(text: str, at: int, end: int) -> bool:
    """Whether a mark stands for letters or digits of the word behind it: "'s avonds", "the '90s"."""
    if _CLIPPED.match(text, at + 1, end):
        return text[at] == "'"
    return bool(_DECADE.match(text, at + 1, end)) and text[max(0, at - 2) : at] != ": "


def _is_prefix(text: str, start: int, at: int) -> bool:
    """Whether one letter stands before a mark, as the article and conjunctions do in Hebrew, or an elided word ("l'")."""
    if at - 1 < start:
        return False
    if text[at - 1] in "'’":
        return at - 1 > start and text[at - 2].isalpha()
    alone = at - 2 < start or text[at - 2].isspace()
    return alone and "\u0590" <= text[at - 1] <= "\u05ff"


def _directions(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark may open and whether it may close, by its shape and its neighbours."""
    if mark in _ALWAYS_OPEN or mark in ALWAYS_CLOSE:
        return mark in _ALWAYS_OPEN, mark in ALWAYS_CLOSE
    leans_right = before in _BEFORE_OPENING or before in CLOSERS
    if mark in "'’‘":
        return _single_directions(mark, before, after, leans_right=leans_right)
    if mark in "«»‹›":
        return _angle_directions(mark, before, after, leans_right=leans_right)
    return _double_directions(mark, before, after, leans_right=leans_right)


def _double_directions(mark: str, before: str, after: str, *, leans_right: bool) -> tuple[bool, bool]:
    cjk = _is_ideographic(before) or _is_ideographic(after)
    if mark == "“":
        # „… ‚so‘“: the end of the inner quotation stands before that of the outer.
        behind_inner = before in "‘’'"
        # „so,“ sagt sie: no quotation opens before a space, and at once behind a closing mark none before a stop
        behind_stop = not cjk and (after.isspace() or after in ".,;:!?)")
        opens = not behind_stop and (leans_right or cjk or after.isalnum())
        return opens, (not leans_right or behind_inner or behind_stop) and not after.isalnum()
    if mark == "”":
        return leans_right and (after.isalnum() or after in "'‘") and not cjk, True
    measured = before.isdigit() and not after.isalnum()  # 6" pipe
    begins = before in ".!?" and after.isupper()  # the space before it was forgotten
    opens = (leans_right or begins) and not after.isspace()
    return opens, (not before.isspace() and (after in _AFTER_CLOSING or begins or not opens)) or measured


def _single_directions(mark: str, before: str, after: str, *, leans_right: bool) -> tuple[bool, bool]:
    particle = _is_hangul(after) and not before.isspace()  # Korean: ‘…다’고 말했다
    inside_word = before.isalnum() and after.isalnum() and not particle
    opens = mark != "’" and leans_right and after.isalnum()
    closes = not inside_word and not before.isspace() and (particle or not after.isalnum())
    return opens, closes


def _angle_directions(mark: str, before: str, after: str, *, leans_right: bool) -> tuple[bool, bool]:
    """«French», « French », »German«: by the spaces around, then by the shape."""
    if mark in "«‹":
        return not (
            not before.isspace() and not leans_right and not after.isalnum() and after not in SPACES
        ), (not before.isspace() and not after.isalnum())
    return leans_right and after.isalnum() and before not in "\u00a0\u202f", True


def _is_ideographic(character: str) -> bool:
    return "\u3040" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"
