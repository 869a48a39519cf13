"""Tracing: from an article to what is to be said of each of its excerpts."""
