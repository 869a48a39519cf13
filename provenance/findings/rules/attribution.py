"""Rules about attribution: another outlet, a report that is none.

Both names must be at hand, in the article and in the source. When in doubt, these rules are silent: to say that
somebody was misattributed is itself an accusation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from provenance.articles.addresses import address_parts
from provenance.articles.article import Article
from provenance.excerpts.outlets import OutletTable, outlets
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.wording import quoted
from provenance.languages.cues import language
from provenance.languages.notices import alternatives, notice
from provenance.text.document import BlockKind, whole
from provenance.text.folding import fold_word

_SHARED_WORD_LETTERS = 3
_LABEL_LENGTH = 60  # code points of a label that are said
_FIRST_BLOCKS = 6  # in which a page labels itself


def wrong_outlet(context: JudgingContext) -> Iterator[Finding]:
    """ATT502: the article names one known outlet, and both the link and the page belong to another known one."""
    attribution, page = context.excerpt.attribution, context.witness.page
    if not attribution.outlet or not attribution.link or not page.metadata.site_name:
        return
    table = outlets().with_outlets(dict(context.settings.outlets))
    named, owner = _listed_outlet(attribution.outlet, table), _listed_outlet(page.metadata.site_name, table)
    linked = table.at_address(attribution.link)
    if named is None or owner is None or owner not in linked or named in linked or named == owner:
        return
    if table.is_shared(attribution.outlet) or _passes_on(attribution.link, context.article):
        return
    if _are_related(named, owner, context) or _credits(page, named):
        return
    message = f"the article names {quoted(attribution.outlet)}, and the link leads to {quoted(owner)}"
    yield context.finding("ATT502", message, excerpt=attribution.cue or whole(context.excerpt.passages))


def _listed_outlet(name: str, table: OutletTable) -> str | None:
    """The outlet of the table that a name stands for, with or without its article."""
    bare = name.removeprefix("The ").removeprefix("the ")
    return next((found for found in map(table.named, (name, bare, f"The {bare}")) if found), None)


def _passes_on(link: str, article: Article) -> bool:
    """Whether a link leads to a place that passes on other publications' texts, or stays on the article's own site."""
    host = (address_parts(link).hostname or "").removeprefix("www.")
    own = (address_parts(article.metadata.url or "").hostname or "").removeprefix("www.")
    return host == own or re.fullmatch(rf"(?:.*\.)?{alternatives('passing_on')}", host) is not None


def _are_related(one: str, other: str, context: JudgingContext) -> bool:
    """Whether two outlets bear one brand ("Example News" and "Example Sport")."""
    spoken, small = language(context.lexicon.language), context.lexicon.words("function_words")
    brands = (
        {
            fold_word(word.text)
            for word in spoken.words(name)
            if len(word.text) >= _SHARED_WORD_LETTERS
            and word.key not in spoken.outlet_words
            and word.key not in small
        }
        for name in (one, other)
    )
    return bool(set.intersection(*brands))


def _credits(page: Article, outlet: str) -> bool:
    """Whether a page names the outlet: as the one it reprints, the agency it has the text from, a partner."""
    bare = outlet.removeprefix("The ").casefold()
    return bare in page.document.text.casefold() or bare in (page.metadata.author or "").casefold()


def no_report(context: JudgingContext) -> Iterator[Finding]:
    """ATT503: "OUTLET reports", while the page calls itself an opinion, a letter or an advertisement."""
    if not context.alignment.found or not _reports(context):
        return
    label = _label(context)
    if label:
        message = f"gives as a report what the page calls {quoted(label)}"
        yield context.finding("ATT503", message, excerpt=context.excerpt.attribution.cue)


def _reports(context: JudgingContext) -> bool:
    """Whether the cue says that an outlet reports or finds, and names no author and no kind of text."""
    attribution = context.excerpt.attribution
    if attribution.cue is None or not attribution.outlet or attribution.speaker:
        return False
    spoken = language(context.lexicon.language)
    owned = notice("owned_up").search(attribution.cue.text.replace(attribution.outlet, ""))
    return bool(spoken.reporting.find(spoken.words(attribution.cue.text))) and not owned


def _label(context: JudgingContext) -> str | None:
    """What the page calls itself, if that is not a report: by its title, a line of its own at the top, or its address."""
    page = context.witness.page
    title = page.metadata.title or ""
    found = _labelled().match(title) or re.search(
        rf"[|–—]\s{{0,9}}{alternatives('page_label')}\s{{0,9}}\Z", title, re.IGNORECASE
    )
    if found:
        return found[0].strip(" |:–—-")
    linked = {link.span for link in page.links}
    for block in page.document.blocks[:_FIRST_BLOCKS]:
        text = page.document.text[block.span.start : block.span.end]
        if (
            block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
            and block.span not in linked
            and _labelled().match(text)
        ):
            return text.strip()[:_LABEL_LENGTH]
    path = address_parts(context.witness.url or context.excerpt.attribution.link or "").path
    return next((part for part in path.split("/") if notice("page_path").fullmatch(part)), None)


@cache
def _labelled() -> re.Pattern[str]:
    """The label of a page at the beginning of a line, with nothing or a sign behind it."""
    return re.compile(rf"\s{{0,9}}{alternatives('page_label')}\s{{0,9}}(?:[:|–—]|\s-\s|\Z)", re.IGNORECASE)
