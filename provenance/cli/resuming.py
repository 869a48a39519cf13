"""``--resume FILE``: a JSON-lines report that grows with each article, and goes on where a run was broken off."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Self, TypeVar

from provenance.cli.output import writing_to
from provenance.errors import ConfigurationError
from provenance.findings.finding import Severity
from provenance.findings.trace import Trace, Verdict
from provenance.reporting.exit_codes import Earlier
from provenance.reporting.jsonl import article_lines

_Name = TypeVar("_Name")
_UNREADABLE = "{path} is no JSON-lines report; name one, or a file that does not exist yet."


class ResumedReport:
    """The report of a run that may have been broken off.

    The lines of the last article are taken out where no other line follows that is not of it: they may not be all.

    Raises:
        ConfigurationError: If it is no JSON-lines report, or cannot be written.
    """

    def __init__(self, path: Path | None, *, with_text: bool = False) -> None:
        self._done: set[str] = set()
        self._with_text = with_text
        self._file: IO[bytes] | None = None
        self.earlier = Earlier()
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

    def add(self, trace: Trace) -> None:
        """Write an article down, unless this program failed at it: then it is to be tried again."""
        if self._file is not None and not trace.faults:
            lines = article_lines(trace, with_text=self._with_text)
            self._file.write(lines.encode("utf-8", "backslashreplace"))
            self._file.flush()

    def _end(self, path: Path, file: IO[bytes]) -> int:
        """Take in the articles that are whole; give the offset behind them."""
        behind, article = 0, list[dict[str, Any]]()
        for offset, row in _rows(path, file):
            if article and row.get("type") not in {"excerpt", "unmet"}:
                try:
                    self._take_in(article)
                except (KeyError, TypeError) as error:
                    raise ConfigurationError(_UNREADABLE.format(path=path)) from error
                article, behind = [], offset
            if row.get("type") == "article" or article:
                article.append(row)
        return behind

    def _take_in(self, rows: list[dict[str, Any]]) -> None:
        self._done.add(rows[0]["origin"])
        excerpts = [row for row in rows if row["type"] == "excerpt"]
        standing = (
            Severity[finding["severity"].upper()]
            for row in excerpts
            for finding in row["findings"]
            if finding["accepted"] is None and not finding["known"]
        )
        self.earlier = Earlier(
            self.earlier.articles + 1,
            self.earlier.excerpts + len(excerpts),
            self.earlier.unchecked + sum(row["verdict"] == Verdict.UNCHECKED for row in excerpts),
            max((*standing, self.earlier.gravest), key=lambda severity: severity or 0),
        )


def _rows(path: Path, file: IO[bytes]) -> Iterator[tuple[int, dict[str, Any]]]:
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
