"""Tags: the words beside a quotation that say whose it is ("said the fitter, Piet Halvar")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.languages.cues import language
from provenance.languages.lexicon_files import lexicon_of
from provenance.languages.sentences import splitter
from provenance.text.folding import fold_word
from provenance.text.span import Span
from provenance.text.tokens import tokenize

if TYPE_CHECKING:
    from provenance.languages.lexicon import Lexicon

_REACH: Final = 220  # code points beside a quotation that are read as its tag
_VERB_WITHIN: Final = 12  # words of the tag's beginning in which its verb stands
_INCISE_VERB: Final = 2  # words in which the verb stands of a tag amid the marks
_BARE: Final = 6  # words of a tag without a verb
_SAID: Final = ("said_neutral", "said_loaded")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]{0,30}")
_PARTICLES: Final = frozenset("de da di do dos del della van von der den la le du el al bin ibn".split())
_COMMAS: Final = ",，、"
_LONGEST_UNSPACED_NAME: Final = 8  # characters
_MOST_NAME_WORDS: Final = 3  # where capitals do not tell a name
_UNCASED = re.compile(r"[^\W\d_a-zA-ZÀ-ɏͰ-ϿЀ-ӿ]")


class TagReader:
    """Reads the tags of a text in one language."""

    def __init__(self, text: str, code: str) -> None:
        self.text = text
        self.language = language(code)
        self._lexicon: Lexicon = lexicon_of(code)
        self._splitter = splitter(code)

    def after(self, end: int, limit: int) -> Span | None:
        """The rest of the sentence behind a quotation that does not end it, if that says who speaks.

        Args:
            end: Where the quotation ends, its closing mark included.
            limit: Where the block ends, or the next quotation begins.
        """
        limit = min(limit, end + _REACH)
        stop = next(iter(self._splitter.ends(self.text, end, limit)), limit)
        tag = Span(end, stop)
        return tag if self.has_verb(tag) or self._is_verbless(tag) else None

    def _is_verbless(self, tag: Span) -> bool:
        """Whether a few words behind a comma name somebody: German "…“, so Holm."."""
        words = self.text[tag.start : tag.end].strip(" ,.;").split()
        named = 1 < len(words) <= _BARE and words[0].islower() and any(word[0].isupper() for word in words)
        return named and "," in self.text[max(0, tag.start - 2) : tag.start + 1]

    def before(self, start: int, floor: int) -> Span | None:
        """The beginning of the sentence before a quotation, where a comma or a colon leads to it and it says who speaks."""
        floor = max(floor, start - _REACH)
        lead = self.text[floor:start].rstrip(" \u00a0\n\t([")
        ends = [
            end for end in self._splitter.ends(self.text, floor, floor + len(lead)) if end < floor + len(lead)
        ]
        tag = Span(ends[-1] if ends else floor, floor + len(lead))
        if lead.endswith((":", "：")) and (self.has_verb(tag, within=len(lead)) or self.name(tag)):
            return tag
        return tag if lead.endswith(tuple(_COMMAS)) and self.has_verb(tag) else None

    def has_verb(self, tag: Span, *, within: int = _VERB_WITHIN) -> bool:
        """Whether a verb of saying stands at the beginning of a tag."""
        words = self.language.words(self.text, tag.start, tag.end)[:within]
        if self.language.saying and self.language.saying.find(words):
            return True
        keys = [fold_word(token.text) for token in tokenize(self.text[tag.start : tag.end])][:within]
        if any(next(iter(self._lexicon.words(name).hits(keys)), None) for name in _SAID):
            return True
        said = self.language.saying.plain if not self.language.spaced else ()
        return any(verb in self.text[tag.start : tag.end] for verb in said)

    def opens_incise(self, start: int, end: int) -> bool:
        """Whether what begins at ``start`` begins with a verb of saying, as a tag between dashes or commas does."""
        return self.has_verb(Span(start, end), within=_INCISE_VERB)

    def name(self, tag: Span) -> str | None:
        """The person whom a tag names; None where it has a pronoun or an office alone."""
        if self.language.saying:
            return self._mentioned(tag)
        return self._capitalised(tag) or self._beside_verb(tag)

    def _capitalised(self, tag: Span) -> str | None:
        """The first words in a row that begin with capitals, small particles between them included."""
        run: list[str] = []
        for word in _NAME_WORD.finditer(self.text, tag.start, tag.end):
            bare = word[0].rstrip(".'’")
            if word[0][0].isupper() or (run and bare in _PARTICLES):
                run.append(bare)
            elif run:
                break
            if run and self.text[word.end() : word.end() + 1] != " ":
                break
        return " ".join(run) or None

    def only_person(self, span: Span) -> str | None:
        """The person whom a stretch of text names, if it is one alone."""
        from provenance.excerpts.annotation.mention import MentionKind
        from provenance.excerpts.annotation.mentions import mentions_in

        named = {
            mention.name
            for mention in mentions_in(self.text, span, self.language)
            if mention.kind is MentionKind.PERSON
        }
        return named.pop() if len(named) == 1 else None

    def _mentioned(self, tag: Span) -> str | None:
        from provenance.excerpts.annotation.mention import MentionKind
        from provenance.excerpts.annotation.mentions import mentions_in

        for mention in mentions_in(self.text, tag, self.language):
            if mention.kind is MentionKind.PRONOUN:
                return None
            if mention.kind in {MentionKind.PERSON, MentionKind.NAME}:
                return mention.name
        return None if self.language.spaced else self._before_verb(tag)

    def _before_verb(self, tag: Span) -> str | None:
        """What stands before the verb where no spaces part words."""
        text = self.text[tag.start : tag.end].lstrip(' ”」』“"，,、')
        at = min((found for verb in self.language.saying.plain if (found := text.find(verb)) > 0), default=0)
        return text[:at] if 0 < at <= _LONGEST_UNSPACED_NAME else None

    def _beside_verb(self, tag: Span) -> str | None:
        """The words behind the verb, up to a comma, in writing without capitals."""
        text = self.text[tag.start : tag.end].strip(' "”»״“,،.:')
        if not _UNCASED.search(text):
            return None
        words = re.split(r"[,،.]", text, maxsplit=1)[0].split()
        keys = [fold_word(word) for word in words]
        said = [hit for name in _SAID for hit in self._lexicon.words(name).hits(keys)]
        behind = words[said[0].last :][:_MOST_NAME_WORDS] if said else []
        return " ".join(behind) or None
