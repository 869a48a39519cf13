"""Notes and reference lists: what an article says its words are from, read from markup where there is some, else from text."""
