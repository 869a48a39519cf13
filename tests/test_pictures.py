"""The README's pictures show what the program says now."""

import importlib.util
from pathlib import Path

from provenance.reporting.reporter import View
from provenance.reporting.terminal import report

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"


def test_the_pictures_show_what_the_program_says():
    spec = importlib.util.spec_from_file_location("make_pictures", PICTURES / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    shown = (PICTURES / "shown.txt").read_text("utf-8")
    assert report(make.traced(), View()) == shown, "make the pictures anew: python docs/pictures/make.py"


def test_every_picture_of_the_readme_is_there():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {
        path.name for path in PICTURES.glob("*.png") if f"docs/pictures/{path.name}" not in readme
    } == set()
    assert "docs/pictures/report-light.png" in readme
