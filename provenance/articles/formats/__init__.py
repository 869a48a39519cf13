"""The readers, one for each format: html.py makes articles of elements, and most others make elements of what they read."""
