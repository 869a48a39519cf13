"""Rules about attribution: another outlet, a report that is none.

Both names must be at hand, in the article and in the source. When in doubt, these rules are silent: to say that
somebody was misattributed is itself an accusation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.articles.addresses import address_parts
from provenance.excerpts.outlets import outlets
from provenance.findings.wording import quoted
from provenance.languages.cues import language
from provenance.text.document import BlockKind, whole
from provenance.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article
    from provenance.excerpts.outlets import OutletTable
    from provenance.findings.context import JudgingContext
    from provenance.findings.finding import Finding

# Addresses at which other publications' texts are kept, passed on or translated.
_PASSING_ON = (
    "news.google.com", "news.yahoo.com", "yahoo.com", "msn.com", "apple.news", "flipboard.com", "smartnews.com",
    "newsbreak.com", "pressreader.com", "getpocket.com", "archive.org", "archive.ph", "archive.is", "archive.today",
    "webcache.googleusercontent.com", "ampproject.org", "12ft.io", "reddit.com", "t.co", "bit.ly", "translate.goog",
    "facebook.com", "twitter.com", "x.com", "linkedin.com", "youtube.com", "medium.com", "substack.com", "feedly.com",
)  # fmt: skip
_SHARED_WORD_LETTERS = 3
_LABEL_LENGTH = 60  # code points of a label that are said

# How a page says that it is not its own report, as the first words of its title, a line of its own or a part of its path.
_LABEL = (
    r"opinions?|op-?ed|commentary|guest (?:column|essay|post|commentary)|letters? to the editor|letters?|readers['’] letters|sponsored"
    r"(?: content| post)?|paid (?:content|post|partner content)|advertorial|advertisement feature|partner content|press releases?"
    r"|media release|news release|meinung|gastbeitrag|gastkommentar|leserbriefe?|anzeige|pressemitteilung|tribune|opinión"
    r"|carta al director|publirreportaje|comunicado de prensa|opinione|lettere?|comunicato stampa|opinião|opinie|ingezonden brief"
)
_LABELLED = re.compile(rf"\s{{0,9}}(?:{_LABEL})\s{{0,9}}(?:[:|–—]|\s-\s|\Z)", re.IGNORECASE)
_LABEL_AT_END = re.compile(rf"[|–—]\s{{0,9}}(?:{_LABEL})\s{{0,9}}\Z", re.IGNORECASE)
_PATH = re.compile(
    r"\A(?:opinions?|op-?eds?|commentisfree|letters?|letters-to-the-editor|sponsored|advertorials?|partner-content"
    r"|paid-content|press-releases?|pressreleases?|meinung|gastbeitrag|leserbriefe|tribunes?|opinione|opinion-columns?)\Z",
    re.IGNORECASE,
)
_FIRST_BLOCKS = 6  # in which a page labels itself
# How an article says that it quotes an opinion or the like.
_OWNED_UP = re.compile(
    r"\b(?:opinion\w{0,3}|op-?eds?|column\w{0,4}|columnist|argu\w{1,4}|commentary|commentator|essay\w{0,3}|letters?|editorial\w{0,2}|guest"
    r"|sponsored|advert\w{0,8}|press release|kommentar\w{0,4}|kolumn\w{0,4}|gastbeitrag|leserbrief|tribune|writing (?:in|for|at))\b",
    re.IGNORECASE,
)


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
    return host == own or any(host == known or host.endswith("." + known) for known in _PASSING_ON)


def _are_related(one: str, other: str, context: JudgingContext) -> bool:
    """Whether two outlets bear one brand ("Example News" and "Example Sport")."""
    spoken = language(context.lexicon.language)
    brands = (
        {
            fold_word(word.text)
            for word in spoken.words(name)
            if len(word.text) >= _SHARED_WORD_LETTERS
            and word.key not in spoken.outlet_words
            and word.key not in spoken.function_words
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
    owned = _OWNED_UP.search(attribution.cue.text.replace(attribution.outlet, ""))
    return bool(spoken.outlet_verbs.find(spoken.words(attribution.cue.text))) and not owned


def _label(context: JudgingContext) -> str | None:
    """What the page calls itself, if that is not a report: by its title, a line of its own at the top, or its address."""
    page = context.witness.page
    title = page.metadata.title or ""
    found = _LABELLED.match(title) or _LABEL_AT_END.search(title)
    if found:
        return found[0].strip(" |:–—-")
    linked = {link.span for link in page.links}
    for block in page.document.blocks[:_FIRST_BLOCKS]:
        text = page.document.text[block.span.start : block.span.end]
        if (
            block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
            and block.span not in linked
            and _LABELLED.match(text)
        ):
            return text.strip()[:_LABEL_LENGTH]
    path = address_parts(context.witness.url or context.excerpt.attribution.link or "").path
    return next((part for part in path.split("/") if _PATH.match(part)), None)
