"""attribute(): whose words the candidates of an article are, and which link leads to them."""

from collections.abc import Sequence
from typing import NamedTuple

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.lines import QUOTED, Line
from provenance.excerpts.annotation.mention import Mention, MentionKind, given_names
from provenance.excerpts.annotation.mentions import ARTICLES
from provenance.excerpts.attribution.links import Earlier, Given, is_of_host, link_options
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Position
from provenance.excerpts.attribution.options import Option, OptionReader
from provenance.excerpts.attribution.ranker import CUES, SAID, certainty_values, likeliest, rankers
from provenance.excerpts.attribution.register import Source, SourceRegister
from provenance.excerpts.attribution.slots import is_nobodys
from provenance.excerpts.model import Attribution, Candidate
from provenance.excerpts.outlets import outlets
from provenance.text.document import Passage
from provenance.text.span import Span

_RESOLVED = 0.69  # probability at most, where somebody is meant by a pronoun or nothing
_LONGEST_ARTICLE = 5  # characters before a name
_LONGEST_CUE = 600  # characters
_EDGES = " \u00a0\u202f\n,"
_BODIES = frozenset((MentionKind.NAME, MentionKind.ORGANISATION, MentionKind.PERSON))
_MEANT = 0.5  # share of a source that a pronoun means: below it the others together are likelier
_ALIKE = 2 / 3  # where another fits as well
_PERSONS = frozenset((MentionKind.PERSON, MentionKind.NAME, MentionKind.ROLE, MentionKind.ORGANISATION))


class Choice(NamedTuple):
    """The source that a candidate is given to."""

    source: Source | None  # the source; None where nobody is likely enough
    option: Option | None  # the mention that decided, or None
    certainty: float  # how probable the source is, from 0 to 1
    credited: str | None = None  # the outlet in brackets behind it: "(The Gazette)"
    # The person who signs a candidate together with an outlet: "— Ann Lee, the Gazette".
    signing: str | None = None


def attribute(annotated: AnnotatedArticle, candidates: Sequence[Candidate]) -> list[Attribution]:
    """Say whose words each candidate of an article is, if it is quoted at all: one attribution for each, in their order."""
    if not candidates:
        return []
    article = MentionedArticle(annotated, candidates)
    reader = OptionReader(article, SourceRegister(article))
    told: dict[int, Attribution] = {}
    previous: tuple[Candidate, Source | None] | None = None
    known: dict[Source | None, Earlier] = {}  # what an earlier candidate of each source was told
    given: Given | None = None
    for index in sorted(range(len(candidates)), key=lambda at: candidates[at].span):
        candidate = candidates[index]
        choice = choose(reader.options(candidate, previous))
        source = choice.source
        earlier = known.get(source, Earlier())._replace(previous=given)
        told[index] = own = _attribution(reader, candidate, choice, earlier)
        led = Given(own.link, reader.article.position(candidate)) if own.link else None
        given = led or given
        if source is not None or previous is None:
            previous = (candidate, source)
        if source is not None and (led or own.outlet):
            known[source] = Earlier(led, outlet=own.outlet)
    return [told[index] for index in range(len(candidates))]


def choose(options: Sequence[Option]) -> Choice:
    """The source that is most probable, all its mentions taken together."""
    trained = rankers()
    shares = trained.source.probabilities([option.values for option in options])
    allowed = [(option, share) for option, share in zip(options, shares, strict=True) if not option.barred]
    if not allowed:
        return Choice(None, None, 0.0)
    best, share = likeliest([each for _, each in allowed], [id(option.source) for option, _ in allowed])
    option = allowed[best][0]
    (certainty,) = trained.certainty.probabilities([certainty_values(option.values, share)])
    least = trained.source.naming
    if option.mention.kind is MentionKind.PRONOUN:
        least = _ALIKE if any(_fits_alike(other, option) for other, _ in allowed) else _MEANT
    named = certainty >= trained.certainty.naming and share >= least
    option = _subject_among(options, option)
    credited = (
        option.source.name
        for option in options
        if option.values.get("behind-in-brackets") and option.source.kind is MentionKind.OUTLET
    )
    signing = _signing(options, option) if named else None
    return Choice(option.source if named else None, option, certainty, next(credited, None), signing)


def _fits_alike(other: Option, option: Option) -> bool:
    """Whether a pronoun may as well mean somebody else who is named in the same sentence."""
    alike = ("meant-sentences", "meant-agrees", "source-person")
    same = other.mention == option.mention and other.source is not option.source
    return same and all(other.values.get(name) == option.values.get(name) for name in alike)


def _subject_among(options: Sequence[Option], chosen: Option) -> Option:
    """The mention of the same source that is the subject of the verb, where it has two: "said the *choirmaster*, Ann Lee"."""
    alike = (option for option in options if option.source is chosen.source)
    return next((one for one in alike if any(name.startswith("slot-behind") for name in one.values)), chosen)


def _signing(options: Sequence[Option], chosen: Option) -> str | None:
    """The first person in the signature in which the option that was chosen stands."""
    places = [place for place in ("inner", "tail-signed") if chosen.values.get(place)]
    persons = (option for option in options if option.source.kind is MentionKind.PERSON)
    return next((one.source.name for one in persons if any(one.values.get(place) for place in places)), None)


def _attribution(reader: OptionReader, candidate: Candidate, choice: Choice, earlier: Earlier) -> Attribution:
    article = reader.article
    position = article.position(candidate)
    source, option = choice.source, choice.option
    link = _link(article, candidate, position, choice, earlier)
    cue = _cue(article, candidate, position, option) if option is not None and _is_cued(option) else None
    kind = source.kind if source is not None else None
    if source is not None and option is not None and _publishes(article, option, source, link, cue):
        kind = MentionKind.OUTLET
    outlet = quoted = None
    if source is not None and option is not None and kind is MentionKind.OUTLET:
        outlet = _full_name(article, source.name, option.mention)
        quoted = choice.signing or reader.quoted_by(option)
    if outlet is None:
        named_by = [] if source else [one.span for one in article.annotated.article.links if one.href == link]
        outlet = _outlet_in(article, [*filter(None, [cue]), *named_by], link)
    return Attribution(
        cue=Passage(article.annotated.article.document, cue) if cue is not None else None,
        outlet=outlet or choice.credited or _outlet_of_link(link) or earlier.outlet,
        speaker=source.name if source is not None and kind in _PERSONS else quoted,
        link=link,
        work=source.name if source is not None and kind is MentionKind.WORK else None,
        certainty=round(min(choice.certainty, _most_certain(option)), 3),
        is_said=option is not None and any(option.values.get(name) for name in SAID),
        evidence=rankers().source.evidence(option.values) if option is not None else (),
    )


def _link(
    article: MentionedArticle, candidate: Candidate, position: Position, choice: Choice, earlier: Earlier
) -> str | None:
    """The most probable address, if one is more probable than none."""
    named = choice.option if choice.source is not None else None
    mention = named.mention.span if named is not None else None
    options = link_options(
        article, candidate, position, source=choice.source, mention=mention, earlier=earlier
    )
    if is_nobodys(article, position):
        options = [option for option in options if not option.values.get("before-sentences")]
    ranker = rankers().link
    shares = ranker.probabilities([option.values for option in options])
    by_href: dict[str, float] = {}
    for option, share in zip(options, shares, strict=True):
        by_href[option.href] = by_href.get(option.href, 0.0) + share
    best = max(by_href, key=by_href.__getitem__, default=None)
    return best if best is not None and by_href[best] >= ranker.naming else None


def _outlet_of_link(link: str | None) -> str | None:
    """The outlet that publishes at an address, if exactly one known one does."""
    known = outlets().at_address(link) if link else ()
    return known[0] if len(known) == 1 else None


def _outlet_in(article: MentionedArticle, spans: Sequence[Span], link: str | None) -> str | None:
    """The first outlet that some words name: one that is known as such, or that the host of the link spells."""
    for span, at in ((words, at) for words in spans for at in article.lines_at(words)):
        line = article.lines[at]
        for place in article.places_in(at, line.index_at(span.start), line.index_at(span.end)):
            mention = place.mention
            spelt = mention.kind in _BODIES and _spells(link, mention.name)
            if (mention.kind is MentionKind.OUTLET or spelt) and span.covers(mention.span):
                return _full_name(article, mention.name, mention) if spelt else mention.name
    return None


def _spells(link: str | None, name: str) -> bool:
    """Whether the host of a link spells a name that is no person's."""
    return (
        link is not None
        and name.split(maxsplit=1)[0].casefold() not in given_names()
        and is_of_host(name, link)
    )


def _most_certain(option: Option | None) -> float:
    """How certain a name may be at most: less where a pronoun has to be resolved."""
    return _RESOLVED if option is not None and "meant-rank" in option.values else 1.0


def _full_name(article: MentionedArticle, name: str, mention: Mention) -> str:
    """The name of an outlet with the capitalised article right before it, where its own mention has one."""
    text = article.annotated.text
    if text[mention.span.start : mention.span.end] != name:
        return name
    before = text[max(0, mention.span.start - _LONGEST_ARTICLE) : mention.span.start]
    article_word = before.split()[-1] if before.strip() and before[-1].isspace() else ""
    is_article = article_word[:1].isupper() and article_word.casefold() in ARTICLES
    return f"{article_word} {name}" if is_article else name


def _publishes(
    article: MentionedArticle, option: Option, source: Source, link: str | None, cue: Span | None
) -> bool:
    """Whether a name is that of the site to which the link leads, signs a block with the link set on it, or a title "reports"."""
    if source.kind is MentionKind.WORK and not source.roles and cue is not None:
        return bool(
            article.pack.reporting.find(article.pack.words(article.annotated.text, cue.start, cue.end))
        )
    if source.kind not in _BODIES or source.words[0] in given_names():
        return False
    return _spells(link, source.name) or (link is not None and bool(option.values.get("tail-linked")))


def _is_cued(option: Option) -> bool:
    """Whether words say whose a candidate is: a verb, "according to", a colon, a signature; not only a name near it."""
    return any(option.values.get(name) for name in CUES)


def _cue(
    article: MentionedArticle, candidate: Candidate, position: Position, option: Option | None
) -> Span | None:
    """The words that give a candidate to its source: the rest of the sentence on the side of the mention."""
    inner = next((span for span in candidate.inner if option and span.covers(option.mention.span)), None)
    if inner is not None:
        return inner
    if option is not None and len(option.mention.span):
        return _clause_around(article, option.mention.span)
    return _rest_before(article, position) or _rest_behind(article, position)


def _clause_around(article: MentionedArticle, mention: Span) -> Span | None:
    """The words around a mention in its sentence, up to the next quotation on either side."""
    for at in article.lines_at(mention):
        line, start = article.lines[at], article.lines[at].index_at(mention.start)
        if start < len(line.words):
            first, last = _run(line, start, -1), _run(line, start, 1)
            return _stripped(article.annotated.text, line.words[first].start, line.words[last].end)
    return None


def _run(line: Line, word: int, step: int) -> int:
    """The last word on one side of a word before a quotation or another sentence."""
    at = word
    while 0 <= at + step < len(line.words) and abs(at - word) < _LONGEST_CUE:
        following = at + step
        if line.words[following].key == QUOTED or line.sentences[following] != line.sentences[word]:
            break
        at = following
    return at


def _rest_before(article: MentionedArticle, position: Position) -> Span | None:
    at, word = position.before
    if at < 0 or not word:
        return None
    line = article.lines[at]
    start = line.start_before(word, line.sentences[word - 1], most=_LONGEST_CUE)
    if start == word:
        return None
    return _stripped(article.annotated.text, line.words[start].start, line.words[word - 1].end)


def _rest_behind(article: MentionedArticle, position: Position) -> Span | None:
    at, word = position.behind
    if at >= len(article.lines):
        return None
    line, stop = article.lines[at], word
    if word >= len(line.words):
        return None
    sentence = line.sentences[max(0, word - 1)] if position.ends_inside else line.sentences[word]
    limit = min(len(line.words), word + _LONGEST_CUE)
    while stop < limit and line.sentences[stop] == sentence and line.words[stop].key != QUOTED:
        stop += 1
    return (
        _stripped(article.annotated.text, line.words[word].start, line.words[stop - 1].end)
        if stop > word
        else None
    )


def _stripped(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end][-_LONGEST_CUE:]
    start = end - len(piece)
    bare = piece.strip(_EDGES)
    if not any(map(str.isalnum, bare)):
        return None
    start += piece.find(bare)
    return Span(start, start + len(bare))
