"""Reads wikitext: it is written as the page of elements that MediaWiki would make of it, which the HTML reader reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

from provenance.articles.article import Article, Format
from provenance.articles.html import assemble
from provenance.articles.page import parse
from provenance.text.language import guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mwparserfromhell.nodes import Node, Tag, Template
    from mwparserfromhell.wikicode import Wikicode

    from provenance.text.document import Block, Document

_CITING: Final = (
    "cite",
    "citation",
    "literatur",
    "internetquelle",
    "lien web",
    "ouvrage",
    "article",
    "cita",
    "cytuj",
    "bibl",
)
_SHORT: Final = frozenset("sfn sfnp sfnm harvnb harv harvp harvtxt harvcol".split())
_QUOTING: Final = (
    "quote",
    "quotation",
    "blockquote",
    "cquote",
    "zitat",
    "citation bloc",
    "citazione",
    "cytat",
)
_TRANSPARENT: Final = frozenset("lang nowrap nobr abbr transl langx small em strong".split())
_DROPPED_LINKS: Final = (
    "file:",
    "image:",
    "category:",
    "datei:",
    "bild:",
    "kategorie:",
    "fichier:",
    "catégorie:",
)
_RAW: Final = frozenset(("url", "online", "archive-url", "archiveurl", "archivurl", "lire en ligne"))
_INLINE_TAGS: Final = frozenset(
    "b i em strong u s del ins sub sup small q cite span blockquote p div br".split()
)
_BLOCK: Final = re.compile(r"\s{0,9}</?(?:blockquote|ol|ul|li|h[1-6]|p|div|footer)\b")
_NOTES: Final = "<!--notes-->"  # no comment of a page is written
_FIRST_WORDS: Final = 60  # characters of a block by which its line is found
_MARKUP: Final = r"[\s'\[\]|]{1,9}"  # what may stand between two words
_LOOKED_THROUGH: Final = 20_000  # characters of wikitext behind a block's beginning, its notes included
_LONGEST_NAME: Final = 200  # characters
_BLOCK_TAGS: Final = frozenset(("blockquote", "p", "div"))


def read_wikitext(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read wikitext.

    Args:
        text: The page.
        origin: Where it came from, for people.
        url: Its own address, if it has one.
    """
    import mwparserfromhell

    writer = _Writer()
    body = writer.written(mwparserfromhell.parse(text, skip_style_tags=False))
    article = assemble(
        parse(_in_blocks(_with_notes(body, writer.note_list()))), origin=origin, base=url, masked=False
    )
    metadata = replace(article.metadata, url=url, language=guess_language(article.document.text))
    document = replace(article.document, blocks=tuple(_blocks_with_lines(article.document, text)))
    return replace(article, format=Format.WIKITEXT, metadata=metadata, document=document)


def _blocks_with_lines(document: Document, text: str) -> Iterator[Block]:
    """The blocks with the line of the wikitext in which their first words stand.

    Where they are not found behind those of the block before, as those of a citation, it is the line of that block.
    """
    ends = [match.start() for match in re.finditer("\n", text)]
    place = 0
    for block in document.blocks:
        words = document.text[block.span.start : block.span.end][:_FIRST_WORDS].split()
        begins = re.compile(_MARKUP.join(map(re.escape, words[:4])))
        if found := begins.search(text, place, place + _LOOKED_THROUGH):
            place = found.start()
        yield replace(block, line=bisect_left(ends, place) + 1)


class _Writer:
    """Writes wikitext as HTML, and gathers its notes."""

    def __init__(self) -> None:
        self._notes: dict[str, str] = {}

    def written(self, code: Wikicode | None) -> str:
        """The HTML of some wikitext."""
        return "".join(self._node(node) for node in code.nodes) if code is not None else ""

    def note_list(self) -> str:
        """The list of the notes that were called."""
        items = "\n".join(f'<li id="{escape(name)}">{said}</li>' for name, said in self._notes.items())
        return f'<ol class="references">\n{items}\n</ol>' if items else ""

    def _node(self, node: Node) -> str:  # noqa: PLR0911 -- one for each kind of node
        from mwparserfromhell import nodes

        if isinstance(node, nodes.Text):
            return escape(str(node.value), quote=False)
        if isinstance(node, nodes.Template):
            return self._template(node)
        if isinstance(node, nodes.Tag):
            return self._tag(node)
        if isinstance(node, nodes.Wikilink):
            if str(node.title).strip().lower().startswith(_DROPPED_LINKS):
                return ""
            return self.written(node.text if node.text is not None else node.title)
        if isinstance(node, nodes.ExternalLink):
            return _anchor(str(node.url).strip(), self.written(node.title) or escape(str(node.url)))
        if isinstance(node, nodes.Heading):
            return f"\n\n<h{node.level}>{self.written(node.title).strip()}</h{node.level}>\n\n"
        return str(node) if isinstance(node, nodes.HTMLEntity) else ""

    def _tag(self, node: Tag) -> str:
        name = str(node.tag).strip().lower()
        if name == "ref":
            return self._note(node)
        if name == "references":
            self.written(node.contents)  # the notes that are defined there are called elsewhere
            return _NOTES
        if node.wiki_markup and name in {"li", "dd", "dt", "hr"}:
            return str(node.wiki_markup)
        if name not in _INLINE_TAGS:
            return (
                ""
                if name in {"nowiki", "math", "gallery", "pre", "source", "syntaxhighlight"}
                else self.written(node.contents)
            )
        inner = self.written(node.contents)
        edge = "\n\n" if name in _BLOCK_TAGS else ""
        return f"{edge}<{name}>{inner}</{name}>{edge}" if name != "br" else "<br>"

    def _note(self, node: Tag) -> str:
        stated = str(node.get("name").value).strip(" \"'") if node.has("name") else ""
        said = self.written(node.contents).strip()
        return self._call(stated or f"note {len(self._notes) + 1}", said)

    def _call(self, name: str, said: str = "") -> str:
        key = f"cite_note-{name[:_LONGEST_NAME]}"
        if said or key not in self._notes:
            self._notes[key] = said or self._notes.get(key, "")
        return f'<sup class="reference"><a href="#{escape(key)}">*</a></sup>'

    def _template(self, node: Template) -> str:
        name = str(node.name).strip().lower().replace("_", " ")
        stated = {
            (key := str(one.name).strip().lower()): (
                str(one.value) if key in _RAW else self.written(one.value)
            ).strip()
            for one in node.params
        }
        if name == "r":
            return "".join(self._call(value) for key, value in stated.items() if key.isdecimal())
        if name in _SHORT:
            return self._short(name, stated)
        if name.startswith(_CITING) and ({"title", "url", "titel", "titre", "título"} & stated.keys()):
            return _citation(stated)
        if name.startswith(_QUOTING) and (
            said := stated.get("text") or stated.get("1") or stated.get("quote")
        ):
            by = ", ".join(
                one
                for key in ("author", "autor", "2", "source", "quelle", "3", "title")
                if (one := stated.get(key))
            )
            footer = f"<footer>— {by}{stated.get('ref', '')}</footer>" if by or "ref" in stated else ""
            return f"\n\n<blockquote><p>{said}</p>{footer}</blockquote>\n\n"
        if name in _TRANSPARENT:
            return next((value for key, value in reversed(stated.items()) if key.isdecimal()), "")
        return _NOTES if name.startswith(("reflist", "references")) else ""

    def _short(self, name: str, stated: dict[str, str]) -> str:
        """A short citation, which names an entry by authors and year; ``sfn`` puts it into a note."""
        words = [stated[key] for key in sorted(stated) if key.isdecimal()]
        page = next((f", p. {stated[key]}" for key in ("p", "pp", "loc") if key in stated), "")
        said = f'<a href="#CITEREF{_anchor_name("".join(words))}">{" ".join(words)}</a>{page}'
        return self._call(re.sub(r"<[^>]{0,400}>", "", said), said) if name.startswith("sfn") else said


def _citation(stated: dict[str, str]) -> str:
    """A citation template as an entry that leads with names and year, its title linked."""

    def first(*names: str) -> str:
        return next((stated[name] for name in names if stated.get(name)), "")

    people = []
    for number in ("", "1", "2", "3", "4"):
        last = first(
            f"last{number}",
            f"author{number}",
            f"surname{number}",
            f"autor{number}",
            f"nom{number}",
            f"apellidos{number}",
        )
        given = first(f"first{number}", f"given{number}", f"prénom{number}", f"nombre{number}")
        people += [f"{last}, {given}" if given else last] if last else []
    date = first("date", "year", "datum", "jahr", "année", "fecha", "año", "data")
    year = re.search(r"\d{4}[a-z]?", date)
    families = "".join(one.partition(",")[0] for one in people[:4])
    url, archive, doi = (
        first("url", "online", "lire en ligne"),
        first("archive-url", "archiveurl", "archivurl"),
        first("doi"),
    )
    title = f"“{first('title', 'titel', 'titre', 'título', 'titolo')}”"
    pieces = [
        f"{'; '.join(people)} ({date})" if people and date else "; ".join(people),
        _anchor(url, title) if url.startswith("http") else title,
        f"<i>{work}</i>"
        if (
            work := first(
                "work",
                "newspaper",
                "website",
                "journal",
                "magazine",
                "publisher",
                "werk",
                "périodique",
                "obra",
            )
        )
        else "",
        date if not people else "",
        _anchor(archive, "Archived") if archive.startswith("http") else "",
        _anchor(f"https://doi.org/{doi}", f"doi:{doi}") if doi else "",
        f"<q>{quote}</q>" if (quote := first("quote", "zitat", "cita")) else "",
    ]
    anchor = _anchor_name(f"CITEREF{families}{year[0] if year else ''}")
    return f'<cite id="{anchor}">{". ".join(piece for piece in pieces if piece)}.</cite>'


def _with_notes(body: str, notes: str) -> str:
    """A page with the list of its notes where the page says, or at its end."""
    before, mark, behind = body.partition(_NOTES)
    return f"{before}\n\n{notes}\n\n{behind.replace(_NOTES, '')}" if mark else f"{body}\n\n{notes}"


def _anchor_name(words: str) -> str:
    """The name of an anchor: cut, as templates that nest would else write their words twice at each level."""
    return escape(words[:_LONGEST_NAME])


def _anchor(url: str, words: str) -> str:
    return f'<a href="{escape(url)}">{words}</a>'


def _in_blocks(body: str) -> str:
    """The blocks of a text whose paragraphs stand between blank lines and whose lists begin with signs."""
    written: list[str] = []
    paragraph: list[str] = []
    for line in [*body.split("\n"), ""]:
        bare = line.lstrip("*#:; ")
        is_item = line[:1] in {"*", "#"} and bare
        if (not line.strip() or is_item or _BLOCK.match(line)) and paragraph:
            written.append(f"<p>{' '.join(paragraph)}</p>")
            paragraph = []
        if is_item:
            written.append(f"<ul><li>{bare}</li></ul>")
        elif _BLOCK.match(line):
            written.append(line)
        elif line.strip():
            paragraph.append(bare)
        else:
            written.append("")
    return "\n".join(written)
