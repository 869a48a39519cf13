"""Remarks: notes on what a person accepted, or a baseline holds, beside the findings of a run."""

from __future__ import annotations

from typing import NamedTuple

from provenance.findings.finding import Rule


class Remark(NamedTuple):
    """A note on a line of a file that is not an excerpt's."""

    rule: Rule  # one of `REMARKS`
    path: str  # the file: an article, the accept file, the baseline
    line: int  # from 1
    message: str  # one plain sentence that ends with what to do
