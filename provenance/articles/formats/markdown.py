"""Reads Markdown: front matter, then HTML in which every block begins on its line of the file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import islice, pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from provenance.articles.article import Article, Format, Metadata
from provenance.articles.dates import iso_date
from provenance.articles.formats.html import assemble
from provenance.articles.notes.bibliography import bibliography
from provenance.articles.page import parse
from provenance.files.reading import parse_table
from provenance.languages.guessing import guess_language

_FENCED = re.compile(
    r"\A(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>.*?)\n(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(
    r"""^(?P<key>[A-Za-z][\w.-]{0,60})[ \t]*[:=][ \t]*(?:
    [>|][-+\d]{0,2}[ \t]*(?P<block>(?:\n+[ \t][^\n]*)+)
    | (?P<fence>\"""|''')(?P<long>[^\0]*?)(?P=fence)
    | (?P<mark>["'])(?P<marked>[^\n]*)(?P=mark)
    | [ \t\[]*(?P<plain>[^\n]*?)[ \t\]]*(?=[ ]\#|$))""",
    re.MULTILINE | re.VERBOSE,
)
"""A field of the top level; its last group is its value."""
_LONGEST = 200_000  # characters: the whole text may be a field
_SUBJECTS = (
    "external-url external_url externalurl external_link externallink bookmark-of bookmark_of in-reply-to in_reply_to "
    "link link_url linkurl source_url original_url"
).split()
"""Under which names link blogs state the page that a post is about."""

_ALERT = re.compile(r"\[!(\w{1,30})\][+-]?[ \t]{0,20}")
_QUOTING_ALERTS = frozenset(("quote", "cite"))
_DASHES = ("—", "–", "―", "--")


def read_markdown(
    text: str, *, origin: str = "", url: str | None = None, folder: Path | None = None
) -> Article:
    """Read Markdown; the document's text is what a reader sees when it is rendered."""
    stated = front_metadata(split_front_matter(text)[0])
    base = url or (stated.url if stated.url and "://" in stated.url else None)
    article = assemble(parse(render(dedent(shown_text(text)))), origin=origin, base=base, masked=False)
    return replace(
        article,
        format=Format.MARKDOWN,
        metadata=replace(
            stated,
            title=stated.title or article.document.first_heading,
            language=stated.language or guess_language(article.document.text),
            url=base,
        ),
        references=bibliography(yaml_front_matter(text), folder),
        folder=folder,
    )


def yaml_front_matter(text: str) -> str:
    """What stands between the fences of a Markdown file's front matter; empty where it is none, or TOML."""
    found = _FENCED.match(text[:_LONGEST])
    return found["body"] if found and found["fence"] == "---" else ""


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Part a Markdown file into its front matter and its text.

    Returns:
        The fields of the top level that are plain values (YAML lines, or TOML), and the text with blank lines in the
        front matter's place, so that line numbers hold.
    """
    found = _FENCED.match(text[:_LONGEST])
    if found is None:
        return {}, text
    read = _toml if found["fence"] == "+++" else _yaml
    return read(found["body"]), "\n" * found.group().count("\n") + text[found.end() :]


def _yaml(body: str) -> dict[str, str]:
    read = ((one["key"].lower(), one[one.lastgroup or 0]) for one in _FIELD.finditer(body))
    return {key: shown for key, value in read if (shown := " ".join(value.split()))}


def shown_text(text: str) -> str:
    """What sites show of a Markdown file: its text, or the longest of its front matter where nothing follows, and the title.

    Every character keeps its place: what is not shown is blank, and the title a heading, as far indented as the text.
    """
    found = _FENCED.match(text[:_LONGEST])
    if found is None:
        return text
    fields = [one for one in _FIELD.finditer(text, *found.span("body")) if one[one.lastgroup or 0].split()]
    titles = [one.span(one.lastgroup or 0) for one in fields if one["key"].lower() == "title"]
    texts = [one.span(one.lastgroup or 0) for one in fields if one.lastgroup in {"block", "long"}]
    front, indent = list(re.sub(r"[^\n]", " ", found[0])), 0
    if texts and not text[found.end() :].strip():
        start, end = max(texts, key=lambda span: span[1] - span[0])
        front[start:end] = text[start:end]
        indent = len(re.findall(r"^ *(?=\S)", text[start:end], re.MULTILINE)[0])
    for start, end in titles[:1]:
        words = text[start:end].lstrip()
        line, at = words.partition("\n")[0].rstrip(), end - len(words)
        front[at : at + len(line)] = line.replace("''", "\\'")
        front[min(text.rfind("\n", 0, at) + 1 + indent, at - 2)] = "#"
    return "".join(front) + text[found.end() :]


def _toml(body: str) -> dict[str, str]:
    try:
        fields = parse_table(body)
    except ValueError:
        return {}
    return {key.lower(): str(value) for key, value in fields.items() if not isinstance(value, (dict, list))}


def front_metadata(fields: Mapping[str, str]) -> Metadata:
    """The metadata that front matter states, by the names that site generators use."""

    def first(*names: str) -> str | None:
        return next((fields[name] for name in names if fields.get(name)), None)

    about = (fields[name] for name in _SUBJECTS if fields.get(name, "").startswith(("https://", "http://")))
    date = first("date", "published", "pubdate", "published_at", "publishdate")
    language = first("lang", "language", "locale")
    return Metadata(
        title=first("title"),
        published=iso_date(date) if date else None,
        url=first("canonical_url", "canonical", "canonicalurl", "url", "permalink"),
        site_name=first("site_name", "site", "publication", "outlet"),
        language=re.split("[-_]", language)[0].lower() if language else None,
        author=first("author", "authors", "byline"),
        subject=next(about, None),
    )


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
    """Render CommonMark, with tables and raw HTML, so that line numbers hold."""
    parser = markdown_parser()
    noted: dict[str, Any] = {}
    tokens = parser.parse(text, noted)
    _mark_alerts(tokens)
    pieces: list[str] = []
    line = 0
    for token in tokens:
        due = token.map[0] + (token.type == "fence") if token.map else 0  # the line of the file, from 0
        piece = "\n" * max(0, due - line) + _rendered(token, parser)
        line += piece.count("\n")
        pieces.append(piece)
    for number, note in noted.get("footnotes", {}).get("list", {}).items():
        if "tokens" in note:
            inner = parser.renderer.renderInline(note["tokens"], parser.options, {})  # type: ignore[attr-defined]
            pieces.append(f'<div id="fn in place {number}">{inner}</div>')
    return "".join(pieces)


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
    return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"


def _break_before_signatures(children: Sequence[Token]) -> None:
    """A line that begins with a dash names who is quoted: keep it a line by itself."""
    for token, after in pairwise(children):
        if token.type == "softbreak" and after.type == "text" and after.content.startswith(_DASHES):
            token.type, token.tag = "hardbreak", "br"


def _mark_alerts(tokens: Sequence[Token]) -> None:
    """Make the paragraphs of a ``> [!NOTE]`` box, where nobody is quoted, such of the text, and take the sign away; ``> [!QUOTE]`` stays a quotation."""
    for at, (box, paragraph, inline) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if box.type != "blockquote_open" or paragraph.type != "paragraph_open" or not inline.children:
            continue
        found = _ALERT.match(inline.content)
        if found is None:
            continue
        if found[1].lower() not in _QUOTING_ALERTS:
            ends = (one for one in tokens[at:] if one.type == "blockquote_close" and one.level == box.level)
            for token in (box, *islice(ends, 1)):
                token.hidden = True
        first = inline.children[0]
        first.content = first.content[len(found[0]) :] if first.content.startswith("[!") else first.content
