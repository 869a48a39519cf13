"""The language of a few words, in which few of the commonest ones stand."""

import os
import subprocess
import sys

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.findings.trace import Verdict
from provenance.languages.guessing import guess_language
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vinte e cinco barcos voltaram vazios ontem", "pt"),
        ("Tjugofem procent av hushållen saknar vatten", "sv"),
        ("Amper dertig mensen bezochten de opening", "nl"),
        ("Kuntosali avataan maanantaina, mikäli vesi riittää", "fi"),
        ("A híd talán májusban nyílik meg", "hu"),
        ("Köprü belki mayısta açılacak", "tr"),
        ("Douăzeci și cinci de case sunt goale", "ro"),
    ],
)
def test_a_few_words_are_known_by_the_lists_that_hold_them(text, language):
    assert guess_language(text) == language


def test_of_two_languages_that_tell_the_same_it_is_always_the_first():
    # Danish and Norwegian have all of these words: under this seed of Python's hashes it was "no", under most "da".
    command = "from provenance.languages.guessing import guess_language as guess; print(guess('Vi er hverken rige eller fattige, men ovnen er varm.'))"
    told = subprocess.run(
        [sys.executable, "-c", command],
        env=os.environ | {"PYTHONHASHSEED": "4"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "da\n"


@pytest.mark.parametrize("text", ["Nora Quill", "Orsk 3, Tarvik 1, Velmar 4", ""])
def test_names_and_figures_tell_no_language(text):
    assert guess_language(text) is None


def test_the_source_decides_where_a_quotation_is_short():
    page = (
        '<html lang="pt"><p>Vinte e cinco barcos voltaram vazios do rio depois da tempestade, e ninguém ficou ferido.</p>'
        + "<p>O porto vai ficar fechado até ao fim do mês, porque a grua caiu na água e não há outra na cidade.</p>"
        * 3
    )
    article = "---\nlang: en\n---\n\nThe Log [writes](https://log.example/a):\n\n> 25 barcos voltaram vazios do rio depois da tempestade\n"
    read = read_text(article, origin="a.md", format=Format.MARKDOWN)
    with Tracer(StaticLoader({"https://log.example/a": page}), offline=True) as tracer:
        (trace,) = tracer.trace(read).excerpts
    assert trace.verdict is Verdict.FAITHFUL
