"""Scope: do the source's words that an excerpt does not keep govern words that it keeps? See docs/cuts.md."""
