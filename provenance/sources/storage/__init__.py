"""Saved sources: the folder, its manifest, and writing to it."""
