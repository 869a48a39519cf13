"""Mentions: who and what a line names, by capitals, titles, small words and position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from provenance.excerpts.annotation.lines import QUOTED, line_of
from provenance.excerpts.annotation.mention import Gender, Mention, MentionKind, given_names
from provenance.excerpts.annotation.positions import positional_mentions
from provenance.excerpts.annotation.sentences import sentences
from provenance.excerpts.annotation.vocabulary import Vocabulary
from provenance.languages.cues import language
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.excerpts.annotation.lines import Line
    from provenance.excerpts.outlets import OutletTable
    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word

_PARTICLES = frozenset(
    "de del della der den von van la le da di dos das do du bin ibn al el ben ter ten zu st af e".split()
)
_OF = frozenset("of for the de des du der del da do di della van für of".split())
ARTICLES = frozenset("the der die das el la los las le les il lo gli de het den det o os l'".split())
"""Articles that may open the name of an outlet."""
_GERMAN_ARTICLES = frozenset("der den des das du".split())
_LONGEST_NAME = 7  # words
_MOST_JOINTS = 2  # words between a document and whose it is: "of the"
_LONGEST_ROLE = 5  # words
_LONGEST_PERSON = 4  # capitals
_LONGEST_TITLE = 8  # words between quotation marks
_ACRONYM = re.compile(r"[A-ZА-ЯЁ]{2,6}")
_DOMAIN = re.compile(r"(?=[^.]*[a-zA-Z])[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.[a-z]{2,7}", re.IGNORECASE)
_LEGAL = frozenset("§ §§ art artikel article artículo articolo artigo section sec".split())
_STOPS = frozenset('.,;:!?()[]–—-/|"“”„«»')


@dataclass(frozen=True, slots=True)
class MentionReader:
    """Reads lines for mentions.

    Attributes:
        text: The article's text.
        pack: Its language.
        vocabulary: How it writes its words.
        table: The outlets that are known.
    """

    text: str
    pack: Language
    vocabulary: Vocabulary
    table: OutletTable

    def mentions(self, line: Line) -> tuple[Mention, ...]:
        """What a line mentions, in order; a role and a name do not overlap."""
        if not self.pack.cased:
            return positional_mentions(self.text, line, self.pack)
        found: list[Mention] = []
        index = 0
        while index < len(line.words):
            mention = None if _is_plain(line.words[index].text, self.pack.code) else self._at(line, index)
            if mention is not None:
                found.append(mention)
            index = mention.words.stop if mention is not None else index + 1
        return tuple(_with_roles(line, found, self))

    def _at(self, line: Line, index: int) -> Mention | None:
        word = line.words[index]
        if not word.is_word:
            return self._sign(line, index)
        pronoun = _genders(self.pack.code).get(word.key)
        if pronoun is not None:
            return self._make(line, MentionKind.PRONOUN, range(index, index + 1), gender=pronoun)
        if word.is_capitalised:
            return self._capitalised(line, index)
        if "." in word.text and _DOMAIN.fullmatch(word.text):
            return self._make(line, MentionKind.OUTLET, range(index, index + 1))
        return self._legal(line, index) or self._common(line, index)

    def _sign(self, line: Line, index: int) -> Mention | None:
        """A handle, a section of a law, or a short title between quotation marks."""
        word, following = line.words[index], line.words[index + 1 : index + 2]
        if word.text == "@" and following and following[0].start == word.end:
            return self._make(line, MentionKind.NAME, range(index, index + 2))
        if word.text == "§":
            return self._legal(line, index)
        return self._title(line, index) if word.key == QUOTED else None

    def _title(self, line: Line, index: int) -> Mention | None:
        word = line.words[index]
        inside = self.text[word.start : word.end].strip(" \u00a0\"'“”„«»‹›‘’「」『』")
        words = self.pack.words(inside)
        if not words or len(words) > _LONGEST_TITLE or not words[0].is_capitalised or inside[-1] in ".,;":
            return None
        outlet = any(each.key in self.pack.outlet_words for each in words)
        kind = MentionKind.OUTLET if outlet else MentionKind.WORK
        return Mention(kind, inside, Span(word.start, word.end), range(index, index + 1))

    def _legal(self, line: Line, index: int) -> Mention | None:
        """A section of a law: "§ 5 Abs. 2 UrhG", "Article 7"."""
        words = line.words
        ahead = words[index + 1 : index + 2]
        if words[index].key not in _LEGAL or not ahead or not ahead[0].text[0].isdigit():
            return None
        stop = index + 2
        while stop < min(len(words), index + _LONGEST_NAME) and (
            words[stop].text[0].isdigit() or words[stop].is_capitalised or words[stop].text == "."
        ):
            stop += 1
        stop -= words[stop - 1].text == "."
        return self._make(line, MentionKind.WORK, range(index, stop))

    def _make(
        self,
        line: Line,
        kind: MentionKind,
        words: range,
        *,
        name: str | None = None,
        gender: Gender | None = None,
        roles: tuple[str, ...] = (),
    ) -> Mention:
        start, end = line.words[words.start].start, line.words[words.stop - 1].end
        return Mention(kind, name or self.text[start:end], Span(start, end), words, gender, roles)

    def _capitalised(self, line: Line, index: int) -> Mention | None:
        """The mention in the run of capitalised words that begins at ``index``, if it is one."""
        known = self.table.starting_at(line.words, index)
        if known is not None and (outlet := self._known_outlet(line, index, known)) is not None:
            return outlet
        legal = self._legal(line, index)
        if legal is not None:
            return legal
        if self._is_common(line, index):
            return self._titled_outlet(line, index) or self._common(line, index)
        stop = self._run_end(line, index)
        return self._named(line, range(index, stop))

    def _titled_outlet(self, line: Line, index: int) -> Mention | None:
        """An outlet whose name begins with an article: "La Gazette du Port"."""
        following = line.words[index + 1 : index + 2]
        if line.words[index].key not in ARTICLES or not following or not following[0].is_capitalised:
            return None
        if self._is_common(line, index + 1):
            return None
        stop = self._run_end(line, index + 1)
        if self._kind(line.words[index + 1 : stop], titled=False) is not MentionKind.OUTLET:
            return None
        return self._make(line, MentionKind.OUTLET, range(index, stop))

    def _known_outlet(self, line: Line, index: int, known: tuple[int, str]) -> Mention | None:
        length, outlet = known
        behind = line.words[index + length : index + length + 2]
        if len(behind) > 1 and behind[0].key in _PARTICLES:
            behind = behind[1:]
        if behind and behind[0].is_capitalised and behind[0].start <= line.words[index + length - 1].end + 4:
            return None  # the beginning of a longer name
        if outlet in self.table.ordinary and (length == 1 or line.begins_sentence(index)):
            return None
        return self._make(line, MentionKind.OUTLET, range(index, index + length), name=outlet)

    def _is_common(self, line: Line, index: int) -> bool:
        """Whether a capitalised word is a small one at the beginning of a sentence, or an article in a title."""
        word = line.words[index]
        if len(word.text) == 1 and not self._is_initial(line, index):
            return True
        if word.key in self.vocabulary.function or word.key.partition("'")[0] in self.vocabulary.function:
            return True
        if word.key in self.pack.calendar or word.key in self.pack.indefinite:
            return True
        if not line.begins_sentence(index):
            return False
        pack, key = self.pack, word.key
        return (
            key in self.vocabulary.small
            or key in pack.prepositions
            or key in pack.saying
            or bool(pack.according.at(line.words, index))
        )

    def _is_initial(self, line: Line, index: int) -> bool:
        ahead = line.words[index + 1 : index + 3]
        return len(ahead) > 1 and ahead[0].text == "." and ahead[1].is_capitalised

    def _run_end(self, line: Line, index: int) -> int:
        end = index + 1
        while end < len(line.words) and end - index < _LONGEST_NAME:
            step = self._step(line, index, end)
            if not step:
                break
            end += step
        return end

    def _step(self, line: Line, start: int, index: int) -> int:
        """How many words from ``index`` on continue the name that begins at ``start``: 0 if none does."""
        words, last, word = line.words, line.words[index - 1], line.words[index]
        if word.start - last.end > 1 or self.text[last.end : word.start] in {"\n", "\t"}:
            return 0
        ahead = words[index + 1 : index + 3]
        if word.text == ".":
            short = len(last.text) == 1 or f"{last.key}." in self.pack.abbreviations.exact
            short = short or (len(last.text) <= 4 and last.key in self.pack.titles)
            return int(short and bool(ahead) and ahead[0].is_capitalised)
        if word.is_capitalised:
            named = word.key not in self.vocabulary.function or self._is_initial(line, index)
            return int(named and line.sentences[index] == line.sentences[start])
        joined = word.key in _PARTICLES and self._joins(last, word)
        joined = (
            joined
            or (word.key in _OF and index - start == 1 and self._is_body_word(last))
            or word.text in "&-"
        )
        if not joined:
            return 0
        if ahead and ahead[0].is_capitalised:
            return 2
        return 3 if len(ahead) > 1 and ahead[0].key in _PARTICLES and ahead[1].is_capitalised else 0

    def _joins(self, last: Word, particle: Word) -> bool:
        """Whether a particle may go on a person's name: where nouns are capitalised, only behind a given name."""
        if not self.pack.nouns_capitalised:
            return True
        return particle.key not in _GERMAN_ARTICLES and last.key in given_names()

    def _is_body_word(self, word: Word) -> bool:
        """Whether a capitalised word may open the name of a body or an outlet ("Ministry of")."""
        return word.key not in given_names() and (
            word.key in self.vocabulary.small
            or word.key in self.pack.outlet_words
            or not self.pack.nouns_capitalised
        )

    def _named(self, line: Line, run: range) -> Mention:
        """What a run of capitalised words is, its titles told from its name."""
        first = line.words[run.start]
        if len(run) == 1 and first.key in self.pack.quoting and self.pack.nouns_capitalised:
            name = self.text[first.start : line.words[self._work_end(line, run.start) - 1].end]
            return self._make(line, MentionKind.WORK, run, name=name, roles=(first.key,))
        start, roles = self._behind_titles(line, run)
        if start == run.stop:
            before = line.words[run.start - 1].key if run.start else ""
            office = self.pack.nouns_capitalised or before in self.vocabulary.function
            return self._make(line, MentionKind.ROLE if office else MentionKind.NAME, run, roles=roles)
        words = line.words[start : run.stop]
        given = next((at for at in range(start, run.stop - 1) if line.words[at].key in given_names()), start)
        if given > start and (self.pack.nouns_capitalised or len(run) > 2):
            roles, start = (*roles, line.words[given - 1].key), given
            words = line.words[start : run.stop]
        elif words[0].key in _OF:  # "Leader of Burnley Council"
            return self._make(line, MentionKind.ROLE, run, roles=roles)
        kind = self._kind(words, titled=start > run.start)
        name = self.text[words[0].start : words[-1].end]
        whole = kind in {MentionKind.OUTLET, MentionKind.ORGANISATION} and not roles
        return self._make(
            line,
            kind,
            run,
            name=self.text[line.words[run.start].start : words[-1].end] if whole else name,
            gender=given_names().get(words[0].key) if kind is MentionKind.PERSON else None,
            roles=roles,
        )

    def _behind_titles(self, line: Line, run: range) -> tuple[int, tuple[str, ...]]:
        """Where the name behind its titles begins, and the titles."""
        start, roles = run.start, []
        while start < run.stop and (
            line.words[start].key in self.pack.titles or line.words[start].text == "."
        ):
            if line.words[start].is_word:
                roles.append(line.words[start].key)
            start += 1
        return start, tuple(roles)

    def _kind(self, words: Sequence[Word], *, titled: bool) -> MentionKind:
        keys = [word.key for word in words if word.is_word]
        capitals = sum(word.is_capitalised for word in words)
        if any(key in self.pack.outlet_words for key in keys) and (
            len(keys) > 1 or self.pack.nouns_capitalised is False
        ):
            return MentionKind.OUTLET if keys[0] not in given_names() else MentionKind.PERSON
        if titled or keys[0] in given_names():
            return MentionKind.PERSON if capitals > 1 or titled else MentionKind.NAME
        if "." in words[0].text and _DOMAIN.fullmatch(words[0].text):
            return MentionKind.OUTLET
        if len(keys) == 1:
            return MentionKind.ORGANISATION if _ACRONYM.fullmatch(words[0].text) else MentionKind.NAME
        body = any(word.text == "&" or word.key in _OF for word in words) or capitals > _LONGEST_PERSON
        return MentionKind.ORGANISATION if body or _ACRONYM.fullmatch(words[-1].text) else MentionKind.PERSON

    def _common(self, line: Line, index: int) -> Mention | None:
        """A role or a document without a name: "the mayor", "in their report"."""
        word = line.words[index]
        kind = self._common_kind(word)
        if kind is None or not self._is_noun(line, index):
            return None
        stop = index + 1 if kind is MentionKind.ROLE else self._work_end(line, index)
        name = self.text[word.start : line.words[stop - 1].end]
        return self._make(line, kind, range(index, index + 1), name=name, roles=(word.key,))

    def _work_end(self, line: Line, index: int) -> int:
        """Where the name of a document ends: "ruling of the Velm court", "Urteil des Landgerichts"."""
        words, stop = line.words, index + 1
        joints = 0
        while stop < len(words) and joints < _MOST_JOINTS and words[stop].key in _OF:
            stop, joints = stop + 1, joints + 1
        if (
            not joints
            or stop >= len(words)
            or not words[stop].is_capitalised
            or words[stop].key in given_names()
        ):
            return index + 1
        return self._run_end(line, stop)

    def _common_kind(self, word: Word) -> MentionKind | None:
        if word.key in self.pack.quoting:
            return MentionKind.WORK
        return MentionKind.ROLE if word.key in self.pack.titles else None

    def _is_noun(self, line: Line, index: int) -> bool:
        """Whether a small word stands within three words before, in the same clause, so that this one is a noun."""
        before = line.words[max(0, index - 3) : index]
        clause = []
        for word in reversed(before):
            if not word.is_word:
                break
            clause.append(word.key)
        if line.words[index].key in self.pack.saying:
            clause = clause[:1]  # "the report said", and not "the keeper replied"
        return any(key in self.vocabulary.function or key in self.pack.prepositions for key in clause)


@cache
def _genders(code: str) -> dict[str, Gender]:
    """The pronouns of a language."""
    pack = language(code)
    lists = (
        (pack.neutral, Gender.NEUTRAL),
        (pack.plural, Gender.PLURAL),
        (pack.feminine, Gender.FEMININE),
        (pack.masculine, Gender.MASCULINE),
    )
    return {form: gender for forms, gender in lists for form in forms.exact}


@lru_cache(maxsize=1 << 15)
def _is_plain(word: str, code: str) -> bool:
    """Whether a word names nobody wherever it stands: small letters, no pronoun, title, document or section of a law."""
    pack = language(code)
    return (
        word.isalnum()
        and word == word.casefold()
        and word not in _LEGAL
        and word not in _genders(code)
        and word not in pack.quoting
        and word not in pack.titles
    )


def mentions_in(text: str, span: Span, pack: Language) -> tuple[Mention, ...]:
    """Who and what a stretch of a text names, without what the rest of the text would tell.

    Args:
        text: The text; offsets are counted in it.
        span: The stretch.
        pack: Its language.
    """
    from provenance.excerpts.outlets import outlets

    vocabulary = Vocabulary.of((text[span.start : span.end],), pack.code)
    reader = MentionReader(text, pack, vocabulary, outlets())
    return reader.mentions(line_of(text, span, (), sentences(text, span.start, span.end), pack))


def _with_roles(line: Line, found: list[Mention], reader: MentionReader) -> Iterator[Mention]:
    """The mentions, and whoever is described beside a verb of saying and not named: "the lighthouse keeper replied"."""
    taken = {at for mention in found for at in mention.words if mention.kind is not MentionKind.ROLE}
    described = []
    for at, word in enumerate(line.words):
        if word.is_word and word.key in reader.pack.saying:
            for words in (
                _described_before(line, at, taken, reader),
                _described_behind(line, at, taken, reader),
            ):
                if words is not None and not any(index in taken for index in words):
                    described.append(
                        reader._make(line, MentionKind.ROLE, words, roles=(line.words[words[-1]].key,))
                    )
                    taken.update(words)
    replaced = {at for mention in described for at in mention.words}
    kept = [mention for mention in found if replaced.isdisjoint(mention.words)]
    yield from sorted([*kept, *described], key=lambda mention: mention.words.start)


def _described_before(line: Line, verb: int, taken: set[int], reader: MentionReader) -> range | None:
    start = verb
    while start > max(0, verb - _LONGEST_ROLE) and _is_content(line, start - 1, taken, reader):
        start -= 1
    opened = line.begins_sentence(start) or line.words[start - 1].key in reader.vocabulary.function
    return range(start, verb) if start < verb and opened else None


def _described_behind(line: Line, verb: int, taken: set[int], reader: MentionReader) -> range | None:
    start = verb + 1
    while (
        start < len(line.words) and line.words[start].key in reader.vocabulary.function and start <= verb + 2
    ):
        start += 1
    stop = start
    while stop < min(len(line.words), start + _LONGEST_ROLE) and _is_content(line, stop, taken, reader):
        stop += 1
    ahead = line.words[stop : stop + 1]
    leads_on = bool(ahead) and (
        stop in taken
        or (ahead[0].key in reader.vocabulary.function and ahead[0].key not in reader.pack.prepositions)
    )
    return range(start, stop) if stop > start and not (leads_on and stop == start + 1) else None


def _is_content(line: Line, index: int, taken: set[int], reader: MentionReader) -> bool:
    word = line.words[index]
    if not word.is_word or index in taken or word.text[0].isdigit():
        return False
    pack = reader.pack
    small = (
        word.key in reader.vocabulary.function or word.key in pack.prepositions or word.key in pack.indefinite
    )
    capital = word.is_capitalised and not line.begins_sentence(index)
    return not small and word.key not in pack.saying and capital <= pack.nouns_capitalised
