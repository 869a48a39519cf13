"""What a candidate is there for: an explicit, ordered table of tests, the first of which that holds decides; the words they look for."""

import re
from collections.abc import Callable, Sequence
from itertools import islice

from provenance.articles.article import QuoteRole
from provenance.articles.class_names import names_box, names_of, names_pull_quote
from provenance.articles.embeds import is_embed
from provenance.articles.quote_candidates import QuoteCandidate, WalkedPage, without
from provenance.languages.notices import notice
from provenance.text.document import Block, BlockKind
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span
from provenance.text.tokens import count_words

_SAME_THREAD = frozenset("bbcodeblock-sourcejump quote-jump postquote-jump".split())
"""Class names of the link by which a forum's quote box leads to the post it repeats."""

_BEHIND_LABEL = re.compile(r"\s?(?:[:：?？!–—]|$)")
_OPENS = re.compile(r"(?:^|[.!?]\s)$")
_ENDS = re.compile(r"[^.!?:]{0,60}[:：]?$")
_LONGEST_APPEAL = 500  # characters
_MAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}\b")
"""An address to which readers may write; nobody who is quoted gives theirs."""

_FIELD = re.compile(r"([^\s:][^:\n]{0,39})\s?:\s?(.{0,120})$")
_SENTENCE_END = (*SENTENCE_ENDS, ":")
MARKS = frozenset('"“”„«»‹›「」『』')


def role_of(candidate: QuoteCandidate, page: WalkedPage) -> QuoteRole:
    """What ``candidate`` is there for, by what can be seen in it and around it."""
    return next((role for role, holds in _TESTS if holds(candidate, page)), QuoteRole.QUOTATION)


def quoted_text(candidate: QuoteCandidate, page: WalkedPage) -> str:
    """What a candidate says, its attributions left out."""
    spans = without(Span(candidate.start, candidate.end), candidate.attributions)
    return "\n\n".join(span.of(page.text).strip() for span in spans).strip()


def _is_embed(candidate: QuoteCandidate, page: WalkedPage) -> bool:
    text = page.text[candidate.start : candidate.end]
    links = (stretch.element.get("href") or "" for stretch in page.links(candidate.start, candidate.end))
    return is_embed(candidate.classes, candidate.element.get("cite"), text, links)


def _repeats_thread(candidate: QuoteCandidate, _: WalkedPage) -> bool:
    return any(not _SAME_THREAD.isdisjoint(names_of(link)) for link in candidate.element.iter("a"))


def _is_boxed(candidate: QuoteCandidate, _: WalkedPage) -> bool:
    around = islice(candidate.element.iterancestors(), 2)
    near = (name for each in around for name in names_of(each))
    return any(map(names_box, candidate.classes)) or any(map(names_box, near))


def _is_teaser(candidate: QuoteCandidate, page: WalkedPage) -> bool:
    """Whether it is little else than a link, and no sentence of somebody's: a headline, or a call ("Play it now!")."""
    text = quoted_text(candidate, page)
    linked = sum(stretch.end - stretch.start for stretch in page.links(candidate.start, candidate.end))
    if len(text) > 250 or linked < 0.6 * len(text):
        return False
    calls = text.endswith("!") and linked >= 0.9 * len(text) and not page.announcement(candidate.start)
    return calls or not text.endswith((".", "!", "?", "”", '"', "“", "»"))


def _is_biography(candidate: QuoteCandidate, page: WalkedPage) -> bool:
    """Whether the box says who somebody is: one of the two blocks before, a caption left out, announces it."""
    index = page.index(candidate.start)
    before = page.document.blocks[max(0, index - 2) : index]
    told = [block for block in before if block.kind is not BlockKind.CAPTION]
    return bool(told) and introduces_person(told[-1].span.of(page.text).strip())


def _is_listing(candidate: QuoteCandidate, page: WalkedPage) -> bool:
    """Whether it is a heading, a list or a form; in a blockquote after a colon even these are quoted."""
    if page.announcement(candidate.start) and not candidate.is_indent:
        return False
    lines = [line for line in quoted_text(candidate, page).split("\n") if line.strip()]
    blocks = page.blocks(candidate.start, candidate.end)
    return is_label("\n".join(lines)) or is_form(lines) or is_list(blocks)


def _is_unmarked_box(candidate: QuoteCandidate, page: WalkedPage) -> bool:
    """Whether only a class name calls it a quotation: no cue, no name, no quotation marks."""
    if candidate.is_blockquote or candidate.is_indent or candidate.attributions:
        return False
    marked = not MARKS.isdisjoint(page.text[candidate.start : candidate.start + 1])
    return not marked and not page.announcement(candidate.start)


def _is_box_of_quotations(candidate: QuoteCandidate, page: WalkedPage) -> bool:
    """Whether it is a part of the page in which several quotations, each with its cue, stand among the page's own words."""
    cued = [one for one in candidate.inner if one.start > candidate.start and page.announcement(one.start)]
    return len(cued) >= 2


_TESTS: tuple[tuple[QuoteRole, Callable[[QuoteCandidate, WalkedPage], bool]], ...] = (
    (QuoteRole.EMBED, _is_embed),
    (QuoteRole.COMMENT, lambda one, page: page.in_comments[one.container]),
    (QuoteRole.COMMENT, _repeats_thread),
    (QuoteRole.LAYOUT, lambda one, page: not any(block.inside for block in page.blocks(one.start, one.end))),
    (QuoteRole.PULL_QUOTE, lambda one, _: any(map(names_pull_quote, one.classes))),
    (QuoteRole.LAYOUT, _is_boxed),
    (QuoteRole.LAYOUT, _is_teaser),
    # Without a cue, 48 of 49 that only a margin sets off were no quotations.
    (QuoteRole.LAYOUT, lambda one, page: one.is_indent and not page.announcement(one.start)),
    (QuoteRole.LAYOUT, _is_box_of_quotations),
    (
        QuoteRole.LAYOUT,
        lambda one, page: not page.announcement(one.start) and is_note(quoted_text(one, page)),
    ),
    (QuoteRole.LAYOUT, _is_biography),
    (QuoteRole.LAYOUT, _is_listing),
    (QuoteRole.PULL_QUOTE, _is_unmarked_box),
)


def is_note(text: str) -> bool:
    """Whether ``text`` begins as a tip, a teaser or an appeal does ("Note:", "Read more:", "Sign up")."""
    label = notice("note_label").match(text)
    if (label and _BEHIND_LABEL.match(text, label.end())) or notice("note_addressed").match(text):
        return True
    if len(text) < _LONGEST_APPEAL and _MAIL.search(text):
        return True
    return len(text) < 300 and notice("appeal").match(text) is not None


def introduces_person(text: str) -> bool:
    """Whether ``text``, which stands before a box, says that the box is about somebody ("About the author:")."""
    found = [match.span() for match in notice("about_person").finditer(text[-120:])]
    return any(_OPENS.search(text[-120:][:start]) and _ENDS.match(text[-120:], end) for start, end in found)


def is_label(text: str) -> bool:
    """Whether ``text`` is a heading in a box: a few words that end no sentence and stand in no quotation marks."""
    return count_words(text) <= 5 and not text.endswith(_SENTENCE_END) and MARKS.isdisjoint(text)


def is_form(lines: Sequence[str]) -> bool:
    """Whether most lines are fields with a name ("Price: 12 euros"); in a transcript names come back, and values are long."""
    fields = [found for line in lines if (found := _FIELD.match(line))]
    names = {found.group(1).casefold() for found in fields}
    return len(fields) >= 2 and len(fields) >= 0.6 * len(lines) and len(names) == len(fields)


def is_list(blocks: Sequence[Block]) -> bool:
    """Whether most blocks are items, cells or headings."""
    listed = sum(block.kind in {BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.HEADING} for block in blocks)
    return listed > 0.6 * len(blocks)
