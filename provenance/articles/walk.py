"""The walk over a page's elements: flat blocks in reading order, and what the elements around them are dressed as.

Iterative, one pass, so that neither depth nor size of a hostile page matters.
"""

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
from provenance.articles.transcript import Transcript
from provenance.text.document import BlockKind

_QUOTATION_MARKS = tuple("\"“”„«»‹›'‘’‚「『")
_CALLING = frozenset("a sup sub button label span".split())  # elements that may call a note
_SMALL = frozenset(
    "a span i b em small sup".split()
)  # elements in which a page's number or a tooltip may stand
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


class _State(NamedTuple):
    """Where the walk stands: what the next text belongs to."""

    container: int = 0
    kind: BlockKind = BlockKind.PARAGRAPH
    linked: bool = False
    kept: bool = False


class _Walker:
    """One walk: enters and leaves elements, and keeps the state of those it is in."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        outermost = BlockElement(root, str(root.tag), root.get("class"), root.get("style"), root.get("id"))
        self._walk = Walk(containers=[outermost], parents=[0])
        self._transcript = self._walk.transcript
        self._states = [_State()]
        self._stretches: list[Stretch | None] = []

    def run(self) -> Walk:
        from lxml.etree import iterwalk

        steps = iterwalk(self._root, events=("start", "end"))
        skipped: HtmlElement | None = None
        for event, element in steps:
            if event == "start":
                tag, names, style = str(element.tag), element.get("class"), element.get("style")
                look = look_of(tag, names)
                if look.unread or self._is_hidden(element, tag, style, look):
                    skipped = element
                    self._walk.hidden.append(element)
                    if tag in _CALLING:
                        self._noted(element, tag, look, None, element.get("id"))
                    if tag in elements.PICTURES:
                        self._walk.pictures.append(self._transcript.length)
                    steps.skip_subtree()
                else:
                    self._enter(BlockElement(element, tag, names, style, element.get("id")), look)
            else:
                if element is not skipped:
                    self._leave(element)
                if tail := element.tail:
                    self._write(tail)
        return self._walk

    def _is_hidden(self, element: HtmlElement, tag: str, style: str | None, look: Look) -> bool:
        """Whether an element hides its text, or is the call of a note behind some text of its block."""
        if tag in _SMALL and element.attrib and is_inserted_label(element, look, self._transcript.before):
            return True
        if is_struck(element, tag, style):
            self._walk.struck.append((self._transcript.length, element))
            return True
        if tag == "a":
            return says_it_calls_a_note(element) or is_hidden(element, tag, style)
        return is_hidden(element, tag, style) or (
            tag == "sup" and is_note_call(element, self._transcript.before)
        )

    def _enter(self, entered: BlockElement, look: Look) -> None:
        element, tag, _, style, name = entered
        self._walk.size += 1
        self._transcript.line = max(self._transcript.line, element.sourceline or 0)
        state = self._states[-1]
        if tag in elements.BLOCKS:
            self._transcript.end_block()
            self._walk.containers.append(entered)
            self._walk.parents.append(state.container)
            container = len(self._walk.parents) - 1
            state = _State(container, _kind(tag, state.kind), state.linked, state.kept or tag == "pre")
        elif tag == "br" and state.kept:
            self._write("\n")
        elif tag == "br":
            self._transcript.break_line()
        elif tag == "a":
            state = _State(state.container, state.kind, linked=True, kept=state.kept)
        self._states.append(state)
        self._stretches.append(self._noted(element, tag, look, _dress(element, tag, look, style), name))
        self._walk.depth = max(self._walk.depth, len(self._states))
        if tag == "q" and not _is_marked(element):
            self._write("“")
        if text := element.text:
            self._write(text)

    def _leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "q" and not _is_marked(element):
            self._write("”")
        self._states.pop()
        if (stretch := self._stretches.pop()) is not None:
            stretch.end = self._transcript.length
        if tag in elements.BLOCKS:
            self._transcript.end_block()

    def _noted(
        self, element: HtmlElement, tag: str, look: Look, dress: Dress | None, name: str | None
    ) -> Stretch | None:
        """Keep an element that is dressed as something, or may be a note or call one."""
        if not name and tag == "a":
            name = element.get("name")
        calls = tag in _CALLING and (tag == "sup" or bool(element.attrib))
        if dress is None and not name and not look.beside and not calls:
            return None
        start = self._transcript.length
        stretch = Stretch(element, look.classes, start, start, self._states[-1].container)
        if dress is not None:
            self._walk.stretches[dress].append(stretch)
        if name:
            self._walk.targets.setdefault(name, stretch)
        if look.beside:
            self._walk.side_notes.append(stretch)
        if calls:
            self._walk.calling.append(stretch)
        return stretch

    def _write(self, text: str) -> None:
        container, kind, linked, kept = self._states[-1]
        self._transcript.write(text, kind, container, linked=linked, kept=kept)


def _dress(element: HtmlElement, tag: str, look: Look, style: str | None) -> Dress | None:
    """What an element is dressed as, by its style too; no link is one that leads nowhere."""
    if look.dress is Dress.LINK and element.get("href") is None:
        return None
    if look.dress is None and tag in INDENTING and is_indented(element, tag, style):
        return Dress.INDENT
    return look.dress


def _kind(tag: str, around: BlockKind) -> BlockKind:
    inherits = tag == "div" or (around in _INHERITED and tag != "blockquote")
    return elements.KINDS.get(tag, around if inherits else BlockKind.PARAGRAPH)


def _is_marked(element: HtmlElement) -> bool:
    """Whether a page has put its own mark at the edge of a ``<q>``, where a browser puts one else."""
    return (element.text or "").lstrip().startswith(_QUOTATION_MARKS)
