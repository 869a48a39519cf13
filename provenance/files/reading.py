"""Files that a repository or a reader's own disk holds: regular ones only, and no more of them than is asked for."""

import errno
import os
import re
import stat
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from provenance.errors import ConfigurationError, describe

MAX_TEXT_BYTES = 10_000_000
"""Of a page or a table that is read whole: the largest of 1,213 saved news pages had 1.6 MB."""

_MOST_PARTS = 64  # of a key; tomllib takes a time that grows with their square
_PART = r"(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')"
_LONG_KEY = re.compile(rf"(?<![\w-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{_MOST_PARTS}}}")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NO_BLOCKING: int = getattr(os, "O_NONBLOCK", 0)  # a pipe would be waited for; Windows has none


def read_regular(path: Path, *, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The bytes of a file; an OSError if it cannot be read, is larger, or may never end, as a device or a pipe."""
    with open(path, "rb", opener=_opened_at_once) as stream:
        state = os.fstat(stream.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise OSError(errno.EINVAL, "it is no regular file", str(path))
        data = stream.read(min(limit, state.st_size) + 1)
        data += b"" if len(data) > limit else stream.read(limit + 1 - len(data))
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"it is larger than {limit:,} bytes", str(path))
    return data


@cache
def shipped(module: str, name: str) -> Mapping[str, Any]:
    """A table that ships with the package, by the ``__file__`` of a module and where it lies beside that."""
    return tomllib.loads(Path(module).parent.joinpath(name).read_text("utf-8"))


def word_lists(module: str, name: str) -> dict[str, frozenset[str]]:
    """A table of word lists that ships with the package, as ``shipped`` finds it."""
    return {key: frozenset(words.split()) for key, words in shipped(module, name).items()}


def read_table(path: Path) -> dict[str, Any]:
    """A TOML file; a ConfigurationError if it cannot be read, or is no TOML that a person could have written."""
    try:
        return parse_table(read_regular(path).decode("utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{path} cannot be read ({describe(error)}); correct it.") from error


def parse_table(text: str) -> dict[str, Any]:
    """Read TOML; a ValueError if it is none, is nested too deep, or has a key of more than 65 parts."""
    if _LONG_KEY.search(text):
        raise ValueError(f"a key has more than {_MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def toml_string(text: str) -> str:
    """A text as TOML writes it on one line; U+FFFD for a lone surrogate, which cannot stand in a TOML file at all."""
    return '"' + "".join(_ESCAPES.get(char) or _printable(char) for char in text) + '"'


def _printable(char: str) -> str:
    if char.isprintable():
        return char
    return "\\uFFFD" if "\ud800" <= char <= "\udfff" else f"\\U{ord(char):08X}"


def is_inside(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a path leads to a place in one of the folders, links followed on both sides."""
    place = resolved(path)
    return any(place.is_relative_to(resolved(folder)) for folder in folders)


def resolved(path: Path) -> Path:
    """A path, absolute, its links followed; one that leads back to itself stays as it is, and cannot be opened."""
    return Path(os.path.realpath(path))  # Path.resolve raises a RuntimeError there until Python 3.13


def _opened_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_BLOCKING)
