"""From an alignment to edits that can be judged."""
