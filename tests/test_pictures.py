"""The README's pictures show what the program says now."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"


def test_the_pictures_show_what_the_program_says():
    spec = importlib.util.spec_from_file_location("make_pictures", PICTURES / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    shown = (PICTURES / "shown.txt").read_text("utf-8")
    assert make.shown(make.traced()) == shown, "make the pictures anew: python docs/pictures/make.py"


def test_every_picture_is_made_by_the_script_and_shown_on_a_page():
    script = (PICTURES / "make.py").read_text("utf-8").replace("report-{scheme}", "report-light report-dark")
    pages = "".join(page.read_text("utf-8") for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
    pictures = {path.name for path in PICTURES.glob("*.png")}
    assert "report-light.png" in pictures
    assert {name for name in pictures if name.removesuffix(".png") not in script} == set()
    assert {name for name in pictures if f"pictures/{name}" not in pages} == set()
