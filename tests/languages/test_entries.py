"""No list of words says a thing twice."""

import tomllib
from pathlib import Path

import pytest

from provenance.languages import lexicon_files

FOLDER = Path(lexicon_files.__file__).parent


@pytest.mark.parametrize("language", sorted(file.parent.name for file in FOLDER.glob("*/words.toml")))
def test_no_list_holds_an_entry_twice(language):
    data = tomllib.loads((FOLDER / language / "words.toml").read_text("utf-8"))
    rows = dict(data.get("lists", {}))
    for name, groups in data.get("grouped", {}).items():
        rows |= {f"{name}.{group}": entries for group, entries in groups.items()}
    twice = {}
    for name, entries in rows.items():
        parted = [entry.strip() for entry in entries.split(",")]
        twice[name] = sorted({entry for entry in parted if parted.count(entry) > 1})
    assert {name: entries for name, entries in twice.items() if entries} == {}


def test_every_list_is_read_by_somebody():
    code = "".join(path.read_text("utf-8") for path in FOLDER.parent.rglob("*.py"))
    data = tomllib.loads((FOLDER / "en" / "words.toml").read_text("utf-8"))
    names = {*data["lists"], *data["grouped"]}
    assert sorted(name for name in names if f'"{name}"' not in code) == []
