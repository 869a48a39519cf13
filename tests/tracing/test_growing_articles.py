"""An article with more quotations is as much more work, though its source grows with it."""

from provenance.findings.rules import lines
from provenance.tracing.verifying import verify

URL = "https://courier.example/council"
THINGS = "harbour ferry school teacher engine letter market bridge captain garden window report office museum".split()


def sentence(number):
    first, second, third = (THINGS[number // 14**power % 14] for power in range(3))
    return f"The {first} of the {second} will never cost the {third} of day {number} more than it can pay."


def made(number):
    said = [sentence(each) for each in range(number)]
    draft = "\n\n".join(f"The mayor, Ruth Alder, [said]({URL}): “{each}”" for each in said)
    return draft, {URL: "\n\n".join(f"RUTH ALDER: {each} The mayor left." for each in said)}


def test_a_source_is_read_for_offices_once_for_all_of_its_quotations(monkeypatch):
    asked = []
    name_words = lines.name_words
    monkeypatch.setattr(lines, "name_words", lambda text: asked.append(text) or name_words(text))
    counts = []
    for number in (20, 80):
        asked.clear()
        assert {str(item.verdict) for item in verify(*made(number)).excerpts} == {"verbatim"}
        counts.append(len(asked))
    assert counts[1] <= 5 * counts[0]  # sixteen times as many where each quotation has the whole source read
