"""Cases, which a person wrote down about saved articles, read from ``case.toml``, the article, ``sources/``, ``findings.toml``."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from provenance.configuration.keys import nearest, severity
from provenance.configuration.settings import Settings, interpreted, repository_of
from provenance.errors import ConfigurationError
from provenance.excerpts.model import Boundary, Markup
from provenance.files.reading import is_inside, read_table
from provenance.findings.codes import RULES
from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict

CASE_FILE = "case.toml"
FINDINGS_FILE = "findings.toml"
SOURCES_FOLDER = "sources"
ARTICLE_FILES = ("article.html", "article.md", "article.txt")
_JUDGING_KEYS = ("profile", "labels", "outlets")
_TEXT_KEYS = ("begins", "ends", "outlet", "speaker", "link", "source")
_Choice = TypeVar("_Choice", bound=StrEnum)
_Kind = TypeVar("_Kind")


class ExpectedFinding(NamedTuple):
    """A finding that a person expects."""

    code: str  # `OMI202`
    excerpt: str | None = None  # in the article; empty where there are none, None where it does not matter
    source: str | None = None  # the words in the source, likewise
    severity: Severity | None = None  # none where it does not matter


class ExpectedExcerpt(NamedTuple):
    """An excerpt that a person expects, with its verdict and findings."""

    begins: str  # its first words, as the article has them
    ends: str  # its last words
    verdict: Verdict  # what is to be said of it
    markup: Markup | None = None  # how it is set off; from here on None where it does not matter
    outlet: str | None = None  # the publication named; here and in the next two, empty says that none may be
    speaker: str | None = None  # the person named
    link: str | None = None  # the address of its source
    boundary: Boundary | None = None  # whether the article shows where it ends
    continues: bool | None = None  # whether it goes on with the quotation of the excerpt before it
    source: str | None = None  # the file it is to be compared with, relative to the folder of sources
    findings: tuple[ExpectedFinding, ...] = ()  # in any order


class Case(NamedTuple):
    """A saved article, its saved originals and what is expected."""

    folder: Path  # where it stands
    title: str  # what it shows, in a few words
    why: str  # why that matters, and which reading it takes where there is more than one
    article: Path  # the article's file
    sources: Path | None  # the folder of saved originals, or None
    given: tuple[str, ...]  # what somebody hands over, as `--source` takes it: `FILE` or `URL=FILE`
    language: str | None  # a BCP 47 primary subtag that overrides the page's own, or None
    settings: Settings  # profile, outlets, labels
    excerpts: tuple[ExpectedExcerpt, ...]  # in the article's order

    @property
    def name(self) -> str:
        """Family and slug: ``altered/figures``."""
        return f"{self.folder.parent.name}/{self.folder.name}"


def find_cases(path: Path) -> tuple[Path, ...]:
    """The folders of the cases that a path names, sorted: those at or below a folder, or the one that a file belongs to."""
    if not path.is_file():
        return tuple(sorted(file.parent for file in path.glob(f"**/{CASE_FILE}")))
    above = (folder for folder in path.parents if (folder / CASE_FILE).is_file())
    return tuple(islice(above, 1))


def read_case(folder: Path) -> Case:
    """Read a case."""
    for name in (CASE_FILE, FINDINGS_FILE, SOURCES_FOLDER, *ARTICLE_FILES):
        _check_inside(folder, name)
    about = _Table.of_file(folder / CASE_FILE).knowing("title", "why", "texts", "settings")
    settings = about.table("settings").knowing("lang", "given", "mapping", *_JUDGING_KEYS)
    _check_texts(about)
    sources = folder / SOURCES_FOLDER
    return Case(
        folder,
        title=about.required("title"),
        why=about.required("why"),
        article=_article(folder),
        sources=sources if sources.is_dir() else None,
        given=_given_sources(folder, settings),
        language=settings.text("lang"),
        settings=interpreted(
            {key: value for key, value in settings.values.items() if key in _JUDGING_KEYS}, folder / CASE_FILE
        ),
        excerpts=read_expectations(folder / FINDINGS_FILE),
    )


def read_expectations(path: Path) -> tuple[ExpectedExcerpt, ...]:
    """Read a findings.toml."""
    table = _Table.of_file(path).knowing("excerpt")
    if "excerpt" not in table.values:
        raise ConfigurationError(
            f"{path} lists no excerpt; write excerpt = [] for an article that quotes nobody."
        )
    return tuple(map(_excerpt, table.rows("excerpt")))


def _check_texts(about: "_Table") -> None:
    """Every text says where it comes from: one sentence for all of them, or one for each file."""
    origin = about.values.get("texts")
    sentences = list(origin.values()) if isinstance(origin, dict) else [origin]
    if not sentences or not all(isinstance(sentence, str) and sentence for sentence in sentences):
        raise about.wrong("texts must say where the texts come from and under which licence.")


def _article(folder: Path) -> Path:
    found = [folder / name for name in ARTICLE_FILES if (folder / name).is_file()]
    if len(found) != 1:
        raise ConfigurationError(
            f"{folder} holds {len(found)} articles; it needs one of {', '.join(ARTICLE_FILES)}."
        )
    return found[0]


def _given_sources(folder: Path, settings: "_Table") -> tuple[str, ...]:
    given, mapped = settings.value("given", list, "a list of strings") or [], settings.table("mapping")
    if not all(isinstance(name, str) for name in given):
        raise settings.wrong("given must be a list of strings.")
    files = {url: mapped.text(url) or "" for url in mapped.values}
    for name in (*given, *files.values()):
        _check_inside(folder, name)
    return (*(str(folder / name) for name in given), *(f"{url}={folder / files[url]}" for url in files))


def _check_inside(folder: Path, name: str) -> None:
    """Check that what a case names is not outside of its repository, links followed: who checks it may not own it."""
    place = folder / name
    if "\0" in name or not (is_inside(place, [folder]) or is_inside(place, [repository_of(folder)])):
        raise ConfigurationError(
            f"{folder / CASE_FILE}: {name!r:.80} leads out of its repository; put it inside."
        )


def _excerpt(row: "_Table") -> ExpectedExcerpt:
    row.knowing(*_TEXT_KEYS, "verdict", "markup", "boundary", "continues", "finding")
    return ExpectedExcerpt(
        begins=row.required("begins"),
        ends=row.required("ends"),
        verdict=row.choice("verdict", Verdict, row.required("verdict")),
        markup=row.optional_choice("markup", Markup),
        outlet=row.text("outlet"),
        speaker=row.text("speaker"),
        link=row.text("link"),
        boundary=row.optional_choice("boundary", Boundary),
        continues=row.value("continues", bool, "true or false"),
        source=row.text("source"),
        findings=tuple(map(_finding, row.rows("finding"))),
    )


def _finding(row: "_Table") -> ExpectedFinding:
    code, level = row.knowing("code", "excerpt", "source", "severity").required("code"), row.text("severity")
    if code not in RULES:
        raise row.wrong(f"there is no finding {code!r}; {nearest(code, RULES)}")
    graded = None if level is None else severity(f"{row.place}: severity", level)
    return ExpectedFinding(code, row.text("excerpt"), row.text("source"), graded)


class _Table(NamedTuple):
    """A table of a file, and where it stands, for messages."""

    place: str
    values: Mapping[str, Any]

    @classmethod
    def of_file(cls, path: Path) -> "_Table":
        return cls(str(path), read_table(path))

    def wrong(self, what: str) -> ConfigurationError:
        return ConfigurationError(f"{self.place}: {what}")

    def knowing(self, *keys: str) -> "_Table":
        """This table, if it has no other keys."""
        for key in self.values:
            if key not in keys:
                raise self.wrong(f"there is no key {key!r}; {nearest(key, keys)}")
        return self

    def value(self, key: str, kind: type[_Kind], described: str) -> _Kind | None:
        value = self.values.get(key)
        if value is not None and not isinstance(value, kind):
            raise self.wrong(f"{key} must be {described}.")
        return value

    def text(self, key: str) -> str | None:
        return self.value(key, str, "a string")

    def required(self, key: str) -> str:
        if not (value := self.text(key)):
            raise self.wrong(f"{key} is missing; write it.")
        return value

    def table(self, key: str) -> "_Table":
        return _Table(f"{self.place}: {key}", self.value(key, dict, "a table") or {})

    def rows(self, key: str) -> "Iterable[_Table]":
        rows = self.values.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.wrong(f"{key} must be a list of tables, [[{key}]].")
        return (_Table(f"{self.place}: {key} {n}", row) for n, row in enumerate(rows, start=1))

    def choice(self, key: str, kind: type[_Choice], value: str) -> _Choice:
        names = [str(item) for item in kind]
        if value not in names:
            raise self.wrong(f"{key} is {value!r}; {nearest(value, names)}")
        return kind(value)

    def optional_choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        value = self.text(key)
        return None if value is None else self.choice(key, kind, value)
