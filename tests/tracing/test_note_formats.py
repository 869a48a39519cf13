"""In every format that an article may have: what is made up, what was altered and what is honest, each cited by a note."""

import pytest

from provenance.articles.reading import read
from provenance.findings.trace import Verdict
from provenance.tracing.tracer import Tracer
from tests.articles.documents import make_docx, make_epub, make_odt
from tests.articles.test_pdf import make_pdf

SAID = "the north pier was closed in the spring without a single word to the crews"
ALTERED = "the north pier was closed in the winter without a single word to the crews"
HONEST = "nobody asked the harbour master about the tides of the last long winter"
MADE_UP = "every gull on the southern mole had eaten better than the men who built it"
BOARD, UNION = "https://board.example/report", "https://union.example/letter"
QUOTED = ((ALTERED, BOARD), (HONEST, UNION), (MADE_UP, BOARD))
LEADS = (
    "The report of the board holds that",
    "The letter of the union says that",
    "The same report says that",
)


def _sentences(call, marks="“”"):
    """The three sentences, each with the call of its note behind its quotation."""
    return [
        f"{lead} {marks[0]}{words}{marks[1]}{call(number)}."
        for number, (lead, (words, _)) in enumerate(zip(LEADS, QUOTED, strict=True), start=1)
    ]


def _notes(shape):
    return [shape(number, url) for number, (_, url) in enumerate(QUOTED, start=1)]


def markdown():
    said = _notes(lambda number, url: f"[^{number}]: The work, {url}")
    return "\n\n".join([*_sentences("[^{}]".format), *said]).encode()


def text():
    said = _notes(lambda number, url: f"[{number}] The work, {url}")
    return "\n\n".join([*_sentences(" [{}]".format), "Sources", "\n".join(said)]).encode()


def html():
    calls = _sentences(lambda number: f'<sup><a href="#n{number}">{number}</a></sup>')
    said = _notes(lambda number, url: f'<li id="n{number}">The work, <a href="{url}">{url}</a></li>')
    return f"<p>{'</p><p>'.join(calls)}</p><h2>Notes</h2><ol>{''.join(said)}</ol>".encode()


def wiki():
    calls = _sentences(
        lambda number: f"<ref>{{{{cite web|title=The work|url={QUOTED[number - 1][1]}}}}}</ref>"
    )
    return "\n\n".join([*calls, "== References ==", "{{reflist}}"]).encode()


def docx():
    said = _notes(lambda number, url: (str(number), f"The work, {url}"))
    return make_docx(*_sentences("[^{}]".format), footnotes=dict(said))


def odt():
    def note(number):
        return (
            f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
            f"<text:note-body><text:p>The work, {QUOTED[number - 1][1]}</text:p></text:note-body></text:note>"
        )

    return make_odt("".join(f"<text:p>{one}</text:p>" for one in _sentences(note)))


def epub():
    calls = _sentences(lambda number: f'<a epub:type="noteref" href="notes.xhtml#n{number}">{number}</a>')
    said = _notes(
        lambda number, url: f'<aside epub:type="footnote" id="n{number}"><p>The work, {url}</p></aside>'
    )
    space = '<div xmlns:epub="http://www.idpf.org/2007/ops">{}</div>'
    text = "".join(f"<p>{one}</p>" for one in calls)
    return make_epub({"text.xhtml": space.format(text), "notes.xhtml": space.format("".join(said))})


def pdf():
    lines = [line for one in _sentences("^{}^".format) for line in (*_wrapped(one), "")]
    return make_pdf([*lines, *(f"~^{number}^ The work, {url}" for number, url in _notes(lambda *each: each))])


def _wrapped(sentence):
    middle = sentence.index(" ", len(sentence) // 2)
    return sentence[:middle], sentence[middle + 1 :]


FORMATS = {
    "md": markdown,
    "txt": text,
    "html": html,
    "wiki": wiki,
    "docx": docx,
    "odt": odt,
    "epub": epub,
    "pdf": pdf,
}


@pytest.fixture
def saved(tmp_path):
    """A folder with both works, and a page that nobody cites and that has the altered words."""
    folder = tmp_path / "sources"
    folder.mkdir()
    for name, url, words in (("board", BOARD, SAID), ("union", UNION, HONEST), ("decoy", None, ALTERED)):
        link = f'<link rel="canonical" href="{url}">' if url else ""
        sheds = "".join(
            f"<p>Shed {number} of {name} has an engine, a clerk and a stove.</p>" for number in range(9)
        )
        page = f"<html><head><title>{name}</title>{link}</head><body><p>It holds that {words}.</p>{sheds}</body></html>"
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return Tracer(saved=[folder], offline=True)


@pytest.mark.parametrize("form", FORMATS)
def test_a_note_tells_the_altered_the_honest_and_the_made_up_apart(saved, tmp_path, form):
    path = tmp_path / f"article.{form}"
    path.write_bytes(FORMATS[form]())
    altered, honest, made_up = saved.trace(read(path)).excerpts
    assert [one.verdict for one in (altered, honest, made_up)] == [
        Verdict.ALTERED,
        Verdict.VERBATIM,
        Verdict.NOT_FOUND,
    ]
    assert [one.excerpt.attribution.link for one in (altered, honest, made_up)] == [BOARD, UNION, BOARD]
    assert any("“spring” became “winter”" in finding.message for finding in altered.findings)
