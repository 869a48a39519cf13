"""The JSON Schema of the report, as it ships with the package."""

import json
from pathlib import Path

import provenance.reporting.json as report

PATH = Path(report.__file__).with_name("schema") / "provenance-trace-2.schema.json"


def schema():
    return json.loads(PATH.read_text("utf-8"))
