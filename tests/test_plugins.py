from importlib.metadata import EntryPoint

import pytest

from provenance import plugins
from provenance.errors import ConfigurationError
from provenance.plugins import PluginGroup, load_plugins


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


def test_a_broken_plugin_is_named(monkeypatch):
    offer(monkeypatch, EntryPoint("broken", "no.such.module:thing", PluginGroup.DETECTORS.value))
    with pytest.raises(ConfigurationError, match="'broken' cannot be loaded"):
        load_plugins(PluginGroup.DETECTORS)
