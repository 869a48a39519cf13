"""Tails: lines behind a quotation that name its source: "— Ann Lee, The Gazette", "[The Gazette]", a bare address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.links import ADDRESS, best_link, usable
from provenance.excerpts.mention import MentionKind, ends_with_any
from provenance.excerpts.mentions import mentions
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.excerpts.mention import Mention
    from provenance.excerpts.scene import Scene
    from provenance.languages.phrases import Word

LONGEST_TAIL = 200  # characters
_LONGEST_NAME_LINE = 6  # words of a line that is nothing but a name
_NAME_AND_LABEL = 3  # words: "Ann Lee Source"
_DEGREE = re.compile(r"[A-Z][a-z]?(?:\.[A-Z][a-z]{0,2}){1,2}\.?|PhD|MBA|MD")  # behind a name: "Ph.D."
_DASHES = ("—", "–", "-", "―", "~", "--")
_BRACKETS = {"[": "]", "(": ")", "（": "）", "【": "】"}
_STOPS = (".", "!", "?", ":", "：", "。")


@dataclass(frozen=True, slots=True)
class Tail:
    """A line that names the source of the quotation before it.

    Attributes:
        span: The line, spaces at its edges left out.
        outlet: The outlet it names.
        speaker: The person it names.
        link: The address it leads to.
        is_address: Whether it is nothing but an address.
    """

    span: Span
    outlet: str | None = None
    speaker: str | None = None
    link: str | None = None
    is_address: bool = False


def read_tail(scene: Scene, span: Span, *, inside: bool = False) -> Tail | None:
    """Read a line as a tail.

    Args:
        scene: The article.
        span: The line: a whole block, or an attribution inside a quotation's element.
        inside: Whether markup already says that it is an attribution.

    Returns:
        What it names, or None if it is no tail.
    """
    line = _stripped(scene.text, span)
    if not len(line) or len(line) > LONGEST_TAIL * (3 if ADDRESS.match(scene.text, line.start) else 1):
        return None
    text = scene.text[line.start : line.end]
    address = ADDRESS.match(text)
    if address and len(address[0]) >= len(text) - 2:
        return Tail(line, link=best_link(scene, line) or address[0], is_address=True)
    words = scene.language.words(scene.text, line.start, line.end)
    if not (inside or _is_tail(scene, line, text, words)):
        return None
    return _named(scene, line, words, inside=inside)


def is_address_line(scene: Scene, span: Span) -> bool:
    """Whether a block is nothing but an address."""
    tail = read_tail(scene, span)
    return tail is not None and tail.is_address


def is_bare_name(scene: Scene, span: Span) -> bool:
    """Whether a line is a name without a dash, a bracket, a label or a link, so that it may be a heading as well."""
    line = _stripped(scene.text, span)
    text = scene.text[line.start : line.end]
    words = scene.language.words(scene.text, line.start, line.end)
    signed = text.startswith((*_DASHES, *_BRACKETS)) or bool(_label_length(scene, words))
    return not signed and not scene.links_in(line) and _is_name_line(scene, text, words)


def _is_tail(scene: Scene, line: Span, text: str, words: Sequence[Word]) -> bool:
    """Whether a line looks like an attribution: a dash, a bracket, a label, a link to the source, a bare name."""
    if text.endswith((":", "：")):
        return False
    opening = _BRACKETS.get(text[0])
    if opening and text.rstrip(". ").endswith(opening):
        return len(words) <= 2 * _LONGEST_NAME_LINE and _names_or_links(scene, line, text, words)
    if text.startswith(_DASHES):
        return len(words) <= 3 * _LONGEST_NAME_LINE and not text.endswith(("!", "?"))
    if _label_length(scene, words):
        return True
    linked = bool(usable(scene, scene.links_in(line)))
    if scene.language.read_on.at(words, 0):
        return linked
    return _is_name_line(scene, text, words)


def _names_or_links(scene: Scene, line: Span, text: str, words: Sequence[Word]) -> bool:
    """Whether a bracketed line begins with a name or leads somewhere, and does not merely shout."""
    shouts = text.isupper() and len(words) > _LONGEST_NAME_LINE // 2 + 2
    found = mentions(words, scene.language, text=scene.text, known=scene.known)
    named = bool(found) and found[0].is_named and found[0].words.start <= 2
    return not shouts and (named or not scene.language.spaced or bool(usable(scene, scene.links_in(line))))


def _is_name_line(scene: Scene, text: str, words: Sequence[Word]) -> bool:
    """Whether a line is nothing but a name, or a person's with an office: "Ann Lee, head of the mill"."""
    if len(words) > 2 * _LONGEST_NAME_LINE or text.endswith(_STOPS) or not scene.language.spaced:
        return False
    found = mentions(words, scene.language, text=scene.text, known=scene.known)
    if not found or found[0].words.start or not _is_certain(scene, found[0]):
        return False
    rest = words[found[0].words.stop :]
    if not rest:
        return found[0].kind in {MentionKind.PERSON, MentionKind.OUTLET} and len(words) <= _LONGEST_NAME_LINE
    office = any(mention.kind in {MentionKind.ROLE, MentionKind.OUTLET} for mention in found[1:])
    plain = rest[0].text == "," and len(rest) > 1 and not scene.language.verbs.find(words)
    return found[0].kind is MentionKind.PERSON and plain and (office or _holds_office(scene, rest[1]))


def _is_certain(scene: Scene, mention: Mention) -> bool:
    """Whether, where nouns are capitalised, something shows that two capitals side by side are a name."""
    if not scene.language.nouns_capitalised or mention.kind is not MentionKind.PERSON:
        return True
    titled = len(mention.name) < len(mention.span)
    return titled or mention.gender is not None or scene.cast.knows(mention.name.split()[-1])


def _holds_office(scene: Scene, word: Word) -> bool:
    roles = (scene.language.roles, scene.language.roles_feminine)
    return any(ends_with_any(word.key, phrases) for phrases in roles)


def _label_length(scene: Scene, words: Sequence[Word]) -> int:
    """How many words a label such as "Source:" takes, its colon included; 0 if the line has none."""
    if not scene.language.spaced:
        plain = "".join(word.text for word in words[:8])
        return 1 if any(plain.startswith((label + "：", label + ":")) for label in _labels(scene)) else 0
    language = scene.language
    length = (
        language.source_labels.at(words, 0) or language.via.at(words, 0) or language.discovery.at(words, 0)
    )
    if length and len(words) > length and (words[length].text == ":" or language.discovery.at(words, 0)):
        return length + 1
    return length if length and language.via.at(words, 0) and len(words) <= _LONGEST_NAME_LINE else 0


def _labels(scene: Scene) -> Sequence[str]:
    return (*scene.language.source_labels.plain, *scene.language.via.plain)


def _named(scene: Scene, line: Span, words: Sequence[Word], *, inside: bool) -> Tail:
    if scene.language.discovery.at(words, 0):
        return Tail(line)
    link = best_link(scene, line) or _link_of_name(scene, line)
    words = _without_label(words, scene)
    found = [m for m in mentions(words, scene.language, text=scene.text, known=scene.known) if m.is_named]
    outlet = next((m.name for m in found if m.kind is MentionKind.OUTLET), None)
    speaker = next((m for m in found if m.kind is MentionKind.PERSON), None)
    bodies = (m for m in found if m.kind in {MentionKind.NAME, MentionKind.ORGANISATION})
    other = next((m for m in bodies if not _DEGREE.fullmatch(m.name)), None)
    if outlet is None and other is not None and (link or speaker is not None or _label_length(scene, words)):
        return Tail(line, other.name, speaker.name if speaker else None, link)
    if speaker is None and outlet is None:
        name = other.name if other is not None else _bare(scene, line, words, inside=inside)
        return Tail(
            line, _unspaced_outlet(scene, name), name if not _unspaced_outlet(scene, name) else None, link
        )
    return Tail(line, outlet, scene.cast.full_name(speaker.name) if speaker else None, link)


def _without_label(words: Sequence[Word], scene: Scene) -> Sequence[Word]:
    """The words of a line without the label at its end that only carries the link: "— Ann Lee Source"."""
    *before, last = words[-_NAME_AND_LABEL:]
    named = len(before) + 1 == _NAME_AND_LABEL and all(word.is_capitalised for word in (*before, last))
    if not named or before[0].key in scene.language.function_words:  # "The Harbour Source"
        return words
    return words[:-1] if last.key in scene.language.source_labels else words


def _link_of_name(scene: Scene, line: Span) -> str | None:
    """The link that is set on the one name of the line: there it leads to the source, unless the name is a person's."""
    links = usable(scene, scene.links_in(line))
    found = mentions(scene.language.words(scene.text, line.start, line.end), scene.language, text=scene.text)
    people = any(mention.kind is MentionKind.PERSON for mention in found)
    return links[-1].href if links and not people else None


def _bare(scene: Scene, line: Span, words: Sequence[Word], *, inside: bool) -> str | None:
    """The words of a short line that names nobody known, its dash and brackets left out."""
    text = scene.text[line.start : line.end].strip("—–-―~[]()（）【】 \u00a0.")
    for label in _labels(scene) if not scene.language.spaced else ():
        if text.startswith((label + "：", label + ":")):
            return text[len(label) + 1 :].strip(" 《》「」『』") or None
    return (
        text
        if inside and text and not scene.links_in(line) and len(words) <= 2 * _LONGEST_NAME_LINE
        else None
    )


def _unspaced_outlet(scene: Scene, name: str | None) -> str | None:
    if scene.language.spaced or name is None:
        return None
    return name if any(name.endswith(word) for word in scene.language.outlet_words.plain) else None


def _stripped(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
