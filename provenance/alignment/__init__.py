"""Text against text: where an excerpt stands in a source, and every difference between the two. Pure; no I/O."""
