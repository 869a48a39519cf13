"""Exporting saved sources as a WARC file, for the programs of archivists and libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.errors import SourceError
from provenance.sources.containers.warc import write_warc
from provenance.sources.storage.writing import atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from provenance.sources.capture import Capture
    from provenance.sources.catalogue import Holding


class Exported(NamedTuple):
    """What became of an export.

    Attributes:
        written: How many pages were written.
        left_out: Why each of the others was not: one sentence, which names it.
    """

    written: int
    left_out: tuple[str, ...]


def export(
    holdings: Iterable[Holding], path: Path, *, tool: str, progress: Callable[[Holding], object] | None = None
) -> Exported:
    """Write saved pages to a WARC file, which is there whole or not at all.

    A page whose address nobody knows has no place in such a file, nor has one of which only passages were saved: the
    file would say that the server answered so.

    Args:
        holdings: The pages.
        path: The file; compressed if its name ends in ``.gz``.
        tool: The program that writes, with its version.
        progress: Called after each page.

    Raises:
        OSError: If it cannot be written.
    """
    left_out: list[str] = []
    with atomically(path) as stream:
        captures = _captures(holdings, left_out, progress)
        written = write_warc(captures, stream, tool=tool, compressed=path.suffix.lower() == ".gz")
    return Exported(written, tuple(left_out))


def _captures(
    holdings: Iterable[Holding], left_out: list[str], progress: Callable[[Holding], object] | None
) -> Iterator[Capture]:
    for holding in holdings:
        try:
            capture = holding.open()
        except SourceError as error:
            left_out.append(str(error))
        else:
            if reason := _unfit(capture):
                left_out.append(f"{holding.locator} is left out: {reason}")
            else:
                yield capture
        if progress is not None:
            progress(holding)


def _unfit(capture: Capture) -> str | None:
    if capture.fault:
        return f"it {capture.fault}."
    if capture.partial:
        return "only passages of the page were saved."
    return None if capture.url else "nobody knows its address; name it in the manifest."
