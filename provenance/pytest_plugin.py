"""The pytest plugin: cases as tests. Opt in with ``provenance_cases`` in the ini file; no network is ever touched.

    [tool.pytest.ini_options]
    provenance_cases = ["fixtures"]

Each ``case.toml`` below those folders is collected as a file with one item for each expected excerpt (``e1``, ``e2`` …)
and one, ``stale``, that fails where findings.toml and the article no longer tell of the same excerpts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from provenance.errors import ProvenanceError

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


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CaseFile | None:
    """Collect a case.toml below one of the folders."""
    if file_path.name != _CASE_FILE:
        return None
    folders = [Path(folder).resolve() for folder in parent.config.getini(_INI)]
    if not any(file_path.resolve().is_relative_to(folder) for folder in folders):
        return None
    return CaseFile.from_parent(parent, path=file_path)


class CaseFile(pytest.File):
    """A case. It is traced when its first item runs, once for all of them."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item for each expected excerpt and one for stale expectations; a broken case is one failing item."""
        from provenance.cases.reading import read_case

        try:
            case = read_case(self.path.parent)
        except ProvenanceError as error:
            broken = BrokenCase.from_parent(self, name="case")
            broken.message = str(error)
            yield broken
            return
        for number in range(1, len(case.excerpts) + 1):
            item = ExcerptItem.from_parent(self, name=f"e{number}")
            item.number = number
            yield item
        yield StaleItem.from_parent(self, name="stale")

    @cached_property
    def outcome(self) -> CaseOutcome:
        """The case, run and compared."""
        from provenance.cases.comparing import run_case
        from provenance.cases.reading import read_case

        return run_case(read_case(self.path.parent))


class CaseItem(pytest.Item):
    """A test of a case."""

    @property
    def outcome(self) -> CaseOutcome:
        """The case, run and compared."""
        return cast("CaseFile", self.parent).outcome

    def fail(self, text: str) -> None:
        """Fail with what is wrong, why the case is there, and the command that accepts what was found.

        Raises:
            CaseFailure: Always.
        """
        why = self.outcome.case.why
        raise CaseFailure(f"{text}\n\nwhy: {why}\nto accept: provenance check --update {self.path.parent}")

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: TracebackStyle | None = None
    ) -> str | TerminalRepr:
        """A difference is told without a traceback."""
        if isinstance(excinfo.value, (CaseFailure, ProvenanceError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the test stands."""
        return self.path, 0, f"{self.path.parent.name} {self.name}"


class ExcerptItem(CaseItem):
    """One expected excerpt: detected, judged and attributed as a person wrote down."""

    number: int

    def runtest(self) -> None:
        """Fail if anything is not as expected."""
        from provenance.cases.writing import describe_excerpt, title

        one = self.outcome.excerpts[self.number - 1]
        if not one.passed:
            self.fail(f"{title(self.outcome, self.number)}\n{describe_excerpt(one)}")


class StaleItem(CaseItem):
    """Whether findings.toml and the article still tell of the same excerpts."""

    def runtest(self) -> None:
        """Fail if an excerpt is not listed, or the words of a listed one stand in the article no longer."""
        from provenance.cases.comparing import stale_expectations
        from provenance.cases.writing import describe_excerpt, title

        outcome = self.outcome
        listed = len(outcome.case.excerpts)
        lines = [f"e{number} stands in the article no longer" for number in stale_expectations(outcome)]
        for number, one in enumerate(outcome.excerpts[listed:], start=listed + 1):
            lines.append(f"{title(outcome, number)}\n{describe_excerpt(one)}")
        if lines:
            self.fail("\n".join(lines))


class BrokenCase(CaseItem):
    """A case that cannot be read."""

    message: str

    def runtest(self) -> None:
        """Fail with what is wrong."""
        raise CaseFailure(self.message)
