import re
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from provenance import plugins
from provenance.errors import ConfigurationError
from provenance.plugins import PluginGroup, load_plugins
from provenance.tracing.tracer import Tracer


def offer(monkeypatch, *points):
    monkeypatch.setattr(plugins, "entry_points", lambda group: [p for p in points if p.group == group])


def test_plugins_come_in_the_order_of_their_names(monkeypatch):
    group = PluginGroup.DETECTORS.value
    offer(monkeypatch, EntryPoint("b", "json:dumps", group), EntryPoint("a", "json:loads", group))
    assert list(load_plugins(PluginGroup.DETECTORS)) == ["a", "b"]


def test_a_class_is_made_into_an_object(monkeypatch):
    offer(monkeypatch, EntryPoint("decoder", "json:JSONDecoder", PluginGroup.LOADERS.value))
    assert type(load_plugins(PluginGroup.LOADERS)["decoder"]).__name__ == "JSONDecoder"


def test_only_the_asked_group_is_loaded(monkeypatch):
    offer(monkeypatch, EntryPoint("broken", "no.such.module:thing", PluginGroup.REPORTERS.value))
    assert load_plugins(PluginGroup.DETECTORS) == {}


def test_what_is_installed_is_looked_through_once(monkeypatch):
    asked = []
    monkeypatch.setattr(plugins.metadata, "entry_points", lambda group: asked.append(group) or [])
    plugins.entry_points.cache_clear()
    assert [load_plugins(PluginGroup.REPORTERS) for _ in range(3)] == [{}] * 3
    plugins.entry_points.cache_clear()
    assert asked == ["provenance.reporters"]


def test_a_broken_plugin_is_named(monkeypatch):
    offer(monkeypatch, EntryPoint("broken", "no.such.module:thing", PluginGroup.DETECTORS.value))
    with pytest.raises(ConfigurationError, match="'broken' cannot be loaded"):
        load_plugins(PluginGroup.DETECTORS)


PAGE = Path(__file__).parent.parent / "docs" / "plugins.md"


def test_the_detector_on_the_page_works(monkeypatch, tmp_path):
    code = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1]
    (tmp_path / "shouting.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    named = re.search(r'^shouting = "(.*?)"$', PAGE.read_text(encoding="utf-8"), re.MULTILINE)[1]
    offer(monkeypatch, EntryPoint("shouting", named, PluginGroup.DETECTORS.value))
    text = "I heard this on the quay.\n\nTHE FERRY WILL SAIL TWICE A DAY FROM MAY\n\nSo they say."
    with Tracer(offline=True) as tracer:
        assert [e.text for e in tracer.detect(text)] == ["THE FERRY WILL SAIL TWICE A DAY FROM MAY"]


def test_the_page_names_every_entry_point():
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"`{group.value}`" in page for group in PluginGroup)
