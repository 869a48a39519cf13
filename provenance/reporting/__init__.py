"""One file or folder per format: a trace becomes something that people or programs read."""
