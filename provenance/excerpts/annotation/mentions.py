"""Mentions: who and what a line names, by capitals, titles, small words and position."""

import re
from dataclasses import dataclass
from functools import cache

from provenance.excerpts.annotation.described import with_described
from provenance.excerpts.annotation.lines import QUOTED, Line, line_of
from provenance.excerpts.annotation.mention import Gender, Mention, MentionKind, given_names
from provenance.excerpts.annotation.names import ACRONYM, DOMAIN, LEGAL, OF, PARTICLES, NameReader, Vocabulary
from provenance.excerpts.annotation.positions import positional_mentions
from provenance.excerpts.outlets import OutletTable
from provenance.languages.cues import NEUTRAL, Language, language
from provenance.languages.sentences import splitter
from provenance.text.memo import of_each_word
from provenance.text.span import Span

ARTICLES = frozenset("the der die das el la los las le les il lo gli de het den det o os l'".split())
"""Articles that may open the name of an outlet."""
_LONGEST_TITLE = 8  # words between quotation marks
_LONGEST_PREFIX = 5  # characters
_YEAR, _CENTURIES = 4, frozenset(("18", "19", "20"))  # digits of a year, and its first two
_HANDLE = re.compile(r"[a-z]{2,20}_?\d{1,4}")
_TELLING_SIGNS = frozenset("@§")  # of a handle, of a section of a law


@dataclass(frozen=True, slots=True)
class MentionReader(NameReader):
    """Reads lines for mentions."""

    table: OutletTable  # the outlets that are known

    def mentions(self, line: Line) -> tuple[Mention, ...]:
        """What a line mentions, in order; a role and a name do not overlap."""
        if not self.pack.cased:
            return positional_mentions(self.text, line, self.pack, self.vocabulary)
        found: list[Mention] = []
        plain, stop = _plain_words(self.pack.code), 0
        for index in [at for at, word in enumerate(line.words) if not plain[word.text]]:
            mention = self._at(line, index) if index >= stop else None
            if mention is not None:
                found.append(mention)
                stop = mention.words.stop
        return tuple(with_described(line, found, self))

    def _at(self, line: Line, index: int) -> Mention | None:
        word = line.words[index]
        if not word.is_word:
            return self._sign(line, index)
        pronoun = _genders(self.pack.code).get(word.key)
        if pronoun is not None:
            return self.make(line, MentionKind.PRONOUN, range(index, index + 1), gender=pronoun)
        if word.is_capitalised:
            return self._capitalised(line, index)
        if (joined := self._joined(line, index)) is not None:
            return joined
        if "." in word.text and DOMAIN.fullmatch(word.text):
            return self.make(line, MentionKind.OUTLET, range(index, index + 1))
        return self._legal(line, index) or self._common(line, index)

    def _joined(self, line: Line, index: int) -> Mention | None:
        """A handle ("lee42"), or a name with a prefix, as languages without a pack may write it ("uZungu")."""
        text = line.words[index].text
        if _HANDLE.fullmatch(text):
            return self.make(line, MentionKind.NAME, range(index, index + 1))
        capital = next((at for at, letter in enumerate(text[:_LONGEST_PREFIX]) if letter.isupper()), 0)
        if not capital or self.pack.code != NEUTRAL or not text[capital:].istitle():
            return None
        run = range(index, self._run_end(line, index))
        name = self.text[line.words[index].start + capital : line.words[run.stop - 1].end]
        return self.make(line, MentionKind.PERSON if len(run) > 1 else MentionKind.NAME, run, name=name)

    def _sign(self, line: Line, index: int) -> Mention | None:
        """A handle, a section of a law, or a short title between quotation marks."""
        word, following = line.words[index], line.words[index + 1 : index + 2]
        if word.text == "@" and following and following[0].start == word.end:
            stop = index + 2
            while [each.text for each in line.words[stop : stop + 1]] == ["_"]:  # "@tide_watch"
                stop += 2
            return self.make(line, MentionKind.NAME, range(index, min(stop, len(line.words))))
        if word.text == "§":
            return self._legal(line, index)
        return self._title(line, index) if word.key == QUOTED else None

    def _title(self, line: Line, index: int) -> Mention | None:
        word = line.words[index]
        inside = self.text[word.start : word.end].strip(" \u00a0\"'“”„«»‹›‘’「」『』")
        if inside[-1:] in ".,;" or len(inside.split(maxsplit=_LONGEST_TITLE)) > _LONGEST_TITLE:
            return None
        words = self.pack.words(inside)
        if not words or len(words) > _LONGEST_TITLE or not words[0].is_capitalised:
            return None
        outlet = any(each.key in self.pack.outlet_words for each in words)
        kind = MentionKind.OUTLET if outlet else MentionKind.WORK
        return Mention(kind, inside, Span(word.start, word.end), range(index, index + 1))

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
        counted = self.pack.nouns_capitalised and line.words[stop - 1].key in self.pack.calendar
        if counted and line.words[index].key not in given_names():
            return None  # "Zwanzig Jahre"
        return self._numbered(line, index) or self._named(line, range(index, stop))

    def _numbered(self, line: Line, index: int) -> Mention | None:
        """A document that is called by a row and its number in it: "RFC 2119"; a year numbers none."""
        word, following = line.words[index], line.words[index + 1 : index + 2]
        if not following or not ACRONYM.fullmatch(word.text) or not following[0].text.isdecimal():
            return None
        is_year = len(following[0].text) == _YEAR and following[0].text[:2] in _CENTURIES
        joined = following[0].start - word.end == 1 and following[0].text[0] != "0"
        return self.make(line, MentionKind.WORK, range(index, index + 2)) if joined and not is_year else None

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
        return self.make(line, MentionKind.OUTLET, range(index, stop))

    def _known_outlet(self, line: Line, index: int, known: tuple[int, str]) -> Mention | None:
        length, outlet = known
        behind = line.words[index + length : index + length + 2]
        if len(behind) > 1 and behind[0].key in PARTICLES:
            behind = behind[1:]
        if behind and behind[0].is_capitalised and behind[0].start <= line.words[index + length - 1].end + 4:
            return None  # the beginning of a longer name
        if outlet in self.table.ordinary and (length == 1 or line.begins_sentence(index)):
            return None
        return self.make(line, MentionKind.OUTLET, range(index, index + length), name=outlet)

    def _named(self, line: Line, run: range) -> Mention:
        """What a run of capitalised words is, its titles told from its name."""
        first = line.words[run.start]
        document = first.key in self.pack.quoting or self.pack.quoting.closes[first.key]
        if len(run) == 1 and self.pack.nouns_capitalised and document:
            name = self.text[first.start : line.words[self._work_end(line, run.start) - 1].end]
            return self.make(line, MentionKind.WORK, run, name=name, roles=(first.key,))
        start, roles = self._behind_titles(line, run)
        if start == run.stop:
            before = line.words[run.start - 1].key if run.start else ""
            office = self.pack.nouns_capitalised or before in self.vocabulary.function
            return self.make(line, MentionKind.ROLE if office else MentionKind.NAME, run, roles=roles)
        words = line.words[start : run.stop]
        given = next((at for at in range(start, run.stop - 1) if line.words[at].key in given_names()), start)
        if given > start and (self.pack.nouns_capitalised or len(run) > 2):
            roles, start = (*roles, line.words[given - 1].key), given
            words = line.words[start : run.stop]
        elif start > run.start and words[0].key in OF:  # "Leader of Burnley Council"
            return self.make(line, MentionKind.ROLE, run, roles=roles)
        kind = self._kind(words, titled=start > run.start)
        name = self.text[words[0].start : words[-1].end]
        whole = kind in {MentionKind.OUTLET, MentionKind.ORGANISATION} and not roles
        return self.make(
            line,
            kind,
            run,
            name=self.text[line.words[run.start].start : words[-1].end] if whole else name,
            gender=self._gender(roles, words[0].key) if kind is MentionKind.PERSON else None,
            roles=roles,
        )

    def _gender(self, roles: tuple[str, ...], first: str) -> Gender | None:
        """The pronoun that goes with a person, by how it is addressed and by its given name."""
        if any(role in self.pack.ladies for role in roles):
            return Gender.FEMININE
        if any(role in self.pack.misters for role in roles):
            return Gender.MASCULINE
        return given_names().get(first)

    def _common(self, line: Line, index: int) -> Mention | None:
        """A role or a document without a name: "the mayor", "in their report"."""
        word = line.words[index]
        kind = _common_kinds(self.pack.code)[word.key]
        if kind is None or not self._is_noun(line, index):
            return None
        stop = index + 1 if kind is MentionKind.ROLE else self._work_end(line, index)
        name = self.text[word.start : line.words[stop - 1].end]
        return self.make(line, kind, range(index, index + 1), name=name, roles=(word.key,))


@cache
def _genders(code: str) -> dict[str, Gender]:
    pack = language(code)
    lists = (
        (pack.neutral, Gender.NEUTRAL),
        (pack.plural, Gender.PLURAL),
        (pack.feminine, Gender.FEMININE),
        (pack.masculine, Gender.MASCULINE),
    )
    return {form: gender for forms, gender in lists for form in forms.exact}


@of_each_word
def _common_kinds(code: str, key: str) -> MentionKind | None:
    """What each word of a language names by itself: a document, an office, or nothing."""
    pack = language(code)
    kinds = ((pack.quoting, MentionKind.WORK), (pack.titles, MentionKind.ROLE))
    return next((kind for forms, kind in kinds if key in forms), None)


@of_each_word
def _plain_words(code: str, word: str) -> bool:
    """Whether a word or stop of a language names nobody wherever it stands: no pronoun, title, document or section of a law."""
    if len(word) == 1 and not word.isalnum():
        return word not in _TELLING_SIGNS
    pack = language(code)
    return (
        word.isalnum()
        and word == word.casefold()
        and not word[-1].isdigit()
        and word not in LEGAL
        and word not in _genders(code)
        and word not in pack.quoting
        and word not in pack.titles
    )


def mentions_in(text: str, span: Span, pack: Language) -> tuple[Mention, ...]:
    """Who and what a stretch of a text names, without what the rest of the text would tell."""
    from provenance.excerpts.outlets import outlets

    vocabulary = Vocabulary.of((text[span.start : span.end],), pack.code)
    reader = MentionReader(text, pack, vocabulary, outlets())
    sentences = splitter(pack.code).spans(text, span.start, span.end, lines=True)
    return reader.mentions(line_of(text, span, (), sentences, pack))
