"""Remarks: notes on what a person accepted, or a baseline holds, beside the findings of a run."""

from __future__ import annotations

from typing import NamedTuple

from provenance.findings.finding import Rule


class Remark(NamedTuple):
    """A note on a line of a file that is not an excerpt's.

    Attributes:
        rule: One of ``REMARKS``.
        path: The file: an article, the accept file, the baseline.
        line: From 1.
        message: One plain sentence that ends with what to do.
    """

    rule: Rule
    path: str
    line: int
    message: str
