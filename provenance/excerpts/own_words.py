"""Own words: blockquotes in which a page sets its own text large, boxed or in a table, and quotes nobody."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from provenance.articles.article import QuoteRole
from provenance.articles.layout import is_note
from provenance.excerpts.mentions import MentionKind, mentions
from provenance.excerpts.quotation_marks import CLOSERS
from provenance.excerpts.scene import scene_of
from provenance.excerpts.sentences import sentences
from provenance.languages.cues import language as language_of
from provenance.text.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.articles.article import Article, QuoteElement
    from provenance.excerpts.model import Excerpt
    from provenance.languages.cues import Language

_SEVERAL = 3  # blockquotes that say nothing of whom they quote: a habit of the page
_TWINS = 2  # boxes under one label
_MOST_EVIDENCE = (
    0.34  # share of a page's blockquotes that may quote somebody, where the others are the page's own
)
# Reasoned limits: who answers piece by piece says a paragraph or two to each, and not much more than what is answered, while
# the notes of an article stand far apart (saved pages: 15 paragraphs between two, 13 times as long).
_MOST_ANSWERS = 2  # paragraphs between two quotations, on the average
_LONGEST_ANSWER = 3  # times as long as what is answered, all together
_LONG = 90  # words: so much text is not set large for emphasis
_LETTERS = 8  # a word, spaces included, so that scripts without spaces count too
_TABLE = 0.8  # share of the blocks that are cells
_NOTE = re.compile(
    r"(?:note|nb|n\.b\.|hinweis|anmerkung|nota|remarque|opmerking)\s?(?:[:：]|\n)", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:[#№]?\d{1,6}|[\w.,/:\s+\-]{0,24}\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:am|pm|uhr|h)?)", re.IGNORECASE
)
_ENDS = (".", "!", "?", "…", "。")
_CLOSERS = "”“»«\"'’) "
_BIOGRAPHY = 160  # characters at its start
_OFFICE = 12  # words behind the name within which it names an office or a trade
_WORD = re.compile(r"\w+")
_LONGEST_PULLED = 360  # characters
_FEWEST_PULLED = 4  # words
_MOST_PULLED = 60  # blockquotes of a page that are looked for in its running text
_BRACKETED = re.compile(r"\[[^\[\]]{3,400}\]$")
_COLONS = (":", "：")


def without_own_words(article: Article, excerpts: Sequence[Excerpt], language: str) -> list[Excerpt]:
    """Leave out the blockquotes of a page that quote nobody.

    Args:
        article: The page as read.
        excerpts: All its blockquotes, in article order.
        language: A BCP 47 primary subtag.

    Returns:
        Those that something shows to be quoted; the others too, where they are too few to show a habit of the page:
        several short ones without a name, a cue, a link or a mark, or several that begin with the same label.
    """
    spoken = language_of(language)
    short = any(len(one.text) <= _LONGEST_PULLED and not is_announced(one) for one in excerpts)
    running = _running_text(article, language) if short and len(excerpts) <= _MOST_PULLED else ""
    text = article.document.text
    mine = [one for one in excerpts if not _is_said_again(text, one, running)]
    kept = [one for one in mine if not _is_no_quotation(article, one, spoken)]
    posts = _posts(kept)
    if posts and len(posts) >= _TABLE * len(kept) / 2:
        return []
    bare = [one for one in kept if not _quotes_somebody(one)]
    labels = Counter(_label(one) for one in bare)
    unannounced = [one for one in kept if not is_announced(one)]
    boxed = [one for one in unannounced if labels[_label(one)] >= _TWINS and _is_label(_label(one), bare)]
    rest = [one for one in bare if one not in boxed]
    own = boxed + (rest if _is_habit(article, bare, kept, language) else [])
    return [one for one in kept if one not in own]


def _is_habit(article: Article, bare: Sequence[Excerpt], kept: Sequence[Excerpt], language: str) -> bool:
    """Whether so many blockquotes of a page are its own notes, that those without evidence are notes as well."""
    if not bare or _answers_each(article, bare, language):
        return False
    noted = sum(_is_labelled_note(article, quote) for quote in article.quotes)
    return len(bare) + noted >= _SEVERAL and len(kept) - len(bare) <= _MOST_EVIDENCE * (len(kept) + noted)


def _is_labelled_note(article: Article, quote: QuoteElement) -> bool:
    """Whether a blockquote was set aside because it calls itself a note ("Update:")."""
    if quote.role is not QuoteRole.LAYOUT or quote.markup != "blockquote":
        return False
    block = article.document.block_at(quote.spans[0].start)
    said = article.document.text[quote.spans[0].start : quote.spans[-1].end]
    return block is not None and block.inside and is_note(said)


def _answers_each(article: Article, bare: Sequence[Excerpt], language: str) -> bool:
    """Whether a page quotes piece by piece and answers each: a paragraph or so between two, hardly longer than they are."""
    if len(bare) < _SEVERAL:
        return False
    scene = scene_of(article, language)
    first, last = bare[0].span.start, bare[-1].span.end
    between = [scene.blocks[at].span for at in scene.body if first < scene.blocks[at].span.start < last]
    gaps = len(bare) - 1
    answered = sum(map(len, between)) <= _LONGEST_ANSWER * sum(len(one.text) for one in bare)
    return gaps <= len(between) <= _MOST_ANSWERS * gaps and answered


def _quotes_somebody(excerpt: Excerpt) -> bool:
    """Whether anything shows that words are somebody's: a name, an announcement, marks, or their sheer length."""
    told, text = excerpt.attribution, excerpt.text
    marked = excerpt.quoted or bool(excerpt.marks) or text[:1] in CLOSERS
    named = bool(told.speaker or told.outlet)
    long = len(text.split()) > _LONG or len(text) > _LONG * _LETTERS
    return named or is_announced(excerpt) or marked or long


def _is_no_quotation(article: Article, excerpt: Excerpt, language: Language) -> bool:
    """Whether it is a note of the author's, a placeholder in brackets, or a table, and nobody is named."""
    told = excerpt.attribution
    if told.cue is not None and "**" in told.cue.text:
        return True  # a customer whose name is masked
    if _is_biography(excerpt, language):
        return True
    if told.speaker or told.outlet:
        return False
    if _NOTE.match(excerpt.text) or _BRACKETED.match(excerpt.text):
        return True
    document = article.document
    kinds = [document.blocks[document.block_index_at(one.span.start)].kind for one in excerpt.passages]
    cells = sum(kind in {BlockKind.CELL, BlockKind.CAPTION} for kind in kinds)
    items = sum(kind is BlockKind.LIST_ITEM for kind in kinds)
    listed = items == len(kinds) >= _SEVERAL and not told.link and not _is_reported(excerpt, language)
    return listed or (cells > 1 and cells >= _TABLE * len(kinds))


def _is_reported(excerpt: Excerpt, language: Language) -> bool:
    """Whether the cue has a verb of reporting. "Our rules:" announces a list that is the page's own."""
    cue = excerpt.attribution.cue
    words = language.words(cue.text) if cue is not None else []
    verbs = language.verbs.find(words)
    return any(verb.start == 0 or words[verb.start - 1].key not in language.determiners for verb in verbs)


def _is_said_again(text: str, excerpt: Excerpt, running: str) -> bool:
    """Whether every sentence of a short passage stands in the page's running text too: then it is pulled from there."""
    if not running or len(excerpt.text) > _LONGEST_PULLED or is_announced(excerpt):
        return False
    spans = (part for one in excerpt.passages for part in sentences(text, one.span.start, one.span.end))
    parts = [text[span.start : span.end] for span in spans]
    said = [folded(part) for part in parts if part.rstrip(_CLOSERS).endswith(_ENDS)] or [folded(parts[0])]
    return sum(len(one.split()) for one in said) >= _FEWEST_PULLED and all(one in running for one in said)


def _running_text(article: Article, language: str) -> str:
    """The words of the blocks that no markup sets off."""
    scene = scene_of(article, language)
    spans = (scene.blocks[index].span for index in scene.body)
    return " ".join(folded(scene.text[span.start : span.end]) for span in spans)


def folded(text: str) -> str:
    """The words of a text, with nothing else between them."""
    return " ".join(_WORD.findall(text.casefold()))


def _is_biography(excerpt: Excerpt, language: Language) -> bool:
    """Whether it says who somebody is: "Ann Lee is the editor of this page", and nothing announces that as quoted."""
    if excerpt.quoted or is_announced(excerpt):
        return False
    words = language.words(excerpt.text[:_BIOGRAPHY])
    found = mentions(words, language, text=excerpt.text)
    if not found or found[0].words.start or found[0].kind is not MentionKind.PERSON:
        return False
    after = words[found[0].words.stop :]
    if not after or after[0].key not in language.copulas:
        return False
    if found[0].name == excerpt.attribution.speaker:
        return True
    trades = (language.roles, language.roles_feminine)
    return any(roles.find(after[1:_OFFICE]) for roles in trades) and not excerpt.attribution.link


def is_announced(excerpt: Excerpt) -> bool:
    """Whether the cue of an excerpt ends in a colon."""
    cue = excerpt.attribution.cue
    return cue is not None and cue.text.rstrip().endswith(_COLONS)


def _posts(excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    """Those that stand below nothing but a date, a time or a number, as the posts of a forum do; none if they are few."""
    dated = [
        one
        for one in excerpts
        if one.attribution.cue is not None and _DATED.fullmatch(one.attribution.cue.text.strip()) is not None
    ]
    return dated if len(dated) >= _SEVERAL else []


def _label(excerpt: Excerpt) -> str:
    return excerpt.text.split(maxsplit=1)[0].rstrip(":.!").casefold()


def _is_label(word: str, bare: Sequence[Excerpt]) -> bool:
    """Whether the word with which several begin is a label of theirs, and no article or pronoun."""
    return len(word) > 5 and sum(_label(one) == word for one in bare) >= max(_TWINS, len(bare) // 2)
