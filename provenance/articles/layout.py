"""Layout: blockquotes that are boxes, tips, lists, teasers, headings; nobody's quoted words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.text.document import BlockKind
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.tokens import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.text.document import Block

_NOTE = re.compile(
    r"(?:note|notes|tip|tips|pro tip|hint|info|warning|important|update|caution|disclaimer|disclosure|full disclosure|"
    r"correction|editor.?s note|author.?s note|aside|side ?note|edit|fyi|p\.? ?s\.?|n\.? ?b\.?|nota bene|summary|key takeaways?|tl;?dr|spoiler alert|did you know|fun fact|"
    r"read more|read also|see also|related|hinweis|tipp|achtung|wichtig|übrigens|schon gewusst|gut zu wissen|"
    r"lesetipp|lesen sie auch|mehr lesen|mehr dazu|anmerkung|anm\. d\. red\.|korrektur|zusammenfassung|"
    r"transparenzhinweis|offenlegung|à noter|attention|astuce|bon à savoir|remarque|à lire aussi|lire aussi|"
    r"voir aussi|à voir aussi|siehe auch|auch interessant|puedes ver|mira también|ver también|te puede interesar|"
    r"veja também|leia mais|guarda anche|zie ook|zobacz też|note de la rédaction|nota|consejo|importante|ojo|lea también|leer más|nota de la redacción|dica|atenção|"
    r"leia também|saiba mais|nota da redação|attenzione|consiglio|leggi anche|let op|lees ook|uwaga|czytaj także|"
    r"важно|примечание|читайте также|важливо|примітка|читайте також|注意|提示|ヒント)\s?(?:[:：?？!–—]|$)",
    re.IGNORECASE,
)
"""How a tip, a warning, an editor's note or a teaser begins."""

_ADDRESSED = re.compile(
    r"(?:please )?note that\b|(?:bitte )?beachten sie\b|veuillez noter\b|tenga en cuenta\b|si prega di notare\b|"
    r"обратите внимание\b|зверніть увагу\b",
    re.IGNORECASE,
)
"""How a note begins that has no label."""

_CALL = re.compile(
    r"(?:sign up|subscribe|follow us|join us|join our|support us|support our|donate|get our|jetzt abonnieren|"
    r"abonnieren sie|folgen sie|unterstützen sie|abonnez-vous|inscrivez-vous|suscríbete|síguenos|iscriviti|seguici|"
    r"assine|siga-nos|подпис|підпис)\b",
    re.IGNORECASE,
)
"""How a page asks its readers for something."""

_ABOUT = re.compile(
    r"(?:^|[.!?]\s)(?:about|über|zur person|à propos de|qui est|sobre|acerca de|chi è|over|об авторе|про автора)\b"
    r"[^.!?:]{0,60}[:：]?$",
    re.IGNORECASE,
)
"""How a page announces who its author or its guest is."""

_LONGEST_APPEAL = 500  # characters
_MAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}\b")
"""An address to which readers may write; nobody who is quoted gives theirs."""

_FIELD = re.compile(r"([^\s:][^:\n]{0,39})\s?:\s?(.{0,120})$")
_SENTENCE_END = (*SENTENCE_ENDS, ":")
MARKS = frozenset('"“”„«»‹›「」『』')


def is_note(text: str) -> bool:
    """Whether ``text`` begins as a tip, a teaser or an appeal does ("Note:", "Read more:", "Sign up")."""
    if _NOTE.match(text) or _ADDRESSED.match(text):
        return True
    if len(text) < _LONGEST_APPEAL and _MAIL.search(text):
        return True
    return len(text) < 300 and _CALL.match(text) is not None


def introduces_person(text: str) -> bool:
    """Whether ``text``, which stands before a box, says that the box is about somebody ("About the author:")."""
    return _ABOUT.search(text[-120:]) is not None


def is_label(text: str) -> bool:
    """Whether ``text`` is a heading in a box: a few words that end no sentence and stand in no quotation marks."""
    return count_words(text) <= 5 and not text.endswith(_SENTENCE_END) and MARKS.isdisjoint(text)


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
