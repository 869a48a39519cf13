"""Layout: blockquotes that are boxes, tips, lists, teasers, headings; nobody's quoted words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.text.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.text.document import Block

BOX_CLASSES = frozenset(
    "testimonial testimonials testimonial-quote testimonial__quote review customer-review callout tip note info-box "
    "infobox warning alert notice box hint summary-box takeaway takeaways related related-posts recipe highlight-box "
    "admonition markdown-alert".split()
)
"""Class names that site systems give to boxes that are no quotations."""

_NOTE = re.compile(
    r"(?:note|notes|tip|tips|pro tip|hint|info|warning|important|update|caution|disclaimer|did you know|fun fact|"
    r"read more|read also|see also|related|hinweis|tipp|achtung|wichtig|info|übrigens|schon gewusst|gut zu wissen|"
    r"lesetipp|lesen sie auch|mehr lesen|mehr dazu|à noter|attention|astuce|bon à savoir|remarque|à lire aussi|"
    r"lire aussi|nota|consejo|importante|ojo|lea también|leer más|dica|atenção|leia também|saiba mais|attenzione|"
    r"consiglio|leggi anche|let op|lees ook|uwaga|czytaj także|важно|примечание|читайте также|важливо|примітка|"
    r"читайте також|注意|提示|ヒント)\s?(?:[:：?？!–—]|$)",
    re.IGNORECASE,
)
"""How a tip, a warning or a teaser begins."""

_FIELD = re.compile(r"([^\s:][^:\n]{0,39})\s?:\s?(.{0,120})$")
_SENTENCE_END = tuple(".!?…。！？:")
_MARKS = frozenset('"“”„«»‹›「」『』')


def is_note(text: str) -> bool:
    """Whether ``text`` begins as a tip or a teaser does ("Note:", "Read more:")."""
    return _NOTE.match(text) is not None


def is_label(text: str) -> bool:
    """Whether ``text`` is a heading in a box: a few words that end no sentence and stand in no quotation marks."""
    return len(text.split()) <= 5 and not text.endswith(_SENTENCE_END) and _MARKS.isdisjoint(text)


def is_form(lines: Sequence[str]) -> bool:
    """Whether most lines are fields with a name of their own ("Price: 12 euros"), as in a table or a listing.

    In a transcript the names come back and the values are long.
    """
    fields = [found for line in lines if (found := _FIELD.match(line))]
    names = {found.group(1).casefold() for found in fields}
    return len(fields) >= 2 and len(fields) >= 0.6 * len(lines) and len(names) == len(fields)


def is_list(blocks: Sequence[Block]) -> bool:
    """Whether most blocks are items, cells or headings."""
    listed = sum(block.kind in {BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.HEADING} for block in blocks)
    return listed > 0.6 * len(blocks)
