"""Voices: who speaks where in a source, told by the same signs as in an article that quotes."""
