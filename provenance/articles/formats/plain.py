"""Reads plain text: its paragraphs, line by line, and what it sets off by ``>`` or a margin; letters in a page are read so too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from provenance.articles.addresses import bare_addresses
from provenance.articles.article import Article, Format, Metadata, QuoteElement, QuoteRole
from provenance.languages.guessing import guess_language
from provenance.text.document import Block, BlockKind, Document
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span

_LONGEST_TITLE = 150
_SENTENCE_END = (*SENTENCE_ENDS, *",;:”\"'’»“-¬")  # or the line breaks a word
_PREFIX = re.compile(r"[ \t]{0,3}(?:(?:>[ \t]?){1,50}|\|[ \t](?=[^|]*$))")
_TAB = 4  # columns
_INDENTED = 2  # columns more than the text around it
_MOST_INDENTED = 0.5  # of the paragraphs; where more are indented, that is how the text is set
_ITEM = re.compile(r"(?:[-*+•·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_FEWEST_WORDS = 4  # of each of two lines behind ">": a shell or a program has fewer


def read_plain(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read plain text; the document's text is the text as it is."""
    found = list(paragraphs(text))
    document = Document(text, origin, tuple(_blocks(text, found)))
    return Article(
        document=document,
        format=Format.TEXT,
        links=tuple(bare_addresses(text)),
        metadata=Metadata(title=document.first_heading, url=url, language=guess_language(text)),
        quotes=tuple(plain_quotes(text, found)),
    )


def _blocks(text: str, found: "Sequence[Paragraph]") -> Iterator[Block]:
    for number, paragraph in enumerate(found):
        kind = BlockKind.HEADING if number == 0 and _is_title(text, found) else BlockKind.PARAGRAPH
        yield Block(paragraph.span, kind, paragraph.line, main=kind is not BlockKind.HEADING)


def _is_title(text: str, found: "Sequence[Paragraph]") -> bool:
    """Whether the first paragraph is a headline: one short line that ends no sentence and does not go on, with text after it."""
    first = found[0]
    words = first.span.of(text)
    short = len(first.lines) == 1 and len(words) <= _LONGEST_TITLE
    going_on = any(text[each.span.start].islower() for each in found[1:3])
    return short and len(found) >= 3 and not (first.is_quoted or going_on or words.endswith(_SENTENCE_END))


class Line(NamedTuple):
    """A line of text."""

    span: Span  # what it says, without its prefix and the white space at its edges
    indent: int  # how many columns it is indented
    is_quoted: bool  # whether it stands behind `>`


class Paragraph(NamedTuple):
    """Lines that belong together, with a blank line or a change of prefix around them."""

    lines: tuple[Line, ...]  # its lines, none of them blank
    line: int  # the number of the first, from 1

    @property
    def span(self) -> Span:
        """From the first character that it says to the last."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def is_quoted(self) -> bool:
        """Whether its lines stand behind ``>``."""
        return self.lines[0].is_quoted

    @property
    def indent(self) -> int:
        """How many columns all of its lines are indented, at the least."""
        return min(line.indent for line in self.lines)


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Paragraph]:
    """The paragraphs of a range of a text, in order; their lines are counted in it."""
    gathered: list[Line] = []
    first = 1
    for number, line in enumerate(_lines(text[start:end], start), start=1):
        blank = not len(line.span)
        if gathered and (blank or line.is_quoted is not gathered[-1].is_quoted):
            yield Paragraph(tuple(gathered), first)
            gathered = []
        if not blank:
            first = first if gathered else number
            gathered.append(line)
    if gathered:
        yield Paragraph(tuple(gathered), first)


def _lines(text: str, offset: int) -> Iterator[Line]:
    for line in text.split("\n"):
        prefix = _PREFIX.match(line)
        start = prefix.end() if prefix else 0
        body = line[start:]
        bare = body.lstrip()
        begin = offset + len(line) - len(bare)
        white = body[: len(body) - len(bare)]
        yield Line(Span(begin, begin + len(bare.rstrip())), len(white.expandtabs(_TAB)), prefix is not None)
        offset += len(line) + 1


def plain_quotes(text: str, found: Sequence[Paragraph]) -> Iterator[QuoteElement]:
    """The quotations of a plain text, in order."""
    margin = _margin(found)
    kinds = [_kind(text, paragraph, margin) for paragraph in found]
    for kind, group in groupby(zip(kinds, found, strict=True), key=lambda pair: pair[0]):
        if kind is not None:
            yield _element(text, kind, [paragraph for _, paragraph in group])


def _margin(found: Sequence[Paragraph]) -> int | None:
    """How far the running text is indented; None if too much is indented to tell a quotation by it."""
    indents = [paragraph.indent for paragraph in found if not paragraph.is_quoted]
    margin = min(indents, default=0)
    further = sum(indent >= margin + _INDENTED for indent in indents)
    return margin if further <= _MOST_INDENTED * len(indents) else None


def _kind(text: str, paragraph: Paragraph, margin: int | None) -> str | None:
    if paragraph.is_quoted:
        return "blockquote"
    if margin is None or paragraph.indent < margin + _INDENTED:
        return None
    return None if _ITEM.match(text, paragraph.span.start) else "indent"


def _element(text: str, kind: str, group: Sequence[Paragraph]) -> QuoteElement:
    from provenance.articles.signatures import is_signature

    lines = [line for paragraph in group for line in paragraph.lines]
    signed = len(lines) > 1 and is_signature(lines[-1].span.of(text))
    parts = [paragraph.lines for paragraph in group]
    if signed:
        parts[-1] = parts[-1][:-1]
    if kind == "indent":
        spans = [Span(part[0].span.start, part[-1].span.end) for part in parts if part]
    else:  # the sign ``>`` stands between two lines
        spans = [line.span for part in parts for line in part]
    said = any(any(map(str.isalnum, span.of(text))) for span in spans)
    return QuoteElement(
        spans=tuple(spans),
        markup=kind,
        role=QuoteRole.QUOTATION if said else QuoteRole.LAYOUT,
        attributions=(lines[-1].span,) if signed else (),
    )


def mail_parts(text: str, blocks: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[QuoteElement, ...]]:
    """The blocks of a page, letters as their paragraphs; and what these set off as quotations."""
    parted: list[Block] = []
    quotes: list[QuoteElement] = []
    for block in blocks:
        if block.kind is not BlockKind.PREFORMATTED:
            parted.append(block)
            continue
        found = list(paragraphs(text, block.span.start, block.span.end))
        if not _quotes_prose(text, found):
            parted.append(block)
            continue
        parted.extend(
            replace(block, span=one.span, kind=BlockKind.PARAGRAPH, line=block.line + one.line - 1)
            for one in found
        )
        quotes.extend(plain_quotes(text, found))
    return tuple(parted), tuple(quotes)


def _quotes_prose(text: str, found: Sequence[Paragraph]) -> bool:
    """Whether two lines of words stand behind ``>`` in one of the paragraphs."""
    begun = (one.lines[:2] for one in found if one.is_quoted and len(one.lines) > 1)
    return any(all(len(line.span.of(text).split()) >= _FEWEST_WORDS for line in lines) for lines in begun)
