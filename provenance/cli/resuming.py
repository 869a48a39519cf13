"""``--resume FILE``: JSON lines that grow with each article, so that a run goes on where it was broken off."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Generic, Self, TypeVar

from provenance.cli.output import writing_to
from provenance.errors import ConfigurationError
from provenance.findings.finding import Severity
from provenance.findings.trace import Trace, Verdict
from provenance.reporting.json import article_lines
from provenance.reporting.run import Earlier

Row = dict[str, Any]  # a line of the file
_Name = TypeVar("_Name")
_Found = TypeVar("_Found")
_Earlier = TypeVar("_Earlier")
_UNREADABLE = "{path} is no JSON-lines report of this command; name one, or a file that does not exist yet."


class ResumedReport(Generic[_Found, _Earlier]):
    """What a run that may have been broken off has written down.

    The lines of the last article are taken out where no other line follows that is not of it: they may not be all.

    Args:
        path: The file, or None: then nothing is known, and nothing is written.
        lines: The lines of an article; empty for one that is to be tried again.
        read: What the rows of an article say, its own first; a KeyError or TypeError if they are none of this command.

    """

    def __init__(
        self, path: Path | None, *, lines: Callable[[_Found], str], read: Callable[[list[Row]], _Earlier]
    ) -> None:
        self._done: set[str] = set()
        self._lines, self._read = lines, read
        self._file: IO[bytes] | None = None
        self.earlier: list[_Earlier] = []  # what the rows of each article say that the file holds
        if path is None:
            return
        with writing_to(path):
            with path.open("a+b") as file:
                file.seek(0)
                file.truncate(self._end(path, file))
            self._file = path.open("ab")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._file is not None:
            self._file.close()

    def missing(self, names: Iterable[_Name]) -> tuple[_Name, ...]:
        """The articles of these names that the report does not hold."""
        return tuple(name for name in names if str(name) not in self._done)

    def add(self, found: _Found) -> None:
        """Write an article down."""
        if self._file is not None:
            self._file.write(self._lines(found).encode("utf-8", "backslashreplace"))
            self._file.flush()

    def _end(self, path: Path, file: IO[bytes]) -> int:
        """Take in the articles that are whole; give the offset behind them."""
        behind, article = 0, list[Row]()
        for offset, row in _rows(path, file):
            if article and row.get("type") not in {"excerpt", "unmet"}:
                try:
                    self.earlier.append(self._read(article))
                    self._done.add(article[0]["origin"])
                except (KeyError, TypeError) as error:
                    raise ConfigurationError(_UNREADABLE.format(path=path)) from error
                article, behind = [], offset
            if row.get("type") == "article" or article:
                article.append(row)
        return behind


def _rows(path: Path, file: IO[bytes]) -> Iterator[tuple[int, Row]]:
    """Every line with its offset. One that is cut off at the end of the file is none."""
    offset = 0
    for line in file:
        if not line.endswith(b"\n"):
            return
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict) or "type" not in row:
            raise ConfigurationError(_UNREADABLE.format(path=path))
        yield offset, row
        offset += len(line)


def resumed_traces(path: Path | None, *, with_text: bool) -> ResumedReport[Trace, Earlier]:
    """The report of traced articles. One at which this program failed is not written down."""
    return ResumedReport(
        path,
        lines=lambda trace: "" if trace.faults else article_lines(trace, with_text=with_text),
        read=_traced_before,
    )


def _traced_before(rows: list[Row]) -> Earlier:
    article, *excerpts = (row for row in rows if row["type"] != "unmet")
    standing = (
        Severity[finding["severity"].upper()]
        for row in excerpts
        for finding in row["findings"]
        if finding["accepted"] is None and not finding["known"]
    )
    unchecked = sum(row["verdict"] == Verdict.UNCHECKED for row in excerpts)
    article["case"]  # which no other command writes
    return Earlier(len(excerpts), unchecked, max(standing, default=None))
