"""Canonical forms: the same word, figure or date in another dress is no difference."""
