"""The script that turns wikitext into HTML in a process of its own: its parser is not bounded. It imports nothing of this package.

Standard input: wikitext. Standard output: HTML, with the list of notes where the page says, or at its end.
"""

import re
import sys
from collections.abc import Mapping
from html import escape

from mwparserfromhell.nodes import Node, Tag, Template
from mwparserfromhell.wikicode import Wikicode

CITING = (*"cite citation literatur internetquelle ouvrage article cita cytuj".split(), "lien web")
SHORT = frozenset("sfn sfnp sfnm harvnb harv harvp harvtxt harvcol".split())
QUOTING = ("quote", "quotation", "blockquote", "cquote", "zitat", "citation bloc", "citazione", "cytat")
TRANSPARENT = frozenset("lang nowrap nobr abbr transl langx small em strong".split())
FIELDS = {
    "title": ("title", "titel", "titre", "título", "titolo"),
    "date": ("date", "year", "datum", "jahr", "année", "fecha", "año", "data"),
    "url": ("url", "online", "lire en ligne"),
    "archive": ("archive-url", "archiveurl", "archivurl"),
    "work": tuple("work newspaper website journal magazine publisher werk périodique obra".split()),
    "quote": ("quote", "zitat", "cita"),
    "family": ("last", "author", "surname", "autor", "nom", "apellidos"),
    "given": ("first", "given", "prénom", "nombre"),
    "quoted": ("text", "1", "quote"),
}
ADDRESSES = frozenset((*FIELDS["url"], *FIELDS["archive"]))
DROPPED_LINKS = ("file:", "image:", "category:", "datei:", "bild:", "kategorie:", "fichier:", "catégorie:")
INLINE_TAGS = frozenset("b i em strong u s del ins sub sup small q cite span blockquote p div br".split())
BLOCK_TAGS = frozenset(("blockquote", "p", "div"))
UNREAD_TAGS = frozenset(("nowiki", "math", "gallery", "pre", "source", "syntaxhighlight"))
BLOCK = re.compile(r"\s{0,9}</?(?:blockquote|ol|ul|li|h[1-6]|p|div|footer)\b")
NOTES = "<!--notes-->"  # no comment of a page is written
LONGEST_NAME = 200
"""Characters of an anchor: templates that nest would else write their words twice at each level."""


def main() -> None:
    """Read wikitext, write HTML."""
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    sys.stdout.buffer.write(html_of(text).encode("utf-8", "replace"))
    sys.stdout.flush()


def html_of(text: str) -> str:
    """The HTML of a page of wikitext."""
    import mwparserfromhell

    writer = Writer()
    body = writer.written(mwparserfromhell.parse(text, skip_style_tags=False))
    before, _, behind = body.partition(NOTES)
    return _in_blocks(f"{before}\n\n{writer.note_list()}\n\n{behind.replace(NOTES, '')}")


class Writer:
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
            if str(node.title).strip().lower().startswith(DROPPED_LINKS):
                return ""
            return self.written(node.text if node.text is not None else node.title)
        if isinstance(node, nodes.ExternalLink):
            return _anchor(str(node.url).strip(), self.written(node.title) or escape(str(node.url)))
        if isinstance(node, nodes.Heading):
            return f"\n\n<h{node.level}>{self.written(node.title).strip()}</h{node.level}>\n\n"
        return str(node) if isinstance(node, nodes.HTMLEntity) else ""

    def _tag(self, node: Tag) -> str:
        name = str(node.tag).strip().lower()
        if node.wiki_markup and name in {"li", "dd", "dt", "hr"}:
            return str(node.wiki_markup)
        inner = "" if name in UNREAD_TAGS else self.written(node.contents)
        if name == "ref":
            stated = str(node.get("name").value).strip(" \"'") if node.has("name") else ""
            return self._call(stated or f"note {len(self._notes) + 1}", inner.strip())
        if name == "references":
            return NOTES  # the notes that are defined in it are called elsewhere
        if name not in INLINE_TAGS:
            return inner
        edge = "\n\n" if name in BLOCK_TAGS else ""
        return f"{edge}<{name}>{inner}</{name}>{edge}" if name != "br" else "<br>"

    def _call(self, name: str, said: str = "") -> str:
        key = f"cite_note-{name[:LONGEST_NAME]}"
        if said or key not in self._notes:
            self._notes[key] = said or self._notes.get(key, "")
        return f'<sup class="reference"><a href="#{escape(key)}">*</a></sup>'

    def _template(self, node: Template) -> str:
        name = str(node.name).strip().lower().replace("_", " ")
        stated = {
            (key := str(one.name).strip().lower()): (
                str(one.value) if key in ADDRESSES else self.written(one.value)
            ).strip()
            for one in node.params
        }
        numbered = [value for key, value in sorted(stated.items()) if key.isdecimal()]
        if name == "r":
            return "".join(map(self._call, numbered))
        if name in SHORT:
            return self._short(name, numbered, stated)
        if name.startswith(CITING) and (_field(stated, "title") or _field(stated, "url")):
            return _citation(stated)
        if name.startswith(QUOTING) and (said := _field(stated, "quoted")):
            by = ", ".join(
                filter(None, map(stated.get, ("author", "autor", "2", "source", "quelle", "3", "title")))
            )
            footer = f"<footer>— {by}{stated.get('ref', '')}</footer>" if by or "ref" in stated else ""
            return f"\n\n<blockquote><p>{said}</p>{footer}</blockquote>\n\n"
        if name in TRANSPARENT:
            return numbered[-1] if numbered else ""
        return NOTES if name.startswith(("reflist", "references")) else ""

    def _short(self, name: str, words: list[str], stated: Mapping[str, str]) -> str:
        """A short citation, which names an entry by authors and year; ``sfn`` puts it into a note."""
        page = next((f", p. {stated[key]}" for key in ("p", "pp", "loc") if key in stated), "")
        said = f'<a href="#CITEREF{_anchor_name("".join(words))}">{" ".join(words)}</a>{page}'
        return self._call(re.sub(r"<[^>]{0,400}>", "", said), said) if name.startswith("sfn") else said


def _field(stated: Mapping[str, str], name: str, number: str = "") -> str:
    """What a template states under one of the names that a field has."""
    return next((said for key in FIELDS[name] if (said := stated.get(key + number))), "")


def _citation(stated: Mapping[str, str]) -> str:
    """A citation template as an entry that leads with names and year, its title linked."""
    numbers = [number for number in ("", "1", "2", "3", "4") if _field(stated, "family", number)]
    families = [_field(stated, "family", number) for number in numbers]
    given = [_field(stated, "given", number) for number in numbers]
    people = "; ".join(", ".join(filter(None, pair)) for pair in zip(families, given, strict=True))
    date, url, archive = (_field(stated, name) for name in ("date", "url", "archive"))
    doi = stated.get("doi")
    year = re.search(r"\d{4}[a-z]?", date)
    title = f"“{_field(stated, 'title')}”"
    pieces = [
        f"{people} ({date})" if people and date else people,
        _anchor(url, title) if url.startswith("http") else title,
        f"<i>{work}</i>" if (work := _field(stated, "work")) else "",
        date if not people else "",
        _anchor(archive, "Archived") if archive.startswith("http") else "",
        _anchor(f"https://doi.org/{doi}", f"doi:{doi}") if doi else "",
        f"<q>{quote}</q>" if (quote := _field(stated, "quote")) else "",
    ]
    surnames = "".join(one.partition(",")[0] for one in families[:4])
    anchor = _anchor_name(f"CITEREF{surnames}{year[0] if year else ''}")
    return f'<cite id="{anchor}">{". ".join(filter(None, pieces))}.</cite>'


def _anchor_name(words: str) -> str:
    return escape(words[:LONGEST_NAME])


def _anchor(url: str, words: str) -> str:
    return f'<a href="{escape(url)}">{words}</a>'


def _in_blocks(body: str) -> str:
    """The blocks of a text whose paragraphs stand between blank lines and whose lists begin with signs."""
    written: list[str] = []
    paragraph: list[str] = []
    for line in [*body.split("\n"), ""]:
        bare = line.lstrip("*#:; ")
        is_item = line[:1] in {"*", "#"} and bare
        if (not line.strip() or is_item or BLOCK.match(line)) and paragraph:
            written.append(f"<p>{' '.join(paragraph)}</p>")
            paragraph = []
        if is_item:
            written.append(f"<ul><li>{bare}</li></ul>")
        elif line.strip() and not BLOCK.match(line):
            paragraph.append(bare)
        else:
            written.append(line)
    return "\n".join(written)


if __name__ == "__main__":
    main()
