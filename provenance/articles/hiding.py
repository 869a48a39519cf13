"""What of a page's style keeps text from whoever reads it: the usual declarations, in an element's style or in a style sheet.

Blocks that a script opens (folds, tabs, what fades in) are read on a page too, so that only what hides them altogether
counts there; inside a sentence each of the usual ways does.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 500_000  # characters of style sheets that are read
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_BRACE = re.compile(r"[{}]")
_CLASS = re.compile(r"[a-z]*\.([\w-]+)")
_HIDDEN = re.compile(r"display:none|visibility:(?:hidden|collapse)")
_NOTHING = r"(?:0*+\.0++|0++\.?+)(?!\d)"
_UNSEEN = re.compile(
    rf"(?<![\w-])(?:font-size:{_NOTHING}|opacity:{_NOTHING}|color:(?:transparent|rgba\([\d.%]+,[\d.%]+,[\d.%]+,{_NOTHING}%?\))"
    r"|(?:left|right|top|bottom|text-indent|margin-left):-\d{3,}|clip:rect\([01](?!\d)|clip-path:inset\((?:[5-9]\d|100)%"
    r"|transform:scale[xy]?\(0[,)])"
)
_CLOSED = re.compile(rf"(?<![\w-])(?:max-)?(?:width|height):{_NOTHING}")
_STRUCK = re.compile(r"text-decoration(?:-line)?:[^;]{0,200}line-through")


@lru_cache(maxsize=8192)
def hides(style: str, *, inline: bool) -> bool:
    """Whether declarations hide the text of an element, of one inside a sentence if ``inline``."""
    plain = _plain(style)
    if _HIDDEN.search(plain):
        return True
    return inline and bool(_UNSEEN.search(plain) or ("overflow:hidden" in plain and _CLOSED.search(plain)))


@lru_cache(maxsize=8192)
def strikes(style: str) -> bool:
    """Whether declarations strike an element's text through."""
    return "line-through" in style.lower() and _STRUCK.search(_plain(style)) is not None


def hide_by_sheets(root: "HtmlElement", *, blocks: frozenset[str]) -> None:
    """Mark, in place, the elements inside sentences that a page's own style sheets hide by a class; ``blocks`` are left alone."""
    sheets = "\n".join(sheet.text or "" for sheet in root.iter("style"))[:_MOST]
    hiding = (
        frozenset(_hiding_classes(sheets))
        if _HIDDEN.search(plain := _plain(sheets)) or _UNSEEN.search(plain)
        else ()
    )
    for element in root.iter() if hiding else ():
        names = element.get("class")
        if names and element.tag not in blocks and not set(names.split()).isdisjoint(hiding):
            element.set("hidden", "")


def _hiding_classes(sheets: str) -> Iterator[str]:
    """The classes that a rule hides by itself, whatever the medium and the elements around."""
    for selectors, declarations in _rules(_COMMENT.sub("", sheets)):
        classes = [_CLASS.fullmatch(selector.strip()) for selector in selectors.split(",")]
        if any(classes) and hides(declarations, inline=True):
            yield from (found[1] for found in classes if found)


def _rules(sheets: str) -> Iterator[tuple[str, str]]:
    """The rules of style sheets, those for one medium or state left out: selectors and declarations."""
    depth = at = 0
    selectors = ""
    for brace in _BRACE.finditer(sheets):
        if brace[0] == "{" and depth == 0:
            selectors = sheets[at : brace.start()].rpartition(";")[2].strip()
        elif brace[0] == "}" and depth == 1 and not selectors.startswith("@"):
            yield selectors, sheets[at : brace.start()]
        depth = max(0, depth + (1 if brace[0] == "{" else -1))
        at = brace.end()


def _plain(style: str) -> str:
    """Declarations as a browser understands them: without comments, escapes and white space, in small letters."""
    style = _ESCAPE.sub(_unescaped, style) if "\\" in style else style
    return "".join(_COMMENT.sub("", style).split()).lower()


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return found[2] or (chr(code) if 0 < code <= 0x10FFFF else "")
