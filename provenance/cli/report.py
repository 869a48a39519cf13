"""``provenance report``: a page of a JSON report."""

import json
import sys
from pathlib import Path

import click

from provenance.cli.articles import STDIN
from provenance.cli.options import output_option
from provenance.cli.output import write
from provenance.errors import ConfigurationError
from provenance.reporting.records import Record

_EPILOG = """\b
Examples:
  provenance trace article.html --with-text --format json:trace.json
  provenance report trace.json -o report.html
"""


@click.command(short_help="Make a page of a JSON report.", epilog=_EPILOG)
@click.argument("trace", metavar="TRACE")
@output_option
def report(trace: str, output: Path | None) -> None:
    """Make one self-contained HTML page of TRACE, a JSON report that was written --with-text; - reads standard input.

    It is the same page that --format html:report.html writes. Its findings were counted when the report was written:
    the exit code is 0 unless the page cannot be made.
    """
    from provenance.reporting.html.page import page

    write(page(_read_record(trace)), output)


def _read_record(trace: str) -> Record:
    try:
        data = sys.stdin.buffer.read() if trace == STDIN else Path(trace).read_bytes()
        record = json.loads(data)
    except OSError as error:
        raise ConfigurationError(f"{trace} cannot be read ({error.strerror}); name a JSON report.") from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{trace} is no JSON; name what --format json:FILE wrote.") from error
    if not isinstance(record, dict):
        raise ConfigurationError(f"{trace} is no report; name what --format json:FILE wrote.")
    return record
