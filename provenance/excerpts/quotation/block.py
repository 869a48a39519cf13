"""Features of passages over whole blocks (what markup sets off, quoted or announced paragraphs), and of where any passage stands."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import log2

from provenance.articles.article import QuoteRole
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.model import Attribution, Candidate, Shape
from provenance.excerpts.quotation.page import Page, has_word_of_quoting_before, is_announced
from provenance.excerpts.quotation.words import (
    capitals_in,
    count_words,
    has_first_person,
    log_odds,
    numbers_share,
)
from provenance.languages.notices import notice
from provenance.text.document import BlockKind, BlockPart
from provenance.text.span import Span

_ENDS = tuple('.!?…。！？”"»“)]」:;,—')
_LISTED = frozenset((BlockKind.CELL, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PREFORMATTED))
_MOST_WORDS = 128
_MOST_SHORT = 0.6  # share of the lines of a text that are short
_SHORT_LINE = 4  # words: several such lines are a form or a table
_OPENING = 60  # characters of a signature that are read
_LINKED = frozenset((Shape.ELEMENT, Shape.ADDRESSED_PARAGRAPHS))  # what a link beside it is the source of
_SENTENCE = re.compile(r"[.!?…]\s")
_MASKED = re.compile(r"\w\*{2}")  # the name of a customer
_LABEL = re.compile(r"(?:[^\W\d_][\w'’-]{0,30}[ \u00a0]){0,4}[^\W\d_][\w'’-]{0,30}[ \u00a0]?[:：] ?\S")
_MOST_NUMBERS = 5  # as great a share of the words as makes a list of prices, turned round
_PROGRAM_SIGNS = "{}[]()<>=;|$_\\*#/-"
_MOST_SIGNS = 0.12  # share of the characters of prose
_BRACKETED = re.compile(r"\[[^\[\]]{3,400}\]$")
_NEAR_LINKS = 2  # blocks before and behind that are read for links
_NEAR_MAIN = 3  # the same, for whether they belong to the main content
_BEHIND_LABEL = re.compile(r"\s?(?:[:：?？!–—]|$)")
_LONGEST_APPEAL = 500  # characters
_MAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}\b")
"""An address to which readers may write; nobody who is quoted gives theirs."""

_FIELD = re.compile(r"([^\s:][^:\n]{0,39})\s?:\s?(.{0,120})$")


def block_features(page: Page, candidate: Candidate, told: Attribution) -> Mapping[str, float]:
    """What can be seen of a passage over whole blocks, each between 0 and about 1."""
    if id(candidate) not in page.seen:
        page.seen[id(candidate)] = _own_features(page, candidate)
    own = page.seen[id(candidate)]
    # Then results and turns of speech are quoted too.
    reported = own["colon before"] and told.link is not None
    named = log_odds(told.certainty) if told.is_named else 0.0
    linked = told.link is not None and candidate.shape in _LINKED and not own["the page's own words again"]
    noted = told.is_noted or bool(told.citations)
    said = told.is_certain and told.is_said and own["colon before"]
    return {
        **own,
        "certain name, a link or a note": max(named, float(linked or noted or said)),
        "begins with a label": own["begins with a label"] * (not reported),
        "numbers": own["numbers"] * (not reported),
        "among unannounced boxes": page.unannounced_boxes,
    }


def _own_features(page: Page, candidate: Candidate) -> Mapping[str, float]:
    """What can be seen of a passage whoever is named."""
    shape, text, annotated = candidate.shape, candidate.text, page.annotated
    announced, blocks = is_announced(page, candidate), [annotated.blocks[at] for at in candidate.blocks]
    words = log2(1 + min(count_words(text), _MOST_WORDS)) / 7
    return {
        "words, only announced": words * (shape is Shape.CUED_PARAGRAPHS),
        "words, only apart": words * (shape is Shape.APART),
        "only signed": float(shape is Shape.SIGNED_PARAGRAPHS),
        "marks over paragraphs": float(shape is Shape.MARKED_PARAGRAPHS),
        "behind a word of quoting": float(has_word_of_quoting_before(page, candidate)),
        "colon before": float(announced),
        "announced in the first person": float(_is_own(page, candidate)),
        "words": words,
        "items of a list": sum(block.kind is BlockKind.LIST_ITEM for block in blocks) / len(blocks),
        "short lines": 0.0 if announced else _share_of_short_lines(text),
        "ends a sentence": float(text.endswith(_ENDS) or candidate.quoted),
        "form": float(_is_form(page, candidate)),
        "layout by its markup": float(candidate.role is QuoteRole.LAYOUT),
        "signed inside": float(any(line.start >= candidate.span.end for line in candidate.inner)),
        "capitals of a title": title_case(page, text),
        "outside its element": float(not is_inside(page, candidate)),
        "around it outside the main content": share_outside(page, candidate),
        "of readers or advertisers": float(any(block.part is not BlockPart.TEXT for block in blocks)),
        "near another quotation": float(is_near_quotation(page, candidate)),
        "begins with a label": float(_LABEL.match(text) is not None),
        "numbers": min(1.0, _MOST_NUMBERS * numbers_share(text)),
        "the page's own words again": float(
            page.is_repeated(candidate) or (page.is_held_by_another(candidate) and not announced)
        ),
        "linked": linked_share(annotated, candidate.span),
    }


def _share_of_short_lines(text: str) -> float:
    """The share of the lines of a text that have few words and end no sentence."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    short = (count_words(line) <= _SHORT_LINE and not line.endswith(_ENDS) for line in lines)
    return sum(short) / len(lines)


def _is_own(page: Page, candidate: Candidate) -> bool:
    """Whether the sentence that leads up to a passage speaks in the first person: "My advice:"."""
    said = _SENTENCE.split(page.annotated.cut(candidate.lead_in))[-1]
    return has_first_person(said, page.annotated.language)


def _is_form(page: Page, candidate: Candidate) -> bool:
    """Whether a passage looks like a table, a form, a program, a note with its label, a placeholder in brackets."""
    text = candidate.text
    signature = page.annotated.cut(candidate.tail)[:_OPENING]
    if _BRACKETED.match(text) or _is_note(text) or page.has_twins(candidate) or _MASKED.search(signature):
        return True
    if sum(map(text.count, _PROGRAM_SIGNS)) > _MOST_SIGNS * len(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    short = sum(count_words(line) <= _SHORT_LINE for line in lines)
    listed = sum(page.annotated.blocks[index].kind in _LISTED for index in candidate.blocks)
    tabular = short > _MOST_SHORT * len(lines) or listed > _MOST_SHORT * len(candidate.blocks)
    return (tabular and len(lines) > 1) or _has_fields(lines)


def _is_note(text: str) -> bool:
    """Whether ``text`` begins as a tip, a teaser or an appeal does ("Note:", "Read more:", "Sign up")."""
    label = notice("note_label").match(text)
    if (label and _BEHIND_LABEL.match(text, label.end())) or notice("note_addressed").match(text):
        return True
    if len(text) < _LONGEST_APPEAL and _MAIL.search(text):
        return True
    return len(text) < 300 and notice("appeal").match(text) is not None


def _has_fields(lines: Sequence[str]) -> bool:
    """Whether most lines are fields with a name ("Price: 12 euros"); in a transcript names come back, and values are long."""
    fields = [found for line in lines if (found := _FIELD.match(line))]
    names = {found.group(1).casefold() for found in fields}
    return len(fields) >= 2 and len(fields) >= 0.6 * len(lines) and len(names) == len(fields)


def is_inside(page: Page, candidate: Candidate) -> bool:
    """Whether a passage stands inside the element that holds the main content."""
    return any(page.annotated.blocks[index].inside for index in candidate.blocks)


def share_outside(page: Page, candidate: Candidate) -> float:
    """The share of the blocks around a passage, its own included, that do not belong to the main content."""
    near = _around(page, candidate, _NEAR_MAIN)
    return sum(not page.annotated.is_main(index) for index in near) / len(near)


def links_around(page: Page, candidate: Candidate) -> float:
    """The share of the characters of the blocks beside a passage that links are set on."""
    near = [index for index in _around(page, candidate, _NEAR_LINKS) if index not in candidate.blocks]
    beside = [page.annotated.blocks[index].span for index in near]
    linked = sum(len(link.span) for span in beside for link in page.annotated.links_in(span))
    return min(1.0, linked / max(1, sum(map(len, beside))))


def linked_share(annotated: AnnotatedArticle, span: Span) -> float:
    """The share of the characters of a stretch of text that links are set on: teasers are links."""
    return min(1.0, sum(len(link.span) for link in annotated.links_in(span)) / max(1, len(span)))


def is_near_quotation(page: Page, candidate: Candidate) -> bool:
    """Whether two longer passages in quotation marks stand in the blocks of a passage and those next to it, its own one of them."""
    starts = page.longer_quotations
    first = bisect_left(starts, candidate.blocks.start - _NEAR_LINKS)
    return bisect_left(starts, candidate.blocks.stop + _NEAR_LINKS) - first > 1


def _around(page: Page, candidate: Candidate, reach: int) -> range:
    blocks = candidate.blocks
    return range(max(0, blocks.start - reach), min(len(page.annotated.blocks), blocks.stop + reach))


def title_case(page: Page, text: str) -> float:
    """How much oftener longer words of a passage begin with a capital than those of its page, up to 1; 0 where there is but one."""
    capitals, longer = capitals_in(text)
    share = capitals / longer if longer > 1 else 0.0
    return max(0.0, (share - page.capitals) / (1 - page.capitals))
