"""The register of sources: every person, outlet, body and work that an article names, each once, with its names and roles."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance.excerpts.annotation.mention import Gender, Mention, MentionKind
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place
from provenance.text.memo import Memo

_INDEFINITE = frozenset("a an one another ein eine einer un une uno una um uma en ett et een".split())
_WINDOW = 600  # words of one paragraph that are looked at
_MOST_LOOKED = 150  # mentions before a word that are looked at
_MOST_ALIKE = 20  # sources that are kept under one word
_LONGEST_SURNAME = 2  # characters of a surname, and of a given name behind it
_SHORTEST_STEM = 4  # letters that two forms of a surname share
_LONGEST_ENDING = 3  # letters in which they may differ
_NAMED = frozenset((MentionKind.PERSON, MentionKind.NAME, MentionKind.OUTLET, MentionKind.ORGANISATION))
_LONGEST_APPOSITION = 6  # words behind a name that say what somebody is
_WORDS = Memo[list[str]](lambda name: name.casefold().split())  # asked for with each mention of a name


@dataclass(slots=True, eq=False)
class Source:
    """Somebody or something that an article names."""

    kind: MentionKind  # what it is
    name: str  # the fullest name that the article gives
    gender: Gender | None = None  # the pronoun that goes with it, where a given name tells
    # What the article says it is, in lower case: "rector", "mayor".
    roles: set[str] = field(default_factory=set)
    in_sentence: bool = True  # whether that name stands in a sentence, and not in a heading
    places: list[Place] = field(default_factory=list)  # where it is mentioned, in order, pronouns left out

    @property
    def words(self) -> list[str]:
        """The words of its name, in lower case."""
        return _WORDS[self.name]


class SourceRegister:
    """The sources of an article, by the mentions that name them."""

    def __init__(self, article: MentionedArticle) -> None:
        self._article = article
        self.sources: list[Source] = []
        self._by_word: dict[str, list[Source]] = {}
        self._by_role: dict[str, list[Source]] = {}
        self._by_beginning: dict[str, list[Source]] = {}
        self._by_place: dict[int, Source] = {}
        for places in article.places:
            roles: list[Place] = []
            for at, place in enumerate(places):
                if place.mention.kind is not MentionKind.PRONOUN:
                    self._add(place)
                for office in roles:
                    if self._apposed(place, office):
                        self._by_place[id(place)].roles.update(office.mention.roles)
                        self._by_place[id(office)] = self._by_place[id(place)]
                if at and self._abbreviates(place, places[at - 1]):
                    self._by_word[place.mention.name.casefold()] = [self._by_place[id(places[at - 1])]]
                roles = [*roles[-1:], place] if place.mention.kind is MentionKind.ROLE else roles

    def source_of(self, place: Place) -> Source | None:
        """The source that a mention names; None for a pronoun."""
        return self._by_place.get(id(place))

    def named(self, mention: Mention) -> Source:
        """The source of a mention that stands in no line: one that is known, or a new one."""
        words = _WORDS[mention.name]
        known = (source for source in self._by_word.get(words[-1], []) if _is_one(words, source.words))
        source = next(known, None) if words else None
        if source is None:
            return Source(mention.kind, mention.name, mention.gender, set(mention.roles))
        return source

    def before(self, sentence: int, line: int, word: int, reach: int) -> Iterator[tuple[Source, Place]]:
        """The sources named in the ``reach`` sentences up to a word, each with its last mention, the nearest first."""
        seen: set[int] = set()
        looked = 0
        for at in range(min(line, len(self._article.places) - 1), -1, -1):
            if at < line and self._article.sentence(at + 1, 0) <= sentence - reach:
                return
            if not self._article.running[at]:
                continue
            stop = word if at == line else len(self._article.lines[at].words)
            for place in reversed(self._article.places_in(at, max(0, stop - _WINDOW), stop)):
                looked += 1
                if place.sentence < sentence - reach or looked > _MOST_LOOKED:
                    return
                source = self._by_place.get(id(place))
                if source is not None and id(source) not in seen:
                    seen.add(id(source))
                    yield source, place

    def _add(self, place: Place) -> None:
        mention = place.mention
        source = self._known(place)
        if source is None:
            source = Source(mention.kind, mention.name, mention.gender)
            source.in_sentence = self._article.running[place.line]
            self.sources.append(source)
        elif self._is_fuller(place, source) and (mention.kind in _NAMED or mention.kind is source.kind):
            source.name, source.in_sentence = mention.name, self._article.running[place.line]
            source.kind = mention.kind if source.kind in {MentionKind.NAME, MentionKind.ROLE} else source.kind
        source.gender = source.gender or mention.gender
        source.roles.update(mention.roles, self._described(place))
        source.places.append(place)
        self._by_place[id(place)] = source
        for word in _WORDS[mention.name]:
            _enter(self._by_word, word, source)
        for role in source.roles:
            _enter(self._by_role, role, source)
        beginning = source.words[-1][:_SHORTEST_STEM] if self._article.pack.cased else source.name[:1]
        _enter(self._by_beginning, beginning, source)

    def _is_fuller(self, place: Place, source: Source) -> bool:
        """Whether a mention says more than the name known; that of a heading, or one in capitals, gives way to any of a sentence."""
        name, count = place.mention.name, len(_WORDS[place.mention.name])
        said = (not name.isupper(), min(count, 2), self._article.running[place.line], count)
        known = (not source.name.isupper(), min(len(source.words), 2), source.in_sentence, len(source.words))
        return said > known

    def _known(self, place: Place) -> Source | None:
        """The source of an earlier mention that a mention names again."""
        mention = place.mention
        words = _WORDS[mention.name]
        if not words:
            return None
        if mention.kind in {MentionKind.ROLE, MentionKind.WORK}:
            return self._with_role(place)
        for source in reversed(self._by_word.get(words[-1], [])):
            if source.kind in _NAMED and _is_one(words, source.words):
                return source
        if len(words) == 1 and mention.kind in {MentionKind.NAME, MentionKind.PERSON}:
            return self._inflected(words[0]) if self._article.pack.cased else self._with_surname(words[0])
        return None

    def _inflected(self, word: str) -> Source | None:
        """The person of whose surname a word is another form ("Nováka")."""
        for source in reversed(self._by_beginning.get(word[:_SHORTEST_STEM], [])):
            last = source.words[-1]
            shared = min(len(last), len(word)) - 2
            alike = shared >= _SHORTEST_STEM and last[:shared] == word[:shared]
            if alike and source.kind is MentionKind.PERSON and abs(len(last) - len(word)) <= _LONGEST_ENDING:
                return source
        return None

    def _with_surname(self, word: str) -> Source | None:
        """The person whose name begins with a surname of one or two characters, as Korean, Chinese and Japanese write it."""
        if len(word) > _LONGEST_SURNAME:
            return None
        longer = (
            s
            for s in reversed(self._by_beginning.get(word[:1], []))
            if s.kind in _NAMED and s.name.startswith(word) and s.name != word
        )
        return next((source for source in longer if len(source.name) <= len(word) + _LONGEST_SURNAME), None)

    def _with_role(self, place: Place) -> Source | None:
        """Whoever holds the office that a mention names, or what an earlier mention calls by the same word.

        Behind "a" or "one" an office is somebody else's.
        """
        mention, kind = place.mention, place.mention.kind
        if self.is_indefinite(place):
            return None
        kinds = {kind, MentionKind.PERSON, MentionKind.NAME} if kind is MentionKind.ROLE else {kind}
        same = (
            source
            for role in mention.roles
            for source in reversed(self._by_role.get(role, []))
            if source.kind in kinds
        )
        return next(same, None)

    def is_indefinite(self, place: Place) -> bool:
        """Whether "a" or "one" stands before an office: somebody new."""
        start = place.mention.words.start
        return bool(start) and self._article.lines[place.line].words[start - 1].key in _INDEFINITE

    def _abbreviates(self, place: Place, before: Place) -> bool:
        """Whether a name in brackets is the initials of what stands before it: "the Board of River Works (BRW)"."""
        name, words = place.mention.name, self._article.lines[place.line].words
        at = place.mention.words.start
        if not name.isupper() or at == 0 or words[at - 1].text not in "(（" or self.source_of(before) is None:
            return False
        initials = "".join(
            word.text[0] for word in words[before.mention.words.start : at] if word.is_capitalised
        )
        return len(name) > 1 and before.sentence == place.sentence and initials.upper().startswith(name[:2])

    def _apposed(self, place: Place, before: Place) -> bool:
        """Whether a name stands in apposition to the office before it: "the minister of works, Ann Lee"."""
        if before.sentence != place.sentence or before.mention.kind is not MentionKind.ROLE:
            return False
        if place.mention.kind is not MentionKind.PERSON:
            return False
        words = self._article.lines[place.line].words[before.mention.words.stop : place.mention.words.start]
        stops = [word.text for word in words if not word.is_word]
        return stops == [","] and words[-1].text == "," and len(words) <= _LONGEST_APPOSITION

    def _described(self, place: Place) -> Iterator[str]:
        """What stands right before a name, or behind it between commas: "harbour master Ann Lee, rector of Velm,"."""
        mention = place.mention
        if mention.kind not in {MentionKind.PERSON, MentionKind.NAME}:
            return
        pack, function = self._article.pack, self._article.vocabulary.function
        words = self._article.lines[place.line].words
        before = words[max(0, mention.words.start - 1) : mention.words.start]
        if before and before[0].is_word and before[0].text.islower() and before[0].key not in function:
            yield before[0].key
        behind = words[mention.words.stop : mention.words.stop + 1]
        if behind and behind[0].text in ",(":
            for word in words[mention.words.stop + 1 : mention.words.stop + 1 + _LONGEST_APPOSITION]:
                if not word.is_word or word.key in pack.saying:
                    return
                if word.key in pack.titles:
                    yield word.key


def _enter(index: dict[str, list[Source]], key: str, source: Source) -> None:
    """Enter a source under a key, as the latest; of many the last are kept."""
    known = index.setdefault(key, [])
    if not known or known[-1] is not source:
        known.append(source)
        del known[:-_MOST_ALIKE]


def _is_one(words: list[str], known: list[str]) -> bool:
    """Whether two names may be one's: one is part of the other, or they share the last word and begin alike."""
    shorter, longer = sorted((words, known), key=len)
    if set(shorter) <= set(longer):
        return len(shorter) > 1 or longer[-1] == shorter[-1] or longer[0] == shorter[0]
    return False
