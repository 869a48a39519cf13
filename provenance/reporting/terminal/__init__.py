"""The terminal report, and what is drawn on a terminal: text of a given width, in colours where there are any."""
