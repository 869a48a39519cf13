import pytest

from provenance import plugins
from provenance.errors import ConfigurationError
from provenance.reporting.reporter import FORMATS, find_reporter


def test_every_format_of_the_table_can_be_loaded():
    assert all(callable(find_reporter(name)) for name in FORMATS)


def test_a_format_may_come_from_elsewhere(monkeypatch):
    def elsewhere(run, view):
        return "x\n"

    monkeypatch.setattr(plugins, "load_plugins", lambda group: {"csv": elsewhere})
    assert find_reporter("csv") is elsewhere


def test_an_unknown_format_is_an_error_that_lists_those_there_are():
    with pytest.raises(ConfigurationError, match="use one of text, json, concise"):
        find_reporter("csv")
