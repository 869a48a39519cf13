"""The table of keys: how each is read; the JSON Schema beside says what it may hold."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from provenance.configuration.settings import NEVER, SEVERITIES, is_language
from provenance.errors import ConfigurationError
from provenance.findings.codes import matching
from provenance.findings.finding import Profile, Severity
from provenance.languages.lexicon_files import EXTENSIBLE


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a sentence that names the nearest known word, or all of them where none is near."""
    from difflib import get_close_matches

    words = list(known)
    near = get_close_matches(name, words, 1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(words)}."


def severity(key: str, value: object, *, others: tuple[str, ...] = ()) -> Severity:
    """A severity by its word; a ConfigurationError if there is none; ``others`` are words that may stand there too."""
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


def _globs(key: str, value: object, folder: Path) -> tuple[str, ...]:
    globs = _strings(key, value, folder)
    for glob in globs:
        path = PurePath(glob)
        if not path.parts or path.anchor or any("**" in part != "**" for part in path.parts):
            raise ConfigurationError(
                f'{key}: {glob!r} is no glob below a folder; write one like "posts/**/*.md".'
            )
    return globs


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
    if not isinstance(value, str) or not value or "\0" in value:
        raise ConfigurationError(f"{key} must be a path, relative to the folder of the configuration.")
    return folder / value


def _profile(key: str, value: object, _: Path) -> Profile:
    names = [str(profile) for profile in Profile]
    if value not in names:
        raise ConfigurationError(f"{key} is {value!r}, which is no profile; {nearest(str(value), names)}")
    return Profile(str(value))


def _severities(key: str, value: object, _: Path) -> tuple[tuple[str, Mapping[str, Severity]], ...]:
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
    return tuple((glob, _by_code(f'{key}."{glob}"', codes)) for glob, codes in rows)


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


KEYS: Mapping[str, Callable[[str, Any, Path], Any]] = {
    "articles": _globs,
    "exclude": _globs,
    "sources": _path,
    "fail-on": _fail_on,
    "profile": _profile,
    "select": _selectors,
    "ignore": _selectors,
    "severities": _severities,
    "labels": _strings,
    "words": _words,
    "outlets": _outlets,
    "languages": _languages,
    "accept": _path,
    "baseline": _path,
    "archives": _archives,
}
"""What reads each key, in the order in which ``provenance config`` prints them; the schema says what they may hold."""


def json_schema() -> str:
    """The JSON Schema of the configuration: what each key is for and may hold."""
    return (Path(__file__).parent / "schema" / "configuration.schema.json").read_text("utf-8")
