"""Reads wikitext: it is written as the page of elements that MediaWiki would make of it, which the HTML reader reads."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from provenance.articles.article import Article, Format
from provenance.articles.formats.html import assemble
from provenance.articles.page import parse
from provenance.errors import ArticleError
from provenance.files.child import ChildError, Limits, run_child
from provenance.languages.guessing import guess_language
from provenance.text.document import Block, Document

_SCRIPT: Final = Path(__file__).with_name("wikitext_html.py")
_FIRST_WORDS: Final = 60  # characters of a block by which its line is found
_MARKUP: Final = r"[\s'\[\]|]{1,9}"  # what may stand between two words
_STATED: Final = re.compile(r"“([^“”]{3,1000})”")  # the title and the quotation of a citation
_VALUE: Final = r"\|[^|=\n]{1,30}=[ \t]{0,9}[\"“'\[]{0,4}"
_FARTHEST: Final = 60_000  # characters from one citation to the next
_LOOKED_THROUGH: Final = 20_000  # characters of wikitext behind a block's beginning, its notes included


def read_wikitext(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read wikitext; its parser takes too long on thousands of brackets that nothing closes, which is an ArticleError."""
    try:
        html = run_child(_SCRIPT, text.encode("utf-8", "replace"), Limits()).decode("utf-8")
    except ChildError as error:
        raise ArticleError(f"{origin or 'the text'} is wikitext that {error}; give its text.") from error
    article = assemble(parse(html), origin=origin, base=url, masked=False)
    metadata = replace(article.metadata, url=url, language=guess_language(article.document.text))
    document = replace(article.document, blocks=tuple(_blocks_with_lines(article.document, text)))
    return replace(article, format=Format.WIKITEXT, metadata=metadata, document=document)


def _blocks_with_lines(document: Document, text: str) -> Iterator[Block]:
    """The blocks with the line of the wikitext in which their first words stand.

    That of a citation is where its title or its quotation stands in a template, behind those of the citations before. Where
    nothing is found, it is the line of the block before.
    """
    ends = [match.start() for match in re.finditer("\n", text)]
    place = cited = 0
    for block in document.blocks:
        words = block.span.of(document.text)
        at = place
        if found := _pattern(words[:_FIRST_WORDS].split()[:4]).search(text, place, place + _LOOKED_THROUGH):
            at = place = found.start()
        elif (stated := max(_STATED.findall(words), key=len, default="")) and (
            found := _pattern(stated.split()[:8], before=_VALUE).search(text, cited, cited + _FARTHEST)
        ):
            at = cited = found.start()
        yield replace(block, line=bisect_left(ends, at) + 1)


def _pattern(words: Sequence[str], before: str = "") -> re.Pattern[str]:
    """Some words, whatever markup stands between them."""
    return re.compile(before + _MARKUP.join(map(re.escape, words)))
