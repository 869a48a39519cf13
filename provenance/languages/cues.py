"""Languages: the words by which each sets up a quotation, from the data files in ``languages/``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files

from provenance.languages.phrases import Phrases, Word, words_of

NEUTRAL = "und"
"""The code of the language that nobody knows: no words, only marks and colons."""


NONE = Phrases()
_PARTS = 2  # of a separable verb
_MENTIONING = "masculine feminine plural neutral roles roles_feminine organisation_words documents".split()


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words for quoting. A field that a data file leaves out is empty.

    Attributes:
        code: A BCP 47 primary subtag.
        spaced: Whether words stand apart and names begin with a capital.
        nouns_capitalised: Whether common nouns begin with a capital too.
        dropped_subject: Whether a reporting verb may stand without naming who speaks.
        speech_dashes: Whether a dash may open speech, and close it before the author's words.
        opening_dashes: Whether only a dash at the beginning of a paragraph opens speech, and a dash or a comma closes it.
        inner_speech: Whether commas may set off who speaks inside the marks (« So it is, says Lee. It was so. »).
        verbs: Reporting verbs, every form.
        outlet_verbs: Those of them that are said of publications.
        according: What stands before the one quoted ("according to").
        following: What stands after the one quoted ("zufolge").
        author_marks: What stands between a quotation and its author, without a verb ("aldus").
        speech_nouns: What somebody says, as a noun ("Lee's claim", "the words of Lee").
        owned_by: What stands between such a noun and its owner.
        authored_by: What stands between a document and its author.
        agents: What stands between a verb and whoever does it ("described by").
        quoting: Those of the verbs behind which whoever is quoted may stand.
        owners_masculine: What stands for the owner before such a noun ("his"); likewise ``owners_feminine``, and
            ``owners`` where the word does not tell.
        reading: "one reads in".
        told: What stands before the outlet to which a person spoke.
        discovery: Credits for discovery ("h/t").
        via: Credits for passing on.
        source_labels: "Source:".
        excerpt_labels: What sets up an excerpt and names nobody.
        read_on: Lines that lead to the source.
        voice_return: How the author's own voice comes back.
        author_notes: Labels of the author's own notes.
        title_words: What stands before a title, a name, a slogan.
        named_things: Nouns for what bears quoted words as its name: "the song “…”", "the “…” sign".
        documents: Kinds of document.
        roles: Offices and trades; ``roles_feminine`` tell the pronoun.
        honorifics: "Mr"; likewise.
        outlet_words: Words in the names of publications.
        organisation_words: Words in the names of organisations.
        function_words: Words that begin sentences and are no names.
        prepositions: What makes whoever stands behind it no subject.
        articles: Those of the determiners that stand before somebody who is described ("said the associate").
        determiners: What stands before a common noun.
        demonstratives: What may stand before one, and before a clause or a verb as well ("that").
        indefinite: What stands before somebody who is mentioned for the first time ("a doctor").
        articles_masculine: Those of the articles that tell the pronoun; likewise ``articles_feminine``.
        name_joints: What goes on a publication's name ("of").
        passing: What stands before somebody who is named in passing ("with Lee"); likewise ``opposing`` before whoever
            does something to the one meant ("by Lee").
        pointing: What begins a sentence that points back at a quotation ("these words").
        clause_openers: What stands between a noun for something said and the clause ("that", "selon laquelle").
        relatives: What begins a clause about the noun before it ("a shirt that said").
        self_naming: What follows the verb where a body gives itself a name ("calls itself").
        judging: Those of the verbs that say what somebody thinks of something: what they say of it follows at once, or
            behind one of ``judged_as`` ("dismissed it as").
        verb_endings: What a verb of saying that no list has ends in, behind a quotation.
        no_verbs: Words that end so and are none; where words do not stand apart, phrases that hold a verb's sign.
        no_nouns: Words that may follow a noun with its article, and are none.
        participles: Those of the verbs that may stand before a noun as adjectives ("the asking price").
        auxiliaries: What stands before a participle that is a verb ("is saying").
        plural_endings: What the verbs of several end in, where a verb may stand without its subject.
        copulas: What joins somebody to what they are ("is", "became").
        particles: Small words inside names.
        elisions: What an apostrophe joins to the next word.
        adverbs: What may stand between a name and its verb, where words do not stand apart.
        aged: What follows a number in a word that calls somebody by their age ("56-year-old").
        masculine: Pronouns; likewise ``feminine``, ``plural``, ``neutral``.
        mentioning: The first words of pronouns, offices and documents: other words without a capital mention nobody.
    """

    code: str
    spaced: bool = True
    nouns_capitalised: bool = False
    dropped_subject: bool = False
    speech_dashes: bool = False
    opening_dashes: bool = False
    inner_speech: bool = False
    verbs: Phrases = NONE
    outlet_verbs: Phrases = NONE
    according: Phrases = NONE
    following: Phrases = NONE
    author_marks: Phrases = NONE
    speech_nouns: Phrases = NONE
    owned_by: Phrases = NONE
    authored_by: Phrases = NONE
    agents: Phrases = NONE
    quoting: Phrases = NONE
    owners_masculine: Phrases = NONE
    owners_feminine: Phrases = NONE
    owners: Phrases = NONE
    reading: Phrases = NONE
    told: Phrases = NONE
    discovery: Phrases = NONE
    via: Phrases = NONE
    source_labels: Phrases = NONE
    excerpt_labels: Phrases = NONE
    read_on: Phrases = NONE
    voice_return: Phrases = NONE
    author_notes: Phrases = NONE
    title_words: Phrases = NONE
    named_things: Phrases = NONE
    documents: Phrases = NONE
    roles: Phrases = NONE
    roles_feminine: Phrases = NONE
    honorifics: Phrases = NONE
    honorifics_feminine: Phrases = NONE
    honorifics_masculine: Phrases = NONE
    outlet_words: Phrases = NONE
    organisation_words: Phrases = NONE
    function_words: Phrases = NONE
    prepositions: Phrases = NONE
    articles: Phrases = NONE
    determiners: Phrases = NONE
    demonstratives: Phrases = NONE
    indefinite: Phrases = NONE
    articles_masculine: Phrases = NONE
    articles_feminine: Phrases = NONE
    name_joints: Phrases = NONE
    passing: Phrases = NONE
    opposing: Phrases = NONE
    pointing: Phrases = NONE
    clause_openers: Phrases = NONE
    relatives: Phrases = NONE
    self_naming: Phrases = NONE
    judging: Phrases = NONE
    judged_as: Phrases = NONE
    verb_endings: Phrases = NONE
    no_verbs: Phrases = NONE
    no_nouns: Phrases = NONE
    participles: Phrases = NONE
    auxiliaries: Phrases = NONE
    plural_endings: Phrases = NONE
    copulas: Phrases = NONE
    particles: Phrases = NONE
    adverbs: Phrases = NONE
    aged: Phrases = NONE
    masculine: Phrases = NONE
    feminine: Phrases = NONE
    plural: Phrases = NONE
    neutral: Phrases = NONE
    elisions: frozenset[str] = frozenset()
    mentioning: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        lists = (getattr(self, name) for name in _MENTIONING)
        object.__setattr__(
            self, "mentioning", frozenset(head for phrases in lists for head in phrases.by_head)
        )

    def prefixes_of(self, verb: str) -> frozenset[str]:
        """The prefixes that the verbs of two words have beside ``verb`` ("aus" beside "führt")."""
        heads = self.verbs.by_head.get(verb, ())
        return frozenset(keys[1] for keys in heads if len(keys) == _PARTS) if heads else frozenset()

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """The words and stops of ``text[start:end]``, cut as this language joins them."""
        return words_of(text, start, len(text) if end is None else end, elisions=self.elisions)


@cache
def known_languages() -> frozenset[str]:
    """The codes of the languages that have a data file."""
    folders = files("provenance.languages").iterdir()
    return frozenset(folder.name for folder in folders if (folder / "cues.toml").is_file())


@cache
def language(code: str | None) -> Language:
    """The language of a code (``en``, ``pt-BR``); one without words where there is no data file for it."""
    subtag = (code or NEUTRAL).replace("_", "-").partition("-")[0].lower()
    if subtag not in known_languages():
        return Language(NEUTRAL)
    data = tomllib.loads((files("provenance.languages") / subtag / "cues.toml").read_text("utf-8"))
    return _language(subtag, data)


def _language(code: str, data: dict[str, object]) -> Language:
    """A language from its data; a table's entries count as entries of the file."""
    flat = {key: value for key, value in data.items() if not isinstance(value, dict)}
    for table in data.values():
        if isinstance(table, dict):
            flat.update(table)
    elisions = frozenset(_strings(flat.pop("elisions", [])))
    spaced = bool(flat.get("spaced", True))
    lists = {
        key: Phrases.of(_strings(value), spaced=spaced, elisions=elisions)
        for key, value in flat.items()
        if isinstance(value, list)
    }
    flags = {key: value for key, value in flat.items() if isinstance(value, bool)}
    unknown = set(lists) | set(flags)
    unknown -= {entry.name for entry in fields(Language) if entry.init}
    if unknown:
        raise ValueError(f"languages/{code}.toml: no such entry: {', '.join(sorted(unknown))}")
    return Language(code=code, elisions=elisions, **lists, **flags)  # type: ignore[arg-type]


def _strings(value: object) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else []
