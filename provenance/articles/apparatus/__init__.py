"""Apparatus, recognised once when a page is read, so that nobody who compares takes it for words."""
