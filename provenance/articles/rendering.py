"""Markdown to HTML in which every block begins on the line of the file on which it began."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ALERT = re.compile(r"\[!(\w{1,30})\][+-]?[ \t]{0,20}")
_QUOTING_ALERTS = frozenset(("quote", "cite"))
_DASHES = ("—", "–", "―", "--")


def markdown_parser() -> MarkdownIt:
    """The parser: CommonMark, with tables, struck-out words, notes and raw HTML."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, move_to_end=False)
    parser.add_render_rule("footnote_ref", _note_call)
    return parser


def _note_call(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
    return f'<sup><a href="#{_note_name(tokens[index])}">*</a></sup>'


def _note_name(token: Token) -> str:
    """The target of a note's call: its label, or its number where it is written in place."""
    label = token.meta.get("label")
    return quote(f"fn-{label}" if label else f"fn in place {token.meta['id']}", safe=":")


def render(text: str) -> str:
    """Render CommonMark, with tables and raw HTML, so that line numbers hold.

    Args:
        text: Markdown without front matter.
    """
    parser = markdown_parser()
    noted: dict[str, Any] = {}
    tokens = parser.parse(text, noted)
    _mark_alerts(tokens)
    pieces: list[str] = []
    line = 0
    for token in tokens:
        due = _first_line(token)
        piece = "\n" * max(0, due - line) + _rendered(token, parser)
        line += piece.count("\n")
        pieces.append(piece)
    for number, note in noted.get("footnotes", {}).get("list", {}).items():
        if "tokens" in note:
            inner = parser.renderer.renderInline(note["tokens"], parser.options, {})  # type: ignore[attr-defined]
            pieces.append(f'<div id="fn in place {number}">{inner}</div>')
    return "".join(pieces)


def _first_line(token: Token) -> int:
    """The line of the file, from 0, on which a token's text begins; 0 where it says none."""
    if token.map is None:
        return 0
    return token.map[0] + (token.type == "fence")


def _rendered(token: Token, parser: MarkdownIt) -> str:
    if token.type == "inline":
        children = token.children or []
        _break_before_signatures(children)
        return str(parser.renderer.renderInline(children, parser.options, {}))  # type: ignore[attr-defined]
    if token.type == "html_block" or token.hidden:
        return "" if token.hidden else token.content
    if token.type.startswith("footnote_reference"):
        return f'<div id="{escape("fn-" + token.meta["label"])}">' if token.nesting > 0 else "</div>"
    if token.nesting == 0:
        return str(parser.renderer.render([token], parser.options, {})).rstrip("\n")
    return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}{_class(token)}>"


def _class(token: Token) -> str:
    """The class that marks an alert, as an attribute."""
    return ' class="markdown-alert"' if token.attrGet("class") else ""


def _break_before_signatures(children: Sequence[Token]) -> None:
    """A line that begins with a dash names who is quoted: keep it a line by itself."""
    for token, after in pairwise(children):
        if token.type == "softbreak" and after.type == "text" and after.content.startswith(_DASHES):
            token.type, token.tag = "hardbreak", "br"


def _mark_alerts(tokens: Sequence[Token]) -> None:
    """Give a ``> [!NOTE]`` box its class, and take the sign away; ``> [!QUOTE]`` stays a quotation."""
    for box, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if box.type != "blockquote_open" or paragraph.type != "paragraph_open" or not inline.children:
            continue
        found = _ALERT.match(inline.content)
        if found is None:
            continue
        if found[1].lower() not in _QUOTING_ALERTS:
            box.attrSet("class", "markdown-alert")
        first = inline.children[0]
        first.content = first.content[len(found[0]) :] if first.content.startswith("[!") else first.content
