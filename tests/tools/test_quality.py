"""Each command of docs/benchmark.md runs on a folder of checkouts and counts what is right; the checkouts here are invented."""

import importlib
import json
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks/quality"
ENGLISH = "The pier is closed. “The ferry will run every second hour from April,” said Ann Lee, the harbour master.\n"
GERMAN = "Der Steg ist zu. „Die Fähre fährt ab April jede zweite Stunde“, sagte Ada Renn, die Leiterin des Hafens.\n"
SAID = "The ferry will run every second hour from the first of April"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs a command on the checkouts: `run(name, *arguments)`, with their folder in the place of CHECKOUTS."""
    monkeypatch.syspath_prepend(str(FOLDER))

    def printed(name, *arguments):
        words = [str(tmp_path) if each == "CHECKOUTS" else each for each in arguments]
        monkeypatch.setattr(sys, "argv", [name, *words])
        importlib.import_module(name).main()
        return capsys.readouterr().out

    printed.module = importlib.import_module
    return printed


@pytest.fixture
def write(tmp_path):
    """Writes a file of a checkout."""

    def written(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")

    return written


def span(text, words):
    start = text.index(words)
    return start, start + len(words)


def test_news_of_polnear(run, write):
    content, source = (
        span(ENGLISH, ENGLISH[ENGLISH.index("“") : ENGLISH.index("”") + 1]),
        span(ENGLISH, "Ann Lee"),
    )
    notes = f"T1\tSource {source[0]} {source[1]}\tAnn Lee\nT2\tContent {content[0]} {content[1]}\t…\nE1\tX:T3 Source:T1 Content:T2\n"
    write("PolNeAR/data/dev/text/pier.txt", ENGLISH)
    write("PolNeAR/data/dev/attributions/pier_x.ann", notes)
    for program in ("ours", "marks"):
        told = run("quotations", "polnear", "CHECKOUTS", "--rival", program)
        assert told.startswith("precision 1.000 [1.000, 1.000] · recall 1.000")
        assert "speakers right, of all found 1.000" in run("quotations", "polnear", "CHECKOUTS")


def test_german_news(run, write):
    start, end = span(GERMAN, GERMAN[GERMAN.index("„") + 1 : GERMAN.index("“")])
    note = {
        "type": "Direct",
        "speaker": {"text": "Ada Renn"},
        "quote": {"spans": [{"charBegin": start, "charEnd": end}]},
    }
    write(
        "german-news-quotation-attribution-2024/data/dev/steg.json",
        {"originalText": GERMAN, "annotations": [note]},
    )
    told = run("quotations", "wikinews", "CHECKOUTS")
    assert "recall 1.000" in told
    assert "speakers right, of all found 1.000" in told


def test_novels(run, write):
    novel = "project-dialogism-novel-corpus/data/Pier"
    start, end = span(ENGLISH, ENGLISH[ENGLISH.index("“") : ENGLISH.index("”") + 1])
    write(f"{novel}/novel_text.txt", ENGLISH)
    write(f"{novel}/character_info.csv", "Main Name,Aliases\nAnn Lee,\"{'Ann'}\"\n")
    write(
        f"{novel}/quotation_info.csv",
        f'quoteType,speaker,quoteByteSpans\nExplicit,Ann Lee,"[[{start}, {end}]]"\nImplicit,Ann Lee,"[[0, 4]]"\n',
    )
    told = run("quotations", "pdnc", "CHECKOUTS", "--at-most", "1")
    assert told.startswith("speakers right, of all found 1.000")
    assert "1 documents, 1 quotations" in told


def test_two_transcripts_of_one_debate(run, write):
    transcripts = run.module("transcripts")
    for path, day in transcripts.DEBATES.items():
        write(
            f"2016-campaign/presidential-debates/{path}", f"TRUMP: {SAID}.\nLEE: {SAID}, he says, and more.\n"
        )
        write(f"trump_transcripts/transcripts/general_debate_{day}.md", f"---\ntitle: x\n---\n{SAID}.\n")
    told = run("transcripts", "CHECKOUTS")
    assert "verbatim: 1.000" in told
    assert "3 sentences" in told


def test_revised_sentences(run, write):
    older, newer = f"{SAID} as before .", f"{SAID.replace('second', 'third')} as ever before ."
    edits = {
        "0": {"intention": "Content", "sentence-1-token-indices": [5, 6], "sentence-2-token-indices": [5, 6]},
        "1": {"intention": "Format", "sentence-1-token-indices": None, "sentence-2-token-indices": [13, 14]},
    }
    pair = {"sentence-1": older, "sentence-2": newer, "edits-combination-0": edits}
    write("arXivEdits/data/edits/dev.json", {"0": pair})
    told = run("revisions", "CHECKOUTS")
    assert told.startswith("changed words, newer F1 1.000")
    assert "older F1 1.000" in told
    assert "Content: altered 1.000" in told


def test_pairs(run):
    few = FOLDER.parents[1] / "tests/gold/pairs-second"
    told = run("verdicts", "--rival", "substring", *map(str, sorted(few.glob("*.toml"))[:1]))
    assert "substring all, " in told


def test_pages_of_repositories(run, write, tmp_path, monkeypatch):
    write("harbour/plan.md", f"# Plan\n\n{SAID}.\n\nNobody asked for a bridge across the bay.\n")
    write("harbour/note.md", f"# Note\n\nFrom [the plan](plan.md):\n\n> {SAID}.\n")
    write("harbour/other.md", f"# Other\n\nThe plan says:\n\n> {SAID.replace('second', 'third')}.\n")
    write(
        "labels.toml",
        '[harbour]\n"note.md:5" = { source = "plan.md" }\n"other.md:5" = { source = "plan.md", altered = "x" }\n',
    )
    repositories = run.module("repositories")
    monkeypatch.setattr(repositories, "LABELS", tmp_path / "labels.toml")
    told = run("repositories", "CHECKOUTS", "--rival", "substring")
    assert "2 quotations, detected 1.000" in told
    assert "provenance: of 1 honest accepted 1.000" in told
    assert "provenance: of 1 altered flagged 1.000" in told
    assert "substring: of 1 altered flagged 1.000" in told


def test_saved_pages(run, write, tmp_path, monkeypatch):
    write("site/pier.html", f"<html><body><article><h1>Pier</h1><p>{ENGLISH}</p></article></body></html>")
    label = {"first": "The ferry will run", "last": "from April", "kind": "inline", "source_name": "Ann Lee"}
    write("labels.json", [{"file": "site/pier.html", "lang": "en", "excerpts": [label]}])
    monkeypatch.setattr(run.module("pages"), "LABELS", tmp_path / "labels.json")
    told = run("pages", "CHECKOUTS")
    assert "1 pages, 1 quotations" in told
    assert "precision 1.000 [1.000, 1.000] · recall 1.000 [1.000, 1.000] · names right 1.000" in told
