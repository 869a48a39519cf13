"""``provenance serve``: a page on this machine for people without a terminal."""
