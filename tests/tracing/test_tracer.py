"""The tracer itself: what it reads, which plugins it asks, when it stays off the network."""

from importlib.metadata import EntryPoint

import pytest

from provenance import plugins
from provenance.articles.reading import read
from provenance.configuration.settings import Settings
from provenance.errors import ArticleError, ConfigurationError
from provenance.excerpts.model import Excerpt, Markup
from provenance.findings.trace import Verdict
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer, detect, trace
from tests.tracing.test_source_selection import HELD, linked, only, source

URL = "https://courier.example/ferry"
HOLDING = StaticLoader({URL: source(HELD)})


def shouted(article, context):
    """A detector of its own kind: paragraphs in capitals are excerpts."""
    document = article.document
    for block in document.blocks:
        passage = document.passage(block.span.start, block.span.end)
        if passage.text.isupper():
            yield Excerpt((passage,), markup=Markup.PARAGRAPHS)


@pytest.fixture
def plugged(monkeypatch):
    def plug(group, name):
        point = EntryPoint("mine", f"tests.tracing.test_tracer:{name}", group)
        monkeypatch.setattr(plugins, "entry_points", lambda group: [point] if point.group == group else [])

    return plug


def test_a_plugged_in_detector_is_asked(plugged):
    plugged("provenance.detectors", "shouted")
    text = "I heard this on the quay.\n\nTHE FERRY WILL SAIL TWICE A DAY FROM MAY\n\nSo they say."
    with Tracer(offline=True) as tracer:
        assert [excerpt.text for excerpt in tracer.detect(text)] == [
            "THE FERRY WILL SAIL TWICE A DAY FROM MAY"
        ]


def test_a_plugged_in_loader_is_asked_before_the_network(plugged):
    plugged("provenance.loaders", "HOLDING")
    with Tracer(settings=Settings(archives=())) as tracer:
        assert only(tracer.trace(linked(HELD))).verdict is Verdict.VERBATIM


def test_an_offline_run_asks_no_plugged_in_loader(plugged):
    plugged("provenance.loaders", "HOLDING")
    with Tracer(offline=True) as tracer:
        assert only(tracer.trace(linked(HELD))).verdict is Verdict.UNCHECKED


def test_an_address_cannot_be_read_offline():
    with Tracer(offline=True) as tracer, pytest.raises(ArticleError, match="save the page"):
        tracer.read("https://blog.example/post")


def test_an_article_as_read_is_taken_as_it_is():
    with Tracer(offline=True) as tracer:
        article = tracer.read(linked(HELD))
        assert tracer.read(article) is article


def test_a_source_that_does_not_exist_is_named():
    with pytest.raises(ConfigurationError, match=r"nowhere\.html"):
        Tracer(["nowhere.html"])


def test_trace_and_detect_take_text():
    assert only(trace(linked(HELD), sources=HOLDING)).verdict is Verdict.VERBATIM
    assert [excerpt.text for excerpt in detect(linked(HELD))] == [HELD]


def test_the_languages_of_the_settings_reach_detection():
    text = "Der Kapitän sagte: „Die Fähre fährt ab Mai zweimal am Tag über den Sund.“"
    with Tracer(offline=True, settings=Settings(languages=("de",))) as tracer:
        assert only(tracer.trace(read(text=text))).excerpt.attribution.speaker == "Kapitän"
