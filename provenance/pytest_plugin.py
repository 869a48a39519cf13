"""The pytest plugin: cases as tests. Opt in with ``provenance_cases`` in the ini file; no network is ever touched.

    [tool.pytest.ini_options]
    provenance_cases = ["fixtures"]

Each ``case.toml`` below those folders is collected as a file with one item for each expected excerpt (``e1``, ``e2`` …)
and one, ``stale``, that fails where findings.toml and the article no longer tell of the same excerpts.
"""

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from provenance.errors import ProvenanceError
from provenance.files.reading import is_inside

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr, TracebackStyle

    from provenance.cases.comparing import CaseOutcome

_INI = "provenance_cases"
_CASE_FILE = "case.toml"


class CaseFailure(Exception):  # noqa: N818 - a failed test is no error
    """Something in a case is not as expected; the message says what and how to accept it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the ini key."""
    parser.addini(_INI, "Folders of provenance cases, relative to the ini file.", type="paths", default=[])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """Collect a case.toml below one of the folders."""
    if file_path.name != _CASE_FILE:
        return None
    if not is_inside(file_path, map(Path, parent.config.getini(_INI))):
        return None
    return CaseFile.from_parent(parent, path=file_path)


class CaseFile(pytest.File):
    """A case. It is traced when its first item runs, once for all of them."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item for each expected excerpt and one for stale expectations; a broken case is one failing item."""
        from provenance.cases.reading import read_case

        try:
            number = len(read_case(self.path.parent).excerpts)
        except ProvenanceError as error:
            broken = str(error)
            yield CaseItem.of(self, "case", lambda: broken)
            return
        for index in range(number):
            yield CaseItem.of(self, f"e{index + 1}", partial(self._told, index, index + 1))
        yield CaseItem.of(self, "stale", self._stale)

    @cached_property
    def _outcome(self) -> "CaseOutcome":
        from provenance.cases.comparing import run_case
        from provenance.cases.reading import read_case

        return run_case(read_case(self.path.parent))

    def _told(self, first: int, end: int | None = None, *others: str) -> str:
        """What is not as expected of some excerpts, why the case is there, and the command that accepts what was found."""
        from provenance.cases.comparing import described

        outcome = self._outcome
        failed = [described(outcome, one) for one in outcome.excerpts[first:end] if not one.passed]
        lines = "\n".join([*others, *failed])
        accepting = f"why: {outcome.case.why}\nto accept: provenance check --update {self.path.parent}"
        return f"{lines}\n\n{accepting}" if lines else ""

    def _stale(self) -> str:
        """The excerpts that nobody lists, and the listed ones whose words stand in the article no longer."""
        from provenance.cases.comparing import stale_expectations

        gone = (f"e{n} stands in the article no longer" for n in stale_expectations(self._outcome))
        return self._told(len(self._outcome.case.excerpts), None, *gone)


class CaseItem(pytest.Item):
    """A test of a case."""

    told: Callable[[], str]  # what is wrong; nothing where all is as expected

    @classmethod
    def of(cls, parent: CaseFile, name: str, told: Callable[[], str]) -> "CaseItem":
        """An item of that name."""
        item = cls.from_parent(parent, name=name)
        item.told = told
        return item

    def runtest(self) -> None:
        """Fail if anything is not as expected."""
        if text := self.told():
            raise CaseFailure(text)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: "TracebackStyle | None" = None
    ) -> "str | TerminalRepr":
        """A difference is told without a traceback."""
        if isinstance(excinfo.value, (CaseFailure, ProvenanceError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the test stands."""
        return self.path, 0, f"{self.path.parent.name} {self.name}"
