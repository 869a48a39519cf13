"""Writing the tables of a traced corpus: one Parquet file each, or a folder of them where there is much to write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from provenance.corpus.tables import TABLES, WHOLE_NUMBERS, Row

ROWS_A_FILE = 1_000_000
_Outcome = tuple[str, "Row"]


def write_tables(
    out: Path, outcomes: Iterable[Sequence[_Outcome]], *, most: int = ROWS_A_FILE
) -> dict[str, int]:
    """Write every table, sorted: ``NAME.parquet``, or ``NAME.parquet/part-00000.parquet`` … beyond ``most`` rows.

    Returns:
        How many rows each table has.
    """
    writers = {name: _TableWriter(out / f"{name}.parquet", name, most) for name in TABLES}
    for outcome in outcomes:
        for name, writer in writers.items():
            writer.add([row for table, row in outcome if table == name])
    return {name: writer.close() for name, writer in writers.items()}


class _TableWriter:
    def __init__(self, path: Path, name: str, most: int) -> None:
        self._path, self._most, self._columns = path, most, TABLES[name]
        self._schema = pa.schema(
            [(column, pa.int64() if column in WHOLE_NUMBERS else pa.string()) for column in self._columns]
        )
        self._rows: list[Row] = []
        self._written, self._files = 0, 0

    def add(self, rows: list[Row]) -> None:
        """Take rows in; what is enough for a file is written, so that memory does not grow with the corpus."""
        self._rows += rows
        if len(self._rows) > self._most:
            self._path.mkdir(exist_ok=True)
            self._write(self._path / f"part-{self._files:05}.parquet")
            self._files += 1

    def close(self) -> int:
        """Write the rest; give the number of all rows."""
        if self._files and self._rows:
            self._write(self._path / f"part-{self._files:05}.parquet")
        elif not self._files:
            self._write(self._path)
        return self._written

    def _write(self, path: Path) -> None:
        self._rows.sort(
            key=lambda row: [(row.get(column) is not None, row.get(column)) for column in self._columns]
        )
        parquet.write_table(pa.Table.from_pylist(self._rows, self._schema), path)
        self._written += len(self._rows)
        self._rows = []
