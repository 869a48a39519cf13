"""One file per format: a trace becomes something that people or programs read."""
