"""Rules about attribution: another speaker, another outlet, another voice.

Both names must be at hand, in the article and in the source. When in doubt, these rules are silent: to say that
somebody was misattributed is itself an accusation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from provenance.excerpts.mentions import MentionKind, mentions
from provenance.excerpts.outlets import outlets
from provenance.findings.third_party import about_speech, share_a_name, third_party, vouches
from provenance.findings.voices import kept_spans, speaker_of, speech
from provenance.findings.wording import quoted
from provenance.languages.cues import language
from provenance.text.document import BlockKind, whole
from provenance.text.folding import fold_word
from provenance.text.span import hull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article
    from provenance.excerpts.outlets import OutletTable
    from provenance.findings.context import JudgingContext
    from provenance.findings.finding import Finding
    from provenance.text.span import Span

# Who speaks for somebody may be named in either's place.
_ON_BEHALF = re.compile(
    r"\b(?:spokes\w{3,8}|on behalf|speaking for|aides?|lawyers?|attorneys?|representatives?|agents?"
    r"|sprecher\w{0,3}|porte-parole|portavoz|portavoce|porta-voz|woordvoerders?)\b",
    re.IGNORECASE,
)
_ALIAS = re.compile(
    r"\b(?:known as|nicknamed|called|also|aka|née|né|born|formerly|alias|genannt|dit|dite)\b", re.IGNORECASE
)
_ALIAS_WITHIN = 60  # code points between two names of one person

# Addresses at which other publications' texts are kept, passed on or translated.
_PASSING_ON = (
    "news.google.com", "news.yahoo.com", "yahoo.com", "msn.com", "apple.news", "flipboard.com", "smartnews.com",
    "newsbreak.com", "pressreader.com", "getpocket.com", "archive.org", "archive.ph", "archive.is", "archive.today",
    "webcache.googleusercontent.com", "ampproject.org", "12ft.io", "reddit.com", "t.co", "bit.ly", "translate.goog",
    "facebook.com", "twitter.com", "x.com", "linkedin.com", "youtube.com", "medium.com", "substack.com", "feedly.com",
)  # fmt: skip
_SHARED_WORD_LETTERS = 3

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


def wrong_speaker(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: the article gives the words to one person, the source's sentence to another, and it knows the first too."""
    attribution, document = context.excerpt.attribution, context.witness.document
    named, cue = attribution.speaker, attribution.cue
    if not context.alignment.found or not named or cue is None or not share_a_name(named, cue.text):
        return
    spoken = speech(document, kept_spans(context.alignment), context.lexicon.language)
    if not spoken:
        yield from _wrong_label(named, context)
        return
    told = speaker_of(spoken)
    if told is None or share_a_name(told, named) or share_a_name(told, cue.text):
        return
    region = hull(voice.region for voice in spoken)
    if not _is_known_person(named, region, context) or _may_be_one(named, told, region, context):
        return
    yield about_speech("ATT501", f"the source gives these words to {told}, not to {named}", spoken, context)


def _wrong_label(named: str, context: JudgingContext) -> Iterator[Finding]:
    """ATT501 in a transcript: another label than the named person's stands before the words, and that one occurs too.

    Silent where the named person says the same words elsewhere, and where somebody speaks for another.
    """
    from provenance.findings.transcripts import labelled_speeches, speech_of

    document, cue = context.witness.document, context.excerpt.attribution.cue
    held = speech_of(document, kept_spans(context.alignment))
    surname = fold_word(named.rsplit(maxsplit=1)[-1])
    if (
        held is None
        or cue is None
        or held.is_role
        or any(surname == fold_word(word) for word in held.speaker.split())
    ):
        return
    own = [speech for speech in labelled_speeches(document) if speech.surname == surname]
    said = " ".join(re.findall(r"\w+", context.excerpt.text.lower()))
    again = (document.text[speech.span.start : speech.span.end].lower() for speech in own)
    shared = {fold_word(word) for word in re.findall(r"\w{3,}", cue.text)} & {held.surname}
    if not own or shared or _ON_BEHALF.search(cue.text):
        return
    if any(said in " ".join(re.findall(r"\w+", text)) for text in again):
        return
    message = f"the source gives these words to {held.speaker}, not to {named}"
    place = document.passage(held.span.start, held.span.end)
    yield context.finding("ATT501", message, excerpt=whole(context.excerpt.passages), source=place)


def _is_known_person(name: str, region: Span, context: JudgingContext) -> bool:
    """Whether the source names a person so, outside the sentence in question."""
    spoken = language(context.lexicon.language)
    kinds = {mention.kind for mention in mentions(spoken.words(name), spoken, text=name)}
    site = context.witness.page.metadata.site_name or ""
    if not kinds <= {MentionKind.PERSON, MentionKind.NAME} or not kinds or share_a_name(name, site):
        return False
    surname = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    text = context.witness.document.text
    return bool(surname.search(text, 0, region.start) or surname.search(text, region.end))


def _may_be_one(named: str, told: str, region: Span, context: JudgingContext) -> bool:
    """Whether the two names may belong to one person, or one person speak for the other."""
    text, cue = context.witness.document.text, context.excerpt.attribution.cue
    sentence = text[region.start : region.end + _ALIAS_WITHIN].partition("\n")[0]
    if share_a_name(named, text[region.start : region.end]) or _ON_BEHALF.search(sentence):
        return True
    if cue is not None and _ON_BEHALF.search(cue.text):
        return True
    one, other = (re.escape(name.split()[-1]) for name in (named, told))
    near = re.compile(
        rf"\b(?:{one}\b(.{{0,{_ALIAS_WITHIN}}}?)\b{other}|{other}\b(.{{0,{_ALIAS_WITHIN}}}?)\b{one})\b"
    )
    return any(_ALIAS.search(found[1] or found[2] or "") for found in near.finditer(text))


def wrong_outlet(context: JudgingContext) -> Iterator[Finding]:
    """ATT502: the article names one known outlet, and both the link and the page belong to another known one."""
    attribution, page = context.excerpt.attribution, context.witness.page
    if not attribution.outlet or not attribution.link or not page.metadata.site_name:
        return
    table = outlets().with_outlets(dict(context.settings.outlets))
    named, owner = _known(attribution.outlet, table), _known(page.metadata.site_name, table)
    linked = table.at_address(attribution.link)
    if named is None or owner is None or owner not in linked or named in linked or named == owner:
        return
    if table.is_shared(attribution.outlet) or _passes_on(attribution.link, context.article):
        return
    if _are_related(named, owner, context) or _credits(page, named):
        return
    message = f"the article names {quoted(attribution.outlet)}, and the link leads to {quoted(owner)}"
    yield context.finding("ATT502", message, excerpt=attribution.cue or whole(context.excerpt.passages))


def _known(name: str, table: OutletTable) -> str | None:
    """The outlet of the table that a name stands for, with or without its article."""
    bare = name.removeprefix("The ").removeprefix("the ")
    return next((found for found in map(table.named, (name, bare, f"The {bare}")) if found), None)


def _passes_on(link: str, article: Article) -> bool:
    """Whether a link leads to a place that passes on other publications' texts, or stays on the article's own site."""
    host = (urlsplit(link).hostname or "").removeprefix("www.")
    own = (urlsplit(article.metadata.url or "").hostname or "").removeprefix("www.")
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


def wrong_voice(context: JudgingContext) -> Iterator[Finding]:
    """ATT503: "OUTLET reports", while the page marks the words as opinion, a letter or an advertisement, or quotes them."""
    if not context.alignment.found or not _reports(context):
        return
    spoken = third_party(context) if vouches(context) else ()
    if spoken:
        message = f"gives as the outlet's own report what it quotes from {speaker_of(spoken) or 'somebody'}"
        yield about_speech("ATT503", message, spoken, context)
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
            return text.strip()[:_ALIAS_WITHIN]
    path = urlsplit(context.witness.url or context.excerpt.attribution.link or "").path
    return next((part for part in path.split("/") if _PATH.match(part)), None)
