"""Reading cases from their folders: ``case.toml``, the article, ``sources/`` and ``findings.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from provenance.cases.case import Case, ExpectedExcerpt, ExpectedFinding
from provenance.configuration.keys import nearest, severity
from provenance.configuration.settings import interpreted, repository_of
from provenance.errors import ConfigurationError
from provenance.excerpts.model import Boundary, Markup
from provenance.files.reading import is_inside, read_table
from provenance.findings.codes import RULES
from provenance.findings.trace import Verdict

CASE_FILE = "case.toml"
FINDINGS_FILE = "findings.toml"
SOURCES_FOLDER = "sources"
ARTICLE_FILES = ("article.html", "article.md", "article.txt")

_CASE_KEYS = ("title", "why", "texts", "settings")
_SETTINGS_KEYS = ("lang", "profile", "labels", "outlets", "given", "mapping")
_JUDGING_KEYS = ("profile", "labels", "outlets")
_FINDINGS_KEYS = ("excerpt",)
_TEXT_KEYS = ("begins", "ends", "outlet", "speaker", "link", "source")
_EXCERPT_KEYS = (*_TEXT_KEYS, "verdict", "markup", "boundary", "continues", "finding")
_FINDING_KEYS = ("code", "excerpt", "source", "severity")

_Choice = TypeVar("_Choice", bound=StrEnum)


def find_cases(path: Path) -> tuple[Path, ...]:
    """The folders of all cases at or below a path, which may be a case's folder or its case.toml, sorted."""
    if path.name == CASE_FILE and path.is_file():
        return (path.parent,)
    return tuple(sorted(file.parent for file in path.glob(f"**/{CASE_FILE}")))


def cases_at(path: Path) -> tuple[Path, ...]:
    """The folders of the cases that a path names: those at or below a folder, or the one that a file belongs to."""
    if not path.is_file():
        return find_cases(path)
    above = (folder for folder in path.parents if (folder / CASE_FILE).is_file())
    return tuple(islice(above, 1))


def read_case(folder: Path) -> Case:
    """Read a case.

    Raises:
        ConfigurationError: If a file is missing, or a key or value in one is wrong.
    """
    for name in (CASE_FILE, FINDINGS_FILE, SOURCES_FOLDER, *ARTICLE_FILES):
        _check_inside(folder, name)
    about = _Table.of_file(folder / CASE_FILE).knowing(_CASE_KEYS)
    settings = about.table("settings").knowing(_SETTINGS_KEYS)
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
    """Read a findings.toml.

    Raises:
        ConfigurationError: If it is missing, or a key or value in it is wrong.
    """
    table = _Table.of_file(path).knowing(_FINDINGS_KEYS)
    if "excerpt" not in table.values:
        raise ConfigurationError(
            f"{path} lists no excerpt; write excerpt = [] for an article that quotes nobody."
        )
    return tuple(_excerpt(row.knowing(_EXCERPT_KEYS)) for row in table.rows("excerpt"))


def _check_texts(about: _Table) -> None:
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


def _given_sources(folder: Path, settings: _Table) -> tuple[str, ...]:
    given, mapped = settings.texts("given"), settings.table("mapping")
    files = {url: mapped.text(url) or "" for url in mapped.values}
    for name in (*given, *files.values()):
        _check_inside(folder, name)
    return tuple(str(folder / name) for name in given) + tuple(
        f"{url}={folder / name}" for url, name in files.items()
    )


def _check_inside(folder: Path, name: str) -> None:
    """Check that what a case names is not outside of its repository, links followed: who checks it may not own it."""
    if "\0" in name or not is_inside(folder / name, [folder, repository_of(folder)]):
        raise ConfigurationError(
            f"{folder / CASE_FILE}: {name!r:.80} leads out of its repository; put it inside."
        )


def _excerpt(row: _Table) -> ExpectedExcerpt:
    return ExpectedExcerpt(
        begins=row.required("begins"),
        ends=row.required("ends"),
        verdict=row.choice("verdict", Verdict, row.required("verdict")),
        markup=row.optional_choice("markup", Markup),
        outlet=row.text("outlet"),
        speaker=row.text("speaker"),
        link=row.text("link"),
        boundary=row.optional_choice("boundary", Boundary),
        continues=row.flag("continues"),
        source=row.text("source"),
        findings=tuple(_finding(found.knowing(_FINDING_KEYS)) for found in row.rows("finding")),
    )


def _finding(row: _Table) -> ExpectedFinding:
    code = row.required("code")
    if code not in RULES:
        raise row.wrong(f"there is no finding {code!r}; {nearest(code, RULES)}")
    level = row.text("severity")
    return ExpectedFinding(
        code,
        excerpt=row.text("excerpt"),
        source=row.text("source"),
        severity=None if level is None else severity(f"{row.place}: severity", level),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of a file, and where it stands, for messages."""

    place: str
    values: Mapping[str, Any]

    @classmethod
    def of_file(cls, path: Path) -> _Table:
        return cls(str(path), read_table(path))

    def wrong(self, what: str) -> ConfigurationError:
        return ConfigurationError(f"{self.place}: {what}")

    def knowing(self, keys: Iterable[str]) -> _Table:
        """This table, if it has no other keys."""
        for key in self.values:
            if key not in keys:
                raise self.wrong(f"there is no key {key!r}; {nearest(key, keys)}")
        return self

    def text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong(f"{key} must be a string.")
        return value

    def required(self, key: str) -> str:
        value = self.text(key)
        if not value:
            raise self.wrong(f"{key} is missing; write it.")
        return value

    def flag(self, key: str) -> bool | None:
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(f"{key} must be true or false.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(f"{key} must be a list of strings.")
        return tuple(value)

    def table(self, key: str) -> _Table:
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(f"{key} must be a table.")
        return _Table(f"{self.place}: {key}", value)

    def rows(self, key: str) -> tuple[_Table, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(f"{key} must be a list of tables, [[{key}]].")
        return tuple(_Table(f"{self.place}: {key} {n}", row) for n, row in enumerate(value, start=1))

    def choice(self, key: str, kind: type[_Choice], value: str) -> _Choice:
        names = [str(item) for item in kind]
        if value not in names:
            raise self.wrong(f"{key} is {value!r}; {nearest(value, names)}")
        return kind(value)

    def optional_choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        value = self.text(key)
        return None if value is None else self.choice(key, kind, value)
