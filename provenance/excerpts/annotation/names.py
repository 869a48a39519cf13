"""Names: how far a run of capitalised words is one name, and of what kind; sections of laws, titles of documents, how a page writes its words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.excerpts.annotation.lines import Line
from provenance.excerpts.annotation.mention import Gender, Mention, MentionKind, given_names
from provenance.languages.cues import Language, Word
from provenance.text.language import function_words
from provenance.text.span import Span

PARTICLES = frozenset(
    "de del della der den von van la le da di dos das do du bin ibn al el ben ter ten zu st af e".split()
)
POSSESSIVE = "'s"
OF = frozenset("of for the de des du der del da do di della van für of".split())
_GERMAN_ARTICLES = frozenset("der den des das du".split())
_LONGEST_NAME = 9  # words
_MOST_JOINTS = 2  # words between a document and whose it is: "of the"
_LONGEST_PERSON = 4  # capitals
_LONGEST_ABBREVIATION = 5  # letters before a stop that ends no sentence
ACRONYM = re.compile(r"[A-ZА-ЯЁ]{2,6}")
DOMAIN = re.compile(r"(?=[^.]*[a-zA-Z])[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.[a-z]{2,7}", re.IGNORECASE)
LEGAL = frozenset("§ §§ art artikel article artículo articolo artigo section sec".split())
_LETTERS = re.compile(r"[^\W\d_]{2,40}")
_LONGEST_SMALL_WORD = 5  # letters of a word that a page uses as a small word
_OFTEN = 4  # times


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads the words of lines for names."""

    text: str  # the article's text
    pack: Language  # its language
    vocabulary: "Vocabulary"  # how it writes its words

    def make(
        self,
        line: Line,
        kind: MentionKind,
        words: range,
        *,
        name: str | None = None,
        gender: Gender | None = None,
        roles: tuple[str, ...] = (),
    ) -> Mention:
        """A mention of some words of a line; its name is theirs where none is given."""
        start, end = line.words[words.start].start, line.words[words.stop - 1].end
        return Mention(kind, name or self.text[start:end], Span(start, end), words, gender, roles)

    def _legal(self, line: Line, index: int) -> Mention | None:
        """A section of a law: "§ 5 Abs. 2 UrhG", "Article 7"."""
        words = line.words
        if words[index].key not in LEGAL:
            return None
        ahead = words[index + 1 : index + 2]
        if not ahead or not ahead[0].text[0].isdigit():
            return None
        stop = index + 2
        while stop < min(len(words), index + _LONGEST_NAME) and (
            words[stop].text[0].isdigit() or words[stop].is_capitalised or words[stop].text == "."
        ):
            stop += 1
        stop -= words[stop - 1].text == "."
        return self.make(line, MentionKind.WORK, range(index, stop))

    def _is_common(self, line: Line, index: int) -> bool:
        """Whether a capitalised word is a small one at the beginning of a sentence, or an article in a title."""
        word = line.words[index]
        if len(word.text) == 1 and not self._is_initial(line, index):
            return True
        if word.key in self.vocabulary.function or word.key.partition("'")[0] in self.vocabulary.function:
            return not self._is_given(line, index)
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

    def _is_given(self, line: Line, index: int) -> bool:
        """Whether a small word with a capital inside a sentence is a given name: "said Will Tarn"."""
        ahead = line.words[index + 1 : index + 2]
        named = line.words[index].key in given_names() and bool(ahead) and ahead[0].is_capitalised
        return named and not line.begins_sentence(index) and ahead[0].key not in self.vocabulary.function

    def is_small(self, word: Word) -> bool:
        """Whether a word is a small one that is no preposition."""
        return word.key in self.vocabulary.function and word.key not in self.pack.prepositions

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
            initials = max(map(len, last.text.split("."))) == 1
            same = bool(ahead) and line.sentences[index + 1] == line.sentences[index]
            short = initials or (same and len(last.text) <= _LONGEST_ABBREVIATION)
            return int(short and bool(ahead) and ahead[0].is_capitalised)
        if word.is_capitalised:
            named = word.key not in self.vocabulary.function or self._is_initial(line, index)
            return int(named and line.sentences[index] == line.sentences[start])
        joined = word.key in PARTICLES and self._joins(last, word)
        joined = (
            joined
            or (word.key in OF - {"the"} and index - start == 1 and self._is_body_word(last))
            or word.text in "&-"
        )
        if not joined:
            return 0
        if ahead and ahead[0].is_capitalised:
            return 2
        return 3 if len(ahead) > 1 and ahead[0].key in PARTICLES and ahead[1].is_capitalised else 0

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

    def _behind_titles(self, line: Line, run: range) -> tuple[int, tuple[str, ...]]:
        """Where the name behind its titles begins, and the titles."""
        start, roles = run.start, []
        while start < run.stop and self._is_title(line, range(start, run.stop)):
            if line.words[start].is_word:
                roles.append(line.words[start].key)
            start += 1
        return start, tuple(roles)

    def _is_title(self, line: Line, run: range) -> bool:
        """Whether a run of words begins with a title, an abbreviation that is longer than an initial, or their stop."""
        first, ahead = line.words[run.start], line.words[run.start + 1 : run.stop]
        stopped = bool(ahead) and ahead[0].text == "."
        shortened = stopped and len(first.text) > 1 and first.key not in PARTICLES
        return self.pack.is_title(first.key) or first.text == "." or shortened

    def _kind(self, words: Sequence[Word], *, titled: bool) -> MentionKind:
        keys = [word.key for word in words if word.is_word]
        capitals = sum(word.is_capitalised for word in words)
        several = len(keys) > 1 or self.pack.nouns_capitalised is False
        if several and any(key in self.pack.outlet_words for key in keys):
            return MentionKind.OUTLET if keys[0] not in given_names() else MentionKind.PERSON
        if titled or keys[0] in given_names():
            return MentionKind.PERSON if capitals > 1 or titled else MentionKind.NAME
        if "." in words[0].text and DOMAIN.fullmatch(words[0].text):
            return MentionKind.OUTLET
        if len(keys) == 1:
            return MentionKind.ORGANISATION if ACRONYM.fullmatch(words[0].text) else MentionKind.NAME
        body = any(word.text == "&" or word.key in OF for word in words) or capitals > _LONGEST_PERSON
        return MentionKind.ORGANISATION if body or ACRONYM.fullmatch(words[-1].text) else MentionKind.PERSON

    def _work_end(self, line: Line, index: int) -> int:
        """Where the name of a document ends: "ruling of the Velm court", "Urteil des Landgerichts"."""
        words, stop = line.words, index + 1
        joints = 0
        while stop < len(words) and joints < _MOST_JOINTS and words[stop].key in OF:
            stop, joints = stop + 1, joints + 1
        named = stop < len(words) and words[stop].is_capitalised and words[stop].key not in given_names()
        return self._run_end(line, stop) if joints and named else index + 1

    def _is_noun(self, line: Line, index: int) -> bool:
        """Whether a small word stands within three words before, in the same clause, so that this one is a noun."""
        before = line.words[max(0, index - 3) : index]
        clause = []
        for word in reversed(before):
            if not word.is_word:
                break
            clause.append(word.key)
        if line.words[index].key in self.pack.titles and line.begins_sentence(index):
            return True  # "Prosecutors say"
        if line.words[index].key in self.pack.saying:
            clause = clause[:1]  # "the report said", and not "the keeper replied"
        owner = line.words[index - 2] if clause and clause[0].endswith(POSSESSIVE) else None
        # "the harbour's report", and not "Lee's letter"
        owned = owner is not None and not owner.is_capitalised
        function, prepositions = self.vocabulary.function, self.pack.prepositions
        return owned or any(key in function or key in prepositions for key in clause)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How a page writes its words."""

    small: frozenset[str]  # the words that it writes with a small letter, or in a script without capitals
    # Those that say little by themselves: the language's commonest; where no list has them, the page's own short and
    # frequent ones.
    function: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str], language: str) -> "Vocabulary":
        """The vocabulary of a page's texts."""
        counted = Counter(_LETTERS.findall("\n".join(texts)))
        small = frozenset(word for word in counted if word == word.lower())
        if language in function_words():
            return cls(small, function_words()[language])
        often = (word for word in small if counted[word] >= _OFTEN and len(word) <= _LONGEST_SMALL_WORD)
        return cls(small, frozenset(word for word in often if word.islower()))
