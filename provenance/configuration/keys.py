"""The table of keys: what each may hold, how it is read, and the JSON Schema that follows."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from provenance.configuration.settings import NEVER, SEVERITIES, PathSeverities, is_language
from provenance.errors import ConfigurationError
from provenance.findings.codes import matching
from provenance.findings.finding import Profile, Severity
from provenance.languages.lexicon_files import EXTENSIBLE

_STRINGS = {"type": "array", "items": {"type": "string"}}
_SEVERITY = {"enum": list(SEVERITIES)}


class Key(NamedTuple):
    """One key of the configuration."""

    read: Callable[[str, Any, Path], Any]  # makes the value of Settings; raises ConfigurationError
    schema: Mapping[str, Any]  # what JSON Schema says of the value
    summary: str  # one sentence


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a sentence that names the nearest known word, or all of them where none is near."""
    from difflib import get_close_matches

    words = list(known)
    near = get_close_matches(name, words, 1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(words)}."


def severity(key: str, value: object, *, others: tuple[str, ...] = ()) -> Severity:
    """A severity by its word; ``others`` are words that may stand there too.

    A ConfigurationError if there is none of that name.
    """
    if not isinstance(value, str) or value not in SEVERITIES:
        offered = nearest(str(value), (*SEVERITIES, *others))
        raise ConfigurationError(f"{key} is {value!r}, which is no severity; {offered}")
    return Severity[value.upper()]


def _fail_on(key: str, value: object, _: Path) -> Severity | None:
    return None if value == NEVER else severity(key, value, others=(NEVER,))


def _strings(key: str, value: object, _: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigurationError(f'{key} must be a list of strings, like ["first", "second"].')
    return tuple(value)


def _languages(key: str, value: object, folder: Path) -> tuple[str, ...]:
    tags = _strings(key, value, folder)
    for tag in tags:
        if not is_language(tag):
            raise ConfigurationError(
                f"{key}: {tag!r} is no language; write its code: en, de, fr … (`provenance languages` lists those that are known)"
            )
    return tags


def _archives(key: str, value: object, folder: Path) -> tuple[str, ...]:
    addresses = _strings(key, value, folder)
    for address in addresses:
        if not address.startswith(("http://", "https://")):
            raise ConfigurationError(f"{key}: {address!r} is no address of http or https.")
    return addresses


def _selectors(key: str, value: object, folder: Path) -> tuple[str, ...]:
    selectors = _strings(key, value, folder)
    for selector in selectors:
        matching(selector)
    return selectors


def _path(key: str, value: object, folder: Path) -> Path:
    if not isinstance(value, str) or not value:
        raise ConfigurationError(f"{key} must be a path, relative to the folder of the configuration.")
    return folder / value


def _profile(key: str, value: object, _: Path) -> Profile:
    names = [str(profile) for profile in Profile]
    if value not in names:
        raise ConfigurationError(f"{key} is {value!r}, which is no profile; {nearest(str(value), names)}")
    return Profile(str(value))


def _severities(key: str, value: object, _: Path) -> tuple[PathSeverities, ...]:
    rows = _table(key, value).items()
    for glob, codes in rows:
        if not isinstance(codes, dict):
            severity = codes if codes in SEVERITIES else "note"
            of_code = not set("*?[/.") & set(glob)
            pair = ("**/*.md", glob) if of_code else (glob, "OMI201")
            raise ConfigurationError(
                f'{key} wants a table for each glob: {key}."{glob}" is {codes!r}; '
                f'write "{pair[0]}" = {{ {pair[1]} = "{severity}" }}.'
            )
    return tuple(PathSeverities(glob, _by_code(f'{key}."{glob}"', codes)) for glob, codes in rows)


def _by_code(key: str, value: object) -> Mapping[str, Severity]:
    rows = _table(key, value).items()
    return MappingProxyType(
        {rule.code: severity(f"{key}.{code}", word) for code, word in rows for rule in matching(code)}
    )


def _outlets(key: str, value: object, folder: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if "" in (rows := _table(key, value)):
        raise ConfigurationError(f"{key} holds an empty name; write one.")
    return tuple((name, _strings(f"{key}.{name}", domains, folder)) for name, domains in rows.items())


def _words(key: str, value: object, folder: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    for name in _table(key, value):
        if name not in EXTENSIBLE:
            raise ConfigurationError(f"{key}.{name} is no word list; {nearest(name, EXTENSIBLE)}")
    return _outlets(key, value, folder)


def _table(key: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ConfigurationError(f"{key} must be a table, like [tool.provenance.{key}].")
    return value


KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "articles": Key(
            _strings, _STRINGS, "Globs of the articles, relative to the folder of the configuration."
        ),
        "exclude": Key(_strings, _STRINGS, "Globs of files that are no articles."),
        "sources": Key(_path, {"type": "string", "minLength": 1}, "The folder of saved sources."),
        "fail-on": Key(
            _fail_on, {"enum": [*SEVERITIES, NEVER]}, "The lowest severity that fails a run, or never."
        ),
        "profile": Key(
            _profile, {"enum": [str(profile) for profile in Profile]}, "The house rules that grade findings."
        ),
        "select": Key(_selectors, _STRINGS, "Report these findings only: codes, their beginnings, or names."),
        "ignore": Key(_selectors, _STRINGS, "Do not report these findings."),
        "severities": Key(
            _severities,
            {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": _SEVERITY}},
            "Severities of findings by the path of the article: glob, then code.",
        ),
        "labels": Key(_strings, _STRINGS, "Loaded words to look for besides the built-in ones."),
        "words": Key(
            _words,
            {
                "type": "object",
                "additionalProperties": False,
                "properties": dict.fromkeys(EXTENSIBLE, _STRINGS),
            },
            "Entries to add to the word lists that name and grade findings.",
        ),
        "outlets": Key(
            _outlets,
            {"type": "object", "additionalProperties": _STRINGS},
            "Names of outlets besides the known ones, with their domains.",
        ),
        "languages": Key(
            _languages,
            {"type": "array", "items": {"type": "string", "pattern": "^[A-Za-z]{2,3}([-_].*)?$"}},
            "Languages of the articles: en, de, fr …",
        ),
        "accept": Key(_path, {"type": "string", "minLength": 1}, "The file of accepted findings."),
        "baseline": Key(
            _path, {"type": "string", "minLength": 1}, "The file of findings that are known of old."
        ),
        "archives": Key(
            _archives,
            {"type": "array", "items": {"type": "string", "pattern": "^https?://"}},
            "Web archives to ask where a cited page is gone or differs.",
        ),
    }
)
"""Every key, in the order in which ``provenance config`` prints them."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the configuration, as ``schema/`` ships it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:provenance:schema:configuration",
        "title": "The configuration of provenance",
        "description": "provenance.toml, or the table tool.provenance of pyproject.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {"description": key.summary, **key.schema} for name, key in KEYS.items()},
    }
