"""The database of the index, opened within limits and never trusted: it lies beside the pages, where anybody may put one."""

import contextlib
import sqlite3
import stat
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Self

from provenance.files.writing import locked

_TABLES = """
CREATE TABLE page (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, state TEXT NOT NULL);
CREATE VIRTUAL TABLE content USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (content, row);
"""
_VERSION = 1
_LONGEST_VALUE = 20_000_000  # bytes; the words of the heaviest page that is read take 12,000,000
_PATIENCE = 5  # seconds to wait for another process
_LONGEST_STATEMENT = 30  # seconds
_STEPS = 100_000  # of SQLite's machine between two looks at the clock, some milliseconds
_BESIDE = ("-journal", "-wal", "-shm")  # files that SQLite believes where they lie beside a database


class UnusableIndexError(Exception):
    """The index cannot be used: it is broken, somebody else's, made to cost time, or in use by another process."""


class IndexDatabase:
    """One index. Every statement has a time limit, and every failure is an UnusableIndexError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.resources = contextlib.ExitStack()  # what is given back when it is closed
        self.resources.callback(connection.close)
        self._until = 0.0
        connection.set_progress_handler(lambda: time.monotonic() > self._until, _STEPS)

    @classmethod
    def in_memory(cls) -> Self:
        """An empty index that is gone when it is closed."""
        return cls._opened(":memory:", is_new=True)

    @classmethod
    def for_reading(cls, path: Path) -> Self:
        """The index in a file, not written to; an UnusableIndexError if another version made it, or it is being written to."""
        _check_is_file(path)
        return cls._opened(f"{path.absolute().as_uri()}?mode=ro")

    @classmethod
    def for_writing(cls, path: Path) -> Self:
        """The index in a file for one writer, made anew if need be; an OSError if the file cannot be written."""
        with contextlib.ExitStack() as held:
            held.enter_context(locked(path.with_name(f"{path.name}.lock")))
            opened = cls._written(path)
            opened.resources.push(held.pop_all())
        return opened

    @classmethod
    def _written(cls, path: Path) -> Self:
        """The index in a file that nobody else writes to."""
        beside = [path.with_name(path.name + ending) for ending in _BESIDE]
        if not any(each.exists() for each in beside):
            with contextlib.suppress(UnusableIndexError):
                _check_is_file(path)
                return cls._opened(str(path), is_checked=True)
        for each in (path, *beside):
            each.unlink(missing_ok=True)
        return cls._opened(str(path), is_new=True)

    @classmethod
    def _opened(cls, name: str, *, is_new: bool = False, is_checked: bool = False) -> Self:
        with _explained():
            opened = cls(sqlite3.connect(name, timeout=_PATIENCE, uri=name.startswith("file:")))
            try:
                opened._prepare(is_new=is_new, is_checked=is_checked)
            except BaseException:
                opened.close()
                raise
        return opened

    def _prepare(self, *, is_new: bool, is_checked: bool) -> None:
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        self._until = time.monotonic() + _LONGEST_STATEMENT
        # A journal in memory cannot be put there by others; a process that is killed while it commits breaks the file.
        for setting in (
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "journal_mode = MEMORY",
            "cache_spill = OFF",
        ):
            self._connection.execute(f"PRAGMA {setting}")
        if is_new:
            self._connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")
        elif _schema_of(self._connection) != _own_schema():
            raise sqlite3.DatabaseError("its schema is not ours")
        if is_checked and self._connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("it is broken")

    def rows(self, statement: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """What a statement gives, row by row; an UnusableIndexError if it cannot be had."""
        self._until = time.monotonic() + _LONGEST_STATEMENT
        with _explained():
            yield from self._connection.execute(statement, values)

    def write(self, statement: str, values: Sequence[Any]) -> int | None:
        """Run a statement that writes; give the row's number. An UnusableIndexError if it cannot be run."""
        self._until = time.monotonic() + _LONGEST_STATEMENT
        with _explained():
            return self._connection.execute(statement, values).lastrowid

    def commit(self) -> None:
        """Make what was written so far last."""
        self._until = time.monotonic() + _LONGEST_STATEMENT
        with _explained():
            self._connection.commit()

    def close(self) -> None:
        """Close the file and let others write to it."""
        self.resources.close()


def _check_is_file(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        raise UnusableIndexError(str(error.strerror)) from error
    if not stat.S_ISREG(mode):
        raise UnusableIndexError("it is no regular file")


def _schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """The version and every table with its definition: a view, a trigger or a further table would stand among them."""
    tables = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master LIMIT 100").fetchall()
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    return frozenset([*tables, ("version", str(version))])


@cache
def _own_schema() -> frozenset[tuple[str, str]]:
    """The schema as this version of SQLite writes it."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(f"{_TABLES} PRAGMA user_version = {_VERSION};")
        return _schema_of(connection)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise UnusableIndexError(str(error)) from error
