"""The walk over a page's elements: flat blocks in reading order, and what the elements around them are dressed as.

Iterative, one pass, so that neither depth nor size of a hostile page matters.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.html import HtmlElement

from provenance.articles import elements
from provenance.articles.elements import (
    INDENTING,
    Dress,
    Look,
    is_hidden,
    is_indented,
    is_inserted_label,
    is_struck,
    look_of,
)
from provenance.articles.notes.superscripts import is_note_call, says_it_calls_a_note
from provenance.articles.transcript import Place, Transcript
from provenance.text.document import BlockKind

_QUOTATION_MARKS = tuple("\"“”„«»‹›'‘’‚「『")
_CALLING = frozenset("a sup sub button label span".split())  # elements that may call a note
_TELLING = frozenset("sup rp form del s strike".split())  # elements that may hide their text by their tag
_INHERITED = frozenset((BlockKind.LIST_ITEM, BlockKind.CAPTION))


@dataclass(slots=True)
class Stretch:
    """An element that matters, and the text it holds."""

    element: HtmlElement  # the element
    classes: frozenset[str]  # its class names, lower case
    start: int  # its first character, or the white space before it
    end: int  # just past its last
    container: int  # the number of the block element around it, or its own if it is one


class BlockElement(NamedTuple):
    """A block element, with what every later pass asks it for: each question to the tree makes a new string."""

    element: HtmlElement  # the element
    tag: str  # its tag
    names: str | None  # its class names, as they stand
    style: str | None  # its style
    id: str | None  # its id


@dataclass(slots=True)
class Walk:
    """What the walk brings home."""

    transcript: Transcript = field(default_factory=Transcript)  # the text and its blocks
    # The block elements in document order; a block knows its own by number.
    containers: list[BlockElement] = field(default_factory=list)
    # For each of them the number of the one around it; the first is its own.
    parents: list[int] = field(default_factory=list)
    # Links, emphasis, quotations and attributions, each in order of their starts.
    stretches: dict[Dress, list[Stretch]] = field(default_factory=lambda: {dress: [] for dress in Dress})
    hidden: list[HtmlElement] = field(default_factory=list)  # the elements that were passed over
    # Those of them that are struck through, each with the length of the text before it.
    struck: list[tuple[int, HtmlElement]] = field(default_factory=list)
    # Where one of them stood that shows something: the length of the text before it.
    pictures: list[int] = field(default_factory=list)
    # The elements that links within the page may lead to, by their `id` or `name`.
    targets: dict[str, Stretch] = field(default_factory=dict)
    # The elements that their class sets beside the text.
    side_notes: list[Stretch] = field(default_factory=list)
    # The elements that may call a note, hidden ones included, in order.
    calling: list[Stretch] = field(default_factory=list)
    depth: int = 0  # how deep the elements nest
    size: int = 0  # how many elements there are


def walk(root: HtmlElement) -> Walk:
    """Read the page under ``root`` as a reader would."""
    return _Walker(root).run()


class _Walker:
    """One walk: enters and leaves elements, and keeps the place of those it is in."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        outermost = BlockElement(root, str(root.tag), root.get("class"), root.get("style"), root.get("id"))
        self._walk = Walk(containers=[outermost], parents=[0])
        self._transcript = self._walk.transcript
        self._places = [Place()]
        # The elements that it is in: whether each is a block, and what was noted of it.
        self._entered: list[tuple[bool, Stretch | None]] = []
        self._depths: list[int] = []  # of each that it was in

    def run(self) -> Walk:
        from lxml.etree import iterwalk

        steps = iterwalk(self._root, events=("start", "end"))
        skipped: HtmlElement | None = None
        for event, element in steps:
            if event == "start":
                tag, attributes = str(element.tag), dict(element.items())
                look = look_of(tag, attributes.get("class"))
                if look.unread or self._is_hidden(element, tag, attributes, look):
                    skipped = element
                    self._walk.hidden.append(element)
                    if tag in _CALLING:
                        self._noted(element, tag, attributes, look, None)
                    if tag in elements.PICTURES:
                        self._walk.pictures.append(self._transcript.length)
                    steps.skip_subtree()
                else:
                    self._enter(element, tag, attributes, look)
            else:
                if element is not skipped:
                    self._leave(element)
                if tail := element.tail:
                    self._transcript.write(tail, self._places[-1])
        self._walk.size, self._walk.depth = len(self._depths), max(self._depths, default=0)
        return self._walk

    def _is_hidden(self, element: HtmlElement, tag: str, attributes: Mapping[str, str], look: Look) -> bool:
        """Whether an element hides its text, or is the call of a note behind some text of its block."""
        if not attributes and tag not in _TELLING:
            return False
        role = ""
        if tag in elements.SMALL and attributes:
            role = f"{attributes.get('role', '')} {attributes.get('epub:type', '')}"
            if is_inserted_label(element, look, role, self._transcript.before):
                return True
        if is_struck(element, tag, attributes.get("style")):
            self._walk.struck.append((self._transcript.length, element))
            return True
        if tag == "a" and says_it_calls_a_note(element, role):
            return True
        return is_hidden(element, tag, attributes) or (
            tag == "sup" and is_note_call(element, self._transcript.before)
        )

    def _enter(self, element: HtmlElement, tag: str, attributes: Mapping[str, str], look: Look) -> None:
        transcript, place = self._transcript, self._places[-1]
        if (line := element.sourceline or 0) > transcript.line:
            transcript.line = line
        if look.is_block:
            transcript.end_block()
            place = Place(
                len(self._walk.parents), _kind(tag, place.kind), place.linked, place.kept or tag == "pre"
            )
            self._walk.parents.append(self._places[-1].container)
            get = attributes.get
            self._walk.containers.append(BlockElement(element, tag, get("class"), get("style"), get("id")))
        elif tag == "br" and place.kept:
            transcript.write("\n", place)
        elif tag == "br":
            transcript.break_line()
        elif tag == "a":
            place = Place(place.container, place.kind, linked=True, kept=place.kept)
        self._places.append(place)
        dress = _dress(element, tag, attributes, look)
        self._entered.append((look.is_block, self._noted(element, tag, attributes, look, dress)))
        self._depths.append(len(self._places))
        if tag == "q" and not _is_marked(element):
            transcript.write("“", place)
        if text := element.text:
            transcript.write(text, place)

    def _leave(self, element: HtmlElement) -> None:
        if element.tag == "q" and not _is_marked(element):
            self._transcript.write("”", self._places[-1])
        self._places.pop()
        is_block, stretch = self._entered.pop()
        if stretch is not None:
            stretch.end = self._transcript.length
        if is_block:
            self._transcript.end_block()

    def _noted(
        self,
        element: HtmlElement,
        tag: str,
        attributes: Mapping[str, str],
        look: Look,
        dress: Dress | None,
    ) -> Stretch | None:
        """Keep an element that is dressed as something, or may be a note or call one."""
        name = attributes.get("id") or (attributes.get("name") if tag == "a" else None)
        calls = tag == "sup" or (bool(attributes) and tag in _CALLING and not _leads_off(element, attributes))
        if dress is None and not name and not look.beside and not calls:
            return None
        start = self._transcript.length
        stretch = Stretch(element, look.classes, start, start, self._places[-1].container)
        if dress is not None:
            self._walk.stretches[dress].append(stretch)
        if name:
            self._walk.targets.setdefault(name, stretch)
        if look.beside:
            self._walk.side_notes.append(stretch)
        if calls:
            self._walk.calling.append(stretch)
        return stretch


def _leads_off(element: HtmlElement, attributes: Mapping[str, str]) -> bool:
    """Whether an element is a link to another page and nothing else, as most links are."""
    href = attributes.get("href") or "#"
    return "#" not in href and not href.startswith("j") and not len(element)


def _dress(element: HtmlElement, tag: str, attributes: Mapping[str, str], look: Look) -> Dress | None:
    """What an element is dressed as, by its style too; no link is one that leads nowhere."""
    if look.dress is Dress.LINK and "href" not in attributes:
        return None
    if look.dress is None and tag in INDENTING and is_indented(element, tag, attributes.get("style")):
        return Dress.INDENT
    return look.dress


def _kind(tag: str, around: BlockKind) -> BlockKind:
    inherits = tag == "div" or (around in _INHERITED and tag != "blockquote")
    return elements.KINDS.get(tag, around if inherits else BlockKind.PARAGRAPH)


def _is_marked(element: HtmlElement) -> bool:
    """Whether a page has put its own mark at the edge of a ``<q>``, where a browser puts one else."""
    return (element.text or "").lstrip().startswith(_QUOTATION_MARKS)
